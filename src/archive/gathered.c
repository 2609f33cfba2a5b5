#include "archive/gathered.h"

#include "archive/prints.h"

#include <stdlib.h>

enum { PILE_BITS = 8, PILES = 1 << PILE_BITS, PILE_LEAST = 1024 /* fewer are sorted as they are */ };

static int by_print(const void *left, const void *right) {
    const struct print *a = left, *b = right;
    if (a->print != b->print) return a->print < b->print ? -1 : 1;
    return a->place < b->place ? -1 : a->place > b->place;
}

/* Parts them into piles by the bits of the print from shift on, in place; then pile by pile. qsort() takes as
 * much memory again as what it sorts, and twice the time. */
static void sort_prints(struct print *prints, size_t count, int shift) {
    size_t next[PILES], ends[PILES] = {0}, begin = 0;
    if (count < PILE_LEAST || shift < 0) {
        if (count > 1) qsort(prints, count, sizeof *prints, by_print);
        return;
    }
    for (size_t i = 0; i < count; i++)
        ends[prints[i].print >> shift & (PILES - 1)]++;
    for (size_t pile = 0; pile < PILES; pile++) {
        next[pile] = begin;
        ends[pile] = begin += ends[pile];
    }
    for (size_t pile = 0; pile < PILES; pile++)
        while (next[pile] < ends[pile]) {
            struct print *here = &prints[next[pile]];
            size_t of = here->print >> shift & (PILES - 1);
            if (of != pile) { /* it changes places with one in the pile that it is of */
                struct print other = prints[next[of]];
                prints[next[of]] = *here;
                *here = other;
            }
            next[of]++;
        }
    for (size_t pile = 0; pile < PILES; pile++) {
        size_t first = pile ? ends[pile - 1] : 0;
        sort_prints(prints + first, ends[pile] - first, shift - PILE_BITS);
    }
}

static int by_word(const void *left, const void *right) {
    const struct gathered_word *a = left, *b = right;
    if (a->office != b->office) return a->office < b->office ? -1 : 1;
    return a->hash < b->hash ? -1 : a->hash > b->hash;
}

static void count_word(struct gathered *gathered, int64_t office, int64_t hash) {
    const int64_t key[] = {office, hash};
    uintptr_t *place = map_put(&gathered->counted, (struct slice){(const char *)key, sizeof key});
    if (!*place) {
        vec_push(&gathered->words, (struct gathered_word){office, hash, 0});
        *place = gathered->words.count;
    }
    gathered->words.items[*place - 1].count++;
}

void gathered_add(struct gathered *gathered, const struct entry *entry, int64_t article, int64_t office) {
    entry_append_prints(entry, article, &gathered->prints);
    vec_each(const int64_t, word, &entry->words)
        count_word(gathered, office, *word);
}

void gathered_sort(struct prints *prints) {
    sort_prints(prints->list.items, prints->list.count, PRINT_BITS - PILE_BITS);
}

bool gathered_write(struct gathered *gathered, struct store *store, struct error *e) {
    size_t prints = gathered->prints.list.count, words = gathered->words.count;
    gathered_sort(&gathered->prints);
    if (words) qsort(gathered->words.items, words, sizeof *gathered->words.items, by_word);
    bool ok = store_run_rows(store, STATEMENT_PRINT_ADD, (const int64_t *)gathered->prints.list.items, 2,
                             prints, NULL, NULL, e) &&
              store_run_rows(store, STATEMENT_WORD_ADD, (const int64_t *)gathered->words.items, 3, words,
                             NULL, NULL, e);
    vec_clear(&gathered->prints.list);
    vec_clear(&gathered->words);
    map_free(&gathered->counted);
    return ok;
}

void gathered_free(struct gathered *gathered) {
    vec_free(&gathered->prints.list);
    vec_free(&gathered->words);
    map_free(&gathered->counted);
}
