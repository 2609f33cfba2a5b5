#ifndef SUNTING_CLI_ARCHIVE_H
#define SUNTING_CLI_ARCHIVE_H

#include "archive/archive.h"
#include "cli/cli.h"

/* `sunting archive VERB`: what its options set, and one function a verb, in files cli/archive_*.c. */
struct archive_settings {
    const char *office, *reason, *since, *until; /* NULL: not given */
    size_t format;                               /* enum listing_format */
    size_t order;                                /* enum archive_order */
    size_t most;                                 /* results */
    bool check;
};

enum archive_order { ORDER_DATE, ORDER_RELEVANCE };

/* Opens the archive that is meant, or says why not. */
struct archive *archive_meant(struct cli *cli, enum store_mode mode);

int archive_create(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
int archive_add(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
int archive_search(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
int archive_person(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
int archive_related(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
int archive_correct(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
int archive_remove(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
int archive_statistics(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
int archive_move_from(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
int archive_maintain(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
/* The results of a search, in the format asked for. */
struct find_results;
void archive_print_results(struct cli *cli, const struct archive_settings *set,
                           const struct find_results *results);
int archive_check(struct cli *cli, const struct archive_settings *set, int count, char **arguments);

#endif
