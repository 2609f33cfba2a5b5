#ifndef SUNTING_TESTS_FIX_TRIAL_H
#define SUNTING_TESTS_FIX_TRIAL_H

#include "check/checker.h"
#include "check/fix.h"
#include "check/rule_set.h"

/*
 * Makes every fix that every finding of a draft offers, each on its own and as the editor would, and takes it
 * back: the finding must be gone, marks and brackets as paired as before, no new error anywhere, and all as
 * it was after undo.
 */
struct fix_trial {
    struct language *language;
    struct rule_book *book;
    size_t drafts, findings, fixes, refused, broken, sure;
    size_t warned;         /* fixes after which a warning or hint stands that was not there */
    struct str complaints; /* a line for each that broke something */
};

void fix_trial_text(struct fix_trial *trial, const char *name, struct slice bytes);
/* Makes all sure fixes at once, as `sunting fix` does: a second time changes nothing, no byte outside
 * changed, no more errors than before. */
void fix_trial_all(struct fix_trial *trial, const char *name, struct slice bytes);

#endif
