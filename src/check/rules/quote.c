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

struct quote_reader {
    const struct check_context *context;
    const struct analysis *a;
    const struct quotation *q;
    size_t first, last; /* tokens: the first one inside the marks, the last one inside */
    size_t after;       /* the first one after the closing mark */
};

/* What is to be written at one of the two marks: bytes start to end of the block become right. */
struct mending {
    size_t start, end;
    struct str right;
    struct slice glyph; /* the opening mark, when it is turned the right way */
    bool wanted, turns; /* turns: from a mark that looks the other way */
};

/* The mark at bytes start to end as a reader sees it: &ldquo; is “. */
static struct slice seen(const struct analysis *a, size_t start, size_t end) {
    static const struct {
        uint32_t rune;
        const char *mark;
    } marks[] = {{'"', "\""}, {0x201C, "“"}, {0x201D, "”"}, {0x201E, "„"}};
    size_t i = vec_before(const struct markup_span, s, &a->markup.spans, s->end <= start);
    const struct markup_span *span = i < a->markup.spans.count ? &a->markup.spans.items[i] : NULL;
    for (size_t k = 0; span && span->start == start && k < sizeof marks / sizeof *marks; k++)
        if (span->rune == marks[k].rune) return slice_of(marks[k].mark);
    return slice_range(a->text, start, end);
}

static struct slice opening_mark(const struct quote_reader *r) {
    return seen(r->a, r->q->start, r->q->inner_start);
}

static struct slice closing_mark(const struct quote_reader *r) {
    return seen(r->a, r->q->inner_end, r->q->end);
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

/* The opening mark: its glyph, the space that misses before it, and the one after it that should not be. */
static void mend_opening(const struct quote_reader *r, struct mending *m) {
    const struct analysis *a = r->a;
    const struct quotation *q = r->q;
    size_t mark = r->first;
    while (mark > 0 && a->tokens.items[mark - 1].start >= q->start)
        mark--;
    if (mark == r->first || r->first >= a->tokens.count) return;
    const struct token *word = &a->tokens.items[r->first];
    struct slice glyph = opening_mark(r);
    const char *right_glyph = right_mark(glyph, q->closed ? closing_mark(r) : (struct slice){0}, true);
    bool single = !is_double(glyph), turned = slice_equal_text(glyph, "”");
    bool inside = is_space(a, q->inner_start) && word->kind == TOKEN_WORD;
    bool glued = token_is_joined(a, mark) &&
                 (token_is_kind(a, mark - 1, TOKEN_WORD) || token_is_mark(a, mark - 1, ",.:;?!)"));
    if (!single && !turned && !inside && !glued) return;
    if (glued) {
        str_append(&m->right, token_word(a, mark - 1));
        str_append_byte(&m->right, ' ');
    }
    str_append_text(&m->right, right_glyph);
    str_append(&m->right, token_text(a, word));
    m->start = glued ? a->tokens.items[mark - 1].start : q->start;
    m->end = word->end;
    if (turned) m->glyph = slice_of(right_glyph);
    m->wanted = true;
    m->turns = turned && !is_straight(m->glyph);
}

/* kata, ujarnya, Ujar Bupati: the token is a verb that only stands after what somebody said. With a capital
 * it must say itself who speaks, or a name or office follows. */
static bool is_cue(const struct quote_reader *r, size_t i) {
    const struct token *t = token_at(r->a, i);
    if (!t || t->kind != TOKEN_WORD || t->flags & (TOKEN_UPPER | TOKEN_HYPHEN)) return false;
    uint32_t classes = speech_classes(r->context->language, token_text(r->a, t));
    if (!(classes & (SPEECH_BARE | SPEECH_NYA))) return false;
    if (!(t->flags & TOKEN_CAPITAL)) return true;
    bool ends = i + 1 >= r->a->tokens.count || token_is_mark(r->a, i + 1, ".,");
    if (classes & SPEECH_NYA) return !(classes & SPEECH_WEAK) || ends;
    uint32_t next = speech_classes(r->context->language, token_word(r->a, i + 1));
    return token_is_capital(r->a, i + 1) || next & (SPEECH_ROLE | SPEECH_KIN | SPEECH_PRONOUN);
}

/* A full stop that belongs to an abbreviation stays. */
static bool is_abbreviation(const struct quote_reader *r, size_t stop) {
    struct slice word = token_word(r->a, stop - 1);
    return word.len <= ABBREVIATION || language_has(r->context->language, LEXICON_ABBREVIATIONS, word) ||
           !(r->a->tokens.items[stop - 1].flags & (TOKEN_LOWER | TOKEN_CAPITAL)) ||
           r->a->tokens.items[stop - 1].flags & TOKEN_DOTTED;
}

/* What typography.comma says. */
static bool is_comma_alone(const struct quote_reader *r, size_t cue) {
    const struct token *end = &r->a->tokens.items[r->last], *verb = &r->a->tokens.items[cue];
    bool outside = cue == r->after + 1 && token_is_mark(r->a, r->after, ",");
    bool twice = token_is_mark(r->a, r->last, ",") && (outside || token_is_mark(r->a, r->last - 1, "?!"));
    return end->end == r->q->inner_end && verb->flags & TOKEN_LOWER && verb->flags & TOKEN_SPACE_BEFORE &&
           (cue == r->after || outside) && !twice;
}

/* The closing mark after the token last, the comma before it and the verb after it. */
static void mend_cue(const struct quote_reader *r, size_t last, size_t cue, const char *glyph,
                     struct mending *m) {
    const struct analysis *a = r->a;
    size_t word = last;
    bool pointed = token_is_mark(a, word, ".,;") && word > r->first;
    bool short_form = pointed && token_is_mark(a, word, ".") && is_abbreviation(r, word);
    if (pointed && !short_form) word--;
    bool asks = token_is_mark(a, word, "?!");
    str_append(&m->right, token_word(a, word));
    if (!asks) str_append_byte(&m->right, ',');
    str_append_text(&m->right, glyph);
    str_append_byte(&m->right, ' ');
    typography_append(&m->right, token_word(a, cue), LETTERS_FIRST_SMALL);
    m->start = a->tokens.items[word].start;
    m->end = a->tokens.items[cue].end;
    m->wanted = !slice_equal(str_slice(&m->right), slice_range(a->text, m->start, m->end));
}

/* "Warga semakin sadar akan kebersihan". : who speaks a whole sentence ends it inside the marks. A theme, and
 * what stands in the middle of a sentence, is none. */
static bool ends_outside(const struct quote_reader *r) {
    enum { SENTENCE_WORDS = 6 };
    const struct analysis *a = r->a;
    size_t mark = r->first, words = 0, capitals = 0;
    while (mark > 0 && a->tokens.items[mark - 1].start >= r->q->start)
        mark--;
    for (size_t i = r->first; i <= r->last; i++) {
        words += token_is_kind(a, i, TOKEN_WORD);
        capitals += token_is_capital(a, i);
    }
    bool starts = mark == 0 || token_in(a, mark - 1, CLASS_SAYS_NEXT) ||
                  (mark > 1 && token_is_mark(a, mark - 1, ",:") &&
                   speech_classes(r->context->language, token_word(a, mark - 2)) & SPEECH_ACTIVE);
    bool ends = r->after + 1 >= a->tokens.count || token_is_capital(a, r->after + 1);
    return r->q->opened && starts && ends && token_is_mark(a, r->after, ".") &&
           token_is_joined(a, r->after) && token_is_kind(a, r->last, TOKEN_WORD) &&
           a->tokens.items[r->last].end == r->q->inner_end && words >= SENTENCE_WORDS && capitals * 2 < words;
}

/* The closing mark, of the kind of its partner, and what stands between it and the verb. */
static void mend_closing(const struct quote_reader *r, struct slice partner, struct mending *m) {
    const struct analysis *a = r->a;
    struct slice glyph = closing_mark(r);
    const char *right_glyph = right_mark(glyph, partner, false);
    /* two single marks on both sides: mend_opening() says it once */
    bool turned =
        !slice_equal_text(glyph, right_glyph) && (is_double(glyph) || !r->q->opened || is_double(partner));
    bool inside = a->tokens.items[r->last].end < r->q->inner_end;
    size_t cue = r->after;
    while (cue < r->after + 2 && token_is_mark(a, cue, ".,"))
        cue++;
    bool statement = r->last > r->first + 1;
    m->turns = turned && slice_equal_text(glyph, "“");
    if (statement && is_cue(r, cue) && !(is_comma_alone(r, cue) && !turned)) {
        mend_cue(r, r->last, cue, right_glyph, m);
        return;
    }
    bool glued = token_is_joined(a, r->after) && token_is_kind(a, r->after, TOKEN_WORD) &&
                 !token_in(a, r->after, CLASS_CLITIC); /* "dapur"nya */
    bool outside = !glued && ends_outside(r);
    if (!turned && !inside && !glued && !outside) return;
    str_append(&m->right, token_word(a, r->last));
    if (outside) str_append_byte(&m->right, '.');
    str_append_text(&m->right, right_glyph);
    m->start = a->tokens.items[r->last].start;
    m->end = outside ? a->tokens.items[r->after].end : r->q->end;
    m->wanted = true;
    if (!glued) return;
    str_append_byte(&m->right, ' ');
    str_append(&m->right, token_word(a, r->after));
    m->end = a->tokens.items[r->after].end;
}

/* "... dini. ujarnya": the closing mark was forgotten. */
static void mend_unclosed(const struct quote_reader *r, struct mending *m) {
    const struct analysis *a = r->a;
    for (size_t i = r->first + STATEMENT_WORDS; i + 1 < a->tokens.count; i++) {
        if (!token_is_mark(a, i, ".,") || !is_cue(r, i + 1) || is_abbreviation(r, i)) continue;
        uint32_t classes = speech_classes(r->context->language, token_word(a, i + 1));
        if (classes & SPEECH_WEAK || (token_is_mark(a, i, ",") && token_is_capital(a, i + 1))) continue;
        mend_cue(r, i, i + 1, right_mark(opening_mark(r), (struct slice){0}, false), m);
        return;
    }
}

static void report(const struct quote_reader *r, const struct mending *m, struct findings *out) {
    if (m->wanted)
        typography_report(r->context, r->a, out, RULE_TYPOGRAPHY_QUOTE, m->start, m->end,
                          str_slice(&m->right), say);
}

/* Appends text; what lies between its first and last words, when it is long, as an ellipsis. */
static void append_ends(struct str *out, struct slice text, size_t head, size_t tail) {
    bool is_long = head + tail < text.len;
    str_append(out, slice_range(text, 0, is_long ? head : text.len));
    if (!is_long) return;
    str_append_text(out, " … ");
    str_append(out, slice_range(text, text.len - tail, text.len));
}

/* Both marks look the wrong way: mending one alone would leave the other without its partner. */
static void report_both(const struct quote_reader *r, const struct mending *open, const struct mending *close,
                        struct findings *out) {
    const struct analysis *a = r->a;
    struct slice tail = str_slice(&close->right);
    struct str wrong = {0}, right = {0}, said = {0};
    if (close->start < open->end) tail = slice_range(tail, open->end - close->start, tail.len); /* one word */
    str_append(&right, str_slice(&open->right));
    if (close->start > open->end) str_append(&right, slice_range(a->text, open->end, close->start));
    str_append(&right, tail);
    append_ends(&wrong, slice_range(a->text, open->start, close->end), open->end - open->start,
                close->end - close->start);
    append_ends(&said, str_slice(&right), open->right.len, tail.len);
    struct finding *f = finding_add(out, RULE_TYPOGRAPHY_QUOTE, open->start, close->end);
    say(f, r->context->lang, str_slice(&wrong), str_slice(&said));
    finding_suggest(f, str_slice(&right));
    str_free(&wrong);
    str_free(&right);
    str_free(&said);
}

/* Finds the tokens of a quotation; false when it holds none. */
static bool read_quotation(struct quote_reader *r, const struct quotation *q) {
    const struct analysis *a = r->a;
    r->q = q;
    r->last = SIZE_MAX;
    while (r->first < a->tokens.count && a->tokens.items[r->first].start < q->inner_start)
        r->first++;
    for (r->after = r->first; r->after < a->tokens.count && a->tokens.items[r->after].start < q->end;
         r->after++)
        if (a->tokens.items[r->after].end <= q->inner_end) r->last = r->after;
    return r->last != SIZE_MAX;
}

/* A quotation that stays open to the end of its block is left to check_document(). */
static bool is_left_open(const struct analysis *a, const struct quotation *q) {
    return q->opened && !q->closed && q == vec_last(&a->quotations);
}

static void check_marks(const struct quote_reader *r, struct findings *out) {
    const struct quotation *q = r->q;
    struct mending open = {0}, close = {0};
    if (q->opened) {
        open.glyph = opening_mark(r);
        mend_opening(r, &open);
    }
    if (q->closed)
        mend_closing(r, open.glyph, &close);
    else if (!is_left_open(r->a, q))
        mend_unclosed(r, &close);
    if (open.turns && close.turns && close.wanted) {
        report_both(r, &open, &close, out);
    } else {
        report(r, &open, out);
        report(r, &close, out);
    }
    str_free(&open.right);
    str_free(&close.right);
}

/* Made of `, or the end of a tag, situs.id">Situs: of a page about programs, or of what a converter left. */
static bool is_code_mark(const struct analysis *a, const struct quotation *q) {
    size_t end = q->closed ? q->end : q->inner_start;
    if (end < a->text.len && a->text.data[end] == '>') return true;
    if (q->opened && q->start > 0 && a->text.data[q->start - 1] == '=') return true; /* class="kecil" */
    return slice_find_byte(slice_range(a->text, q->start, q->inner_start), '`', 0) != SIZE_MAX ||
           slice_find_byte(slice_range(a->text, q->inner_end < end ? q->inner_end : end, end), '`', 0) !=
               SIZE_MAX;
}

static void check_block(const struct check_context *context, const struct block *block,
                        struct findings *out) {
    const struct analysis *a = &block->analysis;
    struct quote_reader r = {.context = context, .a = a};
    vec_each(const struct quotation, q, &a->quotations)
        if (!q->single && !q->nested && !is_code_mark(a, q) && read_quotation(&r, q)) check_marks(&r, out);
}

/* From the last block to the first: a quotation that the next marks of the draft close goes on over blocks.
 */
static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    bool closed_later = false;
    for (size_t i = document->prose.count; i-- > 0;) {
        const struct block *block = document->blocks.items[document->prose.items[i]];
        const struct analysis *a = &block->analysis;
        if (i % 256 == 0 && check_interrupted(context)) return false;
        if (!a->quotations.count) continue;
        struct quote_reader r = {.context = context, .a = a};
        struct mending close = {0};
        const struct quotation *last = vec_last(&a->quotations);
        size_t from = out->list.count;
        if (!closed_later && is_left_open(a, last) && !last->single && !last->nested &&
            read_quotation(&r, last)) {
            mend_unclosed(&r, &close);
            report(&r, &close, out);
        }
        findings_move_from(out, from, block->start);
        str_free(&close.right);
        closed_later = !a->quotations.items[0].opened;
    }
    return true;
}

const struct check check_of_quote = {.block = check_block, .document = check_document};
