#include "language/lexicon/language.h"

#include "base/map.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>

struct language {
    char *folder;
    struct lexicon lexicons[LEXICON_COUNT];
    bool asked[LEXICON_COUNT];
    struct map memos[MEMO_COUNT];
    struct map firsts[LEXICON_COUNT]; /* first words of keys; filled when language_begins() first asks */
    struct speller *speller;          /* NULL until asked for */
    void (*free_speller)(struct speller *);
    struct map speech;
    struct vocabulary vocabulary; /* no facts until asked for */
    struct error problem;
};

static const char *const files[LEXICON_COUNT] = {
#define LEXICON(name, file) [LEXICON_##name] = file,
#include "language/lexicon/lexicons.def"
#undef LEXICON
};

struct language *language_new(const char *folder, enum lang lang) {
    struct language *language = memory_zero(1, sizeof *language);
    language->folder = slice_copy(slice_of(folder));
    language->problem.lang = lang;
    return language;
}

static void free_memo(struct map *memo) {
    for (size_t i = 0; i < memo->capacity; i++)
        if (memo->entries[i].key.data) free((void *)memo->entries[i].value);
    map_free(memo);
}

void language_free(struct language *language) {
    if (!language) return;
    if (language->free_speller) language->free_speller(language->speller);
    for (size_t i = 0; i < LEXICON_COUNT; i++) {
        lexicon_free(&language->lexicons[i]);
        map_free(&language->firsts[i]);
    }
    map_free(&language->speech);
    vocabulary_free(&language->vocabulary);
    for (size_t i = 0; i < MEMO_COUNT; i++)
        free_memo(&language->memos[i]);
    error_free(&language->problem);
    free(language->folder);
    free(language);
}

const struct lexicon *language_lexicon(struct language *language, enum lexicon_name name) {
    if (!language->asked[name]) {
        struct str path = {0};
        str_printf(&path, "%s/%s", language->folder, files[name]);
        lexicon_load(&language->lexicons[name], str_text(&path), &language->problem);
        str_free(&path);
        language->asked[name] = true;
    }
    return &language->lexicons[name];
}

bool language_has(struct language *language, enum lexicon_name name, struct slice key) {
    return lexicon_find(language_lexicon(language, name), key, NULL);
}

bool language_begins(struct language *language, enum lexicon_name name, struct slice word) {
    struct map *firsts = &language->firsts[name];
    if (!firsts->count) {
        const struct lexicon *lexicon = language_lexicon(language, name);
        struct slice key;
        for (size_t at = 0; lexicon_next(lexicon, &at, &key, NULL);)
            map_put(firsts, slice_cut(&key, ' '));
    }
    return map_has(firsts, word);
}

struct speller *language_attached(const struct language *language) {
    return language->speller;
}

void language_attach(struct language *language, struct speller *speller,
                     void (*free_speller)(struct speller *)) {
    language->speller = speller;
    language->free_speller = free_speller;
}

struct error *language_errors(struct language *language) {
    return &language->problem;
}

struct map *language_speech(struct language *language) {
    return &language->speech;
}

struct vocabulary *language_vocabulary(struct language *language) {
    if (!language->vocabulary.facts.count)
        vocabulary_load(&language->vocabulary, language_lexicon(language, LEXICON_CLASSES));
    return &language->vocabulary;
}

bool language_word_in(struct language *language, struct slice word, enum word_class class) {
    struct vocabulary *vocabulary = language_vocabulary(language);
    struct str folded = {0};
    str_append_lower(&folded, word);
    bool in = vocabulary_has(vocabulary, vocabulary_find(vocabulary, str_slice(&folded)), class);
    str_free(&folded);
    return in;
}

struct map *language_memo(struct language *language, enum language_memo memo) {
    return &language->memos[memo];
}

const char *language_problem(const struct language *language) {
    return str_text(&language->problem.text);
}
