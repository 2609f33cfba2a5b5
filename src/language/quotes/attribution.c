#include "language/quotes/attribution.h"

#include "language/people/known_names.h"
#include "language/quotes/attribution_desk.h"

enum { LONGEST_GAP = 3 };

/* The passage that takes up a quotation which passage left open: the next one when it opens again, or one up
 * to three further on that closes what it never opened. 0: none. */
static size_t taken_up_in(const struct attributor *desk, size_t passage) {
    for (size_t next = passage + 1; next < desk->count && next <= passage + LONGEST_GAP; next++) {
        if (desk->passages[next].kind != PASSAGE_PROSE) return 0;
        const struct analysis *a = desk->readings[next].analysis;
        size_t i = desk_next_outer(a, 0);
        if (i >= a->quotations.count) continue;
        const struct quotation *q = &a->quotations.items[i];
        if (q->start >= 4) return 0;
        bool again = next == passage + 1 && (q->closed || q->end >= a->text.len);
        return again || !q->opened ? next : 0;
    }
    return 0;
}

/* Follows a quotation over the paragraphs that open again; false when it is never closed. Then those in the
 * paragraphs that it was followed through are not either, and need not be followed once more. */
static bool follow(struct attributor *desk, struct span *span) {
    struct span longer = *span;
    if (span->last < desk->open_to) return false;
    while (!longer.end->closed) {
        size_t next = taken_up_in(desk, longer.last);
        if (!next) {
            desk->open_to = longer.last + 1;
            return false;
        }
        longer.last = next;
        const struct analysis *a = desk->readings[next].analysis;
        longer.end = &a->quotations.items[desk_next_outer(a, 0)];
    }
    *span = longer;
    return true;
}

/* "A." "B," kata X.: what stands directly before an attributed quotation belongs to it. */
static void attribute_backwards(struct attributor *desk, size_t from) {
    struct attribution *out = desk->out;
    for (size_t i = out->quotes.count; i-- > from + 1;) {
        struct quote *here = &out->quotes.items[i - 1];
        const struct quote *after = &out->quotes.items[i];
        if (here->standing == QUOTE_ATTRIBUTED || after->standing != QUOTE_ATTRIBUTED) continue;
        if (here->passage == after->passage && after->start <= here->end + 3) desk_inherit(desk, here, i);
    }
}

/* Nothing but space stands after the offset. */
static bool ends_text(const struct reading *r, size_t offset) {
    return reading_at(r, offset) >= r->analysis->tokens.count;
}

/* Reads passage *p, and those that a quotation runs on into. */
static void read_passage(struct attributor *desk, size_t *p) {
    size_t floor = 0, unread = 0, from = desk->out->quotes.count;
    const struct reading *r = &desk->readings[*p];
    desk->before.same_passage = false;
    for (size_t i = desk_next_outer(r->analysis, 0); i < r->analysis->quotations.count;) {
        struct span span = {.first = *p, .last = *p};
        span.begin = span.end = &r->analysis->quotations.items[i];
        bool reaches_end = !span.end->closed && ends_text(r, span.end->end);
        size_t inner = reading_at(r, span.end->inner_start), end = reading_at(r, span.end->inner_end);
        bool runs_on =
            reaches_end && !cue_inside(r, (struct stretch){inner, end}).found && follow(desk, &span);
        struct stretch lead = desk_lead(r, span.begin, floor);
        bool attributed_lead = desk->before.quote && desk->before.same_passage && lead.first == floor;
        if (unread < floor) desk_read_around_term(desk, r, unread, floor);
        if (!attributed_lead || lead.first > floor) desk_read_sentences(desk, r, floor, lead.first);
        size_t next = runs_on ? desk_next_outer(desk->readings[span.last].analysis, 0) + 1 : i + 1;
        size_t quotes = desk->out->quotes.count;
        floor = desk_read_quotation(desk, &span, floor, next);
        bool term = desk->out->quotes.count == quotes && !runs_on; /* a word of its sentence */
        if (runs_on) {
            *p = span.last;
            r = &desk->readings[*p];
        }
        size_t after = reading_at(r, span.end->end);
        if (floor < after) floor = after;
        unread = term ? lead.first : floor;
        i = desk_next_outer(r->analysis, next);
    }
    if (unread < floor) desk_read_around_term(desk, r, unread, floor);
    desk_read_sentences(desk, r, floor, r->analysis->tokens.count);
    attribute_backwards(desk, from);
    if (desk->passages[*p].kind != PASSAGE_PROSE && desk->out->quotes.count == from)
        desk->before = (struct before){.about = PERSON_NONE}; /* a heading says nothing of who speaks below */
}

static bool stops(bool (*interrupted)(void *), void *by) {
    return interrupted && interrupted(by);
}

static bool prepare(struct attributor *desk, struct map *known, bool (*interrupted)(void *), void *by) {
    for (size_t i = 0; i < desk->count; i++) {
        if (stops(interrupted, by)) return false;
        reading_make(&desk->readings[i], desk->language, desk->passages[i].analysis, desk->passages[i].start);
        known_names_read(known, &desk->readings[i]);
    }
    for (size_t i = 0; i < desk->count; i++) {
        if (stops(interrupted, by)) return false;
        desk->readings[i].known = known;
        people_read(&desk->out->people, &desk->readings[i]);
    }
    people_settle(&desk->out->people, desk->language);
    return true;
}

bool attribution_make(struct attribution *attribution, struct language *language,
                      const struct passage *passages, size_t count, bool (*interrupted)(void *), void *by) {
    struct map known = {0};
    struct attributor desk = {.language = language, .passages = passages, .count = count, .out = attribution};
    desk.salient = desk.before.about = PERSON_NONE;
    desk.readings = memory_zero(count + 1, sizeof *desk.readings);
    bool done = prepare(&desk, &known, interrupted, by);
    for (size_t i = 0; done && i < count; i++) {
        read_passage(&desk, &i);
        done = !stops(interrupted, by);
    }
    for (size_t i = 0; i < count; i++)
        reading_free(&desk.readings[i]);
    free(desk.readings);
    map_free(&known);
    if (!done) attribution_free(attribution);
    return done;
}

void attribution_free(struct attribution *attribution) {
    vec_free(&attribution->quotes);
    people_free(&attribution->people);
}
