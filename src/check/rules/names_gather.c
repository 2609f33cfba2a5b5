#include "check/rules/names_gather.h"

#include "base/memory.h"
#include "language/sentence/phrases.h"
#include "language/sentence/words.h"

#include <stdlib.h>

enum { NAME_MIN = 5, NAME_MAX = 40, ASK_EVERY = 64, FIRST_CAPACITY = 64 };

static const uint64_t ODD = UINT64_C(0x9e3779b97f4a7c15);

static bool is_name(const struct token *token) {
    size_t len = token->end - token->start;
    return token->kind == TOKEN_WORD && token->flags & TOKEN_CAPITAL && len >= NAME_MIN && len <= NAME_MAX &&
           !(token->flags & (TOKEN_UPPER | TOKEN_DIGIT | TOKEN_HYPHEN | TOKEN_DOTTED));
}

/* Words live as long as the language: where one lies says which it is. Never 0. */
static uint64_t hash_beside(size_t name, uintptr_t word) {
    uint64_t hash = (word ^ (uint64_t)name * ODD) * UINT64_C(0xd6e8feb86659fd93);
    hash ^= hash >> 32;
    return (hash * ODD) | 1;
}

/* Where the hash stands or should. */
static uint64_t *place_of(const struct names *names, uint64_t hash) {
    size_t last = names->besides.capacity - 1, i = (size_t)(hash >> 32) & last;
    while (names->besides.hashes[i] && names->besides.hashes[i] != hash)
        i = (i + 1) & last;
    return &names->besides.hashes[i];
}

static void grow(struct names *names) {
    uint64_t *old = names->besides.hashes;
    size_t capacity = names->besides.capacity;
    names->besides.capacity = capacity ? capacity * 2 : FIRST_CAPACITY;
    names->besides.hashes = memory_zero(names->besides.capacity, sizeof *old);
    for (size_t i = 0; i < capacity; i++)
        if (old[i]) *place_of(names, old[i]) = old[i];
    free(old);
}

static void add_neighbour(struct names *names, size_t index, uintptr_t word) {
    if (names->besides.count * 4 >= names->besides.capacity * 3) grow(names);
    uint64_t hash = hash_beside(index, word), *place = place_of(names, hash);
    if (*place) return;
    *place = hash;
    names->besides.count++;
    struct name *name = &names->list.items[index];
    vec_push(&names->neighbours, (struct neighbour){word, (uint32_t)index, name->beside});
    name->beside = (uint32_t)names->neighbours.count;
    name->neighbours++;
}

static bool add_beside(struct names *names, size_t name, const struct analysis *a, const struct token *other,
                       unsigned side) {
    if (!other || !(other->flags & TOKEN_CAPITAL)) return false;
    size_t at = (size_t)(other - a->tokens.items);
    bool says_whose = !token_in(a, at, CLASS_NAME_TITLE);
    if (says_whose) add_neighbour(names, name, (uintptr_t)a->forms.items[at]->folded | side);
    return says_whose;
}

static void add_name(struct names *names, const struct analysis *a, size_t index, size_t block_start) {
    const struct token *token = &a->tokens.items[index];
    const struct word *word = a->forms.items[index]->folded;
    size_t *at = word_table_put(&names->by_word, word);
    if (!*at) {
        vec_push(&names->list, (struct name){.word = word,
                                             .text = token_text(a, token),
                                             .start = block_start + token->start,
                                             .alone = true});
        *at = names->list.count;
    }
    size_t number = *at - 1;
    struct name *name = &names->list.items[number];
    name->count++;
    if (!token_opens(a, index)) name->inside = true;
    bool before = add_beside(names, number, a, word_before(a, index), 0);
    bool after = add_beside(names, number, a, word_after(a, index), 1);
    if (before || after) name->alone = false;
}

static void mark(struct names *names) {
    names->marks = memory_zero(names->list.count, sizeof *names->marks);
    for (size_t i = 0; i < names->list.count; i++)
        if (names->list.items[i].alone && names->list.items[i].count == 1)
            names->marks[i] = UINT64_C(1) << NAME_MARKS;
    vec_each(const struct neighbour, neighbour, &names->neighbours)
        names->marks[neighbour->name] |= UINT64_C(1) << (neighbour->word * ODD >> 32) % NAME_MARKS;
}

bool names_gather(const struct check_context *context, const struct document *document, struct names *names) {
    size_t added = 0;
    const struct block *block;
    for (size_t at = 0; (block = document_next(document, &at));) {
        if (check_interrupted(context)) return false;
        for (size_t t = 0; t < block->analysis.tokens.count; t++) {
            if (!is_name(&block->analysis.tokens.items[t])) continue;
            if (++added % ASK_EVERY == 0 && check_interrupted(context)) return false;
            add_name(names, &block->analysis, t, block->start);
        }
    }
    mark(names);
    return true;
}

bool names_stand_beside_the_same(const struct names *names, size_t a, size_t b) {
    if (names->list.items[a].neighbours > names->list.items[b].neighbours) {
        size_t swapped = a;
        a = b;
        b = swapped;
    }
    for (size_t at = names->list.items[a].beside; at; at = names->neighbours.items[at - 1].next)
        if (*place_of(names, hash_beside(b, names->neighbours.items[at - 1].word))) return true;
    return false;
}

void names_free(struct names *names) {
    word_table_free(&names->by_word);
    vec_free(&names->list);
    vec_free(&names->neighbours);
    free(names->besides.hashes);
    free(names->marks);
}
