#ifndef SUNTING_CHECK_PATTERN_STARTS_H
#define SUNTING_CHECK_PATTERN_STARTS_H

#include "check/pattern/code.h"

/*
 * Which of the many steps that wait for the first token of a match may be taken by a token: they are found
 * under what their atoms ask for (a word, a class, an affix, or else a look), so that those that ask for
 * another are not tried. A step whose atom asks for nothing of the kind is tried for every token.
 */
struct start_link {
    uint32_t step, next; /* index plus 1 of the next under the same key */
};

enum { STARTS_LOOKS = 32 /* bits of a look, of a class of speech */ };

struct starts {
    VEC(struct start_link) links;
    VEC(uint32_t) by_word, by_exact; /* index plus 1 of the first link, by number */
    uint32_t by_class[CLASS_LIMIT], by_affixes[PATTERN_AFFIXES], by_look[STARTS_LOOKS],
        by_speech[STARTS_LOOKS], always;
};

void starts_free(struct starts *starts);
/* Whether few tokens can be what the atom asks for: a word, a class, an affix, or a border of the sentence.
 */
bool starts_are_few(const struct atoms *atoms, uint32_t atom);
/* Enters a step, which waits for an atom. */
void starts_add(struct starts *starts, const struct atoms *atoms, uint32_t atom, uint32_t step);
/* Calls each() for every step that may be taken by the symbol, some more than once. */
void starts_each(const struct starts *starts, const struct atoms *atoms, const struct symbol *symbol,
                 void (*each)(void *by, uint32_t step), void *by);

#endif
