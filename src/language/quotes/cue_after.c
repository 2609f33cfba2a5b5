#include "language/people/subject.h"
#include "language/quotes/cue_parts.h"

/* ..., begitu Risma menyapa; ..., X menambahkan: subject, then verb, in the same sentence. */
static struct cue subject_verb(const struct reading *r, size_t i, size_t end) {
    if (reading_in(r, i, CLASS_THUS)) i++;
    for (size_t verb = i + 1; verb < end && verb < i + CUE_NEAR; verb++) {
        if (!reading_is(r, verb, SPEECH_ACTIVE)) continue;
        struct mention m = subject_before(r, i, verb);
        if (m.kind && m.first <= i + 1) return cue_with_verb(r, verb, m);
    }
    return (struct cue){0};
}

/* A word that is no verb we know, where only a verb can stand: ", ujra Bupati X", ", ujanya." */
static struct cue unknown_verb(const struct reading *r, size_t i, size_t end) {
    struct slice word = reading_text(r, i);
    uint32_t plain = ~(uint32_t)(SPEECH_WEAK | SPEECH_TITLE | SPEECH_WORK | SPEECH_ADVERB);
    if (!reading_small(r, i) || word.len < 3 || reading_is(r, i, plain)) return (struct cue){0};
    if (slice_ends(word, SLICE("nya")) &&
        (cue_ends(r, i + 1, end) || reading_is(r, i + 1, SPEECH_CIRCUMSTANCE | SPEECH_ADVERB)))
        return cue_with_verb(r, i, (struct mention){0});
    uint32_t stem = speech_classes(r->language, slice_range(word, 0, word.len - 2)); /* ungkapya */
    if (slice_ends(word, SLICE("ya")) && stem & SPEECH_BARE && cue_ends(r, i + 1, end))
        return cue_with_verb(r, i, (struct mention){0});
    struct mention m = cue_speaker_after(r, i, end);
    if (m.kind == MENTION_NAME || m.kind == MENTION_OFFICE || m.kind == MENTION_PRONOUN)
        return cue_with_verb(r, i, m);
    return (struct cue){0};
}

/* kataKapolres: the space is missing. */
static struct cue glued_verb(const struct reading *r, size_t i, size_t end) {
    struct slice word = reading_text(r, i);
    size_t capital = 1;
    while (capital < word.len && !(word.data[capital] >= 'A' && word.data[capital] <= 'Z'))
        capital++;
    if (!reading_small(r, i) || capital >= word.len) return (struct cue){0};
    if (!(speech_classes(r->language, slice_range(word, 0, capital)) & (SPEECH_BARE | SPEECH_NYA)))
        return (struct cue){0};
    struct cue cue = cue_with_verb(r, i, mention_after(r, i + 1, end));
    cue.end = cue.first + capital;
    cue.glued = cue.first + capital;
    return cue;
}

/* (Al Amru, hal. 15), (Tafsir, 14:61): a place in a book, not who speaks. */
static bool cites_page(const struct reading *r, size_t i, size_t end) {
    for (; i + 1 < end && !reading_equal(r, i, ")"); i++) {
        bool number = reading_token(r, i + 1)->kind == TOKEN_NUMBER ||
                      (i + 2 < end && reading_token(r, i + 2)->kind == TOKEN_NUMBER);
        if (number && (reading_in(r, i, CLASS_PAGE) || reading_equal(r, i, ":"))) return true;
    }
    return false;
}

/* "..." - Menteri X; "..." Menteri X, dalam keterangan tertulisnya; "..." (Bupati X). */
static struct cue bare_speaker(const struct reading *r, size_t i, size_t end, bool dash, bool ended) {
    struct mention m = mention_after(r, i, end);
    if (m.kind == MENTION_NONE || m.kind == MENTION_PRONOUN) return (struct cue){0};
    if (dash) return cue_without_verb(r, m);
    bool stops = cue_ends(r, m.end, end) || reading_dash(r, m.end);
    bool titled =
        reading_is(r, m.first, SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN | SPEECH_ORG | SPEECH_DOCUMENT) ||
        m.kind == MENTION_NAME;
    if (!titled || (!stops && !reading_is(r, m.end, SPEECH_CIRCUMSTANCE))) return (struct cue){0};
    if (ended && !cue_verbless(r, m.end, end)) return (struct cue){0};
    if (!ended && !stops && !cue_verbless(r, m.end, end)) return (struct cue){0};
    if (reading_small(r, m.first) && m.kind != MENTION_NAME && m.kind != MENTION_DOCUMENT)
        return (struct cue){0};
    return cue_without_verb(r, m);
}

/* ..., sambil tersenyum ujar X; ..., dalam sambutannya. */
static struct cue after_circumstance(const struct reading *r, size_t i, size_t end) {
    for (size_t k = i + 1; k < end && k < i + CUE_NEAR; k++) {
        if (reading_is(r, k, SPEECH_NYA) && !reading_is(r, k, SPEECH_WEAK))
            return cue_with_verb(r, k, (struct mention){0});
        if (!reading_is(r, k, SPEECH_BARE) || reading_is(r, k, SPEECH_WEAK) || !reading_small(r, k)) continue;
        struct mention m = cue_speaker_after(r, k, end);
        if (m.kind) return cue_with_verb(r, k, m);
    }
    if (!reading_equal(r, i, "dalam") && !reading_equal(r, i, "pada") && !reading_equal(r, i, "melalui") &&
        !reading_equal(r, i, "lewat") && !reading_equal(r, i, "saat") && !reading_equal(r, i, "ketika"))
        return (struct cue){0};
    for (size_t k = i + 1; k < end && k < i + 4; k++)
        if (reading_small(r, k) && slice_ends(reading_text(r, k), SLICE("nya")) &&
            !reading_is(r, k, SPEECH_NYA | SPEECH_FUNCTION)) {
            size_t at = reading_token(r, i)->start;
            return (struct cue){.found = true, .first = at, .end = at};
        }
    return (struct cue){0};
}

struct cue cue_after(const struct reading *r, struct stretch tail, bool ended) {
    size_t i = tail.first, end = tail.end;
    bool dash = false, bracket = false, dot = false;
    for (; i < end; i++) {
        if (reading_dash(r, i))
            dash = true;
        else if (reading_equal(r, i, "("))
            bracket = true;
        else if (reading_equal(r, i, "."))
            dot = true;
        else if (!cue_is_mark(r, i))
            break;
    }
    struct cue cue = {0};
    if (i >= end) return cue;
    cue = cue_verb_first(r, i, end);
    if (!cue.found) cue = cue_connected(r, i, end);
    if (!cue.found) cue = glued_verb(r, i, end);
    if (!cue.found && !ended && !dot) cue = subject_verb(r, i, end);
    if (!cue.found && !ended && !dot) cue = unknown_verb(r, i, end);
    if (!cue.found && !(bracket && cites_page(r, i, end)))
        cue = bare_speaker(r, i, end, dash || bracket, ended || dot);
    if (!cue.found && !ended && !dot) cue = after_circumstance(r, i, end);
    return cue;
}

struct cue cue_inside(const struct reading *r, struct stretch words) {
    for (size_t i = words.first + 1; i < words.end; i++) {
        if (!reading_equal(r, i - 1, ",") && !reading_equal(r, i - 1, "?") && !reading_equal(r, i - 1, "!") &&
            !reading_equal(r, i - 1, "."))
            continue;
        if (!reading_small(r, i) || reading_is(r, i, SPEECH_WEAK) ||
            !reading_is(r, i, SPEECH_BARE | SPEECH_NYA))
            continue;
        struct cue cue = cue_verb_first(r, i, words.end);
        if (cue.found) return cue;
    }
    return (struct cue){0};
}

struct cue cue_swallowed(const struct reading *r, struct stretch words) {
    enum { LONGEST = 14 /* tokens from the verb to the closing mark */ };
    size_t comma = words.end;
    while (comma > words.first && comma + LONGEST > words.end && !reading_equal(r, comma - 1, ",") &&
           !reading_equal(r, comma - 1, "."))
        comma--;
    size_t verb = comma;
    if (verb <= words.first + 1 || !reading_equal(r, verb - 1, ",") || !reading_small(r, verb) ||
        !reading_is(r, verb, SPEECH_BARE) || reading_is(r, verb, SPEECH_WEAK))
        return (struct cue){0};
    struct mention m = cue_speaker_after(r, verb, words.end);
    return m.kind == MENTION_NAME || m.kind == MENTION_OFFICE ? cue_with_verb(r, verb, m) : (struct cue){0};
}

struct cue cue_signed(const struct reading *r, struct stretch words) {
    for (size_t i = words.end; i-- > words.first + 3;) {
        if (!reading_dash(r, i) || !(reading_token(r, i)->flags & TOKEN_SPACE_BEFORE)) continue;
        struct mention m = mention_after(r, i + 1, words.end);
        bool speaker = m.kind == MENTION_NAME || m.kind == MENTION_OFFICE;
        return speaker && m.end >= words.end ? cue_without_verb(r, m) : (struct cue){0};
    }
    return (struct cue){0};
}
