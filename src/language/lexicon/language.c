#include "language/lexicon/language.h"

#include "language/lexicon/frequency.h"
#include "language/lexicon/word_records.h"

#include "base/file.h"
#include "base/map.h"
#include "base/memory.h"
#include "base/utf8.h"

#include <stdlib.h>

struct language {
    char *folder;
    struct prepared prepared;
    bool asked_prepared;
    struct word_records records;
    bool asked_records;
    struct lexicon lexicons[LEXICON_COUNT];
    bool asked[LEXICON_COUNT];
    struct map memos[MEMO_COUNT];
    struct word_set words;
    struct map firsts[LEXICON_COUNT]; /* first words of keys; filled when language_begins() first asks */
    struct speller *speller;          /* NULL until asked for */
    void (*free_speller)(struct speller *);
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
        if (memo->entries[i].key) free((void *)memo->entries[i].value);
    map_free(memo);
}

void language_free(struct language *language) {
    if (!language) return;
    if (language->free_speller) language->free_speller(language->speller);
    for (size_t i = 0; i < LEXICON_COUNT; i++) {
        lexicon_free(&language->lexicons[i]);
        map_free(&language->firsts[i]);
    }
    prepared_close(&language->prepared);
    vocabulary_free(&language->vocabulary);
    for (size_t i = 0; i < MEMO_COUNT; i++)
        free_memo(&language->memos[i]);
    word_set_free(&language->words);
    error_free(&language->problem);
    free(language->folder);
    free(language);
}

const struct prepared *language_prepared(struct language *language) {
    if (!language->asked_prepared) {
        struct str path = {0};
        language_prepared_path(language, &path);
        prepared_open(&language->prepared, str_text(&path), prepared_code());
        str_free(&path);
        language->asked_prepared = true;
    }
    return &language->prepared;
}

static bool take_prepared(struct language *language, enum lexicon_name name, const char *path) {
    const struct prepared *prepared = language_prepared(language);
    return prepared_is_fresh(prepared, files[name], path) &&
           lexicon_take(&language->lexicons[name], prepared, files[name]);
}

static void load(struct language *language, enum lexicon_name name) {
    struct str path = {0};
    str_printf(&path, "%s/%s", language->folder, files[name]);
    if (!take_prepared(language, name, str_text(&path)))
        lexicon_load(&language->lexicons[name], str_text(&path), &language->problem);
    str_free(&path);
    language->asked[name] = true;
}

const struct lexicon *language_lexicon(struct language *language, enum lexicon_name name) {
    if (!language->asked[name]) load(language, name);
    return &language->lexicons[name];
}

const struct word_records *language_word_records(struct language *language) {
    static const enum lexicon_name lists[] = FREQUENCY_LEXICONS;
    if (language->asked_records) return &language->records;
    language->asked_records = true;
    bool all = true;
    for (size_t i = 0; i < sizeof lists / sizeof *lists && all; i++)
        all = language_lexicon(language, lists[i])->keys.slots.len > 0;
    if (all)
        language->records =
            word_records_in(language_prepared(language), language_lexicon(language, LEXICON_PAIRS)->facts);
    return &language->records;
}

bool language_has(struct language *language, enum lexicon_name name, struct slice key) {
    return lexicon_find(language_lexicon(language, name), key, NULL);
}

bool language_begins(struct language *language, enum lexicon_name name, struct slice word) {
    struct map *firsts = &language->firsts[name];
    const struct lexicon *lexicon = language_lexicon(language, name);
    if (lexicon->firsts.slots.len) return lexicon_begins(lexicon, word);
    if (!firsts->count) {
        struct slice key;
        for (size_t at = 0; lexicon_next(lexicon, &at, &key, NULL);)
            map_put(firsts, slice_cut(&key, ' '));
    }
    return map_has(firsts, word);
}

void language_rest(struct language *language) {
    file_forget(language->prepared.bytes);
}

bool language_is_prepared(struct language *language) {
    bool all = language_prepared(language)->bytes.len > 0;
    for (size_t i = 0; i < LEXICON_COUNT && all; i++)
        all = language_lexicon(language, (enum lexicon_name)i)->keys.slots.len > 0;
    return all;
}

void language_prepared_path(const struct language *language, struct str *out) {
    str_printf(out, "%s/%s", language->folder, PREPARED_FILE);
}

void language_prepare(struct language *language, struct prepared_writer *writer) {
    for (size_t i = 0; i < LEXICON_COUNT; i++) {
        struct str path = {0};
        const struct lexicon *lexicon = language_lexicon(language, (enum lexicon_name)i);
        str_printf(&path, "%s/%s", language->folder, files[i]);
        if (lexicon->facts.len) {
            prepared_add_source(writer, files[i], str_text(&path));
            lexicon_prepare(lexicon, files[i], i == LEXICON_PAIRS || i == LEXICON_TRIPLES, writer);
        }
        str_free(&path);
    }
    frequency_prepare(language, writer);
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

struct word_set *language_words(struct language *language) {
    return &language->words;
}

const char *language_problem(const struct language *language) {
    return str_text(&language->problem.text);
}
