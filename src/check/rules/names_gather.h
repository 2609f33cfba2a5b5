#ifndef SUNTING_CHECK_RULES_NAMES_GATHER_H
#define SUNTING_CHECK_RULES_NAMES_GATHER_H

#include "check/rule.h"
#include "language/lexicon/word_table.h"

/* The capitalised words of a draft that may be names, each once, and what stands beside them. */
enum answer { NOT_ASKED, NO, YES };

struct name {
    const struct word *word; /* folded */
    struct slice text;       /* as first written; of the draft */
    size_t start;            /* where, in the file */
    uint32_t count;
    uint32_t beside; /* the latest of its neighbours, plus 1 */
    uint32_t neighbours;
    bool inside; /* with a capital inside a sentence: surely a name */
    bool alone;  /* never beside another capital */
    bool reported;
    uint8_t known, place; /* enum answer; asked once: each costs several look-ups */
};

/* A capitalised word beside a name. */
struct neighbour {
    uintptr_t word; /* address of the word, folded, and in its last bit on which side it stands */
    uint32_t name;
    uint32_t next; /* of the same name, plus 1 */
};

struct names {
    struct word_table by_word; /* index of list, plus 1 */
    VEC(struct name) list;
    VEC(struct neighbour) neighbours; /* each once */
    struct {
        uint64_t *hashes; /* of struct neighbour; 0: free */
        size_t count, capacity;
    } besides;
    /* By name: a bit for each neighbour, out of so many, and the next when it stands there alone and once. */
    uint64_t *marks;
};
enum { NAME_MARKS = 63 };

/* False: interrupted. Release with names_free() in both cases. */
bool names_gather(const struct check_context *context, const struct document *document, struct names *names);
void names_free(struct names *names);

/* Quickly: the same word may stand beside both, or one stands there alone and once. */
static inline bool names_may_be_one(const struct names *names, size_t a, size_t b) {
    uint64_t one = names->marks[a], other = names->marks[b];
    return ((one | other) >> NAME_MARKS) | (one & other);
}
/* The same word stands beside both, on the same side. */
bool names_stand_beside_the_same(const struct names *names, size_t a, size_t b);

#endif
