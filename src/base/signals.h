#ifndef SUNTING_BASE_SIGNALS_H
#define SUNTING_BASE_SIGNALS_H

#include "base/message.h"

/*
 * Signals as events of the main loop. A handler does nothing but note the signal and write one byte to a
 * pipe; all work is done by the loop, where memory, files and the screen are in a known state. If the loop
 * never comes to it, nothing is lost: the journal (draft/journal/journal.h) is on disk already.
 *
 *     struct signals *signals = signals_open(&e);         before the terminal is set up
 *     poll({STDIN_FILENO, signals_fd(signals)}, ..., journal_due(journal, now))
 *     while ((event = signals_next(signals)))
 *         SIGNAL_HANGUP     the terminal is gone: flush the journal, exit; write nothing to the terminal
 *         SIGNAL_TERMINATE  flush the journal, restore the terminal, say where the text is, exit
 *         SIGNAL_INTERRUPT  Ctrl-C that did not come as a key: treat like the key
 *         SIGNAL_STOP       flush the journal, restore the terminal, signals_suspend(), set the terminal up,
 *                           draw everything, look whether the file has changed outside
 *         SIGNAL_RESIZE     ask for the size of the terminal, draw
 *     signals_close(signals);                             the handlers are those of before
 *
 * A closed terminal may show as end of file or EIO on reading from it before the signal comes: treat it as
 * SIGNAL_HANGUP. SIGPIPE is ignored, and SIGXFSZ: a file-size limit is an error of write(). One at a time in
 * a process; the handlers leave no other file-scope state.
 */
struct signals;

enum signal_event {
    SIGNAL_NONE,
    SIGNAL_HANGUP,    /* SIGHUP */
    SIGNAL_TERMINATE, /* SIGTERM, SIGQUIT */
    SIGNAL_INTERRUPT, /* SIGINT */
    SIGNAL_STOP,      /* SIGTSTP */
    SIGNAL_RESIZE     /* SIGWINCH, SIGCONT: the terminal may have another size */
};

/* NULL with a sentence in e when the system has no file left. */
struct signals *signals_open(struct error *e);
void signals_close(struct signals *signals);

/* Readable when there is an event. */
int signals_fd(const struct signals *signals);
/* The most urgent event that has come, in the order of the enum; the same signal many times is one event. */
enum signal_event signals_next(struct signals *signals);
/* Stops the process group as Ctrl-Z in a plain program would; returns when it is continued, or at once when
 * no shell could continue it. */
void signals_suspend(struct signals *signals);

#endif
