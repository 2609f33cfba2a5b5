#include "check/messages.h"
#include "report/messages.h"
#include "report/trend.h"
#include "report/xml_text.h"

/*
 * One page that needs nothing else, to be shown to a head of department, sent on, or printed: each draft with
 * its findings marked in the text, the reason for each below it, and the counts of all drafts at the end.
 */
static const char look[] =
    "body{font:16px/1.5 serif;max-width:48em;margin:1em auto;padding:0 1em;color:#111;background:#fff}"
    "h1,h2,table,ol,footer{font-family:sans-serif}h2{border-top:2px solid #888;padding-top:.5em;overflow-wrap:anywhere}"
    ".text p{margin:0 0 .6em;white-space:pre-wrap;overflow-wrap:anywhere}"
    "mark{padding:0 .1em;color:#111}mark a{color:inherit;text-decoration:none}sup{font:700 .7em sans-serif;margin:0 .2em 0 .1em}"
    ".error{background:#f9c6c6;border-bottom:2px solid #a00}.warning{background:#fdeab0;border-bottom:2px dashed #850}"
    ".hint{background:#d9e8fb;border-bottom:2px dotted #058}"
    "li{margin:.4em 0}li b{padding:0 .2em}code{font-size:.85em;color:#444}"
    "svg{max-width:100%;height:auto}figure{display:inline-block;margin:.5em 1em .5em 0}"
    "@media print{body{max-width:none;font-size:11pt}h2{break-before:page}h2:first-of-type{break-before:auto}li{break-inside:"
    "avoid}}";

static void begin(const struct report_style *style, struct str *out) {
    const char *title = message_text(style->lang, MESSAGE_HTML_TITLE);
    str_printf(out,
               "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
               "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>%s</title>\n"
               "<style>%s</style>\n</head>\n<body>\n<h1>%s</h1>\n",
               style->lang == LANG_ID ? "id" : "en", title, look, title);
}

/* The name of a finding on the page: by the draft's path and its number there. */
static void append_name(const struct report_entry *entry, size_t number, struct str *out) {
    str_printf(out, "t%llx-%zu", (unsigned long long)slice_hash(slice_of(entry->path)), number);
}

/* Text, a paragraph a line. */
static void append_prose(struct str *out, struct slice text) {
    for (size_t newline; (newline = slice_find_byte(text, '\n', 0)) != SIZE_MAX;) {
        xml_append(out, slice_range(text, 0, newline));
        str_append_text(out, "</p>\n<p>");
        text = slice_range(text, newline + 1, text.len);
    }
    xml_append(out, text);
}

/* A mark ends with each line and begins again, since it may not reach over paragraphs. */
static void append_mark(const struct report_entry *entry, size_t number, struct slice words,
                        struct str *out) {
    const struct finding *finding = &entry->findings->list.items[number];
    while (words.len) {
        bool more = slice_find_byte(words, '\n', 0) != SIZE_MAX;
        struct slice line = slice_cut(&words, '\n');
        str_printf(out, "<mark class=\"%s\" title=\"", severity_name(finding->severity));
        xml_append(out, slice_of(finding->message));
        str_append_text(out, "\">");
        xml_append(out, line);
        str_append_text(out, "</mark>");
        if (more) str_append_text(out, "</p>\n<p>");
    }
    str_append_text(out, "<sup><a href=\"#");
    append_name(entry, number, out);
    str_printf(out, "\">%zu</a></sup>", number + 1);
}

/* Of findings that overlap the first is marked whole, the next from where it ends. */
static void append_text(const struct report_entry *entry, struct str *out) {
    struct slice bytes = str_slice(&entry->positions->bytes);
    size_t at = 0;
    str_append_text(out, "<div class=\"text\">\n<p>");
    for (size_t i = 0; i < entry->findings->list.count; i++) {
        const struct finding *finding = &entry->findings->list.items[i];
        size_t start = finding->start > at ? finding->start : at,
               end = finding->end > start ? finding->end : start;
        append_prose(out, slice_range(bytes, at, start));
        append_mark(entry, i, slice_range(bytes, start, end), out);
        at = end;
    }
    append_prose(out, slice_range(bytes, at, bytes.len));
    str_append_text(out, "</p>\n</div>\n");
}

static void append_reason(const struct report_style *style, const struct report_entry *entry, size_t number,
                          struct str *out) {
    const struct finding *finding = &entry->findings->list.items[number];
    struct slice words = slice_range(str_slice(&entry->positions->bytes), finding->start, finding->end);
    str_append_text(out, "<li id=\"");
    append_name(entry, number, out);
    str_printf(out, "\"><b class=\"%s\">%s</b> ", severity_name(finding->severity),
               severity_word(style->lang, finding->severity));
    message(out, style->lang, HTML_LINE, position_of(entry->positions, finding->start).line);
    str_append_text(out, ": “");
    xml_append(out, words);
    str_append_text(out, "”. ");
    xml_append(out, slice_of(finding->message));
    str_printf(out, " <code>%s</code></li>\n", finding_rule(finding)->name);
}

static void entry(const struct report_style *style, const struct report_entry *entry, struct str *out) {
    str_append_text(out, "<h2>");
    xml_append(out, slice_of(entry->path));
    str_append_text(out, "</h2>\n");
    if (entry->error) {
        str_append_text(out, "<p class=\"error\">");
        xml_append(out, slice_of(entry->error));
        str_append_text(out, "</p>\n");
        return;
    }
    append_text(entry, out);
    if (entry->findings->list.count) str_append_text(out, "<ol>\n");
    for (size_t i = 0; i < entry->findings->list.count; i++)
        append_reason(style, entry, i, out);
    if (entry->findings->list.count) str_append_text(out, "</ol>\n");
    if (!entry->silenced->list.count) return;
    str_append_text(out, "<p>");
    silenced_append(out, style->lang, entry->silenced);
    str_append_text(out, ".</p>\n");
}

enum { BAR_LEFT = 110, BAR_WIDEST = 300, BAR_HEIGHT = 24 };

/* Bars of errors, warnings and hints, with their numbers: an image, and a text for who cannot see it. */
static void append_bars(const struct report_style *style, const struct summary *summary, struct str *out) {
    static const char *const colours[] = {"#a00", "#850", "#058"};
    const size_t counts[] = {summary->errors, summary->warnings, summary->hints};
    size_t most = 1;
    for (size_t i = 0; i < 3; i++)
        if (counts[i] > most) most = counts[i];
    str_printf(out,
               "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" width=\"480\" height=\"%d\" "
               "font-family=\"sans-serif\" font-size=\"14\"><title>",
               3 * BAR_HEIGHT);
    message(out, style->lang, REPORT_SUMMARY, summary->errors, summary->warnings, summary->hints,
            summary->files);
    str_append_text(out, "</title>\n");
    for (size_t i = 0; i < 3; i++) {
        size_t width = counts[i] * BAR_WIDEST / most, top = i * BAR_HEIGHT;
        str_printf(
            out,
            "<text x=\"0\" y=\"%zu\">%s</text><rect x=\"%d\" y=\"%zu\" width=\"%zu\" height=\"%d\" fill=\"%s\"/>"
            "<text x=\"%zu\" y=\"%zu\">%zu</text>\n",
            top + 17, severity_word(style->lang, (enum severity)(SEVERITY_ERROR - i)), BAR_LEFT, top + 3,
            width, BAR_HEIGHT - 6, colours[i], BAR_LEFT + width + 6, top + 17, counts[i]);
    }
    str_append_text(out, "</svg>\n");
}

static void end(const struct report_style *style, const struct summary *summary, struct str *out) {
    str_append_text(out, "<footer>\n<p>");
    message(out, style->lang, REPORT_SUMMARY, summary->errors, summary->warnings, summary->hints,
            summary->files);
    str_append_text(out, "</p>\n");
    if (summary->incomplete.len) {
        str_append_text(out, "<p class=\"error\">");
        xml_append(out, str_slice(&summary->incomplete));
        str_append_text(out, "</p>\n");
    }
    append_bars(style, summary, out);
    trend_plot(str_slice(&summary->notes), style->lang, out);
    str_append_text(out, "</footer>\n</body>\n</html>\n");
}

const struct report_format report_html = {.begin = begin, .entry = entry, .note = trend_note, .end = end};
