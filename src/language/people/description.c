#include "language/people/description.h"

enum { LONGEST_DESCRIPTION = 8, LONGEST_CLAUSE = 14 /* with yang: pria yang sudah bekerja sejak 2010 itu */ };

/* A verb that has the words before it as its subject, "Bupati melepas kafilah itu", and does not describe
 * them: "Wanita berhijab itu", "Pria yang dikenal ramah itu". */
static bool acts(const struct reading *r, size_t i) {
    static const char *const describe[] = {"itu", "ini", "tersebut", "tahun", NULL};
    struct slice word = reading_text(r, i);
    if (!reading_small(r, i) || reading_among(r, i, describe) || reading_equal(r, i - 1, "yang"))
        return false;
    if (slice_starts(word, SLICE("me")) || slice_starts(word, SLICE("di"))) return true;
    bool counted = i + 1 < r->analysis->tokens.count && reading_token(r, i + 1)->kind == TOKEN_NUMBER;
    return (slice_starts(word, SLICE("ber")) || slice_starts(word, SLICE("ter"))) && !counted &&
           !reading_among(r, i + 1, describe);
}

/* pemain yang biasa disapa Si Kancil (Cerdik) ini: after a bracket of few words, or i. */
static size_t after_bracket(const struct reading *r, size_t i) {
    enum { LONGEST_BRACKET = 6 };
    if (!reading_equal(r, i, "(")) return i;
    for (size_t k = i + 1; k < r->analysis->tokens.count && k <= i + LONGEST_BRACKET; k++)
        if (reading_equal(r, k, ")")) return k + 1;
    return i;
}

size_t description_end(const struct reading *r, size_t from, size_t limit, bool begins) {
    static const char *const points[] = {"itu", "ini", "tersebut", NULL};
    bool clause = false;
    size_t longest = LONGEST_DESCRIPTION;
    for (size_t i = from; i < limit && i < from + longest; i++) {
        if (!begins && reading_equal(r, i, "yang")) {
            clause = true;
            longest = LONGEST_CLAUSE;
        }
        size_t after = i > from ? after_bracket(r, i) : i;
        if (after > i && after < limit) i = after;
        if (reading_token(r, i)->kind != TOKEN_WORD && reading_token(r, i)->kind != TOKEN_NUMBER) return 0;
        if (begins && acts(r, i)) return 0;
        bool last = i + 1 >= limit || reading_token(r, i + 1)->kind == TOKEN_PUNCTUATION ||
                    reading_is(r, i + 1, SPEECH_CIRCUMSTANCE);
        if (begins) last = i + 1 >= limit || reading_is(r, i + 1, SPEECH_ACTIVE | SPEECH_ADVERB);
        if (reading_among(r, i, points) && last) return i + 1;
        if (reading_is(r, i, SPEECH_CIRCUMSTANCE) && i > from && !clause) return 0;
    }
    return 0;
}

bool description_begins(const struct reading *r, size_t from) {
    return from > 0 && reading_is(r, from - 1, SPEECH_BARE | SPEECH_PASSIVE) && reading_small(r, from) &&
           !reading_is(r, from,
                       SPEECH_FUNCTION | SPEECH_CIRCUMSTANCE | SPEECH_ADVERB | SPEECH_ACTIVE |
                           SPEECH_PASSIVE | SPEECH_NYA);
}
