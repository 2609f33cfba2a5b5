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

/* One of its predicates must hold, and each of them is a key. */
static bool is_key(const struct atoms *atoms, const struct clause *clause) {
    bool key = !clause->not &&clause->count;
    for (uint32_t i = 0; i < clause->count && key; i++) {
        enum predicate_kind kind = atoms->predicates.items[clause->first + i].kind;
        key = kind == PREDICATE_WORD || kind == PREDICATE_EXACT || kind == PREDICATE_CLASS ||
              kind == PREDICATE_AFFIXES;
    }
    return key;
}

void starts_add(struct starts *starts, const struct atoms *atoms, uint32_t atom, uint32_t step) {
    const struct atom *asked = &atoms->list.items[atom];
    for (uint32_t c = asked->first; c < asked->first + asked->count; c++) {
        const struct clause *clause = &atoms->clauses.items[c];
        if (!is_key(atoms, clause)) continue;
        for (uint32_t i = 0; i < clause->count; i++)
            link_to(starts, place_of(starts, &atoms->predicates.items[clause->first + i]), step);
        return;
    }
    link_to(starts, &starts->always, step);
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
    for (size_t set = 0; set < CLASS_SETS; set++)
        walk_bits(&visit, facts->classes[set], starts->by_class + 64 * set);
}
