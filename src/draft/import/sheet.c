#include "draft/import/sheet.h"

#include "base/utf8.h"

static struct sheet_frame *frame_of(struct sheet *sheet) {
    return vec_last(&sheet->frames);
}

static void push(struct sheet *sheet, enum sheet_place place) {
    vec_add(&sheet->frames)->place = place;
}

static void clear_line(struct sheet_frame *frame) {
    str_clear(&frame->words);
    vec_clear(&frame->runs);
    vec_each(struct sheet_link, link, &frame->links)
        free(link->target);
    vec_clear(&frame->links);
}

static void pop(struct sheet *sheet) {
    struct sheet_frame *frame = frame_of(sheet);
    clear_line(frame);
    str_free(&frame->words);
    vec_free(&frame->runs);
    vec_free(&frame->links);
    str_free(&frame->blocks);
    sheet->frames.count--;
}

void sheet_begin(struct sheet *sheet, struct str *out) {
    *sheet = (struct sheet){.out = out, .level = -1};
    push(sheet, SHEET_BODY);
}

/* A block begins: an empty line before it, but between items. */
static void part_blocks(struct str *out, bool tight) {
    if (out->len) str_append_text(out, tight ? "\n" : "\n\n");
}

void sheet_end(struct sheet *sheet) {
    while (sheet->frames.count) { /* a broken document may leave some open */
        sheet_paragraph(sheet, &(struct sheet_paragraph){.kind = SHEET_TEXT});
        if (frame_of(sheet)->place == SHEET_BOX) {
            sheet_box_end(sheet);
            continue;
        }
        while (frame_of(sheet)->tables)
            sheet_table_end(sheet);
        pop(sheet);
    }
    for (size_t i = 0; i < sheet->notes.count; i++) {
        part_blocks(sheet->out, i > 0);
        str_printf(sheet->out, "[^%zu]: %s", i + 1, str_text(&sheet->notes.items[i]));
        str_free(&sheet->notes.items[i]);
    }
    if (sheet->out->len) str_append_byte(sheet->out, '\n');
    vec_each(struct str, cell, &sheet->cells)
        str_free(cell);
    vec_free(&sheet->cells);
    vec_free(&sheet->rows);
    vec_free(&sheet->notes);
    vec_free(&sheet->frames);
}

void sheet_text(struct sheet *sheet, struct slice text, unsigned looks) {
    struct sheet_frame *frame = frame_of(sheet);
    if (!text.len) return;
    str_append(&frame->words, text);
    if (!frame->runs.count || vec_last(&frame->runs)->looks != looks)
        vec_push(&frame->runs, (struct sheet_run){.looks = looks});
    vec_last(&frame->runs)->end = frame->words.len;
}

void sheet_break(struct sheet *sheet) {
    sheet_text(sheet, SLICE("\n"), 0);
}

void sheet_link_begin(struct sheet *sheet) {
    struct sheet_frame *frame = frame_of(sheet);
    vec_push(&frame->links, (struct sheet_link){.start = frame->words.len});
}

void sheet_link_end(struct sheet *sheet, const char *target) {
    struct sheet_frame *frame = frame_of(sheet);
    if (!frame->links.count || vec_last(&frame->links)->target) return;
    struct sheet_link *link = vec_last(&frame->links);
    link->end = frame->words.len;
    if (target && link->end > link->start)
        link->target = slice_copy(slice_of(target));
    else
        frame->links.count--;
}

static void cut_words(struct sheet_frame *frame, size_t from) {
    str_splice(&frame->words, from, frame->words.len - from, SLICE(""));
    while (frame->runs.count > 1 && frame->runs.items[frame->runs.count - 2].end >= from)
        frame->runs.count--;
    if (from)
        vec_last(&frame->runs)->end = from;
    else
        vec_clear(&frame->runs);
}

/* The digits of "12" and "[12]"; empty when there is more than that. */
static struct slice note_number(struct slice words) {
    enum { DIGITS_MOST = 4 };
    bool bracketed = words.len > 2 && words.data[0] == '[' && words.data[words.len - 1] == ']';
    struct slice digits = bracketed ? slice_range(words, 1, words.len - 1) : words;
    for (size_t i = 0; i < digits.len; i++)
        if (digits.data[i] < '0' || digits.data[i] > '9') return SLICE("");
    return digits.len <= DIGITS_MOST ? digits : SLICE("");
}

bool sheet_link_note(struct sheet *sheet) {
    struct sheet_frame *frame = frame_of(sheet);
    if (!frame->links.count || vec_last(&frame->links)->target) return false;
    size_t start = vec_last(&frame->links)->start;
    struct slice words = str_slice(&frame->words);
    struct slice number = note_number(slice_trim(slice_range(words, start, words.len)));
    sheet_link_end(sheet, NULL);
    if (!number.len) return false;
    struct str sign = {0};
    bool is_note = !start && frame->place == SHEET_BODY;
    str_printf(&sign, "[^%.*s]%s", SLICE_ARG(number), is_note ? ": " : "");
    cut_words(frame, start);
    sheet_text(sheet, str_slice(&sign), LOOK_RAW);
    str_free(&sign);
    return is_note;
}

static void append_block(struct sheet *sheet, struct str *out, const struct sheet_paragraph *paragraph,
                         struct slice words) {
    enum { INDENT = 4, HEADINGS = 6 };
    bool item = paragraph->kind == SHEET_ITEM;
    bool letter = item && rune_is_letter((unsigned char)paragraph->number[0]); /* no list of Markdown */
    part_blocks(out, item && sheet->tight);
    if (paragraph->kind == SHEET_HEADING) {
        int level = paragraph->level < 1 ? 1 : paragraph->level > HEADINGS ? HEADINGS : paragraph->level;
        str_append_repeated(out, '#', (size_t)level);
        str_append_byte(out, ' ');
    } else if (item) {
        int level = paragraph->level > sheet->level + 1 ? sheet->level + 1 : paragraph->level;
        if (!letter) str_append_repeated(out, ' ', (size_t)level * INDENT);
        str_printf(out, "%s ", paragraph->number);
        sheet->level = level;
    }
    if (!item) sheet->level = -1;
    sheet->tight = item && !letter;
    str_append(out, words);
}

/* Inside a cell or a note, paragraphs stand on one line. */
static void append_inside(struct str *out, const char *between, struct slice words) {
    if (out->len) str_append_text(out, between);
    str_append(out, words);
}

static void place(struct sheet *sheet, const struct sheet_paragraph *paragraph, struct slice words) {
    struct sheet_frame *frame = frame_of(sheet);
    switch (frame->place) {
    case SHEET_BODY:
        append_block(sheet, sheet->out, paragraph, words);
        break;
    case SHEET_BOX:
        append_block(sheet, &frame->blocks, paragraph, words);
        break;
    case SHEET_CELL:
        append_inside(vec_last(&sheet->cells), "<br>", words);
        break;
    case SHEET_NOTE:
        append_inside(&sheet->notes.items[frame->note - 1], "\n    ", words);
        break;
    }
}

static bool is_blank(struct slice s) {
    for (size_t at = 0, n; at < s.len; at += n)
        if (!rune_is_space(utf8_decode(s, at, &n))) return false;
    return true;
}

void sheet_paragraph(struct sheet *sheet, const struct sheet_paragraph *paragraph) {
    struct sheet_frame *frame = frame_of(sheet);
    struct str words = {0};
    if (paragraph->kind == SHEET_COMMENT)
        str_printf(&words, "<!-- %s -->", str_text(&frame->words));
    else if (!is_blank(str_slice(&frame->words)))
        sheet_words(frame, &words);
    if (words.len) place(sheet, paragraph, str_slice(&words));
    clear_line(frame);
    if (frame->place != SHEET_BOX && frame->blocks.len) {
        struct str boxes = frame->blocks;
        frame->blocks = (struct str){0};
        place(sheet, &(struct sheet_paragraph){.kind = SHEET_TEXT}, str_slice(&boxes));
        str_free(&boxes);
    }
    str_free(&words);
}

void sheet_box_begin(struct sheet *sheet) {
    push(sheet, SHEET_BOX);
}

void sheet_box_end(struct sheet *sheet) {
    if (frame_of(sheet)->place != SHEET_BOX) return;
    struct str blocks = frame_of(sheet)->blocks;
    frame_of(sheet)->blocks = (struct str){0};
    pop(sheet);
    if (blocks.len) append_inside(&frame_of(sheet)->blocks, "\n\n", str_slice(&blocks));
    str_free(&blocks);
}

size_t sheet_note_sign(struct sheet *sheet) {
    struct str sign = {0};
    vec_push(&sheet->notes, (struct str){0});
    str_printf(&sign, "[^%zu]", sheet->notes.count);
    sheet_text(sheet, str_slice(&sign), LOOK_RAW);
    str_free(&sign);
    return sheet->notes.count;
}

void sheet_note_begin(struct sheet *sheet, size_t number) {
    push(sheet, SHEET_NOTE);
    frame_of(sheet)->note = number;
}

void sheet_note_end(struct sheet *sheet) {
    if (frame_of(sheet)->place == SHEET_NOTE) pop(sheet);
}

void sheet_table_begin(struct sheet *sheet) {
    frame_of(sheet)->tables++;
}

/* Whether what is said of rows and cells is of the one table that becomes one. */
static bool is_real(struct sheet *sheet) {
    struct sheet_frame *frame = frame_of(sheet);
    return frame->place == SHEET_BODY && frame->tables == 1;
}

void sheet_row(struct sheet *sheet) {
    if (is_real(sheet)) vec_push(&sheet->rows, sheet->cells.count);
}

void sheet_cell_begin(struct sheet *sheet) {
    if (!is_real(sheet)) return;
    if (!sheet->rows.count) sheet_row(sheet);
    vec_push(&sheet->cells, (struct str){0});
    push(sheet, SHEET_CELL);
}

void sheet_cell_end(struct sheet *sheet) {
    sheet_paragraph(sheet, &(struct sheet_paragraph){.kind = SHEET_TEXT});
    if (frame_of(sheet)->place == SHEET_CELL && !frame_of(sheet)->tables) pop(sheet);
}

void sheet_table_end(struct sheet *sheet) {
    struct sheet_frame *frame = frame_of(sheet);
    if (!frame->tables) return;
    if (is_real(sheet) && sheet->cells.count) {
        struct str table = {0};
        sheet_table_write(sheet, &table);
        if (table.len) append_block(sheet, sheet->out, &(struct sheet_paragraph){0}, str_slice(&table));
        str_free(&table);
        vec_each(struct str, cell, &sheet->cells)
            str_free(cell);
        vec_clear(&sheet->cells);
        vec_clear(&sheet->rows);
    }
    frame->tables--;
}
