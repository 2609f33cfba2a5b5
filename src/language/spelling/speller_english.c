#include "language/spelling/speller_state.h"

#include <stdlib.h>

/* The English words one edit away are made and looked up: a few hundred look-ups, where the list has a
 * hundred thousand words. */
struct made {
    char text[WORD_LIMIT + 1];
    size_t len;
};

struct making {
    struct language *language;
    struct slice word;
    VEC(struct made) found;
};

static struct slice text_of(const struct made *made) {
    return (struct slice){made->text, made->len};
}

/* The word with something in the place of so many letters at i. */
static void look_up(struct making *making, size_t i, size_t letters, struct slice instead) {
    struct slice word = making->word;
    struct made made = {.len = word.len - letters + instead.len};
    if (made.len > WORD_LIMIT) return;
    memcpy(made.text, word.data, i);
    if (instead.len) memcpy(made.text + i, instead.data, instead.len);
    memcpy(made.text + i + instead.len, word.data + i + letters, word.len - i - letters);
    if (speller_is_plain(text_of(&made)) && language_has(making->language, LEXICON_ENGLISH, text_of(&made)))
        vec_push(&making->found, made);
}

static void make_all(struct making *making) {
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz-";
    struct slice word = making->word;
    for (size_t i = 0; i <= word.len; i++) {
        for (const char *c = letters; *c; c++) {
            look_up(making, i, 0, (struct slice){c, 1});
            if (i < word.len && word.data[i] != *c) look_up(making, i, 1, (struct slice){c, 1});
        }
        if (i < word.len) look_up(making, i, 1, SLICE(""));
        if (i + 1 >= word.len || word.data[i] == word.data[i + 1]) continue;
        const char swapped[] = {word.data[i + 1], word.data[i]};
        look_up(making, i, 2, (struct slice){swapped, 2});
    }
}

/* The shorter first, then as the list has them. */
static int by_length(const void *left, const void *right) {
    const struct made *a = left, *b = right;
    return a->len != b->len ? (a->len > b->len) - (a->len < b->len) : slice_compare(text_of(a), text_of(b));
}

void speller_near_english(struct speller *speller, struct slice word,
                          void (*each)(void *by, const struct indexed_word *near), void *by) {
    struct making making = {.language = speller->language, .word = word};
    if (!word.len || word.len > WORD_LIMIT) return;
    make_all(&making);
    if (making.found.count > 1)
        qsort(making.found.items, making.found.count, sizeof *making.found.items, by_length);
    struct slice last = SLICE("");
    vec_each(const struct made, made, &making.found) {
        if (slice_equal(text_of(made), last)) continue; /* made in two ways */
        last = text_of(made);
        each(by, &(struct indexed_word){.text = made->text, .len = made->len & 0xff});
    }
    vec_free(&making.found);
}
