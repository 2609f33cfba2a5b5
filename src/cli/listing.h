#ifndef SUNTING_CLI_LISTING_H
#define SUNTING_CLI_LISTING_H

#include "cli/cli.h"
#include "cli/draft_source.h"

/* Commands that list something, as text for people or as JSON for programs: quotes, sentences, rules. */
enum listing_format { LISTING_TEXT, LISTING_JSON, LISTING_CSV };

/* What their options set. */
struct listing_settings {
    size_t format; /* enum listing_format */
};
extern const struct option_row listing_options[];     /* --format text or json */
extern const struct option_row listing_csv_options[]; /* --format text, json or csv */

/* Something that each draft has a list of. */
struct listing {
    const char *name;  /* the key of the list in JSON */
    const char *heads; /* the first line in CSV */
    bool apart;        /* as text, an empty line stands between two drafts */
    /* Appends the list of one draft; as JSON: its items, joined by commas. */
    void (*append)(struct cli *cli, const struct draft_source *source, struct checker *checker,
                   enum listing_format format, struct str *out);
};

/* Runs such a command over the drafts that its arguments name; returns the exit status. */
int listing_run(struct cli *cli, const struct listing *listing, enum listing_format format, int count,
                char **arguments);

#endif
