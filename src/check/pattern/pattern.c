#include "check/pattern/messages.h"
#include "check/pattern/pattern_parts.h"
#include "language/lexicon/language.h"

struct patterns *patterns_new(struct language *language) {
    struct patterns *patterns = memory_zero(1, sizeof *patterns);
    patterns->atoms.vocabulary = language_vocabulary(language);
    patterns->words = patterns->atoms.vocabulary->facts.count;
    patterns->atoms.number = ++patterns->atoms.vocabulary->readers;
    patterns->automaton.atoms = &patterns->atoms;
    patterns->automaton.steps = &patterns->steps;
    return patterns;
}

void patterns_free(struct patterns *patterns) {
    if (!patterns) return;
    atoms_free(&patterns->atoms);
    vec_free(&patterns->nodes.list);
    vec_free(&patterns->steps.list);
    vec_free(&patterns->starts);
    vec_free(&patterns->parted);
    vec_free(&patterns->passed);
    automaton_free(&patterns->automaton);
    vec_free(&patterns->symbols);
    vec_free(&patterns->firsts);
    vec_free(&patterns->tried);
    free(patterns);
}

static bool saves(const struct patterns *patterns, size_t start) {
    for (size_t i = start; i < patterns->steps.list.count; i++)
        if (patterns->steps.list.items[i].kind == STEP_SAVE) return true;
    return false;
}

void patterns_enter(struct patterns *patterns, uint32_t start) {
    vec_push(&patterns->starts, start);
    vec_push(&patterns->parted, saves(patterns, start));
    vec_push(&patterns->passed, automaton_enter(&patterns->automaton, start));
    patterns->ready = false;
}

size_t patterns_add(struct patterns *patterns, struct slice source, struct error *e) {
    uint32_t root, start = (uint32_t)patterns->steps.list.count, number = (uint32_t)patterns->starts.count;
    vec_clear(&patterns->nodes.list);
    if (!pattern_parse(source, &patterns->atoms, &patterns->nodes, &root, e)) return SIZE_MAX;
    if (!pattern_compile(&patterns->nodes, root, number, &patterns->steps)) {
        error_set(e, PATTERN_STEPS, (int)PATTERN_STEPS);
        return SIZE_MAX;
    }
    if (automaton_is_empty(&patterns->automaton, start)) {
        patterns->steps.list.count = start;
        error_set(e, PATTERN_EMPTY);
        return SIZE_MAX;
    }
    patterns_enter(patterns, start);
    return number;
}

size_t patterns_count(const struct patterns *patterns) {
    return patterns->starts.count;
}

/* After the last step of a pattern. */
static size_t steps_end(const struct patterns *patterns, size_t pattern) {
    return pattern + 1 < patterns->starts.count ? patterns->starts.items[pattern + 1]
                                                : patterns->steps.list.count;
}

size_t patterns_groups(const struct patterns *patterns, size_t pattern) {
    size_t groups = 0;
    for (size_t i = patterns->starts.items[pattern]; i < steps_end(patterns, pattern); i++) {
        const struct step *step = &patterns->steps.list.items[i];
        if (step->kind == STEP_SAVE && step->value / 2 > groups) groups = step->value / 2;
    }
    return groups;
}

static void read_symbols(struct patterns *p, const struct analysis *a, const struct sentence *s) {
    vec_clear(&p->symbols);
    vec_reserve(&p->symbols, s->tokens + 2);
    uint32_t *symbols = p->symbols.items;
    *symbols++ = atoms_border(&p->atoms, LOOK_START);
    for (size_t i = 0; i < s->tokens; i++)
        *symbols++ = atoms_symbol(&p->atoms, a, s->first_token + i);
    *symbols = atoms_border(&p->atoms, LOOK_END);
    p->symbols.count = s->tokens + 2;
}

/* Notes that patterns end before symbol `end`; a later end takes the place of the one before. */
static void note_found(const struct patterns *p, uint32_t state, struct token_span places, size_t from,
                       struct pattern_matches *out) {
    const struct state *s = &p->automaton.states.items[state];
    for (uint32_t i = 0; i < s->founds; i++) {
        size_t pattern = p->automaton.pool.items[s->found + i], at = from;
        while (at < out->list.count && out->list.items[at].pattern != pattern)
            at++;
        if (at == out->list.count) vec_push(&out->list, (struct pattern_match){.pattern = pattern});
        out->list.items[at].places = places;
    }
}

/* Of what was found from a token that few are, those stay that match with the tokens before it as well. */
static void begin_before(struct patterns *p, size_t from, struct pattern_matches *out) {
    size_t kept = from;
    for (size_t i = from; i < out->list.count; i++) {
        struct pattern_match match = out->list.items[i];
        size_t passed = p->passed.items[match.pattern], end = p->symbols.count;
        if (passed > match.places.first) continue;
        match.places.first -= passed;
        if (end > match.places.first + PATTERN_WINDOW) end = match.places.first + PATTERN_WINDOW;
        if (passed)
            match.places.end =
                match.places.first + automaton_longest(&p->automaton, p->starts.items[match.pattern],
                                                       p->symbols.items + match.places.first,
                                                       end - match.places.first);
        if (match.places.end > match.places.first) out->list.items[kept++] = match;
    }
    out->list.count = kept;
}

static struct token_span in_tokens(const struct sentence *s, struct token_span places) {
    size_t first = places.first ? places.first - 1 : 0;
    size_t end = places.end > s->tokens + 1 ? s->tokens : places.end - 1;
    return (struct token_span){s->first_token + first, s->first_token + (end > first ? end : first)};
}

struct token_span pattern_span(const struct sentence *sentence, const struct pattern_match *match) {
    return in_tokens(sentence, match->places);
}

/* The states after the first symbol of each match: most are dead, and where the others go on is asked for
 * before they do. */
static void find_first_states(struct patterns *p) {
    vec_clear(&p->firsts);
    vec_reserve(&p->firsts, p->symbols.count);
    for (size_t i = 0; i < p->symbols.count; i++) {
        uint32_t state = automaton_next(&p->automaton, STATE_START, p->symbols.items[i]);
        if (i + 1 < p->symbols.count) automaton_expect(&p->automaton, state, p->symbols.items[i + 1]);
        p->firsts.items[p->firsts.count++] = state;
    }
}

void patterns_find(struct patterns *p, const struct analysis *a, const struct sentence *sentence,
                   struct pattern_matches *out) {
    if (!p->starts.count) return;
    if (!p->ready || automaton_is_full(&p->automaton)) automaton_reset(&p->automaton);
    p->ready = true;
    read_symbols(p, a, sentence);
    find_first_states(p);
    for (size_t start = 0; start < p->symbols.count; start++) {
        size_t from = out->list.count;
        uint32_t state = p->firsts.items[start];
        for (size_t i = start; state != STATE_DEAD;
             state = automaton_next(&p->automaton, state, p->symbols.items[i])) {
            if (p->automaton.states.items[state].founds)
                note_found(p, state, (struct token_span){start, i + 1}, from, out);
            if (++i == p->symbols.count || i - start >= PATTERN_WINDOW) break;
        }
        begin_before(p, from, out);
    }
}

/* Walks one pattern over the symbols of one match, first ways first, and remembers which place with which
 * step led nowhere: no pair is tried twice. A turn is a way still to be tried, or a slot as it was before. */
enum { NO_STEP = UINT32_MAX };
struct turn {
    uint32_t step; /* NO_STEP: slot */
    size_t slot, i;
};

struct walker {
    struct patterns *p;
    size_t start, end;
    uint32_t first; /* step */
    size_t slots[2 * (PATTERN_GROUPS + 1)];
    VEC(struct turn) turns;
};

static bool walk_on(struct walker *w, uint32_t at, size_t i) {
    struct patterns *p = w->p;
    for (;;) {
        uint8_t *tried = &p->tried.items[(at - w->first) * (w->end - w->start + 1) + (i - w->start)];
        if (*tried) return false;
        *tried = 1;
        const struct step *s = &p->steps.list.items[at];
        if (s->kind == STEP_FOUND) return i == w->end;
        if (s->kind == STEP_ATOM) {
            if (i == w->end) return false;
            if (!atom_holds(&p->atoms, s->value, &p->atoms.symbols.items[p->symbols.items[i]])) return false;
            i++;
        } else if (s->kind == STEP_SAVE) {
            vec_push(&w->turns, (struct turn){NO_STEP, s->value, w->slots[s->value]});
            w->slots[s->value] = i;
        } else if (s->kind == STEP_SPLIT) {
            vec_push(&w->turns, (struct turn){.step = s->other, .i = i});
        }
        at = s->kind == STEP_JUMP ? s->other : at + 1;
    }
}

static bool walk(struct walker *w) {
    bool found = walk_on(w, w->first, w->start);
    while (!found && w->turns.count) {
        struct turn turn = w->turns.items[--w->turns.count];
        if (turn.step == NO_STEP)
            w->slots[turn.slot] = turn.i;
        else
            found = walk_on(w, turn.step, turn.i);
    }
    vec_free(&w->turns);
    return found;
}

/* Whether the pattern matches from place to place. */
static bool walk_match(struct walker *w, struct patterns *p, const struct pattern_match *match) {
    *w = (struct walker){.p = p,
                         .start = match->places.first,
                         .end = match->places.end,
                         .first = p->starts.items[match->pattern]};
    size_t tried = (steps_end(p, match->pattern) - w->first) * (w->end - w->start + 1);
    p->tried.count = 0;
    vec_reserve(&p->tried, tried);
    memset(p->tried.items, 0, tried);
    return walk(w);
}

void patterns_parts(struct patterns *p, const struct sentence *sentence, const struct pattern_match *match,
                    struct pattern_parts *parts) {
    *parts = (struct pattern_parts){.report = in_tokens(sentence, match->places)};
    if (!p->parted.items[match->pattern]) return;
    struct walker w;
    bool found = walk_match(&w, p, match);
    bool part = found && w.slots[1] > w.slots[0];
    parts->report = in_tokens(sentence, part ? (struct token_span){w.slots[0], w.slots[1]} : match->places);
    for (size_t i = 0; found && i < PATTERN_GROUPS; i++)
        if (w.slots[2 * i + 3] > w.slots[2 * i + 2])
            parts->groups[i] =
                in_tokens(sentence, (struct token_span){w.slots[2 * i + 2], w.slots[2 * i + 3]});
}
