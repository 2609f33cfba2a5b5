#ifndef SUNTING_TESTS_WORKPLACE_H
#define SUNTING_TESTS_WORKPLACE_H

#include "draft/save.h"

#include <stdio.h>
#include <unistd.h>

/*
 * A folder for the files of one test program, removed at its end: FOLDER/kerja is the working folder, FOLDER
 * holds what the program keeps for itself ($XDG_STATE_HOME).
 */
int work_enter(void **state);
int work_leave(void **state);
const char *work_folder(void);

/* Writes a file of mode 0640. */
void work_put(const char *name, struct slice bytes);
bool work_holds(const char *name, struct slice expected);
void work_expect(const char *name, struct slice expected);
ino_t work_inode(const char *name);
/* Removes the temporary files of saves in the working folder; returns how many there were. */
size_t work_clean(void);
/* Of this process. */
size_t work_open_files(void);

struct draft *work_load(const char *name);
void work_type(struct draft *draft, size_t at, struct slice inserted);
/* Loads, types "X" at the start, saves: what comes of it, and a word of the sentence (may be NULL). */
void work_edit_and_save(const char *name, enum replaced expected, const char *word);
void work_expect_saved(enum replaced result, const struct error *e);

/* Runs work in a process of its own, as the user nobody where that is wanted and the tests run as root.
 * Returns its exit status, or 128 and its signal. */
int work_fork(void (*work)(void), bool as_nobody);
/* In a child an assertion cannot reach cmocka, so it is an exit status. */
#define require(condition)                                                                                   \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            fprintf(stderr, "%s:%d: %s\n", __FILE__, __LINE__, #condition);                                  \
            _exit(1);                                                                                        \
        }                                                                                                    \
    } while (0)

#endif
