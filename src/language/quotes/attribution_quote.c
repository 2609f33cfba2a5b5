#include "language/quotes/attribution_desk.h"

enum { VERSE_LINES = 4, LONGEST_VERSE = 4000, LONGEST_LINE = 60 };

/* Kami siap; saya minta; kita semua */
static bool is_personal(const struct attributor *desk, const struct span *span) {
    for (size_t i = span->first; i <= span->last; i++) {
        const struct reading *r = &desk->readings[i];
        size_t first = i == span->first ? reading_at(r, span->begin->inner_start) : 0;
        size_t end = i == span->last ? reading_at(r, span->end->inner_end) : r->analysis->tokens.count;
        for (size_t k = first; k < end; k++)
            if (reading_in(r, k, CLASS_ONESELF)) return true;
    }
    return false;
}

static struct quote *add_quote(struct attributor *desk, const struct span *span) {
    vec_push(&desk->out->quotes,
             (struct quote){.passage = span->first,
                            .start = desk->passages[span->first].start + span->begin->start,
                            .end = desk->passages[span->last].start + span->end->end,
                            .standing = QUOTE_UNATTRIBUTED,
                            .personal = is_personal(desk, span),
                            .who = PERSON_NONE});
    return vec_last(&desk->out->quotes);
}

static void name_person(const struct attributor *desk, struct quote *quote) {
    if (quote->who == PERSON_NONE) return;
    const struct person *person = &desk->out->people.list.items[quote->who];
    quote->person = person->name;
    if (quote->role.len < 2) quote->role = (struct slice){0}; /* M. */
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

/* Whether the paragraph after the last one of the span says who spoke. */
static struct cue cue_in_next_passage(const struct attributor *desk, const struct span *span,
                                      const struct statement_place *place) {
    size_t next = span->last + 1;
    if (!desk_ends_passage(&desk->readings[span->last], place) || next >= desk->count) return (struct cue){0};
    if (desk->passages[next].kind == PASSAGE_HEADING) return (struct cue){0};
    const struct reading *r = &desk->readings[next];
    const struct analysis *a = r->analysis;
    if (!a->sentences.count || (a->quotations.count && a->quotations.items[0].start < 4))
        return (struct cue){0};
    const struct sentence *s = &a->sentences.items[0];
    bool stopped = place->tail.first < place->tail.end; /* "...". is no line that a name signs below */
    return cue_following(r, (struct stretch){s->first_token, s->first_token + s->tokens},
                         a->sentences.count == 1 && !stopped);
}

/* Nothing but marks of emphasis stands before or after the quotation in its passage. */
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

/* A quotation while it is judged. */
struct judged {
    const struct span *span;
    const struct reading *first, *last; /* of the passages in which it begins and ends */
    struct statement_place place;
    bool last_here; /* of its passage */
    bool continued; /* in the sentence of the quotation before */
    bool inherits;  /* nothing but the attribution of the one before stands between them */
    struct cue cue;
    bool after; /* the cue stands after the quotation or at its end, not before it */
};

static bool is_empty(struct stretch stretch) {
    return stretch.first >= stretch.end;
}

static struct cue lead_cue(const struct attributor *desk, const struct judged *j) {
    if (j->continued) return (struct cue){0};
    struct cue lead = cue_before(j->first, j->place.lead);
    const struct before *before = &desk->before;
    if (lead.found || !is_empty(j->place.lead) || !before->colon.end || !before->reading) return lead;
    return cue_before(before->reading, before->colon);
}

/* A verb right after the mark decides, then what leads to the quotation, then what else stands after. */
static void find_cue(const struct attributor *desk, struct judged *j) {
    struct cue lead = lead_cue(desk, j);
    struct cue tail = j->span->end->closed
                          ? cue_after(j->last, j->place.tail, statement_ended(j->last, &j->place))
                          : cue_inside(j->last, j->place.inner);
    bool strong = lead.found && !lead.weak;
    bool spoken = tail.found && tail.end > tail.first;
    j->after = tail.found && (spoken ? !(strong && j->place.fresh) : !strong);
    j->cue = j->after ? tail : lead;
    if (j->cue.found || j->continued || !is_empty(j->place.lead)) return;
    if (!desk_ends_passage(j->last, &j->place)) return;
    j->after = true;
    j->cue = is_empty(j->place.tail) ? cue_signed(j->last, j->place.inner) : (struct cue){0};
    if (!j->cue.found && j->span->end->closed) j->cue = cue_swallowed(j->last, j->place.inner);
}

/* The paragraph below has the cue, "Demikian disampaikan X.", and with that it is dealt with. */
static bool is_told_below(struct attributor *desk, const struct judged *j) {
    if (j->cue.found || j->continued || !j->last_here) return false;
    struct cue following = cue_in_next_passage(desk, j->span, &j->place);
    if (!following.found) return false;
    if (statement_is_term(j->last, &j->place, &following)) return true;
    attribute(desk, add_quote(desk, j->span), &desk->readings[j->span->last + 1], &following);
    desk->before = (struct before){.quote = desk->out->quotes.count};
    return true;
}

/* Of what goes on from a quotation, a few words without a point or a title are a term. */
static bool is_term(const struct judged *j) {
    enum { TERM_WORDS = 3 };
    if (j->cue.found || !(j->continued || j->inherits)) return statement_is_term(j->last, &j->place, &j->cue);
    return !statement_pointed(j->last, &j->place) &&
           (statement_words(j->last, &j->place) <= TERM_WORDS || statement_is_title(j->last, &j->place));
}

static const struct reading *cue_reading(const struct attributor *desk, const struct judged *j) {
    if (j->after) return j->last;
    return is_empty(j->place.lead) ? desk->before.reading : j->first;
}

static void attribute_by_cue(struct attributor *desk, const struct judged *j, struct quote *quote,
                             const struct reading *r) {
    struct cue lead = lead_cue(desk, j);
    bool unnamed = j->cue.speaker.kind == MENTION_NONE || j->cue.speaker.kind == MENTION_PRONOUN;
    bool named = j->after && unnamed && !(lead.found && lead.weak);
    if (named && !is_empty(j->place.lead)) /* X mengatakan "...," ujarnya; X menangis: "...," ujarnya */
        desk_read_around_term(desk, j->first, j->place.lead.first, j->place.lead.end);
    bool inside =
        !j->after && r == j->first && j->cue.speaker.kind == MENTION_PRONOUN; /* X berkata, ia ... */
    if (inside) desk_read_around_term(desk, r, j->place.lead.first, j->cue.speaker.first);
    attribute(desk, quote, r, &j->cue);
}

/* "...,": what should say who spoke is lost. */
static bool ends_with_comma(const struct judged *j) {
    size_t end = j->span->end->inner_end;
    return j->span->end->closed && end > 0 && j->last->analysis->text.data[end - 1] == ',' &&
           desk_ends_passage(j->last, &j->place);
}

/* Words stand before the quotation in its passage. */
static bool before_in_passage(const struct judged *j) {
    size_t opening = reading_at(j->first, j->span->begin->start);
    for (size_t i = 0; i < opening; i++)
        if (reading_token(j->first, i)->kind == TOKEN_WORD) return true;
    return false;
}

/* Without a cue: from the quotation before, from what speaks of it, or nobody said it. */
static void attribute_by_place(struct attributor *desk, const struct judged *j, struct quote *quote,
                               size_t before) {
    size_t opening = reading_at(j->first, j->span->begin->start);
    if (j->continued || (j->inherits && opening > 0 && reading_equal(j->first, opening - 1, ",")))
        share(desk, quote, before - 1);
    else if (j->inherits)
        desk_inherit(desk, quote, before - 1);
    else if (desk_is_spoken_of(desk, j->span, &j->place, j->last_here))
        quote->standing = QUOTE_ATTRIBUTED;
    else
        suggest_from_before(desk, quote);
    if (quote->standing == QUOTE_UNATTRIBUTED && desk_is_doubtful(desk, j->span, &j->place)) {
        quote->standing = QUOTE_IMPLICIT;
        quote->person = quote->role = (struct slice){0}; /* they were a guess */
        quote->who = PERSON_NONE;
    }
    quote->alone = is_empty(j->place.lead) && desk_ends_passage(j->last, &j->place) && !before_in_passage(j);
    quote->alone = quote->alone || (j->last_here && ends_with_comma(j));
}

size_t desk_read_quotation(struct attributor *desk, const struct span *span, size_t floor, size_t next) {
    struct judged j = {
        .span = span, .first = &desk->readings[span->first], .last = &desk->readings[span->last]};
    const struct analysis *a = j.last->analysis;
    j.place = desk_place(desk, span, floor, next);
    j.last_here = desk_next_outer(a, next) >= a->quotations.count;
    j.continued = shares_sentence(desk, j.first, &j.place);
    j.inherits = goes_on_from_before(desk, &j.place);
    find_cue(desk, &j);
    if (is_told_below(desk, &j) || is_term(&j) || (!j.cue.found && !may_be_flagged(desk, span, &j.place)))
        return j.place.tail.first;
    const struct reading *r = cue_reading(desk, &j);
    size_t before = desk->before.quote;
    struct quote *quote = add_quote(desk, span);
    bool after = j.after && j.cue.found;
    if (after && !span->end->closed)
        quote->end = j.last->start + reading_token(j.last, reading_at(j.last, j.cue.first) - 1)->end;
    if (j.cue.found && r)
        attribute_by_cue(desk, &j, quote, r);
    else
        attribute_by_place(desk, &j, quote, before);
    desk->before = (struct before){.quote = desk->out->quotes.count, .same_passage = true};
    return after && span->end->closed ? j.place.tail.end : j.place.tail.first;
}
