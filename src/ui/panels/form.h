#ifndef SUNTING_UI_PANELS_FORM_H
#define SUNTING_UI_PANELS_FORM_H

#include "ui/panels/desk.h"

/*
 * The front matter as a form. Changes are edits of the text, one step of undo. A draft that has none is
 * proposed one, which its writer sees before it is written.
 */
enum form_end {
    FORM_OPEN,
    FORM_DROPPED, /* nothing was written */
    FORM_KEPT,
    FORM_RAW, /* written, and the front matter is shown as it is */
    FORM_SAVE /* written, and the writer asked to save the draft */
};

/* Opened for a finding: says it, and begins at its field. */
enum form_end form_mend(struct desk *desk, const struct finding *finding);
/* Opened without one; where the front matter is shown as it is, it is hidden instead. */
enum form_end form_show(struct desk *desk);

#endif
