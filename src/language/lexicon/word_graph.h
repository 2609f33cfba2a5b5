#ifndef SUNTING_LANGUAGE_LEXICON_WORD_GRAPH_H
#define SUNTING_LANGUAGE_LEXICON_WORD_GRAPH_H

#include "base/str.h"

/*
 * A set of words as the smallest automaton that accepts them, in bytes that can lie in a mapped file: half a
 * million forms of words take half a megabyte. An edge is a uint32_t: the place of the edges after it, the
 * byte, and whether a word ends there and whether it is the last beside its siblings.
 */
struct word_graph {
    struct slice edges; /* the first holds where the first edges are; empty: no words */
};

/* Whatever the edges hold, this ends and stays inside of them. */
bool word_graph_has(const struct word_graph *graph, struct slice word);

/* Makes one of words that come in byte order, each once or more often (J. Daciuk and others, Incremental
 * Construction of Minimal Acyclic Finite-State Automata, 2000). */
struct word_graph_maker;
struct word_graph_maker *word_graph_begin(void);
void word_graph_add(struct word_graph_maker *maker, struct slice word);
/* Appends the edges to out and frees the maker. */
void word_graph_end(struct word_graph_maker *maker, struct str *out);

#endif
