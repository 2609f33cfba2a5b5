#ifndef SUNTING_REPORT_CSV_FIELD_H
#define SUNTING_REPORT_CSV_FIELD_H

#include "base/str.h"

/* Appends a field of CSV in its quotation marks (RFC 4180). One that a spreadsheet would take for a formula
 * gets an apostrophe: drafts are hostile. */
void csv_append(struct str *out, struct slice field);

#endif
