#ifndef SUNTING_LANGUAGE_SPELLING_WORD_INDEX_H
#define SUNTING_LANGUAGE_SPELLING_WORD_INDEX_H

#include "base/vec.h"
#include "language/lexicon/lexicon.h"
#include "language/spelling/deletions.h"
#include "language/spelling/wordbook.h"

/*
 * All words that a misspelling may stand for, in arrays that are cheap to search for what is nearly the same.
 * They are sorted by length, and then by how common the words are, in powers of two; which letters a word
 * has, once or more often, is a bit set, so that most words are dismissed without looking at them. Sorted, an
 * index is one run of bytes that can lie in a mapped file.
 */
struct indexed_word {
    const char *text;        /* not terminated, not owned */
    uint32_t documents : 24; /* how many of the counted articles have it; 0: only a dictionary does */
    uint32_t len : 8;
};

enum { INDEX_CLASSES = 25, INDEX_PLACES = (WORD_LIMIT + 1) * INDEX_CLASSES };

struct packed_word {
    uint32_t text; /* where it begins in the texts */
    uint32_t documents : 24, len : 8;
};

struct word_index {
    VEC(struct indexed_word) added; /* not yet sorted */
    struct str owned;               /* the bytes, unless they lie elsewhere */
    struct slice bytes, texts;
    size_t count;
    const uint32_t *starts; /* by length and class: the first word */
    const uint64_t *letters;
    const struct packed_word *words;
    struct deletions deletions; /* what word_index_near() asks, where there is one */
};

/* Adds the word, which must last until it is sorted: that is after the last, and before the first search. */
void word_index_add(struct word_index *index, struct slice word, uint32_t documents);
void word_index_sort(struct word_index *index);
void word_index_free(struct word_index *index);
/* Takes the bytes of a sorted index (its member bytes), which must outlive this one, at a multiple of 8.
 * False when they are none. Whatever they hold, a search ends and stays inside of them. */
bool word_index_take(struct word_index *index, struct slice bytes);

/* The word of that number, which is below count; empty when the bytes do not hold it. Valid as long as they.
 */
struct slice word_index_word(const struct word_index *index, size_t number);

/* The bytes of the table of deletions for a sorted index; they make a search for the same words short. */
void word_index_make_deletions(const struct word_index *index, struct str *out);

/* An each() that keeps the documents of the commonest: by points to a uint32_t, 0 at first. */
void word_index_keep_most(void *by, const struct indexed_word *near);

/* Slips of a few kinds cost less than others; ONE_EDIT is the price of an ordinary one. */
enum { ONE_EDIT = 100, EDIT_FAR = 10000 };

/* The number of single edits (insertion, deletion, substitution, transposition of neighbours) from a to b;
 * more than most is reported as most + 1. */
unsigned edit_count(struct slice a, struct slice b, unsigned most);
/* What the slips cost that make wrong out of right: neighbouring keys, doubled and dropped letters and sounds
 * that are taken for each other are cheap, another first letter is dear. */
unsigned edit_cost(struct slice wrong, struct slice right);

/* Letters that stand beside each other on the keyboard in use (QWERTY), also from row to row. */
bool keys_are_neighbours(char a, char b);

/* Calls each() for every word at most edits away from word, itself excluded; words with fewer documents than
 * least, when that is a power of two or 0, are passed over. */
void word_index_near(const struct word_index *index, struct slice word, unsigned edits, uint32_t least,
                     void (*each)(void *by, const struct indexed_word *near), void *by);
/* The documents of the commonest word one edit away. */
uint32_t word_index_neighbour(const struct word_index *index, struct slice word);

#endif
