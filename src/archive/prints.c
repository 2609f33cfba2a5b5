#include "archive/prints.h"

#include <stdlib.h>

enum {
    LONG = 18,     /* words: two sentences that can be compared */
    HALF_SMALL = 4 /* rarest words of a half: fewer questions, and on plants as many answers */
};

/* Rarest first; among equals the order of the hashes, which is the same everywhere. */
struct rare_word {
    uint32_t hash, documents;
};

struct rarest {
    struct rare_word words[PRINT_SMALL];
    size_t count, most;
};

static bool is_rarer(struct rare_word a, struct rare_word b) {
    return a.documents != b.documents ? a.documents < b.documents : a.hash < b.hash;
}

static void enter(struct rarest *rarest, struct rare_word word) {
    size_t at = rarest->count;
    for (size_t i = 0; i < rarest->count; i++)
        if (rarest->words[i].hash == word.hash) return;
    while (at > 0 && is_rarer(word, rarest->words[at - 1]))
        at--;
    if (at == rarest->most) return;
    size_t kept = rarest->count < rarest->most ? rarest->count : rarest->most - 1;
    memmove(&rarest->words[at + 1], &rarest->words[at], (kept - at) * sizeof *rarest->words);
    rarest->words[at] = word;
    rarest->count = kept + 1;
}

/* The highest bits are of the rarer word alone: all pairs of it lie side by side in the file, so a sentence
 * asks for a few places of it and not for one a print. */
static void add_pair(const struct archive *archive, struct rare_word a, struct rare_word b, int64_t *prints,
                     size_t *count) {
    if (*count == PRINTS) return;
    struct rare_word rarer = is_rarer(a, b) ? a : b, other = is_rarer(a, b) ? b : a;
    uint64_t word = archive_salted(archive, rarer.hash) >> (64 - PRINT_WORD_BITS);
    uint64_t both = archive_salted(archive, (uint64_t)rarer.hash << 32 | other.hash);
    prints[(*count)++] =
        (int64_t)(word << (PRINT_BITS - PRINT_WORD_BITS) | both >> (64 - PRINT_BITS + PRINT_WORD_BITS));
}

/* Of the words from first to end. */
static void choose(struct archive *archive, const struct units *units, const struct unit *unit, size_t first,
                   size_t end, struct rarest *small, struct rarest *names) {
    struct str letters = {0};
    for (size_t i = first; i < end; i++)
        archive_expect_rarity(archive, units->words.items[unit->first + i].hash);
    for (size_t i = first; i < end; i++) {
        const struct unit_word *word = &units->words.items[unit->first + i];
        if (word->flags & (UNIT_WEAK | UNIT_NUMBER | UNIT_BRACKET)) continue;
        struct rare_word rare = {.hash = word->hash};
        if (!archive_rarity_known(archive, rare.hash, &rare.documents)) {
            unit_word_letters(&letters, units, unit, i);
            rare.documents = archive_rarity(archive, rare.hash, str_slice(&letters));
        }
        enter(word->flags & UNIT_NAME ? names : small, rare);
    }
    str_free(&letters);
}

static size_t prints_between(struct archive *archive, const struct units *units, const struct unit *unit,
                             size_t first, size_t end, size_t most, int64_t prints[PRINTS]) {
    struct rarest small = {.most = most}, names = {.most = PRINT_NAMES};
    size_t count = 0;
    choose(archive, units, unit, first, end, &small, &names);
    for (size_t i = 0; i < small.count; i++)
        for (size_t k = i + 1; k < small.count; k++)
            add_pair(archive, small.words[i], small.words[k], prints, &count);
    for (size_t i = 0; i + 1 < names.count; i++)
        add_pair(archive, names.words[i], names.words[i + 1], prints, &count);
    if (names.count && small.count < 3) /* little to go by: a small word with a name */
        for (size_t i = 0; i < small.count; i++)
            add_pair(archive, small.words[i], names.words[0], prints, &count);
    return count;
}

size_t prints_of(struct archive *archive, const struct units *units, const struct unit *unit,
                 int64_t prints[PRINTS]) {
    return prints_between(archive, units, unit, 0, unit->count, PRINT_SMALL, prints);
}

static int by_number(const void *left, const void *right) {
    int64_t a = *(const int64_t *)left, b = *(const int64_t *)right;
    return a < b ? -1 : a > b;
}

size_t prints_sought(struct archive *archive, const struct units *units, const struct unit *unit,
                     int64_t prints[PRINTS_SOUGHT]) {
    size_t count = prints_of(archive, units, unit, prints), kept = 0, half = unit->count / 2;
    if (unit->count >= LONG) {
        count += prints_between(archive, units, unit, 0, half, HALF_SMALL, &prints[count]);
        count += prints_between(archive, units, unit, half, unit->count, HALF_SMALL, &prints[count]);
    }
    if (count) qsort(prints, count, sizeof *prints, by_number);
    for (size_t i = 0; i < count; i++)
        if (!i || prints[i] != prints[i - 1]) prints[kept++] = prints[i];
    return kept;
}

static void append_number(struct str *out, size_t number) {
    for (; number >= 0x80; number >>= 7)
        str_append_byte(out, (char)(number | 0x80));
    str_append_byte(out, (char)number);
}

static bool take_number(struct slice *rest, size_t *number) {
    *number = 0;
    for (unsigned shift = 0; rest->len && shift < 35; shift += 7) {
        unsigned char byte = (unsigned char)*rest->data;
        *rest = slice_range(*rest, 1, rest->len);
        *number |= (size_t)(byte & 0x7f) << shift;
        if (byte < 0x80) return true;
    }
    return false;
}

void borders_append(struct str *borders, size_t *last, size_t start, size_t end) {
    append_number(borders, start - *last);
    append_number(borders, end - start);
    *last = start;
}

bool borders_find(struct slice borders, size_t n, size_t *start, size_t *end) {
    size_t at = 0, gap, len = 0;
    for (size_t i = 0; i <= n; i++) {
        if (!take_number(&borders, &gap) || !take_number(&borders, &len)) return false;
        at += gap;
    }
    *start = at;
    *end = at + len;
    return true;
}

size_t borders_count(struct slice borders) {
    size_t count = 0;
    for (size_t gap, len; take_number(&borders, &gap) && take_number(&borders, &len);)
        count++;
    return count;
}
