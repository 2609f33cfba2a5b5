#ifndef SUNTING_CHECK_RULE_EXAMPLE_H
#define SUNTING_CHECK_RULE_EXAMPLE_H

#include "base/str.h"
#include "base/vec.h"

/* A place that an example of a rule marks, <<so>> or <<wrong -> right>>; positions in the plain text. */
struct rule_place {
    size_t start, end;
    struct slice fix; /* of the example; empty: none is asked for */
    bool found;       /* for whoever tries the example */
};

struct rule_places {
    VEC(struct rule_place) list;
};

/* Appends the example without its marks, and their places (NULL: nobody asks). */
void rule_example_read(const char *example, struct str *plain, struct rule_places *places);
/* Appends it without marks to plain, and mended to right; nothing to right when a mark says no fix. */
void rule_example_mend(const char *example, struct str *plain, struct str *right);

#endif
