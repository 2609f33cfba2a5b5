#include "report/json_value.h"
#include "report/report.h"

static json_t *related_of(const struct positions *positions, const struct related *related) {
    json_t *object = json_object();
    json_set_span(object, positions, related->start, related->end);
    if (related->message) json_object_set_new(object, "message", json_of(slice_of(related->message)));
    return object;
}

static json_t *finding_of(const struct positions *positions, const struct finding *finding) {
    const struct rule *rule = rule_get(finding->rule);
    json_t *object = json_object(), *suggestions = json_array(), *related = json_array();
    json_object_set_new(object, "rule", json_string(rule->name));
    json_object_set_new(object, "severity", json_string(severity_name(finding->severity)));
    json_set_span(object, positions, finding->start, finding->end);
    json_object_set_new(object, "text",
                        json_of(slice_range(str_slice(&positions->bytes), finding->start, finding->end)));
    json_object_set_new(object, "message", json_of(slice_of(finding->message)));
    for (size_t i = 0; i < finding->suggestions.count; i++)
        json_array_append_new(suggestions, json_of(slice_of(finding->suggestions.items[i])));
    for (size_t i = 0; i < finding->related.count; i++)
        json_array_append_new(related, related_of(positions, &finding->related.items[i]));
    json_object_set_new(object, "suggestions", suggestions);
    json_object_set_new(object, "related", related);
    return object;
}

static void begin(const struct report_style *style, struct str *out) {
    (void)style;
    str_append_text(out, "{\"version\":1,\"files\":[");
}

static void entry(const struct report_style *style, const struct report_entry *entry, struct str *out) {
    (void)style;
    json_t *object = json_object();
    json_object_set_new(object, "path", json_of(slice_of(entry->path)));
    if (entry->error) {
        json_object_set_new(object, "error", json_of(slice_of(entry->error)));
    } else {
        json_t *findings = json_array(), *metrics = json_object();
        for (size_t i = 0; i < entry->findings->list.count; i++)
            json_array_append_new(findings, finding_of(entry->positions, &entry->findings->list.items[i]));
        json_object_set_new(object, "findings", findings);
        json_object_set_new(metrics, "words", json_number(entry->metrics.words));
        json_object_set_new(metrics, "sentences", json_number(entry->metrics.sentences));
        json_object_set_new(metrics, "paragraphs", json_number(entry->metrics.paragraphs));
        json_object_set_new(object, "metrics", metrics);
    }
    json_write(object, out);
}

static void end(const struct report_style *style, const struct summary *summary, struct str *out) {
    (void)style;
    json_t *object = json_object();
    json_object_set_new(object, "errors", json_number(summary->errors));
    json_object_set_new(object, "warnings", json_number(summary->warnings));
    json_object_set_new(object, "hints", json_number(summary->hints));
    json_object_set_new(object, "files", json_number(summary->files));
    str_append_text(out, "],\"summary\":");
    json_write(object, out);
    str_append_text(out, "}\n");
}

const struct report_format report_json = {
    .name = "json", .between = ",\n", .begin = begin, .entry = entry, .end = end};
