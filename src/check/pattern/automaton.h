#ifndef SUNTING_CHECK_PATTERN_AUTOMATON_H
#define SUNTING_CHECK_PATTERN_AUTOMATON_H

#include "check/pattern/starts.h"

/*
 * All patterns as one machine that reads symbols. A state is the set of steps that wait for the next token;
 * it and its ways out are made when a text first asks for them, and forgotten all together when they become
 * too many.
 */
struct state {
    uint32_t first, count;  /* steps, of pool */
    uint32_t found, founds; /* patterns that end here, of pool */
};

/* The next state, by state and symbol: a table of half empty places, for a map would have its keys elsewhere.
 */
struct way {
    uint32_t from, symbol, to; /* to: plus 1; 0 in a free place */
};

struct ways {
    struct way *places;
    size_t count, capacity; /* capacity: 0 or a power of two */
};

struct automaton {
    const struct steps *steps;
    struct atoms *atoms;
    VEC(uint32_t) starts;  /* steps that wait for the first token that a pattern is looked for by */
    struct starts waiting; /* those that wait in STATE_START */
    VEC(struct state) states;
    VEC(uint32_t) pool;
    struct map by_steps; /* number of a state plus 1, by its steps as bytes */
    struct ways ways;
    VEC(uint32_t) from_start; /* next state plus 1, by symbol: most tokens begin nothing */
    VEC(uint32_t) marks;      /* by step: the last closure that it was in */
    VEC(uint32_t) stack, set; /* of a closure */
    VEC(uint32_t) before;     /* the set that one is made of */
    uint32_t closure;
};

enum { STATE_DEAD, STATE_START };

void automaton_free(struct automaton *automaton);
/* Adds the pattern whose steps begin here. What nearly every token is, at its beginning, is passed over: it
 * is looked for from the first token that few are. The number of tokens passed over is returned; where it is
 * not 0, what is found may be none, or shorter: automaton_longest() tells. */
uint32_t automaton_enter(struct automaton *automaton, uint32_t start);
/* How many of the symbols the pattern whose steps begin here takes at most; 0: it does not match there. Costs
 * the symbols times the steps that wait. */
size_t automaton_longest(struct automaton *automaton, uint32_t start, const uint32_t *symbols, size_t count);
/* Forgets all states; needed after the steps changed. */
void automaton_reset(struct automaton *automaton);
/* The state after this symbol; STATE_DEAD: nothing can match any more. States are numbers until the next call
 * of automaton_reset(). */
uint32_t automaton_next(struct automaton *automaton, uint32_t state, uint32_t symbol);
/* Asks for the memory that automaton_next() will read first. */
void automaton_expect(const struct automaton *automaton, uint32_t state, uint32_t symbol);
/* True when the states became too many: reset between two matches. */
bool automaton_is_full(const struct automaton *automaton);
/* True when a match that begins here may be empty. */
bool automaton_is_empty(struct automaton *automaton, uint32_t start);

#endif
