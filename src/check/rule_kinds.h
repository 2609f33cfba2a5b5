#ifndef SUNTING_CHECK_RULE_KINDS_H
#define SUNTING_CHECK_RULE_KINDS_H

#include "check/rule_file.h"

/* Rules whose finding is not one match but how matches stand to each other: enum rule_kind. */

/* A match of a rule's pattern: its words, from start to before end in the block. */
struct kind_match {
    size_t pattern, start, end;
    struct slice text;
    bool reported; /* out: start to end is a finding */
};

struct kind_matches {
    VEC(struct kind_match) list;
};

/* What the blocks before had. */
struct kind_seen {
    const struct rule_file *file;
    size_t pattern;
    char *text; /* owned */
};

struct kinds {
    VEC(struct kind_seen) seen;
};

/* Whether blocks before count, so that the rule wants the whole document. */
bool kind_is_wide(const struct rule_file *file);
/* Decides which matches of the rule in one block are findings; they stand in order of their place. */
void kinds_settle(struct kinds *kinds, const struct rule_file *file, struct kind_matches *matches);
void kinds_free(struct kinds *kinds);

#endif
