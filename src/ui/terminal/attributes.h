#ifndef SUNTING_UI_TERMINAL_ATTRIBUTES_H
#define SUNTING_UI_TERMINAL_ATTRIBUTES_H

#include "base/str.h"

/*
 * What curses writes, with fewer bytes. Curses says all attributes and colours anew at each change ("(B, [m,
 * [39;49m, [38;5;252m, [48;5;233m"), and at the end of each frame, where nothing is drawn any more. Here they
 * are said when something is drawn or erased next, in one sequence, and only as far as they differ.
 */
enum { ATTRIBUTES_COLOUR_MAX = 24 };

struct attributes {
    unsigned set;                                                   /* bit n: SGR n, 1 bold to 9 struck */
    char front[ATTRIBUTES_COLOUR_MAX], back[ATTRIBUTES_COLOUR_MAX]; /* "38;5;252"; "": the terminal's own */
    char charset;                                                   /* the one ESC ( has chosen, 'B' or '0' */
    char shift;                                                     /* 14: line drawing, 15: letters */
};

struct attributes_sent {
    struct attributes shown, wanted, saved; /* saved: by ESC 7 */
    bool pending;                           /* wanted may differ from what the terminal has */
    bool known;                             /* what it has is in shown */
    bool blind;    /* curses has said a colour in a way that is not known: all is passed on as it is */
    int rows;      /* of the terminal */
    bool ends_one; /* it knows how to end one attribute (SGR 22 to 29); an old one can only end them all */
};

void attributes_open(struct attributes_sent *sent, bool ends_one);
/* Appends the bytes of one or more whole frames. */
void attributes_append(struct attributes_sent *sent, struct slice frame, struct str *out);
/* What is still to be said; afterwards others write to the terminal, and its state is not known. */
void attributes_leave(struct attributes_sent *sent, struct str *out);
/* Bytes of the control sequence at the start of text. */
size_t sequence_length(struct slice text);

#endif
