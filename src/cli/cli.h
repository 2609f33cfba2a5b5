#ifndef SUNTING_CLI_CLI_H
#define SUNTING_CLI_CLI_H

#include "cli/option.h"

/*
 * The command line: `sunting COMMAND [OPTIONS] ARGUMENTS`. A command is a file with a `const struct command
 * command_NAME` and a line in commands.def; main.c picks it, reads its options, prints its --help.
 *
 * Exit status: 0 all is well, 1 something was found, 2 the work could not be done.
 */
enum { EXIT_FOUND = 1, EXIT_FAILED = 2 };

struct setup;
struct train_start;
struct cli;

struct cli {
    enum lang lang;
    struct str out;      /* what goes to standard output; cli_flush() writes it */
    struct error error;  /* cli_fail() prints it */
    struct str held;     /* while holds: what would be said over the screen; cli_release() prints it */
    const char *config;  /* of --config, or NULL: the user's config.yaml */
    const char *archive; /* of --arsip, or NULL: that of config.yaml */
    struct setup *setup; /* made by cli_setup() */
    int (*train)(struct cli *, const struct train_start *); /* edit_train(): main.c alone knows the editor */
    bool alone;            /* only the caller's own settings count, not those found near a draft */
    bool archive_unusable; /* that was said */
    bool left_out_told;    /* rules that were left out */
    bool painted;          /* what is printed has colours of our own, and is safe for a terminal by itself */
    bool holds;
    bool failed;  /* something could not be done: exit status 2 in the end */
    bool unheard; /* standard output cannot be written: said once */
};

struct command {
    const char *name, *indonesian;    /* both work */
    message_id about;                 /* one line for the list of commands */
    message_id usage;                 /* the arguments: "[BERKAS...|-]" */
    message_id details;               /* paragraphs for --help and the manual; MESSAGE_NOTHING when none */
    const struct option_row *options; /* may be NULL */
    size_t size;                      /* of the struct that the options set */
    const void *defaults;             /* of that struct, or NULL: zeroes */
    int (*run)(struct cli *cli, void *settings, int count, char **arguments);
    /* Where its settings name the folder that it reads besides its own in restricted mode, which may be NULL;
     * the function may be NULL. */
    const char **(*reads)(void *settings);
};

/* All commands in the order of --help, ended by NULL. */
extern const struct command *const commands[];

/* The command with this English or Indonesian name, or NULL. */
const struct command *command_find(const char *name);
/* The name, in the language of the user, of the command that was probably meant, or NULL. */
const char *command_near(const char *name, enum lang lang);
/* Appends what `sunting COMMAND --help` prints. */
void command_help(const struct command *command, enum lang lang, struct str *out);
void commands_help(enum lang lang, struct str *out);

/* Writes out what is in cli->out. */
void cli_flush(struct cli *cli);
/* Writes out, then text, without a copy of what may be large. */
void cli_print(struct cli *cli, struct slice text);
/* Prints a sentence to standard error. */
void cli_warn(struct slice sentence);
/* Prints the sentence of the error to standard error and clears it, where the work goes on. */
void cli_remark(struct cli *cli);
/* Ends what began with holds, and prints what came. */
void cli_release(struct cli *cli);
/* Prints a message to standard error. */
#define cli_say(cli, name, ...) ((void)error_set(&(cli)->error, name, ##__VA_ARGS__), cli_remark(cli))
/* Prints the error to standard error, clears it, and remembers the failure; returns EXIT_FAILED. */
int cli_fail(struct cli *cli);
#endif
