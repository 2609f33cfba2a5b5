#ifndef SUNTING_UI_PANELS_IGNORED_H
#define SUNTING_UI_PANELS_IGNORED_H

#include "ui/panels/desk.h"

/* Silencing a finding: with a comment in the draft, or until the editor is left. */

/* Asks for a reason and puts `<!-- sunting: ignore RULE: reason -->` before the paragraph. */
void ignore_here(struct desk *desk, const struct finding *finding);
/* The same words are not marked again by this rule in this session. */
void ignore_all(struct desk *desk, const struct finding *finding);

#endif
