#include "base/utf8.h"
#include "draft/front/front_edit.h"

enum {
    HEADLINE = 120, /* characters of a line that may be a headline as it stands */
    SHORTENED = 70  /* characters of a sentence's beginning */
};

/* The text of a heading without its #, or "" when the line is none. */
static struct slice heading_of(struct slice line) {
    struct slice s = slice_trim(line);
    size_t i = 0;
    while (i < s.len && s.data[i] == '#')
        i++;
    if (i == 0 || i > 6 || i == s.len || s.data[i] != ' ') return (struct slice){"", 0};
    s = slice_range(s, i, s.len);
    while (s.len && s.data[s.len - 1] == '#')
        s.len--;
    return slice_trim(s);
}

/* As many whole words as fit. */
static struct slice shorten(struct slice s) {
    size_t end = 0, count = 0;
    for (size_t i = 0, n; i < s.len && count <= SHORTENED; i += n, count++) {
        uint32_t rune = utf8_decode(s, i, &n);
        if (rune == ' ') end = i;
    }
    if (count > SHORTENED && end) s.len = end;
    while (s.len && strchr(".,;:-", s.data[s.len - 1]))
        s.len--;
    return slice_trim(s);
}

void front_title_suggest(const struct text *text, struct str *out) {
    struct slice first = {"", 0};
    for (size_t i = 0; i < text_line_count(text) && i < 40; i++) {
        struct slice line = slice_trim(text_line(text, i)), heading = heading_of(line);
        if (heading.len) {
            str_append(out, heading);
            return;
        }
        if (!first.len && line.len && !slice_starts(line, SLICE("<!--")) && !slice_starts(line, SLICE("---")))
            first = line;
    }
    bool sentence = slice_ends(first, SLICE(".")) || utf8_count(first) > HEADLINE;
    str_append(out, sentence ? shorten(first) : first);
}
