#include "boost.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

enum { BINS = 64, LAST_LEVEL = DEPTH };

/* Usual values; tried by what they find in text that was neither counted nor trained on. */
static const double RATE = 0.12, RIDGE = 2.0, CHILD_LEAST = 1.0, PART = 0.7, FEATURES_PART = 0.7;

static const int directions[FEATURE_COUNT] = {
#define FEATURE(name, direction) direction,
#include "language/spelling/ranking_features.def"
#undef FEATURE
};

struct node {
    double low, high; /* what its leaves may say, so that no feature speaks the wrong way */
    double value;
};

struct slope {
    double first, second; /* derivatives of the loss, summed */
};

struct booster {
    const struct samples *samples;
    size_t count;
    float edges[FEATURE_COUNT][BINS]; /* upper ends of bins */
    size_t edge_counts[FEATURE_COUNT];
    uint8_t *bins; /* by sample and feature */
    double *scores;
    struct slope *slopes;
    uint8_t *nodes; /* by sample: where it is on this level; 0xff: left out of this tree */
    bool used[FEATURE_COUNT];
    uint64_t random;
};

static double chance(struct booster *b) {
    b->random ^= b->random >> 12;
    b->random ^= b->random << 25;
    b->random ^= b->random >> 27;
    return (double)(b->random * UINT64_C(2685821657736338717) >> 11) / 9007199254740992.0;
}

static int compare_floats(const void *a, const void *b) {
    float x = *(const float *)a, y = *(const float *)b;
    return (x > y) - (x < y);
}

static void make_bins(struct booster *b) {
    float *values = memory_alloc((b->count + 1) * sizeof *values);
    b->bins = memory_alloc(b->count * FEATURE_COUNT + 1);
    for (size_t f = 0; f < FEATURE_COUNT; f++) {
        for (size_t i = 0; i < b->count; i++)
            values[i] = b->samples->items.items[i].features[f];
        qsort(values, b->count, sizeof *values, compare_floats);
        size_t edges = 0;
        for (size_t k = 1; k < BINS; k++) {
            float edge = values[b->count * k / BINS];
            if (edge < values[b->count - 1] && (!edges || edge > b->edges[f][edges - 1]))
                b->edges[f][edges++] = edge;
        }
        b->edge_counts[f] = edges;
        for (size_t i = 0; i < b->count; i++) {
            size_t bin = 0;
            while (bin < edges && b->samples->items.items[i].features[f] > b->edges[f][bin])
                bin++;
            b->bins[i * FEATURE_COUNT + f] = (uint8_t)bin;
        }
    }
    free(values);
}

static double optimum(struct slope s) {
    return -s.first / (s.second + RIDGE);
}

static double clamp(double value, const struct node *node) {
    return fmin(node->high, fmax(node->low, value));
}

/* How much the loss falls when all samples of a node are given this value. */
static double gain_of(struct slope s, double value) {
    return -(s.first * value + 0.5 * (s.second + RIDGE) * value * value);
}

struct split {
    size_t feature, bin;
    double gain, left, right;
};

static void try_feature(const struct booster *b, size_t f, const struct node *node, const struct slope *sums,
                        struct slope whole, struct split *best) {
    struct slope left = {0};
    double before = gain_of(whole, clamp(optimum(whole), node));
    for (size_t bin = 0; bin < b->edge_counts[f]; bin++) {
        left.first += sums[bin].first;
        left.second += sums[bin].second;
        struct slope right = {whole.first - left.first, whole.second - left.second};
        if (left.second < CHILD_LEAST || right.second < CHILD_LEAST) continue;
        double l = clamp(optimum(left), node), r = clamp(optimum(right), node);
        if (directions[f] * (r - l) < 0) continue;
        double gain = gain_of(left, l) + gain_of(right, r) - before;
        if (gain > best->gain) *best = (struct split){f, bin, gain, l, r};
    }
}

/* The best question for one node of a level. */
static struct split find_split(const struct booster *b, size_t at, const struct node *node) {
    static struct slope sums[FEATURE_COUNT][BINS];
    struct slope whole = {0};
    memset(sums, 0, sizeof sums);
    for (size_t i = 0; i < b->count; i++) {
        if (b->nodes[i] != at) continue;
        whole.first += b->slopes[i].first;
        whole.second += b->slopes[i].second;
        for (size_t f = 0; f < FEATURE_COUNT; f++) {
            struct slope *sum = &sums[f][b->bins[i * FEATURE_COUNT + f]];
            sum->first += b->slopes[i].first;
            sum->second += b->slopes[i].second;
        }
    }
    double value = clamp(optimum(whole), node);
    struct split best = {.bin = BINS, .gain = 1e-9, .left = value, .right = value};
    for (size_t f = 0; f < FEATURE_COUNT; f++)
        if (b->used[f]) try_feature(b, f, node, sums[f], whole, &best);
    return best;
}

static void split_level(struct booster *b, size_t level, struct node *nodes, struct grown *tree) {
    struct node children[LEAVES];
    struct split splits[LEAVES];
    size_t count = (size_t)1 << level;
    for (size_t at = 0; at < count; at++) {
        struct split s = splits[at] = find_split(b, at, &nodes[at]);
        bool none = s.bin == BINS;
        size_t place = count - 1 + at;
        double middle = (s.left + s.right) / 2;
        tree->features[place] = (int)s.feature;
        tree->thresholds[place] = none ? FLT_MAX : b->edges[s.feature][s.bin];
        struct node left = nodes[at], right = nodes[at];
        if (!none && directions[s.feature] > 0) left.high = right.low = middle;
        if (!none && directions[s.feature] < 0) left.low = right.high = middle;
        left.value = s.left;
        right.value = s.right;
        children[2 * at] = left;
        children[2 * at + 1] = right;
    }
    for (size_t i = 0; i < b->count; i++) {
        if (b->nodes[i] == 0xff) continue;
        struct split s = splits[b->nodes[i]];
        bool above = s.bin != BINS && b->bins[i * FEATURE_COUNT + s.feature] > s.bin;
        b->nodes[i] = (uint8_t)(2 * b->nodes[i] + above);
    }
    memcpy(nodes, children, 2 * count * sizeof *nodes);
}

static void grow(struct booster *b, struct grown *tree) {
    struct node nodes[LEAVES] = {{-DBL_MAX, DBL_MAX, 0}};
    for (size_t f = 0; f < FEATURE_COUNT; f++)
        b->used[f] = chance(b) < FEATURES_PART;
    for (size_t i = 0; i < b->count; i++) {
        const struct sample *sample = &b->samples->items.items[i];
        double belief = 1 / (1 + exp(-b->scores[i]));
        b->slopes[i].first = (double)sample->weight * (belief - sample->right);
        b->slopes[i].second = (double)sample->weight * belief * (1 - belief);
        b->nodes[i] = chance(b) < PART ? 0 : 0xff;
    }
    for (size_t level = 0; level < DEPTH; level++)
        split_level(b, level, nodes, tree);
    for (size_t k = 0; k < LEAVES; k++)
        tree->leaves[k] = RATE * nodes[k].value;
}

static double say(const struct grown *tree, const float *features) {
    size_t node = 0;
    for (size_t level = 0; level < DEPTH; level++)
        node = 2 * node + 1 + (features[tree->features[node]] > tree->thresholds[node]);
    return tree->leaves[node - SPLITS];
}

/* The odds of any rival. */
static double first_score(const struct samples *samples) {
    double right = 0, all = 0;
    vec_each(const struct sample, sample, &samples->items) {
        all += (double)sample->weight;
        right += sample->right ? (double)sample->weight : 0;
    }
    return log(right / (all - right));
}

void boost(const struct samples *samples, size_t sets, size_t rounds, struct grown *forest) {
    struct booster b = {.samples = samples, .count = samples->items.count, .random = 88172645463325252};
    make_bins(&b);
    b.scores = memory_alloc((b.count + 1) * sizeof *b.scores);
    b.slopes = memory_alloc((b.count + 1) * sizeof *b.slopes);
    b.nodes = memory_alloc(b.count + 1);
    double start = first_score(samples);
    for (size_t set = 0; set < sets; set++) {
        for (size_t i = 0; i < b.count; i++)
            b.scores[i] = start;
        for (size_t round = 0; round < rounds; round++) {
            struct grown *tree = &forest[set * rounds + round];
            grow(&b, tree);
            for (size_t i = 0; i < b.count; i++)
                b.scores[i] += say(tree, samples->items.items[i].features);
            for (size_t k = 0; k < LEAVES; k++)
                tree->leaves[k] = (tree->leaves[k] + start / (double)rounds) / (double)sets;
        }
    }
    free(b.bins);
    free(b.scores);
    free(b.slopes);
    free(b.nodes);
}
