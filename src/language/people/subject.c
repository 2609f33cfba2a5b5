#include "language/people/subject.h"

#include "language/people/name.h"

enum { LONGEST_PHRASE = 60, LONGEST_DATELINE = 14 };

/* Whether from end to verb stands nothing that parts a subject from its verb. */
static bool reaches(const struct reading *r, size_t end, size_t verb, bool comma) {
    size_t i = end;
    if (comma && reading_equal(r, i, ",")) i++;
    while (i < verb && (reading_is(r, i, SPEECH_ADVERB | SPEECH_DEGREE) || reading_equal(r, i, "(") ||
                        reading_equal(r, i, ")") || name_title_dot(r, i)))
        i++;
    return i >= verb;
}

struct mention subject_before(const struct reading *r, size_t floor, size_t verb) {
    struct mention best = {0};
    if (verb > floor + LONGEST_PHRASE) floor = verb - LONGEST_PHRASE;
    bool circumstance = false;
    for (size_t i = floor; i < verb;) {
        bool border = i == floor || reading_equal(r, i - 1, ",") || reading_equal(r, i - 1, ":");
        if (border) {
            while (i + 1 < verb && reading_is(r, i, SPEECH_FUNCTION) &&
                   !reading_is(r, i, SPEECH_CIRCUMSTANCE) && !mention_begins(r, i) &&
                   !reading_is(r, i, SPEECH_PRONOUN))
                i++;
            circumstance = reading_is(r, i, SPEECH_CIRCUMSTANCE);
        }
        struct mention m = mention_begins(r, i) || reading_is(r, i, SPEECH_PRONOUN)
                               ? mention_after(r, i, verb)
                               : (struct mention){0};
        bool comma = best.kind != MENTION_NAME && m.kind == MENTION_NAME;
        if (m.kind != MENTION_NONE && reaches(r, m.end, verb, comma)) {
            bool apposition = best.kind == MENTION_NAME && m.first > 0 &&
                              (m.kind != MENTION_NAME || reading_in(r, m.first - 1, CLASS_IN_OFFICE) ||
                               (reading_equal(r, m.first - 1, ",") &&
                                (reading_is(r, m.first, SPEECH_ROLE) || reading_small(r, m.first))));
            return apposition ? best : m;
        }
        bool full = m.kind == MENTION_NAME || m.kind == MENTION_OFFICE || m.kind == MENTION_DESCRIPTION;
        bool better =
            best.kind == MENTION_NONE || (best.kind != MENTION_NAME && m.kind == MENTION_NAME && border);
        if (full && !circumstance && better) best = m;
        i = m.kind != MENTION_NONE && m.end > i ? m.end : i + 1;
        if (m.kind == MENTION_PRONOUN && best.kind == MENTION_NONE && !circumstance) best = m;
    }
    return best;
}

struct mention presented_person(const struct reading *r, size_t first, size_t end, bool *told) {
    struct mention found = {0};
    for (size_t i = first; i < end;) {
        if (reading_is(r, i, SPEECH_PRONOUN)) return (struct mention){0};
        struct mention m = mention_begins(r, i) ? mention_after(r, i, end) : (struct mention){0};
        bool named = m.kind == MENTION_NAME;
        bool other = m.kind == MENTION_DESCRIPTION || (m.kind == MENTION_OFFICE && reading_capital(r, i));
        if (other || (named && found.kind)) return (struct mention){0};
        if (named) found = m;
        i = m.kind != MENTION_NONE && m.end > i ? m.end : i + 1;
    }
    *told = found.first > first && reading_in(r, found.first - 1, CLASS_PRESENTS);
    static const char *const locative[] = {"di", "ke", NULL};
    bool place = found.first > first && reading_among(r, found.first - 1, locative); /* di Joglo Suganda */
    bool full = found.name_end > found.bare_name + 1 || (*told && found.role_end > found.role_first);
    return full && !place ? found : (struct mention){0};
}

/* Jatinangor (15/10/2025), Sejumlah ...: after the comma, or 0. */
static size_t dated_place_after(const struct reading *r) {
    size_t i = 0;
    while (reading_capital(r, i) || (i && reading_equal(r, i, ",")))
        i++;
    bool dated = i > 0 && i < 5 && reading_equal(r, i, "(") && reading_equal(r, i + 2, ")") &&
                 reading_token(r, i + 1)->kind == TOKEN_NUMBER;
    if (!dated || slice_find_byte(reading_text(r, i + 1), '/', 0) == SIZE_MAX) return 0;
    i += 3;
    while (reading_equal(r, i, ",") || reading_equal(r, i, ".") || reading_dash(r, i))
        i++;
    return i;
}

size_t dateline_after(const struct reading *r) {
    size_t dated = dated_place_after(r);
    if (dated) return dated;
    size_t count = r->analysis->tokens.count, dash = 0;
    while (dash < count && dash < LONGEST_DATELINE && !reading_dash(r, dash)) {
        bool unit = reading_equal(r, dash - (dash > 0), ",") && reading_dash(r, dash + 1); /* Agam, Humas - */
        if (!unit && reading_is(r, dash, SPEECH_ROLE | SPEECH_RANK | SPEECH_ACTIVE)) return 0;
        if (reading_small(r, dash) && dash < 2) return 0;
        if (reading_equal(r, dash, "\"") || reading_equal(r, dash, "“")) return 0;
        dash++;
    }
    if (dash == 0 || !reading_dash(r, dash)) return 0;
    while (dash < count && (reading_dash(r, dash)))
        dash++;
    return reading_capital(r, dash) ? dash : 0;
}
