#ifndef SUNTING_TESTS_ARCHIVES_H
#define SUNTING_TESTS_ARCHIVES_H

#include "base/str.h"

#include <jansson.h>
#include <sys/resource.h>
#include <sys/types.h>

/* A folder with an archive, arsip.db, and what is needed to fill it and ask it. */
struct place {
    char *folder;
    const char *archive; /* "": FOLDER/arsip.db */
    char *address;       /* owned: what archive is on a server */
};
/* With SUNTING_TEST_SERVER, the folder of a running cluster (cluster.h), the archive is a new database there:
 * so the tests of an archive run over both engines (test_postgres.c). */
bool places_on_server(void);
void place_make(struct place *place);
void place_remove(struct place *place);

/* Writes FOLDER/NAME: front matter with title, date, and the lines of extra; then the body. */
void place_write(const struct place *place, const char *name, const char *title, const char *date,
                 const char *extra, const char *body);
/* `sunting ARGUMENTS --arsip=...`, in which @ stands for the folder and a slash; the exit status must be
 * status. */
void place_run(const struct place *place, const char *arguments, int status, struct str *out);
/* The same with -f json; decref the result. */
json_t *place_json(const struct place *place, const char *arguments, int status);
/* What it says on standard error. */
void place_complains(const struct place *place, const char *arguments, struct str *out);
/* Starts the same, its output thrown away; limit: bytes that a file of it may have, 0: no limit. */
pid_t place_spawn(const struct place *place, const char *arguments, rlim_t limit);
/* Waits for it; its exit status, or -1 when it was killed. */
int place_wait(pid_t child);
/* Whether a file of the archive holds the bytes, whatever their case. Of a server: a file of the database,
 * once all is written; what it logged before is not looked at. */
bool place_holds(const struct place *place, const char *bytes);
/* For SQL that SQLite and PostgreSQL both understand. */
void place_sql(const struct place *place, const char *sql);
/* Its counts agree with its texts, and its engine finds nothing wrong. */
void place_is_whole(const struct place *place);
/* Writes count texts of an office's life into FOLDER/lama, each with sentences of its own. */
void place_write_many(const struct place *place, size_t count);

#endif
