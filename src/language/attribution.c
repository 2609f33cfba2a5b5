#include "language/attribution.h"

#include "language/statement.h"

enum { LONGEST_GAP = 3, VERSE_LINES = 4, LONGEST_LINE = 60, BEGINNING = 8 };

/* What stood last before the place that is being read. */
struct before {
    struct cue said; /* of the last sentence: who is reported to say something */
    size_t about;    /* the person it is about; PERSON_NONE: nobody */
    const struct reading *reading;
    size_t quote;         /* index + 1 when the last sentence is a quotation with its attribution */
    bool same_passage;    /* that quotation stands in the passage being read */
    struct stretch colon; /* the last sentence, when it ends in a colon */
};

struct desk {
    struct language *language;
    const struct passage *passages;
    struct reading *readings;
    size_t count;
    struct attribution *out;
    struct before before;
    size_t salient; /* the person who spoke, or was spoken of, last */
};

/* One quotation as the marks give it; from passage first to passage last. */
struct span {
    size_t first, last;
    const struct quotation *begin, *end;
};

static size_t sentence_at(const struct analysis *a, size_t offset) {
    size_t low = 0, high = a->sentences.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (a->sentences.items[middle].start <= offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low ? low - 1 : 0;
}

/* The next quotation that stands in no other, at or behind index i. */
static size_t next_outer(const struct analysis *a, size_t i) {
    while (i < a->quotations.count && a->quotations.items[i].nested)
        i++;
    return i;
}

static size_t resolve(struct desk *desk, const struct reading *r, const struct mention *m) {
    struct people *people = &desk->out->people;
    size_t at = r->start + reading_token(r, m->first < r->analysis->tokens.count ? m->first : 0)->start;
    switch (m->kind) {
    case MENTION_NAME:
        return people_find(people, reading_range(r, m->bare_name, m->name_end), at);
    case MENTION_OFFICE:
        if (m->end == m->first + 2 && reading_is(r, m->first, SPEECH_KIN) &&
            !reading_is(r, m->first + 1, SPEECH_ROLE)) /* Kang DS */
            return people_find(people, reading_range(r, m->first + 1, m->end), at);
        return people_holding(people, desk->language, reading_range(r, m->first, m->end), at);
    case MENTION_BODY:
        return m->end == m->first + 1 ? people_find(people, reading_range(r, m->first, m->end), at)
                                      : PERSON_NONE;
    case MENTION_DOCUMENT:
        return PERSON_NONE;
    case MENTION_NONE:
    case MENTION_PRONOUN:
    case MENTION_DESCRIPTION:
        break;
    }
    return desk->salient;
}

/* The first word of the sentence is that of somebody's name: "Ismet dalam arahannya minta ...". */
static bool names_known(struct desk *desk, const struct reading *r, size_t i, struct mention *m) {
    const uint32_t other = SPEECH_FUNCTION | SPEECH_CIRCUMSTANCE | SPEECH_PLACE | SPEECH_ORG | SPEECH_WORK |
                           SPEECH_ADVERB | SPEECH_ROLE | SPEECH_DAY;
    if (!reading_capital(r, i) || reading_capital(r, i + 1) || reading_is(r, i, other)) return false;
    size_t who = people_find(&desk->out->people, reading_text(r, i), r->start + reading_token(r, i)->start);
    if (who == PERSON_NONE || desk->out->people.list.items[who].words < 2) return false;
    *m = (struct mention){
        .kind = MENTION_NAME, .first = i, .end = i + 1, .name_first = i, .bare_name = i, .name_end = i + 1};
    return true;
}

/* Pemenang sayembara, Marjoni (48), ...; Orang tua murid, Wulan, sempat bingung: a name behind the first
 * comma, with an age or a comma behind it. */
static struct mention apposed_subject(const struct reading *r, size_t first, size_t end) {
    struct mention none = {0};
    size_t comma = first + 1;
    while (comma < end && comma < first + BEGINNING && reading_token(r, comma)->kind == TOKEN_WORD)
        comma++;
    if (comma >= end || !reading_equal(r, comma, ",") || reading_is(r, first, SPEECH_CIRCUMSTANCE))
        return none;
    struct mention m = mention_after(r, comma + 1, end);
    size_t mark = m.end, next = mark + 1; /* degrees belong to the name */
    if (m.kind != MENTION_NAME || m.name_first != comma + 1 || next >= end) return none;
    bool number = reading_token(r, next)->kind == TOKEN_NUMBER;
    bool listed = reading_equal(r, next, "dan") || reading_equal(r, next, "serta");
    if (reading_equal(r, mark, "(")) return number ? m : none;
    return reading_equal(r, mark, ",") && (number || (reading_small(r, next) && !listed)) ? m : none;
}

/* Who a sentence begins with, behind the dateline and words such as "Sementara itu,". */
static struct mention subject_of(struct desk *desk, const struct reading *r, struct stretch s) {
    size_t i = s.first, dateline = mention_dateline(r);
    if (i < dateline && dateline < s.end) i = dateline;
    if (reading_equal(r, i, "salah") && reading_equal(r, i + 1, "satunya")) i += 2;
    struct mention m = mention_after(r, i, s.end);
    if (m.kind != MENTION_NAME && !names_known(desk, r, i, &m)) m = apposed_subject(r, i, s.end);
    return m;
}

/* A sentence that quotes nothing: who speaks in it, or else who it is about. */
static void read_sentence(struct desk *desk, const struct reading *r, struct stretch s) {
    if (s.first >= s.end) return;
    struct cue said = cue_reported(r, s);
    desk->before = (struct before){.said = said, .about = PERSON_NONE, .reading = r};
    if (reading_equal(r, s.end - 1, ":")) desk->before.colon = s;
    struct mention about = said.found ? said.speaker : subject_of(desk, r, s);
    if (about.kind != MENTION_NAME && !(said.found && about.kind == MENTION_OFFICE)) return;
    desk->before.about = resolve(desk, r, &about);
    if (desk->before.about != PERSON_NONE) desk->salient = desk->before.about;
}

/* The sentences between two tokens. */
static void read_sentences(struct desk *desk, const struct reading *r, size_t first, size_t end) {
    const struct analysis *a = r->analysis;
    if (first >= end) return;
    for (size_t k = sentence_at(a, reading_token(r, first)->start); k < a->sentences.count; k++) {
        const struct sentence *s = &a->sentences.items[k];
        size_t from = s->first_token > first ? s->first_token : first, to = s->first_token + s->tokens;
        if (from >= end) break;
        read_sentence(desk, r, (struct stretch){from, to < end ? to : end});
    }
}

/* The sentence of a term in quotation marks: who it is about speaks next, but it announces no quotation. */
static void read_around_term(struct desk *desk, const struct reading *r, size_t first, size_t end) {
    struct before before = desk->before;
    read_sentences(desk, r, first, end);
    desk->before = before;
}

static struct stretch lead_of(const struct reading *r, const struct quotation *q, size_t floor) {
    const struct analysis *a = r->analysis;
    size_t end = reading_at(r, q->start), first = floor;
    if (a->sentences.count && end < a->tokens.count) {
        size_t start = a->sentences.items[sentence_at(a, reading_token(r, end)->start)].first_token;
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
    size_t behind = next_outer(a, next);
    if (behind < a->quotations.count) limit = reading_at(r, a->quotations.items[behind].start);
    *fresh = false;
    if (first >= limit) return (struct stretch){first, first};
    const struct sentence *s = &a->sentences.items[sentence_at(a, reading_token(r, first)->start)];
    *fresh = s->first_token >= first;
    size_t end = s->first_token + s->tokens;
    if (end == first + 1 && end < limit && reading_equal(r, first, ".") &&
        s + 1 < a->sentences.items + a->sentences.count) { /* "...". Ujar X. */
        end = s[1].first_token + s[1].tokens;
        *fresh = true;
    }
    return (struct stretch){first, end < limit ? end : limit};
}

static struct place place_of(const struct desk *desk, const struct span *span, size_t floor, size_t next) {
    const struct reading *first = &desk->readings[span->first], *last = &desk->readings[span->last];
    struct place place = {.lead = lead_of(first, span->begin, floor)};
    place.tail = tail_of(last, span->end, next, &place.fresh);
    place.inner =
        (struct stretch){reading_at(last, span->end->inner_start), reading_at(last, span->end->inner_end)};
    return place;
}

static struct quote *add_quote(struct desk *desk, const struct span *span) {
    vec_push(&desk->out->quotes,
             (struct quote){.passage = span->first,
                            .start = desk->passages[span->first].start + span->begin->start,
                            .end = desk->passages[span->last].start + span->end->end,
                            .standing = QUOTE_UNATTRIBUTED,
                            .who = PERSON_NONE});
    return vec_last(&desk->out->quotes);
}

static void name_person(const struct desk *desk, struct quote *quote, bool office) {
    if (quote->who == PERSON_NONE) return;
    const struct person *person = &desk->out->people.list.items[quote->who];
    quote->person = person->name;
    if (office && person->titled.len && person->titled.len <= person->name.len + 20)
        quote->person = person->titled;
    if (!quote->role.len) quote->role = person->role;
}

/* Fills the quote from the cue found in reading r. */
static void attribute(struct desk *desk, struct quote *quote, const struct reading *r,
                      const struct cue *cue) {
    const struct mention *m = &cue->speaker;
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
    quote->who = m->kind == MENTION_NONE && cue->weak ? PERSON_NONE : resolve(desk, r, m);
    quote->named = m->kind == MENTION_NAME;
    quote->somebody = quote->named || m->kind == MENTION_OFFICE;
    if (quote->who != PERSON_NONE)
        name_person(desk, quote, m->kind == MENTION_OFFICE);
    else if (quote->named)
        quote->person = reading_range(r, m->bare_name, m->name_end);
    size_t here = m->kind ? quote->speaker_end + 200 : quote->end;
    quote->introduced =
        !quote->named || m->described || people_introduced(&desk->out->people, quote->person, here);
    if (quote->who != PERSON_NONE) desk->salient = quote->who;
}

/* The quotation goes on from the one before: "A," ujar X. "B." */
static void inherit(struct desk *desk, struct quote *quote, size_t from) {
    const struct quote *source = &desk->out->quotes.items[from];
    quote->standing = QUOTE_ATTRIBUTED;
    quote->who = source->who;
    quote->person = source->person;
    quote->role = source->role;
    quote->introduced = true;
}

/* ..., "A," ujar X, "B.": both parts share the cue. */
static void share(struct desk *desk, struct quote *quote, size_t from) {
    const struct quote *source = &desk->out->quotes.items[from];
    inherit(desk, quote, from);
    quote->cue = source->cue;
    quote->cue_start = source->cue_start;
    quote->cue_end = source->cue_end;
    quote->speaker = source->speaker;
    quote->speaker_start = source->speaker_start;
    quote->speaker_end = source->speaker_end;
}

/* Whether the paragraph behind the last one of the span says who spoke. */
static struct cue cue_in_next_passage(const struct desk *desk, const struct span *span,
                                      const struct place *place) {
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

static void suggest_from_before(struct desk *desk, struct quote *quote) {
    const struct before *before = &desk->before;
    if (before->quote) {
        const struct quote *source = &desk->out->quotes.items[before->quote - 1];
        bool spoken =
            source->standing == QUOTE_ATTRIBUTED && source->cue.len; /* not so: one has lost its dash */
        if (spoken || (source->standing == QUOTE_IMPLICIT && before->same_passage))
            quote->standing = QUOTE_IMPLICIT;
        quote->who = source->who;
        quote->person = source->person;
        quote->role = source->role;
        return;
    }
    if (!before->said.found) { /* a guess for whoever mends it */
        quote->who = before->about;
        name_person(desk, quote, false);
        return;
    }
    quote->standing = QUOTE_IMPLICIT;
    quote->who = resolve(desk, before->reading, &before->said.speaker);
    name_person(desk, quote, before->said.speaker.kind == MENTION_OFFICE);
}

/* Whether the quotation follows the one before without anything between but that one's attribution. */
static bool goes_on_from_before(const struct desk *desk, const struct place *place) {
    return desk->before.quote && desk->before.same_passage && place->lead.first >= place->lead.end &&
           desk->out->quotes.items[desk->before.quote - 1].standing == QUOTE_ATTRIBUTED;
}

/* The lead is what the quotation before left behind: its attribution, up to the comma. */
static bool shares_sentence(const struct desk *desk, const struct reading *r, const struct place *place) {
    return desk->before.quote && desk->before.same_passage && place->lead.end > place->lead.first &&
           desk->out->quotes.items[desk->before.quote - 1].standing == QUOTE_ATTRIBUTED &&
           !reading_equal(r, place->lead.end - 1, ".");
}

/* A pantun or a poem: four short lines or more. */
static bool is_verse(const struct desk *desk, const struct span *span) {
    size_t lines = 0, bytes = 0;
    for (size_t i = span->first; i <= span->last; i++) {
        struct slice text = desk->passages[i].analysis->text;
        bytes += text.len;
        lines++;
        for (size_t k = 0; k < text.len; k++)
            lines += text.data[k] == '\n';
    }
    return lines >= VERSE_LINES && bytes <= lines * LONGEST_LINE;
}

static bool may_be_flagged(const struct desk *desk, const struct span *span) {
    return desk->passages[span->first].kind == PASSAGE_PROSE && !is_verse(desk, span);
}

static size_t tokens_end(const struct mention *m, const struct place *place) {
    return m->kind && m->end > place->tail.first ? m->end : place->tail.first;
}

/* Judges one quotation. Returns the token of the last passage up to which its attribution reaches. */
static size_t read_quotation(struct desk *desk, const struct span *span, size_t floor, size_t next) {
    const struct reading *first = &desk->readings[span->first], *last = &desk->readings[span->last];
    struct place place = place_of(desk, span, floor, next);
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
    bool last_here = next_outer(last->analysis, next) >= last->analysis->quotations.count;
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
        term = statement_words(last, &place) < 4 && !statement_pointed(last, &place);
    if (term || (!cue->found && !may_be_flagged(desk, span))) return place.tail.first;
    const struct reading *cue_reading = cue == &tail                        ? last
                                        : place.lead.first < place.lead.end ? first
                                                                            : desk->before.reading;
    size_t before = desk->before.quote;
    struct quote *quote = add_quote(desk, span);
    if (cue == &tail && !span->end->closed && cue->found)
        quote->end = last->start + reading_token(last, reading_at(last, cue->first) - 1)->end;
    if (cue->found && cue_reading) {
        attribute(desk, quote, cue_reading, cue);
    } else if (continued) {
        share(desk, quote, before - 1);
    } else if (inherits) {
        size_t opening = reading_at(first, span->begin->start);
        bool shared = opening > 0 && reading_equal(first, opening - 1, ",");
        (shared ? share : inherit)(desk, quote, before - 1);
    } else {
        suggest_from_before(desk, quote);
    }
    desk->before = (struct before){.quote = desk->out->quotes.count, .same_passage = true};
    return cue == &tail && cue->found && span->end->closed ? place.tail.end
                                                           : tokens_end(&(struct mention){0}, &place);
}

/* The passage that takes up a quotation which passage left open: the next one when it opens again, or one up
 * to three further on that closes what it never opened. 0: none. */
static size_t taken_up_in(const struct desk *desk, size_t passage) {
    for (size_t next = passage + 1; next < desk->count && next <= passage + LONGEST_GAP; next++) {
        if (desk->passages[next].kind != PASSAGE_PROSE) return 0;
        const struct analysis *a = desk->readings[next].analysis;
        size_t i = next_outer(a, 0);
        if (i >= a->quotations.count) continue;
        const struct quotation *q = &a->quotations.items[i];
        if (q->start >= 4) return 0;
        bool again = next == passage + 1 && (q->closed || q->end >= a->text.len);
        return again || !q->opened ? next : 0;
    }
    return 0;
}

/* Follows a quotation over the paragraphs that open again; false when it is never closed. */
static bool follow(const struct desk *desk, struct span *span) {
    struct span longer = *span;
    while (!longer.end->closed) {
        size_t next = taken_up_in(desk, longer.last);
        if (!next) return false;
        longer.last = next;
        const struct analysis *a = desk->readings[next].analysis;
        longer.end = &a->quotations.items[next_outer(a, 0)];
    }
    *span = longer;
    return true;
}

/* "A." "B," kata X.: what stands directly before an attributed quotation belongs to it. */
static void attribute_backwards(struct desk *desk, size_t from) {
    struct attribution *out = desk->out;
    for (size_t i = out->quotes.count; i-- > from + 1;) {
        struct quote *here = &out->quotes.items[i - 1];
        const struct quote *behind = &out->quotes.items[i];
        if (here->standing == QUOTE_ATTRIBUTED || behind->standing != QUOTE_ATTRIBUTED) continue;
        if (here->passage == behind->passage && behind->start <= here->end + 3) inherit(desk, here, i);
    }
}

/* Nothing but space stands behind the offset. */
static bool ends_text(const struct reading *r, size_t offset) {
    return reading_at(r, offset) >= r->analysis->tokens.count;
}

/* Reads passage *p, and those that a quotation runs on into. */
static void read_passage(struct desk *desk, size_t *p) {
    size_t floor = 0, unread = 0, from = desk->out->quotes.count;
    const struct reading *r = &desk->readings[*p];
    desk->before.same_passage = false;
    for (size_t i = next_outer(r->analysis, 0); i < r->analysis->quotations.count;) {
        struct span span = {.first = *p, .last = *p};
        span.begin = span.end = &r->analysis->quotations.items[i];
        bool reaches_end = !span.end->closed && ends_text(r, span.end->end);
        size_t inner = reading_at(r, span.end->inner_start), end = reading_at(r, span.end->inner_end);
        bool runs_on =
            reaches_end && !cue_inside(r, (struct stretch){inner, end}).found && follow(desk, &span);
        struct stretch lead = lead_of(r, span.begin, floor);
        bool attributed_lead = desk->before.quote && desk->before.same_passage && lead.first == floor;
        if (unread < floor) read_around_term(desk, r, unread, floor);
        if (!attributed_lead || lead.first > floor) read_sentences(desk, r, floor, lead.first);
        size_t next = runs_on ? next_outer(desk->readings[span.last].analysis, 0) + 1 : i + 1;
        size_t quotes = desk->out->quotes.count;
        floor = read_quotation(desk, &span, floor, next);
        bool term = desk->out->quotes.count == quotes && !runs_on; /* a word of its sentence */
        if (runs_on) {
            *p = span.last;
            r = &desk->readings[*p];
        }
        size_t behind = reading_at(r, span.end->end);
        if (floor < behind) floor = behind;
        unread = term ? lead.first : floor;
        i = next_outer(r->analysis, next);
    }
    if (unread < floor) read_around_term(desk, r, unread, floor);
    read_sentences(desk, r, floor, r->analysis->tokens.count);
    attribute_backwards(desk, from);
}

/* kata Lalu., ujar Hari,: a name, whatever else the word is. */
static bool told_oddly(const struct reading *r, size_t i) {
    return i > 0 && reading_capital(r, i) && reading_small(r, i - 1) && reading_is(r, i - 1, SPEECH_BARE) &&
           reading_is(r, i, SPEECH_FUNCTION) && !reading_is(r, i, SPEECH_ROLE | SPEECH_PRONOUN) &&
           (reading_equal(r, i + 1, ".") || reading_equal(r, i + 1, ","));
}

/* Words that this draft shows to be names: "Guntur menuturkan", "kata Guntur". */
static void learn_names(struct map *known, const struct reading *r) {
    const uint32_t never = SPEECH_ROLE | SPEECH_ORG | SPEECH_PLACE | SPEECH_AREA | SPEECH_DAY |
                           SPEECH_FUNCTION | SPEECH_PRONOUN | SPEECH_DOCUMENT | SPEECH_RANK | SPEECH_KIN |
                           SPEECH_CIRCUMSTANCE | SPEECH_ACTIVE | SPEECH_PASSIVE;
    struct str buffer = {0};
    for (size_t i = 0; i < r->analysis->tokens.count; i++) {
        bool odd = told_oddly(r, i);
        if (!reading_capital(r, i) || (!odd && reading_is(r, i, never))) continue;
        if (reading_token(r, i)->flags & TOKEN_UPPER || reading_capital(r, i + 1)) continue;
        bool told = i > 0 && reading_small(r, i - 1) &&
                    (reading_equal(r, i - 1, "menurut") ||
                     (reading_is(r, i - 1, SPEECH_BARE) && !reading_is(r, i - 1, SPEECH_WEAK)));
        bool tells = reading_small(r, i + 1) && reading_is(r, i + 1, SPEECH_ACTIVE) &&
                     !(i > 0 && reading_capital(r, i - 1));
        if (!told && !tells && !odd) continue;
        str_clear(&buffer);
        map_put(known, speech_fold(&buffer, reading_text(r, i)));
    }
    str_free(&buffer);
}

static bool stops(bool (*interrupted)(void *), void *by) {
    return interrupted && interrupted(by);
}

static bool prepare(struct desk *desk, struct map *known, bool (*interrupted)(void *), void *by) {
    for (size_t i = 0; i < desk->count; i++) {
        if (stops(interrupted, by)) return false;
        reading_make(&desk->readings[i], desk->language, desk->passages[i].analysis, desk->passages[i].start);
        learn_names(known, &desk->readings[i]);
    }
    for (size_t i = 0; i < desk->count; i++) {
        if (stops(interrupted, by)) return false;
        desk->readings[i].known = known;
        people_read(&desk->out->people, &desk->readings[i]);
    }
    return true;
}

bool attribution_make(struct attribution *attribution, struct language *language,
                      const struct passage *passages, size_t count, bool (*interrupted)(void *), void *by) {
    struct map known = {0};
    struct desk desk = {.language = language, .passages = passages, .count = count, .out = attribution};
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
