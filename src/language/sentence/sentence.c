#include "base/utf8.h"
#include "language/sentence/speech.h"
#include "language/sentence/words.h"

/*
 * A sentence ends at an end mark with the marks that close it, where what follows can begin one. A quotation
 * of several sentences stays with its cue: "A. B," ujar X. is one sentence, and so are brackets. What never
 * ends is cut: readers of a sentence go back and forth in it for each of its words.
 */
enum { BRACKET_TOKENS = 60, SENTENCE_TOKENS = 300, LONGEST_NAME = 32 };

struct sentence_walk {
    struct analysis *a;
    struct language *language;
    size_t first;     /* token the current sentence starts with */
    size_t quotation; /* first quotation that may still hold the current token */
    size_t bracket;   /* token after the closing bracket of the one that is open, or 0 */
};

static bool is_end_mark(const struct sentence_walk *w, size_t i) {
    return token_at(w->a, i)->kind == TOKEN_PUNCTUATION &&
           (strchr(".?!", token_word(w->a, i).data[0]) || slice_equal_text(token_word(w->a, i), "…"));
}

/* True for a quotation that can be trusted: a closing mark with space before it and none after opens
 * another, so the one before it was never closed. */
static bool is_sound(const struct analysis *a, const struct quotation *q) {
    if (!q->closed || !q->opened || q->nested || q->end <= q->inner_end) return false;
    size_t n;
    bool before = q->inner_end > q->inner_start && a->text.data[q->inner_end - 1] == ' ';
    uint32_t next = q->end < a->text.len ? utf8_decode(a->text, q->end, &n) : ' ';
    return !before || !(rune_is_letter(next) || rune_is_digit(next));
}

/* The quotation that holds this token, its marks included, or NULL. Tokens are asked for in order. */
static const struct quotation *quotation_at(struct sentence_walk *w, size_t i) {
    const struct analysis *a = w->a;
    uint32_t at = a->tokens.items[i].start;
    while (w->quotation < a->quotations.count &&
           (a->quotations.items[w->quotation].end <= at || !is_sound(a, &a->quotations.items[w->quotation])))
        w->quotation++;
    if (w->quotation >= a->quotations.count) return NULL;
    const struct quotation *q = &a->quotations.items[w->quotation];
    return q->start <= at ? q : NULL;
}

/* Token after the end mark at i, the other end marks and the closing marks glued to it. */
static size_t closing_run(const struct sentence_walk *w, size_t i, const struct quotation *q, bool *quoted) {
    size_t next = i + 1, count = w->a->tokens.count;
    for (; next < count && token_at(w->a, next)->kind == TOKEN_PUNCTUATION; next++) {
        const struct token *t = token_at(w->a, next);
        bool closes = q && t->start == q->inner_end;
        if (t->flags & TOKEN_SPACE_BEFORE && !closes) break;
        if (closes) {
            *quoted = true;
            q = NULL;
        } else if (!is_end_mark(w, next) && !token_is_mark(w->a, next, ")]'*_") &&
                   !slice_equal_text(token_word(w->a, next), "’")) {
            break;
        }
    }
    return next;
}

/* D.W, A.A: every part one capital; not a degree such as S.H or M.M. */
static bool is_initials(struct slice word) {
    if (word.len == 1) return true;
    if (strchr("SM", word.data[0])) return false;
    for (size_t i = 0; i < word.len; i++)
        if (i % 2 ? word.data[i] != '.' : !rune_is_upper((unsigned char)word.data[i])) return false;
    return true;
}

/* What kind of abbreviation stands before the full stop: 't' a title or the like, 'n' one that a number
 * follows, 'e' one that may end a sentence; 0 for a word. */
static char abbreviation_kind(const struct sentence_walk *w, size_t stop) {
    if (stop <= w->first || token_word(w->a, stop).data[0] != '.') return 0;
    const struct token *before = token_at(w->a, stop - 1);
    if (before->end != token_at(w->a, stop)->start || before->kind != TOKEN_WORD) return 0;
    struct slice word = token_text(w->a, before), fields;
    if (lexicon_find(language_lexicon(w->language, LEXICON_ABBREVIATIONS), word, &fields))
        return fields.len ? fields.data[0] : 't';
    if (before->flags & TOKEN_LOWER && before->flags & TOKEN_DOTTED) return 't'; /* a.n., s.d. */
    if (!(before->flags & TOKEN_CAPITAL) || !is_initials(word)) return 0;
    return stop - 1 > w->first && token_in(w->a, stop - 2, CLASS_CLASS_NAME) ? 0 : 't';
}

/* AM. Suganda: two capitals that stand for nothing we know, before a word that is no common one. */
static bool are_initials(const struct sentence_walk *w, size_t stop, size_t next) {
    struct slice word = token_word(w->a, stop - 1), name = token_word(w->a, next);
    if (word.len != 2 || !(token_at(w->a, stop - 1)->flags & TOKEN_UPPER) || name.len > LONGEST_NAME)
        return false;
    char folded[LONGEST_NAME];
    for (size_t i = 0; i < name.len; i++)
        folded[i] = (char)(name.data[i] | ' ');
    return token_at(w->a, next)->flags & TOKEN_CAPITAL && !speech_classes(w->language, word) &&
           !language_has(w->language, LEXICON_INSTITUTIONS, word) &&
           !language_has(w->language, LEXICON_FREQUENCY, (struct slice){folded, name.len});
}

/* M.Si., Sp.A., SE., by its letters. */
static bool is_degree(const struct sentence_walk *w, size_t i) {
    struct slice word = token_word(w->a, i);
    char letters[LONGEST_NAME];
    size_t count = 0;
    if (!(token_at(w->a, i)->flags & (TOKEN_DOTTED | TOKEN_UPPER)) || word.len > sizeof letters) return false;
    for (size_t k = 0; k < word.len; k++)
        if (word.data[k] != '.') letters[count++] = (char)(word.data[k] | ' ');
    struct slice folded = {letters, count};
    return language_has(w->language, LEXICON_DEGREES, folded) ||
           speech_classes(w->language, folded) & SPEECH_DEGREE;
}

static bool is_roman(struct slice word) {
    for (size_t i = 0; i < word.len; i++)
        if (!strchr("IVXLC", word.data[i])) return false;
    return word.len > 0;
}

/* "1." or "a." or "II." at the start of the sentence, or after a colon or semicolon: a number of a list. */
static bool is_list_number(const struct sentence_walk *w, size_t stop) {
    if (stop == w->first || token_word(w->a, stop).data[0] != '.') return false;
    struct slice t = token_word(w->a, stop - 1);
    bool starts = stop - 1 == w->first || token_is_mark(w->a, stop - 2, ":;,");
    if (!starts || t.len > 4) return false;
    return (token_at(w->a, stop - 1)->kind == TOKEN_NUMBER && t.len <= 3) || t.len == 1 || is_roman(t);
}

static bool is_plain_word(const struct sentence_walk *w, size_t i, size_t letters) {
    const struct token *t = token_at(w->a, i);
    return t->kind == TOKEN_WORD && t->flags & TOKEN_LOWER && !(t->flags & TOKEN_DOTTED) &&
           t->end - t->start >= letters;
}

static bool is_measure(struct slice word) {
    static const char *const measures[] = {"kg", "km", "cm", "mm", "ha", "ml"};
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
        if (slice_equal_text(word, measures[i])) return true;
    return false;
}

/* What stands before the full stop at stop can end a sentence even when a small letter follows. */
static bool is_last_word(const struct sentence_walk *w, size_t stop) {
    if (stop == w->first) return false;
    const struct token *t = token_at(w->a, stop - 1);
    if (token_is_mark(w->a, stop - 1, ")")) return true;
    size_t length = t->end - t->start;
    if (t->kind == TOKEN_NUMBER) return length >= 3;
    if (t->kind != TOKEN_WORD || t->flags & TOKEN_DOTTED) return false;
    return length >= 3 || (length == 2 && (t->flags & TOKEN_UPPER || is_measure(token_text(w->a, t))));
}

/* No space after the end mark: sini.Padang, Padang.(rel/tsa), sini."Kami: a space was forgotten. */
static bool can_follow_glued(struct sentence_walk *w, size_t last, size_t next, bool quoted) {
    const struct token *t = token_at(w->a, next);
    const struct quotation *q = quotation_at(w, next);
    if (q && q->start == t->start) return true;
    if (quoted) return t->kind == TOKEN_WORD && t->flags & TOKEN_CAPITAL;
    if (last == 0 || token_word(w->a, last).len > 1) return false;
    const struct token *before = token_at(w->a, last - 1);
    if (token_is_mark(w->a, next, "("))
        return before->kind == TOKEN_WORD || token_is_mark(w->a, last - 1, ")\"");
    bool ended = is_plain_word(w, last - 1, 2) || token_is_mark(w->a, last - 1, ")") ||
                 (before->kind == TOKEN_WORD && before->end - before->start > 2);
    return ended && t->kind == TOKEN_WORD && t->flags & TOKEN_CAPITAL && t->end - t->start > 1;
}

/* Whether a sentence can begin with the token next, after the marks that end at last. */
static bool can_follow(struct sentence_walk *w, size_t stop, size_t next, bool quoted) {
    const struct token *t = token_at(w->a, next);
    char kind = abbreviation_kind(w, stop);
    bool number = t->kind == TOKEN_NUMBER || t->flags & TOKEN_DIGIT || is_roman(token_word(w->a, next));
    if (kind == 't' || (kind == 'n' && number)) return false;
    if (stop > w->first && next == stop + 1 && are_initials(w, stop, next)) return false;
    if (stop > w->first && next == stop + 1 && is_degree(w, stop - 1) && is_degree(w, next))
        return false; /* S.Sos. M.Si. */
    if (!(t->flags & TOKEN_SPACE_BEFORE)) return !kind && can_follow_glued(w, next - 1, next, quoted);
    if (kind == 'e' && token_is_mark(w->a, next, "(")) return false;
    if (t->kind == TOKEN_WORD && t->flags & TOKEN_LOWER)
        return !quoted && !kind && next == stop + 1 && slice_equal_text(token_word(w->a, stop), ".") &&
               is_last_word(w, stop);
    if (t->kind != TOKEN_PUNCTUATION) return true;
    if (quoted && token_is_dash(w->a, next)) return false; /* "..." - Presiden X */
    return !token_is_mark(w->a, next, ",;:.)]?!/");
}

static bool ends_here(struct sentence_walk *w, size_t stop, size_t *next) {
    bool quoted = false;
    const struct quotation *q = quotation_at(w, stop);
    *next = closing_run(w, stop, q, &quoted);
    if (q && !quoted) return false;
    if (w->bracket > *next) return false;
    if (*next >= w->a->tokens.count) return true;
    return !is_list_number(w, stop) && can_follow(w, stop, *next, quoted);
}

/* Notes how far an opening bracket reaches, when its partner is near. */
static void note_bracket(struct sentence_walk *w, size_t i) {
    if (!token_is_mark(w->a, i, "(") || w->bracket > i) return;
    for (size_t k = i + 1; k < w->a->tokens.count && k < i + BRACKET_TOKENS; k++) {
        if (token_is_mark(w->a, k, "(")) return;
        if (token_is_mark(w->a, k, ")")) {
            w->bracket = k + 1;
            return;
        }
    }
}

static void add(struct analysis *a, size_t first, size_t end) {
    for (size_t next; first < end; first = next) {
        next = end - first > SENTENCE_TOKENS ? first + SENTENCE_TOKENS : end;
        vec_push(&a->sentences,
                 (struct sentence){.start = (uint32_t)markup_before(&a->markup, a->tokens.items[first].start),
                                   .end = (uint32_t)markup_after(&a->markup, a->tokens.items[next - 1].end),
                                   .first_token = (uint32_t)first,
                                   .tokens = (uint32_t)(next - first)});
    }
}

void sentences_find(struct analysis *a, struct language *language) {
    struct sentence_walk w = {.a = a, .language = language};
    for (size_t i = 0; i < a->tokens.count; i++) {
        if (a->tokens.items[i].flags & TOKEN_BREAK_BEFORE && i > w.first) {
            add(a, w.first, i);
            w.first = i;
        }
        note_bracket(&w, i);
        size_t next;
        if (!is_end_mark(&w, i)) continue;
        if (ends_here(&w, i, &next)) {
            add(a, w.first, next);
            w.first = next;
        }
        i = next - 1;
    }
    add(a, w.first, a->tokens.count);
}
