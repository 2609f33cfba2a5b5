#include "check/pattern/atom.h"

#include "base/utf8.h"
#include "language/sentence/phrases.h"
#include "language/sentence/words.h"

enum { STEM_SHORTEST = 3 /* letters between two affixes */ };

uint32_t atoms_word(struct atoms *atoms, struct slice word) {
    str_clear(&atoms->folded);
    str_append_lower(&atoms->folded, word);
    return vocabulary_add(atoms->vocabulary, str_slice(&atoms->folded));
}

uint32_t atoms_exact(struct atoms *atoms, struct slice text) {
    uint32_t word = atoms_word(atoms, text);
    while (atoms->written.count <= word)
        vec_push(&atoms->written, false);
    atoms->written.items[word] = true;
    uintptr_t *number = map_put(&atoms->exacts, text);
    if (!*number) *number = atoms->exacts.count;
    return (uint32_t)*number;
}

size_t atoms_affixes(struct atoms *atoms, struct slice prefix, struct slice suffix) {
    for (size_t i = 0; i < atoms->affixes.count; i++)
        if (slice_equal(prefix, atoms->affixes.items[i].prefix) &&
            slice_equal(suffix, atoms->affixes.items[i].suffix))
            return i;
    if (atoms->affixes.count == PATTERN_AFFIXES) return SIZE_MAX;
    vec_push(&atoms->affixes,
             (struct affixes){{slice_copy(prefix), prefix.len}, {slice_copy(suffix), suffix.len}});
    return atoms->affixes.count - 1;
}

void atoms_free(struct atoms *atoms) {
    for (size_t i = 0; i < atoms->affixes.count; i++) {
        free((char *)(uintptr_t)atoms->affixes.items[i].prefix.data);
        free((char *)(uintptr_t)atoms->affixes.items[i].suffix.data);
    }
    vec_free(&atoms->predicates);
    vec_free(&atoms->clauses);
    vec_free(&atoms->list);
    vec_free(&atoms->affixes);
    vec_free(&atoms->written);
    vec_free(&atoms->symbols);
    map_free(&atoms->exacts);
    str_free(&atoms->folded);
    map_free(&atoms->by_symbol);
}

static bool predicate_holds(const struct atoms *atoms, const struct predicate *p, const struct symbol *s) {
    switch (p->kind) {
    case PREDICATE_WORD:
        return s->word == p->value;
    case PREDICATE_EXACT:
        return s->exact == p->value;
    case PREDICATE_CLASS:
        return vocabulary_has(atoms->vocabulary, s->word, p->value);
    case PREDICATE_AFFIXES:
        return s->affixes >> p->value & 1;
    case PREDICATE_LOOK:
        return (s->looks & p->value) != 0;
    case PREDICATE_SPEECH:
        return (s->speech & p->value) != 0;
    case PREDICATE_DIGITS:
        return s->looks & LOOK_NUMBER && s->length >= (p->value & 0xFFFF) && s->length <= p->value >> 16;
    case PREDICATE_LETTERS:
        return s->looks & LOOK_UPPER && s->length >= (p->value & 0xFFFF) && s->length <= p->value >> 16;
    }
    return false;
}

bool atom_holds(const struct atoms *atoms, uint32_t atom, const struct symbol *symbol) {
    const struct atom *asked = &atoms->list.items[atom];
    for (uint32_t c = asked->first; c < asked->first + asked->count; c++) {
        const struct clause *clause = &atoms->clauses.items[c];
        bool any = false;
        for (uint32_t p = clause->first; p < clause->first + clause->count && !any; p++)
            any = predicate_holds(atoms, &atoms->predicates.items[p], symbol);
        if (any == clause->not ) return false;
    }
    return true;
}

static uint32_t intern(struct atoms *atoms, const struct symbol *symbol) {
    uint32_t *recent =
        &atoms->recent[(symbol->word * 31 + symbol->looks + symbol->speech * 7) % SYMBOLS_RECENT];
    if (*recent && memcmp(&atoms->symbols.items[*recent - 1], symbol, sizeof *symbol) == 0)
        return *recent - 1;
    uintptr_t *number = map_put(&atoms->by_symbol, (struct slice){(const char *)symbol, sizeof *symbol});
    if (!*number) {
        vec_push(&atoms->symbols, *symbol);
        *number = atoms->symbols.count;
    }
    *recent = (uint32_t)*number;
    return *recent - 1;
}

/* buku-buku, sayur-sayuran */
static bool is_doubled(struct slice word) {
    size_t hyphen = slice_find_byte(word, '-', 0);
    return hyphen != SIZE_MAX && hyphen >= STEM_SHORTEST &&
           slice_starts(slice_range(word, hyphen + 1, word.len), slice_range(word, 0, hyphen));
}

static uint32_t looks_of(const struct analysis *a, size_t i) {
    static const uint32_t kinds[] = {[TOKEN_WORD] = LOOK_WORD,
                                     [TOKEN_NUMBER] = LOOK_NUMBER,
                                     [TOKEN_PUNCTUATION] = LOOK_MARK,
                                     [TOKEN_SYMBOL] = LOOK_MARK,
                                     [TOKEN_OPAQUE] = LOOK_OTHER};
    const struct token *t = &a->tokens.items[i];
    uint32_t looks = kinds[t->kind];
    if (token_is_joined(a, i)) looks |= LOOK_JOINED;
    if (t->kind == TOKEN_NUMBER && slice_find_byte(token_text(a, t), '/', 0) != SIZE_MAX) looks |= LOOK_DATE;
    if (t->kind != TOKEN_WORD) return looks;
    if (t->flags & TOKEN_HYPHEN && is_doubled(token_text(a, t))) looks |= LOOK_DOUBLED;
    if (!(t->flags & TOKEN_CAPITAL)) return looks | LOOK_SMALL;
    if (t->flags & TOKEN_UPPER) looks |= LOOK_UPPER;
    return looks | LOOK_CAPITAL | (token_opens(a, i) ? 0 : LOOK_NAME);
}

/* The letters are compared as they stand: a capital at the start of a word makes no other affix of it. */
static bool has_affixes(struct slice word, const struct affixes *affixes, size_t stem) {
    struct slice prefix = affixes->prefix, suffix = affixes->suffix;
    if (word.len < prefix.len + suffix.len + stem) return false;
    if (prefix.len && (word.data[0] | ' ') != (prefix.data[0] | ' ')) return false; /* nearly always */
    if (suffix.len && (word.data[word.len - 1] | ' ') != (suffix.data[suffix.len - 1] | ' ')) return false;
    return slice_equal_nocase(slice_range(word, 0, prefix.len), prefix) &&
           slice_equal_nocase(slice_range(word, word.len - suffix.len, word.len), suffix);
}

/* Looked up once a word; whether it is a number, its text says. */
static uint64_t affixes_of(const struct atoms *atoms, struct word *word, size_t stem) {
    if (word->asked_atoms == atoms->number && word->asked_affixes == atoms->affixes.count)
        return word->affixes;
    word->affixes = 0;
    for (size_t k = 0; k < atoms->affixes.count; k++)
        if (has_affixes(word->text, &atoms->affixes.items[k], stem)) word->affixes |= UINT64_C(1) << k;
    word->asked_atoms = atoms->number;
    word->asked_affixes = atoms->affixes.count;
    return word->affixes;
}

uint32_t atoms_symbol(struct atoms *atoms, const struct analysis *a, size_t i) {
    struct slice text = token_text(a, &a->tokens.items[i]);
    struct symbol symbol = {.word = a->words.items[i], .looks = looks_of(a, i), .speech = a->speech.items[i]};
    if (symbol.word < atoms->written.count && atoms->written.items[symbol.word]) {
        const uintptr_t *exact = map_get(&atoms->exacts, text);
        symbol.exact = exact ? (uint32_t)*exact : 0;
    }
    if (symbol.looks & (LOOK_WORD | LOOK_NUMBER))
        symbol.affixes = affixes_of(atoms, a->forms.items[i], symbol.looks & LOOK_WORD ? STEM_SHORTEST : 1);
    for (size_t k = 0; k < text.len && symbol.looks & LOOK_NUMBER; k++)
        symbol.length += text.data[k] >= '0' && text.data[k] <= '9';
    if (symbol.looks & LOOK_UPPER) symbol.length = utf8_count(text);
    return intern(atoms, &symbol);
}

uint32_t atoms_border(struct atoms *atoms, enum look look) {
    return intern(atoms, &(struct symbol){.looks = look});
}
