#include "report/report.h"
#include "report/xml_text.h"

/*
 * JUnit's XML as Jenkins and GitLab read it (the schema of the Jenkins xUnit plugin): a draft is a suite, a
 * finding is a case that fails; a hint is one that was skipped, since it stops nobody. A draft without
 * findings is one good case.
 */
static void begin(const struct report_style *style, struct str *out) {
    (void)style;
    str_append_text(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"sunting\">\n");
}

static void attribute(struct str *out, const char *name, struct slice value) {
    str_printf(out, " %s=\"", name);
    xml_append(out, value);
    str_append_byte(out, '"');
}

static void open_suite(struct str *out, const char *path, size_t tests, size_t failures, size_t errors,
                       size_t skipped) {
    str_append_text(out, "<testsuite");
    attribute(out, "name", slice_of(path));
    str_printf(out, " tests=\"%zu\" failures=\"%zu\" errors=\"%zu\" skipped=\"%zu\">\n", tests, failures,
               errors, skipped);
}

static void open_case(struct str *out, const char *path, const char *name) {
    str_append_text(out, "<testcase");
    attribute(out, "name", slice_of(name));
    attribute(out, "classname", slice_of(path));
}

static void append_finding(const struct report_entry *entry, const struct finding *finding, struct str *out) {
    struct position start = position_of(entry->positions, finding->start);
    struct str name = {0};
    str_printf(&name, "%s (%zu:%zu)", finding_rule(finding)->name, start.line, start.column);
    open_case(out, entry->path, str_text(&name));
    str_append_text(out, finding->severity == SEVERITY_HINT ? "><skipped" : "><failure");
    attribute(out, "message", slice_of(finding->message));
    if (finding->severity == SEVERITY_HINT) {
        str_append_text(out, "/></testcase>\n");
    } else {
        attribute(out, "type", slice_of(severity_name(finding->severity)));
        str_append_byte(out, '>');
        xml_append(out, slice_of(entry->path));
        str_printf(out, ":%zu:%zu: ", start.line, start.column);
        xml_append(out, slice_range(str_slice(&entry->positions->bytes), finding->start, finding->end));
        str_append_text(out, "</failure></testcase>\n");
    }
    str_free(&name);
}

static void append_silenced(const struct report_style *style, const struct report_entry *entry,
                            struct str *out) {
    struct str told = {0};
    silenced_append(&told, style->lang, entry->silenced);
    str_append_text(out, "<system-out>");
    xml_append(out, str_slice(&told));
    str_append_text(out, "</system-out>\n");
    str_free(&told);
}

static void append_error(const struct report_entry *entry, struct str *out) {
    open_suite(out, entry->path, 1, 0, 1, 0);
    open_case(out, entry->path, "file");
    str_append_text(out, "><error");
    attribute(out, "message", slice_of(entry->error));
    str_append_text(out, "/></testcase>\n</testsuite>\n");
}

static void entry(const struct report_style *style, const struct report_entry *entry, struct str *out) {
    if (entry->error) {
        append_error(entry, out);
        return;
    }
    size_t count = entry->findings->list.count, hints = 0;
    vec_each(const struct finding, finding, &entry->findings->list)
        hints += finding->severity == SEVERITY_HINT;
    open_suite(out, entry->path, count ? count : 1, count - hints, 0, hints);
    if (!count) open_case(out, entry->path, "sunting");
    if (!count) str_append_text(out, "/>\n");
    vec_each(const struct finding, finding, &entry->findings->list)
        append_finding(entry, finding, out);
    if (entry->silenced->list.count) append_silenced(style, entry, out);
    str_append_text(out, "</testsuite>\n");
}

static void end(const struct report_style *style, const struct summary *summary, struct str *out) {
    (void)style;
    (void)summary;
    str_append_text(out, "</testsuites>\n");
}

const struct report_format report_junit = {.begin = begin, .entry = entry, .end = end};
