#include "language/spelling/ranking.h"

#include <stdlib.h>

enum { DEPTH = 3, SPLITS = (1 << DEPTH) - 1, LEAVES = 1 << DEPTH };

/* A tree of DEPTH questions: is the feature above the threshold? */
struct tree {
    uint8_t features[SPLITS];
    float thresholds[SPLITS]; /* the questions, level by level */
    float leaves[LEAVES];
};

struct trees {
    size_t count;
    struct tree items[];
};

/* The whole number that *rest begins with, with the blank after it. */
static long take_number(struct slice *rest) {
    enum { MOST = 100000000 /* a digit more stays within 32 bits */ };
    bool minus = rest->len && rest->data[0] == '-';
    size_t i = minus;
    long number = 0;
    for (; i < rest->len && rest->data[i] >= '0' && rest->data[i] <= '9'; i++)
        if (number < MOST) number = number * 10 + (rest->data[i] - '0');
    while (i < rest->len && rest->data[i] != ' ')
        i++;
    *rest = slice_range(*rest, i + (i < rest->len), rest->len);
    return minus ? -number : number;
}

/* Thousandths: no decimal point, which would depend on the locale. */
static float number(struct slice *rest) {
    return (float)take_number(rest) / 1000;
}

static void read_tree(struct slice fields, struct tree *tree) {
    for (size_t i = 0; i < SPLITS; i++) {
        size_t feature = (size_t)take_number(&fields);
        tree->features[i] = (uint8_t)(feature < FEATURE_COUNT ? feature : 0);
        tree->thresholds[i] = number(&fields);
    }
    for (size_t i = 0; i < LEAVES; i++)
        tree->leaves[i] = number(&fields);
}

static const struct trees *trees_of(struct language *language) {
    uintptr_t *known = map_put(language_memo(language, MEMO_TREES), SLICE("trees"));
    if (*known) return (const struct trees *)*known;
    const struct lexicon *lexicon = language_lexicon(language, LEXICON_RANKING);
    struct slice fields;
    size_t count = 0;
    for (size_t at = 0; lexicon_next(lexicon, &at, NULL, NULL);)
        count++;
    struct trees *trees = memory_zero(1, sizeof *trees + count * sizeof *trees->items);
    for (size_t at = 0; lexicon_next(lexicon, &at, NULL, &fields);)
        read_tree(fields, &trees->items[trees->count++]);
    *known = (uintptr_t)trees;
    return trees;
}

double ranking_score(struct language *language, const struct ranked *ranked) {
    const struct trees *trees = trees_of(language);
    double score = 0;
    for (size_t i = 0; i < trees->count; i++) {
        const struct tree *tree = &trees->items[i];
        size_t node = 0;
        for (size_t level = 0; level < DEPTH; level++)
            node = 2 * node + 1 + (ranked->features[tree->features[node]] > tree->thresholds[node]);
        score += (double)tree->leaves[node - SPLITS];
    }
    return score;
}
