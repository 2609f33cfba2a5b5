#include "check/pattern/automaton.h"

enum { STATES_MOST = 20000 };

static void forget(struct automaton *m) {
    vec_clear(&m->states);
    vec_clear(&m->pool);
    vec_clear(&m->from_start);
    starts_free(&m->waiting);
    map_free(&m->by_steps);
    free(m->ways.places);
    m->ways = (struct ways){0};
}

void automaton_free(struct automaton *m) {
    forget(m);
    vec_free(&m->starts);
    vec_free(&m->states);
    vec_free(&m->pool);
    vec_free(&m->from_start);
    vec_free(&m->marks);
    vec_free(&m->stack);
    vec_free(&m->set);
    vec_free(&m->before);
}

static void close_begin(struct automaton *m) {
    while (m->marks.count < m->steps->list.count)
        vec_push(&m->marks, 0);
    if (++m->closure == 0) { /* once in four thousand million */
        memset(m->marks.items, 0, m->marks.count * sizeof *m->marks.items);
        m->closure = 1;
    }
    vec_clear(&m->set);
}

/* Adds what can be reached from a step without a token: along it, and later along the other ways of splits.
 */
static void close_over(struct automaton *m, uint32_t at) {
    for (;;) {
        const struct step *s = &m->steps->list.items[at];
        bool seen = m->marks.items[at] == m->closure;
        m->marks.items[at] = m->closure;
        if (!seen && s->kind == STEP_SPLIT) vec_push(&m->stack, s->other);
        if (!seen && (s->kind == STEP_ATOM || s->kind == STEP_FOUND)) {
            vec_push(&m->set, at);
            seen = true;
        }
        if (!seen)
            at = s->kind == STEP_JUMP ? s->other : at + 1;
        else if (m->stack.count)
            at = m->stack.items[--m->stack.count];
        else
            return;
    }
}

static int by_number(const void *left, const void *right) {
    uint32_t a = *(const uint32_t *)left, b = *(const uint32_t *)right;
    return a < b ? -1 : a > b;
}

/* The state of the set that was closed. The same steps in another order are another state, which finds the
 * same: to sort all sets cost more than the few states so made twice. */
static uint32_t close_end(struct automaton *m) {
    struct slice key = {m->set.count ? (const char *)m->set.items : "", m->set.count * sizeof *m->set.items};
    uintptr_t *number = map_put(&m->by_steps, key);
    if (*number) return (uint32_t)*number - 1;
    struct state state = {.first = (uint32_t)m->pool.count};
    for (size_t i = 0; i < m->set.count; i++)
        if (m->steps->list.items[m->set.items[i]].kind == STEP_ATOM) vec_push(&m->pool, m->set.items[i]);
    state.count = (uint32_t)m->pool.count - state.first;
    state.found = (uint32_t)m->pool.count;
    for (size_t i = 0; i < m->set.count; i++)
        if (m->steps->list.items[m->set.items[i]].kind == STEP_FOUND)
            vec_push(&m->pool, m->steps->list.items[m->set.items[i]].value);
    state.founds = (uint32_t)m->pool.count - state.found;
    if (state.founds > 1) qsort(&m->pool.items[state.found], state.founds, sizeof *m->pool.items, by_number);
    vec_push(&m->states, state);
    *number = m->states.count;
    return (uint32_t)m->states.count - 1;
}

static bool set_ends(const struct automaton *m) {
    for (size_t i = 0; i < m->set.count; i++)
        if (m->steps->list.items[m->set.items[i]].kind == STEP_FOUND) return true;
    return false;
}

/* What the steps of the set wait for: the end of the pattern, or a token that nearly all are, or few. */
enum waits { WAITS_END, WAITS_COMMON, WAITS_FEW };

static enum waits set_waits(const struct automaton *m) {
    if (set_ends(m)) return WAITS_END;
    for (size_t i = 0; i < m->set.count; i++)
        if (!starts_are_few(m->atoms, m->steps->list.items[m->set.items[i]].value)) return WAITS_COMMON;
    return WAITS_FEW;
}

/* Makes the set that of the next token: the steps after those that take what was read; NULL: whatever it is.
 */
static void advance(struct automaton *m, const struct symbol *read) {
    size_t count = m->set.count;
    vec_clear(&m->before);
    for (size_t i = 0; i < count; i++)
        vec_push(&m->before, m->set.items[i]);
    close_begin(m);
    for (size_t i = 0; i < count; i++) {
        const struct step *s = &m->steps->list.items[m->before.items[i]];
        if (s->kind == STEP_ATOM && (!read || atom_holds(m->atoms, s->value, read)))
            close_over(m, m->before.items[i] + 1);
    }
}

size_t automaton_longest(struct automaton *m, uint32_t start, const uint32_t *symbols, size_t count) {
    size_t longest = 0;
    close_begin(m);
    close_over(m, start);
    for (size_t i = 0; i < count && m->set.count; i++) {
        advance(m, &m->atoms->symbols.items[symbols[i]]);
        if (set_ends(m)) longest = i + 1;
    }
    return longest;
}

uint32_t automaton_enter(struct automaton *m, uint32_t start) {
    enum { PASSED_MOST = 8 /* tokens; (KATA){5} before a word is the most that rules have */ };
    uint32_t passed = 0;
    close_begin(m);
    close_over(m, start);
    for (; passed < PASSED_MOST && set_waits(m) == WAITS_COMMON; passed++)
        advance(m, NULL);
    if (set_waits(m) != WAITS_FEW) { /* hardly anything else: it is looked for from its beginning */
        vec_push(&m->starts, start);
        return 0;
    }
    for (size_t i = 0; i < m->set.count; i++)
        vec_push(&m->starts, m->set.items[i]);
    return passed;
}

void automaton_reset(struct automaton *m) {
    forget(m);
    close_begin(m);
    close_end(m); /* the empty set is STATE_DEAD */
    close_begin(m);
    for (size_t i = 0; i < m->starts.count; i++)
        close_over(m, m->starts.items[i]);
    if (m->set.count)
        close_end(m);
    else
        vec_add(&m->states); /* no patterns: STATE_START is as dead */
    const struct state *start = &m->states.items[STATE_START];
    for (uint32_t i = 0; i < start->count; i++) {
        uint32_t at = m->pool.items[start->first + i];
        starts_add(&m->waiting, m->atoms, m->steps->list.items[at].value, at);
    }
}

bool automaton_is_full(const struct automaton *m) {
    return m->states.count > STATES_MOST;
}

bool automaton_is_empty(struct automaton *m, uint32_t start) {
    close_begin(m);
    close_over(m, start);
    return set_ends(m);
}

struct taking {
    struct automaton *m;
    const struct symbol *read;
};

/* Takes a step, when it waits for what was read. */
static void take(void *by, uint32_t at) {
    const struct taking *taking = by;
    struct automaton *m = taking->m;
    if (atom_holds(m->atoms, m->steps->list.items[at].value, taking->read)) close_over(m, at + 1);
}

static uint32_t make_way(struct automaton *m, uint32_t from, uint32_t symbol) {
    struct taking taking = {m, &m->atoms->symbols.items[symbol]};
    const struct state *state = &m->states.items[from];
    close_begin(m);
    if (from == STATE_START)
        starts_each(&m->waiting, m->atoms, taking.read, take, &taking);
    else
        for (uint32_t i = 0; i < state->count; i++)
            take(&taking, m->pool.items[state->first + i]);
    return close_end(m);
}

static size_t place_of(const struct ways *ways, uint32_t from, uint32_t symbol) {
    uint64_t hash = ((uint64_t)from << 32 | symbol) * UINT64_C(0x9e3779b97f4a7c15);
    return (size_t)(hash >> 32) & (ways->capacity - 1);
}

/* Where it stands, or would. */
static struct way *find_way(const struct ways *ways, uint32_t from, uint32_t symbol) {
    size_t i = place_of(ways, from, symbol);
    while (ways->places[i].to && (ways->places[i].from != from || ways->places[i].symbol != symbol))
        i = (i + 1) & (ways->capacity - 1);
    return &ways->places[i];
}

/* One that is not there. */
static void put_way(struct ways *ways, struct way way) {
    enum { FIRST_CAPACITY = 1024 };
    if (ways->count * 2 >= ways->capacity) {
        struct ways old = *ways;
        ways->capacity = old.capacity ? old.capacity * 2 : FIRST_CAPACITY;
        ways->places = memory_zero(ways->capacity, sizeof *ways->places);
        for (size_t i = 0; i < old.capacity; i++)
            if (old.places[i].to) *find_way(ways, old.places[i].from, old.places[i].symbol) = old.places[i];
        free(old.places);
    }
    *find_way(ways, way.from, way.symbol) = way;
    ways->count++;
}

uint32_t automaton_next(struct automaton *m, uint32_t state, uint32_t symbol) {
    if (state == STATE_START) {
        while (m->from_start.count <= symbol)
            vec_push(&m->from_start, 0);
        if (!m->from_start.items[symbol]) {
            uint32_t next = make_way(m, state, symbol);
            m->from_start.items[symbol] = next + 1;
        }
        return m->from_start.items[symbol] - 1;
    }
    const struct way *known = m->ways.count ? find_way(&m->ways, state, symbol) : NULL;
    if (known && known->to) return known->to - 1;
    uint32_t next = make_way(m, state, symbol);
    put_way(&m->ways, (struct way){state, symbol, next + 1});
    return next;
}

void automaton_expect(const struct automaton *m, uint32_t state, uint32_t symbol) {
    if (state > STATE_START && m->ways.count)
        __builtin_prefetch(&m->ways.places[place_of(&m->ways, state, symbol)]);
}
