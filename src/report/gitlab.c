#include "base/map.h"
#include "report/json_value.h"
#include "report/report.h"

/* GitLab's Code Quality: https://docs.gitlab.com/ee/ci/testing/code_quality.html#code-quality-report-format
 */

static void begin(const struct report_style *style, struct str *out) {
    (void)style;
    str_append_byte(out, '[');
}

/* The same finding has the same fingerprint in the next run, wherever its line has moved: rule, words, and
 * how many of them stood before it in the draft, which seen counts. */
static uint64_t fingerprint(const struct report_entry *entry, const struct finding *finding,
                            struct map *seen) {
    struct str key = {0};
    str_printf(&key, "%s\n%s\n", entry->path, finding_rule(finding)->name);
    str_append(&key, slice_range(str_slice(&entry->positions->bytes), finding->start, finding->end));
    uintptr_t before = (*map_put(seen, str_slice(&key)))++;
    str_printf(&key, "\n%zu", (size_t)before);
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
    json_append(out, slice_of(path + (path[0] == '.' && path[1] == '/' ? 2 : 0))); /* GitLab wants none */
    str_printf(out, ",\"lines\":{\"begin\":%zu}}}", line);
}

static void entry(const struct report_style *style, const struct report_entry *entry, struct str *out) {
    static const char *const severities[] = {
        [SEVERITY_HINT] = "info", [SEVERITY_WARNING] = "minor", [SEVERITY_ERROR] = "major"};
    if (entry->error) {
        append(out, entry->path, "file", "blocker", slice_of(entry->error), slice_hash(slice_of(entry->path)),
               1);
        return;
    }
    struct map seen = {0};
    for (size_t i = 0; i < entry->findings->list.count; i++) {
        const struct finding *finding = &entry->findings->list.items[i];
        if (i) str_append_text(out, ",\n");
        append(out, entry->path, finding_rule(finding)->name, severities[finding->severity],
               slice_of(finding->message), fingerprint(entry, finding, &seen),
               position_of(entry->positions, finding->start).line);
    }
    map_free(&seen);
    if (!entry->silenced->list.count) return;
    struct str told = {0};
    silenced_append(&told, style->lang, entry->silenced);
    if (entry->findings->list.count) str_append_text(out, ",\n");
    struct str key = {0};
    str_printf(&key, "%s\n%s", entry->path, str_text(&told));
    append(out, entry->path, "silenced", "info", str_slice(&told), slice_hash(str_slice(&key)), 1);
    str_free(&told);
    str_free(&key);
}

static void end(const struct report_style *style, const struct summary *summary, struct str *out) {
    (void)style;
    (void)summary;
    str_append_text(out, "]\n");
}

const struct report_format report_gitlab = {.between = ",\n", .begin = begin, .entry = entry, .end = end};
