#include "check/rules/capital_run.h"

#include "check/rules/capital_raised.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"

/* Digits of raised.tsv: powers of two of times small for one time with a capital. */
enum place { ALONE, FIRST, LAST, BEFORE_NAME };

enum {
    NEVER_TIMES = 60, /* so many times oftener small than with a capital: not in raised.tsv, */
    NEVER_DIGIT = 6,  /* and taken for this */
    SELDOM_DIGIT = 3, /* what typography.raised says alone, but counted too seldom in that place */
    LEAST = 20,       /* times small */
    /* With these numbers 311 edited articles have 15 such places, names or terms all; of what was new in 17
     * drafts that were held back 28 of 29 were right, in 197 posts 58 of 63. */
    RUN_LEAST = 10,
    GRAMMAR_LEAST = 5, /* with a word of grammar among them, */
    PLURAL_LEAST = 6,  /* or after para, seluruh */
    NAMED_LEAST = 7,   /* of first and before a short name, */
    NAMED_FIRST = 4,   /* and of first: Rumah Sakit UGM */
    WORD_LEAST = 3,    /* of each word alone */
    ALONE_LEAST = 5,   /* of a word that stands alone, */
    COUNTED_LEAST = 3, /* or after a number */
    PAIR_LEAST = 4,    /* of two words that were counted together */
    RUN_LONGEST = 12,  /* words; longer ones are headings */
    PLACE_LONGEST = 3  /* words */
};

static bool find(const struct capital_reader *r, struct slice key, struct slice *digits) {
    return lexicon_find(language_lexicon(r->context->language, LEXICON_RAISED), key, digits);
}

static int digit_at(struct slice digits, size_t at) {
    char c = at < digits.len ? digits.data[at] : '-';
    return c >= '0' && c <= '9' ? c - '0' : -1;
}

/* How much oftener the word is small there; -1 when nobody counted. */
static int digit(const struct capital_reader *r, size_t i, enum place place) {
    struct slice digits;
    const uint32_t *forms = reader_tables(r, i)->forms;
    if (find(r, r->a->forms.items[i]->small->text, &digits) && digit_at(digits, place) >= 0)
        return digit_at(digits, place);
    if (forms[FORM_SMALL] >= LEAST && forms[FORM_NEWS_CAPITAL] * NEVER_TIMES <= forms[FORM_SMALL])
        return NEVER_DIGIT;
    return is_hardly_raised(r, i) ? SELDOM_DIGIT : -1;
}

static bool is_raised_word(const struct capital_reader *r, size_t i) {
    return reader_plain(r, i, TOKEN_CAPITAL) && digit(r, i, ALONE) >= WORD_LEAST &&
           !reader_inner_capital(token_word(r->a, i)) &&
           !word_is_english(r->context->language, r->a->forms.items[i]->small->text);
}

static bool follows(const struct capital_reader *r, size_t i) {
    return slice_equal(token_gap(r->a, i), SLICE(" "));
}

static size_t end_of_run(const struct capital_reader *r, size_t i) {
    size_t end = i;
    while (end < i + RUN_LONGEST && is_raised_word(r, end) && (end == i || follows(r, end)))
        end++;
    return end;
}

/* Two or three of the words are a place: Sungai Penuh. */
static bool has_place(const struct capital_reader *r, size_t first, size_t end) {
    for (size_t from = first; from < end; from++) {
        struct str name = {0};
        bool place = false;
        for (size_t k = from; k < end && k < from + PLACE_LONGEST && !place; k++) {
            if (k > from) str_append_byte(&name, ' ');
            str_append(&name, token_word(r->a, k));
            place = k > from && language_has(r->context->language, LEXICON_PLACES, str_slice(&name));
        }
        str_free(&name);
        if (place) return true;
    }
    return false;
}

/* What was counted of the two together; -1 when they were not. */
static int pair_digit(const struct capital_reader *r, size_t i) {
    struct str key = {0};
    struct slice digits;
    str_append(&key, r->a->forms.items[i]->small->text);
    str_append_byte(&key, ' ');
    str_append(&key, r->a->forms.items[i + 1]->small->text);
    int told = find(r, str_slice(&key), &digits) ? digit_at(digits, 0) : -1;
    str_free(&key);
    return told;
}

/* Rapat Tentang Kegiatan Desa: in a name, words of grammar are small; dalam is also a noun (Dalam Negeri). */
static bool has_grammar(const struct capital_reader *r, size_t first, size_t end) {
    for (size_t i = first; i < end; i++)
        if (token_in(r->a, i, CLASS_TITLE_SMALL) && !token_is(r->a, i, "dalam")) return true;
    return false;
}

static bool is_small_alone(const struct capital_reader *r, size_t i, int least) {
    /* Wali kota Agam: an office half of which is raised */
    bool office =
        reader_classes(r, i) & SPEECH_ROLE && token_is_small(r->a, i + 1) && token_is_capital(r->a, i + 2);
    return !office && !(reader_classes(r, i) & SPEECH_NAME) && digit(r, i, ALONE) >= least &&
           !language_has(r->context->language, LEXICON_PLACES, token_word(r->a, i)); /* Batang */
}

/* The words from first are written small: by themselves, or before a name. */
static bool is_common(const struct capital_reader *r, size_t first, size_t end, bool named) {
    if (first == end || has_place(r, first, end)) return false;
    if (end == first + 1)
        return is_small_alone(r, first, ALONE_LEAST) &&
               (!named || digit(r, first, BEFORE_NAME) >= ALONE_LEAST);
    int together = end == first + 2 && !named ? pair_digit(r, first) : -1;
    if (together >= 0) return together >= PAIR_LEAST;
    int begins = digit(r, first, FIRST), ends = digit(r, end - 1, named ? BEFORE_NAME : LAST);
    if (begins < (named ? NAMED_FIRST : 0) || ends < 0) return false;
    if (named) return begins + ends >= NAMED_LEAST;
    bool plural = first > 0 && token_in(r->a, first - 1, CLASS_PLURAL);
    return begins + ends >= (has_grammar(r, first, end) ? GRAMMAR_LEAST : plural ? PLURAL_LEAST : RUN_LEAST);
}

/* RSUD, Forkopimda */
static bool is_short_name(const struct capital_reader *r, size_t i) {
    return token_at(r->a, i)->flags & TOKEN_UPPER ||
           language_has(r->context->language, LEXICON_INSTITUTIONS, token_word(r->a, i));
}

static bool is_joint(const struct capital_reader *r, size_t i) {
    return token_is(r->a, i, "dan") || token_is(r->a, i, "atau") || token_is(r->a, i, "serta") ||
           token_is(r->a, i, "untuk") || token_is(r->a, i, "&");
}

/* Lembaga Penerbangan dan Antariksa: a name that goes on after the joint at i; not Permohonan Mentor dan
 * Lahan Praktik, all of which is common. */
static bool goes_on(const struct capital_reader *r, size_t i) {
    if (!is_joint(r, i) || !token_is_capital(r->a, i + 1)) return false;
    size_t end = end_of_run(r, i + 1);
    return !is_common(r, i + 1, end, false) || !reader_border(r, end) || is_joint(r, end);
}

/* Badan Pengawas Obat dan Makanan: the same, before i. */
static bool came_from(const struct capital_reader *r, size_t i) {
    if (!is_joint(r, i - 1) || !token_is_capital(r->a, i - 2)) return false;
    /* LPM dan Tokoh Masyarakat: a short name that stands for itself */
    if (is_short_name(r, i - 2) && i > 2 && !token_is_capital(r->a, i - 3)) return false;
    size_t first = i - 1;
    while (first > 0 && first + RUN_LONGEST > i && is_raised_word(r, first - 1))
        first--;
    return !reader_plain(r, first - 1, TOKEN_LOWER) || is_joint(r, first - 1) || is_called_so(r, first) ||
           !is_common(r, first, i - 1, false);
}

/* Perangkat Desa, Tokoh Agama, BPD: of a list of names, words that were counted together. */
static bool is_listed(const struct capital_reader *r, size_t i) {
    return end_of_run(r, i) == i + 2 && pair_digit(r, i) >= PAIR_LEAST;
}

/* dua Kelompok Tani, di 23 Kecamatan; kodok, Ikan Nila, membuat */
static bool may_begin(const struct capital_reader *r, size_t i) {
    bool small = reader_plain(r, i - 1, TOKEN_LOWER), comma = token_is_mark(r->a, i - 1, ",");
    if (!small && !comma && !token_is_number(r->a, i - 1)) return false;
    if (is_called_so(r, i) || may_begin_after_heading(r, i)) return false;
    if (comma && token_is_capital(r->a, i - 2)) return is_listed(r, i);
    return small || (i > 1 && reader_plain(r, i - 2, TOKEN_LOWER));
}

bool capital_is_small_alone(const struct capital_reader *r, size_t i, bool counted) {
    bool pointed = token_in(r->a, i + 1, CLASS_DEMONSTRATIVE),
         name =
             token_is_small(r->a, i + 1) && reader_tables(r, i + 1)->written == WRITTEN_NAME; /* Kota jambi */
    /* Canguk, Pajegan, dan Sumur: the last of names */
    bool listed = is_joint(r, i - 1) && token_is_mark(r->a, i - 2, ",") && token_is_capital(r->a, i - 3);
    return !name && (pointed || !(listed || goes_on(r, i + 1) || came_from(r, i))) &&
           is_small_alone(r, i, counted ? COUNTED_LEAST : ALONE_LEAST);
}

/* Rumah Sakit dr. Rina, Siswa/i */
static bool ends_there(const struct capital_reader *r, size_t i) {
    if (language_has(r->context->language, LEXICON_ABBREVIATIONS, token_word(r->a, i))) return false;
    return reader_border(r, i) || (token_is_mark(r->a, i, "/") && !token_is_capital(r->a, i + 1));
}

/* Kegiatan Evaluasi ini, Dalam Sidak ini: the first of a sentence, and what is raised after it is pointed
 * at. */
static size_t pointed_run(const struct capital_reader *r, size_t i) {
    if (i != reader_sentence(r, i)->first_token + 1 || !follows(r, i)) return 0;
    size_t end = end_of_run(r, i);
    if (end == i || !token_in(r->a, end, CLASS_DEMONSTRATIVE)) return 0;
    return is_raised_word(r, i - 1) && is_common(r, i - 1, end, false) ? end - i : 0;
}

size_t capital_run(const struct capital_reader *r, size_t i) {
    size_t pointed_at = i > 0 ? pointed_run(r, i) : 0;
    if (i == 0 || pointed_at || !may_begin(r, i)) return pointed_at;
    size_t end = end_of_run(r, i);
    if (end == i) return 0;
    bool named = token_is_capital(r->a, end) && follows(r, end);
    /* what goes on with other words is a name: Gugus Tugas Covid-19 */
    if (named ? !is_short_name(r, end) : end == i + 1 || !ends_there(r, end)) return 0;
    bool pointed = token_in(r->a, end, CLASS_DEMONSTRATIVE);
    if (!pointed && end > i + 2 && token_in(r->a, i, CLASS_BEFORE_TITLE))
        return 0; /* Program Tiga Juta Rumah */
    if (!pointed && (goes_on(r, end) || came_from(r, i))) return 0;
    return is_common(r, i, end, named) ? end - i : 0;
}
