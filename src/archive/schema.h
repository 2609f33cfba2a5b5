#ifndef SUNTING_ARCHIVE_SCHEMA_H
#define SUNTING_ARCHIVE_SCHEMA_H

/* The tables of an archive, in order, ended by NULL; the marks of its file. */
extern const char *const schema[];
enum { SCHEMA_APPLICATION = 0x53756e41 /* "SunA" */, SCHEMA_VERSION = 2 };
/* One of them, that of the prints; and how it was in version 1. */
extern const char schema_prints[], schema_prints_before[];

#endif
