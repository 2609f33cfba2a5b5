#include "language/spelling/english.h"

#include "language/sentence/words.h"
#include "language/spelling/speller.h"

enum {
    WORDS_LEAST = 8, /* in small letters; fewer may be the name of a programme */
    OF_FIVE = 4      /* of five words so many are English: counted, 86 % and more in English, 62 % and less in
                        Indonesian, which has many of them too (di, kami, mana); between them lies what is both */
};

bool passage_is_english(struct language *language, const struct analysis *a) {
    size_t words = 0, english = 0;
    for (size_t i = 0; i < a->tokens.count; i++)
        words += token_is_small(a, i);
    for (size_t i = 0; words >= WORDS_LEAST && i < a->tokens.count; i++)
        english += token_is_small(a, i) &&
                   speller_is_english(language_speller(language), a->forms.items[i]->folded->text);
    return words >= WORDS_LEAST && english * 5 >= words * OF_FIVE;
}
