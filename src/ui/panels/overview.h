#ifndef SUNTING_UI_PANELS_OVERVIEW_H
#define SUNTING_UI_PANELS_OVERVIEW_H

#include "ui/panels/desk.h"

/* The draft as lists to look through; Enter goes to the place. */

/* Each direct quotation, with who speaks. Only when all of the draft has been checked. */
void overview_quotations(struct desk *desk);
/* Each paragraph by its first words; headings stand out. */
void overview_outline(struct desk *desk);
/* How long, how many quotations, who is named; the longest sentence. Only when all has been checked. */
void overview_facts(struct desk *desk);

#endif
