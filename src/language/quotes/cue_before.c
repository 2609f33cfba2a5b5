#include "language/people/subject.h"
#include "language/quotes/cue_parts.h"

/* The subject of an active verb, or of the sentence. */
static struct mention subject_of(const struct reading *r, size_t floor, size_t verb) {
    struct mention m = subject_before(r, floor, verb);
    if (m.kind) return m;
    m = mention_after(r, floor, verb);
    return m.kind == MENTION_NAME ? m : (struct mention){0};
}

/* Dalam surat edaran itu disebutkan, ... */
static struct mention document_before(const struct reading *r, size_t first, size_t verb) {
    if (!reading_is(r, first, SPEECH_DOCUMENT)) return (struct mention){0};
    struct mention m = mention_after(r, first, verb);
    m.end = verb;
    while (m.end > first + 1 && reading_equal(r, m.end - 1, ","))
        m.end--;
    m.kind = MENTION_DOCUMENT;
    m.name_first = m.name_end = m.role_first = m.role_end = 0;
    return m;
}

static struct cue cue_at(const struct reading *r, size_t i, size_t floor, size_t end) {
    if (reading_is(r, i, SPEECH_ACTIVE)) return cue_with_verb(r, i, subject_of(r, floor, i));
    if (reading_is(r, i, SPEECH_PASSIVE)) {
        size_t speaker = cue_skip_between(r, i + 1, end);
        if (reading_in(r, speaker, CLASS_SETTING)) speaker++;
        struct mention m = mention_after(r, speaker, end);
        if (!m.kind && reading_equal(r, i, "berbunyi")) m = subject_before(r, floor, i);
        if (!m.kind && reading_is(r, floor, SPEECH_CIRCUMSTANCE)) m = document_before(r, floor + 1, i);
        return cue_with_verb(r, i, m);
    }
    if (reading_equal(r, i, "menurut")) return cue_with_verb(r, i, mention_after(r, i + 1, end));
    if (reading_is(r, i, SPEECH_BARE)) {
        struct mention m = cue_speaker_after(r, i, end);
        if (!m.kind) m = subject_before(r, floor, i); /* Allah berfirman is active; pesan Bupati: here */
        return cue_with_verb(r, i, m);
    }
    if (reading_is(r, i, SPEECH_NYA)) return cue_with_verb(r, i, (struct mention){0});
    return (struct cue){0};
}

struct cue cue_before(const struct reading *r, struct stretch lead) {
    struct cue none = {0};
    size_t end = lead.end;
    while (end > lead.first && (reading_equal(r, end - 1, "*") || reading_equal(r, end - 1, "_")))
        end--;
    if (end <= lead.first) return none;
    bool colon = reading_equal(r, end - 1, ":"), comma = reading_equal(r, end - 1, ",");
    bool pointed = colon || comma || reading_dash(r, end - 1);
    for (size_t i = end; i-- > lead.first;) {
        uint32_t cues = SPEECH_ACTIVE | SPEECH_PASSIVE | SPEECH_NYA | SPEECH_BARE;
        if (!reading_equal(r, i, "menurut") && !reading_is(r, i, cues)) continue;
        if (reading_capital(r, i) && i + 2 == end && colon) break; /* Tanya: "..." */
        if (reading_capital(r, i) && i > lead.first && !reading_equal(r, i, "menurut")) continue;
        bool weak = reading_is(r, i, SPEECH_WEAK) || reading_is(r, i, SPEECH_BARE | SPEECH_NYA);
        if (weak && !pointed && i + 1 < end) continue;
        if (weak && !colon && reading_is(r, i, SPEECH_BARE) && !cue_speaker_after(r, i, end).kind) continue;
        return cue_at(r, i, lead.first, end);
    }
    if (!pointed) return none;
    struct mention m = mention_after(r, lead.first, end - 1);
    if (colon && m.kind && reading_in(r, m.first, CLASS_SAYING)) return none; /* Visi: */
    if (!m.kind && colon) m = subject_before(r, lead.first, end - 1);
    struct cue cue = {.found = true, .weak = true};
    cue.first = cue.end = reading_token(r, lead.first)->start;
    if (reading_is(r, lead.first, SPEECH_BARE) && lead.first + 2 >= end) return cue; /* Tanya: Jawab: */
    if (m.kind == MENTION_NAME || m.kind == MENTION_OFFICE || m.kind == MENTION_DOCUMENT ||
        (colon && m.kind == MENTION_BODY && m.end + 1 >= end)) {
        cue.speaker = m;
        return cue;
    }
    return colon ? cue : none;
}
