#ifndef SUNTING_BASE_RESTRICT_H
#define SUNTING_BASE_RESTRICT_H

#include "base/message.h"

/*
 * Restricted mode, for shared servers and ForceCommand of sshd: from here on the kernel lets this process,
 * and whatever may get hold of it, reach nothing but one folder.
 *
 *   Landlock        reading and writing below the folder only; reading the dictionaries, themes, lessons and
 *                   templates of the program, hunspell's dictionaries, terminfo, locale, time zones, and
 *                   which process has locked which file;
 *                   no links, devices, FIFOs or sockets are made; no TCP; no signals to other processes
 *   seccomp         only the calls that the program needs: no new program or process, no socket, no ptrace or
 *                   other way into a process, no mount, no change of owner or mode by name (which Landlock
 *                   does not cover), no input pushed into the terminal (TIOCSTI), no shared memory, no kernel
 *                   interfaces
 *   no core         neither a core file nor a look into the process by another of the same user
 *   no_new_privs    and it cannot be undone
 *
 * The folder becomes the working directory, HOME and the place of configuration, own words and journals
 * (folder/.config, .local/share, .local/state); variables that lead elsewhere are removed.
 */

/* folder "": the working directory. reads: absolute paths of folders and files that may be read as well,
 * ended by NULL; or NULL. Call it first of all, before files or threads are opened: descriptors above 2 are
 * closed, or those from first_closed on, when that is more. False with a sentence when the folder is not to
 * be used, or when the kernel cannot keep the promise; then nothing is restricted and the program must not go
 * on. */
bool restrict_apply(const char *folder, const char *const *reads, int first_closed, struct error *e);

/* For a program that is about to be started: a descriptor of rules under which it reads, and runs, only what
 * is at these absolute paths, ended by NULL, and writes nothing. -1: the kernel has no such rules. */
int restrict_reading(const char *const *reads);
/* Puts this process under them, for ever. Only calls of the kernel: may follow fork(). */
bool restrict_enter(int rules);

#endif
