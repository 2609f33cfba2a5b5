#include "language/spelling/rivals.h"

#include "base/vec.h"
#include "language/lexicon/frequency.h"
#include "language/spelling/slips.h"
#include "language/spelling/word_index.h"

enum {
    WRITTEN_LEAST = 15, /* as often a rival was counted: what is rarer is seldom what was meant */
    STEM_SHORTEST = 4
};

static const char *const suffixes[] = {"kan", "an", "i"};

struct rivals_gathering {
    struct language *language;
    struct slice word;
    struct rivals *rivals;
    struct str *text; /* of the words, where they stand behind each other */
};

enum rival_kind rival_kind_of(struct slice wrong, struct slice right) {
    if (wrong.len < right.len) return RIVAL_MISSING;
    if (wrong.len > right.len) return RIVAL_EXTRA;
    size_t differing = 0;
    for (size_t i = 0; i < wrong.len; i++)
        differing += wrong.data[i] != right.data[i];
    return differing > 1 ? RIVAL_SWAPPED : RIVAL_CHANGED;
}

static bool is_meant_by_somebody(struct language *language, struct slice word, uint32_t written,
                                 const struct word_counts *counts) {
    /* with -nya anything is as likely */
    return word.len >= RIVAL_SHORTEST && !slice_ends(word, SLICE("nya")) && written >= WRITTEN_LEAST &&
           (counts->indonesian || frequency_of_lists(language, word)) &&
           word_written(language, word) != WRITTEN_NAME &&
           !language_has(language, LEXICON_NONSTANDARD, word) &&
           !language_has(language, LEXICON_COMPOUNDS, word);
}

static bool has(const struct rivals *rivals, struct slice word) {
    for (size_t i = 0; i < rivals->count; i++)
        if (slice_equal(rivals->items[i].word, word)) return true;
    return false;
}

/* Of too many, the commonest stay. */
static void keep(struct rivals_gathering *g, const struct rival *rival) {
    struct rivals *rivals = g->rivals;
    size_t at = rivals->count;
    if (at == RIVALS_MOST) {
        at = 0;
        for (size_t i = 1; i < rivals->count; i++)
            if (rivals->items[i].written < rivals->items[at].written) at = i;
        if (rivals->items[at].written >= rival->written) return;
    } else {
        rivals->count++;
    }
    rivals->items[at] = *rival;
}

/* Another prefix is another form of the same word, not a slip: pencegah, mencegah. */
static bool is_other_prefix(struct slice a, struct slice b) {
    return a.len == b.len && a.data[0] != b.data[0] && strchr("mp", a.data[0]) && strchr("mp", b.data[0]);
}

static void add(struct rivals_gathering *g, struct slice word, enum rival_kind kind) {
    if (slice_equal(word, g->word) || is_other_prefix(word, g->word) || has(g->rivals, word)) return;
    struct word_counts counts = frequency_counts(g->language, word);
    uint32_t written = frequency_of_form(g->language, word, FORM_ALL);
    if (!is_meant_by_somebody(g->language, word, written, &counts)) return;
    char *text = g->text->data + g->text->len; /* there is room: see rivals_of() */
    memcpy(text, word.data, word.len);
    g->text->len += word.len;
    struct rival rival = {{text, word.len},         kind,
                          edit_cost(g->word, word), written,
                          counts.documents,         frequency_row(g->language, word)};
    keep(g, &rival);
}

static void add_letters(struct rivals_gathering *g, struct slice near) {
    while (near.len) {
        struct slice word = slice_cut(&near, ' ');
        add(g, word, rival_kind_of(g->word, word));
    }
}

static void add_suffixes(struct rivals_gathering *g) {
    struct str other = {0};
    struct slice word = g->word;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        struct slice suffix = slice_of(suffixes[i]);
        str_clear(&other);
        str_append(&other, word);
        str_append(&other, suffix);
        add(g, str_slice(&other), RIVAL_SUFFIX_LOST);
        if (slice_ends(word, suffix) && word.len >= suffix.len + STEM_SHORTEST)
            add(g, slice_range(word, 0, word.len - suffix.len), RIVAL_SUFFIX_ADDED);
    }
    str_free(&other);
}

const struct rivals *rivals_of(struct language *language, struct slice word) {
    struct map *memo = language_memo(language, MEMO_RIVALS);
    const uintptr_t *known = map_get(memo, word);
    if (known) return (const struct rivals *)*known;
    struct slice near = near_words(language, word);
    struct str text = {0};
    size_t most = near.len + 2 * (sizeof suffixes / sizeof *suffixes) * (word.len + 3);
    str_reserve(&text, most);
    struct rivals *rivals = memory_zero(1, sizeof *rivals + RIVALS_MOST * sizeof *rivals->items + most);
    struct rivals_gathering g = {language, word, rivals, &text};
    add_letters(&g, near);
    add_suffixes(&g);
    /* one piece of memory, with the words behind the rivals */
    char *room = (char *)&rivals->items[RIVALS_MOST];
    if (text.len) memcpy(room, text.data, text.len);
    for (size_t i = 0; i < rivals->count; i++)
        rivals->items[i].word.data = room + (rivals->items[i].word.data - text.data);
    str_free(&text);
    *map_put(memo, word) = (uintptr_t)rivals;
    return rivals;
}
