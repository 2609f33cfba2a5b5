#ifndef SUNTING_CLI_SETUP_H
#define SUNTING_CLI_SETUP_H

#include "archive/archive.h"
#include "check/rule_set.h"
#include "cli/cli.h"

/* What is in force for a draft: the rule table, the user's config.yaml, the house style. */
struct setup {
    struct settings settings;
    struct rule_set rules;
    struct str house;          /* path of the house style; empty: none */
    struct language *language; /* with the words of both */
    struct rule_book *book;    /* with the patterns of the house style */
    struct archive *archive;   /* opened by cli_archive() */
    bool archive_tried;
    bool made;
    bool bad_house;    /* that something is wrong with the house style has been said */
    bool problem_told; /* that a dictionary cannot be read */
};

/* The setup for the draft at path, made again only when its house style is another one. It belongs to cli and
 * is valid until the next call. What is wrong with a file of settings goes to standard error and makes the
 * exit status 2; the rest of it counts. */
const struct setup *cli_setup(struct cli *cli, const char *path);
/* The same, where only what stands in the settings is needed: language, book and rules may be missing yet,
 * for they take as long as all else of a start. */
const struct setup *cli_settings(struct cli *cli, const char *path);
/* Puts the language that the user's config.yaml names in force. */
void cli_set_lang(struct cli *cli);
/* Where the archive is, by --arsip or config.yaml; NULL: there is none. */
const char *cli_archive_where(struct cli *cli);
/* Whether restricted mode lets this one be opened; otherwise a sentence is in e. */
bool cli_archive_may_open(const char *where, struct error *e);
/* Opens it. NULL without a sentence in e when there is none, with one when it cannot be opened; a sentence in
 * e beside an archive says what it lacks. Leave it with archive_leave(). */
struct archive *cli_archive_open(struct cli *cli, enum store_mode mode, int patience, struct error *e);
/* The archive, opened once for reading; NULL: there is none, or it cannot be opened, which goes to standard
 * error and makes the exit status 2. It belongs to the setup. A process of its own opens its own. */
struct archive *cli_archive(struct cli *cli);
void setup_free(struct setup *setup);

#endif
