#include "language/spelling/rivals.h"

#include "base/vec.h"
#include "language/lexicon/frequency.h"
#include "language/spelling/slips.h"
#include "language/spelling/speller_state.h"

enum {
    WRITTEN_LEAST = 15, /* as often a rival was counted: what is rarer is seldom what was meant */
    STEM_SHORTEST = 4
};

static const char *const suffixes[] = {"kan", "an", "i"};

struct rivals_gathering {
    struct language *language;
    struct slice word;
    struct rivals *rivals;
};

enum rival_kind rival_kind_of(struct slice wrong, struct slice right) {
    if (wrong.len < right.len) return RIVAL_MISSING;
    if (wrong.len > right.len) return RIVAL_EXTRA;
    size_t differing = 0;
    for (size_t i = 0; i < wrong.len; i++)
        differing += wrong.data[i] != right.data[i];
    return differing > 1 ? RIVAL_SWAPPED : RIVAL_CHANGED;
}

bool rival_is_meant(struct language *language, struct word *word) {
    const struct word_tables *tables = frequency_tables(language, word);
    struct slice text = word->text;
    /* with -nya anything is as likely */
    return text.len >= RIVAL_SHORTEST && !slice_ends(text, SLICE("nya")) &&
           tables->forms[FORM_ALL] >= WRITTEN_LEAST && (tables->counts.indonesian || tables->lists) &&
           word_written(language, text) != WRITTEN_NAME &&
           !language_has(language, LEXICON_NONSTANDARD, text) &&
           !language_has(language, LEXICON_COMPOUNDS, text);
}

/* The word, when it may be meant: quickly told of what was prepared, and of what was never counted. */
static struct word *meant_word(struct language *language, struct slice text) {
    unsigned marks;
    if (speller_prepared_marks(language_speller(language), text, &marks))
        return marks & MARK_MEANT ? language_word(language, text) : NULL;
    if (!language_has(language, LEXICON_FORMS, text)) return NULL;
    struct word *word = language_word(language, text);
    return rival_is_meant(language, word) ? word : NULL;
}

static bool has(const struct rivals *rivals, const struct word *word) {
    for (size_t i = 0; i < rivals->count; i++)
        if (rivals->items[i].word == word) return true; /* each was asked for */
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

static void add(struct rivals_gathering *g, struct slice text, enum rival_kind kind) {
    if (slice_equal(text, g->word) || is_other_prefix(text, g->word)) return;
    struct word *word = meant_word(g->language, text);
    if (!word || has(g->rivals, word)) return;
    const struct word_tables *tables = frequency_tables(g->language, word);
    struct rival rival = {word->text, word->hash, tables->row, kind, tables->forms[FORM_ALL], word};
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

/* With room for so many, in one piece. */
static struct rivals *make_room(size_t count) {
    struct rivals *rivals = memory_zero(1, sizeof *rivals + count * sizeof *rivals->items);
    rivals->items = (struct rival *)(rivals + 1);
    return rivals;
}

static struct rivals *gather_rivals(struct language *language, const struct word *word) {
    struct rivals *rivals = make_room(RIVALS_MOST);
    struct rivals_gathering g = {language, word->text, rivals};
    add_letters(&g, near_words(language, word->text));
    add_suffixes(&g);
    return rivals;
}

/* A rival as it is kept, before its text. */
struct kept_rival {
    uint32_t written, row, row_len; /* row: where it begins in the facts of the pairs */
    uint8_t kind, len;
};

void rivals_keep(struct language *language, struct word *word, struct str *out) {
    const struct rivals *rivals = rivals_of(language, word);
    const char *rows = language_lexicon(language, LEXICON_PAIRS)->facts.data;
    for (size_t i = 0; i < rivals->count; i++) {
        const struct rival *rival = &rivals->items[i];
        struct kept_rival kept = {.written = rival->written,
                                  .row = rival->row.len ? (uint32_t)(rival->row.data - rows) : 0,
                                  .row_len = (uint32_t)rival->row.len,
                                  .kind = (uint8_t)rival->kind,
                                  .len = (uint8_t)rival->text.len};
        str_append(out, (struct slice){(const char *)&kept, sizeof kept});
        str_append(out, rival->text);
    }
}

/* Takes the next of those that were kept; false at their end, or at what is none. */
static bool next_kept(struct slice *rest, struct slice rows, struct rival *rival) {
    struct kept_rival kept;
    if (rest->len < sizeof kept) return false;
    memcpy(&kept, rest->data, sizeof kept);
    if (!kept.len || kept.len > rest->len - sizeof kept || kept.kind > RIVAL_SUFFIX_ADDED ||
        kept.row > rows.len || kept.row_len > rows.len - kept.row)
        return false;
    struct slice text = slice_range(*rest, sizeof kept, sizeof kept + kept.len);
    *rival = (struct rival){.text = text,
                            .hash = slice_mix(text),
                            .row = slice_range(rows, kept.row, kept.row + kept.row_len),
                            .kind = kept.kind,
                            .written = kept.written};
    *rest = slice_range(*rest, sizeof kept + kept.len, rest->len);
    return true;
}

static struct rivals *read_rivals(struct language *language, struct slice kept) {
    struct slice rest = kept, rows = language_lexicon(language, LEXICON_PAIRS)->facts;
    struct rival rival;
    size_t count = 0;
    while (count < RIVALS_MOST && next_kept(&rest, rows, &rival))
        count++;
    struct rivals *rivals = make_room(count);
    while (rivals->count < count)
        next_kept(&kept, rows, &rivals->items[rivals->count++]);
    return rivals;
}

static const struct rivals *find_rivals(struct language *language, const struct word *word) {
    static const struct rivals none;
    struct slice kept;
    bool prepared = speller_prepared_rivals(language_speller(language), word->text, &kept);
    if (prepared && !kept.len) return &none;
    struct rivals *rivals = prepared ? read_rivals(language, kept) : gather_rivals(language, word);
    if (!rivals->count) { /* of nearly all that nobody knows */
        free(rivals);
        return &none;
    }
    *map_put(language_memo(language, MEMO_RIVALS), word->text) = (uintptr_t)rivals;
    return rivals;
}

const struct rivals *rivals_of(struct language *language, struct word *word) {
    if (!word->rivals) word->rivals = find_rivals(language, word);
    return word->rivals;
}

struct word *rival_word(struct language *language, struct rival *rival) {
    if (!rival->word) rival->word = language_word_hashed(language, rival->text, rival->hash);
    return rival->word;
}
