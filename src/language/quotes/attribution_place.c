#include "language/quotes/attribution_desk.h"

size_t desk_sentence_at(const struct analysis *a, size_t offset) {
    size_t begun = vec_before(const struct sentence, s, &a->sentences, s->start <= offset);
    return begun ? begun - 1 : 0;
}

size_t desk_next_outer(const struct analysis *a, size_t i) {
    while (i < a->quotations.count && a->quotations.items[i].nested)
        i++;
    return i;
}

struct stretch desk_lead(const struct reading *r, const struct quotation *q, size_t floor) {
    const struct analysis *a = r->analysis;
    size_t end = reading_at(r, q->start), first = floor;
    if (a->sentences.count && end < a->tokens.count) {
        size_t start = a->sentences.items[desk_sentence_at(a, reading_token(r, end)->start)].first_token;
        if (start > first) first = start;
    }
    while (first < end &&
           (reading_equal(r, first, ">") || reading_equal(r, first, "*") || reading_equal(r, first, "_") ||
            reading_equal(r, first, "•") || reading_dash(r, first)))
        first++; /* Markdown */
    return (struct stretch){first < end ? first : end, end};
}

static struct stretch tail_of(const struct reading *r, const struct quotation *q, size_t next, bool *fresh) {
    const struct analysis *a = r->analysis;
    size_t first = reading_at(r, q->end), limit = a->tokens.count;
    size_t after = desk_next_outer(a, next);
    if (after < a->quotations.count) limit = reading_at(r, a->quotations.items[after].start);
    *fresh = false;
    if (first >= limit) return (struct stretch){first, first};
    const struct sentence *s = &a->sentences.items[desk_sentence_at(a, reading_token(r, first)->start)];
    *fresh = s->first_token >= first;
    size_t end = s->first_token + s->tokens;
    if (end == first + 1 && end < limit && reading_equal(r, first, ".") &&
        s + 1 < a->sentences.items + a->sentences.count) { /* "...". Ujar X. */
        end = s[1].first_token + s[1].tokens;
        *fresh = true;
    }
    return (struct stretch){first, end < limit ? end : limit};
}

struct statement_place desk_place(const struct attributor *desk, const struct span *span, size_t floor,
                                  size_t next) {
    const struct reading *first = &desk->readings[span->first], *last = &desk->readings[span->last];
    struct statement_place place = {.lead = desk_lead(first, span->begin, floor)};
    place.tail = tail_of(last, span->end, next, &place.fresh);
    place.inner =
        (struct stretch){reading_at(last, span->end->inner_start), reading_at(last, span->end->inner_end)};
    return place;
}

bool desk_ends_passage(const struct reading *last, const struct statement_place *place) {
    size_t tail = place->tail.first;
    tail += tail < place->tail.end && reading_equal(last, tail, ".");
    return tail >= place->tail.end;
}
