#ifndef SUNTING_CHECK_PATTERN_PATTERN_PARTS_H
#define SUNTING_CHECK_PATTERN_PATTERN_PARTS_H

#include "check/pattern/automaton.h"

/* What the files of the patterns share; nobody else includes it. */
struct patterns {
    size_t words; /* of the vocabulary, before patterns added theirs */
    struct atoms atoms;
    struct nodes nodes;
    struct steps steps;
    VEC(uint32_t) starts; /* by pattern: its first step */
    VEC(bool) parted;     /* by pattern: has groups or a part to report */
    VEC(uint32_t) passed; /* by pattern: its first tokens that are looked at when the others are found */
    struct automaton automaton;
    bool ready;
    VEC(uint32_t) symbols; /* of one sentence, its start and end included */
    VEC(uint32_t) firsts;  /* by symbol: the state that a match beginning there goes on from */
    VEC(uint8_t) tried;    /* by step and token, while the parts of a match are found */
};

/* Adds the pattern whose steps begin at start and are the last, as they were compiled. */
void patterns_enter(struct patterns *patterns, uint32_t start);

#endif
