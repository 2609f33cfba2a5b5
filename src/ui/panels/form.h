#ifndef SUNTING_UI_PANELS_FORM_H
#define SUNTING_UI_PANELS_FORM_H

#include "ui/panels/desk.h"

/* The front matter as a form, opened for a finding: says it, and begins at its field. Changes are edits of
 * the text, one step of undo. */
void form_mend(struct desk *desk, const struct finding *finding);
/* The same without one. */
void form_show(struct desk *desk);
/* Adds a front matter with a title, today's date and the first status. */
void form_add_front(struct desk *desk);

#endif
