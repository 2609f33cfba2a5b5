#ifndef SUNTING_TRAINING_CSV_H
#define SUNTING_TRAINING_CSV_H

#include "base/message.h"
#include "base/vec.h"

/* A table as a spreadsheet saves it (RFC 4180): cells by comma, semicolon or tab, whichever is used;
 * quotation marks with line ends inside; CRLF, a byte order mark, UTF-16, Windows-1252; a first line "sep=;".
 */
struct csv_row {
    VEC(struct str) cells; /* without white space at their ends, one space between words */
    size_t line;           /* of the file, from 1 */
};

struct csv {
    VEC(struct csv_row) rows; /* empty ones left out */
};

/* False with a sentence in e when the file cannot be read, or is no text (a workbook). */
bool csv_read(struct csv *csv, const char *path, struct error *e);
void csv_free(struct csv *csv);

#endif
