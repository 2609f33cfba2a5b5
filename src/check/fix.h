#ifndef SUNTING_CHECK_FIX_H
#define SUNTING_CHECK_FIX_H

#include "check/block.h"

/*
 * What may be done about a finding: the edits that the editor, `sunting fix` and other programs offer are
 * made here and nowhere else. An edit that would leave a draft with half a pair of marks is not offered.
 */
struct fix {
    size_t start, end; /* bytes of the text that are replaced */
    struct slice text; /* what takes their place: the finding's own, or empty */
    bool removes_twin; /* it takes a repeated sentence out, with the space or the line it would leave */
};

/* The fix number which, from 0: the suggestions in their order, then taking out a repeated sentence. False:
 * there are no more. */
bool fix_get(const struct document *document, const struct finding *finding, size_t which, struct fix *fix);

/* The fix that needs nobody's judgement: the one suggestion of a rule that is sure (check/rule.h). */
bool fix_sure(const struct document *document, const struct finding *finding, struct fix *fix);

#endif
