#ifndef SUNTING_UI_PANELS_FORM_DRAW_H
#define SUNTING_UI_PANELS_FORM_DRAW_H

#include "ui/panels/form_fields.h"

/* Draws the form, the whole of each value wrapped. context: its struct form. */
void form_draw(struct desk *desk, void *context);
/* Columns that a value has. */
int form_columns(const struct desk *desk);

#endif
