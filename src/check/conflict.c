#include "check/conflict.h"

#include <string.h>

enum { OPEN_MAX = 16 }; /* ranked findings over one byte; more are not compared */

/* One rule that finds the same words twice, as spelling.context does by a pattern and by its ranking, says so
 * once. */
static bool repeats(const struct finding *finding, const struct finding *other) {
    return finding_rule(finding) == finding_rule(other) && finding->start == other->start &&
           finding->end == other->end && finding > other;
}

static bool yields(const struct finding *finding, const struct finding *other) {
    return repeats(finding, other) ||
           (finding->start < other->end && other->start < finding->end && finding != other &&
            finding_rule(finding)->rank < finding_rule(other)->rank);
}

/* A rule that looks two ways at a word tells it once: the same place, and the same fix. */
static bool is_told(const struct findings *list, const struct finding *finding) {
    for (const struct finding *f = finding; f-- > list->list.items && f->start == finding->start;)
        if (f->rule == finding->rule && f->end == finding->end && f->suggestions.count &&
            finding->suggestions.count && !strcmp(f->suggestions.items[0], finding->suggestions.items[0]))
            return true;
    return false;
}

/* One pass: those before it that reach to the place of a finding are compared with it, both ways. */
void conflicts_settle(struct findings *list) {
    struct finding *open[OPEN_MAX];
    size_t opened = 0, kept = 0;
    vec_each(struct finding, finding, &list->list) {
        if (is_told(list, finding)) finding->yielded = true;
        if (!finding_rule(finding)->rank || finding->yielded) continue;
        size_t still = 0;
        for (size_t i = 0; i < opened; i++) {
            if (open[i]->end <= finding->start) continue;
            if (yields(open[i], finding)) open[i]->yielded = true;
            if (yields(finding, open[i])) finding->yielded = true;
            open[still++] = open[i];
        }
        opened = still;
        if (opened < OPEN_MAX) open[opened++] = finding;
    }
    vec_each(const struct finding, finding, &list->list)
        if (!finding->yielded) list->list.items[kept++] = *finding;
    list->list.count = kept;
}
