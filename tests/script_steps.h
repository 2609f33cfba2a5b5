#ifndef SUNTING_TESTS_SCRIPT_STEPS_H
#define SUNTING_TESTS_SCRIPT_STEPS_H

#include "driver.h"
#include "script.h"

#include <sys/resource.h>

enum { PATIENCE = 60000 /* ms: for a busy machine, under sanitizers */ };

/* What the files script*.c share: a script that runs, and its steps; tests/script.h says what they do. */
struct script {
    const char *folder, *program;
    char home[64];
    int rows, columns;
    struct str environment[8];
    size_t variables;
    struct pty *pty, *other;
    rlim_t limit;  /* 0: none */
    bool newcomer; /* told what is told once */
    int pace;      /* ms between two letters that are typed */
    struct str *report;
    char views[64];  /* of terms: the folder where views are collected */
    size_t terminal; /* its number there */
};

/* Runs the steps in a home of its own, and ends all that they began. */
bool script_session(struct script *s, struct slice lines);

bool script_fail(struct script *s, const char *what, struct slice detail);
/* A file in the folder of the script, or in the home of the program. */
bool script_read(struct script *s, const char *folder, struct slice name, struct str *bytes);
bool script_write(const char *folder, struct slice name, struct slice bytes);
/* Golden files: script_golden.c. U+2591 in golden stands for any character of a line. */
bool script_matches(struct slice golden, struct slice seen);
/* Whether golden files are to be written anew. */
bool script_updates(void);
/* Writes the folder's file name anew; lines of it that still hold keep their wildcards. False when others had
 * some: it is written, and someone must put them back. */
bool script_update(struct script *s, struct slice name, struct slice seen);

/* The same steps on several terminals: script_views.c. */
enum { TERMINALS_MAX = 12 };
/* terminals: names of TERM, and NO_COLOR, separated by one space. */
bool views_run(struct script *s, struct slice terminals, struct slice lines);
/* What pty_colours() should say on the terminal of s. */
bool views_expect(struct script *s, struct slice name, struct str *out);
/* What it says, for the golden file that is written anew. */
bool views_keep(struct script *s, struct slice name, struct slice seen);

/* The steps with files: script_files.c. */
bool step_copy(struct script *s, struct slice name);
bool step_repeat(struct script *s, struct slice words);
bool step_replace(struct script *s, struct slice names);
bool step_rescue(struct script *s, struct slice names);
bool step_remove(struct script *s, struct slice name);
bool step_rename(struct script *s, struct slice names);
bool step_forget(struct script *s, struct slice nothing);
bool step_newcomer(struct script *s, struct slice nothing);
/* What is told a newcomer who starts with a file has been told. */
bool script_know(struct script *s);
bool step_same(struct script *s, struct slice names);
bool step_journalled(struct script *s, struct slice rest);
bool step_contains(struct script *s, struct slice rest);
/* What is typed: script_keys.c. */
bool step_type(struct script *s, struct slice text);
bool step_keys(struct script *s, struct slice names);
bool step_mouse(struct script *s, struct slice report);
bool step_pace(struct script *s, struct slice ms);
bool step_paste(struct script *s, struct slice name);
bool step_paste_open(struct script *s, struct slice name);

#endif
