#include "check/rules/capital_raised.h"

#include "check/rules/capital_run.h"
#include "check/rules/capital_title.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"

enum {
    SHORTEST = 3,       /* letters */
    HEADING_WORDS = 5,  /* of a heading that a sentence was glued to; */
    LONG_HEADING = 9,   /* of one whose sentence begins as sentences do */
    CALLED_WITHIN = 16, /* tokens of what is called so */
    /* Of 26 words that are raised at 10 and not at 40 in 117 drafts of offices one is a name; in 311 edited
     * articles there are 10. */
    RAISED_LEAST = 20,
    RAISED_TIMES = 10 /* as often small as with a capital, in news */
};

bool is_hardly_raised(const struct capital_reader *r, size_t i) {
    const uint32_t *forms = reader_tables(r, i)->forms;
    return forms[FORM_SMALL] >= RAISED_LEAST &&
           forms[FORM_NEWS_CAPITAL] * RAISED_TIMES <= forms[FORM_SMALL] &&
           forms[FORM_LAW_CAPITAL] <= forms[FORM_SMALL] && !reader_inner_capital(token_word(r->a, i));
}

/* A heading without a full stop may end before i, and its sentence begin there; not after a word that leads
 * on, as akan, yang and untuk do. */
bool may_begin_after_heading(const struct capital_reader *r, size_t i) {
    return i < reader_sentence(r, i)->first_token + HEADING_WORDS &&
           !token_in(r->a, i - 1, CLASS_BEFORE_VERB) && !token_in(r->a, i - 1, CLASS_TITLE_SMALL) &&
           !token_in(r->a, i - 1, CLASS_DEMONSTRATIVE);
}

/* jelas Cucu: who says it */
bool is_called_so(const struct capital_reader *r, size_t i) {
    size_t k = i - 1;
    while (k > 0 && k < i && k + CALLED_WITHIN > i && !token_is(r->a, k, "tentang") &&
           (reader_plain(r, k, TOKEN_CAPITAL) ||
            (token_in(r->a, k, CLASS_TITLE_SMALL) && token_is_capital(r->a, k - 1))))
        k--;
    return reader_classes(r, k) & (SPEECH_TITLE | SPEECH_AREA) || token_in(r->a, k, CLASS_BEFORE_TITLE) ||
           token_in(r->a, i - 1, CLASS_SOURCE_BARE) || token_is(r->a, k, "tentang") ||
           token_is(r->a, k, "mengenai");
}

static bool is_counted(const struct capital_reader *r, size_t i) {
    return i > 1 && token_is_number(r->a, i - 1) && reader_plain(r, i - 2, TOKEN_LOWER);
}

/* Para Kader, seluruh Dinas; not Semua Layanan, as a button has it */
static bool is_of_many(const struct capital_reader *r, size_t i) {
    return token_in(r->a, i - 1, CLASS_PLURAL) &&
           (token_is_small(r->a, i - 1) || token_is(r->a, i - 1, "para"));
}

/* Masing-masing: counted as one word. */
static bool is_raised_pair(const struct capital_reader *r, size_t i) {
    const struct token *t = token_at(r->a, i);
    return t->flags & TOKEN_CAPITAL && t->flags & TOKEN_HYPHEN && !(t->flags & (TOKEN_UPPER | TOKEN_DIGIT)) &&
           reader_plain(r, i - 1, TOKEN_LOWER) && reader_border(r, i + 1) && !is_called_so(r, i) &&
           !may_begin_after_heading(r, i) && is_hardly_raised(r, i);
}

/* akan Menyusun rencana, melalui Sosialisasi: hardly ever written with a capital, between small words. */
static bool is_raised(const struct capital_reader *r, size_t i, bool starts) {
    bool counted = is_counted(r, i) || is_of_many(r, i);
    if (starts || token_word(r->a, i).len < SHORTEST || !reader_plain(r, i, TOKEN_CAPITAL) ||
        !(reader_plain(r, i - 1, TOKEN_LOWER) || counted) || may_begin_after_heading(r, i) ||
        !(reader_border(r, i + 1) || token_is_mark(r->a, i + 1, "/")))
        return false;
    if (is_called_so(r, i)) return false;
    /* Obat dan Makanan: a name goes on after a small word, but not when it is pointed at */
    bool pointed = token_in(r->a, i + 1, CLASS_DEMONSTRATIVE);
    if (!pointed && token_in(r->a, i - 1, CLASS_NAME_JOINT) && reader_plain(r, i - 2, TOKEN_CAPITAL))
        return false;
    /* Aman, Damai, dan Sehat; Flora and Fauna: the last of names, a name in English */
    bool listed = token_is(r->a, i - 1, "dan") && token_is_mark(r->a, i - 2, ",") &&
                  reader_plain(r, i - 3, TOKEN_CAPITAL);
    if (listed || token_in(r->a, i - 1, CLASS_ENGLISH_JOINT)) return false; /* Calendar of Event */
    /* a heading that runs into the sentence after it: Tes masif Selain itu, ... */
    bool opens =
        i < reader_sentence(r, i)->first_token + LONG_HEADING && token_in(r->a, i, CLASS_SENTENCE_OPENER);
    return !opens && (is_hardly_raised(r, i) || capital_is_small_alone(r, i, counted));
}

/* rusak, Maka; meninggal, Sebanyak 326 orang; ini, Kata Yusak: after a comma a conjunction, or a word hardly
 * ever written so.
 */
static bool is_raised_after_comma(const struct capital_reader *r, size_t i) {
    if (i < 2 || !token_is_mark(r->a, i - 1, ",") || !reader_plain(r, i, TOKEN_CAPITAL)) return false;
    bool saying = token_in(r->a, i, CLASS_SOURCE_BARE), named = reader_plain(r, i + 1, TOKEN_CAPITAL);
    if (saying && named && (token_is_kind(r->a, i - 2, TOKEN_WORD) || token_is_mark(r->a, i - 2, ",")) &&
        !(reader_classes(r, i) & SPEECH_NAME))
        return true;
    /* Rina, Yang hadir: a conjunction goes on whatever stands before it */
    if (token_in(r->a, i, CLASS_TITLE_SMALL) && token_is_capital(r->a, i - 2) &&
        reader_plain(r, i + 1, TOKEN_LOWER))
        return true;
    if (!reader_plain(r, i - 2, TOKEN_LOWER) && !token_is_number(r->a, i - 2)) return false;
    bool small = saying || token_in(r->a, i, CLASS_TITLE_SMALL) || is_hardly_raised(r, i) ||
                 (reader_plain(r, i + 1, TOKEN_LOWER) && capital_is_small_alone(r, i, false));
    return small &&
           (reader_plain(r, i + 1, TOKEN_LOWER) || token_is_number(r->a, i + 1) || (saying && named));
}

/* Selain Itu, Dalam Rangka, dimaksud Sebagai: a word of grammar, or the second of an opening. */
static bool is_grammar_raised(const struct capital_reader *r, size_t i, bool starts) {
    if (starts || i == 0 || !reader_plain(r, i, TOKEN_CAPITAL)) return false;
    bool heading =
        i < reader_sentence(r, i)->first_token + HEADING_WORDS && token_in(r->a, i, CLASS_SENTENCE_OPENER);
    if (token_in(r->a, i, CLASS_TITLE_SMALL))
        return reader_plain(r, i - 1, TOKEN_LOWER) && reader_plain(r, i + 1, TOKEN_LOWER) && !heading;
    bool opens = i == 1 || token_is_mark(r->a, i - 2, ".-–—");
    return opens && token_in(r->a, i, CLASS_OPENING_SECOND) && token_in(r->a, i - 1, CLASS_SENTENCE_OPENER) &&
           reader_border(r, i + 1);
}

size_t raised_words(const struct capital_reader *r, size_t i, bool starts) {
    if (!token_is_capital(r->a, i)) return 0; /* nearly always */
    starts &= !is_counted(r, i);
    size_t run = starts ? 0 : capital_run(r, i);
    if (!run)
        run = is_raised(r, i, starts) || (!starts && i > 0 && is_raised_pair(r, i)) ||
              is_raised_after_comma(r, i) || is_grammar_raised(r, i, starts);
    return run && !capital_in_title(r, i) ? run : 0;
}
