#ifndef SUNTING_TOOLS_BOOST_H
#define SUNTING_TOOLS_BOOST_H

#include "samples.h"

/*
 * Gradient-boosted trees for two classes (Friedman, Greedy Function Approximation: A Gradient Boosting
 * Machine, 2001, with second derivatives as in Chen and Guestrin, XGBoost, 2016), with features that may only
 * speak one way.
 */
enum { DEPTH = 3, SPLITS = (1 << DEPTH) - 1, LEAVES = 1 << DEPTH };

struct grown {
    int features[SPLITS];
    float thresholds[SPLITS]; /* above: to the right; a split that is none has FLT_MAX */
    double leaves[LEAVES];
};

/* trees of rounds each are grown on a random part of the samples and averaged: forest has sets * rounds
 * trees. */
void boost(const struct samples *samples, size_t sets, size_t rounds, struct grown *forest);

#endif
