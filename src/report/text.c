#include "report/messages.h"
#include "report/report.h"

#include "base/safe.h"
#include "report/excerpt.h"

/*
 * For people:
 *
 *     draf.md:9:1: galat: Kalimat ini sudah tertulis di atas. [duplicate.exact]
 *         9 | Pernyataan tersebut disampaikan ...
 *           | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 *           = baris 8: di sini
 */
enum { GUTTER = 5, NO_TERMINAL_COLUMNS = 100 };

enum paint { PAINT_NONE, PAINT_BOLD, PAINT_HINT, PAINT_WARNING, PAINT_ERROR, PAINT_DIM };

static void paint(const struct report_style *style, enum paint paint, struct str *out) {
    static const char *const codes[] = {
        [PAINT_NONE] = "\033[0m",       [PAINT_BOLD] = "\033[1m",     [PAINT_HINT] = "\033[1;36m",
        [PAINT_WARNING] = "\033[1;33m", [PAINT_ERROR] = "\033[1;31m", [PAINT_DIM] = "\033[2m"};
    if (style->colour) str_append_text(out, codes[paint]);
}

static enum paint paint_of(enum severity severity) {
    return severity == SEVERITY_ERROR     ? PAINT_ERROR
           : severity == SEVERITY_WARNING ? PAINT_WARNING
                                          : PAINT_HINT;
}

static void append_head(const struct report_style *style, const struct report_entry *entry,
                        const struct finding *finding, struct position start, struct str *out) {
    enum severity severity = finding->severity;
    paint(style, PAINT_BOLD, out);
    safe_append(out, slice_of(entry->path));
    str_printf(out, ":%zu:%zu:", start.line, start.column);
    paint(style, PAINT_NONE, out);
    str_append_byte(out, ' ');
    paint(style, paint_of(severity), out);
    str_printf(out, "%s:", severity_word(style->lang, severity));
    paint(style, PAINT_NONE, out);
    str_append_byte(out, ' ');
    safe_append(out, slice_of(finding->message));
    paint(style, PAINT_DIM, out);
    str_printf(out, " [%s]\n", finding_rule(finding)->name);
    paint(style, PAINT_NONE, out);
}

/* The line where the finding starts, with carets below it. */
static void append_source(const struct report_style *style, const struct report_entry *entry,
                          const struct finding *finding, size_t line, struct str *out) {
    const struct text *text = entry->positions->draft->text;
    struct slice source = text_line(text, line);
    size_t base = text_line_start(text, line), start = finding->start - base, end = finding->end - base;
    if (end > source.len) end = source.len;
    size_t columns = style->columns > 0 ? (size_t)style->columns : NO_TERMINAL_COLUMNS;
    struct excerpt excerpt;
    excerpt_make(&excerpt, source, start, end, columns > 4 * GUTTER ? columns - GUTTER - 3 : columns);
    str_printf(out, "%*zu | ", GUTTER, line + 1);
    str_append(out, str_slice(&excerpt.text));
    str_append_byte(out, '\n');
    str_append_repeated(out, ' ', GUTTER);
    str_append_text(out, " | ");
    str_append_repeated(out, ' ', excerpt.column);
    paint(style, paint_of(finding->severity), out);
    str_append_repeated(out, '^', excerpt.width);
    paint(style, PAINT_NONE, out);
    str_append_byte(out, '\n');
    excerpt_free(&excerpt);
}

static void append_notes(const struct report_style *style, const struct report_entry *entry,
                         const struct finding *finding, struct str *out) {
    for (size_t i = 0; i < finding->related.count; i++) {
        const struct related *related = &finding->related.items[i];
        str_printf(out, "%*s = ", GUTTER, "");
        message(out, style->lang, REPORT_RELATED, position_of(entry->positions, related->start).line);
        if (related->message) str_append_text(out, ": ");
        safe_append(out, slice_of(related->message));
        str_append_byte(out, '\n');
    }
    for (size_t i = 0; i < finding->archived.count; i++) {
        const char *differs = finding->archived.items[i].message;
        if (!differs || finding->archived.count == 1)
            continue; /* of a single sentence, its message says it */
        str_printf(out, "%*s = ", GUTTER, "");
        message(out, style->lang, REPORT_ARCHIVED, i + 1);
        safe_append(out, slice_of(differs));
        str_append_byte(out, '\n');
    }
    if (finding->suggestions.count)
        str_printf(out, "%*s = %s", GUTTER, "", message_text(style->lang, MESSAGE_REPORT_SUGGESTIONS));
    for (size_t i = 0; i < finding->suggestions.count; i++) {
        str_append_text(out, i ? ", " : " ");
        paint(style, PAINT_BOLD, out);
        const char *suggestion = finding->suggestions.items[i];
        if (*suggestion)
            safe_append(out, slice_of(suggestion));
        else
            str_append_text(out, message_text(style->lang, MESSAGE_REPORT_REMOVE));
        paint(style, PAINT_NONE, out);
    }
    if (finding->suggestions.count) str_append_byte(out, '\n');
}

static void entry(const struct report_style *style, const struct report_entry *entry, struct str *out) {
    if (entry->error) return; /* it went to standard error */
    for (size_t i = 0; i < entry->findings->list.count; i++) {
        const struct finding *finding = &entry->findings->list.items[i];
        if (finding->severity == SEVERITY_HINT && !style->hints) continue;
        struct position start = position_of(entry->positions, finding->start);
        append_head(style, entry, finding, start, out);
        append_source(style, entry, finding, start.line - 1, out);
        append_notes(style, entry, finding, out);
    }
    if (!entry->silenced->list.count) return;
    paint(style, PAINT_BOLD, out);
    safe_append(out, slice_of(entry->path));
    paint(style, PAINT_NONE, out);
    str_append_text(out, ": ");
    silenced_append(out, style->lang, entry->silenced);
    str_append_byte(out, '\n');
}

static void end(const struct report_style *style, const struct summary *summary, struct str *out) {
    if (summary->files == summary->failures.count) {
        if (!summary->files) message(out, style->lang, REPORT_NO_DRAFT);
        return; /* what could not be read was said */
    }
    if (summary->errors + summary->warnings + summary->hints == 0)
        message(out, style->lang, REPORT_NOTHING, summary->files - summary->failures.count);
    else
        message(out, style->lang, REPORT_SUMMARY, summary->errors, summary->warnings, summary->hints,
                summary->files);
    if (summary->hints && !style->hints) message(out, style->lang, REPORT_HINTS_HIDDEN);
    str_append_byte(out, '\n');
    if (!summary->silenced) return;
    message(out, style->lang, REPORT_SILENCED, summary->silenced);
    str_append_text(out, ".\n");
}

const struct report_format report_text = {.entry = entry, .end = end};
