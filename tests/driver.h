#ifndef SUNTING_TESTS_DRIVER_H
#define SUNTING_TESTS_DRIVER_H

#include "base/str.h"

#include <sys/types.h>

/*
 * Runs a real program in a pseudo-terminal and keeps the screen that a user would see (libvterm).
 * Each session has a home of its own, so that nothing of the tester's is read or written.
 */
struct pty;

/* home: the folder that HOME and the XDG variables point into. extra: NULL or a NULL-terminated list of
 * "NAME=value" that go over the pinned environment. Never returns NULL; a failure to start ends the test
 * program. */
struct pty *pty_start(char *const argv[], const char *home, int rows, int columns, const char *const *extra);
/* Hangs up, waits for the program's end (kills it after five seconds), and frees everything. */
void pty_free(struct pty *pty);

void pty_send(struct pty *pty, struct slice bytes);
/* The same, and what the program draws is not taken from it meanwhile. */
void pty_send_blind(struct pty *pty, struct slice bytes);
void pty_resize(struct pty *pty, int rows, int columns);
/* Tells only the program, not the screen kept here: libvterm 0.1 crashes on some sequences of sizes. */
void pty_tell_size(struct pty *pty, int rows, int columns);
/* Takes in output until there was none for quiet ms, at most timeout ms. */
void pty_settle(struct pty *pty, int quiet, int timeout);
/* Takes in what the program draws for a key; waits a second for the first of it. Were the next key sent
 * before, an Esc and that key could arrive as one: Alt with the key. */
void pty_answer(struct pty *pty);
/* Takes in output until the screen holds text; false after timeout ms. */
bool pty_wait(struct pty *pty, const char *text, int timeout);
/* Waits for the program's end: its wait status, or -1 after timeout ms. */
int pty_exit(struct pty *pty, int timeout);
pid_t pty_pid(const struct pty *pty);
/* Bytes that the program has written so far. */
size_t pty_written(const struct pty *pty);
/* All that the program has written; valid until the next call. */
struct slice pty_output(const struct pty *pty);

/* Appends the screen: one line a row, without trailing spaces. */
void pty_screen(struct pty *pty, struct str *out);
/* Appends how each cell looks: '.' plain, 'b' bold, 'u' underlined, 'r' reverse, 'i' italic; two at once as
 * the capital of the last of them, in the order b i u r. */
void pty_looks(struct pty *pty, struct str *out);
/* Appends the screen with its colours: {front/back looks} before the cells that have them, as a number of the
 * palette, #rrggbb, or - for the terminal's own; looks as above. */
void pty_colours(struct pty *pty, struct str *out);
void pty_cursor(struct pty *pty, int *row, int *column);

#endif
