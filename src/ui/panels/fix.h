#ifndef SUNTING_UI_PANELS_FIX_H
#define SUNTING_UI_PANELS_FIX_H

#include "ui/panels/desk.h"

/* What can be done about the finding under the cursor, which there must be: asks, and does it. True when it
 * has been dealt with: mended, hidden, or its word learnt. */
bool fix_show(struct desk *desk);

#endif
