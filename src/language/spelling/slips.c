#include "language/spelling/slips.h"

#include "language/spelling/speller.h"
#include "language/spelling/word_index.h"

/* A pair that was counted often enough to prove anything has words of so many articles (a power of two). */
enum { DOCUMENTS_MIN = 4 };

struct search {
    struct slice word;
    struct str found;
};

/* One letter was hit beside the one that is meant, or two letters stand in each other's place. */
static bool is_exchange(struct slice word, struct slice meant, size_t at) {
    if (at + 1 == word.len || word.data[at + 1] == meant.data[at + 1])
        return keys_are_neighbours(word.data[at], meant.data[at]);
    return word.data[at] == meant.data[at + 1] && word.data[at + 1] == meant.data[at];
}

/* word and meant are one edit apart. */
static bool is_slip_of_key(struct slice word, struct slice meant) {
    size_t at = 0;
    while (at < word.len && at < meant.len && word.data[at] == meant.data[at])
        at++;
    if (word.len < meant.len) return meant.data[at] >= 'a' && meant.data[at] <= 'z'; /* forgotten */
    if (word.len > meant.len) return at > 0 && word.data[at] == word.data[at - 1];   /* hit twice */
    return is_exchange(word, meant, at);
}

static void keep_slip(void *by, const struct indexed_word *near) {
    struct search *search = by;
    struct slice meant = {near->text, near->len};
    if (!is_slip_of_key(search->word, meant)) return;
    if (search->found.len) str_append_byte(&search->found, ' ');
    str_append(&search->found, meant);
}

struct slice slips_of(struct language *language, struct slice word) {
    struct map *known = language_memo(language, MEMO_SLIPS);
    const uintptr_t *before = map_get(known, word);
    if (before) return slice_of((const char *)*before);
    struct search search = {.word = word};
    word_index_near(speller_index(language_speller(language)), word, 1, DOCUMENTS_MIN, keep_slip, &search);
    char *found = str_steal(&search.found);
    *map_put(known, word) = (uintptr_t)found;
    return slice_of(found);
}
