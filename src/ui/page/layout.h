#ifndef SUNTING_UI_PAGE_LAYOUT_H
#define SUNTING_UI_PAGE_LAYOUT_H

#include "base/vec.h"
#include "text/text.h"

/*
 * How a line of text stands in rows of the screen: wrapped by word, a pure function of the line and the
 * number of columns. Two columns at the right are kept: one for the space after the last word of a row, one
 * for the cursor after it. So every offset of a line has exactly one row and column, and column < columns.
 *
 * A row ends where the next one starts; an offset there belongs to the next row.
 */
enum { LAYOUT_TAB = 4, LAYOUT_COLUMNS_MIN = 6, LAYOUT_CLUSTER_MAX = 4096 /* bytes */ };

/* Columns of the cluster at offset at, which starts at this column of its row; stores its end in *end. Always
 * at least 1. */
int layout_cluster(struct slice line, size_t at, int column, size_t *end);
/* From offset at on, the end of the letters that are a cluster and a column each; at most stop. */
size_t layout_plain(struct slice line, size_t at, size_t stop);
/* Start of the row after the one that starts at offset at; line.len at the end. columns >=
 * LAYOUT_COLUMNS_MIN. */
size_t layout_row_end(struct slice line, size_t at, int columns);
/* Column of offset to in the row that starts at from. */
int layout_column(struct slice line, size_t from, size_t to);
/* The offset whose cell holds the column, in the row [from, end); the last place of the row when it is
 * shorter. last: the row is the last of its line, so that its end is a place too. */
size_t layout_offset(struct slice line, size_t from, size_t end, bool last, int column);

/*
 * Row starts of the lines used last, so that a keystroke in a long line lays out only the rows it changes.
 */
struct layout_line {
    size_t line;
    uint64_t used;      /* clock of the cache at the last use; 0: free place */
    VEC(uint32_t) rows; /* starts; the first is 0 */
};

enum { LAYOUT_CACHE = 128 };

struct layout {
    const struct text *text;
    int columns;
    uint64_t clock;
    struct layout_line lines[LAYOUT_CACHE];
};

void layout_reset(struct layout *layout, const struct text *text, int columns);
void layout_free(struct layout *layout);
/* Tells of an edit that text_apply() has just made. */
void layout_edited(struct layout *layout, const struct edit *edit, const struct change *change);

size_t layout_rows(struct layout *layout, size_t line);
/* Start and end of a row (< layout_rows). */
size_t layout_row_start(struct layout *layout, size_t line, size_t row);
size_t layout_row_stop(struct layout *layout, size_t line, size_t row);
/* The row that holds the offset in the line. */
size_t layout_row_at(struct layout *layout, size_t line, size_t offset);

#endif
