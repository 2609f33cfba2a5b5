#include "check/conflict.h"

enum { OPEN_MAX = 16 }; /* ranked findings over one byte; more are not compared */

static bool yields(const struct finding *finding, const struct finding *other) {
    return finding->start < other->end && other->start < finding->end && finding != other &&
           finding_rule(finding)->rank < finding_rule(other)->rank;
}

/* One pass: those before it that reach to the place of a finding are compared with it, both ways. */
void conflicts_settle(struct findings *list) {
    struct finding *open[OPEN_MAX];
    size_t opened = 0, kept = 0;
    vec_each(struct finding, finding, &list->list) {
        if (!finding_rule(finding)->rank) continue;
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
