#ifndef SUNTING_UI_PANELS_FIELD_ROWS_H
#define SUNTING_UI_PANELS_FIELD_ROWS_H

#include "ui/panels/prompt.h"

/* A field whose whole text is seen: wrapped by word, its own line ends kept. */
struct field_row {
    size_t start, end; /* bytes of its text */
};

struct field_rows {
    VEC(struct field_row) list; /* at least one */
    size_t row;                 /* the one with the cursor */
    int column;                 /* of the cursor in it */
};

/* columns >= LAYOUT_COLUMNS_MIN. Release the list. */
void field_rows_find(struct field_rows *rows, const struct field *field, int columns);
/* Moves the cursor a row up or down; false when there is none. */
bool field_rows_move(struct field *field, int columns, bool up);

#endif
