#include "language/lexicon/word.h"

#include "base/memory.h"
#include "base/utf8.h"

_Static_assert(LEXICON_COUNT <= 32, "the lexicons do not fit into the bits of struct word");

void word_fold(struct str *out, struct slice word) {
    size_t from = out->len;
    str_append_lower(out, word);
    for (size_t at; (at = slice_find(str_slice(out), SLICE("’"), from)) != SIZE_MAX;)
        str_splice(out, at, strlen("’"), SLICE("'"));
}

/* The word that one of these makes of the text: the word itself when it makes nothing else of it. */
static struct word *written_so(struct language *language, struct word *word,
                               void (*write)(struct str *, struct slice)) {
    struct str text = {0};
    write(&text, word->text);
    bool same = slice_equal(str_slice(&text), word->text);
    struct word *other = same ? word : language_word(language, str_slice(&text));
    str_free(&text);
    return other;
}

static bool is_plain(struct slice text) {
    bool plain = true;
    for (size_t i = 0; i < text.len && plain; i++)
        plain = (text.data[i] >= 'a' && text.data[i] <= 'z') || (text.data[i] >= '0' && text.data[i] <= '9');
    return plain;
}

static struct word *make(struct language *language, struct slice text, uint64_t hash) {
    struct word *word = memory_zero(1, sizeof *word + text.len + 1);
    if (text.len) memcpy(word->bytes, text.data, text.len);
    word->text = (struct slice){word->bytes, text.len};
    word->hash = hash;
    word_set_put(language_words(language), word);
    word->plain = is_plain(text);
    word->small = word->plain ? word : written_so(language, word, str_append_lower);
    word->folded = word->plain ? word : written_so(language, word, word_fold);
    return word;
}

struct word *language_word_hashed(struct language *language, struct slice text, uint64_t hash) {
    struct word *known = word_set_get(language_words(language), text, hash);
    return known ? known : make(language, text, hash);
}

struct word *language_word(struct language *language, struct slice text) {
    return language_word_hashed(language, text, slice_mix(text));
}

uint32_t word_number(const struct vocabulary *vocabulary, struct word *word) {
    if (word->asked_number != vocabulary->facts.count) {
        word->asked_number = vocabulary->facts.count;
        word->number = vocabulary_find(vocabulary, word->folded->text);
    }
    return word->number;
}

bool word_asked_begins(struct language *language, struct word *word, enum lexicon_name name) {
    uint32_t bit = UINT32_C(1) << name;
    word->asked_begins |= bit;
    if (language_begins(language, name, word->folded->text)) word->begins |= bit;
    return word->begins & bit;
}
