#include "language/spelling/slips.h"

#include "language/spelling/speller.h"
#include "language/spelling/word_index.h"

/* A pair that was counted often enough to prove anything has words of so many articles (a power of two). */
enum { DOCUMENTS_MIN = 4 };

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

static void keep_near(void *by, const struct indexed_word *near) {
    struct str *list = by;
    if (list->len) str_append_byte(list, ' ');
    str_append(list, (struct slice){near->text, near->len});
}

struct slice near_words(struct language *language, struct slice word) {
    struct map *memo = language_memo(language, MEMO_NEAR);
    const uintptr_t *known = map_get(memo, word);
    if (known) return slice_of((const char *)*known);
    struct str list = {0};
    word_index_near(speller_index(language_speller(language)), word, 1, DOCUMENTS_MIN, keep_near, &list);
    char *found = str_steal(&list);
    *map_put(memo, word) = (uintptr_t)found;
    return slice_of(found);
}

struct slice slips_of(struct language *language, struct slice word) {
    struct map *known = language_memo(language, MEMO_SLIPS);
    const uintptr_t *before = map_get(known, word);
    if (before) return slice_of((const char *)*before);
    struct str slips = {0};
    for (struct slice near = near_words(language, word); near.len;) {
        struct slice meant = slice_cut(&near, ' ');
        if (!is_slip_of_key(word, meant)) continue;
        if (slips.len) str_append_byte(&slips, ' ');
        str_append(&slips, meant);
    }
    char *found = str_steal(&slips);
    *map_put(known, word) = (uintptr_t)found;
    return slice_of(found);
}
