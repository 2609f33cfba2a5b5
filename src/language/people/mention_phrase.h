#ifndef SUNTING_LANGUAGE_PEOPLE_MENTION_PHRASE_H
#define SUNTING_LANGUAGE_PEOPLE_MENTION_PHRASE_H

#include "language/people/mention.h"

/* What mention.c, which reads a phrase word by word, and mention_comma.c share. */

/* The name with which the tokens from segment to asked end; end: less, where degrees stand after it. */
struct phrase_name {
    size_t segment, asked, end, name, bare;
};

/* What reading a phrase knows so far. */
struct mention_phrase {
    const struct reading *r;
    size_t limit;
    size_t segment;  /* first token of the part after the last comma */
    bool small_head; /* begins with a small word: warga, juru bicara */
    struct mention *m;
    struct phrase_name found; /* the last that was asked for: the same is asked again and again */
};

/* The name that the part ends with, degrees left out, which move *end; false when there is none. */
bool phrase_find_name(struct mention_phrase *p, size_t *end, size_t *name, size_t *bare);
bool phrase_ends_with_name(struct mention_phrase *p, size_t end);
/* Makes that name, if there is one, the name of the mention. */
void phrase_take_name(struct mention_phrase *p, size_t end);
/* After the bracket that opens at i; i when it does not close soon. */
size_t phrase_skip_bracket(const struct mention_phrase *p, size_t i);
/* A comma at *i: true when the phrase goes on after it. Moves *i. */
bool phrase_passes_comma(struct mention_phrase *p, size_t *i);

#endif
