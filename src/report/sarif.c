#include "report/json_value.h"
#include "report/report.h"

/*
 * SARIF 2.1.0, which code hosts and editors read. One run; the results of a draft are its entry, so that the
 * document is written as the drafts are checked, and what could not be read follows at the end.
 * Source: OASIS, Static Analysis Results Interchange Format Version 2.1.0.
 */
static json_t *text_object(struct slice text) {
    json_t *object = json_object();
    json_object_set_new(object, "text", json_of(text));
    return object;
}

static json_t *rule_object(const struct rule *rule, enum lang lang) {
    json_t *object = json_object(), *configuration = json_object();
    json_object_set_new(object, "id", json_string(rule->name));
    json_object_set_new(object, "shortDescription", text_object(slice_of(rule_text(rule, RULE_ABOUT, lang))));
    json_object_set_new(object, "fullDescription", text_object(slice_of(rule_text(rule, RULE_WHY, lang))));
    json_object_set_new(configuration, "enabled", json_boolean(rule->on));
    json_object_set_new(configuration, "level", json_string(level_name(rule->severity)));
    json_object_set_new(object, "defaultConfiguration", configuration);
    return object;
}

static json_t *tool_object(const struct report_style *style) {
    json_t *tool = json_object(), *driver = json_object(), *rules = json_array();
    const struct rule *rule;
    json_object_set_new(driver, "name", json_string("sunting"));
    json_object_set_new(driver, "version", json_string(SUNTING_VERSION));
    for (size_t i = 0; (rule = rule_book_rule(style->book, i)) != NULL; i++)
        json_array_append_new(rules, rule_object(rule, style->lang));
    json_object_set_new(driver, "rules", rules);
    json_object_set_new(tool, "driver", driver);
    return tool;
}

/* A relative reference or a file: URI; everything but unreserved characters is percent-encoded (RFC 3986). */
static json_t *artifact_object(const char *path) {
    struct str uri = {0};
    if (*path == '/') str_append_text(&uri, "file://");
    for (; *path; path++) {
        unsigned char c = (unsigned char)*path;
        bool plain = (c | 32) >= 'a' && (c | 32) <= 'z';
        if (plain || (c >= '0' && c <= '9') || strchr("-._~/", c))
            str_append_byte(&uri, *path);
        else
            str_printf(&uri, "%%%02X", c);
    }
    json_t *object = json_object();
    json_object_set_new(object, "uri", json_of(str_slice(&uri)));
    str_free(&uri);
    return object;
}

static json_t *region_object(const struct positions *positions, size_t start, size_t end) {
    struct position from = position_of(positions, start), to = position_of(positions, end);
    json_t *region = json_object();
    json_object_set_new(region, "startLine", json_number(from.line));
    json_object_set_new(region, "startColumn", json_number(from.column));
    json_object_set_new(region, "endLine", json_number(to.line));
    json_object_set_new(region, "endColumn", json_number(to.column));
    json_object_set_new(region, "byteOffset", json_number(from.offset));
    json_object_set_new(region, "byteLength", json_number(to.offset - from.offset));
    return region;
}

static json_t *location_object(const char *path, const struct positions *positions, size_t start,
                               size_t end) {
    json_t *location = json_object(), *physical = json_object();
    json_object_set_new(physical, "artifactLocation", artifact_object(path));
    json_t *region = region_object(positions, start, end);
    json_object_set_new(region, "snippet",
                        text_object(slice_range(str_slice(&positions->bytes), start, end)));
    json_object_set_new(physical, "region", region);
    json_object_set_new(location, "physicalLocation", physical);
    return location;
}

static json_t *related_array(const struct report_entry *entry, const struct finding *finding) {
    json_t *array = json_array();
    for (size_t i = 0; i < finding->related.count; i++) {
        const struct related *related = &finding->related.items[i];
        json_t *location = location_object(entry->path, entry->positions, related->start, related->end);
        json_object_set_new(location, "id", json_number(i));
        if (related->message)
            json_object_set_new(location, "message", text_object(slice_of(related->message)));
        json_array_append_new(array, location);
    }
    return array;
}

/* Each suggestion is a fix of its own. */
static json_t *fixes_array(const struct report_entry *entry, const struct finding *finding) {
    json_t *fixes = json_array();
    for (size_t i = 0; i < finding->suggestions.count; i++) {
        struct slice suggestion = slice_of(finding->suggestions.items[i]);
        json_t *replacement = json_object(), *change = json_object(), *fix = json_object();
        json_t *replacements = json_array(), *changes = json_array();
        json_object_set_new(replacement, "deletedRegion",
                            region_object(entry->positions, finding->start, finding->end));
        json_object_set_new(replacement, "insertedContent", text_object(suggestion));
        json_array_append_new(replacements, replacement);
        json_object_set_new(change, "artifactLocation", artifact_object(entry->path));
        json_object_set_new(change, "replacements", replacements);
        json_array_append_new(changes, change);
        json_object_set_new(fix, "description", text_object(suggestion));
        json_object_set_new(fix, "artifactChanges", changes);
        json_array_append_new(fixes, fix);
    }
    return fixes;
}

/* The same finding has the same print after the lines above it have changed. */
static json_t *fingerprints_object(const struct report_entry *entry, const struct finding *finding) {
    char print[20];
    struct slice text = slice_range(str_slice(&entry->positions->bytes), finding->start, finding->end);
    snprintf(print, sizeof print, "%016llx", (unsigned long long)slice_hash(text));
    json_t *object = json_object();
    json_object_set_new(object, "textHash/v1", json_string(print));
    return object;
}

static json_t *result_object(const struct report_entry *entry, const struct finding *finding, bool silenced) {
    json_t *result = json_object(), *locations = json_array();
    json_object_set_new(result, "ruleId", json_string(finding_rule(finding)->name));
    json_object_set_new(result, "ruleIndex", json_number(finding->rule));
    json_object_set_new(result, "level", json_string(level_name(finding->severity)));
    json_object_set_new(result, "message", text_object(slice_of(finding->message)));
    json_array_append_new(locations,
                          location_object(entry->path, entry->positions, finding->start, finding->end));
    json_object_set_new(result, "locations", locations);
    if (finding->related.count)
        json_object_set_new(result, "relatedLocations", related_array(entry, finding));
    if (finding->suggestions.count) json_object_set_new(result, "fixes", fixes_array(entry, finding));
    json_object_set_new(result, "partialFingerprints", fingerprints_object(entry, finding));
    if (silenced) json_object_set_new(result, "suppressions", json_pack("[{s:s}]", "kind", "inSource"));
    return result;
}

static void begin(const struct report_style *style, struct str *out) {
    str_append_text(out,
                    "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
                    "\"runs\":[{\"columnKind\":\"unicodeCodePoints\",\"tool\":");
    json_write(tool_object(style), out);
    str_append_text(out, ",\"results\":[");
}

static void append_results(const struct report_entry *entry, const struct findings *findings, bool silenced,
                           struct str *out) {
    for (size_t i = 0; i < findings->list.count; i++) {
        if (i) str_append_text(out, ",\n");
        json_write(result_object(entry, &findings->list.items[i], silenced), out);
    }
}

static void entry(const struct report_style *style, const struct report_entry *entry, struct str *out) {
    (void)style;
    if (entry->error) return;
    append_results(entry, entry->findings, false, out);
    if (entry->findings->list.count && entry->silenced->list.count) str_append_text(out, ",\n");
    append_results(entry, entry->silenced, true, out);
}

static void end(const struct report_style *style, const struct summary *summary, struct str *out) {
    (void)style;
    json_t *invocation = json_object(), *notifications = json_array();
    for (size_t i = 0; i < summary->failures.count; i++) {
        const struct report_failure *failure = &summary->failures.items[i];
        json_t *notification = json_object(), *location = json_object(), *physical = json_object();
        json_object_set_new(notification, "level", json_string("error"));
        json_object_set_new(notification, "message", text_object(slice_of(failure->error)));
        json_object_set_new(physical, "artifactLocation", artifact_object(failure->path));
        json_object_set_new(location, "physicalLocation", physical);
        json_object_set_new(notification, "locations", json_pack("[o]", location));
        json_array_append_new(notifications, notification);
    }
    if (summary->incomplete.len)
        json_array_append_new(notifications, json_pack("{s:s, s:o}", "level", "error", "message",
                                                       text_object(str_slice(&summary->incomplete))));
    bool successful = !summary->failures.count && !summary->incomplete.len;
    json_object_set_new(invocation, "executionSuccessful", json_boolean(successful));
    json_object_set_new(invocation, "toolExecutionNotifications", notifications);
    str_append_text(out, "],\"invocations\":[");
    json_write(invocation, out);
    str_append_text(out, "]}]}\n");
}

const struct report_format report_sarif = {.between = ",\n", .begin = begin, .entry = entry, .end = end};
