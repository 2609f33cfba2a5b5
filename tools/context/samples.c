#include "samples.h"

#include "base/utf8.h"
#include "language/spelling/speller.h"

#include <stdlib.h>

/* A planted slip weighs so much: writers make one in some thousand words. */
static const float PLANTED_WEIGHT = 0.013F;
enum { AROUND = 4, SUFFIX_ONE_OF = 5, STEM_SHORTEST = 4 };

struct reading {
    struct samples *samples;
    struct language *language;
    struct word_table draft;
    struct map slips; /* by word: what it may be misspelt to, "a b c", owned */
    const struct map *known;
    uint64_t random;
    unsigned one_of;
};

/* xorshift64*: the same slips every time. */
static uint64_t random_below(struct reading *r, uint64_t limit) {
    r->random ^= r->random >> 12;
    r->random ^= r->random << 25;
    r->random ^= r->random >> 27;
    return (r->random * UINT64_C(2685821657736338717) >> 33) % limit;
}

static void append_near(void *by, const struct indexed_word *near) {
    struct str *list = by;
    if (list->len) str_append_byte(list, ' ');
    str_append(list, (struct slice){near->text, near->len});
}

/* Words that a slip of the pen may make of this one, however rare. */
static struct slice slips_for(struct reading *r, struct slice word) {
    uintptr_t *known = map_put(&r->slips, word);
    if (*known) return slice_of((const char *)*known);
    struct str list = {0};
    str_append_text(&list, "");
    str_reserve(&list, 1);
    speller_near(language_speller(r->language), word, 1, 0, append_near, &list);
    *known = (uintptr_t)str_steal(&list);
    return slice_of((const char *)*known);
}

static bool pick(struct reading *r, struct slice list, struct str *out) {
    size_t count = 0;
    for (struct slice rest = list; rest.len; slice_cut(&rest, ' '))
        count++;
    if (!count) return false;
    for (size_t at = random_below(r, count); at > 0; at--)
        slice_cut(&list, ' ');
    str_append(out, slice_cut(&list, ' '));
    return true;
}

static bool change_suffix(struct reading *r, struct slice word, struct str *out) {
    static const char *const suffixes[] = {"kan", "an", "i"};
    struct slice suffix = slice_of(suffixes[random_below(r, 3)]);
    if (slice_ends(word, suffix) && word.len >= suffix.len + STEM_SHORTEST) {
        str_append(out, slice_range(word, 0, word.len - suffix.len));
    } else {
        str_append(out, word);
        str_append(out, suffix);
    }
    return speller_look(language_speller(r->language), str_slice(out)) != WORD_UNKNOWN;
}

static bool is_rival(struct language *language, struct slice wrong, struct slice right) {
    const struct rivals *rivals = rivals_of(language, language_word(language, wrong));
    for (size_t i = 0; i < rivals->count; i++)
        if (slice_equal(rivals->items[i].text, right)) return true;
    return false;
}

static bool misspell(struct reading *r, struct slice word, struct str *out) {
    bool done =
        random_below(r, SUFFIX_ONE_OF) ? pick(r, slips_for(r, word), out) : change_suffix(r, word, out);
    return done && is_rival(r->language, str_slice(out), word);
}

static size_t add_place(struct reading *r, const struct analysis *a, size_t i, struct slice word,
                        struct slice meant) {
    struct str text = {0};
    for (size_t k = i < AROUND ? 0 : i - AROUND; k < a->tokens.count && k <= i + AROUND; k++)
        str_printf(&text, k == i ? "[%.*s] " : "%.*s ", SLICE_ARG(token_word(a, k)));
    struct place_read place = {str_steal(&text), slice_copy(word), meant.len ? slice_copy(meant) : NULL};
    vec_push(&r->samples->places, place);
    return r->samples->places.count - 1;
}

static void add_samples(struct reading *r, const struct ranked *ranked, size_t count, size_t place) {
    const struct place_read *read = &r->samples->places.items[place];
    struct str key = {0};
    for (size_t k = 0; k < count; k++) {
        struct sample sample = {.planted = read->meant != NULL, .place = place};
        sample.weight = sample.planted ? PLANTED_WEIGHT : 1;
        sample.right = read->meant && slice_equal_text(ranked[k].rival->text, read->meant);
        memcpy(sample.features, ranked[k].features, sizeof sample.features);
        sample.rival = slice_copy(ranked[k].rival->text);
        str_clear(&key);
        str_printf(&key, "%s %.*s %s", read->word, SLICE_ARG(ranked[k].rival->text), read->text);
        if (!map_has(r->known, str_slice(&key))) vec_push(&r->samples->items, sample);
    }
    str_free(&key);
}

static void read_word(struct reading *r, const struct analysis *a, size_t i) {
    struct ranked ranked[RIVALS_MOST];
    struct str word = {0}, wrong = {0};
    str_append_lower(&word, token_word(a, i));
    r->samples->words++;
    size_t count =
        ranking_rivals_of(r->language, a, i, language_word(r->language, str_slice(&word)), &r->draft, ranked);
    /* what no dictionary knows is spelling.unknown's, if it is no name */
    if (token_is_small(a, i) && speller_look(language_speller(r->language), str_slice(&word)) == WORD_UNKNOWN)
        count = 0;
    if (count) add_samples(r, ranked, count, add_place(r, a, i, str_slice(&word), SLICE("")));
    if (r->one_of && !random_below(r, r->one_of) && misspell(r, str_slice(&word), &wrong)) {
        r->samples->planted++;
        struct word *right = language_word(r->language, str_slice(&word)),
                    *slip = language_word(r->language, str_slice(&wrong));
        ++*word_table_put(&r->draft, slip);
        --*word_table_put(&r->draft, right);
        count = ranking_rivals_of(r->language, a, i, slip, &r->draft, ranked);
        --*word_table_put(&r->draft, slip);
        ++*word_table_put(&r->draft, right);
        if (count) add_samples(r, ranked, count, add_place(r, a, i, str_slice(&wrong), str_slice(&word)));
    }
    str_free(&word);
    str_free(&wrong);
}

static void read_draft(struct reading *r, struct slice text) {
    VEC(struct analysis) paragraphs = {0};
    while (text.len) {
        struct analysis *a = vec_add(&paragraphs);
        analysis_make(a, r->language, slice_cut(&text, '\n'));
        ranking_count(&r->draft, a);
    }
    vec_each(struct analysis, a, &paragraphs) {
        for (size_t i = 0; i < a->tokens.count; i++)
            if (ranking_looks_at(a, i)) read_word(r, a, i);
    }
    vec_each(struct analysis, a, &paragraphs)
        analysis_free(a);
    vec_free(&paragraphs);
    word_table_free(&r->draft);
}

void samples_read(struct samples *samples, struct language *language, struct slice text, unsigned one_of,
                  const struct map *known) {
    struct reading r = {.samples = samples,
                        .language = language,
                        .known = known,
                        .random = 88172645463325252,
                        .one_of = one_of};
    while (text.len) {
        size_t end = slice_find(text, SLICE("\n\n"), 0);
        if (end == SIZE_MAX) end = text.len;
        read_draft(&r, slice_range(text, 0, end));
        text = slice_range(text, end + 2 < text.len ? end + 2 : text.len, text.len);
    }
    for (size_t i = 0; i < r.slips.capacity; i++)
        if (r.slips.entries[i].key) free((void *)r.slips.entries[i].value);
    map_free(&r.slips);
}

void samples_free(struct samples *samples) {
    vec_each(struct place_read, place, &samples->places) {
        free(place->text);
        free(place->word);
        free(place->meant);
    }
    vec_free(&samples->places);
    vec_each(struct sample, sample, &samples->items)
        free(sample->rival);
    vec_free(&samples->items);
}
