#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/repeated_phrase.h"
#include "check/rules/wording.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"
#include "language/sentence/words.h"
#include "language/spelling/speller.h"

/*
 * spelling.repeated: the same word twice in a row with nothing but space between ("ini ini"), and
 * reduplication without its hyphen ("benda benda", "bahu membahu"). Whether a language has "benda-benda" and
 * "ini-ini" is not guessed: the press writes the one and not the other.
 */
enum {
    DOUBLES_SHARE = 200, /* "benda-benda" stands in one of so many articles that have "benda", or more */
    CHANGED_MIN = 5,     /* articles with "bahu-membahu" */
    SELDOM_ALONE = 20,   /* articles with a half of that, which is no word of its own */
    COMMON_MIN = 100,    /* articles with a word that a capital does not make a name */
    ALIKE_MIN = 3        /* letters that the two halves have in common */
};

static bool is_word(const struct token *token) {
    return token && token->kind == TOKEN_WORD && !(token->flags & (TOKEN_DIGIT | TOKEN_HYPHEN));
}

static void append_hyphened(struct str *out, struct slice left, struct slice right) {
    str_append(out, left);
    str_append_byte(out, '-');
    str_append(out, right);
}

/* Speech: "ya ya", "ha ha". */
static bool is_interjection(const struct analysis *a, size_t index) {
    return token_in(a, index, CLASS_INTERJECTION) || token_word(a, index).len < 2;
}

/* Two capitals are a name (Gun Gun, Kafe Lupa Lupa), but not of a common word before one in small letters or
 * a number ("Nomor 50 Tahun Tahun 2020"), nor where reduplication is the rule ("Undang Undang"). */
static bool is_name(const struct analysis *a, size_t index, size_t documents, size_t doubles) {
    const struct token *second = &a->tokens.items[index + 1];
    if (!(second->flags & TOKEN_CAPITAL) || a->speech.items[index] & (SPEECH_ROLE | SPEECH_ORG)) return false;
    if (doubles > documents / 2 && doubles >= COMMON_MIN) return false;
    if (documents < COMMON_MIN || index + 2 >= a->tokens.count) return true;
    const struct token *next = &a->tokens.items[index + 2];
    return next->kind != TOKEN_NUMBER && !(next->kind == TOKEN_WORD && next->flags & TOKEN_LOWER);
}

/* Tanjung Jabung Jabung Timur: with one of the two it is a place. */
static bool is_in_place(struct language *language, const struct analysis *a, size_t index) {
    struct str once = {0};
    const struct token *before = word_before(a, index), *after = word_after(a, index + 1);
    bool place = false;
    for (size_t ends = 1; ends < 4 && !place; ends++) { /* which words stand beside it */
        if ((ends & 1 && !before) || (ends & 2 && !after)) continue;
        str_clear(&once);
        if (ends & 1) str_append(&once, token_text(a, before)), str_append_byte(&once, ' ');
        str_append(&once, token_text(a, &a->tokens.items[index]));
        if (ends & 2) str_append_byte(&once, ' '), str_append(&once, token_text(a, after));
        place = language_has(language, LEXICON_PLACES, str_slice(&once));
    }
    str_free(&once);
    return place;
}

/* Kelurahan Teluk Dalam dalam tahun ini: the first of the two ends a place. */
static bool ends_place(struct language *language, const struct analysis *a, size_t index) {
    if (!word_before(a, index) || !token_is_capital(a, index) || token_is_capital(a, index + 1)) return false;
    struct slice place = token_range(a, index - 1, index + 1);
    return language_has(language, LEXICON_PLACES, place) || language_has(language, LEXICON_VILLAGES, place);
}

/* hyphen: that is what is missing. plural: it may be, but more likely one word is too many. */
static void report(const struct check_context *context, const struct analysis *a, size_t first, size_t last,
                   bool hyphen, bool plural, struct findings *out) {
    size_t start = a->tokens.items[first].start, end = a->tokens.items[last].end;
    struct slice word = token_text(a, &a->tokens.items[first]), whole = slice_range(a->text, start, end);
    struct str joined = {0};
    append_hyphened(&joined, word, token_text(a, &a->tokens.items[last]));
    struct finding *finding = finding_add(out, RULE_SPELLING_REPEATED, start, end);
    if (hyphen) {
        finding_say(finding, context->lang, SPELLING_REPEATED_HYPHEN, SLICE_ARG(whole),
                    SLICE_ARG(str_slice(&joined)));
        finding_suggest(finding, str_slice(&joined));
    } else {
        finding_say(finding, context->lang, SPELLING_REPEATED, SLICE_ARG(word));
    }
    if (!hyphen || last - first > 1) finding_suggest(finding, word);
    if (plural) finding_suggest(finding, str_slice(&joined));
    str_free(&joined);
}

/* "Tahun Tahun 2020", "Menteri Menteri Pertanian": one is meant. */
static bool is_one(const struct analysis *a, size_t index) {
    return token_is_number(a, index + 1) || (a->speech.items[index] & SPEECH_ROLE &&
                                             token_is_capital(a, index) && token_is_capital(a, index + 1));
}

/* meski to ngolo ngolo ri bara: a word that nothing knows, among others */
static bool is_of_another_language(struct language *language, const struct analysis *a, size_t index) {
    return token_is_small(a, index) &&
           speller_look_word(language_speller(language), a->forms.items[index]->small) == WORD_UNKNOWN;
}

/* The same word again: how many times it stands there, 1 when only once or when that is as it should be. */
static size_t check_same(const struct check_context *context, const struct analysis *a, size_t index,
                         struct findings *out) {
    struct str doubled = {0};
    const struct word *word = a->forms.items[index]->folded;
    struct slice first = word->text;
    size_t times = 1;
    while (is_word(word_after(a, index + times - 1)) && a->forms.items[index + times]->folded == word)
        times++;
    if (times > 1 && !is_interjection(a, index) && !is_of_another_language(context->language, a, index) &&
        !ends_place(context->language, a, index) && !word_is_english(context->language, first)) {
        append_hyphened(&doubled, first, first);
        size_t documents = frequency_of(context->language, first);
        size_t doubles = frequency_of(context->language, str_slice(&doubled));
        bool rule = doubles > documents / 2 && doubles >= COMMON_MIN; /* rata rata 20 orang */
        bool plural = times == 2 && doubles && (rule || !is_one(a, index + 1));
        bool usual = plural && doubles * DOUBLES_SHARE >= documents;
        if (!is_name(a, index, documents, doubles) ||
            (times == 2 && documents < COMMON_MIN && is_in_place(context->language, a, index)))
            report(context, a, index, index + times - 1, usual, plural, out);
    }
    str_free(&doubled);
    return times;
}

static bool alike(struct slice left, struct slice right) {
    size_t tail = 0, head = 0, most = left.len < right.len ? left.len : right.len;
    while (tail < most && left.data[left.len - 1 - tail] == right.data[right.len - 1 - tail])
        tail++;
    while (head < most && left.data[head] == right.data[head])
        head++;
    return tail >= ALIKE_MIN || head > ALIKE_MIN;
}

/* siswa-siswinya is written as siswa-siswi is, and seldom enough to be in no list. */
static struct slice without_clitic(struct slice word) {
    return slice_ends(word, SLICE("nya")) ? slice_range(word, 0, word.len - strlen("nya")) : word;
}

/* bahu membahu, bersama sama, warna warni(nya): two halves of one word that the press writes with a hyphen */
static bool check_changed(const struct check_context *context, const struct analysis *a, size_t index,
                          struct findings *out) {
    const struct token *next = word_after(a, index);
    if (!is_word(next) || !(next->flags & TOKEN_LOWER)) return false;
    struct str joined = {0};
    struct slice left = a->forms.items[index]->folded->text;
    struct slice right = without_clitic(a->forms.items[index + 1]->folded->text);
    bool found = !slice_equal(left, right) && alike(left, right);
    if (found) {
        append_hyphened(&joined, left, right);
        size_t hyphened = frequency_of(context->language, str_slice(&joined));
        size_t apart = frequency_of_pair(context->language, left, right);
        bool half =
            !frequency_of(context->language, left) ||
            frequency_of(context->language, right) < SELDOM_ALONE; /* umbi umbian, perundang undangan */
        found = (hyphened >= CHANGED_MIN && apart * 2 < hyphened) ||
                (half && !apart && frequency_of_lists(context->language, str_slice(&joined)) >= LISTS_SOME);
    }
    if (found) report(context, a, index, index + 1, true, false, out);
    str_free(&joined);
    return found;
}

static void say(struct finding *finding, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(finding, lang, SPELLING_REPEATED_HYPHEN, SLICE_ARG(wrong), SLICE_ARG(right));
}

static void report_phrase(const struct check_context *context, const struct analysis *a,
                          const struct repeated_phrase *phrase, struct findings *out) {
    struct slice words = token_range(a, phrase->words_first, phrase->words_first + phrase->words);
    struct finding *finding = finding_add(out, RULE_SPELLING_REPEATED, a->tokens.items[phrase->first].start,
                                          a->tokens.items[phrase->end - 1].end);
    finding_say(finding, context->lang, SPELLING_REPEATED_PHRASE, SLICE_ARG(words));
    if (phrase->right_end > phrase->right_first)
        finding_suggest(finding, token_range(a, phrase->right_first, phrase->right_end));
}

static void check_phrases(const struct check_context *context, const struct analysis *a,
                          struct findings *out) {
    struct repeated_phrase phrase;
    vec_each(const struct sentence, sentence, &a->sentences) {
        size_t end = sentence->first_token + sentence->tokens;
        for (size_t i = sentence->first_token; i < end; i++)
            if (repeated_phrase_find(a, sentence, i, &phrase)) {
                report_phrase(context, a, &phrase, out);
                i = phrase.end - 1;
            }
    }
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    check_phrases(context, a, out);
    struct wording wording;
    for (size_t i = 0; i < a->tokens.count; i++) {
        if (!is_word(&a->tokens.items[i])) continue;
        if (wording_look_up(context->language, LEXICON_REDUPLICATIONS, a, i, &wording)) {
            wording_report(context, a, RULE_SPELLING_REPEATED, &wording, say, out);
            i += wording.tokens - 1;
            continue;
        }
        size_t times = check_same(context, a, i, out);
        if (times > 1)
            i += times - 1;
        else if (check_changed(context, a, i, out))
            i++;
    }
}

const struct check check_of_repeated = {.block = check_block};
