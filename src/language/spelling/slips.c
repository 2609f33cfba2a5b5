#include "language/spelling/slips.h"

#include "language/spelling/speller_state.h"
#include "language/spelling/word_index.h"

/* A pair that was counted often enough to prove anything has words of so many articles (a power of two). */
enum { DOCUMENTS_MIN = 4 };

static void keep_near(void *by, const struct indexed_word *near) {
    struct str *list = by;
    if (list->len) str_append_byte(list, ' ');
    str_append(list, (struct slice){near->text, near->len});
}

struct slice near_words(struct language *language, struct slice word) {
    struct map *memo = language_memo(language, MEMO_NEAR);
    struct slice prepared;
    if (speller_prepared_near(language_speller(language), word, &prepared)) return prepared;
    const uintptr_t *known = map_get(memo, word);
    if (known) return slice_of((const char *)*known);
    struct str list = {0};
    speller_near(language_speller(language), word, 1, DOCUMENTS_MIN, keep_near, &list);
    char *found = str_steal(&list);
    *map_put(memo, word) = (uintptr_t)found;
    return slice_of(found);
}
