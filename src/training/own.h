#ifndef SUNTING_TRAINING_OWN_H
#define SUNTING_TRAINING_OWN_H

#include "check/checker.h"
#include "training/result.h"

/*
 * A release of one's own as a lesson without a key. What is told is what can be counted: findings before and
 * after, words, sentences, sources named, time. Before means the most findings there ever were: a text comes
 * in by a paste or is typed, so no single moment is the beginning.
 */
#define OWN_LESSON "naskah-sendiri"

/* True when something changed. Findings that are hints do not count. A source is a person or office that a
 * quotation is given to, each once. */
bool own_measure(struct own_result *own, const struct document *document, const struct findings *findings,
                 struct language *language);

#endif
