#ifndef SUNTING_REPORT_JSON_VALUE_H
#define SUNTING_REPORT_JSON_VALUE_H

#include "report/position.h"

#include <jansson.h>

/* The pieces that all our JSON is made of. What returns a value returns a new reference, never NULL. */

/* A string; bytes that are no UTF-8 become U+FFFD. */
json_t *json_of(struct slice s);
json_t *json_number(size_t n);
/* Appends the value on one line, and releases it. */
void json_write(json_t *value, struct str *out);
/* Appends a string in its quotation marks. */
void json_append(struct str *out, struct slice s);
/* Appends "start":{"offset": , "line": , "column": },"end":{...}. */
void json_append_span(struct str *out, const struct positions *positions, size_t start, size_t end);

#endif
