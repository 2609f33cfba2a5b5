#include "check/rule.h"

#include <stdlib.h>

enum { SUGGESTIONS = 6 };

struct finding *finding_add(struct findings *out, enum rule_id rule, size_t start, size_t end) {
    struct finding *finding = vec_add(&out->list);
    finding->rule = rule;
    finding->severity = rule < RULE_BUILTIN ? rule_get(rule)->severity : SEVERITY_HINT;
    finding->start = start;
    finding->end = end;
    return finding;
}

void finding_suggest(struct finding *finding, struct slice suggestion) {
    if (finding->suggestions.count == SUGGESTIONS) return;
    for (size_t i = 0; i < finding->suggestions.count; i++)
        if (slice_equal_text(suggestion, finding->suggestions.items[i])) return;
    vec_push(&finding->suggestions, slice_copy(suggestion));
}

struct related *finding_relate(struct finding *finding, size_t start, size_t end) {
    struct related *related = vec_add(&finding->related);
    related->start = start;
    related->end = end;
    return related;
}

struct archived *finding_archive(struct finding *finding, int64_t id) {
    struct archived *archived = vec_add(&finding->archived);
    archived->id = id;
    return archived;
}

static void archived_free(struct archived *archived) {
    free(archived->title);
    free(archived->date);
    free(archived->office);
    free(archived->url);
    free(archived->message);
    for (size_t i = 0; i < archived->here.count; i++)
        free(archived->here.items[i]);
    for (size_t i = 0; i < archived->there.count; i++)
        free(archived->there.items[i]);
    vec_free(&archived->here);
    vec_free(&archived->there);
}

void finding_free(struct finding *finding) {
    vec_each(struct archived, archived, &finding->archived)
        archived_free(archived);
    vec_free(&finding->archived);
    for (size_t i = 0; i < finding->suggestions.count; i++)
        free(finding->suggestions.items[i]);
    for (size_t i = 0; i < finding->related.count; i++)
        free(finding->related.items[i].message);
    vec_free(&finding->suggestions);
    vec_free(&finding->related);
    free(finding->message);
}

void findings_move(struct findings *findings, size_t by) {
    findings_move_from(findings, 0, by);
}

void findings_move_from(struct findings *findings, size_t first, size_t by) {
    for (size_t i = first; i < findings->list.count; i++) {
        struct finding *finding = &findings->list.items[i];
        finding->start += by;
        finding->end += by;
        for (size_t k = 0; k < finding->related.count; k++) {
            finding->related.items[k].start += by;
            finding->related.items[k].end += by;
        }
    }
}

void findings_free(struct findings *findings) {
    for (size_t i = 0; i < findings->list.count; i++)
        finding_free(&findings->list.items[i]);
    vec_free(&findings->list);
}

int finding_order(const struct finding *a, const struct finding *b) {
    if (a->start != b->start) return a->start < b->start ? -1 : 1;
    if (a->end != b->end) return a->end > b->end ? -1 : 1;
    return (int)a->rule - (int)b->rule;
}

static int by_place(const void *left, const void *right) {
    return finding_order(left, right);
}

void findings_sort(struct findings *findings) {
    if (findings->list.count)
        qsort(findings->list.items, findings->list.count, sizeof *findings->list.items, by_place);
}

bool finding_touched(const struct finding *finding, const struct edit *edit) {
    bool inside = edit->offset > finding->start && edit->offset < finding->end;
    return inside || (finding->start < edit->offset + edit->removed.len && edit->offset < finding->end);
}
