#ifndef SUNTING_UI_PAGE_MOTION_H
#define SUNTING_UI_PAGE_MOTION_H

#include "ui/page/buffer.h"

/* Where the cursor goes. All functions give an offset in the text and change nothing but the layout's cache.
 */

/* A row of the screen: row number `row` of a line. */
struct place {
    size_t line, row;
};

struct place place_of(struct buffer *buffer, size_t offset);
size_t place_start(struct buffer *buffer, struct place place);
/* Goes on to the next or previous row; false at the end of the text or the start of the body. */
bool place_next(struct buffer *buffer, struct place *place);
bool place_previous(struct buffer *buffer, struct place *place);
/* Column of the offset in its row. */
int place_column(struct buffer *buffer, size_t offset);

size_t motion_left(const struct buffer *buffer, size_t from);
size_t motion_right(const struct buffer *buffer, size_t from);
size_t motion_word_left(const struct buffer *buffer, size_t from);
size_t motion_word_right(const struct buffer *buffer, size_t from);
size_t motion_row_start(struct buffer *buffer, size_t from);
size_t motion_row_end(struct buffer *buffer, size_t from);
/* By rows (negative: up), keeping the goal column. */
size_t motion_rows(struct buffer *buffer, size_t from, long rows, int goal);
/* The paragraph (line) around the offset. */
size_t motion_line_start(const struct buffer *buffer, size_t from);
size_t motion_line_end(const struct buffer *buffer, size_t from);
/* The start of the one below, or the end of the text. */
size_t motion_line_next(const struct buffer *buffer, size_t from);

#endif
