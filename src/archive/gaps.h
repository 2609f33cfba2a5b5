#ifndef SUNTING_ARCHIVE_GAPS_H
#define SUNTING_ARCHIVE_GAPS_H

#include <sqlite3.h>
#include <stdbool.h>

/*
 * What SQLite leaves in a file though secure_delete is on: when cells of a page move to another page, their
 * bytes stay in the gap between the places of its cells and its cells, where a removal does not find them.
 * The form of a page: sqlite.org/fileformat2.html, "B-tree Pages".
 */

/* Whether the gaps can be told from what else is in the file: no table of places (auto_vacuum), and less than
 * 64 GB. */
bool gaps_are_known(sqlite3_file *file);
/* Erases them in place, and waits until the disk has it. Nobody may write meanwhile; reading and dying are
 * harmless at any moment, since nothing that is in use changes. SQLITE_OK, or what failed. */
int gaps_erase(sqlite3_file *file);

#endif
