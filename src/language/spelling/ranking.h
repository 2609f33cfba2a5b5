#ifndef SUNTING_LANGUAGE_SPELLING_RANKING_H
#define SUNTING_LANGUAGE_SPELLING_RANKING_H

#include "language/lexicon/word_table.h"
#include "language/sentence/words.h"
#include "language/spelling/rivals.h"

/*
 * Which rival of a word was meant where the word stands, as decision trees see it that were trained on
 * planted slips: tools/context has the program, dictionaries/ranking.tsv the trees. What they look at is
 * ranking_features.def.
 */
enum ranking_feature {
#define FEATURE(name, direction) FEATURE_##name,
#include "language/spelling/ranking_features.def"
#undef FEATURE
    FEATURE_COUNT
};

struct ranked {
    const struct rival *rival;
    float features[FEATURE_COUNT];
};

/* What the ranking may speak of: a word of letters, not in capitals, not in italics. */
bool ranking_looks_at(const struct analysis *a, size_t i);

/* The rivals that would be likelier at token i than the word, none when it is seen often enough beside its
 * neighbours there. The word need not be what stands there: for the training. draft: how often each word, in
 * small letters, stands in the draft. Returns how many there are. */
size_t ranking_rivals_of(struct language *language, const struct analysis *a, size_t i, struct word *word,
                         const struct word_table *draft, struct ranked ranked[RIVALS_MOST]);

/* The trees' belief that the rival was meant: the natural logarithm of its odds. */
double ranking_score(struct language *language, const struct ranked *ranked);

/* The best of the rivals at token i; false when there is none. */
bool ranking_best(struct language *language, const struct analysis *a, size_t i,
                  const struct word_table *draft, struct ranked *best, double *score);

/* Counts the words of a passage for the draft. */
void ranking_count(struct word_table *draft, const struct analysis *a);

#endif
