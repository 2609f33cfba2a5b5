#include "base/utf8.h"
#include "check/messages.h"
#include "check/rules/calendar.h"
#include "check/rules/messages.h"
#include "check/rules/prose.h"
#include "check/rules/typography.h"
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"

/*
 * typography.hyphen: spaces around what joins two parts of a word (buku- buku, masing – masing, ke- 80, 2025/
 * 2030, kabupaten / kota), the hyphen after capitals (KTPnya), and the dash of a dateline that lacks one
 * (Boyolali -Dalam, PADANG-Dalam).
 */
enum {
    HALF_SHORTEST = 2,
    YEAR = 4,    /* digits; numbers of telephones have more */
    COUNTED = 20 /* times in news, in small letters: an Indonesian word */
};

static void say(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_HYPHEN, SLICE_ARG(right), SLICE_ARG(wrong));
}

struct hyphen_seeker {
    const struct check_context *context;
    const struct analysis *a;
    struct findings *out;
};

static void report(const struct hyphen_seeker *s, size_t first, size_t last, struct slice right) {
    typography_report(s->context, s->a, s->out, RULE_TYPOGRAPHY_HYPHEN, s->a->tokens.items[first].start,
                      s->a->tokens.items[last].end, right, say);
}

/* Token i - 1, the joint i and token i + 1 should stand without a space. */
static void report_joined(const struct hyphen_seeker *s, size_t i, const char *joint) {
    typography_report_join(s->context, s->a, s->out, RULE_TYPOGRAPHY_HYPHEN,
                           (struct typography_join){i - 1, i + 1, joint, LETTERS_KEPT}, say);
}

static bool is_spaced(const struct hyphen_seeker *s, size_t i) {
    return !token_is_joined(s->a, i) || !token_is_joined(s->a, i + 1);
}

/* Foto: Budi Santoso / Humas: a name, and who else is named, which are no alternatives. */
static bool is_name(const struct hyphen_seeker *s, size_t i) {
    struct str small = {0};
    str_append_lower(&small, token_word(s->a, i));
    bool counted = frequency_of_form(s->context->language, str_slice(&small), FORM_ALL) > 0;
    bool name = token_is_capital(s->a, i) && !(token_at(s->a, i)->flags & TOKEN_UPPER) &&
                (!counted || word_written(s->context->language, str_slice(&small)) == WRITTEN_NAME);
    str_free(&small);
    return name;
}

/* buku- buku, satu - satunya, siswa - siswi: the second half says the first again, or both are one known
 * word. */
static bool is_doubled(const struct hyphen_seeker *s, size_t i) {
    if (!token_is_kind(s->a, i - 1, TOKEN_WORD) || !token_is_kind(s->a, i + 1, TOKEN_WORD)) return false;
    const struct token *token = &s->a->tokens.items[i];
    if (token[-1].flags & TOKEN_UPPER && !(token[1].flags & TOKEN_UPPER))
        return false;                         /* BAPPEDA - Bappeda Agam menggelar ...: after the dateline */
    if (token_is(s->a, i, "—")) return false; /* di dalam telur — telur yang ...: sets apart */
    if (is_name(s, i - 1) && is_name(s, i + 1)) return false; /* Konawe – Konawe Utara; Jakarta - Jakarta - */
    struct str whole = {0};
    str_append_lower(&whole, token_word(s->a, i - 1));
    size_t half = whole.len;
    str_append_byte(&whole, '-');
    str_append_lower(&whole, token_word(s->a, i + 1));
    struct slice first = slice_range(str_slice(&whole), 0, half),
                 second = slice_range(str_slice(&whole), half + 1, whole.len);
    bool doubled = half > HALF_SHORTEST && second.len > HALF_SHORTEST &&
                   (slice_starts(second, first) || frequency_of(s->context->language, str_slice(&whole)));
    str_free(&whole);
    return doubled;
}

static bool is_spaced_on_one_side(const struct hyphen_seeker *s, size_t i) {
    return token_is_joined(s->a, i) != token_is_joined(s->a, i + 1);
}

/* Juni- Juli, Senin -Jumat: from one to the other. */
static bool is_span(const struct hyphen_seeker *s, size_t i) {
    struct slice from = token_word(s->a, i - 1), to = token_word(s->a, i + 1);
    bool months = month_named(from) != NO_MONTH && month_named(to) != NO_MONTH;
    bool days = weekday_named(from) != NO_WEEKDAY && weekday_named(to) != NO_WEEKDAY;
    return is_spaced_on_one_side(s, i) && (months || days);
}

/* program Tabah -Qu itu: a name between small words, and no aside (-Budi- hadir). */
static bool is_cut_name(const struct hyphen_seeker *s, size_t i) {
    size_t after = i + 2;
    return i > 1 && !token_is_joined(s->a, i) && token_is_joined(s->a, i + 1) &&
           token_is_small(s->a, i - 2) && token_is_capital(s->a, i - 1) && token_is_capital(s->a, i + 1) &&
           (after == s->a->tokens.count || token_is_small(s->a, after) || token_is_mark(s->a, after, ".,;"));
}

/* ke- 80, se- provinsi, se - Kabupaten: a prefix that only a hyphen holds. */
static bool is_prefix(const struct hyphen_seeker *s, size_t i) {
    if (token_is(s->a, i - 1, "ke")) return token_is_number(s->a, i + 1);
    return token_is(s->a, i - 1, "se") && token_is_kind(s->a, i + 1, TOKEN_WORD);
}

/* berkas /etc/hosts, di /usr: a path, not the second of two words. */
static bool begins_path(const struct hyphen_seeker *s, size_t i) {
    if (token_is_joined(s->a, i) || !token_is_joined(s->a, i + 1)) return false;
    bool goes_on =
        token_is_joined(s->a, i + 2) && (token_is_mark(s->a, i + 2, "/") || token_is_dash(s->a, i + 2));
    struct slice word = s->a->forms.items[i + 1]->small->text;
    return goes_on || word_is_english(s->context->language, word) ||
           frequency_of_form(s->context->language, word, FORM_SMALL) < COUNTED;
}

/* ![Rapat - Rapat](a.png): all that an image says to those who do not see it. */
static bool is_image(const struct hyphen_seeker *s, size_t i) {
    if (i + 1 >= s->a->tokens.count) return false;
    size_t start = s->a->tokens.items[i - 1].start, end = s->a->tokens.items[i + 1].end;
    return slice_ends(slice_range(s->a->text, 0, start), SLICE("![")) &&
           slice_starts(slice_range(s->a->text, end, s->a->text.len), SLICE("]("));
}

/* A word with a capital that is no short form. */
static bool is_raised(const struct hyphen_seeker *s, size_t i) {
    return token_is_capital(s->a, i) && !(s->a->tokens.items[i].flags & TOKEN_UPPER);
}

/* Bentang Lebar / Lapangan: beside a name of several words, blanks show what belongs together. */
static bool parts_names(const struct hyphen_seeker *s, size_t i) {
    bool name = (is_raised(s, i - 1) && i > 1 && token_is_capital(s->a, i - 2)) ||
                (is_raised(s, i + 1) && token_is_capital(s->a, i + 2));
    return name && !token_is_joined(s->a, i) && !token_is_joined(s->a, i + 1);
}

/* Dinas/ Kantor: a blank on one side of the mark alone, which no name has either. */
static bool is_lopsided(const struct hyphen_seeker *s, size_t i) {
    return token_is_joined(s->a, i) != token_is_joined(s->a, i + 1);
}

static void check_joint(const struct hyphen_seeker *s, size_t i) {
    if (i == 0 || !is_spaced(s, i) || is_image(s, i)) return;
    if (token_is_dash(s->a, i) && is_span(s, i))
        report_joined(s, i, "–");
    else if (token_is_dash(s->a, i) && (is_doubled(s, i) || is_prefix(s, i) || is_cut_name(s, i)))
        report_joined(s, i, "-");
    if (!token_is_mark(s->a, i, "/")) return;
    bool words = token_is_kind(s->a, i - 1, TOKEN_WORD) && token_is_kind(s->a, i + 1, TOKEN_WORD) &&
                 !begins_path(s, i) &&
                 (is_lopsided(s, i) || (!is_name(s, i - 1) && !is_name(s, i + 1) && !parts_names(s, i)));
    bool years = token_is_number(s->a, i - 1) && token_is_number(s->a, i + 1) &&
                 token_word(s->a, i - 1).len <= YEAR && token_word(s->a, i + 1).len <= YEAR;
    if (words || years) report_joined(s, i, "/");
}

static bool is_place_line(const struct hyphen_seeker *s, size_t end) {
    for (size_t i = 0; i < end; i++)
        if (!token_is_capital(s->a, i) && !token_is_mark(s->a, i, ",*_")) return false;
    return end > 0;
}

/* Boyolali -Dalam, **Palu -**Dalam, Padang,--Pj */
static bool check_dateline(const struct hyphen_seeker *s) {
    for (size_t i = 1; i < s->a->tokens.count && i < DATELINE_TOKENS; i++) {
        if (!token_is_dash(s->a, i)) continue;
        size_t last = i, next;
        while (token_is_dash(s->a, last + 1) && token_is_joined(s->a, last + 1))
            last++;
        for (next = last + 1; token_is_mark(s->a, next, "*_"); next++)
            ;
        /* "PADANG- Dalam" is the style of many offices */
        if (!token_is_joined(s->a, next) || !token_is_capital(s->a, next) || !is_place_line(s, i))
            return false;
        bool comma = token_is_mark(s->a, i - 1, ",");
        struct str right = {0};
        str_append(&right, token_range(s->a, 0, comma ? i - 1 : i));
        str_append_byte(&right, ' ');
        str_append(&right, last == i ? token_word(s->a, i) : SLICE("–"));
        str_append(&right,
                   slice_range(s->a->text, s->a->tokens.items[last].end, s->a->tokens.items[next - 1].end));
        str_append_byte(&right, ' ');
        str_append(&right, token_word(s->a, next));
        report(s, 0, next, str_slice(&right));
        str_free(&right);
        return true;
    }
    return false;
}

/* A place we know, or a word that no list has: Muarasabak-Kabupaten. */
static bool is_place(const struct hyphen_seeker *s, struct slice word) {
    if (speech_classes(s->context->language, word) & SPEECH_PLACE) return true;
    struct str small = {0};
    str_append_lower(&small, word);
    bool unknown = word.len > HALF_SHORTEST * 2 &&
                   !frequency_of_form(s->context->language, str_slice(&small), FORM_SMALL) &&
                   !frequency_of_lists(s->context->language, str_slice(&small));
    str_free(&small);
    return unknown;
}

/* PADANG-Dalam, Boyolali-Pimpinan: at the start of a paragraph a place, and a word that is no part of its
 * name. */
static void check_glued_dateline(const struct hyphen_seeker *s) {
    const struct token *t = token_at(s->a, 0);
    struct slice word = token_word(s->a, 0);
    size_t joint = slice_find_byte(word, '-', 0);
    if (!t || !(t->flags & TOKEN_HYPHEN) || joint == SIZE_MAX || joint + 2 >= word.len) return;
    struct slice place = slice_range(word, 0, joint), rest = slice_range(word, joint + 1, word.len);
    if (!is_place(s, place) || slice_find_byte(rest, '-', 0) != SIZE_MAX ||
        !rune_is_upper((unsigned char)rest.data[0]) || rune_is_upper((unsigned char)rest.data[1]))
        return;
    struct str small = {0}, right = {0};
    str_append_lower(&small, rest);
    if (!(speech_classes(s->context->language, rest) & SPEECH_PLACE) &&
        frequency_of_form(s->context->language, str_slice(&small), FORM_SMALL) >
            frequency_of_form(s->context->language, str_slice(&small), FORM_NEWS_CAPITAL)) {
        str_printf(&right, "%.*s – %.*s", SLICE_ARG(place), SLICE_ARG(rest));
        report(s, 0, 0, str_slice(&right));
    }
    str_free(&small);
    str_free(&right);
}

/* KTPnya is KTP-nya: a hyphen parts capitals from what small letters add to them. */
static void check_suffix(const struct hyphen_seeker *s, size_t i) {
    struct slice word = token_word(s->a, i);
    if (word.len < sizeof "XXnya" - 1 || !slice_ends(word, SLICE("nya"))) return;
    size_t stem = word.len - strlen("nya");
    for (size_t k = 0; k < stem; k++)
        if (!rune_is_upper((unsigned char)word.data[k])) return;
    struct str right = {0};
    str_printf(&right, "%.*s-nya", SLICE_ARG(slice_range(word, 0, stem)));
    report(s, i, i, str_slice(&right));
    str_free(&right);
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    struct hyphen_seeker s = {context, &block->analysis, out};
    struct prose_walk walk = prose_walk_start(s.a);
    if (block->kind == BLOCK_PROSE && !check_dateline(&s)) check_glued_dateline(&s);
    for (size_t i = walk.at; i < walk.end; i++) {
        check_joint(&s, i);
        check_suffix(&s, i);
    }
}

const struct check check_of_hyphen = {.block = check_block};
