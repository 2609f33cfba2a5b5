#include "language/people/known_names.h"

#include "language/people/name_body.h"
#include "language/people/name_words.h"

enum { LONGEST_BODY = 12 }; /* words of its full name */

/* kata Lalu., ujar Hari,: a name, whatever else the word is. */
static bool told_oddly(const struct reading *r, size_t i) {
    return i > 0 && reading_capital(r, i) && reading_small(r, i - 1) && reading_is(r, i - 1, SPEECH_BARE) &&
           reading_is(r, i, SPEECH_FUNCTION) && !reading_is(r, i, SPEECH_ROLE | SPEECH_PRONOUN) &&
           (reading_equal(r, i + 1, ".") || reading_equal(r, i + 1, ","));
}

/* Universitas Andalas (Unand): the word after the bracket is short for the body named before it. A person's
 * nickname begins as the name does, not as an office. */
static bool shortens_body(const struct reading *r, size_t bracket) {
    const uint32_t body = SPEECH_ORG | SPEECH_WORK | SPEECH_AREA | SPEECH_ROLE;
    struct slice letters = reading_text(r, bracket + 1);
    if (!reading_capital(r, bracket + 1) || !reading_equal(r, bracket + 2, ")") || letters.len < 3)
        return false;
    for (size_t i = bracket;
         i-- > 0 && i + LONGEST_BODY > bracket && reading_token(r, i)->kind == TOKEN_WORD;) {
        bool begins = (reading_text(r, i).data[0] | ' ') == (letters.data[0] | ' ');
        bool area = i > 0 && reading_in(r, i - 1, CLASS_PLACE_TOLD) &&
                    language_has(r->language, LEXICON_PLACES, reading_range(r, i, bracket));
        if (begins && area && name_has_letters(reading_range(r, i, bracket), letters))
            return true; /* Kabupaten Mandailing Natal (Madina) */
        if (begins && reading_capital(r, i) && reading_is(r, i, body) && !reading_is(r, i, SPEECH_NAME) &&
            name_has_letters(reading_range(r, i, bracket), letters))
            return true;
    }
    return false;
}

static void put(struct map *known, const struct reading *r, size_t i, enum known shown) {
    struct str buffer = {0};
    uintptr_t *value = map_put(known, speech_fold(&buffer, reading_text(r, i)));
    if (*value < shown) *value = shown;
    str_free(&buffer);
}

/* di Kota Airmanis: a place, in no list or spelt otherwise there; not Wali Kota Alpian, Camat Kecamatan Lina.
 */
static bool is_place_told(const struct reading *r, size_t i) {
    const uint32_t office = SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN;
    return reading_in(r, i - 1, CLASS_PLACE_TOLD) && !(i > 1 && reading_is(r, i - 2, office));
}

/* Kecamatan Musuk berkomitmen, Panwaslu Musuk, BKPH Tambora dan ...: Musuk is a place in this draft, so that
 * Panwaslu Musuk S Murdaka is S Murdaka. Not Kepala Desa Lina, nor what no list of places has. */
static bool shows_place(const struct reading *r, size_t i) {
    if (i == 0 || !reading_capital(r, i) || reading_capital(r, i + 1) || reading_is(r, i, SPEECH_NAME))
        return false;
    if (reading_equal(r, i - 1, "di")) return true; /* di Airmanis: a place, or a body */
    if (!reading_capital(r, i - 1)) return false;
    if (is_place_told(r, i)) return true;
    bool unit = reading_token(r, i - 1)->flags & TOKEN_UPPER && reading_text(r, i - 1).len > 2;
    if (!unit && !reading_is(r, i - 1, SPEECH_AREA)) return false;
    if (i > 1 && reading_in(r, i - 2, CLASS_ONE_OFFICE)) return false;
    return language_has(r->language, LEXICON_PLACES, reading_text(r, i)) ||
           language_has(r->language, LEXICON_VILLAGES, reading_text(r, i));
}

/* Kabupaten Tanah Rindang, in no list: two words, after which no name can stand, and nobody says anything. */
static bool shows_two_words(const struct reading *r, size_t i) {
    bool told = i > 1 && reading_capital(r, i - 2) &&
                !reading_equal(r, i - 2, "kota") && /* Wali Kota Rina Sari */
                (reading_in(r, i - 2, CLASS_BEFORE_REGENCY) || reading_in(r, i - 2, CLASS_PLACE_TOLD));
    return told && reading_capital(r, i - 1) && reading_capital(r, i) && !reading_capital(r, i + 1) &&
           !reading_is(r, i, SPEECH_NAME) && !reading_is(r, i + 1, SPEECH_ACTIVE | SPEECH_ADVERB) &&
           !((reading_token(r, i)->flags | reading_token(r, i - 1)->flags) & TOKEN_UPPER);
}

void known_names_read(struct map *known, const struct reading *r) {
    const uint32_t never = SPEECH_ROLE | SPEECH_ORG | SPEECH_PLACE | SPEECH_AREA | SPEECH_DAY |
                           SPEECH_FUNCTION | SPEECH_PRONOUN | SPEECH_DOCUMENT | SPEECH_RANK | SPEECH_KIN |
                           SPEECH_CIRCUMSTANCE | SPEECH_ACTIVE | SPEECH_PASSIVE;
    for (size_t i = 0; i < r->analysis->tokens.count; i++) {
        if (reading_equal(r, i, "(") && shortens_body(r, i)) put(known, r, i + 1, KNOWN_BODY);
        if (shows_place(r, i)) put(known, r, i, KNOWN_PLACE);
        if (shows_two_words(r, i)) {
            put(known, r, i - 1, KNOWN_PLACE);
            put(known, r, i, KNOWN_PLACE);
        }
        name_body_note(known, r, i);
        bool odd = told_oddly(r, i);
        if (!reading_capital(r, i) || (!odd && reading_is(r, i, never))) continue;
        if (reading_token(r, i)->flags & TOKEN_UPPER || reading_capital(r, i + 1)) continue;
        bool told = i > 0 && reading_small(r, i - 1) &&
                    (reading_equal(r, i - 1, "menurut") ||
                     (reading_is(r, i - 1, SPEECH_BARE) && !reading_is(r, i - 1, SPEECH_WEAK)));
        bool tells = reading_small(r, i + 1) && reading_is(r, i + 1, SPEECH_ACTIVE) &&
                     !(i > 0 && (reading_capital(r, i - 1) || reading_is(r, i - 1, SPEECH_AREA) ||
                                 reading_token(r, i - 1)->kind == TOKEN_NUMBER)); /* RW 13 Sukajaya */
        if (!told && !tells && !odd) continue;
        put(known, r, i, KNOWN_NAME);
    }
}
