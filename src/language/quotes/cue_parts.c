#include "language/quotes/cue_parts.h"

struct cue cue_with_verb(const struct reading *r, size_t verb, struct mention speaker) {
    return (struct cue){.found = true,
                        .first = reading_token(r, verb)->start,
                        .end = reading_token(r, verb)->end,
                        .speaker = speaker};
}

struct cue cue_without_verb(const struct reading *r, struct mention speaker) {
    size_t at = reading_token(r, speaker.first)->start;
    return (struct cue){.found = true, .first = at, .end = at, .speaker = speaker};
}

size_t cue_skip_between(const struct reading *r, size_t i, size_t end) {
    static const char *const between[] = {"oleh", "si", "pula", "lagi", "langsung", "sang", "para", NULL};
    if (i > 0 && i < end && reading_is(r, i, SPEECH_BARE) &&
        slice_equal(reading_text(r, i), reading_text(r, i - 1)))
        i++; /* ujar ujar X: the verb twice */
    while (i < end && reading_among(r, i, between))
        i++;
    return i;
}

struct mention cue_speaker_after(const struct reading *r, size_t verb, size_t end) {
    return mention_after(r, cue_skip_between(r, verb + 1, end), end);
}

bool cue_is_mark(const struct reading *r, size_t i) {
    static const char *const marks[] = {",", "*", "_", ":", ";", ">", NULL};
    return reading_among(r, i, marks);
}

bool cue_ends(const struct reading *r, size_t i, size_t end) {
    static const char *const marks[] = {".", ",", "(", ":", "!", "?", "\"", "“", NULL};
    return i >= end || reading_among(r, i, marks);
}

bool cue_verbless(const struct reading *r, size_t from, size_t end) {
    for (size_t i = from; i < end; i++) {
        if (!reading_small(r, i)) continue;
        struct slice word = reading_text(r, i);
        if (reading_is(r, i, SPEECH_CIRCUMSTANCE)) continue;
        if (slice_starts(word, SLICE("meng")) || slice_starts(word, SLICE("men")) ||
            slice_starts(word, SLICE("mem")) || slice_starts(word, SLICE("adalah")) ||
            slice_starts(word, SLICE("hadir")) || slice_starts(word, SLICE("akan")))
            return false;
    }
    return true;
}

struct cue cue_verb_first(const struct reading *r, size_t i, size_t end) {
    struct cue none = {0};
    if (reading_is(r, i, SPEECH_NYA)) {
        struct mention m = mention_after(r, i + 1, end); /* tambahnya Bupati X */
        bool told = reading_capital(r, i + 1) && (m.kind == MENTION_NAME || m.kind == MENTION_OFFICE);
        return cue_with_verb(r, i, told ? m : (struct mention){0});
    }
    if (reading_equal(r, i, "menurut")) {
        struct mention m = mention_after(r, i + 1, end);
        return m.kind ? cue_with_verb(r, i, m) : none;
    }
    if (!reading_is(r, i, SPEECH_BARE) || (reading_capital(r, i) && reading_is(r, i, SPEECH_NAME)))
        return none;
    if (reading_equal(r, i + 1, "nya")) {
        struct cue cue = cue_with_verb(r, i, (struct mention){0});
        cue.end = reading_token(r, i + 1)->end;
        return cue;
    }
    struct mention m = cue_speaker_after(r, i, end);
    if (m.kind) return cue_with_verb(r, i, m);
    if (reading_is(r, i, SPEECH_WEAK) && !cue_ends(r, i + 1, end)) return none;
    if (reading_capital(r, i) && reading_is(r, i, SPEECH_WEAK)) return none;
    struct cue cue = cue_with_verb(r, i, m);
    cue.weak = !cue_ends(r, i + 1, end); /* somebody whom we cannot read */
    return cue;
}

bool cue_noun(const struct reading *r, size_t i) {
    return reading_in(r, i, CLASS_CUE_NOUN);
}

/* Demikian penegasan X, itulah arahan dari X. */
static struct cue noun_of_speaker(const struct reading *r, size_t i, size_t end) {
    bool opens = reading_in(r, i, CLASS_THUS) || reading_equal(r, i, "itulah");
    if (!opens || !cue_noun(r, i + 1)) return (struct cue){0};
    static const char *const between[] = {"tertulis", "resmi", "singkat", "pers", "dari", "oleh", NULL};
    size_t speaker = i + 2;
    while (reading_among(r, speaker, between))
        speaker++;
    struct mention m = mention_after(r, speaker, end);
    bool person = m.kind == MENTION_NAME || m.kind == MENTION_OFFICE || m.kind == MENTION_DESCRIPTION;
    return person ? cue_with_verb(r, i + 1, m) : (struct cue){0};
}

struct cue cue_connected(const struct reading *r, size_t i, size_t end) {
    struct cue noun = noun_of_speaker(r, i, end);
    if (noun.found) return noun;
    size_t k = i;
    bool connective = false;
    while (k < end && k < i + 6 && reading_in(r, k, CLASS_CUE_CONNECTIVE)) {
        connective = true;
        k++;
    }
    if (k == i + 1 && reading_in(r, i, CLASS_THUS)) {
        struct mention m = mention_after(r, k, end); /* "...," demikian Bupati Agam. */
        if ((m.kind == MENTION_NAME || m.kind == MENTION_OFFICE) && cue_ends(r, m.end, end))
            return cue_with_verb(r, i, m);
    }
    if (k > i + 1 && !reading_is(r, k, SPEECH_PASSIVE | SPEECH_BARE | SPEECH_NYA) &&
        reading_is(r, k - 1, SPEECH_BARE))
        k--; /* demikian pesan X */
    bool passive = reading_is(r, k, SPEECH_PASSIVE) && (connective || !reading_is(r, k, SPEECH_WEAK));
    if (k >= end || (!passive && !(connective && reading_is(r, k, SPEECH_BARE | SPEECH_NYA))))
        return (struct cue){0};
    size_t speaker = cue_skip_between(r, k + 1, end);
    if (passive && reading_in(r, speaker, CLASS_SETTING)) speaker++;
    struct mention m = mention_after(r, speaker, end);
    if (!m.kind && !reading_is(r, k, SPEECH_NYA) && !connective) return (struct cue){0};
    return cue_with_verb(r, k, m);
}
