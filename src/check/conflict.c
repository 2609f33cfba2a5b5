#include "check/conflict.h"

#include <string.h>

enum { OPEN_MAX = 16 }; /* ranked findings over one byte; more are not compared */

static bool yields(const struct finding *finding, const struct finding *other) {
    return finding->start < other->end && other->start < finding->end && finding != other &&
           finding_rule(finding)->rank < finding_rule(other)->rank;
}

static bool same_fix(const struct finding *a, const struct finding *b) {
    return a->suggestions.count && b->suggestions.count &&
           strcmp(a->suggestions.items[0], b->suggestions.items[0]) == 0;
}

/* A rule that looks two ways at a word, as spelling.context does by a pattern and by its ranking, tells it
 * once: the first of both, or, of a rule without a rank, whose findings may stand side by side, one of each
 * fix. */
static bool is_told(const struct findings *list, const struct finding *finding) {
    for (const struct finding *f = finding; f-- > list->list.items && f->start == finding->start;)
        if (f->rule == finding->rule && f->end == finding->end &&
            (finding_rule(finding)->rank || same_fix(f, finding)))
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
