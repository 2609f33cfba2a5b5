#ifndef SUNTING_TOOLS_SAMPLES_H
#define SUNTING_TOOLS_SAMPLES_H

#include "language/spelling/ranking.h"

/* What the trees are trained on: rivals at the places of a text, and at places where a slip was planted. */
struct sample {
    float features[FEATURE_COUNT];
    float weight;
    bool right;   /* the rival is what was meant */
    bool planted; /* the place is */
    size_t place; /* index into places */
    char *rival;  /* owned, for the reader */
};

struct place_read {
    char *text;  /* owned: the words around, "left left WORD right right" */
    char *word;  /* owned: what stands there, or was planted */
    char *meant; /* owned: of a planted slip; else NULL */
};

struct samples {
    VEC(struct sample) items;
    VEC(struct place_read) places;
    size_t words, planted; /* words looked at; slips planted, those without any rival included */
};

/* Reads text: a paragraph a line, an empty line between drafts. Plants a slip at one of so many words (0:
 * none). known: places that turned out to be slips of their writers, "word meant" before the words around. */
void samples_read(struct samples *samples, struct language *language, struct slice text, unsigned one_of,
                  const struct map *known);
void samples_free(struct samples *samples);

#endif
