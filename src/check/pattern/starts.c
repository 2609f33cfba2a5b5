#include "check/pattern/starts.h"

void starts_free(struct starts *starts) {
    vec_free(&starts->links);
    vec_free(&starts->by_word);
    vec_free(&starts->by_exact);
    *starts = (struct starts){0};
}

static void link_to(struct starts *starts, uint32_t *first, uint32_t step) {
    vec_push(&starts->links, (struct start_link){step, *first});
    *first = (uint32_t)starts->links.count;
}

/* Where the steps stand that ask this; NULL for what is no key. */
static uint32_t *place_of(struct starts *starts, const struct predicate *p) {
    if (p->kind == PREDICATE_CLASS) return &starts->by_class[p->value];
    if (p->kind == PREDICATE_AFFIXES) return &starts->by_affixes[p->value];
    if (p->kind == PREDICATE_WORD) {
        while (starts->by_word.count <= p->value)
            vec_push(&starts->by_word, 0);
        return &starts->by_word.items[p->value];
    }
    if (p->kind == PREDICATE_EXACT) {
        while (starts->by_exact.count <= p->value)
            vec_push(&starts->by_exact, 0);
        return &starts->by_exact.items[p->value];
    }
    return NULL;
}

/* How much a predicate that must hold says of the token; 0: it is no key. */
enum key { KEY_NONE, KEY_LOOK, KEY_BORDER, KEY_WORD };

static enum key key_of(const struct predicate *p) {
    switch (p->kind) {
    case PREDICATE_WORD:
    case PREDICATE_EXACT:
    case PREDICATE_CLASS:
    case PREDICATE_AFFIXES:
        return KEY_WORD;
    case PREDICATE_LOOK:
        return p->value & ~(uint32_t)(LOOK_START | LOOK_END) ? KEY_LOOK : KEY_BORDER;
    case PREDICATE_SPEECH:
    case PREDICATE_DIGITS:
    case PREDICATE_LETTERS:
        return KEY_LOOK;
    }
    return KEY_NONE;
}

/* One of its predicates must hold: as much as the one says that says least. */
static enum key key_of_clause(const struct atoms *atoms, const struct clause *clause) {
    enum key key = clause->not || !clause->count ? KEY_NONE : KEY_WORD;
    for (uint32_t i = 0; i < clause->count && key; i++) {
        enum key here = key_of(&atoms->predicates.items[clause->first + i]);
        if (here < key) key = here;
    }
    return key;
}

static void link_bits(struct starts *starts, uint32_t bits, uint32_t firsts[STARTS_LOOKS], uint32_t step) {
    for (; bits; bits &= bits - 1)
        link_to(starts, &firsts[__builtin_ctz(bits)], step);
}

static void enter(struct starts *starts, const struct predicate *p, uint32_t step) {
    if (key_of(p) == KEY_WORD)
        link_to(starts, place_of(starts, p), step);
    else if (p->kind == PREDICATE_SPEECH)
        link_bits(starts, p->value, starts->by_speech, step);
    else
        link_bits(starts,
                  p->kind == PREDICATE_LOOK     ? p->value
                  : p->kind == PREDICATE_DIGITS ? LOOK_NUMBER
                                                : LOOK_UPPER,
                  starts->by_look, step);
}

/* The clause that says most; NULL when none says anything. */
static const struct clause *best_clause(const struct atoms *atoms, uint32_t atom, enum key *most) {
    const struct atom *asked = &atoms->list.items[atom];
    const struct clause *best = NULL;
    *most = KEY_NONE;
    for (uint32_t c = asked->first; c < asked->first + asked->count; c++) {
        enum key key = key_of_clause(atoms, &atoms->clauses.items[c]);
        if (key <= *most) continue;
        *most = key;
        best = &atoms->clauses.items[c];
    }
    return best;
}

bool starts_are_few(const struct atoms *atoms, uint32_t atom) {
    enum key most;
    return best_clause(atoms, atom, &most) && most >= KEY_BORDER;
}

void starts_add(struct starts *starts, const struct atoms *atoms, uint32_t atom, uint32_t step) {
    enum key most;
    const struct clause *best = best_clause(atoms, atom, &most);
    if (!best) link_to(starts, &starts->always, step);
    for (uint32_t i = 0; best && i < best->count; i++)
        enter(starts, &atoms->predicates.items[best->first + i], step);
}

struct visit {
    const struct starts *starts;
    void (*each)(void *by, uint32_t step);
    void *by;
};

static void walk(const struct visit *visit, uint32_t first) {
    while (first) {
        const struct start_link *link = &visit->starts->links.items[first - 1];
        visit->each(visit->by, link->step);
        first = link->next;
    }
}

/* Those under the bits that are set, of 64. */
static void walk_bits(const struct visit *visit, uint64_t bits, const uint32_t *firsts) {
    for (; bits; bits &= bits - 1)
        walk(visit, firsts[__builtin_ctzll(bits)]);
}

void starts_each(const struct starts *starts, const struct atoms *atoms, const struct symbol *symbol,
                 void (*each)(void *by, uint32_t step), void *by) {
    struct visit visit = {starts, each, by};
    const struct word_facts *facts = &atoms->vocabulary->facts.items[symbol->word];
    walk(&visit, starts->always);
    if (symbol->word < starts->by_word.count) walk(&visit, starts->by_word.items[symbol->word]);
    if (symbol->exact < starts->by_exact.count) walk(&visit, starts->by_exact.items[symbol->exact]);
    walk_bits(&visit, symbol->affixes, starts->by_affixes);
    walk_bits(&visit, symbol->looks, starts->by_look);
    walk_bits(&visit, symbol->speech, starts->by_speech);
    for (size_t set = 0; set < CLASS_SETS; set++)
        walk_bits(&visit, facts->classes[set], starts->by_class + 64 * set);
}
