#include "report/json_value.h"
#include "report/report.h"

static void append_related(const struct positions *positions, const struct related *related,
                           struct str *out) {
    str_append_byte(out, '{');
    json_append_span(out, positions, related->start, related->end);
    if (related->message) {
        str_append_text(out, ",\"message\":");
        json_append(out, slice_of(related->message));
    }
    str_append_byte(out, '}');
}

static void append_text_of(struct str *out, const char *key, const char *text) {
    str_printf(out, ",\"%s\":", key);
    json_append(out, slice_of(text ? text : ""));
}

/* A place in a text of the archive: offsets in that text as the archive keeps it. */
static void append_archived(const struct archived *archived, struct str *out) {
    str_printf(out, "{\"start\":{\"offset\":%zu},\"end\":{\"offset\":%zu}", archived->start, archived->end);
    if (archived->message) append_text_of(out, "message", archived->message);
    str_printf(out, ",\"archive\":{\"id\":%lld", (long long)archived->id);
    append_text_of(out, "title", archived->title);
    append_text_of(out, "date", archived->date);
    append_text_of(out, "office", archived->office);
    append_text_of(out, "url", archived->url);
    str_printf(out, ",\"score\":%.2f,\"differs\":[", archived->score);
    size_t differs =
        archived->here.count > archived->there.count ? archived->here.count : archived->there.count;
    for (size_t i = 0; i < differs; i++) {
        str_append_text(out, i ? ",{\"here\":" : "{\"here\":");
        json_append(out, slice_of(i < archived->here.count ? archived->here.items[i] : ""));
        append_text_of(out, "there", i < archived->there.count ? archived->there.items[i] : "");
        str_append_byte(out, '}');
    }
    str_append_text(out, "]}}");
}

static void append_finding(const struct positions *positions, const struct finding *finding,
                           struct str *out) {
    str_printf(out, "{\"rule\":\"%s\",\"severity\":\"%s\",", finding_rule(finding)->name,
               severity_name(finding->severity));
    json_append_span(out, positions, finding->start, finding->end);
    str_append_text(out, ",\"text\":");
    json_append(out, slice_range(str_slice(&positions->bytes), finding->start, finding->end));
    str_append_text(out, ",\"message\":");
    json_append(out, slice_of(finding->message));
    str_append_text(out, ",\"suggestions\":[");
    for (size_t i = 0; i < finding->suggestions.count; i++) {
        if (i) str_append_byte(out, ',');
        json_append(out, slice_of(finding->suggestions.items[i]));
    }
    str_append_text(out, "],\"related\":[");
    for (size_t i = 0; i < finding->related.count; i++) {
        if (i) str_append_byte(out, ',');
        append_related(positions, &finding->related.items[i], out);
    }
    for (size_t i = 0; i < finding->archived.count; i++) {
        if (i || finding->related.count) str_append_byte(out, ',');
        append_archived(&finding->archived.items[i], out);
    }
    str_append_text(out, "]}");
}

static void append_findings(const struct positions *positions, const struct findings *findings,
                            struct str *out) {
    for (size_t i = 0; i < findings->list.count; i++) {
        if (i) str_append_byte(out, ',');
        append_finding(positions, &findings->list.items[i], out);
    }
}

static void begin(const struct report_style *style, struct str *out) {
    (void)style;
    str_append_text(out, "{\"version\":1,\"files\":[");
}

/* Written piece by piece: a tree of values would need many times the memory of a large draft. */
static void entry(const struct report_style *style, const struct report_entry *entry, struct str *out) {
    (void)style;
    str_append_text(out, "{\"path\":");
    json_append(out, slice_of(entry->path));
    if (entry->error) {
        str_append_text(out, ",\"error\":");
        json_append(out, slice_of(entry->error));
    } else {
        str_append_text(out, ",\"findings\":[");
        append_findings(entry->positions, entry->findings, out);
        str_append_text(out, "],\"silenced\":[");
        append_findings(entry->positions, entry->silenced, out);
        str_printf(out, "],\"metrics\":{\"words\":%zu,\"sentences\":%zu,\"paragraphs\":%zu}",
                   entry->metrics.words, entry->metrics.sentences, entry->metrics.paragraphs);
    }
    str_append_byte(out, '}');
}

static void end(const struct report_style *style, const struct summary *summary, struct str *out) {
    (void)style;
    str_append_byte(out, ']');
    if (summary->incomplete.len) {
        str_append_text(out, ",\"incomplete\":");
        json_append(out, str_slice(&summary->incomplete));
    }
    str_printf(out,
               ",\"summary\":{\"errors\":%zu,\"warnings\":%zu,\"hints\":%zu,\"silenced\":%zu,\"files\":%zu",
               summary->errors, summary->warnings, summary->hints, summary->silenced, summary->files);
    if (summary->archive)
        str_printf(out, ",\"archive\":{\"articles\":%lld,\"newest\":\"%s\"}",
                   (long long)summary->archive_articles, summary->archive_newest);
    str_append_text(out, "}}\n");
}

const struct report_format report_json = {.between = ",\n", .begin = begin, .entry = entry, .end = end};
