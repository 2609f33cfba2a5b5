#ifndef SUNTING_CLI_DRAFT_SOURCE_H
#define SUNTING_CLI_DRAFT_SOURCE_H

#include "check/checker.h"
#include "cli/cli.h"
#include "report/position.h"

/* A draft that a command works on, and where each byte of it stands. */
struct draft_source {
    const char *path;
    struct draft *draft;
    struct positions positions;
};

/* "-" is standard input. Notices about the file go to standard error, a failure to cli->error. Release with
 * draft_source_free(), also after a failure. */
bool draft_source_read(struct draft_source *source, struct cli *cli, const char *path);
void draft_source_free(struct draft_source *source);

/* A checker that has run over the draft with these rules; NULL: no rule, for its analysis alone. */
struct checker *draft_source_check(const struct draft_source *source, struct cli *cli,
                                   const struct rule_set *rules, enum honour honour);

#endif
