#ifndef SUNTING_UI_TERMINAL_MOVES_H
#define SUNTING_UI_TERMINAL_MOVES_H

#include "base/str.h"

/*
 * Moves of the cursor with fewer bytes. Curses never goes down by a line feed, which a terminal driver might
 * change; it addresses the row. From one row to the start of a near one below, a return and line feeds do it,
 * and mean the same whatever the driver makes of them.
 */
struct moves_sent {
    int width;    /* columns of the terminal */
    int row;      /* where the cursor is, from 1; 0: not known */
    int used;     /* columns that it has gone from the start of the row, at most */
    bool margins; /* the rows do not all scroll */
};

/* Appends what is to be sent of one or more frames. */
void moves_append(struct moves_sent *sent, struct slice frame, struct str *out);
/* Others write to the terminal. */
void moves_leave(struct moves_sent *sent);

#endif
