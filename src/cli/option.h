#ifndef SUNTING_CLI_OPTION_H
#define SUNTING_CLI_OPTION_H

#include "base/message.h"

/*
 * Options as data: one table per command says how an option is written, what it sets, and what it is for.
 * The parser, --help, the man page and the tests read the same table.
 */
enum option_kind {
    OPTION_END,    /* of the table */
    OPTION_FLAG,   /* sets a bool */
    OPTION_TEXT,   /* sets a const char * */
    OPTION_NUMBER, /* sets a size_t */
    OPTION_CHOICE  /* sets a size_t: the index into choices */
};

struct option_row {
    enum option_kind kind;
    const char *name;           /* without the two dashes */
    char letter;                /* -x, or 0 */
    size_t at;                  /* offsetof what it sets, in the command's own struct */
    const char *const *choices; /* ended by NULL */
    bool optional;              /* the name alone means the first choice, or an empty text */
    message_id argument;        /* what stands for the value in --help; unused for flags and choices */
    message_id help;
};

/* A table and the struct that it sets: the common options, and those of the command. */
struct option_set {
    const struct option_row *rows; /* may be NULL */
    void *settings;
};
enum { OPTION_SETS = 2 };

/* Reads the options in argv[1..argc) and moves the other arguments after argv[0]; argc becomes their number
 * plus one. "--" ends options, "-" is an argument, long names may be cut short as long as they are clear.
 * What is wrong says whose --help to read: that of the command called so, NULL for the program. */
bool options_read(const struct option_set sets[OPTION_SETS], int *argc, char **argv, const char *command,
                  struct error *e);

/* The index of the first argument that is neither an option of these rows nor the value of one; argc when
 * there is none, or when an unknown option or "--" stands before it. */
int options_skip(const struct option_row *rows, int argc, char **argv);

#endif
