#include "base/file.h"
#include "base/paths.h"
#include "base/utf8.h"
#include "language/spelling/speller_state.h"

#include <stdlib.h>
#include <unistd.h>

enum { WORDS_LIMIT = 4 << 20 };

static void release(struct own_word *own) {
    free(own->word);
    free(own->example);
    *own = (struct own_word){0};
}

void speller_forget(struct speller *speller) {
    speller->state++;
    map_free(&speller->looked_up);
    map_free(&speller->roots);
    word_index_free(&speller->own_index);
}

void speller_free_own(struct speller *speller) {
    vec_each(struct own_word, own, &speller->own_words)
        release(own);
    vec_free(&speller->own_words);
    map_free(&speller->own);
}

static char *copy_lower(struct slice s) {
    struct str lower = {0};
    str_append_lower(&lower, s);
    return str_steal(&lower);
}

static void add(struct speller *speller, struct slice word, struct slice example, enum word_source source) {
    word = slice_trim(word);
    example = slice_trim(example);
    if (!word.len || word.len > WORD_LIMIT || example.len > WORD_LIMIT) return;
    struct own_word own = {copy_lower(word), example.len ? copy_lower(example) : NULL, source};
    uintptr_t *at = map_put(&speller->own, slice_of(own.word));
    if (*at) {
        release(&speller->own_words.items[*at - 1]);
        speller->own_words.items[*at - 1] = own;
    } else {
        vec_push(&speller->own_words, own);
        *at = speller->own_words.count;
    }
}

/* Words of the user's own: one a line, "word" or "word=example", '#' begins a comment. */
static void load_own(struct speller *speller) {
    if (speller->asked_own) return;
    speller->asked_own = true;
    struct str path = {0}, bytes = {0};
    if (path_user(&path, PATH_DATA, "words.txt") && access(str_text(&path), F_OK) == 0)
        file_read(str_text(&path), WORDS_LIMIT, &bytes, speller->problem);
    for (struct slice rest = str_slice(&bytes); rest.len;) {
        struct slice line = slice_cut(&rest, '\n'), entry = slice_cut(&line, '#');
        struct slice word = slice_cut(&entry, '=');
        add(speller, word, entry, WORD_OWN);
    }
    str_free(&bytes);
    str_free(&path);
    speller_forget(speller);
}

const struct own_word *speller_own(struct speller *speller, struct slice word) {
    load_own(speller);
    const uintptr_t *at = map_get(&speller->own, word);
    return at && *at ? &speller->own_words.items[*at - 1] : NULL;
}

/* Its place stays, so that the numbers in the map do. */
void speller_remove(struct speller *speller, struct slice word) {
    load_own(speller);
    char *lower = copy_lower(slice_trim(word));
    uintptr_t *at = map_get(&speller->own, slice_of(lower));
    if (at && *at) {
        release(&speller->own_words.items[*at - 1]);
        *at = 0;
    }
    free(lower);
    speller_forget(speller);
}

void speller_add(struct speller *speller, struct slice word, struct slice example, enum word_source source) {
    load_own(speller);
    add(speller, word, example, source);
    speller_forget(speller);
}
