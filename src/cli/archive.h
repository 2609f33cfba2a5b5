#ifndef SUNTING_CLI_ARCHIVE_H
#define SUNTING_CLI_ARCHIVE_H

#include "archive/archive.h"
#include "cli/cli.h"

/* `sunting archive VERB`: what its options set, and one function a verb, in files cli/archive_*.c. */
struct archive_settings {
    const char *office, *reason, *person, *since, *until; /* NULL: not given */
    size_t format;                                        /* enum listing_format */
    size_t order;                                         /* enum archive_order */
    size_t most;                                          /* results */
    bool quotes, check;
};

enum archive_order { ORDER_DATE, ORDER_RELEVANCE };

/* Opens the archive that is meant, or says why not. */
struct archive *archive_meant(struct cli *cli, enum store_mode mode);

int archive_create(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
int archive_add(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
int archive_search(struct cli *cli, const struct archive_settings *set, int count, char **arguments);
int archive_check(struct cli *cli, const struct archive_settings *set, int count, char **arguments);

#endif
