#include "language/quotes/attribution_desk.h"

enum { VERSE_LINES = 4, LONGEST_VERSE = 4000, LONGEST_LINE = 60 };

static struct quote *add_quote(struct attributor *desk, const struct span *span) {
    vec_push(&desk->out->quotes,
             (struct quote){.passage = span->first,
                            .start = desk->passages[span->first].start + span->begin->start,
                            .end = desk->passages[span->last].start + span->end->end,
                            .standing = QUOTE_UNATTRIBUTED,
                            .who = PERSON_NONE});
    return vec_last(&desk->out->quotes);
}

static void name_person(const struct attributor *desk, struct quote *quote) {
    if (quote->who == PERSON_NONE) return;
    const struct person *person = &desk->out->people.list.items[quote->who];
    quote->person = person->name;
    bool fuller = slice_starts(person->role, quote->role) && person->role.len > quote->role.len &&
                  person->role.data[quote->role.len] == ' ';
    if (!quote->role.len || fuller) quote->role = person->role; /* Kapolsek: Kapolsek Tanjung Raja */
    size_t bracket = slice_find_byte(quote->role, '(', 0);
    if (bracket != SIZE_MAX && slice_ends(quote->role, SLICE(")")) &&
        slice_find_byte(quote->role, ')', 0) + 1 == quote->role.len)
        quote->role = slice_trim(slice_range(quote->role, 0, bracket));
}

/* Kang Uu: no office, but a name. */
static bool is_called(const struct reading *r, const struct mention *m) {
    return m->kind == MENTION_OFFICE && m->end == m->first + 2 && reading_is(r, m->first, SPEECH_KIN) &&
           !reading_is(r, m->first, SPEECH_ROLE) && !reading_is(r, m->first + 1, SPEECH_ROLE);
}

/* Fills the quote from the cue found in reading r. */
static void attribute(struct attributor *desk, struct quote *quote, const struct reading *r,
                      const struct cue *cue) {
    struct mention meant = desk_meant(desk, r, cue->speaker), *m = &meant;
    quote->standing = QUOTE_ATTRIBUTED;
    quote->cue_start = r->start + cue->first;
    quote->cue_end = r->start + cue->end;
    quote->cue = slice_range(r->analysis->text, cue->first, cue->end);
    struct slice written = {0};
    if (cue->glued) {
        size_t end =
            m->kind ? reading_token(r, m->end - 1)->end : reading_token(r, reading_at(r, cue->first))->end;
        written = slice_range(r->analysis->text, cue->glued, end);
    } else if (m->kind == MENTION_NAME) {
        written = reading_range(r, m->name_first, m->name_end);
    } else if (m->kind != MENTION_NONE && !(m->kind == MENTION_PRONOUN && m->end == m->first)) {
        written = reading_range(r, m->first, m->end);
    }
    quote->speaker = written;
    if (written.len) {
        quote->speaker_start = r->start + (size_t)(written.data - r->analysis->text.data);
        quote->speaker_end = quote->speaker_start + written.len;
    }
    if (m->role_end > m->role_first && !cue->glued)
        quote->role = reading_range(r, m->role_first, m->role_end);
    quote->who = m->kind == MENTION_NONE && cue->weak ? PERSON_NONE : desk_resolve(desk, r, m);
    quote->named = m->kind == MENTION_NAME;
    quote->somebody = quote->named || m->kind == MENTION_OFFICE;
    if (quote->who != PERSON_NONE && is_called(r, m)) quote->role = (struct slice){0};
    if (quote->who != PERSON_NONE)
        name_person(desk, quote);
    else if (quote->named)
        quote->person = reading_range(r, m->bare_name, m->name_end);
    if (m->kind == MENTION_NONE && quote->who == PERSON_NONE && desk->stranger) quote->role = desk->office;
    size_t here = m->kind ? quote->speaker_end + 200 : quote->end;
    quote->introduced =
        !quote->named || m->described || people_introduced(&desk->out->people, quote->person, here);
    if (quote->who == PERSON_NONE) return;
    desk->salient = quote->who;
    desk->stranger = false;
}

void desk_inherit(struct attributor *desk, struct quote *quote, size_t from) {
    const struct quote *source = &desk->out->quotes.items[from];
    quote->standing = QUOTE_ATTRIBUTED;
    quote->who = source->who;
    quote->person = source->person;
    quote->role = source->role;
    quote->introduced = true;
}

/* ..., "A," ujar X, "B.": both parts share the cue. */
static void share(struct attributor *desk, struct quote *quote, size_t from) {
    const struct quote *source = &desk->out->quotes.items[from];
    desk_inherit(desk, quote, from);
    quote->cue = source->cue;
    quote->cue_start = source->cue_start;
    quote->cue_end = source->cue_end;
    quote->speaker = source->speaker;
    quote->speaker_start = source->speaker_start;
    quote->speaker_end = source->speaker_end;
}

/* Whether the paragraph behind the last one of the span says who spoke. */
static struct cue cue_in_next_passage(const struct attributor *desk, const struct span *span,
                                      const struct statement_place *place) {
    size_t next = span->last + 1;
    if (place->tail.first < place->tail.end || next >= desk->count) return (struct cue){0};
    if (desk->passages[next].kind == PASSAGE_HEADING) return (struct cue){0};
    const struct reading *r = &desk->readings[next];
    const struct analysis *a = r->analysis;
    if (!a->sentences.count || (a->quotations.count && a->quotations.items[0].start < 4))
        return (struct cue){0};
    const struct sentence *s = &a->sentences.items[0];
    return cue_following(r, (struct stretch){s->first_token, s->first_token + s->tokens},
                         a->sentences.count == 1);
}

/* Nothing but marks of emphasis stands before or behind the quotation in its passage. */
static bool fills_passage(const struct attributor *desk, const struct quote *quote) {
    const struct passage *passage = &desk->passages[quote->passage];
    struct slice text = slice_trim(passage->analysis->text);
    while (text.len && strchr("*_", text.data[0]))
        text = slice_range(text, 1, text.len);
    while (text.len && strchr("*_", text.data[text.len - 1]))
        text = slice_range(text, 0, text.len - 1);
    return quote->end - quote->start >= slice_trim(text).len;
}

/* Paragraph by paragraph one goes on speaking, each in marks of its own. */
static bool goes_on_below(const struct attributor *desk, const struct quote *source,
                          const struct quote *quote) {
    return source->passage + 1 == quote->passage && fills_passage(desk, source) && fills_passage(desk, quote);
}

static void suggest_from_before(struct attributor *desk, struct quote *quote) {
    const struct before *before = &desk->before;
    if (before->quote) {
        const struct quote *source = &desk->out->quotes.items[before->quote - 1];
        bool spoken = source->standing == QUOTE_ATTRIBUTED &&
                      (source->cue.len || !source->speaker.len); /* not so: one has lost its dash */
        if (spoken || (source->standing == QUOTE_IMPLICIT &&
                       (before->same_passage || goes_on_below(desk, source, quote))))
            quote->standing = QUOTE_IMPLICIT;
        quote->who = source->who;
        quote->person = source->person;
        quote->role = source->role;
        return;
    }
    if (!before->said.found && before->said_earlier.found) {
        if (before->earlier_reading == &desk->readings[quote->passage]) quote->standing = QUOTE_IMPLICIT;
        quote->who = desk_resolve(desk, before->earlier_reading, &before->said_earlier.speaker);
        name_person(desk, quote);
        return;
    }
    if (!before->said.found) { /* a guess for whoever mends it */
        quote->who = before->about;
        name_person(desk, quote);
        return;
    }
    quote->standing = QUOTE_IMPLICIT;
    quote->who = desk_resolve(desk, before->reading, &before->said.speaker);
    name_person(desk, quote);
}

/* Whether the quotation follows the one before without anything between but that one's attribution. */
static bool goes_on_from_before(const struct attributor *desk, const struct statement_place *place) {
    return desk->before.quote && desk->before.same_passage && place->lead.first >= place->lead.end &&
           desk->out->quotes.items[desk->before.quote - 1].standing == QUOTE_ATTRIBUTED;
}

/* The lead is what the quotation before left behind: its attribution, up to the comma. */
static bool shares_sentence(const struct attributor *desk, const struct reading *r,
                            const struct statement_place *place) {
    return desk->before.quote && desk->before.same_passage && place->lead.end > place->lead.first &&
           desk->out->quotes.items[desk->before.quote - 1].standing == QUOTE_ATTRIBUTED &&
           !reading_equal(r, place->lead.end - 1, ".");
}

/* A pantun or a poem: four short lines or more. */
static bool is_verse(const struct attributor *desk, const struct span *span) {
    size_t lines = 0, bytes = 0;
    for (size_t i = span->first; i <= span->last; i++) {
        struct slice text = desk->passages[i].analysis->text;
        bytes += text.len;
        if (bytes > LONGEST_VERSE) return false; /* nor is it counted for each of a thousand quotations */
        lines++;
        for (size_t k = 0; k < text.len; k++)
            lines += text.data[k] == '\n';
    }
    return lines >= VERSE_LINES && bytes <= lines * LONGEST_LINE;
}

static bool may_be_flagged(const struct attributor *desk, const struct span *span,
                           const struct statement_place *place) {
    return desk->passages[span->first].kind == PASSAGE_PROSE && !is_verse(desk, span) &&
           !desk_is_no_speech(desk, span, place);
}

static size_t tokens_end(const struct mention *m, const struct statement_place *place) {
    return m->kind && m->end > place->tail.first ? m->end : place->tail.first;
}

size_t desk_read_quotation(struct attributor *desk, const struct span *span, size_t floor, size_t next) {
    const struct reading *first = &desk->readings[span->first], *last = &desk->readings[span->last];
    struct statement_place place = desk_place(desk, span, floor, next);
    bool continued = shares_sentence(desk, first, &place);
    struct cue lead = {0}, tail = {0};
    if (!continued) lead = cue_before(first, place.lead);
    if (!lead.found && !continued && place.lead.first >= place.lead.end && desk->before.colon.end &&
        desk->before.reading)
        lead = cue_before(desk->before.reading, desk->before.colon);
    bool lead_strong = lead.found && !lead.weak;
    if (span->end->closed)
        tail = cue_after(last, place.tail, statement_ended(last, &place));
    else
        tail = cue_inside(last, place.inner);
    bool spoken = tail.found && tail.end > tail.first; /* a verb right behind the mark decides */
    struct cue *cue = tail.found && (spoken || !lead_strong) ? &tail : &lead;
    if (lead_strong && spoken && place.fresh) cue = &lead;
    if (!cue->found && !continued && place.tail.first >= place.tail.end &&
        place.lead.first >= place.lead.end) {
        tail = cue_signed(last, place.inner);
        cue = &tail;
    }
    bool last_here = desk_next_outer(last->analysis, next) >= last->analysis->quotations.count;
    if (!cue->found && !continued && last_here) {
        struct cue following = cue_in_next_passage(desk, span, &place);
        if (following.found) {
            if (statement_is_term(last, &place, &following)) return place.tail.first;
            attribute(desk, add_quote(desk, span), &desk->readings[span->last + 1], &following);
            desk->before = (struct before){.quote = desk->out->quotes.count};
            return place.tail.first;
        }
    }
    bool term = statement_is_term(last, &place, cue);
    bool inherits = goes_on_from_before(desk, &place);
    if (!cue->found && (continued || inherits))
        term = !statement_pointed(last, &place) &&
               (statement_words(last, &place) < 4 || statement_is_title(last, &place));
    if (term || (!cue->found && !may_be_flagged(desk, span, &place))) return place.tail.first;
    const struct reading *cue_reading = cue == &tail                        ? last
                                        : place.lead.first < place.lead.end ? first
                                                                            : desk->before.reading;
    size_t before = desk->before.quote;
    struct quote *quote = add_quote(desk, span);
    if (cue == &tail && !span->end->closed && cue->found)
        quote->end = last->start + reading_token(last, reading_at(last, cue->first) - 1)->end;
    if (cue->found && cue_reading) {
        if (cue == &lead && cue_reading == first &&
            cue->speaker.kind == MENTION_PRONOUN) /* X berkata, ia ... */
            desk_read_around_term(desk, first, place.lead.first, cue->speaker.first);
        attribute(desk, quote, cue_reading, cue);
    } else if (continued) {
        share(desk, quote, before - 1);
    } else if (inherits) {
        size_t opening = reading_at(first, span->begin->start);
        bool shared = opening > 0 && reading_equal(first, opening - 1, ",");
        (shared ? share : desk_inherit)(desk, quote, before - 1);
    } else if (desk_is_spoken_of(desk, span, &place, last_here)) {
        quote->standing = QUOTE_ATTRIBUTED;
    } else {
        suggest_from_before(desk, quote);
    }
    desk->before = (struct before){.quote = desk->out->quotes.count, .same_passage = true};
    return cue == &tail && cue->found && span->end->closed ? place.tail.end
                                                           : tokens_end(&(struct mention){0}, &place);
}
