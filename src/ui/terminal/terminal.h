#ifndef SUNTING_UI_TERMINAL_TERMINAL_H
#define SUNTING_UI_TERMINAL_TERMINAL_H

#include "base/message.h"
#include "ui/terminal/attributes.h"
#include "ui/terminal/moves.h"

#include <stdio.h>
#include <termios.h>

/*
 * The terminal as a device: raw mode, the alternate screen, bracketed paste; and everything put back as it
 * was, on every way out. Draws nothing (ui/terminal/screen.h does) and asks the terminal nothing.
 *
 * Curses sends a row at a time, which over a network is a packet a row. So it writes into a file in memory,
 * and terminal_flush() sends what it wrote as one.
 */
struct terminal {
    struct termios before; /* as the shell left it */
    struct termios raw;    /* as the editor needs it */
    FILE *frame;           /* what curses writes */
    struct str drawn;      /* the frame that is to be sent */
    struct attributes_sent attributes;
    struct str said; /* the frame with attributes said once */
    struct moves_sent moves;
    struct str sending; /* on its way to the terminal */
    size_t sent;        /* of it */
    int output;         /* where it goes without waiting; -1: standard output, with waiting */
    void *curses;       /* SCREEN * */
    bool open;
    bool paste;               /* bracketed paste has been switched on */
    bool clipboard;           /* copied text goes to the terminal's clipboard as well (OSC 52) */
    bool backspace_is_ctrl_h; /* the terminal's Backspace key sends ^H */
    bool mouse;               /* it reports the mouse, because its user asked for that */
    int escape_ms;            /* how long a lone ESC waits for the rest of a sequence */
};

/* Needs a terminal on standard input and output. An unknown TERM falls back to xterm-256color, xterm, vt100.
 */
bool terminal_open(struct terminal *terminal, struct error *e);
void terminal_close(struct terminal *terminal);
/* For a stop (Ctrl-Z of the shell) and the way back. */
void terminal_suspend(struct terminal *terminal);
void terminal_resume(struct terminal *terminal);
/* A terminal may take nothing (stopped, a connection that hangs); then what was sent waits, and whoever draws
 * waits with the next frame: as long as terminal_waits(), call terminal_send() when terminal_output() can be
 * written. */
bool terminal_waits(const struct terminal *terminal);
int terminal_output(const struct terminal *terminal);
void terminal_send(struct terminal *terminal);
/* Sends what curses has written. */
void terminal_flush(struct terminal *terminal);
/* Reports of the mouse from here on, or none. The terminal's own selection then needs Shift. */
void terminal_mouse(struct terminal *terminal, bool on);
/* Gives the screen back for a while, and shows text on it as it is; ends with Enter, or when fd can be read.
 */
void terminal_show(struct terminal *terminal, struct slice text, int fd);
/* Tells curses the size that the terminal has now. */
void terminal_measure(struct terminal *terminal);
/* What it cannot show together with a colour: the bits of terminfo's no_color_video, 2 underlined, 4 reverse,
 * 16 dim, 32 bold. */
int terminal_not_with_colour(void);
/* Offers text to the terminal's clipboard, if it is worth trying; too much is left out. Returns true when it
 * was sent. */
bool terminal_copy(struct terminal *terminal, struct slice text);

#endif
