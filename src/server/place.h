#ifndef SUNTING_SERVER_PLACE_H
#define SUNTING_SERVER_PLACE_H

#include "text/text.h"

#include <jansson.h>

/* Places of the Language Server Protocol: lines from 0, and units of UTF-8 or UTF-16 in them. */
enum place_unit { PLACE_UTF16, PLACE_UTF8 };

/* {"line": ..., "character": ...} */
json_t *place_json(const struct text *text, size_t offset, enum place_unit unit);
/* {"start": ..., "end": ...} */
json_t *place_range(const struct text *text, size_t start, size_t end, enum place_unit unit);
/* The offset of such a place; one after the end of its line, or of the text, is that end. False: it is none.
 */
bool place_read(const struct text *text, const json_t *place, enum place_unit unit, size_t *offset);
bool place_read_range(const struct text *text, const json_t *range, enum place_unit unit, size_t *start,
                      size_t *end);
/* Units of UTF-16 in s; a byte that is no UTF-8 counts as one. */
size_t place_utf16(struct slice s);

#endif
