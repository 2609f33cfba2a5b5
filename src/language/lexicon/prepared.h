#ifndef SUNTING_LANGUAGE_LEXICON_PREPARED_H
#define SUNTING_LANGUAGE_LEXICON_PREPARED_H

#include "base/message.h"
#include "base/vec.h"

#include <sys/stat.h>

/*
 * One file with what is made of all the dictionaries beforehand, so that a look-up reads a page or two that
 * all sessions share, instead of each reading and sorting megabytes. It is a cache: without it, or when it is
 * of another version or a source is newer, the dictionaries themselves are read, and say the same.
 *
 * The file is a header, a table of sections, and the sections, each with a name, each at a multiple of 8
 * bytes; numbers are those of the machine, which the header tells. Length and a checksum of the header and
 * the table are compared when it is opened; the content is not read for that: who reads a section bounds
 * every number in it.
 */
enum { SECTION_NAME = 40 }; /* bytes, with the NUL at its end */

struct prepared {
    struct slice bytes;       /* of the whole file, mapped; empty: there is none */
    struct timespec modified; /* when it was made */
};

/* code: what the program that made it was compiled of (prepared_code()). False when there is no such file
 * that can be used: no reason to say anything. */
bool prepared_open(struct prepared *prepared, const char *path, uint64_t code);
void prepared_close(struct prepared *prepared);
/* The section of that name; empty when there is none. Valid as long as the file is open. */
struct slice prepared_section(const struct prepared *prepared, const char *name);
/* True when the checksum of all the content is right; reads all of it. */
bool prepared_is_whole(const struct prepared *prepared);
/* Changes with the sources that say what prepared sections hold and mean. */
uint64_t prepared_code(void);

/* True when the source, noted under that name, is as large as it was, and no newer than what was made of it.
 */
bool prepared_is_fresh(const struct prepared *prepared, const char *name, const char *path);
/* The same of one that was so large, in bytes. */
bool prepared_is_since(const struct prepared *prepared, uint64_t size, const char *path);

/* To make one. */
struct prepared_part {
    char name[SECTION_NAME];
    size_t start, len; /* in bytes */
};

struct prepared_writer {
    VEC(struct prepared_part) parts;
    struct str bytes;
};

void prepared_add(struct prepared_writer *writer, const char *name, struct slice bytes);
/* Writes the file, new or old, never half. */
bool prepared_write(const struct prepared_writer *writer, const char *path, uint64_t code, struct error *e);
void prepared_writer_free(struct prepared_writer *writer);

/* Notes how large the source at path is now. */
void prepared_add_source(struct prepared_writer *writer, const char *name, const char *path);

#endif
