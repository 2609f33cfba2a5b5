#include "draft/import/doc_book.h"

#include "draft/import/doc_lines.h"
#include "draft/import/sheet.h"
#include "draft/import/xml.h"

/*
 * DocBook as antiword writes it: chapters and sections with titles, paragraphs, lists of one level, tables
 * whose cells are lines. What it leaves out, ends of lines and notes, stands in its plain text.
 */
enum { SPANS = 16 /* looks within each other */ };

struct run {
    unsigned looks;
    size_t end; /* in the words */
};

struct book {
    struct sheet sheet;
    struct doc_lines *lines;
    struct str words; /* of the paragraph so far, as they are */
    VEC(struct run) runs;
    unsigned looks[SPANS];
    size_t spans;
    int level; /* of the heading that a title here is: chapters and sections that are open */
    size_t skipped;
    size_t notes; /* signs of them so far */
    bool in_item;
    bool by_line; /* a line is a paragraph: in cells and notes */
};

#define PICTURE SLICE("[pic]")
enum { LOOK_NOTE = LOOK_RAW << 1 };

static void add(struct book *b, struct slice text, unsigned looks) {
    str_append(&b->words, text);
    bool goes_on = b->runs.count && vec_last(&b->runs)->looks == looks;
    if (!goes_on || looks & LOOK_NOTE) /* two notes side by side are two */
        vec_push(&b->runs, (struct run){.looks = looks});
    vec_last(&b->runs)->end = b->words.len;
}

static void put(struct book *b, size_t start, size_t end, unsigned looks) {
    sheet_text(&b->sheet, slice_range(str_slice(&b->words), start, end), looks);
}

/* dense: how many bytes of the paragraph that are no blanks stand before. */
static size_t put_run(struct book *b, size_t from, const struct run *run, size_t *dense) {
    struct slice words = str_slice(&b->words);
    size_t start = from;
    for (size_t at = from, n; at < run->end; at += n) {
        bool picture = slice_starts(slice_range(words, at, run->end), PICTURE);
        size_t blank = doc_blank(words, at);
        n = picture ? PICTURE.len : blank ? blank : 1;
        bool ends = b->by_line ? words.data[at] == '\n' : !blank && doc_lines_break(b->lines, *dense);
        if (ends || picture) {
            put(b, start, at, run->looks);
            start = picture ? at + n : at;
        }
        if (ends && b->by_line)
            sheet_paragraph(&b->sheet, &(struct sheet_paragraph){.kind = SHEET_TEXT});
        else if (ends && vec_last(&b->sheet.frames)->words.len)
            sheet_break(&b->sheet);
        *dense += blank ? 0 : n;
    }
    if (start < run->end) put(b, start, run->end, run->looks);
    return run->end;
}

static size_t put_note(struct book *b, size_t from, const struct run *run, size_t *dense) {
    sheet_note_sign(&b->sheet);
    *dense += run->end - from;
    return run->end;
}

static bool is_sign_of_list(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The number as it stands in the document: "3.", "b)"; any other sign is "-". */
static void set_item(struct sheet_paragraph *paragraph, struct slice label) {
    enum { LONGEST = sizeof paragraph->number - 1 };
    size_t n = 0;
    while (n < label.len && is_sign_of_list(label.data[n]))
        n++;
    bool number = n && n + 1 == label.len && n < LONGEST && strchr(".)", label.data[n]);
    *paragraph = (struct sheet_paragraph){.kind = SHEET_ITEM};
    memcpy(paragraph->number, number ? label.data : "-", number ? label.len : 1);
}

static void end_paragraph(struct book *b, struct sheet_paragraph paragraph) {
    struct slice words = slice_trim(str_slice(&b->words));
    size_t start = words.len ? (size_t)(words.data - b->words.data) : 0, dense = 0;
    b->words.len = start + words.len;
    bool found = doc_lines_find(b->lines, words);
    if (slice_starts(words, SLICE(DOC_LINE))) start += strlen(DOC_LINE), dense = strlen(DOC_LINE);
    if (paragraph.kind == SHEET_ITEM) set_item(&paragraph, found ? doc_lines_label(b->lines) : SLICE(""));
    vec_each(struct run, run, &b->runs) {
        if (run->end > b->words.len) run->end = b->words.len;
        if (paragraph.kind == SHEET_HEADING) run->looks &= ~(unsigned)LOOK_BOLD; /* it is bold anyway */
        if (run->end > start) start = (run->looks & LOOK_NOTE ? put_note : put_run)(b, start, run, &dense);
    }
    sheet_paragraph(&b->sheet, &paragraph);
    str_clear(&b->words);
    vec_clear(&b->runs);
}

static void begin_span(struct book *b, const char *const *attributes) {
    static const struct {
        const char *role;
        unsigned look;
    } roles[] = {{"bold", LOOK_BOLD}, {"strikethrough", LOOK_STRUCK}, {"underline", 0}};
    const char *role = xml_attribute(attributes, "role");
    unsigned look = role ? 0 : LOOK_ITALIC;
    for (size_t i = 0; role && i < sizeof roles / sizeof *roles; i++)
        if (xml_is(role, roles[i].role)) look = roles[i].look;
    unsigned outer = b->looks[b->spans];
    if (b->spans + 1 < SPANS) b->spans++;
    b->looks[b->spans] = outer | look;
}

static bool is_section(const char *name) {
    return xml_is(name, "chapter") || strncmp(name, "sect", 4) == 0;
}

static bool is_list(const char *name) {
    return xml_is(name, "listitem");
}

/* Words that stand before an element that is no look end a paragraph. */
static void part(struct book *b) {
    if (b->words.len)
        end_paragraph(b, (struct sheet_paragraph){.kind = b->in_item ? SHEET_ITEM : SHEET_TEXT});
}

static void begin_note(struct book *b) {
    struct str sign = {0};
    str_printf(&sign, "[%zu]", ++b->notes);
    add(b, str_slice(&sign), LOOK_NOTE);
    str_free(&sign);
    b->skipped++;
}

static void on_start(void *self, const char *name, const char *const *attributes) {
    struct book *b = self;
    if (b->skipped || xml_is(name, "bookinfo")) {
        b->skipped++;
    } else if (xml_is(name, "title") && !b->level) {
        b->skipped++; /* a property of the file, not its text */
    } else if (xml_is(name, "emphasis")) {
        begin_span(b, attributes);
    } else if (xml_is(name, "footnote")) {
        begin_note(b);
    } else if (is_section(name)) {
        b->level++;
    } else if (is_list(name)) {
        b->in_item = true;
    } else if (xml_is(name, "para") || xml_is(name, "title")) {
        part(b);
        b->spans = 0;
    } else if (xml_is(name, "informaltable")) {
        part(b);
        sheet_table_begin(&b->sheet);
    } else if (xml_is(name, "row")) {
        sheet_row(&b->sheet);
    } else if (xml_is(name, "entry")) {
        sheet_cell_begin(&b->sheet);
        b->by_line = true;
        b->spans = 0;
    }
}

static void on_end(void *self, const char *name) {
    struct book *b = self;
    if (b->skipped) {
        b->skipped--;
    } else if (xml_is(name, "emphasis")) {
        b->spans -= b->spans > 0;
    } else if (is_section(name)) {
        b->level--;
    } else if (xml_is(name, "title")) {
        end_paragraph(b, (struct sheet_paragraph){.kind = SHEET_HEADING, .level = b->level});
    } else if (xml_is(name, "para")) {
        part(b);
    } else if (is_list(name)) {
        b->in_item = false;
    } else if (xml_is(name, "entry")) {
        end_paragraph(b, (struct sheet_paragraph){.kind = SHEET_TEXT});
        sheet_cell_end(&b->sheet);
        b->by_line = false;
    } else if (xml_is(name, "informaltable")) {
        sheet_table_end(&b->sheet);
    }
}

static void on_text(void *self, struct slice text) {
    struct book *b = self;
    if (!b->skipped) add(b, text, b->looks[b->spans]);
}

/* What the signs of notes stand for; and notes whose sign it has left out. */
static void read_notes(struct book *b) {
    size_t from = 0;
    b->by_line = true;
    for (size_t number = 1;; number++) {
        struct slice note = doc_lines_note(b->lines, number, &from);
        if (!note.data) return;
        bool has_sign = number <= b->sheet.notes.count;
        if (has_sign)
            sheet_note_begin(&b->sheet, number);
        else
            str_printf(&b->words, "[%zu] ", number);
        add(b, note, 0);
        end_paragraph(b, (struct sheet_paragraph){.kind = SHEET_TEXT});
        if (has_sign) sheet_note_end(&b->sheet);
    }
}

bool doc_book_read(struct slice book, struct slice text, const char *path, struct str *out, struct error *e) {
    struct doc_lines lines;
    struct book b = {.lines = &lines};
    const struct xml_reader reader = {
        .space = "", .start = on_start, .end = on_end, .text = on_text, .self = &b};
    doc_lines_begin(&lines, text);
    sheet_begin(&b.sheet, out);
    bool ok = xml_read(&reader, book, path, "DocBook", e);
    if (ok) part(&b); /* words after the last paragraph */
    if (ok) read_notes(&b);
    sheet_end(&b.sheet);
    str_free(&b.words);
    vec_free(&b.runs);
    doc_lines_free(&lines);
    return ok;
}
