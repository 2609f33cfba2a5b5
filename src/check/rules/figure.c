#include "check/messages.h"
#include "check/rules/messages.h"
#include "check/rules/source.h"

/*
 * attribution.figure: a statistic, survey or ranking with no source in its sentence, in the one before, or
 * right after. Limits, targets, prices and shares that somebody sets are decisions, not statistics.
 */
enum { BEFORE = 7, AFTER = 4, CHAIN = 4, SCORE = 9 };

struct figure_seeker {
    const struct check_context *context;
    const struct document *document;
    size_t at;                  /* the block looked at */
    bool lead;                  /* it is the first one of prose */
    struct reading here, other; /* of that block, and of the neighbour last looked at */
};

static const struct reading *reading_of(struct figure_seeker *s, struct reading *r,
                                        const struct block *block) {
    if (r->analysis != &block->analysis) {
        if (r->analysis) reading_free(r);
        reading_make(r, s->context->language, &block->analysis, block->start);
    }
    return r;
}

/* The tokens of a figure that somebody must have counted; count 0: none. */
struct figure {
    size_t first, count;
};

/* 67 persen, 67%, dua persen */
static size_t percent_at(const struct analysis *a, size_t i) {
    bool number = token_is_number(a, i) || token_in(a, i, CLASS_SMALL_NUMBER);
    return number && (token_is(a, i + 1, "%") || token_is(a, i + 1, "persen")) ? 2 : 0;
}

/* peringkat ke-3, urutan kedua: where something stands among others. */
static size_t ranking_at(const struct analysis *a, size_t i) {
    static const char *const words[] = {"peringkat", "urutan", "ranking", NULL};
    if (!token_among(a, i, words) || i + 1 >= a->tokens.count) return 0;
    struct slice next = token_text(a, &a->tokens.items[i + 1]);
    bool ordinal = a->tokens.items[i + 1].kind == TOKEN_WORD && next.len > 3 &&
                   (slice_starts(next, SLICE("ke")) || slice_equal_text(next, "pertama"));
    return ordinal ? 2 : 0;
}

/* tujuh dari sepuluh, 189 per 100.000: what is told of a round number of persons is a share. */
static size_t share_at(const struct analysis *a, size_t i) {
    static const char *const round[] = {"10",    "sepuluh", "100",     "seratus",
                                        "1.000", "seribu",  "100.000", NULL};
    if (!token_is_number(a, i) && !token_in(a, i, CLASS_SMALL_NUMBER)) return 0;
    if (!token_is(a, i + 1, "dari") && !token_is(a, i + 1, "per")) return 0;
    for (size_t k = 0; round[k]; k++)
        if (token_is(a, i + 2, round[k])) return 3;
    return 0;
}

/* dua kali lipat */
static size_t multiple_at(const struct analysis *a, size_t i) {
    return token_is(a, i + 1, "kali") && token_is(a, i + 2, "lipat") ? 3 : 0;
}

/* Indeks Pembangunan Manusia naik menjadi 72,15: the number of a score, with its fraction. */
static size_t score_at(const struct analysis *a, const struct sentence *s, size_t i) {
    static const char *const words[] = {"indeks", "skor", "rasio", "IPM", "IKM", NULL};
    if (!token_is_number(a, i) || slice_find_byte(token_text(a, &a->tokens.items[i]), ',', 0) == SIZE_MAX)
        return 0;
    size_t from = i > s->first_token + SCORE ? i - SCORE : s->first_token;
    for (size_t k = from; k < i; k++)
        if (token_among(a, k, words)) return 1;
    return 0;
}

static size_t figure_at(const struct analysis *a, const struct sentence *s, size_t i) {
    size_t count = percent_at(a, i);
    if (!count) count = ranking_at(a, i);
    if (!count) count = share_at(a, i);
    if (!count) count = multiple_at(a, i);
    return count ? count : score_at(a, s, i);
}

/* A limit, a target, a rate or a price: somebody decides it. */
static bool is_decided(const struct analysis *a, const struct sentence *s, size_t i) {
    static const char *const after[] = {"kapasitas", "kuota", "target", "ditargetkan", "sisanya", NULL};
    /* 28 persen dari target, jauh di bawah target: what was reached */
    static const char *const measured_by[] = {"dari",     "bawah",     "atas", "melampaui",
                                              "melebihi", "mendekati", NULL};
    size_t from = i > s->first_token + BEFORE ? i - BEFORE : s->first_token, end = s->first_token + s->tokens;
    for (size_t k = from; k < i; k++)
        if (token_in(a, k, CLASS_FIGURE_DECIDED)) return true;
    for (size_t k = i; k < end && k < i + 2 + AFTER; k++)
        if (token_among(a, k, after) && !token_among(a, k - (k > 0), measured_by)) return true;
    struct slice number = token_text(a, &a->tokens.items[i]);
    return slice_equal_text(number, "100") || slice_equal_text(number, "0");
}

static bool holds(const struct analysis *a, const struct sentence *s, enum word_class class) {
    for (size_t i = s->first_token; i < s->first_token + s->tokens; i++)
        if (token_in(a, i, class)) return true;
    return false;
}

/* What is still to come, or only thought of, rests on no count. */
static bool is_supposed(const struct analysis *a, const struct sentence *s) {
    return holds(a, s, CLASS_FIGURE_SUPPOSED);
}

/* A body that tells of itself: Pemko Padang merealisasikan 92 persen. */
static bool is_deed(const struct analysis *a, const struct sentence *s) {
    return holds(a, s, CLASS_FIGURE_DEED);
}

/* The place won in a contest is known to all who were there. */
static bool is_contest(const struct analysis *a, const struct sentence *s) {
    return holds(a, s, CLASS_CONTEST);
}

/* The first statistic of the sentence. */
static struct figure find_figure(const struct analysis *a, const struct sentence *s) {
    for (size_t i = s->first_token; i < s->first_token + s->tokens; i++) {
        size_t count = figure_at(a, s, i);
        if (!count || token_is_quoted(a, i) || is_decided(a, s, i)) continue;
        if (ranking_at(a, i) && is_contest(a, s)) continue;
        return (struct figure){i, count};
    }
    return (struct figure){0};
}

/* Counts something: a number that is no date and no year. */
static bool holds_number(const struct reading *r, const struct sentence *s) {
    const struct analysis *a = r->analysis;
    for (size_t i = s->first_token; i < s->first_token + s->tokens; i++) {
        if (figure_at(a, s, i)) return true;
        struct slice text = token_text(a, &a->tokens.items[i]);
        bool year = text.len == 4 && (slice_starts(text, SLICE("19")) || slice_starts(text, SLICE("20")));
        bool date = slice_find_byte(text, '/', 0) != SIZE_MAX || reading_is(r, i + 1, SPEECH_DAY);
        if (token_is_number(a, i) && !year && !date) return true;
    }
    return false;
}

/* Whether the sentences before `end` name a source: the last one, or one further up through a row of
 * figures. Sets *rests to how many more sentences the row may have. */
static bool is_sourced_by(const struct reading *r, size_t end, bool same_paragraph, size_t *rests) {
    const struct analysis *a = r->analysis;
    while (end > 0 && *rests > 0) {
        const struct sentence *s = &a->sentences.items[--end];
        bool counts = holds_number(r, s);
        bool spoken = range_is_spoken(a, s->start, s->end);
        if (spoken ? same_paragraph || counts : sentence_has_source(r, s)) return true;
        *rests = counts ? *rests - 1 : 0;
    }
    return false;
}

/* By the paragraphs before: what somebody says there is a source only when it is a figure too. */
static bool is_sourced_above(struct figure_seeker *s, size_t rests) {
    bool beside = true;
    for (size_t i = s->at; i-- > 0 && rests > 0;) {
        const struct block *block = s->document->blocks.items[i];
        if (block->kind != BLOCK_PROSE) continue;
        const struct reading *r = reading_of(s, &s->other, block);
        size_t quotations = r->analysis->quotations.count;
        if (beside && quotations && !r->analysis->quotations.items[quotations - 1].closed)
            return true; /* runs on */
        if (is_sourced_by(r, r->analysis->sentences.count, false, &rests)) return true;
        beside = false;
    }
    return false;
}

/* By the paragraph after: Hal itu disampaikan Yani; under a lead, by whoever gives the figures. */
static bool is_sourced_below(struct figure_seeker *s) {
    const struct block *block = prose_beside(s->document, s->at, true);
    if (!block) return false;
    const struct reading *r = reading_of(s, &s->other, block);
    const struct sentence *first = r->analysis->sentences.items;
    if (sentence_attributes_paragraph(r, first)) return true;
    return s->lead && holds_number(r, first) &&
           (range_is_spoken(r->analysis, first->start, first->end) || sentence_has_source(r, first));
}

/* In the sentence, in the one before, or right after. */
static bool is_attributed(struct figure_seeker *s, size_t sentence) {
    const struct reading *r = reading_of(s, &s->here, s->document->blocks.items[s->at]);
    const struct analysis *a = r->analysis;
    const struct sentence *here = &a->sentences.items[sentence];
    if (range_is_spoken(a, here->start, here->end) || sentence_has_source(r, here)) return true;
    if (sentence + 1 < a->sentences.count) {
        bool lead = s->lead && sentence == 0;
        if (sentence_attributes_before(r, here + 1) || (lead && sentence_has_source(r, here + 1)))
            return true;
    }
    size_t rests = CHAIN;
    return is_sourced_by(r, sentence, true, &rests) || is_sourced_above(s, rests) || is_sourced_below(s);
}

static void check_prose(struct figure_seeker *s, struct findings *out) {
    const struct block *block = s->document->blocks.items[s->at];
    const struct analysis *a = &block->analysis;
    for (size_t k = 0; k < a->sentences.count; k++) {
        const struct sentence *sentence = &a->sentences.items[k];
        struct figure figure = find_figure(a, sentence);
        if (!figure.count || is_supposed(a, sentence) || is_deed(a, sentence) || is_attributed(s, k))
            continue;
        size_t start = a->tokens.items[figure.first].start;
        size_t end = a->tokens.items[figure.first + figure.count - 1].end;
        struct finding *f =
            finding_add(out, RULE_ATTRIBUTION_FIGURE, block->start + start, block->start + end);
        finding_say(f, s->context->lang, ATTRIBUTION_FIGURE, SLICE_ARG(slice_range(a->text, start, end)));
        return; /* one source mostly covers the paragraph */
    }
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    if (!context->enabled[RULE_ATTRIBUTION_FIGURE]) return true;
    struct figure_seeker s = {.context = context, .document = document, .lead = true};
    bool done = true;
    for (size_t i = 0; i < document->prose.count && done; i++) {
        s.at = document->prose.items[i];
        if (document->blocks.items[s.at]->kind != BLOCK_PROSE) continue;
        done = i % 64 || !check_interrupted(context);
        check_prose(&s, out);
        s.lead = false;
    }
    if (s.here.analysis) reading_free(&s.here);
    if (s.other.analysis) reading_free(&s.other);
    return done;
}

const struct check check_of_figure = {.document = check_document};
