#ifndef SUNTING_CHECK_HOUSE_H
#define SUNTING_CHECK_HOUSE_H

#include "base/message.h"
#include "base/vec.h"

/*
 * What a house style says beside its rules (settings.h, rule_file.h): what it wants in the front matter of
 * each draft, and the short forms that its readers know only once they were spelt out.
 *
 *     fields:
 *       author: text
 *       description: {kind: text, length: 50-160}
 *       tags: {kind: list, length: 2-5}
 *       event: date
 *       category: {one-of: [berita, siaran pers]}
 *     abbreviations: {OPD: organisasi perangkat daerah}
 *
 * Kinds are known by their Indonesian names too: teks, daftar, tanggal.
 */
enum field_kind { FIELD_IS_TEXT, FIELD_IS_LIST, FIELD_IS_DATE };

struct house_field {
    char *name; /* owned */
    enum field_kind kind;
    size_t least, most;  /* characters of a text, items of a list; most 0: no limit */
    VEC(char *) allowed; /* owned; none: any text */
};

struct house_abbreviation {
    char *shortened, *full; /* owned */
};

struct house {
    VEC(struct house_field) fields;
    VEC(struct house_abbreviation) abbreviations;
};

/* Appends what these two keys of the YAML say; other keys are passed over. What is wrong is a sentence in e
 * with file and line; what was read before it counts. */
bool house_read(struct house *house, struct slice yaml, const char *path, struct error *e);
void house_free(struct house *house);

#endif
