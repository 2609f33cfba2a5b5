#define PCRE2_CODE_UNIT_WIDTH 8
#include "text/search.h"

#include "base/utf8.h"
#include "base/vec.h"
#include "text/messages.h"

#include <pcre2.h>
#include <time.h>
#include <utf8proc.h>

enum { HEAP_MAX_KB = 20000, STEPS_A_LOOK = 256 /* between two looks at the clock */ };
static const clock_t WORK_MAX = CLOCKS_PER_SEC;

/* What a regular expression has cost so far, in processor time. PCRE2's own limits count anew at each place
 * that a match may begin. */
struct effort {
    clock_t since, spent;
    unsigned steps;
    bool too_much;
};

struct search {
    unsigned flags;
    struct str pattern;
    VEC(uint32_t) runes; /* of the pattern, folded */
    pcre2_code *code;
    pcre2_match_data *data;
    pcre2_match_context *limits;
    struct effort *effort;
};

/* The rune without case, accent and shape; 0 for one that only changes its neighbour. */
static uint32_t rune_fold(uint32_t rune) {
    if (rune < 0x80) return rune_lower(rune);
    switch (rune) {
    case 0x2018:
    case 0x2019:
    case 0x02BC:
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201E:
        return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
        return '-';
    case 0xA0:
    case 0x202F:
        return ' ';
    case 0xAD:
    case 0x200B:
        return 0;
    default:
        break;
    }
    utf8proc_int32_t parts[8];
    int boundary = 0;
    utf8proc_ssize_t n = utf8proc_decompose_char(
        (utf8proc_int32_t)rune, parts, 8,
        UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &boundary);
    if (n <= 0) return n == 0 ? 0 : rune;
    return (uint32_t)parts[0];
}

/* Called by PCRE2 before each piece of the pattern. */
static int look_at_clock(pcre2_callout_block *block, void *data) {
    (void)block;
    struct effort *effort = data;
    if (++effort->steps % STEPS_A_LOOK == 0 && clock() - effort->since > WORK_MAX) effort->too_much = true;
    return effort->too_much ? PCRE2_ERROR_CALLOUT : 0;
}

static void effort_begins(struct effort *effort) {
    effort->since = clock() - effort->spent;
}

static void effort_ends(struct effort *effort) {
    effort->spent = clock() - effort->since;
}

/* What writers get wrong, by PCRE2's numbers (pcre2api(3)); all else is told in general. */
static message_id reason_of(int code) {
    static const struct {
        int code;
        message_id reason;
    } reasons[] = {{PCRE2_ERROR_MISSING_SQUARE_BRACKET, MESSAGE_PATTERN_NO_BRACKET},
                   {PCRE2_ERROR_MISSING_CLOSING_PARENTHESIS, MESSAGE_PATTERN_NO_PARENTHESIS},
                   {PCRE2_ERROR_UNMATCHED_CLOSING_PARENTHESIS, MESSAGE_PATTERN_EXTRA_PARENTHESIS},
                   {PCRE2_ERROR_QUANTIFIER_INVALID, MESSAGE_PATTERN_NOTHING_TO_REPEAT},
                   {PCRE2_ERROR_QUANTIFIER_OUT_OF_ORDER, MESSAGE_PATTERN_COUNTS},
                   {PCRE2_ERROR_QUANTIFIER_TOO_BIG, MESSAGE_PATTERN_COUNTS},
                   {PCRE2_ERROR_CLASS_RANGE_ORDER, MESSAGE_PATTERN_RANGE},
                   {PCRE2_ERROR_END_BACKSLASH, MESSAGE_PATTERN_BACKSLASH},
                   {PCRE2_ERROR_UNKNOWN_ESCAPE, MESSAGE_PATTERN_ESCAPE}};
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].code == code) return reasons[i].reason;
    return MESSAGE_PATTERN_UNKNOWN;
}

static bool compile_regex(struct search *search, struct error *e) {
    int code;
    PCRE2_SIZE offset;
    uint32_t options =
        PCRE2_UTF | PCRE2_UCP | PCRE2_MATCH_INVALID_UTF | PCRE2_NEVER_BACKSLASH_C | PCRE2_AUTO_CALLOUT;
    if (!(search->flags & SEARCH_EXACT)) options |= PCRE2_CASELESS;
    search->code = pcre2_compile((PCRE2_SPTR)str_text(&search->pattern), search->pattern.len, options, &code,
                                 &offset, NULL);
    if (!search->code) {
        return error_set(e, SEARCH_PATTERN, offset + 1, message_text(e ? e->lang : LANG_ID, reason_of(code)));
    }
    search->data = pcre2_match_data_create_from_pattern(search->code, NULL);
    search->limits = pcre2_match_context_create(NULL);
    pcre2_set_heap_limit(search->limits, HEAP_MAX_KB);
    pcre2_set_callout(search->limits, look_at_clock, search->effort);
    return true;
}

struct search *search_new(struct slice pattern, unsigned flags, struct error *e) {
    struct search *search = memory_zero(1, sizeof *search);
    search->flags = flags;
    search->effort = memory_zero(1, sizeof *search->effort);
    str_append(&search->pattern, pattern);
    for (size_t at = 0, n; at < pattern.len; at += n) {
        uint32_t rune = rune_fold(utf8_decode(pattern, at, &n));
        if (rune) vec_push(&search->runes, rune);
    }
    bool ok = search->runes.count > 0 || (flags & SEARCH_REGEX && pattern.len) || error_set(e, SEARCH_EMPTY);
    if (ok && flags & SEARCH_REGEX) ok = compile_regex(search, e);
    if (ok) return search;
    search_free(search);
    return NULL;
}

void search_free(struct search *search) {
    if (!search) return;
    pcre2_code_free(search->code);
    pcre2_match_data_free(search->data);
    pcre2_match_context_free(search->limits);
    free(search->effort);
    vec_free(&search->runes);
    str_free(&search->pattern);
    free(search);
}

bool search_gave_up(const struct search *search) {
    return search->effort->too_much;
}

static bool match_regex(const struct search *search, struct slice line, size_t from, struct match *match) {
    while (from <= line.len && !search->effort->too_much) {
        int n =
            pcre2_match(search->code, (PCRE2_SPTR)line.data, line.len, from, 0, search->data, search->limits);
        if (n < 0) {
            search->effort->too_much = n != PCRE2_ERROR_NOMATCH;
            return false;
        }
        const PCRE2_SIZE *ends = pcre2_get_ovector_pointer(search->data);
        *match = (struct match){ends[0], ends[1]};
        if (ends[1] > ends[0]) return true;
        from = grapheme_next(line, ends[1]); /* an empty match is none */
        if (from == ends[1]) return false;
    }
    return false;
}

/* The end of the folded pattern when it stands at offset at, or SIZE_MAX. */
static size_t matches_at(const struct search *search, struct slice line, size_t at) {
    size_t n, matched = 0;
    while (at < line.len) {
        uint32_t rune = rune_fold(utf8_decode(line, at, &n));
        if (rune) {
            if (matched == search->runes.count) break;
            if (rune != search->runes.items[matched]) return SIZE_MAX;
            matched++;
        } else if (matched == 0) {
            return SIZE_MAX;
        }
        at += n; /* marks after the last letter belong to the match */
    }
    return matched == search->runes.count ? at : SIZE_MAX;
}

static bool match_folded(const struct search *search, struct slice line, size_t from, struct match *match) {
    uint32_t first = search->runes.items[0];
    for (size_t at = from, n; at < line.len; at += n) {
        unsigned char c = (unsigned char)line.data[at];
        n = 1;
        if (c < 0x80 && rune_lower(c) != first) continue;
        if (c >= 0x80) utf8_decode(line, at, &n);
        size_t end = matches_at(search, line, at);
        if (end == SIZE_MAX) continue;
        *match = (struct match){at, end};
        return true;
    }
    return false;
}

static bool match_exact(const struct search *search, struct slice line, size_t from, struct match *match) {
    size_t at = slice_find(line, str_slice(&search->pattern), from);
    *match = (struct match){at, at + search->pattern.len};
    return at != SIZE_MAX;
}

static bool match_anywhere(const struct search *search, struct slice line, size_t from, struct match *match) {
    if (search->flags & SEARCH_REGEX) return match_regex(search, line, from, match);
    if (search->flags & SEARCH_EXACT) return match_exact(search, line, from, match);
    return match_folded(search, line, from, match);
}

static bool is_word_rune(struct slice line, size_t at) {
    size_t n;
    uint32_t rune = utf8_decode(line, at, &n);
    return rune_is_letter(rune) || rune_is_digit(rune);
}

static bool is_whole(struct slice line, const struct match *match) {
    bool before = match->start > 0 && is_word_rune(line, grapheme_previous(line, match->start));
    return !before && (match->end == line.len || !is_word_rune(line, match->end));
}

static bool match_in(const struct search *search, struct slice line, size_t from, struct match *match) {
    while (match_anywhere(search, line, from, match)) {
        if (!(search->flags & SEARCH_WORDS) || is_whole(line, match)) return true;
        from = grapheme_next(line, match->start);
    }
    return false;
}

static bool next(const struct search *search, const struct text *text, size_t from, struct match *match) {
    size_t line = text_line_at(text, from), count = text_line_count(text);
    for (size_t at = from - text_line_start(text, line); line < count; line++, at = 0) {
        struct slice bytes = text_line(text, line);
        if (at > bytes.len || !match_in(search, bytes, at, match)) continue;
        size_t start = text_line_start(text, line);
        match->start += start;
        match->end += start;
        return true;
    }
    return false;
}

static bool previous(const struct search *search, const struct text *text, size_t from, struct match *match) {
    size_t line = text_line_at(text, from);
    for (size_t limit = from - text_line_start(text, line);; limit = SIZE_MAX) {
        struct slice bytes = text_line(text, line);
        struct match ahead;
        bool found = false;
        for (size_t at = 0; match_in(search, bytes, at, &ahead) && ahead.end <= limit; at = ahead.end) {
            *match = ahead;
            found = true;
        }
        if (search_gave_up(search)) return false;
        if (found) {
            size_t start = text_line_start(text, line);
            match->start += start;
            match->end += start;
            return true;
        }
        if (line-- == 0) return false;
    }
}

bool search_next(const struct search *search, const struct text *text, size_t from, struct match *match) {
    effort_begins(search->effort);
    bool found = next(search, text, from, match);
    effort_ends(search->effort);
    return found;
}

bool search_previous(const struct search *search, const struct text *text, size_t from, struct match *match) {
    effort_begins(search->effort);
    bool found = previous(search, text, from, match);
    effort_ends(search->effort);
    return found;
}

size_t search_count(const struct search *search, const struct text *text, size_t from, size_t until,
                    size_t most, size_t *before) {
    struct match match;
    size_t count = 0;
    *before = 0;
    effort_begins(search->effort);
    while (count < most && next(search, text, from, &match)) {
        count++;
        *before += match.start <= until;
        from = match.end;
    }
    effort_ends(search->effort);
    return count;
}

void search_replacement(const struct search *search, const struct text *text, struct match match,
                        struct slice replacement, struct str *out) {
    struct match again;
    size_t line = text_line_at(text, match.start), start = text_line_start(text, line);
    struct slice bytes = text_line(text, line);
    search->effort->since = clock(); /* not counted: what was found once is found again */
    bool groups = search->flags & SEARCH_REGEX && match_regex(search, bytes, match.start - start, &again) &&
                  again.start + start == match.start;
    uint32_t count = groups ? pcre2_get_ovector_count(search->data) : 0;
    const PCRE2_SIZE *ends = groups ? pcre2_get_ovector_pointer(search->data) : NULL;
    for (size_t i = 0; i < replacement.len; i++) {
        char c = replacement.data[i];
        if (groups && c == '$' && i + 1 < replacement.len &&
            rune_is_digit((unsigned char)replacement.data[i + 1])) {
            uint32_t group = (uint32_t)(replacement.data[++i] - '0');
            if (group < count && ends[2 * group] != PCRE2_UNSET)
                str_append(out, slice_range(bytes, ends[2 * group], ends[2 * group + 1]));
        } else {
            str_append_byte(out, c);
        }
    }
}
