#include "draft/front/front_title.h"

#include "base/utf8.h"
#include "draft/front/front_find.h"

enum {
    HEADLINE = 120, /* characters of a line that may be a headline: the longest of the drafts seen had 113 */
    DATELINE = 48,  /* bytes in which "PADANG, HUMAS (12/3) -" ends */
    LINES_LOOKED = 40 /* after them stands no title any more */
};

static struct slice nothing(void) {
    return (struct slice){"", 0};
}

/* The text of a heading without its #, or "" when the line is none. */
static struct slice heading_of(struct slice line) {
    struct slice s = slice_trim(line);
    size_t i = 0;
    while (i < s.len && s.data[i] == '#')
        i++;
    if (i == 0 || i > 6 || i == s.len || s.data[i] != ' ') return nothing();
    s = slice_range(s, i, s.len);
    while (s.len && s.data[s.len - 1] == '#')
        s.len--;
    return slice_trim(s);
}

/* A line of nothing but this sign and blanks: a rule, or the underline of a heading. */
static bool is_drawn(struct slice line, char sign, size_t least) {
    size_t count = 0;
    for (size_t i = 0; i < line.len; i++) {
        if (line.data[i] == sign)
            count++;
        else if (line.data[i] != ' ')
            return false;
    }
    return count >= least;
}

/* Lines that are no text of a reader: markup, a picture's place, rules. line is trimmed. */
static bool is_no_text(struct slice line) {
    static const char *const starts[] = {"<", "{{",  "{%",  "{:", ":::", "!!!", "+++",
                                         "|", "```", "~~~", "%%", ">",   "- ",  "* "};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (slice_starts(line, slice_of(starts[i]))) return true;
    return is_drawn(line, '*', 3) || is_drawn(line, '-', 3) || is_drawn(line, '_', 3) ||
           is_drawn(line, '=', 3);
}

/* After a bracket that opens at at, where its pair closes; at itself when it does not. */
static size_t after_pair(struct slice s, size_t at, char open, char close) {
    int depth = 0;
    for (size_t i = at; i < s.len; i++) {
        if (s.data[i] == open) depth++;
        if (s.data[i] == close && --depth == 0) return i + 1;
    }
    return at;
}

/* [words](address): appends the words, or nothing for a picture, and returns the place after it; at: no
 * link. */
static size_t append_link(struct slice s, size_t at, bool picture, struct str *out) {
    size_t end = after_pair(s, at, '[', ']');
    if (end == at || end == s.len || s.data[end] != '(') return at;
    size_t after = after_pair(s, end, '(', ')');
    if (after == end) return at;
    if (!picture) str_append(out, slice_range(s, at + 1, end - 1));
    return after;
}

/* Appends the line without emphasis, links, pictures, tags and shortcodes. */
static void append_plain(struct slice s, struct str *out) {
    for (size_t i = 0; i < s.len;) {
        char c = s.data[i], next = i + 1 < s.len ? s.data[i + 1] : 0;
        size_t after = i;
        if (c == '\\' && next && strchr("\\*_`[]<>#!{}", next)) {
            str_append_byte(out, next);
            i += 2;
            continue;
        }
        if (c == '!' && next == '[') after = append_link(s, i + 1, true, out) == i + 1 ? i : i + 1;
        if (after > i) after = append_link(s, i + 1, true, out);
        if (c == '[') after = append_link(s, i, false, out);
        if (c == '<' && (next == '/' || rune_is_letter((unsigned char)next)))
            after = after_pair(s, i, '<', '>');
        if (c == '{' && (next == '{' || next == '%' || next == '#' || next == ':' || next == '.'))
            after = after_pair(s, i, '{', '}');
        bool inside = c == '_' && i && s.data[i - 1] != ' ' && s.data[i - 1] != '_' && next && next != ' ' &&
                      next != '_'; /* nama_berkas */
        if (after == i && (c == '*' || c == '`' || (c == '_' && !inside))) after = i + 1;
        if (after == i) str_append_byte(out, c), after++;
        i = after;
    }
}

/* "Judul: Panen Raya": how a form that was pasted names it. */
static struct slice without_label(struct slice s) {
    static const struct slice labels[] = {SLICE("judul:"), SLICE("judul berita:"), SLICE("title:")};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (s.len > labels[i].len && slice_equal_nocase(slice_range(s, 0, labels[i].len), labels[i]))
            return slice_trim(slice_range(s, labels[i].len, s.len));
    return s;
}

/* "PADANG, HUMAS -", "Padang (12/3) —": a dash after words that all begin large is the place of a lead.
 * Where the dash ends; 0: there is none. */
static size_t dateline_end(struct slice s) {
    bool starts = true;
    for (size_t i = 0, n; i < s.len && i < DATELINE; i += n) {
        uint32_t rune = utf8_decode(s, i, &n);
        bool dash = rune == '-' || rune == 0x2013 || rune == 0x2014;
        bool spaced = starts && i + n < s.len && s.data[i + n] == ' ';
        if (dash && i && (spaced || rune == 0x2014)) return i + n;
        if (starts && rune_is_letter(rune) && rune_lower(rune) == rune) return 0;
        starts = rune == ' ' || rune == '(' || rune == '/' || dash;
    }
    return 0;
}

static bool is_headline(struct slice s) {
    struct slice end = s;
    while (end.len && strchr("\"')", end.data[end.len - 1]))
        end.len--;
    if (slice_ends(end, SLICE("\xE2\x80\x9D"))) end.len -= 3;
    if (!end.len || strchr(".,;:", end.data[end.len - 1])) return false;
    return utf8_count(s) <= HEADLINE && !dateline_end(s);
}

/* Goes on after a comment that began in this line or before it; true: the line is part of one. */
static bool in_comment(struct slice line, bool *open) {
    size_t start = *open ? 0 : slice_find(line, SLICE("<!--"), 0);
    if (start == SIZE_MAX) return false;
    *open = slice_find(line, SLICE("-->"), start) == SIZE_MAX;
    return true;
}

/* What a line of text says of the title: the first one decides. */
static void suggest_from(const struct text *text, size_t line, struct str *out) {
    struct slice s = slice_trim(text_line(text, line)), heading = heading_of(s);
    struct slice below = line + 1 < text_line_count(text) ? slice_trim(text_line(text, line + 1)) : nothing();
    bool underlined = below.len && (is_drawn(below, '=', 1) || is_drawn(below, '-', 2));
    struct str plain = {0};
    append_plain(heading.len ? heading : s, &plain);
    struct slice title = without_label(slice_trim(str_slice(&plain)));
    bool certain = (heading.len || underlined) && utf8_count(title) <= HEADLINE;
    if (certain || (!below.len && is_headline(title))) str_append(out, title);
    str_free(&plain);
}

void front_title_suggest(const struct text *text, struct str *out) {
    bool comment = false;
    for (size_t i = 0; i < text_line_count(text) && i < LINES_LOOKED; i++) {
        struct slice line = slice_trim(text_line(text, i));
        if (in_comment(line, &comment) || !line.len || is_no_text(line)) continue;
        struct str plain = {0};
        append_plain(line, &plain);
        bool empty = !slice_trim(str_slice(&plain)).len; /* a picture alone */
        str_free(&plain);
        if (empty) continue;
        suggest_from(text, i, out);
        return;
    }
}

void front_title_words(const struct text *text, struct str *out) {
    for (size_t i = front_matter_hidden(text); i < text_line_count(text) && !out->len; i++) {
        struct slice line = slice_trim(text_line(text, i));
        struct slice after = slice_trim(slice_range(line, dateline_end(line), line.len));
        str_append(out, after.len ? after : line);
    }
}
