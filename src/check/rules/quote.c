#include "base/utf8.h"
#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/typography.h"
#include "language/sentence/speech.h"

/*
 * typography.quote: quotation marks that stand on the wrong side of a space, that are turned the wrong way or
 * made of two single ones, and the full stop, missing comma or capital that cuts a quotation off from who
 * says it:
 * ... hukum " ujarnya, ... itu."Kami, ... baik”. Ujar Bupati. Which mark opens and which closes is told by
 * language/sentence/quotation.c. The comma alone is typography.comma.
 */
enum { STATEMENT_WORDS = 4, ABBREVIATION = 2 };

static void say(struct finding *f, enum lang lang, struct slice wrong, struct slice right) {
    finding_say(f, lang, TYPOGRAPHY_QUOTE, SLICE_ARG(wrong), SLICE_ARG(right));
}

struct reader {
    const struct check_context *context;
    const struct analysis *a;
    const struct quotation *q;
    size_t first, last; /* tokens: the first one inside the marks, the last one inside */
    size_t behind;      /* the first one behind the closing mark */
    struct findings *out;
};

static struct slice opening_mark(const struct reader *r) {
    return slice_range(r->a->text, r->q->start, r->q->inner_start);
}

static struct slice closing_mark(const struct reader *r) {
    return slice_range(r->a->text, r->q->inner_end, r->q->end);
}

static bool is_straight(struct slice mark) {
    return slice_equal_text(mark, "\"");
}

static bool is_double(struct slice mark) {
    return is_straight(mark) || slice_equal_text(mark, "“") || slice_equal_text(mark, "”") ||
           slice_equal_text(mark, "„");
}

/* The draft's own kind of mark: that of the partner where it is a whole one, else straight for straight. */
static const char *right_mark(struct slice mark, struct slice partner, bool opens) {
    struct slice model = is_double(partner) ? partner : mark;
    bool straight = is_straight(model) || (model.len && model.data[0] == '\'');
    return straight ? "\"" : opens ? "“" : "”";
}

static bool is_space(const struct analysis *a, size_t at) {
    return at < a->text.len && a->text.data[at] == ' ';
}

/* The opening mark: its glyph, the space that misses before it, and the one behind it that should not be. */
static void check_opening(const struct reader *r) {
    const struct analysis *a = r->a;
    const struct quotation *q = r->q;
    size_t mark = r->first;
    while (mark > 0 && a->tokens.items[mark - 1].start >= q->start)
        mark--;
    if (mark == r->first || r->first >= a->tokens.count) return;
    const struct token *word = &a->tokens.items[r->first];
    struct slice glyph = opening_mark(r);
    const char *right_glyph = right_mark(glyph, q->closed ? closing_mark(r) : (struct slice){0}, true);
    bool single = !is_double(glyph),
         turned = slice_equal_text(glyph, "”") && !is_straight(slice_of(right_glyph));
    bool inside = is_space(a, q->inner_start) && word->kind == TOKEN_WORD;
    bool glued = token_is_joined(a, mark) &&
                 (token_is_kind(a, mark - 1, TOKEN_WORD) || token_is_mark(a, mark - 1, ",.:;?!)"));
    if (!single && !turned && !inside && !glued) return;
    struct str right = {0};
    if (glued) {
        str_append(&right, token_word(a, mark - 1));
        str_append_byte(&right, ' ');
    }
    str_append_text(&right, right_glyph);
    str_append(&right, token_text(a, word));
    typography_report(r->context, a, r->out, RULE_TYPOGRAPHY_QUOTE,
                      glued ? a->tokens.items[mark - 1].start : q->start, word->end, str_slice(&right), say);
    str_free(&right);
}

/* kata, ujarnya, Ujar Bupati: the token is a verb that only stands behind what somebody said. With a capital
 * it must say itself who speaks, or a name or office follows. */
static bool is_cue(const struct reader *r, size_t i) {
    const struct token *t = token_at(r->a, i);
    if (!t || t->kind != TOKEN_WORD || t->flags & (TOKEN_UPPER | TOKEN_HYPHEN)) return false;
    uint32_t classes = speech_classes(r->context->language, token_text(r->a, t));
    if (!(classes & (SPEECH_BARE | SPEECH_NYA))) return false;
    if (!(t->flags & TOKEN_CAPITAL)) return true;
    if (classes & SPEECH_NYA) return !(classes & SPEECH_WEAK) || token_is_mark(r->a, i + 1, ".,");
    uint32_t next = speech_classes(r->context->language, token_word(r->a, i + 1));
    return token_is_capital(r->a, i + 1) || next & (SPEECH_ROLE | SPEECH_KIN | SPEECH_PRONOUN);
}

/* A full stop that belongs to an abbreviation stays. */
static bool is_abbreviation(const struct reader *r, size_t stop) {
    struct slice word = token_word(r->a, stop - 1);
    return word.len <= ABBREVIATION || language_has(r->context->language, LEXICON_ABBREVIATIONS, word) ||
           !(r->a->tokens.items[stop - 1].flags & (TOKEN_LOWER | TOKEN_CAPITAL)) ||
           r->a->tokens.items[stop - 1].flags & TOKEN_DOTTED;
}

/* What typography.comma says. */
static bool is_comma_alone(const struct reader *r, size_t cue) {
    const struct token *end = &r->a->tokens.items[r->last], *verb = &r->a->tokens.items[cue];
    bool outside = cue == r->behind + 1 && token_is_mark(r->a, r->behind, ",");
    return end->end == r->q->inner_end && verb->flags & TOKEN_LOWER && verb->flags & TOKEN_SPACE_BEFORE &&
           (cue == r->behind || outside);
}

static void report_cue(const struct reader *r, size_t cue, const char *glyph) {
    const struct analysis *a = r->a;
    size_t word = r->last;
    bool asks = token_is_mark(a, word, "?!"), pointed = token_is_mark(a, word, ".,;") && word > r->first;
    bool short_form = pointed && token_is_mark(a, word, ".") && is_abbreviation(r, word);
    if (pointed && !short_form) word--;
    struct str right = {0};
    size_t n;
    struct slice verb = token_word(a, cue);
    str_append(&right, token_word(a, word));
    if (!asks) str_append_byte(&right, ',');
    str_append_text(&right, glyph);
    str_append_byte(&right, ' ');
    str_append_rune(&right, rune_lower(utf8_decode(verb, 0, &n)));
    str_append(&right, slice_range(verb, n, verb.len));
    size_t start = a->tokens.items[word].start, end = a->tokens.items[cue].end;
    if (!slice_equal(str_slice(&right), slice_range(a->text, start, end)))
        typography_report(r->context, a, r->out, RULE_TYPOGRAPHY_QUOTE, start, end, str_slice(&right), say);
    str_free(&right);
}

/* The closing mark, and what stands between it and the verb. */
static void check_closing(const struct reader *r) {
    const struct analysis *a = r->a;
    struct slice glyph = closing_mark(r), partner = r->q->opened ? opening_mark(r) : (struct slice){0};
    const char *right_glyph = right_mark(glyph, partner, false);
    /* two single marks on both sides: check_opening() says it once */
    bool turned =
        !slice_equal_text(glyph, right_glyph) && (is_double(glyph) || !r->q->opened || is_double(partner));
    bool inside = a->tokens.items[r->last].end < r->q->inner_end;
    size_t cue = r->behind;
    while (cue < r->behind + 2 && token_is_mark(a, cue, ".,"))
        cue++;
    bool statement = r->last > r->first + 1;
    if (statement && is_cue(r, cue) && !(is_comma_alone(r, cue) && !turned)) {
        report_cue(r, cue, right_glyph);
        return;
    }
    bool glued = token_is_joined(a, r->behind) && token_is_kind(a, r->behind, TOKEN_WORD);
    if (!turned && !inside && !glued) return;
    struct str right = {0};
    str_append(&right, token_word(a, r->last));
    str_append_text(&right, right_glyph);
    size_t end = r->q->end;
    if (glued) {
        str_append_byte(&right, ' ');
        str_append(&right, token_word(a, r->behind));
        end = a->tokens.items[r->behind].end;
    }
    typography_report(r->context, a, r->out, RULE_TYPOGRAPHY_QUOTE, a->tokens.items[r->last].start, end,
                      str_slice(&right), say);
    str_free(&right);
}

/* "... dini. ujarnya": the closing mark was forgotten. */
static void check_unclosed(const struct reader *r) {
    const struct analysis *a = r->a;
    for (size_t i = r->first + STATEMENT_WORDS; i + 1 < a->tokens.count; i++) {
        if (!token_is_mark(a, i, ".,") || !is_cue(r, i + 1) || is_abbreviation(r, i)) continue;
        uint32_t classes = speech_classes(r->context->language, token_word(a, i + 1));
        if (classes & SPEECH_WEAK || (token_is_mark(a, i, ",") && token_is_capital(a, i + 1))) continue;
        struct reader here = *r;
        here.last = i;
        report_cue(&here, i + 1, right_mark(opening_mark(r), (struct slice){0}, false));
        return;
    }
}

static void check_quotation(struct reader *r) {
    const struct analysis *a = r->a;
    const struct quotation *q = r->q;
    r->last = SIZE_MAX;
    for (r->behind = r->first; r->behind < a->tokens.count && a->tokens.items[r->behind].start < q->end;
         r->behind++)
        if (a->tokens.items[r->behind].end <= q->inner_end) r->last = r->behind;
    if (r->last == SIZE_MAX) return;
    if (q->opened) check_opening(r);
    if (q->closed)
        check_closing(r);
    else if (q->opened)
        check_unclosed(r);
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    struct reader r = {.context = context, .a = a, .out = out};
    for
        vec_each(const struct quotation, q, &a->quotations) {
            if (q->single || q->nested) continue;
            while (r.first < a->tokens.count && a->tokens.items[r.first].start < q->inner_start)
                r.first++;
            r.q = q;
            check_quotation(&r);
        }
}

const struct check check_of_quote = {.block = check_block};
