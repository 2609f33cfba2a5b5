#include "check/rules/capital_use.h"

#include "check/rules/capital_raised.h"
#include "check/rules/prose.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"

enum {
    SHORTEST = 3,            /* letters of a name; shorter ones are words of other languages */
    INSTITUTION_LONGEST = 6, /* letters of a short form; longer ones are words made of pieces (Bawaslu) */
    SPELT_LONGEST =
        4,      /* letters of one that is always spelt out (PAUD); longer ones are spoken as words (Baznas) */
    COMMON = 3, /* articles */
    NAME_WORDS = 3,    /* of a place */
    TITLE_CAPITALS = 2 /* words with a capital after the first, so that a heading is written in them */
};

static enum written written(const struct capital_reader *r, size_t i) {
    return reader_tables(r, i)->written;
}

/* gubernur jambi, di bekasi: a word that is always a name, after what leads to one. */
static bool leads_to_name(const struct capital_reader *r, size_t i) {
    return reader_classes(r, i) & (SPEECH_ROLE | SPEECH_AREA | SPEECH_KIN | SPEECH_RANK) ||
           token_in(r->a, i, CLASS_PLACE_BEFORE);
}

/* In all lists made from KBBI: selatan, nomor. */
static bool is_dictionary_word(const struct capital_reader *r, size_t i) {
    return reader_tables(r, i)->lists == LISTS_ALL;
}

static bool is_small_name(const struct capital_reader *r, size_t i, size_t reported) {
    const struct token *t = token_at(r->a, i);
    if (i == 0 || !reader_plain(r, i, TOKEN_LOWER) || t->end - t->start < SHORTEST ||
        token_in(r->a, i, CLASS_NAME_PARTICLE))
        return false;
    bool led = leads_to_name(r, i - 1) || reported == i ||
               (token_is_capital(r->a, i - 1) && reader_classes(r, i - 1) & (SPEECH_PLACE | SPEECH_WORK));
    return led && reader_classes(r, i) & SPEECH_PLACE && written(r, i) == WRITTEN_NAME &&
           !is_dictionary_word(r, i);
}

/* The small words from i that are the name of a place, two at least; 0 when there are none. */
static size_t place_words(const struct capital_reader *r, size_t i) {
    for (size_t words = NAME_WORDS; words > 1; words--) {
        struct str name = {0};
        bool small = true;
        for (size_t k = i; k < i + words && small; k++) {
            small = reader_plain(r, k, TOKEN_LOWER) && (k == 0 || !token_is_joined(r->a, k));
            if (k > i) str_append_byte(&name, ' ');
            if (small) typography_append(&name, token_word(r->a, k), LETTERS_FIRST_CAPITAL);
        }
        bool place = small && language_has(r->context->language, LEXICON_PLACES, str_slice(&name));
        str_free(&name);
        if (place) return words;
    }
    return 0;
}

static bool is_listed_place(const struct capital_reader *r, struct slice name) {
    return language_has(r->context->language, LEXICON_PLACES, name) ||
           language_has(r->context->language, LEXICON_VILLAGES, name);
}

/* desa tempos, kecamatan garung, desa sikapak barat: the small words from i that lists know for a place, the
 * first of which is written so nowhere else: of 130 places of 3,121 posts all are right. */
static size_t village_words(const struct capital_reader *r, size_t i) {
    enum { SMALL_MOST = 2, VILLAGE_SHORTEST = 4 };
    if (!reader_plain(r, i, TOKEN_LOWER) || token_is_joined(r->a, i) ||
        token_word(r->a, i).len < VILLAGE_SHORTEST || reader_tables(r, i)->forms[FORM_SMALL] > SMALL_MOST)
        return 0;
    size_t words = 0;
    struct str name = {0};
    for (size_t k = i; k < i + NAME_WORDS && reader_plain(r, k, TOKEN_LOWER); k++) {
        if (k > i) str_append_byte(&name, ' ');
        typography_append(&name, token_word(r->a, k), LETTERS_FIRST_CAPITAL);
        if (is_listed_place(r, str_slice(&name))) words = k + 1 - i;
    }
    str_free(&name);
    return words;
}

/* How many small words after the kind of a place at i are its name. */
static size_t named_after(const struct capital_reader *r, size_t i) {
    bool kind = token_in(r->a, i, CLASS_PLACE_KIND);
    size_t words = kind ? place_words(r, i + 1) : 0;
    if (words || !(kind || token_is(r->a, i, "dusun") || token_is(r->a, i, "kampung"))) return words;
    return village_words(r, i + 1);
}

static bool begins_place(struct language *language, struct word *word) {
    struct str name = {0};
    typography_append(&name, word->text, LETTERS_FIRST_CAPITAL);
    bool begins = language_begins(language, LEXICON_PLACES, str_slice(&name));
    str_free(&name);
    return begins;
}

/* Pesisir barat, Krui selatan: the words from i, of which the first alone has a capital, are a place
 * together. */
static size_t cut_place(const struct capital_reader *r, size_t i, bool starts) {
    if (starts || !reader_plain(r, i, TOKEN_CAPITAL) || !reader_plain(r, i + 1, TOKEN_LOWER) ||
        !word_fact(r->context->language, r->a->forms.items[i], FACT_BEGINS_PLACE, begins_place))
        return 0;
    for (size_t words = NAME_WORDS; words > 1; words--) {
        struct str name = {0};
        bool goes_on = true;
        typography_append(&name, token_word(r->a, i), LETTERS_FIRST_CAPITAL);
        for (size_t k = i + 1; k < i + words && goes_on; k++) {
            goes_on = reader_plain(r, k, TOKEN_LOWER) && !token_is_joined(r->a, k);
            str_append_byte(&name, ' ');
            if (goes_on) typography_append(&name, token_word(r->a, k), LETTERS_FIRST_CAPITAL);
        }
        bool place = goes_on && language_has(r->context->language, LEXICON_PLACES, str_slice(&name));
        str_free(&name);
        if (place) return words;
    }
    return 0;
}

/* Joko sutrisno, Chaerul anwar: a word that is always a name, after a capital that is no start. */
static bool is_small_surname(const struct capital_reader *r, size_t i) {
    const struct sentence *s = reader_sentence(r, i);
    bool address = token_is_mark(r->a, i + 1, ".") && token_is_joined(r->a, i + 2);
    return i > s->first_token + 1 && reader_plain(r, i, TOKEN_LOWER) && token_word(r->a, i).len > SHORTEST &&
           reader_plain(r, i - 1, TOKEN_CAPITAL) &&
           (token_is_kind(r->a, i - 2, TOKEN_WORD) || token_is_mark(r->a, i - 2, ",")) &&
           !token_is_joined(r->a, i) && !address && !token_in(r->a, i, CLASS_NAME_PARTICLE) &&
           written(r, i) == WRITTEN_NAME && !is_dictionary_word(r, i) &&
           !word_is_english(r->context->language, token_word(r->a, i));
}

/* warga muara sabak: a place without what it is before it, one word of which is always a name; not padang
 * panjang, which is no more than a long field. */
static size_t bare_place(const struct capital_reader *r, size_t i) {
    if (!reader_plain(r, i, TOKEN_LOWER) || !(reader_classes(r, i) & SPEECH_PLACE)) return 0;
    size_t words = place_words(r, i);
    for (size_t k = i; k < i + words; k++)
        if (written(r, k) == WRITTEN_NAME && !is_dictionary_word(r, k)) return words;
    return 0;
}

/* Where the capitals begin: what the place is, when small, belongs to the name, and to the office of it. */
static size_t place_start(const struct capital_reader *r, size_t kind) {
    if (!token_is_small(r->a, kind)) return kind + 1;
    bool office = kind > 0 && reader_plain(r, kind - 1, TOKEN_LOWER) && token_is(r->a, kind - 1, "wali");
    return office ? kind - 1 : kind;
}

/* S. Hut: the rest of a degree. */
static bool after_initial(const struct capital_reader *r, size_t i) {
    return token_is_mark(r->a, i - 1, ".") && token_is_capital(r->a, i - 2) &&
           token_word(r->a, i - 2).len == 1;
}

static bool is_institution(const struct capital_reader *r, size_t i) {
    struct str capitals = {0};
    typography_append(&capitals, token_word(r->a, i), LETTERS_CAPITALS);
    bool is = language_has(r->context->language, LEXICON_INSTITUTIONS, str_slice(&capitals));
    str_free(&capitals);
    return is;
}

/* pip, abs(): English words, as programs have them in small letters. */
static bool is_of_programs(const struct capital_reader *r, size_t i) {
    bool call = token_is_mark(r->a, i + 1, "(") && token_is_joined(r->a, i + 1);
    return call ||
           (reader_plain(r, i, TOKEN_LOWER) && word_is_english(r->context->language, token_word(r->a, i)));
}

/* Between two verbs alike: a small word of a language of Indonesia that joins them. */
static bool is_joint(const struct capital_reader *r, size_t i) {
    struct slice before = token_word(r->a, i - 1), after = token_word(r->a, i + 1);
    return slice_starts(before, SLICE("di")) && slice_starts(after, SLICE("di")) && before.len > 3 &&
           after.len > 3;
}

/* kemenkes: the name of a body of which there is one. */
static bool is_small_body(const struct capital_reader *r, size_t i) {
    return reader_plain(r, i, TOKEN_LOWER) && token_in(r->a, i, CLASS_NATIONAL_BODY);
}

/* opd, Paud: short forms that are written in capitals alone. */
static bool is_lowered(const struct capital_reader *r, size_t i) {
    struct slice word = token_word(r->a, i);
    if (!reader_plain(r, i, TOKEN_LOWER | TOKEN_CAPITAL) || word.len < SHORTEST ||
        (token_is_capital(r->a, i) && word.len > SPELT_LONGEST))
        return false;
    if (is_dictionary_word(r, i) || token_in(r->a, i, CLASS_HONORIFIC) || token_is_number(r->a, i - 1))
        return false; /* 09.00 wib: see capital.c */
    if (is_of_programs(r, i)) return false;
    if (reader_plain(r, i - 1, TOKEN_LOWER) && reader_plain(r, i + 1, TOKEN_LOWER) && is_joint(r, i))
        return false; /* digugu lan ditiru */
    if (token_is_mark(r->a, i + 1, ".") && token_is_joined(r->a, i + 1) && !reader_border(r, i + 2))
        return false; /* Bpk. Suryadi: an abbreviation */
    if (token_in(r->a, i, CLASS_NAME_TITLE) || reader_inner_capital(word) || after_initial(r, i))
        return false;
    if (written(r, i) == WRITTEN_CAPITALS && !token_is_capital(r->a, i)) return true;
    if (token_is_capital(r->a, i))
        return is_institution(r, i) && /* not Pre */
               (written(r, i) == WRITTEN_CAPITALS || !reader_tables(r, i)->forms[FORM_ALL]) &&
               !language_has(r->context->language, LEXICON_PLACES, word); /* Kecamatan Dau */
    return written(r, i) == WRITTEN_EITHER && word.len <= INSTITUTION_LONGEST && is_institution(r, i) &&
           frequency_of(r->context->language, word) < COMMON;
}

static void check_prose(const struct capital_reader *r) {
    struct prose_walk walk = prose_walk_start(r->a);
    size_t reported = 0, raised;
    bool starts;
    for (size_t i; (i = prose_walk_next(&walk, &starts)) != SIZE_MAX && !check_gives_up(r->context, i);) {
        if (i < reported) continue;
        size_t place = named_after(r, i), bare = bare_place(r, i), cut = cut_place(r, i, starts);
        if (place) {
            reported = i + place + 1;
            reader_report(r, place_start(r, i), reported, LETTERS_FIRST_CAPITAL);
        } else if (bare) {
            reported = i + bare;
            reader_report(r, i, reported, LETTERS_FIRST_CAPITAL);
        } else if (cut) {
            reported = i + cut;
            reader_report(r, i, reported, LETTERS_FIRST_CAPITAL);
        } else if (is_small_name(r, i, reported) || is_small_surname(r, i) || is_small_body(r, i)) {
            reader_report(r, i, i + 1, LETTERS_FIRST_CAPITAL);
            reported = i + 1;
        } else if (is_lowered(r, i)) {
            reader_report(r, i, i + 1, LETTERS_CAPITALS);
        } else if ((raised = raised_words(r, i, starts))) {
            reported = i + raised;
            reader_report(r, i, reported, LETTERS_SMALL);
        }
    }
}

/* Pembangunan Jalan Dan Jembatan: in a title, words of grammar stay small. */
static void check_title(const struct capital_reader *r) {
    size_t capitals = 0;
    for (size_t i = 1; i < r->a->tokens.count; i++)
        capitals += reader_plain(r, i, TOKEN_CAPITAL);
    for (size_t i = 1; capitals > TITLE_CAPITALS && i + 1 < r->a->tokens.count; i++)
        if (reader_plain(r, i, TOKEN_CAPITAL) && token_in(r->a, i, CLASS_TITLE_SMALL) &&
            token_is_kind(r->a, i - 1, TOKEN_WORD) && token_is_kind(r->a, i + 1, TOKEN_WORD))
            reader_report(r, i, i + 1, LETTERS_SMALL);
}

void capital_use_check(const struct check_context *context, const struct block *block, struct findings *out) {
    struct capital_reader r = {context, block, &block->analysis, out};
    if (block->kind == BLOCK_HEADING)
        check_title(&r);
    else
        check_prose(&r);
}
