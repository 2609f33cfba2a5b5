#include "language/frequency.h"

enum { DOCUMENTS = 0, INDONESIAN = 2, ENGLISH = 3 }; /* fields of frequency.tsv */

static size_t number_of(struct slice digits) {
    size_t n = 0;
    for (size_t i = 0; i < digits.len && digits.data[i] >= '0' && digits.data[i] <= '9'; i++)
        n = n * 10 + (size_t)(digits.data[i] - '0');
    return n;
}

size_t frequency_of(struct language *language, struct slice word) {
    struct slice fields;
    if (!lexicon_find(language_lexicon(language, LEXICON_FREQUENCY), word, &fields)) return 0;
    return number_of(lexicon_field(fields, DOCUMENTS));
}

size_t frequency_of_pair(struct language *language, struct slice word, struct slice next) {
    struct str key = {0};
    struct slice fields;
    str_append(&key, word);
    str_append_byte(&key, ' ');
    str_append(&key, next);
    bool found = lexicon_find(language_lexicon(language, LEXICON_BIGRAMS), str_slice(&key), &fields);
    str_free(&key);
    return found ? number_of(lexicon_field(fields, 0)) : 0;
}

bool word_is_english(struct language *language, struct slice word) {
    struct slice fields;
    return lexicon_find(language_lexicon(language, LEXICON_FREQUENCY), word, &fields) &&
           slice_equal_text(lexicon_field(fields, ENGLISH), "1") &&
           slice_equal_text(lexicon_field(fields, INDONESIAN), "0");
}
