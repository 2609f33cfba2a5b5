#ifndef SUNTING_CHECK_RULE_PATTERNS_H
#define SUNTING_CHECK_RULE_PATTERNS_H

#include "check/rule_file.h"

/* Whose a pattern of the automaton is. */
struct rule_entry {
    const struct rule_file *file; /* NULL: of a rule that was left out */
    size_t pattern;               /* of file->patterns; SIZE_MAX: an exception to all of them */
    bool except;                  /* clears what the pattern finds */
};

struct rule_entries {
    VEC(struct rule_entry) list; /* by number of the pattern */
};

/* Reports what matches in a block, for rules that are on. An exception clears a match that it
 * touches; of matches of one rule that overlap the first counts, and of two that begin together the longer.
 */
void rule_patterns_check(struct patterns *patterns, const struct rule_entries *entries,
                         const struct check_context *context, struct block *block, struct findings *out);
/* The same, for rules whose check confirms what their patterns find; positions in the file. Only blocks are
 * looked at for which the first function noted it. False: interrupted. */
bool rule_patterns_check_wide(struct patterns *patterns, const struct rule_entries *entries,
                              const struct check_context *context, const struct document *document,
                              struct findings *out);
/* A finding of the rule at these tokens, with its message and no fix; position in the block. */
void rule_patterns_report(const struct rule_file *file, const struct check_context *context,
                          const struct analysis *a, struct token_span span, struct findings *out);

#endif
