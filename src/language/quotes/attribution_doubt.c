#include "language/quotes/attribution_desk.h"

/* Quotations of which nobody is said to speak them, but which an editor may defend as they stand. */

enum {
    SHARED_HERE = 3,   /* of four words, so many stand in the sentence before too: it is told twice; */
    SHARED_BEFORE = 2, /* so many in the two sentences that end the passage before */
    LEAST_WORDS = 6    /* fewer are shared by chance */
};

/* "... itu."Para ...: two paragraphs ran into each other, and with the break may be lost who spoke. */
static bool runs_into_next(const struct attributor *desk, const struct span *span) {
    struct slice text = desk->passages[span->last].analysis->text;
    size_t end = span->end->end;
    return end < text.len && text.data[end] >= 'A' && text.data[end] <= 'Z';
}

static const struct sentence *sentence_before(const struct reading *r, size_t opening) {
    const struct analysis *a = r->analysis;
    if (!opening || !a->sentences.count) return NULL;
    return &a->sentences.items[desk_sentence_at(a, reading_token(r, opening - 1)->start)];
}

static struct stretch tokens_of(const struct sentence *s) {
    return (struct stretch){s->first_token, s->first_token + s->tokens};
}

static bool has_word(const struct reading *r, struct stretch s, struct slice word) {
    for (size_t i = s.first; i < s.end; i++)
        if (reading_token(r, i)->kind == TOKEN_WORD &&
            slice_equal(r->analysis->forms.items[i]->small->text, word))
            return true;
    return false;
}

/* Whether so many in four words of the quotation stand in this stretch. */
static bool has_words_of(const struct reading *q, struct stretch inner, const struct reading *r,
                         struct stretch said, size_t in_four) {
    size_t words = 0, shared = 0;
    for (size_t i = inner.first; i < inner.end; i++) {
        if (reading_token(q, i)->kind != TOKEN_WORD) continue;
        words++;
        shared += has_word(r, said, q->analysis->forms.items[i]->small->text);
    }
    return words >= LEAST_WORDS && shared * 4 >= words * in_four;
}

/* Rina mengatakan bahwa pasar itu ramai. "Pasar itu ramai.": said once in the words of the writer, once in
 * those of the speaker. */
static bool repeats_sentence_before(const struct attributor *desk, const struct span *span,
                                    const struct statement_place *place) {
    const struct reading *q = &desk->readings[span->first], *r = q;
    const struct sentence *s = sentence_before(q, reading_at(q, span->begin->start));
    if (span->first != span->last) return false;
    if (s) return has_words_of(q, place->inner, r, tokens_of(s), SHARED_HERE);
    if (span->first == 0 || desk->passages[span->first - 1].kind != PASSAGE_PROSE) return false;
    r = &desk->readings[span->first - 1];
    size_t count = r->analysis->sentences.count;
    if (!count) return false;
    s = &r->analysis->sentences.items[count > 1 ? count - 2 : 0];
    struct stretch end = {s->first_token, r->analysis->tokens.count};
    return has_words_of(q, place->inner, r, end, SHARED_BEFORE);
}

/* ... bertanya di laman itu:\n\n**"...", berbunyi:\n\n>\n> "...": the passage before leads to it, whoever
 * that may be, and an empty line of a block quotation between them says nothing. */
static bool follows_colon(const struct attributor *desk, const struct span *span,
                          const struct statement_place *place) {
    enum { MARKS = 3 /* bytes of emphasis before it */ };
    if (place->lead.first < place->lead.end || span->begin->start > MARKS) return false;
    for (size_t i = span->first; i-- > 0;) {
        const struct reading *r = &desk->readings[i];
        size_t count = r->analysis->tokens.count;
        if (count) return reading_equal(r, count - 1, ":");
    }
    return false;
}

/* "Banyak yang mudik," Padang (ANTARA) - Gubernur ...: what is said below stands above the dateline. */
static bool stands_above_dateline(const struct attributor *desk, const struct span *span) {
    enum { LONGEST = 6 /* tokens of a dateline */ };
    const struct reading *r = &desk->readings[span->last];
    size_t first = reading_at(r, span->end->end);
    if (span->first > 0 || span->begin->start > 0 || !reading_capital(r, first)) return false;
    for (size_t i = first + 1; i < first + LONGEST && i < r->analysis->tokens.count; i++)
        if (reading_dash(r, i)) return true;
    return false;
}

/* Rina meyakini ... "Jalan itu akan selesai.": what she thinks; not "Jalan itu akan selesai,", which lost its
 * end. */
static bool follows_thought(const struct attributor *desk, const struct span *span) {
    const struct analysis *a = desk->readings[span->last].analysis;
    size_t end = span->end->closed ? span->end->inner_end : 0;
    return desk->before.thinks && desk->before.reading == &desk->readings[span->first] &&
           !(end && a->text.data[end - 1] == ',');
}

static bool names_work(const struct reading *r, struct stretch s) {
    for (size_t i = s.first; i < s.end; i++)
        if (reading_in(r, i, CLASS_WORK) &&
            (reading_in(r, i + 1, CLASS_POINTS_BACK) || reading_capital(r, i + 1)))
            return true;
    return false;
}

/* Rina mengulas buku itu.\n\n"...": words of a book, an article, a song, when nobody says Saya. */
static bool follows_work(const struct attributor *desk, const struct span *span,
                         const struct statement_place *place) {
    const struct reading *r = &desk->readings[span->first];
    const struct sentence *s = sentence_before(r, reading_at(r, span->begin->start));
    if (place->lead.first < place->lead.end || vec_last(&desk->out->quotes)->personal) return false;
    if (s) return names_work(r, tokens_of(s));
    if (span->first == 0 || desk->passages[span->first - 1].kind != PASSAGE_PROSE) return false;
    r = &desk->readings[span->first - 1];
    return names_work(r, (struct stretch){0, r->analysis->tokens.count});
}

/* Of a page: a name, a heading. */
static bool is_line(const struct reading *r) {
    enum { LONGEST = 14 /* tokens: a name with its degrees and office */ };
    size_t count = r->analysis->tokens.count;
    if (!count || count > LONGEST || !reading_capital(r, 0)) return false;
    if (reading_token(r, count - 1)->kind == TOKEN_PUNCTUATION && !reading_equal(r, count - 1, "?"))
        return false;
    for (size_t i = 0; i < count; i++)
        if (reading_is(r, i, SPEECH_ACTIVE | SPEECH_PASSIVE)) return false;
    return true;
}

/* Apa Kata Mereka\n\n"..."\n\nLina Suganda: no text leads to it or goes on after it; a reader sees whose it
 * is by where it stands. */
static bool stands_among_lines(const struct attributor *desk, const struct span *span,
                               const struct statement_place *place) {
    const struct reading *last = &desk->readings[span->last];
    return span->first > 0 && span->last + 1 < desk->count && place->lead.first >= place->lead.end &&
           desk_ends_passage(last, place) && is_line(&desk->readings[span->first - 1]) &&
           is_line(&desk->readings[span->last + 1]);
}

/* "Saya tidak ingin."\n\nBupati Lina Suganda mengaku ...: what the draft opens with is said by whom it then
 * reports. */
static bool opens_draft(const struct attributor *desk, const struct span *span,
                        const struct statement_place *place) {
    const struct reading *last = &desk->readings[span->last];
    if (span->first > 0 || span->begin->start > 0 || span->last + 1 >= desk->count) return false;
    if (!desk_ends_passage(last, place) || !statement_ended(last, place)) return false;
    const struct reading *next = &desk->readings[span->last + 1];
    if (desk->passages[span->last + 1].kind != PASSAGE_PROSE || !next->analysis->sentences.count)
        return false;
    struct cue said = cue_reported(next, tokens_of(&next->analysis->sentences.items[0]));
    return said.found && said.speaker.kind == MENTION_NAME;
}

bool desk_is_doubtful(const struct attributor *desk, const struct span *span,
                      const struct statement_place *place) {
    return runs_into_next(desk, span) || repeats_sentence_before(desk, span, place) ||
           follows_work(desk, span, place) || follows_thought(desk, span) ||
           stands_above_dateline(desk, span) || follows_colon(desk, span, place) ||
           stands_among_lines(desk, span, place) || opens_draft(desk, span, place);
}
