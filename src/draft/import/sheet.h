#ifndef SUNTING_DRAFT_IMPORT_SHEET_H
#define SUNTING_DRAFT_IMPORT_SHEET_H

#include "base/str.h"
#include "base/vec.h"

/*
 * A draft in the making: what a document of another program holds, written down as Markdown, a line a
 * paragraph. Whoever reads a document says words and looks as they come, and what each paragraph was when it
 * ends; signs that Markdown would take for its own are escaped.
 *
 * Paragraphs go into the frame that is open: the body, a cell of a table, a note, or a box, which is what
 * stands in the middle of a paragraph and comes after it. A table inside another frame than the body gives
 * its paragraphs to that.
 */
enum sheet_look { LOOK_BOLD = 1, LOOK_ITALIC = 2, LOOK_STRUCK = 4, LOOK_RAW = 8 /* is Markdown already */ };

enum sheet_kind { SHEET_TEXT, SHEET_HEADING, SHEET_ITEM, SHEET_COMMENT };

struct sheet_paragraph {
    enum sheet_kind kind;
    int level;       /* of a heading from 1; of an item from 0 */
    char number[16]; /* of an item: "-", "1.", "a." */
};

/* Words that look alike; those of a line stand one after the other. */
struct sheet_run {
    unsigned looks;
    size_t end;
};

struct sheet_link {
    size_t start, end; /* in the words */
    char *target;      /* owned; NULL while it is open */
};

enum sheet_place { SHEET_BODY, SHEET_CELL, SHEET_NOTE, SHEET_BOX };

struct sheet_frame {
    enum sheet_place place;
    size_t note; /* from 1 */
    struct str words;
    VEC(struct sheet_run) runs;
    VEC(struct sheet_link) links;
    struct str blocks; /* of a box: written; of others: boxes that come after the paragraph */
    size_t tables;     /* open inside it */
};

struct sheet {
    struct str *out;
    VEC(struct sheet_frame) frames;
    VEC(struct str) cells; /* of the table that is open, Markdown */
    VEC(size_t) rows;      /* the first cell of each */
    VEC(struct str) notes; /* Markdown */
    int level;             /* of the item before, so that none hangs in the air; -1: there is none */
    bool tight;            /* the next item may follow without an empty line */
};

/* Appends to out. */
void sheet_begin(struct sheet *sheet, struct str *out);
/* Writes the notes, and frees all but out. */
void sheet_end(struct sheet *sheet);

void sheet_text(struct sheet *sheet, struct slice text, unsigned looks);
/* A line ends inside the paragraph. */
void sheet_break(struct sheet *sheet);
void sheet_link_begin(struct sheet *sheet);
void sheet_link_end(struct sheet *sheet, const char *target);
/* The link that is open leads to another place of the document: a number, 1 or [1], becomes the sign of a
 * note (at the start of a paragraph of what the note says: true); other words are no link. */
bool sheet_link_note(struct sheet *sheet);
/* The paragraph so far ends; an empty one is none. */
void sheet_paragraph(struct sheet *sheet, const struct sheet_paragraph *paragraph);

void sheet_box_begin(struct sheet *sheet);
void sheet_box_end(struct sheet *sheet);

void sheet_table_begin(struct sheet *sheet);
void sheet_row(struct sheet *sheet);
void sheet_cell_begin(struct sheet *sheet);
void sheet_cell_end(struct sheet *sheet);
void sheet_table_end(struct sheet *sheet);

/* Puts the sign of a note, and returns its number. */
size_t sheet_note_sign(struct sheet *sheet);
void sheet_note_begin(struct sheet *sheet, size_t number);
void sheet_note_end(struct sheet *sheet);

/* Of sheet_words.c: the words of the frame as Markdown, on one line. */
void sheet_words(const struct sheet_frame *frame, struct str *out);
/* Of sheet_table.c: the table that is complete. */
void sheet_table_write(const struct sheet *sheet, struct str *out);

#endif
