#include "draft/import/plain_words.h"
#include "draft/import/sheet.h"

#include "base/utf8.h"

/*
 * Words with looks as Markdown: signs that would mean something are escaped, and the marks of emphasis hug
 * the words, since CommonMark (6.2) takes none that stand beside a space.
 */
static const struct {
    unsigned look;
    const char *mark;
} marks[] = {{LOOK_BOLD, "**"}, {LOOK_ITALIC, "*"}, {LOOK_STRUCK, "~~"}};
enum { MARKS = sizeof marks / sizeof *marks };

struct sheet_writing {
    struct str *out;
    size_t open[MARKS], count; /* indexes into marks, the outermost first */
    struct str blanks;         /* not written yet: a mark may have to come before them */
};

static void close_marks(struct sheet_writing *w, unsigned looks) {
    size_t keep = 0;
    while (keep < w->count && (looks & marks[w->open[keep]].look))
        keep++;
    while (w->count > keep)
        str_append_text(w->out, marks[w->open[--w->count]].mark);
}

static void open_marks(struct sheet_writing *w, unsigned looks) {
    unsigned is = 0;
    for (size_t i = 0; i < w->count; i++)
        is |= marks[w->open[i]].look;
    for (size_t i = 0; i < MARKS; i++) {
        if (!(looks & ~is & marks[i].look)) continue;
        str_append_text(w->out, marks[i].mark);
        w->open[w->count++] = i;
    }
}

/* Before what is no blank, or at the end: the marks of the words before go before the blanks. */
static void settle(struct sheet_writing *w, unsigned looks) {
    close_marks(w, looks);
    str_append(w->out, str_slice(&w->blanks));
    str_clear(&w->blanks);
    open_marks(w, looks);
}

static bool is_word(struct slice s, size_t at) {
    size_t n;
    if (at >= s.len) return false;
    uint32_t rune = utf8_decode(s, at, &n);
    return rune_is_letter(rune) || rune_is_digit(rune);
}

/* Whether Markdown would take the sign at at for its own. */
static bool is_sign(struct slice s, size_t at) {
    char c = s.data[at], next = at + 1 < s.len ? s.data[at + 1] : 0;
    bool letter = (next >= 'a' && next <= 'z') || (next >= 'A' && next <= 'Z');
    switch (c) {
    case '*':
    case '`':
        return true;
    case '\\':
        return next && !letter && next > ' ' && (unsigned char)next < 0x80;
    case '_': /* inside a word it means nothing */
        return !at || !is_word(s, at + 1) || !is_word(s, utf8_previous(s, at));
    case '<':
        return letter || next == '/' || next == '!' || next == '?';
    case '&':
        return letter || next == '#';
    case '~':
        return next == '~';
    case ']':
        return next == '(';
    default:
        return false;
    }
}

/* What would make another block of the line's beginning. */
static bool begins_block(struct slice s) {
    size_t n = 0;
    while (n < s.len && s.data[n] == '#')
        n++;
    if (n && n <= 6 && (n == s.len || s.data[n] == ' ')) return true;
    if (s.len && s.data[0] == '>') return true;
    size_t same = 0;
    while (same < s.len && s.data[same] == s.data[0])
        same++;
    return same == s.len && s.len && strchr("-=+_*~", s.data[0]);
}

static void append_escaped(struct str *out, struct slice s, size_t at, size_t n) {
    if (n == 1 && is_sign(s, at)) str_append_byte(out, '\\');
    str_append(out, slice_range(s, at, at + n));
}

static unsigned looks_at(const struct sheet_frame *frame, size_t at, size_t *run) {
    while (*run + 1 < frame->runs.count && frame->runs.items[*run].end <= at)
        ++*run;
    return frame->runs.count ? frame->runs.items[*run].looks : 0;
}

/* Ends the link that ends here; begins those that begin here. */
static void links_at(struct sheet_writing *w, const struct sheet_frame *frame, size_t at, size_t *link,
                     bool *open) {
    if (*open && frame->links.items[*link].end <= at) {
        close_marks(w, 0);
        str_append_text(w->out, "](<");
        for (const char *c = frame->links.items[*link].target; *c; c++)
            if (!strchr("<>\n\r\\", *c)) str_append_byte(w->out, *c);
        str_append_text(w->out, ">)");
        *open = false;
        ++*link;
    }
    while (!*open && *link < frame->links.count &&
           (!frame->links.items[*link].target || frame->links.items[*link].start < at))
        ++*link;
    if (!*open && *link < frame->links.count && frame->links.items[*link].start == at) {
        settle(w, 0);
        str_append_byte(w->out, '[');
        *open = true;
    }
}

/* What means something in Markdown somewhere in a line, or is no sign of one byte. */
static const unsigned char signs[256] = {
    [0 ... ' ' - 1] = SIGN_OTHER, [' '] = SIGN_BLANK, ['*'] = SIGN_OTHER,           ['`'] = SIGN_OTHER,
    ['\\'] = SIGN_OTHER,          ['_'] = SIGN_OTHER, ['<'] = SIGN_OTHER,           ['&'] = SIGN_OTHER,
    ['~'] = SIGN_OTHER,           [']'] = SIGN_OTHER, [0x7f ... 0xff] = SIGN_OTHER,
};

void sheet_words(const struct sheet_frame *frame, struct str *out) {
    struct slice s = slice_trim(str_slice(&frame->words));
    size_t from = (size_t)(s.data - frame->words.data), run = 0, link = 0;
    struct sheet_writing w = {.out = out};
    bool open = false,
         even = !frame->links.count && frame->runs.count <= 1; /* nothing changes inside words */
    str_reserve(out, s.len);
    for (size_t at = 0, n; at < s.len; at += n) {
        uint32_t rune = utf8_decode(s, at, &n);
        links_at(&w, frame, from + at, &link, &open);
        if (rune == '\n') {
            str_clear(&w.blanks);
            str_append_text(&w.blanks, "\\\n");
        } else if (rune_is_space(rune)) {
            if (!slice_ends(str_slice(&w.blanks), SLICE("\n")))
                str_append(&w.blanks, slice_range(s, at, at + n));
        } else {
            if (even && signs[(unsigned char)s.data[at]] == SIGN_PLAIN)
                n = plain_words_end(signs, s, at) - at;
            unsigned looks = looks_at(frame, from + at, &run);
            settle(&w, looks & ~(unsigned)LOOK_RAW);
            if (at == 0 && begins_block(s)) str_append_byte(out, '\\');
            if (looks & LOOK_RAW)
                str_append(out, slice_range(s, at, at + n));
            else
                append_escaped(out, s, at, n);
        }
    }
    links_at(&w, frame, from + s.len, &link, &open);
    settle(&w, 0);
    str_free(&w.blanks);
}
