#ifndef SUNTING_CONFIG_YAML_KEPT_H
#define SUNTING_CONFIG_YAML_KEPT_H

#include "config/yaml_values.h"

/*
 * The values of a YAML document (yaml_values.h) as bytes that can be kept: to read them again takes a
 * fifteenth of what the document takes. A value is its depth and whether it is plain, a byte each; its line;
 * for each key the number of its mapping, its length, its bytes; the length and bytes of its text. Numbers
 * are uint32_t, of the machine.
 */

/* Appends the values of the document. False when it is no YAML, as in yaml_values(). */
bool yaml_keep(struct slice yaml, struct str *kept);
/* Calls visit for each value, whose slices are of kept, until it is false. Bytes that hold no values end it:
 * false, whatever visit was told before. */
bool yaml_kept_values(struct slice kept, bool (*visit)(void *self, const struct yaml_value *value),
                      void *self);

#endif
