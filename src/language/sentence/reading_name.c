#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"

#include "base/utf8.h"

/* A common small word is no part of a name: documents, of 16.8 thousand, in which it must be attested. */
enum {
    ORDINARY = 40,
    LONGEST_ACRONYM = 8,
    SHORTEST_SHOUT = 4,
    WITH_CLITIC = 7 /* letters: not Sonya, Tengku */
};

/* "documents" is the first field of the frequency list. */
static bool is_frequent(struct language *language, struct word *word) {
    struct slice fields;
    if (!lexicon_find(language_lexicon(language, LEXICON_FREQUENCY), word->text, &fields)) return false;
    struct slice count = lexicon_field(fields, 0);
    size_t documents = 0;
    for (size_t i = 0; i < count.len && rune_is_digit((unsigned char)count.data[i]) && i < 9; i++)
        documents = documents * 10 + (size_t)(count.data[i] - '0');
    return documents >= ORDINARY;
}

static bool is_ordinary(const struct reading *r, size_t i) {
    return word_fact(r->language, r->analysis->forms.items[i]->folded, FACT_ORDINARY, is_frequent);
}

enum known reading_shown(const struct reading *r, size_t i) {
    bool asked = r->known && i < r->analysis->tokens.count;
    const uintptr_t *known = asked ? map_get(r->known, r->analysis->forms.items[i]->folded->text) : NULL;
    return known ? (enum known) * known : KNOWN_NOTHING;
}

bool reading_initials(const struct reading *r, size_t i) {
    return reading_token(r, i)->flags & TOKEN_UPPER && reading_text(r, i).len == 2 && !r->classes[i] &&
           !language_has(r->language, LEXICON_INSTITUTIONS, reading_text(r, i));
}

/* A word of the dictionaries. */
static bool is_agreed(const struct reading *r, size_t i) {
    return language_has(r->language, LEXICON_AGREED, r->analysis->forms.items[i]->folded->text);
}

/* S.Pd, M.Kes */
static bool has_degree_dot(const struct reading *r, size_t i) {
    enum { LONGEST = 6 };
    struct slice word = reading_text(r, i);
    size_t dot = slice_find_byte(word, '.', 0);
    return reading_capital(r, i) && word.len <= LONGEST && dot != SIZE_MAX && dot <= 2;
}

/* A. Rahman Said menyambut ...: an initial before its name; not a letter that numbers a line of a list. */
static bool is_first_initial(const struct reading *r, size_t i) {
    enum { LINE = 8 /* tokens: a line that is no sentence */ };
    bool dotted = reading_text(r, i).len == 1 && reading_equal(r, i + 1, ".") &&
                  !(reading_token(r, i + 1)->flags & TOKEN_SPACE_BEFORE) && reading_capital(r, i + 2);
    return dotted && (i > 0 || r->analysis->tokens.count > LINE);
}

/* A capital that may be there only because a sentence begins: nothing after it speaks for a name. */
static bool only_begins(const struct reading *r, size_t i) {
    if (is_first_initial(r, i)) return false;
    if (i > 0 && !reading_equal(r, i - 1, ".") && !reading_equal(r, i - 1, "?") &&
        !reading_equal(r, i - 1, "!") && !reading_equal(r, i - 1, "\"") && !reading_equal(r, i - 1, "”") &&
        !reading_equal(r, i - 1, "“"))
        return false;
    if (i > 1 && reading_equal(r, i - 1, ".") && !(reading_token(r, i - 1)->flags & TOKEN_SPACE_BEFORE) &&
        (reading_is(r, i - 2, SPEECH_RANK | SPEECH_DEGREE) || reading_text(r, i - 2).len == 1 ||
         reading_initials(r, i - 2) || slice_find_byte(reading_text(r, i - 2), '.', 0) != SIZE_MAX ||
         language_has(r->language, LEXICON_ABBREVIATIONS, reading_text(r, i - 2))))
        return false;
    if (reading_equal(r, i + 1, "dari") && reading_is(r, i + 2, SPEECH_ORG) && !is_agreed(r, i))
        return false; /* X dari Dinas Y, but Setoran dari Direktorat Pajak */
    if (reading_equal(r, reading_equal(r, i + 1, ",") ? i + 2 : i + 1, "selaku")) return false;
    if (reading_equal(r, i + 1, ",") && (reading_is(r, i + 2, SPEECH_DEGREE) || has_degree_dot(r, i + 2)))
        return false; /* Muslihah, S.Pd ... */
    return !reading_capital(r, i + 1) && !reading_equal(r, i + 1, "(") && i + 1 < r->analysis->tokens.count &&
           !(reading_equal(r, i + 1, ",") && reading_is(r, i + 2, SPEECH_ROLE));
}

/* H. MUHIDIN, but not Sekretaris Jenderal UNCTAD */
static bool is_ranked(const struct reading *r, size_t i) {
    if (i > 0 && reading_equal(r, i - 1, ".")) i--;
    return i > 0 && reading_is(r, i - 1, SPEECH_RANK) && !(i > 1 && reading_is(r, i - 2, SPEECH_ROLE));
}

/* LINA of LINA SUGANDA: news writes it Lina, and hardly ever in capitals or small. */
static bool is_written_name(const struct reading *r, size_t i) {
    const uint32_t *forms = frequency_tables(r->language, r->analysis->forms.items[i]->folded)->forms;
    return forms[FORM_NEWS_CAPITAL] > forms[FORM_CAPITALS] && forms[FORM_NEWS_CAPITAL] > forms[FORM_SMALL];
}

/* ANDREE ALGAMAR: a name in capitals has company; an acronym is mostly alone and short. */
static bool shouted(const struct reading *r, size_t i) {
    const struct token *t = reading_token(r, i);
    if (is_ranked(r, i)) return t->end - t->start >= SHORTEST_SHOUT;
    bool before = i > 0 && reading_token(r, i - 1)->flags & TOKEN_UPPER;
    bool after = i + 1 < r->analysis->tokens.count && reading_token(r, i + 1)->flags & TOKEN_UPPER;
    bool long_word = t->end - t->start > SHORTEST_SHOUT || (before && after) || is_written_name(r, i);
    return t->end - t->start >= SHORTEST_SHOUT && (before || after) && long_word;
}

bool reading_balinese(const struct reading *r, size_t i) {
    static const char *const article[] = {"i", "ni", "ida", "ide", "anak", NULL};
    return reading_capital(r, i) && reading_among(r, i, article) && reading_in(r, i + 1, CLASS_BALINESE);
}

/* Komisi II, Asisten I: no part of a name; but Bupati I Wayan is. */
static bool is_numeral(const struct reading *r, size_t i) {
    struct slice word = reading_text(r, i);
    if (!reading_numeral(r, i)) return false;
    if (word.len > 1) return true;
    return word.data[0] == 'I' && i > 0 && reading_capital(r, i - 1) &&
           reading_is(r, i - 1, SPEECH_ROLE | SPEECH_ORG | SPEECH_WORK) && !reading_balinese(r, i);
}

/* kata Lalu Iqbal; Gubernur, Lalu Iqbal: a nobleman of Lombok, not the word for "then". */
static bool is_sasak(const struct reading *r, size_t i) {
    return reading_equal(r, i, "lalu") && i > 0 && reading_capital(r, i + 1) &&
           !reading_is(r, i + 1, SPEECH_ROLE | SPEECH_RANK | SPEECH_ORG | SPEECH_PRONOUN) &&
           (reading_is(r, i - 1, SPEECH_BARE) || reading_capital(r, i - 1) || reading_equal(r, i - 1, ",") ||
            reading_dash(r, i - 1));
}

static bool is_institution(struct language *language, struct word *word) {
    return language_has(language, LEXICON_INSTITUTIONS, word->text);
}

/* Kankemenag, Forkompimcam, Apeksi; Langkat of Kodim 0203/Langkat */
static bool is_body(const struct reading *r, size_t i) {
    struct slice word = reading_text(r, i);
    static const char *const heads[] = {"Kemen", "Kankemen", "Forko"};
    for (size_t k = 0; k < sizeof heads / sizeof *heads; k++)
        if (slice_starts(word, slice_of(heads[k]))) return true;
    if (i > 1 && reading_equal(r, i - 1, "/") && reading_token(r, i - 2)->kind == TOKEN_NUMBER) return true;
    return !(reading_token(r, i)->flags & TOKEN_UPPER) &&
           word_fact(r->language, r->analysis->forms.items[i], FACT_BODY, is_institution);
}

bool reading_mixed(const struct reading *r, size_t i) {
    enum { CAPITALS = 3 };
    struct slice word = reading_text(r, i);
    size_t capitals = 0;
    for (size_t k = 0; k < word.len; k++) {
        if (word.data[k] == '.' || word.data[k] == '-') return false;
        capitals += word.data[k] >= 'A' && word.data[k] <= 'Z';
    }
    return capitals >= CAPITALS && capitals < word.len;
}

/* Pengaspalan, Keterlambatan, Pascapanen: what is done, by its form. */
bool reading_deed(struct slice word) {
    if (word.len >= 9 && slice_starts(word, SLICE("Pasca")) && !slice_starts(word, SLICE("Pascalin")))
        return true;
    return word.len >= 9 && slice_ends(word, SLICE("an")) &&
           (slice_starts(word, SLICE("Pe")) || slice_starts(word, SLICE("Ke")));
}

/* kota Bima, Kabupaten Agam: though Bima is a name as well. */
static bool is_town(const struct reading *r, size_t i) {
    static const char *const kinds[] = {"kota", "kabupaten", "kab", NULL};
    bool mayor = i > 1 && reading_equal(r, i - 2, "wali"); /* Wali Kota Bima Arya */
    return i > 0 && reading_among(r, i - 1, kinds) && r->classes[i] & SPEECH_NAME &&
           !(mayor && reading_capital(r, i + 1)) &&
           language_has(r->language, LEXICON_PLACES, reading_text(r, i));
}

/* Narmada-Lingsar: two places. */
static bool is_pair_of_places(const struct reading *r, size_t i) {
    struct slice second = reading_text(r, i);
    if (slice_find_byte(second, '-', 0) == SIZE_MAX) return false;
    struct slice first = slice_cut(&second, '-');
    return language_has(r->language, LEXICON_PLACES, first) &&
           language_has(r->language, LEXICON_PLACES, second);
}

/* Tan Mei Ling, kata Juli Astuti: a month between the words of a name, or before one that speaks. */
static bool is_month_as_name(const struct reading *r, size_t i) {
    if (!reading_in(r, i, CLASS_MONTH) || !reading_capital(r, i + 1) ||
        reading_is(r, i + 1, ~(uint32_t)SPEECH_NAME))
        return false;
    if (i == 0 || reading_token(r, i + 1)->flags & TOKEN_UPPER || is_ordinary(r, i + 1)) return false;
    bool told = reading_small(r, i - 1) && reading_is(r, i - 1, SPEECH_BARE);
    return told || reading_capital(r, i - 1) || (reading_equal(r, i - 1, ",") && reading_capital(r, i - 2));
}

/* kata Hari Prihatno, Camat Hari Santoso: a word that is a first name as well, where only a name can stand.
 */
static bool is_first_name(const struct reading *r, size_t i) {
    if (i == 0 || !reading_in(r, i, CLASS_WORD_NAME) || !reading_capital(r, i + 1)) return false;
    if (r->classes[i + 1] || is_ordinary(r, i + 1) || reading_deed(reading_text(r, i + 1))) return false;
    return reading_is(r, i - 1, SPEECH_BARE | SPEECH_RANK | SPEECH_KIN | SPEECH_WORK | SPEECH_ROLE) ||
           reading_equal(r, i - 1, "menurut") || reading_equal(r, i - 1, "oleh");
}

/* Harapan serupa datang dari ...: a name that is another word much more often. */
static bool begins_as_word(const struct reading *r, size_t i) {
    enum { MUCH = 4 /* times */ };
    const uint32_t *forms = frequency_tables(r->language, r->analysis->forms.items[i]->folded)->forms;
    return forms[FORM_SMALL] > MUCH * forms[FORM_NEWS_CAPITAL] && only_begins(r, i) &&
           reading_shown(r, i) != KNOWN_NAME;
}

/* Imam masjid itu: what the word is, and nobody's name. */
static bool is_office_of_name(const struct reading *r, size_t i) {
    return r->classes[i] & SPEECH_ROLE && reading_small(r, i + 1) &&
           reading_is(r, i + 1, SPEECH_ORG | SPEECH_AREA);
}

static bool is_name(const struct reading *r, size_t i) {
    const uint32_t never = SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN | SPEECH_ORG | SPEECH_WORK | SPEECH_AREA |
                           SPEECH_PLACE | SPEECH_DAY | SPEECH_DOCUMENT | SPEECH_FUNCTION | SPEECH_PRONOUN |
                           SPEECH_CIRCUMSTANCE | SPEECH_ACTIVE | SPEECH_PASSIVE | SPEECH_THING;
    struct slice word = reading_text(r, i);
    static const char *const high[] = {"jaksa", "kejaksaan", "mahkamah", "hakim", NULL};
    enum known known = reading_shown(r, i);
    if (i > 0 && reading_is(r, i, SPEECH_ORG) && reading_among(r, i - 1, high))
        return false; /* Jaksa Agung */
    if (known == KNOWN_BODY || is_town(r, i)) return false;
    if (r->classes[i] & SPEECH_NAME) return !is_office_of_name(r, i) && !begins_as_word(r, i);
    if (is_sasak(r, i) || is_month_as_name(r, i) || is_first_name(r, i)) return true;
    if (known == KNOWN_PLACE) return false;
    if (is_numeral(r, i) || is_body(r, i) || reading_deed(word)) return false;
    if (reading_mixed(r, i) || is_pair_of_places(r, i)) return false;
    size_t dot = slice_find_byte(word, '.', 0);
    if (dot != SIZE_MAX && word.len - dot <= 4) return false; /* M.Si */
    if (word.len >= WITH_CLITIC && (slice_ends(word, SLICE("nya")) || slice_ends(word, SLICE("ku"))) &&
        known != KNOWN_NAME)
        return false; /* Pesannya, Pahlawanku */
    bool name;
    if (known == KNOWN_NAME)
        name = !(r->classes[i] & SPEECH_FUNCTION) || !only_begins(r, i);
    else if (r->classes[i] & never)
        name = false;
    else if (reading_token(r, i)->flags & TOKEN_UPPER) {
        bool long_word = word.len > LONGEST_ACRONYM;
        bool common = long_word && is_agreed(r, i); /* AKUNTANSI */
        name = word.len <= 2 || (!common && (long_word || (shouted(r, i) && !is_ordinary(r, i))));
    } else
        name = !(reading_token(r, i)->flags & TOKEN_DIGIT) && !is_ordinary(r, i) && !only_begins(r, i);
    return name;
}

bool reading_name(const struct reading *r, size_t i) {
    enum { UNKNOWN, NO, YES };
    if (!reading_capital(r, i)) return false;
    if (r->names[i] == UNKNOWN) r->names[i] = is_name(r, i) ? YES : NO;
    return r->names[i] == YES;
}
