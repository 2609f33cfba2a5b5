#include "report/json_value.h"
#include "report/report.h"

/* GitLab's Code Quality: https://docs.gitlab.com/ee/ci/testing/code_quality.html#code-quality-report-format
 */

static void begin(const struct report_style *style, struct str *out) {
    (void)style;
    str_append_byte(out, '[');
}

/* The same finding has the same fingerprint in the next run, wherever its line has moved: rule, words, and
 * how many of them stood before it in the draft. */
static uint64_t fingerprint(const struct report_entry *entry, size_t index) {
    const struct finding *finding = &entry->findings->list.items[index];
    struct slice bytes = str_slice(&entry->positions->bytes);
    struct slice text = slice_range(bytes, finding->start, finding->end);
    struct str key = {0};
    size_t before = 0;
    for (size_t i = 0; i < index; i++) {
        const struct finding *other = &entry->findings->list.items[i];
        before += other->rule == finding->rule && other->end - other->start == text.len &&
                  slice_equal(slice_range(bytes, other->start, other->end), text);
    }
    str_printf(&key, "%s\n%s\n%zu\n", entry->path, rule_get(finding->rule)->name, before);
    str_append(&key, text);
    uint64_t hash = slice_hash(str_slice(&key));
    str_free(&key);
    return hash;
}

static void append(struct str *out, const char *path, const char *name, const char *severity,
                   struct slice text, uint64_t print, size_t line) {
    str_append_text(out, "{\"description\":");
    json_append(out, text);
    str_printf(
        out, ",\"check_name\":\"%s\",\"fingerprint\":\"%016llx\",\"severity\":\"%s\",\"location\":{\"path\":",
        name, (unsigned long long)print, severity);
    json_append(out, slice_of(path));
    str_printf(out, ",\"lines\":{\"begin\":%zu}}}", line);
}

static void entry(const struct report_style *style, const struct report_entry *entry, struct str *out) {
    static const char *const severities[] = {
        [SEVERITY_HINT] = "info", [SEVERITY_WARNING] = "minor", [SEVERITY_ERROR] = "major"};
    (void)style;
    if (entry->error) {
        append(out, entry->path, "file", "blocker", slice_of(entry->error), slice_hash(slice_of(entry->path)),
               1);
        return;
    }
    for (size_t i = 0; i < entry->findings->list.count; i++) {
        const struct finding *finding = &entry->findings->list.items[i];
        if (i) str_append_text(out, ",\n");
        append(out, entry->path, rule_get(finding->rule)->name, severities[finding->severity],
               slice_of(finding->message), fingerprint(entry, i),
               position_of(entry->positions, finding->start).line);
    }
}

static void end(const struct report_style *style, const struct summary *summary, struct str *out) {
    (void)style;
    (void)summary;
    str_append_text(out, "]\n");
}

const struct report_format report_gitlab = {
    .name = "gitlab", .between = ",\n", .begin = begin, .entry = entry, .end = end};
