#ifndef SUNTING_UI_PANELS_READER_H
#define SUNTING_UI_PANELS_READER_H

#include "ui/panels/desk.h"

/*
 * Long text in a frame over the draft, to be read and scrolled: what differs, an earlier version. It is made
 * of passages, and these of sections; where there is something to decide, one section is the chosen one.
 */
struct reader_passage {
    struct str text;
    int indent;
    enum style_id style;
    bool begins; /* a section */
};

struct reader_row {
    size_t passage, start, end;
};

struct reader {
    struct slice title;
    VEC(struct reader_passage) passages;
    bool choosing;  /* sections are chosen */
    size_t section; /* the chosen one */
    size_t top;
    const message_id *hints; /* pairs of key and label, ended by 0; may be NULL */
    message_id enter;        /* what Enter does, or 0 */
    VEC(struct reader_row) rows;
    int columns; /* that rows are for; 0: passages have changed */
};

struct reader_passage *reader_add(struct reader *reader, struct slice text, int indent, enum style_id style);
/* Adds each line of a text, which stays as it is while it is read. */
void reader_add_text(struct reader *reader, const struct text *text, int indent, enum style_id style);
/* Runs until a key that the reader does not use itself. False: leaving. */
bool reader_run(struct desk *desk, struct reader *reader, struct key *key);
void reader_clear(struct reader *reader);
void reader_free(struct reader *reader);

#endif
