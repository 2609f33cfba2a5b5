#ifndef SUNTING_CHECK_SUPPRESS_H
#define SUNTING_CHECK_SUPPRESS_H

#include "check/rule.h"

/* Which directives of a draft count. */
enum honour {
    HONOUR_ALL,
    HONOUR_PLACES, /* those in the text; not those of the front matter, which speak of the whole draft */
    HONOUR_NOTHING
};

/* How a draft is checked. */
struct suppression {
    const struct rule_book *book;
    const bool *enabled; /* by enum rule_id */
    enum lang lang;      /* of messages */
    enum honour honour;
    bool complete; /* all checks have run */
};

/* Moves the findings that directives silence from merged, which is in the order of their places, to silenced
 * (both own nothing their items point to), and puts into notes a finding for each directive that names no
 * rule, or (when complete) that silences nothing though its rules are on. Positions are
 * those in the file. */
void findings_suppress(struct findings *merged, struct findings *silenced, struct findings *notes,
                       const struct document *document, const struct suppression *how);

#endif
