#ifndef SUNTING_REPORT_JSON_VALUE_H
#define SUNTING_REPORT_JSON_VALUE_H

#include "report/position.h"

#include <jansson.h>

/* The pieces that all our JSON is made of. Each returns a new reference, never NULL. */

/* A string; bytes that are no UTF-8 become U+FFFD. */
json_t *json_of(struct slice s);
json_t *json_number(size_t n);
/* {"offset": , "line": , "column": } */
json_t *json_position(const struct positions *positions, size_t offset);
/* Sets "start" and "end". */
void json_set_span(json_t *object, const struct positions *positions, size_t start, size_t end);
/* Appends the value on one line, and releases it. */
void json_write(json_t *value, struct str *out);

#endif
