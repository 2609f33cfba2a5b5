#ifndef SUNTING_DRAFT_IMPORT_CSV_H
#define SUNTING_DRAFT_IMPORT_CSV_H

#include "base/str.h"
#include "base/vec.h"

/* A table as a spreadsheet saves it (RFC 4180): cells by comma, semicolon or tab, whichever is used;
 * quotation marks with line ends inside; CRLF; a first line "sep=;".
 */
struct csv_row {
    VEC(struct str) cells;
    size_t line; /* of the file, from 1 */
};

struct csv {
    VEC(struct csv_row) rows; /* empty ones left out */
};

/* A list of people: cells have no white space at their ends and one space between words. A table: a line of
 * names, then texts as they stand. */
enum csv_kind { CSV_LIST, CSV_TABLE };

/* Gives each row, which is freed when take returns; false from it ends the reading. */
void csv_each(struct slice text, enum csv_kind kind, bool (*take)(void *self, const struct csv_row *row),
              void *self);
/* Reads decoded text; replaces nothing that csv has. */
void csv_parse(struct csv *csv, struct slice text, enum csv_kind kind);
void csv_free(struct csv *csv);

#endif
