#ifndef SUNTING_CHECK_PATTERN_CODE_H
#define SUNTING_CHECK_PATTERN_CODE_H

#include "check/pattern/atom.h"

/*
 * A pattern as read: a tree of nodes; and as run: a list of steps, in the manner of Thompson.
 */
enum node_kind { NODE_ATOM, NODE_SEQUENCE, NODE_EITHER, NODE_REPEAT, NODE_GROUP };

struct node {
    enum node_kind kind;
    uint32_t value;       /* of an atom: its number; of a group: its number, 0 the part to report */
    uint32_t least, most; /* of a repetition; most may be REPEAT_ALWAYS */
    uint32_t child, next; /* index plus 1 of the first child, of the next sibling */
};
enum { REPEAT_ALWAYS = UINT32_MAX, REPEAT_MOST = 100 };

enum step_kind { STEP_ATOM, STEP_SPLIT, STEP_JUMP, STEP_SAVE, STEP_FOUND };

struct step {
    enum step_kind kind;
    uint32_t value; /* atom, slot (group * 2, plus 1 at its end) or pattern */
    uint32_t other; /* of a split: the second way, after the next step; of a jump: where to */
};

struct nodes {
    VEC(struct node) list;
};

struct steps {
    VEC(struct step) list;
};

/* Reads a pattern. The root is the index of its node; false with a sentence in e. */
bool pattern_parse(struct slice source, struct atoms *atoms, struct nodes *nodes, uint32_t *root,
                   struct error *e);
/* Appends the steps of the tree under root, and that this pattern is found. False when there are more than
 * PATTERN_STEPS. */
bool pattern_compile(const struct nodes *nodes, uint32_t root, uint32_t pattern, struct steps *steps);

#endif
