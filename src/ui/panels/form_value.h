#ifndef SUNTING_UI_PANELS_FORM_VALUE_H
#define SUNTING_UI_PANELS_FORM_VALUE_H

#include "draft/front/front_matter.h"

/*
 * A value of the front matter as one text to be edited. A list is its items with commas between; one that
 * holds a comma itself, a quotation mark or blanks at its ends stands in quotation marks: "Padang, Sumbar",
 * rapat.
 */

/* Appends it. False: only hands should change it, and what was appended is only to be read. */
bool form_value_read(struct str *out, const struct text *text, const struct front_key *key);
/* What was typed, without blanks at its ends that the value did not have before. */
struct slice form_value_typed(struct slice typed, struct slice before);

struct form_items {
    VEC(struct str) list;
};
/* The items of a list; empty ones are left out, except in quotation marks. */
void form_value_split(struct form_items *items, struct slice value);
void form_items_free(struct form_items *items);

#endif
