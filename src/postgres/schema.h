#ifndef SUNTING_POSTGRES_SCHEMA_H
#define SUNTING_POSTGRES_SCHEMA_H

/* The tables of an archive in PostgreSQL, as those of archive/schema.c, in order, ended by NULL. */
extern const char *const postgres_schema[];
/* Their names, separated by commas: what stands under these must be plain tables, no rules or triggers. */
#define POSTGRES_TABLES "arsip,kantor,artikel,jejak,kata,orang,kunci_nama,sebutan,kutipan,dihapus,cari"
enum { POSTGRES_TABLE_COUNT = 11, POSTGRES_VERSION = 1 };

#endif
