#ifndef SUNTING_LANGUAGE_LEXICON_VOCABULARY_H
#define SUNTING_LANGUAGE_LEXICON_VOCABULARY_H

#include "base/map.h"
#include "base/vec.h"
#include "language/lexicon/lexicon.h"

/*
 * The classes of words, from dictionaries/classes.tsv: a line has the name of a class, what it is, and its
 * words in small letters with a space between. A token is looked up once, when its passage is analysed; what
 * a rule asks of it then is one bit. classes.def has the classes that the program asks for by itself; rule
 * files may speak of any.
 */
enum word_class {
#define CLASS(id, name) CLASS_##id,
#include "language/lexicon/classes.def"
#undef CLASS
    CLASS_COUNT
};

enum { CLASS_LIMIT = 256, CLASS_SETS = CLASS_LIMIT / 64 };

struct word_facts {
    uint64_t classes[CLASS_SETS];
};

struct vocabulary {
    struct map words;             /* index of facts, by word in small letters */
    VEC(struct word_facts) facts; /* the first is of all words that are in no class */
    VEC(struct slice) classes;    /* names, by enum word_class and after it those of rule files */
    uint32_t readers;             /* sets of patterns that were made so far: each has its number */
};

/* Reads the classes of a lexicon; names and words stay in it. */
void vocabulary_load(struct vocabulary *vocabulary, const struct lexicon *classes);
void vocabulary_free(struct vocabulary *vocabulary);

/* The number of a word, small letters; 0 when nothing is known of it. */
uint32_t vocabulary_find(const struct vocabulary *vocabulary, struct slice folded);
/* The number of a word, which it gets when it has none. */
uint32_t vocabulary_add(struct vocabulary *vocabulary, struct slice folded);
/* The number of the class of this name, or CLASS_LIMIT. */
size_t vocabulary_class(const struct vocabulary *vocabulary, struct slice name);

static inline bool vocabulary_has(const struct vocabulary *vocabulary, uint32_t word, size_t class) {
    return vocabulary->facts.items[word].classes[class / 64] >> class % 64 & 1;
}

#endif
