#include "check/rules/capital_use.h"

#include "base/utf8.h"
#include "check/rules/messages.h"
#include "check/rules/prose.h"
#include "check/rules/typography.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"

enum {
    SHORTEST = 3,            /* letters of a name; shorter ones are words of other languages */
    INSTITUTION_LONGEST = 6, /* letters of a short form; longer ones are words made of pieces (Bawaslu) */
    SPELT_LONGEST =
        4,      /* letters of one that is always spelt out (PAUD); longer ones are spoken as words (Baznas) */
    COMMON = 3, /* articles */
    HEADING_WORDS = 5, /* of a heading that a sentence was glued to; */
    LONG_HEADING = 9,  /* of one whose sentence begins as sentences do */
    /* Of 26 words that are raised at 10 and not at 40 in 117 drafts of offices one is a name; in 311 edited
     * articles there are 10. */
    RAISED_LEAST = 20,
    RAISED_TIMES = 10, /* as often small as with a capital, in news */
    NAME_WORDS = 3,    /* of a place */
    TITLE_CAPITALS = 2 /* words with a capital behind the first, so that a heading is written in them */
};

struct capital_reader {
    const struct check_context *context;
    const struct block *block;
    const struct analysis *a;
    struct findings *out;
};

static void say(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_CAPITAL, SLICE_ARG(right), SLICE_ARG(wrong));
}

static void say_raised(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_RAISED, SLICE_ARG(right), SLICE_ARG(wrong));
}

enum letters { LETTERS_SMALL, LETTERS_CAPITAL, LETTERS_CAPITALS };

/* Appends the word, all of it, or its first letter, changed. */
static void append_as(struct str *out, struct slice word, enum letters letters) {
    for (size_t i = 0, n; i < word.len; i += n) {
        uint32_t rune = utf8_decode(word, i, &n);
        if (letters == LETTERS_CAPITALS || (letters == LETTERS_CAPITAL && i == 0)) rune = rune_upper(rune);
        if (letters == LETTERS_SMALL) rune = rune_lower(rune);
        str_append_rune(out, rune);
    }
}

static void report(const struct capital_reader *r, size_t first, size_t end, enum letters letters) {
    struct str right = {0};
    for (size_t i = first; i < end; i++) {
        if (i > first) str_append(&right, token_gap(r->a, i));
        append_as(&right, token_word(r->a, i), letters);
    }
    typography_report(r->context, r->a, r->out,
                      letters == LETTERS_SMALL ? RULE_TYPOGRAPHY_RAISED : RULE_TYPOGRAPHY_CAPITAL,
                      r->a->tokens.items[first].start, r->a->tokens.items[end - 1].end, str_slice(&right),
                      letters == LETTERS_SMALL ? say_raised : say);
    str_free(&right);
}

static const struct word_tables *tables_of(const struct capital_reader *r, size_t i) {
    return frequency_tables(r->context->language, r->a->forms.items[i]->small);
}

static enum written written(const struct capital_reader *r, size_t i) {
    return tables_of(r, i)->written;
}

static uint32_t classes(const struct capital_reader *r, size_t i) {
    return i < r->a->tokens.count ? speech_of(r->context->language, r->a->forms.items[i]) : 0;
}

static bool is_plain(const struct capital_reader *r, size_t i, uint8_t flag) {
    const struct token *t = token_at(r->a, i);
    return t && t->kind == TOKEN_WORD && t->flags & flag &&
           !(t->flags & (TOKEN_UPPER | TOKEN_HYPHEN | TOKEN_DIGIT | TOKEN_DOTTED));
}

/* ends where nothing of a name goes on: a small word, a mark other than a quotation mark or a hyphen, or the
 * end */
static bool is_border(const struct capital_reader *r, size_t i) {
    return i >= r->a->tokens.count || is_plain(r, i, TOKEN_LOWER) || token_is_mark(r->a, i, ".,;:)");
}

static const struct sentence *sentence_of(const struct capital_reader *r, size_t i) {
    size_t begun = vec_before(const struct sentence, s, &r->a->sentences, s->first_token <= i);
    return &r->a->sentences.items[begun ? begun - 1 : 0];
}

/* PPKn: as it is written. */
static bool has_inner_capital(struct slice word) {
    bool inner = false;
    for (size_t i = 1; i < word.len && !inner; i++)
        inner = word.data[i] >= 'A' && word.data[i] <= 'Z';
    return inner;
}

/* Small nearly always; words that statutes raise are terms of law, and left alone. */
static bool hardly_raised(const struct capital_reader *r, size_t i) {
    const uint32_t *forms = tables_of(r, i)->forms;
    return forms[FORM_SMALL] >= RAISED_LEAST &&
           forms[FORM_NEWS_CAPITAL] * RAISED_TIMES <= forms[FORM_SMALL] &&
           forms[FORM_LAW_CAPITAL] <= forms[FORM_SMALL] && !has_inner_capital(token_word(r->a, i));
}

/* A heading without a full stop may end before i, and its sentence begin there; not behind a word that leads
 * on, as akan, yang and untuk do. */
static bool may_begin_behind_heading(const struct capital_reader *r, size_t i) {
    return i < sentence_of(r, i)->first_token + HEADING_WORDS && !token_in(r->a, i - 1, CLASS_BEFORE_VERB) &&
           !token_in(r->a, i - 1, CLASS_TITLE_SMALL) && !token_in(r->a, i - 1, CLASS_DEMONSTRATIVE);
}

/* akan Menyusun rencana, melalui Sosialisasi: hardly ever written with a capital, between small words. */
static bool is_raised(const struct capital_reader *r, size_t i, bool starts) {
    bool counted = i > 1 && token_is_number(r->a, i - 1) && is_plain(r, i - 2, TOKEN_LOWER);
    if (starts || token_word(r->a, i).len < SHORTEST || !is_plain(r, i, TOKEN_CAPITAL) ||
        !(is_plain(r, i - 1, TOKEN_LOWER) || counted) || may_begin_behind_heading(r, i) ||
        !(is_border(r, i + 1) || token_is_mark(r->a, i + 1, "/")))
        return false;
    /* bertema Kebersamaan, program Bekerja: what is called so; jelas Cucu: who says it */
    if (classes(r, i - 1) & (SPEECH_TITLE | SPEECH_AREA) || token_in(r->a, i - 1, CLASS_SOURCE_BARE) ||
        token_in(r->a, i - 1, CLASS_BEFORE_TITLE))
        return false;
    /* Obat dan Makanan: a name goes on behind a small word, but not when it is pointed at */
    bool pointed = token_in(r->a, i + 1, CLASS_DEMONSTRATIVE);
    if (!pointed && token_in(r->a, i - 1, CLASS_TITLE_SMALL) && is_plain(r, i - 2, TOKEN_CAPITAL))
        return false;
    /* a heading that runs into the sentence behind it: Tes masif Selain itu, ... */
    bool opens =
        i < sentence_of(r, i)->first_token + LONG_HEADING && token_in(r->a, i, CLASS_SENTENCE_OPENER);
    return !opens && hardly_raised(r, i);
}

/* rusak, Maka; meninggal, Sebanyak 326 orang; ini, Kata Yusak: behind a comma a conjunction, or a word hardly
 * ever written so.
 */
static bool is_raised_behind_comma(const struct capital_reader *r, size_t i) {
    if (i < 2 || !token_is_mark(r->a, i - 1, ",") || !is_plain(r, i, TOKEN_CAPITAL)) return false;
    bool saying = token_in(r->a, i, CLASS_SOURCE_BARE), named = is_plain(r, i + 1, TOKEN_CAPITAL);
    if (saying && named && (token_is_kind(r->a, i - 2, TOKEN_WORD) || token_is_mark(r->a, i - 2, ",")) &&
        !(classes(r, i) & SPEECH_NAME))
        return true;
    if (!is_plain(r, i - 2, TOKEN_LOWER)) return false;
    bool small = saying || token_in(r->a, i, CLASS_TITLE_SMALL) || hardly_raised(r, i);
    return small && (is_plain(r, i + 1, TOKEN_LOWER) || token_is_number(r->a, i + 1) || (saying && named));
}

/* Selain Itu, Dalam Rangka, dimaksud Sebagai: a word of grammar, or the second of an opening. */
static bool is_grammar_raised(const struct capital_reader *r, size_t i, bool starts) {
    if (starts || i == 0 || !is_plain(r, i, TOKEN_CAPITAL)) return false;
    bool heading =
        i < sentence_of(r, i)->first_token + HEADING_WORDS && token_in(r->a, i, CLASS_SENTENCE_OPENER);
    if (token_in(r->a, i, CLASS_TITLE_SMALL))
        return is_plain(r, i - 1, TOKEN_LOWER) && is_plain(r, i + 1, TOKEN_LOWER) && !heading;
    bool opens = i == 1 || token_is_mark(r->a, i - 2, ".-–—");
    return opens && token_in(r->a, i, CLASS_OPENING_SECOND) && token_in(r->a, i - 1, CLASS_SENTENCE_OPENER) &&
           is_border(r, i + 1);
}

/* gubernur jambi, di bekasi: a word that is always a name, behind what leads to one. */
static bool leads_to_name(const struct capital_reader *r, size_t i) {
    return classes(r, i) & (SPEECH_ROLE | SPEECH_AREA | SPEECH_KIN | SPEECH_RANK) ||
           token_in(r->a, i, CLASS_PLACE_BEFORE);
}

/* In all lists made from KBBI: selatan, nomor. */
static bool is_dictionary_word(const struct capital_reader *r, size_t i) {
    return tables_of(r, i)->lists == LISTS_ALL;
}

static bool is_small_name(const struct capital_reader *r, size_t i, size_t reported) {
    const struct token *t = token_at(r->a, i);
    if (i == 0 || !is_plain(r, i, TOKEN_LOWER) || t->end - t->start < SHORTEST ||
        token_in(r->a, i, CLASS_NAME_PARTICLE))
        return false;
    bool led = leads_to_name(r, i - 1) || reported == i ||
               (token_is_capital(r->a, i - 1) && classes(r, i - 1) & (SPEECH_PLACE | SPEECH_WORK));
    return led && classes(r, i) & SPEECH_PLACE && written(r, i) == WRITTEN_NAME && !is_dictionary_word(r, i);
}

/* The small words from i that are the name of a place, two at least; 0 when there are none. */
static size_t place_words(const struct capital_reader *r, size_t i) {
    for (size_t words = NAME_WORDS; words > 1; words--) {
        struct str name = {0};
        bool small = true;
        for (size_t k = i; k < i + words && small; k++) {
            small = is_plain(r, k, TOKEN_LOWER) && (k == 0 || !token_is_joined(r->a, k));
            if (k > i) str_append_byte(&name, ' ');
            if (small) append_as(&name, token_word(r->a, k), LETTERS_CAPITAL);
        }
        bool place = small && language_has(r->context->language, LEXICON_PLACES, str_slice(&name));
        str_free(&name);
        if (place) return words;
    }
    return 0;
}

/* Pesisir barat, Krui selatan: the words from i, of which the first alone has a capital, are a place
 * together. */
static size_t cut_place(const struct capital_reader *r, size_t i, bool starts) {
    if (starts || !is_plain(r, i, TOKEN_CAPITAL) || !is_plain(r, i + 1, TOKEN_LOWER)) return 0;
    for (size_t words = NAME_WORDS; words > 1; words--) {
        struct str name = {0};
        bool goes_on = true;
        append_as(&name, token_word(r->a, i), LETTERS_CAPITAL);
        for (size_t k = i + 1; k < i + words && goes_on; k++) {
            goes_on = is_plain(r, k, TOKEN_LOWER) && !token_is_joined(r->a, k);
            str_append_byte(&name, ' ');
            if (goes_on) append_as(&name, token_word(r->a, k), LETTERS_CAPITAL);
        }
        bool place = goes_on && language_has(r->context->language, LEXICON_PLACES, str_slice(&name));
        str_free(&name);
        if (place) return words;
    }
    return 0;
}

/* Joko sutrisno, Chaerul anwar: a word that is always a name, behind a capital that is no start. */
static bool is_small_surname(const struct capital_reader *r, size_t i) {
    const struct sentence *s = sentence_of(r, i);
    bool address = token_is_mark(r->a, i + 1, ".") && token_is_joined(r->a, i + 2);
    return i > s->first_token + 1 && is_plain(r, i, TOKEN_LOWER) && token_word(r->a, i).len > SHORTEST &&
           is_plain(r, i - 1, TOKEN_CAPITAL) &&
           (token_is_kind(r->a, i - 2, TOKEN_WORD) || token_is_mark(r->a, i - 2, ",")) &&
           !token_is_joined(r->a, i) && !address && !token_in(r->a, i, CLASS_NAME_PARTICLE) &&
           written(r, i) == WRITTEN_NAME && !is_dictionary_word(r, i) &&
           !word_is_english(r->context->language, token_word(r->a, i));
}

/* warga muara sabak: a place without what it is before it, one word of which is always a name; not padang
 * panjang, which is no more than a long field. */
static size_t bare_place(const struct capital_reader *r, size_t i) {
    if (!is_plain(r, i, TOKEN_LOWER) || !(classes(r, i) & SPEECH_PLACE)) return 0;
    size_t words = place_words(r, i);
    for (size_t k = i; k < i + words; k++)
        if (written(r, k) == WRITTEN_NAME && !is_dictionary_word(r, k)) return words;
    return 0;
}

/* Where the capitals begin: what the place is, when small, belongs to the name, and to the office of it. */
static size_t place_start(const struct capital_reader *r, size_t kind) {
    if (!token_is_small(r->a, kind)) return kind + 1;
    bool office = kind > 0 && is_plain(r, kind - 1, TOKEN_LOWER) && token_is(r->a, kind - 1, "wali");
    return office ? kind - 1 : kind;
}

/* S. Hut: the rest of a degree. */
static bool behind_initial(const struct capital_reader *r, size_t i) {
    return token_is_mark(r->a, i - 1, ".") && token_is_capital(r->a, i - 2) &&
           token_word(r->a, i - 2).len == 1;
}

static bool is_institution(const struct capital_reader *r, size_t i) {
    struct str capitals = {0};
    append_as(&capitals, token_word(r->a, i), LETTERS_CAPITALS);
    bool is = language_has(r->context->language, LEXICON_INSTITUTIONS, str_slice(&capitals));
    str_free(&capitals);
    return is;
}

/* pip, abs(): English words, as programs have them in small letters. */
static bool is_of_programs(const struct capital_reader *r, size_t i) {
    bool call = token_is_mark(r->a, i + 1, "(") && token_is_joined(r->a, i + 1);
    return call ||
           (is_plain(r, i, TOKEN_LOWER) && word_is_english(r->context->language, token_word(r->a, i)));
}

/* Between two verbs alike: a small word of a language of Indonesia that joins them. */
static bool is_joint(const struct capital_reader *r, size_t i) {
    struct slice before = token_word(r->a, i - 1), behind = token_word(r->a, i + 1);
    return slice_starts(before, SLICE("di")) && slice_starts(behind, SLICE("di")) && before.len > 3 &&
           behind.len > 3;
}

/* opd, Paud: short forms that are written in capitals alone. */
static bool is_lowered(const struct capital_reader *r, size_t i) {
    struct slice word = token_word(r->a, i);
    if (!is_plain(r, i, TOKEN_LOWER | TOKEN_CAPITAL) || word.len < SHORTEST ||
        (token_is_capital(r->a, i) && word.len > SPELT_LONGEST))
        return false;
    if (is_dictionary_word(r, i) || token_in(r->a, i, CLASS_HONORIFIC) || token_is_number(r->a, i - 1))
        return false; /* 09.00 wib: see capital.c */
    if (is_of_programs(r, i)) return false;
    if (is_plain(r, i - 1, TOKEN_LOWER) && is_plain(r, i + 1, TOKEN_LOWER) && is_joint(r, i))
        return false; /* digugu lan ditiru */
    if (token_is_mark(r->a, i + 1, ".") && token_is_joined(r->a, i + 1) && !is_border(r, i + 2))
        return false; /* Bpk. Suryadi: an abbreviation */
    if (token_in(r->a, i, CLASS_NAME_TITLE) || has_inner_capital(word) || behind_initial(r, i)) return false;
    if (written(r, i) == WRITTEN_CAPITALS && !token_is_capital(r->a, i)) return true;
    if (token_is_capital(r->a, i))
        return is_institution(r, i) && /* not Pre */
               (written(r, i) == WRITTEN_CAPITALS || !tables_of(r, i)->forms[FORM_ALL]) &&
               !language_has(r->context->language, LEXICON_PLACES, word); /* Kecamatan Dau */
    return written(r, i) == WRITTEN_EITHER && word.len <= INSTITUTION_LONGEST && is_institution(r, i) &&
           frequency_of(r->context->language, word) < COMMON;
}

static void check_prose(const struct capital_reader *r) {
    struct prose_walk walk = prose_walk_start(r->a);
    size_t reported = 0;
    bool starts;
    for (size_t i; (i = prose_walk_next(&walk, &starts)) != SIZE_MAX && !check_gives_up(r->context, i);) {
        if (i < reported) continue;
        size_t place = token_in(r->a, i, CLASS_PLACE_KIND) ? place_words(r, i + 1) : 0,
               bare = bare_place(r, i), cut = cut_place(r, i, starts);
        if (place) {
            reported = i + place + 1;
            report(r, place_start(r, i), reported, LETTERS_CAPITAL);
        } else if (bare) {
            reported = i + bare;
            report(r, i, reported, LETTERS_CAPITAL);
        } else if (cut) {
            reported = i + cut;
            report(r, i, reported, LETTERS_CAPITAL);
        } else if (is_small_name(r, i, reported) || is_small_surname(r, i)) {
            report(r, i, i + 1, LETTERS_CAPITAL);
            reported = i + 1;
        } else if (is_lowered(r, i)) {
            report(r, i, i + 1, LETTERS_CAPITALS);
        } else if (is_raised(r, i, starts) || is_raised_behind_comma(r, i) ||
                   is_grammar_raised(r, i, starts)) {
            report(r, i, i + 1, LETTERS_SMALL);
        }
    }
}

/* Pembangunan Jalan Dan Jembatan: in a title, words of grammar stay small. */
static void check_title(const struct capital_reader *r) {
    size_t capitals = 0;
    for (size_t i = 1; i < r->a->tokens.count; i++)
        capitals += is_plain(r, i, TOKEN_CAPITAL);
    for (size_t i = 1; capitals > TITLE_CAPITALS && i + 1 < r->a->tokens.count; i++)
        if (is_plain(r, i, TOKEN_CAPITAL) && token_in(r->a, i, CLASS_TITLE_SMALL) &&
            token_is_kind(r->a, i - 1, TOKEN_WORD) && token_is_kind(r->a, i + 1, TOKEN_WORD))
            report(r, i, i + 1, LETTERS_SMALL);
}

void capital_use_check(const struct check_context *context, const struct block *block, struct findings *out) {
    struct capital_reader r = {context, block, &block->analysis, out};
    if (block->kind == BLOCK_HEADING)
        check_title(&r);
    else
        check_prose(&r);
}
