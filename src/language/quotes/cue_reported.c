#include "language/people/subject.h"
#include "language/quotes/cue_parts.h"

/* Bupati mengungkapkan hal itu saat ...: what stood in quotation marks before. */
static struct cue said_that(const struct reading *r, struct stretch s) {
    static const char *const points[] = {"itu", "ini", "tersebut", NULL};
    for (size_t verb = s.first + 1; verb + 2 < s.end && verb < s.first + CUE_NEAR; verb++) {
        if (!reading_is(r, verb, SPEECH_ACTIVE) || !reading_equal(r, verb + 1, "hal")) continue;
        if (!reading_among(r, verb + 2, points)) continue;
        struct mention m = subject_before(r, s.first, verb);
        if (m.kind) return cue_with_verb(r, verb, m);
    }
    return (struct cue){0};
}

/* X memberi selamat, X memberikan arahan: what is given are words. */
static bool gives_words(const struct reading *r, size_t i) {
    static const char *const gives[] = {"memberi", "memberikan", NULL};
    return reading_among(r, i, gives) && cue_noun(r, i + 1);
}

/* Who asks somebody for something, or praises it, speaks; a verb that is otherwise an ordinary word does not
 * say so by itself. */
static bool speaks(const struct reading *r, size_t i) {
    bool raised = i > 0 && reading_capital(r, i - 1) &&
                  (reading_small(r, i + 1) || reading_equal(r, i + 1, ",")); /* Camat Lina Mengatakan agar */
    return (reading_small(r, i) || raised) && reading_is(r, i, SPEECH_ACTIVE) &&
           (!reading_is(r, i, SPEECH_WEAK) || reading_in(r, i, CLASS_ASKS));
}

/* Sebab itu kata Marjoni, air harus dibagi: no comma before the verb, but one after the name. */
static bool told_aside(const struct reading *r, size_t i, size_t end) {
    if (!reading_small(r, i) || !reading_is(r, i, SPEECH_BARE) || !reading_capital(r, i + 1)) return false;
    struct mention m = mention_after(r, i + 1, end);
    return m.kind == MENTION_NAME && reading_equal(r, m.end, ",");
}

/* ..., kata Lina; Kata Lina, ... at the start of the sentence. */
static bool opens_saying(const struct reading *r, size_t i, size_t first) {
    bool begins = i == first && reading_capital(r, i + 1);
    return (reading_small(r, i) || begins) && reading_is(r, i, SPEECH_BARE) && !reading_is(r, i, SPEECH_WEAK);
}

struct cue cue_reported(const struct reading *r, struct stretch s) {
    struct cue best = {0}, aside = {0};
    for (size_t i = s.first; i < s.end; i++) {
        bool border = i == s.first || reading_equal(r, i - 1, ",");
        struct cue cue = {0};
        if (!border) border = told_aside(r, i, s.end);
        if (reading_equal(r, i, "menurut") || (border && opens_saying(r, i, s.first)))
            cue = cue_with_verb(r, i, cue_speaker_after(r, i, s.end));
        else if (speaks(r, i) || gives_words(r, i))
            cue = cue_with_verb(r, i, subject_before(r, s.first, i));
        else if (reading_is(r, i, SPEECH_PASSIVE) && (reading_small(r, i) || i == s.first) &&
                 !reading_is(r, i, SPEECH_WEAK)) /* Dikatakan Camat Lina, ... */
            cue = cue_with_verb(r, i, cue_speaker_after(r, i, s.end));
        else if (border && reading_is(r, i, SPEECH_NYA) && !reading_is(r, i, SPEECH_WEAK))
            cue = cue_with_verb(r, i, (struct mention){.kind = MENTION_PRONOUN, .first = i, .end = i + 1});
        if (!cue.found || !cue.speaker.kind) continue;
        if (i > s.first && reading_equal(r, i - 1, "yang")) { /* only of somebody in the sentence */
            if (!aside.found) aside = cue;
            continue;
        }
        if (cue.speaker.kind == MENTION_NAME) return cue;
        if (!best.found) best = cue;
    }
    return best.found ? best : aside;
}

struct cue cue_following(const struct reading *r, struct stretch s, bool own_line) {
    static const char *const likewise[] = {"senada", "serupa", "lain", NULL};
    size_t i = s.first;
    bool dash = false;
    while (i < s.end && (reading_dash(r, i) || reading_equal(r, i, "(") || cue_is_mark(r, i))) {
        dash = dash || reading_dash(r, i) || reading_equal(r, i, "(");
        i++;
    }
    if (i >= s.end) return (struct cue){0};
    if (!dash && reading_in(r, i, CLASS_CUE_OPENER)) {
        if (reading_among(r, i + 1, likewise)) return (struct cue){0}; /* speaks of the next quotation */
        struct cue cue = cue_connected(r, i, s.end);
        return cue.found && cue.speaker.kind ? cue : (struct cue){0};
    }
    if (reading_small(r, i) && reading_is(r, i, SPEECH_BARE | SPEECH_NYA) && !reading_is(r, i, SPEECH_WEAK))
        return cue_verb_first(r, i, s.end); /* the line was broken before its verb */
    struct cue that = said_that(r, s);
    if (that.found || !own_line) return that;
    if (dash && reading_is(r, i, SPEECH_BARE | SPEECH_NYA)) return cue_verb_first(r, i, s.end);
    struct mention m = mention_after(r, i, s.end);
    bool named = m.kind == MENTION_NAME || m.kind == MENTION_OFFICE || (dash && m.kind >= MENTION_BODY);
    bool whole =
        named && (m.end >= s.end || (reading_equal(r, m.end, ",") && cue_verbless(r, m.end, s.end)) ||
                  (reading_equal(r, m.end, ")") && m.end + 1 >= s.end));
    if (!whole || s.end - s.first > 24 || reading_equal(r, s.end - 1, ".")) return (struct cue){0};
    if (!dash && !m.described && m.kind == MENTION_NAME && m.end - m.first > 5) return (struct cue){0};
    return cue_without_verb(r, m);
}
