#include "language/sentence/mark.h"

#include "base/utf8.h"
#include "language/sentence/speech.h"

static bool is_double(uint32_t rune) {
    return rune == '"' || (rune >= 0x201C && rune <= 0x201F) || rune == 0xFF02 || rune == 0x2033 ||
           rune == 0xAB || rune == 0xBB;
}

static bool is_single(uint32_t rune) {
    return rune == '\'' || rune == '`' || (rune >= 0x2018 && rune <= 0x201B) || rune == 0x2032;
}

static uint32_t rune_before(struct slice s, size_t at) {
    size_t n;
    return at ? utf8_decode(s, utf8_previous(s, at), &n) : ' ';
}

static uint32_t rune_after(struct slice s, size_t at) {
    size_t n;
    return at < s.len ? utf8_decode(s, at, &n) : ' ';
}

static bool is_dash(uint32_t rune) {
    return rune == '-' || (rune >= 0x2010 && rune <= 0x2015);
}

static bool opens_space(uint32_t rune) {
    return rune_is_space(rune) || rune == '(' || rune == '[' || rune == '{' || rune == '/' || rune == '*' ||
           rune == '_' || rune == '>' || is_dash(rune);
}

static bool closes_space(uint32_t rune) {
    return rune_is_space(rune) || rune == '*' || rune == '_' || rune == '<' || is_dash(rune) ||
           (rune < 0x80 && rune && strchr(".,;:!?)]}/", (int)rune) != NULL);
}

static size_t skip_space_before(struct slice s, size_t at) {
    while (at && rune_is_space(rune_before(s, at)))
        at = utf8_previous(s, at);
    return at;
}

static size_t skip_space_after(struct slice s, size_t at) {
    while (at < s.len && rune_is_space(rune_after(s, at))) {
        size_t n;
        utf8_decode(s, at, &n);
        at += n;
    }
    return at;
}

/* A mark in a word (Jum'at, 5'2; Ma''ruf, as a database doubles it) or after a number (14") is no quotation
 * mark. */
static bool is_other(struct slice s, const struct quote_mark *mark, uint32_t rune) {
    uint32_t before = rune_before(s, mark->start), after = rune_after(s, mark->end);
    if (before == 0x20AC) return true; /* â€“, â€œ: a mark in the wrong encoding */
    if (mark->single)
        return (rune_is_letter(before) || rune_is_digit(before)) &&
               (rune_is_letter(after) || rune_is_digit(after));
    if (rune == '\'' && rune_is_letter(before) && rune_is_lower(after)) return true;
    return rune == 0x2033 || (rune == '"' && rune_is_digit(before) && rune_is_letter(after));
}

/* Whether the word at offset at is one that only stands after what somebody said. */
static bool is_verb(struct language *language, struct slice s, size_t at) {
    size_t end = at;
    while (end < s.len && rune_is_lower((unsigned char)s.data[end]))
        end++;
    if (end == at || (end < s.len && rune_is_letter(rune_after(s, end)))) return false;
    uint32_t classes = speech_classes(language, slice_range(s, at, end));
    return classes & (SPEECH_BARE | SPEECH_NYA) && !(classes & SPEECH_WEAK);
}

static void look_around(struct quote_mark *mark, struct language *language, struct slice s) {
    uint32_t before = rune_before(s, mark->start), after = rune_after(s, mark->end);
    mark->space_before = opens_space(before) || is_double(before) || is_single(before);
    mark->space_after = closes_space(after) || is_double(after) || is_single(after);
    size_t next = skip_space_after(s, mark->end);
    uint32_t word = rune_after(s, next);
    uint32_t point = rune_before(s, skip_space_before(s, mark->start));
    mark->point_before = (point < 0x80 && point && strchr(".,!?;", (int)point)) || point == 0x2026;
    mark->point_after = after < 0x80 && after && strchr(".,;:!?)", (int)after);
    mark->small_after = rune_is_lower(word);
    mark->capital_after = rune_is_upper(word) || rune_is_digit(word);
    mark->verb_after = mark->small_after && mark->point_before && is_verb(language, s, next);
}

/* Layar 16” dan, 43’00’’ - 106°: inches or seconds, as no mark stands open that this one could close. */
static bool is_measure(const struct quote_marks *marks, struct slice s, const struct quote_mark *mark) {
    if (mark->single || mark->opening_glyph || !rune_is_digit(rune_before(s, mark->start))) return false;
    bool open = false;
    vec_each(const struct quote_mark, m, &marks->list) {
        if (!m->single) open = !open;
    }
    return !open;
}

/* Nearly every byte of prose. */
static bool is_no_mark(char c) {
    return byte_is_ascii(c) && c != '"' && c != '\'' && c != '`';
}

void marks_find(struct quote_marks *marks, struct language *language, const struct analysis *a) {
    struct slice s = a->text;
    for (size_t i = 0, n, next = 0; i < s.len; i += n) {
        size_t end = next < a->markup.spans.count ? a->markup.spans.items[next].start : s.len;
        while (i < end && is_no_mark(s.data[i]))
            i++;
        if (i == s.len) break;
        uint32_t rune = utf8_decode(s, i, &n);
        while (next < a->markup.spans.count && a->markup.spans.items[next].end <= i)
            next++;
        const struct markup_span *span = next < a->markup.spans.count ? &a->markup.spans.items[next] : NULL;
        if (span && span->start <= i) {
            n = span->end - i;
            rune = span->rune;
        }
        bool single = is_single(rune);
        if (!single && !is_double(rune)) continue;
        struct quote_mark mark = {.start = (uint32_t)i, .single = single};
        if (single && i + n < s.len && is_single(rune_after(s, i + n))) { /* two make a double one */
            size_t second;
            utf8_decode(s, i + n, &second);
            n += second;
            mark.single = false;
        }
        mark.end = (uint32_t)(i + n);
        mark.opening_glyph =
            rune == 0x201C || rune == 0x201E || rune == 0x2018 || rune == '`' || rune == 0xAB;
        mark.closing_glyph = rune == 0x201D || rune == 0x2019 || rune == 0xBB;
        if (is_other(s, &mark, rune) || is_measure(marks, s, &mark)) continue;
        look_around(&mark, language, s);
        vec_push(&marks->list, mark);
    }
}

/* What it costs to take a mark for one that opens, or closes, a quotation: each sign weighs what it had to on
 * drafts with a mark missing or turned (tests/test_quotation.c has one for each); a verb of saying after a
 * point more than all others together. */
int mark_opening_cost(const struct quote_mark *mark) {
    int cost = 0;
    if (!mark->space_before && mark->space_after) cost += 6;
    if (mark->space_before == mark->space_after) cost += 2;
    if (mark->closing_glyph) cost += 1;
    if (mark->point_after) cost += 3;
    if (mark->small_after) cost += 1;
    if (mark->verb_after) cost += 20;
    return cost;
}

int mark_closing_cost(const struct quote_mark *mark) {
    int cost = 0;
    if (mark->verb_after) return 0;
    if (mark->space_before && !mark->space_after) cost += 6;
    if (mark->space_before == mark->space_after) cost += 2;
    if (mark->opening_glyph) cost += 3;
    if (mark->capital_after && !mark->point_before) cost += 1;
    if (mark->space_before && mark->point_before && mark->small_after) cost -= 2;
    return cost < 0 ? 0 : cost;
}
