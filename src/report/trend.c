#include "report/trend.h"

#include "base/map.h"
#include "check/rules/draft_date.h"
#include "report/messages.h"
#include "report/xml_text.h"

static struct slice value_of(const struct front_matter *front, const char *name) {
    const struct front_key *key = front_matter_key(front, name);
    return key && key->kind == FRONT_SCALAR ? slice_trim(front_key_text(key)) : SLICE("");
}

static struct slice folder_of(struct slice path) {
    size_t end = path.len;
    while (end > 0 && path.data[end - 1] != '/')
        end--;
    if (!end) return SLICE(".");
    size_t start = --end;
    while (start > 0 && path.data[start - 1] != '/')
        start--;
    return slice_range(path, start, end);
}

static void append_office(const struct report_entry *entry, struct str *out) {
    struct front_matter front;
    front_matter_parse(&front, entry->document->text, LANG_ID);
    struct slice office = value_of(&front, "source");
    if (!office.len) office = value_of(&front, "author");
    if (!office.len) office = folder_of(slice_of(entry->path));
    for (size_t i = 0; i < office.len; i++)
        str_append_byte(out, (unsigned char)office.data[i] < ' ' ? ' ' : office.data[i]);
    front_matter_free(&front);
}

void trend_note(const struct report_entry *entry, struct str *out) {
    struct date date;
    struct map counts = {0};
    if (entry->document && draft_date(entry->document, LANG_ID, &date))
        str_printf(out, "%04d-%02d", date.year, date.month);
    str_append_byte(out, '\t');
    if (entry->document) append_office(entry, out);
    str_append_byte(out, '\t');
    vec_each(const struct finding, finding, &entry->findings->list)
        if (finding->severity > SEVERITY_HINT) ++*map_put(&counts, slice_of(finding_rule(finding)->name));
    for (size_t i = 0; i < counts.capacity; i++)
        if (counts.entries[i].key)
            str_printf(out, "%.*s=%zu ", SLICE_ARG(map_key(&counts.entries[i])),
                       (size_t)counts.entries[i].value);
    str_append_byte(out, '\n');
    map_free(&counts);
}

/* Drafts and findings of something in one month. */
struct cell {
    size_t drafts, findings;
};

struct series {
    struct slice name; /* in the notes */
    size_t drafts, findings;
    VEC(struct cell) months; /* by the number of the month */
};

struct archive_plots {
    VEC(struct slice) months; /* in order */
    VEC(struct series) offices, rules;
    struct map office_index, rule_index, month_index;
};

static int by_text(const void *a, const void *b) {
    return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

static void collect_months(struct archive_plots *a, struct slice notes) {
    while (notes.len) {
        struct slice line = slice_cut(&notes, '\n'), month = slice_cut(&line, '\t');
        if (!month.len || map_has(&a->month_index, month)) continue;
        map_put(&a->month_index, month);
        vec_push(&a->months, month);
    }
    if (a->months.count) qsort(a->months.items, a->months.count, sizeof *a->months.items, by_text);
    for (size_t i = 0; i < a->months.count; i++)
        *map_put(&a->month_index, a->months.items[i]) = i;
}

#define series_of(list, index, name_)                                                                        \
    __extension__({                                                                                          \
        uintptr_t *number_ = map_put(index, name_);                                                          \
        if (!*number_) {                                                                                     \
            vec_add(list)->name = (name_);                                                                   \
            *number_ = (list)->count;                                                                        \
        }                                                                                                    \
        &(list)->items[*number_ - 1];                                                                        \
    })

static void add(struct series *series, const uintptr_t *month, size_t months, size_t drafts,
                size_t findings) {
    series->drafts += drafts;
    series->findings += findings;
    while (series->months.count < months)
        vec_add(&series->months);
    if (!month) return;
    series->months.items[*month].drafts += drafts;
    series->months.items[*month].findings += findings;
}

static size_t number_of(struct slice digits) {
    size_t n = 0;
    for (size_t i = 0; i < digits.len; i++)
        n = n * 10 + (size_t)(digits.data[i] - '0');
    return n;
}

static void collect(struct archive_plots *a, struct slice notes) {
    collect_months(a, notes);
    while (notes.len) {
        struct slice line = slice_cut(&notes, '\n'), month_name = slice_cut(&line, '\t'),
                     office = slice_cut(&line, '\t');
        const uintptr_t *month = map_get(&a->month_index, month_name);
        size_t sum = 0;
        while (line.len) {
            struct slice one = slice_cut(&line, ' '), rule = slice_cut(&one, '=');
            if (!rule.len) continue;
            add(series_of(&a->rules, &a->rule_index, rule), month, a->months.count, 0, number_of(one));
            sum += number_of(one);
        }
        add(series_of(&a->offices, &a->office_index, office), month, a->months.count, 1, sum);
    }
}

static int by_findings(const void *left, const void *right) {
    const struct series *a = left, *b = right;
    if (a->findings != b->findings) return a->findings > b->findings ? -1 : 1;
    return slice_compare(a->name, b->name);
}

enum { LEFT = 200, WIDE = 400, HIGH = 60, ROWS_MOST = 12, RULES_MOST = 8 };

static void begin_image(struct str *out, size_t width, size_t height, const char *title) {
    str_printf(out,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %zu %zu\" width=\"%zu\" "
               "font-family=\"sans-serif\" font-size=\"13\"><title>%s</title>\n",
               width, height, width, title);
}

/* Findings a draft, in hundredths. */
static size_t share(const struct series *office) {
    return office->drafts ? office->findings * 100 / office->drafts : 0;
}

static void plot_offices(const struct archive_plots *a, enum lang lang, struct str *out) {
    enum { ROW = 24 };
    size_t count = a->offices.count < ROWS_MOST ? a->offices.count : ROWS_MOST, most = 1;
    for (size_t i = 0; i < count; i++)
        if (share(&a->offices.items[i]) > most) most = share(&a->offices.items[i]);
    str_printf(out, "<h3>%s</h3>\n", message_text(lang, MESSAGE_ARCHIVE_OFFICES));
    begin_image(out, LEFT + WIDE + 140, count * ROW, message_text(lang, MESSAGE_ARCHIVE_OFFICES));
    for (size_t i = 0; i < count; i++) {
        const struct series *office = &a->offices.items[i];
        size_t width = share(office) * WIDE / most, top = i * ROW;
        str_printf(out, "<text x=\"%d\" y=\"%zu\" text-anchor=\"end\">", LEFT - 8, top + 16);
        xml_append(out, slice_range(office->name, 0, office->name.len < 60 ? office->name.len : 60));
        str_printf(
            out,
            "</text><rect x=\"%d\" y=\"%zu\" width=\"%zu\" height=\"%d\" fill=\"#850\"/><text x=\"%zu\" y=\"%zu\">",
            LEFT, top + 3, width, ROW - 6, LEFT + width + 6, top + 16);
        message(out, lang, ARCHIVE_SHARE, share(office) / 100, share(office) % 100, office->drafts);
        str_append_text(out, "</text>\n");
    }
    str_append_text(out, "</svg>\n");
}

/* A line of findings a month; each rule has a scale of its own, whose top is told. */
static void plot_rule(const struct archive_plots *a, const struct series *rule, enum lang lang,
                      struct str *out) {
    size_t most = 1, months = a->months.count;
    vec_each(const struct cell, cell, &rule->months)
        if (cell->findings > most) most = cell->findings;
    str_append_text(out, "<figure>\n");
    begin_image(out, WIDE + 40, HIGH + 20, message_text(lang, MESSAGE_ARCHIVE_RULES));
    str_printf(
        out,
        "<text x=\"%d\" y=\"14\">%zu</text><line x1=\"0\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#888\"/>",
        WIDE + 4, most, HIGH + 6, WIDE, HIGH + 6);
    str_append_text(out, "<polyline fill=\"none\" stroke=\"#a00\" stroke-width=\"2\" points=\"");
    for (size_t i = 0; i < months; i++)
        str_printf(out, "%s%zu,%zu", i ? " " : "", months > 1 ? i * WIDE / (months - 1) : 0,
                   HIGH + 6 - rule->months.items[i].findings * HIGH / most);
    str_append_text(out, "\"/>");
    str_printf(out, "<text x=\"0\" y=\"%d\" font-size=\"11\">", HIGH + 18);
    xml_append(out, a->months.items[0]);
    str_printf(out, "</text><text x=\"%d\" y=\"%d\" font-size=\"11\" text-anchor=\"end\">", WIDE, HIGH + 18);
    xml_append(out, a->months.items[months - 1]);
    str_append_text(out, "</text></svg>\n<figcaption><code>");
    xml_append(out, rule->name);
    str_printf(out, "</code>: %zu</figcaption>\n</figure>\n", rule->findings);
}

static void free_series(struct series *items, size_t count) {
    for (size_t i = 0; i < count; i++)
        vec_free(&items[i].months);
}

void trend_plot(struct slice notes, enum lang lang, struct str *out) {
    struct archive_plots a = {0};
    collect(&a, notes);
    if (a.offices.count) qsort(a.offices.items, a.offices.count, sizeof *a.offices.items, by_findings);
    if (a.rules.count) qsort(a.rules.items, a.rules.count, sizeof *a.rules.items, by_findings);
    if (a.offices.count > 1) plot_offices(&a, lang, out);
    if (a.months.count > 1 && a.rules.count) {
        str_printf(out, "<h3>%s</h3>\n", message_text(lang, MESSAGE_ARCHIVE_RULES));
        for (size_t i = 0; i < a.rules.count && i < RULES_MOST; i++)
            plot_rule(&a, &a.rules.items[i], lang, out);
    }
    free_series(a.offices.items, a.offices.count);
    free_series(a.rules.items, a.rules.count);
    vec_free(&a.months);
    vec_free(&a.offices);
    vec_free(&a.rules);
    map_free(&a.office_index);
    map_free(&a.rule_index);
    map_free(&a.month_index);
}
