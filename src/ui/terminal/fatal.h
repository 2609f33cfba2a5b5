#ifndef SUNTING_UI_TERMINAL_FATAL_H
#define SUNTING_UI_TERMINAL_FATAL_H

#include <termios.h>

/* When the program itself fails (SIGSEGV, SIGABRT, ...), the terminal is put back as it was before the
 * process ends, so that the writer is not left with a dead shell. The text is in the journal. */
void fatal_guard(const struct termios *before);
void fatal_release(void);

#endif
