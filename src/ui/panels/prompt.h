#ifndef SUNTING_UI_PANELS_PROMPT_H
#define SUNTING_UI_PANELS_PROMPT_H

#include "ui/panels/desk.h"

/*
 * Questions in the status row. Esc always leaves.
 */

/* A line of text to be edited, at the status row or, in a form, wherever it is drawn. */
struct field {
    struct str text;
    size_t cursor;
};
/* True when the key belongs to the field: a character, an arrow, Backspace, ... */
bool field_key(struct field *field, struct key key);
void field_insert(struct field *field, struct slice text);
/* Draws the end of the field that holds the cursor into the row that is being drawn; returns the column of
 * the cursor on the screen. */
int field_draw(const struct field *field, struct screen *screen, enum style_id style);

struct prompt {
    struct slice label;
    struct field field;
    void (*changed)(struct desk *, struct prompt *); /* after each key that changed the text; may be NULL */
    bool (*key)(struct desk *, struct prompt *, struct key); /* keys of one's own: true: taken; may be NULL */
    void *context;
    const message_id *hints; /* pairs of key and label, ended by 0; may be NULL */
};

/* Runs until Enter (true) or Esc (false). Release the field's text. */
bool prompt_run(struct desk *desk, struct prompt *prompt);

/* A question with some answers, each begun with its letter: "Simpan", "Buang". Of several, the first loses
 * nothing and is what Enter chooses; a single one wants its letter. again: the answer that Ctrl-S is,
 * or -1. Returns the number of the answer, or -1 for Esc and Ctrl-Q. */
int ask(struct desk *desk, struct slice question, const message_id *answers, size_t count, int again);
/* A question that comes while somebody writes, who may go on: a letter or a paste ends it as Esc does, and
 * goes into the draft. The arrows choose among the answers, Enter takes the chosen one. */
int ask_writer(struct desk *desk, struct slice question, const message_id *answers, size_t count, int again);

#endif
