#ifndef SUNTING_UI_PANELS_LIST_DRAW_H
#define SUNTING_UI_PANELS_LIST_DRAW_H

#include "ui/panels/list.h"

/* How a list looks. context: the struct list. */
void list_draw(struct desk *desk, void *context);
/* Rows of its panel. */
int list_rows(const struct desk *desk, const struct list *list);

/* Finds out which items the filter leaves. */
void list_see(struct list *list);
/* Where the chosen item stands among those that are seen. */
size_t list_place(const struct list *list);
bool list_can_choose(const struct list *list, size_t place);

#endif
