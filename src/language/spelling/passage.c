#include "language/spelling/passage.h"

#include "language/sentence/words.h"
#include "language/spelling/speller.h"

enum {
    WORDS_LEAST = 8, /* in small letters; fewer may be the name of a programme */
    OF_FIVE = 4,     /* of five words so many are English: counted, 86 % and more in English, 62 % and less in
                        Indonesian, which has many of them too (di, kami, mana); between them lies what is both */
    MALAY_LEAST = 2, /* different words that only Malay has, */
    OF_MALAY = 12    /* one of so many words: so of 228 passages of a site of Malaysia, and of none of the 401
                        drafts */
};

static bool is_english(struct language *language, struct word *word) {
    return speller_is_english(language_speller(language), word->text);
}

bool passage_is_english(struct language *language, const struct analysis *a) {
    size_t words = 0;
    for (size_t i = 0; i < a->tokens.count; i++)
        words += token_is_small(a, i);
    if (words < WORDS_LEAST) return false;
    size_t others =
        words - (words * OF_FIVE + 4) / 5; /* so many may be no English; met early in Indonesian */
    for (size_t i = 0; i < a->tokens.count; i++) {
        if (!token_is_small(a, i)) continue;
        bool is = word_fact(language, a->forms.items[i]->folded, FACT_ENGLISH, is_english);
        if (!is && !others--) return false;
    }
    return true;
}

bool passage_is_malay(const struct analysis *a) {
    size_t words = 0, malay = 0;
    const struct word *first = NULL;
    bool several = false;
    for (size_t i = 0; i < a->tokens.count; i++) {
        words += token_is_kind(a, i, TOKEN_WORD);
        if (!token_in(a, i, CLASS_MALAY)) continue;
        const struct word *word = a->forms.items[i]->small;
        if (!first) first = word;
        several = several || word != first;
        malay++;
    }
    return several && malay >= MALAY_LEAST && malay * OF_MALAY >= words;
}
