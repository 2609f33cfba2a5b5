#ifndef SUNTING_DRAFT_FRONT_YAML_QUOTE_H
#define SUNTING_DRAFT_FRONT_YAML_QUOTE_H

#include "draft/front/front_matter.h"

/*
 * Text as a YAML scalar on one line. A value is written plain only where no YAML 1.1 or 1.2 reader can take
 * it for anything else.
 */

/* What a plain scalar means to a YAML reader. */
enum yaml_meaning { YAML_TEXT, YAML_NULL, YAML_BOOLEAN, YAML_NUMBER, YAML_DATE };
enum yaml_meaning yaml_meaning_of(struct slice plain);

struct yaml_style {
    enum front_quotes quotes;  /* preferred; FRONT_LITERAL and FRONT_FOLDED count as plain */
    enum yaml_meaning meaning; /* a value of this meaning may stay plain, as text may */
    bool flow;                 /* inside [] or {} */
};

/* Appends value; bytes that are no UTF-8 become U+FFFD, for YAML has none. */
void yaml_append(struct str *out, struct slice value, struct yaml_style style);

#endif
