#ifndef SUNTING_UI_PAGE_VIEW_H
#define SUNTING_UI_PAGE_VIEW_H

#include "text/search.h"
#include "ui/page/buffer.h"
#include "ui/terminal/screen.h"

struct rect {
    int row, column, rows, columns;
};

/*
 * The text on the screen: which rows of it are seen, and how they look. The margin at the left holds the
 * letter of the first finding of each row.
 */
enum { VIEW_MARGIN = 2 };

/* Gives the layout its width and scrolls as little as needed for the cursor to be seen. */
void view_follow(struct buffer *buffer, struct rect area);
/* Draws the text and stores where the cursor is. found: marked as a match; may be NULL. */
void view_draw(struct buffer *buffer, struct screen *screen, struct rect area, const struct match *found,
               int *cursor_row, int *cursor_column);
/* The place of the text that a cell of the screen shows, or the nearest one. */
size_t view_offset(struct buffer *buffer, struct rect area, int row, int column);
/* The line of the text at the top. */
size_t view_top_line(const struct buffer *buffer);
/* The row of the screen that shows this offset, which is at or after the top; the last one when it is below.
 */
int view_row(struct buffer *buffer, struct rect area, size_t offset);

#endif
