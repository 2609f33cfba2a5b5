#include "draft/front/front_find.h"

#include "base/utf8.h"
#include "draft/front/yaml_limits.h"

enum { BLANK_LINES = 20 /* above a front matter that slipped down */, KEY_CHARACTERS = 40, PAIRS_ALONE = 2 };

const char *front_form_border(enum front_form form) {
    return form == FRONT_TOML ? "+++" : form == FRONT_JSON ? "}" : "---";
}

const char *front_form_name(enum front_form form) {
    return form == FRONT_TOML ? "TOML" : form == FRONT_JSON ? "JSON" : "YAML";
}

static bool is_blank(const struct text *text, size_t line) {
    return !slice_trim(text_line(text, line)).len;
}

static bool is_line(struct slice line, const char *border) {
    return slice_starts(line, slice_of(border)) && slice_equal_text(slice_trim(line), border);
}

/* The place after a colon that is followed by a space or by nothing; 0 when at is none. */
static size_t after_colon(struct slice line, size_t at) {
    while (at < line.len && line.data[at] == ' ')
        at++;
    if (at == line.len || line.data[at] != ':') return 0;
    return at + 1 == line.len || strchr(" \t\r", line.data[at + 1]) ? at + 1 : 0;
}

/* "word:", at the start of a line, alone or before a space: what a key of a front matter looks like. */
static bool looks_like_key(struct slice line) {
    size_t i = 0, n;
    if (line.len && (line.data[0] == '"' || line.data[0] == '\'')) i++;
    size_t start = i;
    for (; i < line.len; i += n) {
        uint32_t rune = utf8_decode(line, i, &n);
        if (!rune_is_letter(rune) && rune != '_' && (i == start || (!rune_is_digit(rune) && rune != '-')))
            break;
    }
    if (i == start && !slice_starts(line, SLICE("<<"))) return false; /* a merge key */
    if (i == start) i = 2;
    if (start && i < line.len && line.data[i] == line.data[0]) i++;
    return after_colon(line, i);
}

/* "some words:", as people name what they fill in. */
static bool looks_like_words(struct slice line) {
    size_t i = 0, n, count = 0;
    for (; i < line.len; i += n, count++) {
        uint32_t rune = utf8_decode(line, i, &n);
        bool other = rune && rune < 0x80 && (rune_is_digit(rune) || strchr(" -_/()", (int)rune));
        if (!rune_is_letter(rune) && (!count || !other)) break;
    }
    return count && count <= KEY_CHARACTERS && after_colon(line, i);
}

/* Whether nothing but pairs, and what may stand between or belong to them, fills the lines. */
static bool are_pairs(const struct text *text, size_t first, size_t end, size_t least) {
    size_t pairs = 0;
    for (size_t i = first; i < end; i++) {
        struct slice line = text_line(text, i);
        if (is_blank(text, i)) return false;
        if (looks_like_key(line) || looks_like_words(line))
            pairs++;
        else if (!pairs || (!strchr(" \t#]}", line.data[0]) && !slice_starts(line, SLICE("- "))))
            return false;
    }
    return pairs >= least;
}

/* Whether the lines from first to end, the end of the block or of the text, are meant as YAML. */
static bool is_meant_as_yaml(const struct text *text, size_t first, size_t end, bool closed) {
    bool at_first = true;
    if (closed && are_pairs(text, first, end, 1)) return true;
    for (size_t i = first; i < end; i++) {
        struct slice line = text_line(text, i), s = slice_trim(line);
        if (!s.len && !at_first) return false;
        if (!s.len || s.data[0] == '#') continue;
        if (looks_like_key(closed ? s : line)) return true;
        if (!closed) return false;
        if (at_first && (strchr("{[?%&*!|>", s.data[0]) || slice_starts(s, SLICE("- ")))) return true;
        at_first = false;
    }
    return closed && at_first;
}

static size_t lines_to_blank(const struct text *text, size_t line) {
    while (line < text_line_count(text) && !is_blank(text, line))
        line++;
    return line;
}

/* The first line from here on, and before end, that closes a front matter; or end. */
static size_t closing_before(const struct text *text, size_t line, size_t end, const char *border,
                             bool indented) {
    for (; line < end && text_line_start(text, line) <= 2 * (size_t)YAML_BYTES; line++) {
        struct slice bytes = text_line(text, line);
        if (is_line(indented ? slice_trim(bytes) : bytes, border)) return line;
    }
    return end;
}

static size_t closing_line(const struct text *text, size_t line, const char *border, bool indented) {
    return closing_before(text, line, text_line_count(text), border, indented);
}

/* "---", or "..." where that is no pause of the writer. */
static size_t yaml_closing_line(const struct text *text, size_t line, bool indented) {
    size_t end = closing_line(text, line, "---", indented);
    size_t dots = closing_before(text, line, end, "...", indented);
    return dots < end && are_pairs(text, line, dots, 1) ? dots : end;
}

static struct front_place place(enum front_form form, size_t top, size_t lines, bool closed) {
    return (struct front_place){.form = form, .top = top, .lines = lines, .closed = closed, .opened = true};
}

static struct front_place find_yaml(const struct text *text, size_t top, bool indented) {
    size_t count = text_line_count(text), end = yaml_closing_line(text, top + 1, indented);
    bool closed = end < count;
    if (!is_meant_as_yaml(text, top + 1, end, closed)) return (struct front_place){0};
    return place(FRONT_YAML, top, closed ? end + 1 : lines_to_blank(text, top + 1), closed);
}

static bool looks_like_toml(const struct text *text, size_t line) {
    if (line >= text_line_count(text)) return false;
    struct slice s = slice_trim(text_line(text, line));
    size_t equals = slice_find_byte(s, '=', 0);
    return s.len && (s.data[0] == '#' || s.data[0] == '[' || (equals != SIZE_MAX && equals > 0));
}

static struct front_place find_toml(const struct text *text, size_t top, const char *border) {
    size_t count = text_line_count(text), first = top + 1, end = closing_line(text, first, border, false);
    bool closed = end < count;
    while (first < end && is_blank(text, first))
        first++;
    if (!(closed && first == end) && !looks_like_toml(text, first)) return (struct front_place){0};
    return place(FRONT_TOML, top, closed ? end + 1 : lines_to_blank(text, top + 1), closed);
}

/* Follows brackets and strings; true when the last bracket closed. */
static bool json_closes(struct slice line, int *depth, bool *string) {
    for (size_t i = 0; i < line.len; i++) {
        char c = line.data[i];
        if (*string && c == '\\')
            i++;
        else if (c == '"')
            *string = !*string;
        else if (!*string && (c == '{' || c == '['))
            ++*depth;
        else if (!*string && (c == '}' || c == ']') && --*depth <= 0)
            return true;
    }
    return false;
}

/* "{", then a string or "}": a shortcode such as {{< x >}} is none. */
static bool opens_json(const struct text *text, size_t line) {
    struct slice s = slice_trim(text_line(text, line));
    if (!s.len || s.data[0] != '{') return false;
    s = slice_trim(slice_range(s, 1, s.len));
    for (line++; !s.len && line < text_line_count(text) && line < BLANK_LINES; line++)
        s = slice_trim(text_line(text, line));
    return s.len && (s.data[0] == '"' || s.data[0] == '}');
}

static struct front_place find_json(const struct text *text, size_t top) {
    size_t count = text_line_count(text);
    int depth = 0;
    bool string = false;
    for (size_t i = top; i < count && text_line_start(text, i) <= 2 * (size_t)YAML_BYTES; i++)
        if (json_closes(text_line(text, i), &depth, &string)) return place(FRONT_JSON, top, i + 1, true);
    return place(FRONT_JSON, top, lines_to_blank(text, top), false);
}

/* "---json", ";;;": other ways to say what stands between. */
static struct front_place find_named(const struct text *text, struct slice border) {
    static const struct {
        const char *open, *close;
        enum front_form form;
    } named[] = {{"---json", "---", FRONT_JSON},
                 {"---toml", "---", FRONT_TOML},
                 {"---yaml", "---", FRONT_YAML},
                 {"---yml", "---", FRONT_YAML},
                 {";;;", ";;;", FRONT_JSON}};
    for (size_t i = 0; i < sizeof named / sizeof *named; i++) {
        if (!slice_equal_text(border, named[i].open)) continue;
        size_t end = closing_line(text, 1, named[i].close, false);
        if (end < text_line_count(text)) return place(named[i].form, 0, end + 1, true);
    }
    return (struct front_place){0};
}

/* Pairs at the very top and a "---" below them: Hexo takes that, every other site shows it to its readers. */
static struct front_place find_unopened(const struct text *text) {
    size_t end = lines_to_blank(text, 0);
    size_t border = closing_line(text, 0, "---", false);
    if (border >= end || !looks_like_key(text_line(text, 0)) || !are_pairs(text, 0, border, PAIRS_ALONE))
        return (struct front_place){0};
    struct front_place found = place(FRONT_YAML, 0, border + 1, true);
    found.opened = false;
    return found;
}

/* After empty lines or blanks: only what can be nothing else. */
static struct front_place find_misplaced(const struct text *text, size_t top) {
    struct slice border = slice_trim(text_line(text, top));
    struct front_place found = {0};
    if (slice_equal_text(border, "---")) {
        found = find_yaml(text, top, true);
        if (found.lines && !are_pairs(text, top + 1, found.lines - 1, 1)) found.lines = 0;
    } else if (slice_equal_text(border, "+++")) {
        found = find_toml(text, top, "+++");
    } else if (opens_json(text, top)) {
        found = find_json(text, top);
    }
    if (!found.lines || !found.closed) return (struct front_place){0};
    found.misplaced = true;
    return found;
}

struct front_place front_place_find(const struct text *text) {
    size_t top = 0, count = text_line_count(text);
    struct slice first = text_line(text, 0);
    struct front_place found = {0};
    if (is_line(first, "---"))
        found = find_yaml(text, 0, false);
    else if (is_line(first, "+++"))
        found = find_toml(text, 0, "+++");
    else if (first.len && first.data[0] == '{' && opens_json(text, 0))
        found = find_json(text, 0);
    else if (first.len && strchr("-;", first.data[0]))
        found = find_named(text, slice_trim(first));
    else if (first.len && looks_like_key(first))
        found = find_unopened(text);
    if (found.lines) return found;
    while (top + 1 < count && top < BLANK_LINES && is_blank(text, top))
        top++;
    first = text_line(text, top);
    if (top || (first.len && strchr(" \t", first.data[0]))) return find_misplaced(text, top);
    return (struct front_place){0};
}

size_t front_matter_lines(const struct text *text) {
    return front_place_find(text).lines;
}

size_t front_matter_hidden(const struct text *text) {
    size_t line = front_matter_lines(text), count = text_line_count(text);
    return line && line + 1 < count && is_blank(text, line) ? line + 1 : line;
}
