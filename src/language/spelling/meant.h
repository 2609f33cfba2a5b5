#ifndef SUNTING_LANGUAGE_SPELLING_MEANT_H
#define SUNTING_LANGUAGE_SPELLING_MEANT_H

#include "language/sentence/words.h"

/*
 * Which word was meant where another stands, told by the two words on either side. Candidates are one slip
 * away, or have lost or gained the -an of agents (pendamping, pendampingan).
 */
enum slip { SLIP_LETTER, SLIP_AGENT };

struct meant {
    char *word;   /* owned, small letters; NULL: nothing is likelier */
    double proof; /* by how many powers of ten it is likelier than what stands there */
    enum slip slip;
    uint32_t before, after; /* how often it is seen beside the word before and behind; frequency_beside() */
    bool open_before, open_after; /* no word stands there */
    uint32_t written;             /* how often what stands there is written, anywhere */
};

/* Release with meant_free(). False when nothing is likelier, or the word is seen often enough beside both
 * neighbours. */
bool meant_find(struct language *language, const struct analysis *a, size_t i, struct meant *meant);
void meant_free(struct meant *meant);

/* How many powers of ten likelier the other word (small letters) is than token i. */
double meant_proof(struct language *language, const struct analysis *a, size_t i, struct slice other);

/* The proof is so strong that a word which looks like a name (a capital, no dictionary has it) is a slip. */
bool meant_is_no_name(const struct meant *meant, struct slice word);
/* The proof is so strong that a word which exists is a slip. */
bool meant_is_sure(const struct meant *meant, struct slice word);

#endif
