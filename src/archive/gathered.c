#include "archive/gathered.h"

#include "archive/prints.h"
#include "archive/rows.h"

enum { WORD_BITS = 33 /* 32, and ARCHIVE_EACH_TEXT */, FIRST_PLACES = 1 << 12 };

static size_t place_of_office(struct gathered *gathered, int64_t office) {
    size_t at = gathered->offices.count;
    while (at > 0 && gathered->offices.items[at - 1] != office)
        at--;
    if (at) return at - 1;
    vec_push(&gathered->offices, office);
    return gathered->offices.count - 1;
}

/* Where the word stands or is to. */
static struct gathered_count *place_of(const struct gathered *gathered, int64_t word) {
    size_t last = gathered->places - 1; /* salted, but for the office: any bits will do */
    for (size_t i = (size_t)(word + 31 * (word >> WORD_BITS)) & last;; i = (i + 1) & last)
        if (!gathered->counts[i].count || gathered->counts[i].word == word) return &gathered->counts[i];
}

static void grow(struct gathered *gathered) {
    struct gathered_count *old = gathered->counts;
    size_t places = gathered->places;
    gathered->places = places ? 2 * places : FIRST_PLACES;
    gathered->counts = memory_zero(gathered->places, sizeof *gathered->counts);
    for (size_t i = 0; i < places; i++)
        if (old[i].count) *place_of(gathered, old[i].word) = old[i];
    free(old);
}

static void count_word(struct gathered *gathered, int64_t word) {
    if (2 * gathered->words >= gathered->places) grow(gathered);
    struct gathered_count *count = place_of(gathered, word);
    gathered->words += !count->count;
    count->word = word;
    count->count++;
}

void gathered_expect(struct gathered *gathered, size_t prints) {
    vec_reserve(&gathered->prints.list, prints + (size_t)ARCHIVE_UNITS * PRINTS);
}

void gathered_add(struct gathered *gathered, const struct entry *entry, int64_t article, int64_t office) {
    int64_t of = (int64_t)place_of_office(gathered, office) << WORD_BITS;
    entry_append_prints(entry, article, &gathered->prints);
    vec_each(const int64_t, word, &entry->words)
        count_word(gathered, of | (*word - ARCHIVE_EACH_TEXT));
}

/* In order; they are forgotten. */
static bool write_words(struct gathered *gathered, struct store *store, struct error *e) {
    VEC(struct gathered_word) words = {0};
    struct gathered_count *counts = gathered->counts;
    size_t kept = 0;
    for (size_t i = 0; i < gathered->places; i++)
        if (counts[i].count) counts[kept++] = counts[i];
    rows_sort((int64_t *)counts, 2, kept);
    for (size_t i = 0; i < kept; i++) {
        int64_t office = gathered->offices.items[counts[i].word >> WORD_BITS];
        int64_t hash = (counts[i].word & (((int64_t)1 << WORD_BITS) - 1)) + ARCHIVE_EACH_TEXT;
        vec_push(&words, (struct gathered_word){office, hash, counts[i].count});
    }
    bool ok = store_run_rows(store, STATEMENT_WORD_ADD, (const int64_t *)words.items, 3, words.count, NULL,
                             NULL, e);
    vec_free(&words);
    free(gathered->counts);
    gathered->counts = NULL;
    gathered->words = gathered->places = 0;
    return ok;
}

bool gathered_write(struct gathered *gathered, struct store *store, void (*between)(void *), void *self,
                    struct error *e) {
    enum { AT_ONCE = 1 << 14 };
    const int64_t *prints = gathered->prints.list.items;
    size_t count = gathered->prints.list.count;
    bool ok = true;
    packed_sort(&gathered->prints);
    for (size_t first = 0; ok && first < count; first += AT_ONCE) {
        size_t some = count - first < AT_ONCE ? count - first : AT_ONCE;
        const struct store_value part[] = {store_numbers(prints + first, some)};
        ok = STORE_RUN(store, PRINT_ADD, part, NULL, NULL, e);
        between(self);
    }
    ok = ok && write_words(gathered, store, e);
    between(self);
    vec_clear(&gathered->prints.list);
    vec_clear(&gathered->offices);
    return ok;
}

void gathered_free(struct gathered *gathered) {
    vec_free(&gathered->prints.list);
    free(gathered->counts);
    vec_free(&gathered->offices);
}
