#ifndef SUNTING_POSTGRES_SEARCH_H
#define SUNTING_POSTGRES_SEARCH_H

#include "base/str.h"

/* Texts and queries in the words of archive/search_words.h, as PostgreSQL writes them: the same is found as
 * with SQLite, whatever parsers and languages the server has. */

/* A text as a tsvector, its first word at place 2, so that no phrase reaches over from what stands before. */
void search_vector(struct str *out, struct slice text);
/* A query of archive/find.c as a tsquery: phrases in quotation marks, all of them; with OR between, any. */
void search_query(struct str *out, struct slice query);

#endif
