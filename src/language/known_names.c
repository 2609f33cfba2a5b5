#include "language/known_names.h"

/* kata Lalu., ujar Hari,: a name, whatever else the word is. */
static bool told_oddly(const struct reading *r, size_t i) {
    return i > 0 && reading_capital(r, i) && reading_small(r, i - 1) && reading_is(r, i - 1, SPEECH_BARE) &&
           reading_is(r, i, SPEECH_FUNCTION) && !reading_is(r, i, SPEECH_ROLE | SPEECH_PRONOUN) &&
           (reading_equal(r, i + 1, ".") || reading_equal(r, i + 1, ","));
}

void known_names_read(struct map *known, const struct reading *r) {
    const uint32_t never = SPEECH_ROLE | SPEECH_ORG | SPEECH_PLACE | SPEECH_AREA | SPEECH_DAY |
                           SPEECH_FUNCTION | SPEECH_PRONOUN | SPEECH_DOCUMENT | SPEECH_RANK | SPEECH_KIN |
                           SPEECH_CIRCUMSTANCE | SPEECH_ACTIVE | SPEECH_PASSIVE;
    struct str buffer = {0};
    for (size_t i = 0; i < r->analysis->tokens.count; i++) {
        bool odd = told_oddly(r, i);
        if (!reading_capital(r, i) || (!odd && reading_is(r, i, never))) continue;
        if (reading_token(r, i)->flags & TOKEN_UPPER || reading_capital(r, i + 1)) continue;
        bool told = i > 0 && reading_small(r, i - 1) &&
                    (reading_equal(r, i - 1, "menurut") ||
                     (reading_is(r, i - 1, SPEECH_BARE) && !reading_is(r, i - 1, SPEECH_WEAK)));
        bool tells = reading_small(r, i + 1) && reading_is(r, i + 1, SPEECH_ACTIVE) &&
                     !(i > 0 && reading_capital(r, i - 1));
        if (!told && !tells && !odd) continue;
        str_clear(&buffer);
        map_put(known, speech_fold(&buffer, reading_text(r, i)));
    }
    str_free(&buffer);
}
