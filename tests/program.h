#ifndef SUNTING_TESTS_PROGRAM_H
#define SUNTING_TESTS_PROGRAM_H

#include "base/str.h"

/* Runs build/sunting with these arguments (through sh, so quote them), input on standard input; what it
 * prints replaces out. Returns its exit status. */
int program_run(const char *arguments, const char *input, struct str *out);
/* As above, but what it prints to standard error. */
int program_complains(const char *arguments, struct str *out);

/* A new folder for files of a test, removed with all in it by folder_remove(). */
char *folder_make(void);
void folder_remove(char *folder);
/* One for all tests of a program: setup and teardown of the group. */
extern char *test_folder;
int folder_enter(void **state);
int folder_leave(void **state);
/* Writes a file, making no folders. */
void file_make(const char *folder, const char *name, struct slice content);
/* Milliseconds. */
void wait_ms(long ms);

#endif
