#include "draft/import/readers.h"
#include "draft/import/sheet.h"

#include "base/utf8.h"

/*
 * An exported chat: "[27/11/26 10.15.02] Nama: pesan" (iPhone), "27/11/26 10.15 - Nama: pesan" (Android), a
 * message going on in the lines that begin otherwise. Who wrote when becomes a comment, which is no prose;
 * what WhatsApp says of itself, a line without a name, is left out.
 */
struct head {
    bool is;
    struct slice stamp, name; /* name empty: WhatsApp itself speaks */
    struct slice rest;
};

static size_t skip_digits(struct slice s, size_t i) {
    while (i < s.len && s.data[i] >= '0' && s.data[i] <= '9')
        i++;
    return i;
}

/* Marks of direction, which WhatsApp puts at the start of lines. */
static struct slice without_marks(struct slice s) {
    while (s.len >= 3 && (slice_starts(s, SLICE("\xE2\x80\x8E")) || slice_starts(s, SLICE("\xE2\x80\xAA"))))
        s = slice_range(s, 3, s.len);
    return s;
}

/* After d/m/y at i, or 0. */
static size_t date_end(struct slice s, size_t i) {
    for (int part = 0; part < 3; part++) {
        size_t end = skip_digits(s, i);
        if (end == i || end - i > 4) return 0;
        if (part < 2 && (end >= s.len || !strchr("/.-", s.data[end]))) return 0;
        i = end + (part < 2);
    }
    return i;
}

/* After h.mm, h.mm.ss or h:mm AM at i, or 0. */
static size_t time_end(struct slice s, size_t i) {
    size_t end = skip_digits(s, i), parts = 0;
    if (end == i) return 0;
    while (end + 1 < s.len && strchr(".:", s.data[end]) && skip_digits(s, end + 1) == end + 3)
        end += 3, parts++;
    if (!parts) return 0;
    struct slice rest = slice_range(s, end, s.len);
    if (slice_starts(rest, SLICE(" AM")) || slice_starts(rest, SLICE(" PM"))) end += 3;
    if (slice_starts(rest, SLICE("\xE2\x80\xAF"))) end += 5; /* U+202F before AM */
    return end < s.len ? end : 0;
}

static struct head head_of(struct slice line) {
    struct head head = {0};
    struct slice s = without_marks(line);
    bool bracket = slice_starts(s, SLICE("["));
    size_t date = date_end(s, bracket), at = date;
    if (!date) return head;
    while (at < s.len && strchr(", ", s.data[at]))
        at++;
    size_t end = at > date ? time_end(s, at) : 0;
    if (!end) return head;
    struct slice rest = slice_range(s, end, s.len), mark = bracket ? SLICE("] ") : SLICE(" - ");
    if (!slice_starts(rest, mark)) return head;
    head.is = true;
    head.stamp = slice_range(s, bracket, end);
    head.rest = without_marks(slice_range(rest, mark.len, rest.len));
    size_t colon = slice_find(head.rest, SLICE(": "), 0);
    if (colon == SIZE_MAX) return head;
    head.name = slice_range(head.rest, 0, colon);
    head.rest = without_marks(slice_range(head.rest, colon + 2, head.rest.len));
    return head;
}

bool whatsapp_is_chat(struct slice text) {
    enum { LINES = 200, HEADS = 2 /* one alone may be a line that somebody quotes */ };
    size_t heads = 0;
    bool first = true;
    if (slice_starts(text, SLICE("\xEF\xBB\xBF"))) text = slice_range(text, 3, text.len);
    for (size_t i = 0; i < LINES && text.len && heads < HEADS; i++) {
        struct slice line = slice_trim(slice_cut(&text, '\n'));
        if (!line.len) continue;
        bool is = head_of(line).is;
        if (first && !is) return false;
        first = false;
        heads += is;
    }
    return heads >= HEADS;
}

/* Whether a mark of WhatsApp at at opens (forwards) or closes what is bold: beside a word, and beside no
 * other letter. */
static bool stands(struct slice s, size_t at, bool opens) {
    bool before = at > 0 && s.data[at - 1] != ' ' && s.data[at - 1] != '\n',
         after = at + 1 < s.len && s.data[at + 1] != ' ' && s.data[at + 1] != '\n';
    size_t n;
    bool letter_before = before && rune_is_letter(utf8_decode(s, utf8_previous(s, at), &n)),
         letter_after = after && rune_is_letter(utf8_decode(s, at + 1, &n));
    return opens ? after && !letter_before : before && !letter_after;
}

static size_t closing(struct slice s, size_t at) {
    enum { REACH = 4000 /* bytes: a line of nothing but signs stays cheap */ };
    for (size_t i = at + 2; i < s.len && i < at + REACH; i++)
        if (s.data[i] == s.data[at] && stands(s, i, false)) return i;
    return SIZE_MAX;
}

static unsigned look_of(char c) {
    return c == '*' ? LOOK_BOLD : c == '_' ? LOOK_ITALIC : c == '~' ? LOOK_STRUCK : 0;
}

/* *bold*, _italic_, ~struck~ within a line. */
static void put_line(struct sheet *sheet, struct slice s) {
    unsigned looks = 0;
    size_t ends[3] = {0};
    for (size_t at = 0; at < s.len; at++) {
        unsigned look = look_of(s.data[at]);
        size_t which = look == LOOK_BOLD ? 0 : look == LOOK_ITALIC ? 1 : 2;
        if (look && (looks & look) && ends[which] == at) {
            looks &= ~look;
        } else if (look && !(looks & look) && stands(s, at, true) && closing(s, at) != SIZE_MAX) {
            ends[which] = closing(s, at);
            looks |= look;
        } else {
            sheet_text(sheet, slice_range(s, at, at + 1), looks);
        }
    }
}

static void put_head(struct sheet *sheet, const struct head *head) {
    struct str text = {0};
    str_printf(&text, "%.*s %.*s", SLICE_ARG(head->stamp), SLICE_ARG(head->name));
    for (size_t i = 0; i + 1 < text.len; i++) /* what would end the comment */
        if (text.data[i] == '-' && text.data[i + 1] == '-') text.data[i] = '~';
    sheet_text(sheet, str_slice(&text), LOOK_RAW);
    sheet_paragraph(sheet, &(struct sheet_paragraph){.kind = SHEET_COMMENT});
    str_free(&text);
}

void whatsapp_read(struct slice chat, struct str *out) {
    struct sheet sheet;
    bool shown = true;
    sheet_begin(&sheet, out);
    while (chat.len) {
        struct slice line = slice_cut(&chat, '\n');
        if (slice_ends(line, SLICE("\r"))) line.len--;
        struct head head = head_of(line);
        if (head.is) shown = head.name.len > 0;
        if (head.is && shown) put_head(&sheet, &head);
        if (!shown) continue;
        put_line(&sheet, head.is ? head.rest : line);
        sheet_paragraph(&sheet, &(struct sheet_paragraph){.kind = SHEET_TEXT});
    }
    sheet_end(&sheet);
}
