#ifndef SUNTING_LANGUAGE_PEOPLE_OFFICE_H
#define SUNTING_LANGUAGE_PEOPLE_OFFICE_H

#include "base/str.h"
#include "language/lexicon/language.h"

/* Appends an office in small letters, its short names written out, so that two of them can be compared. */
void office_append(struct str *out, struct language *language, struct slice role);
/* The same, with the short names that brackets give: Ketua Umum (Ketum) Komite Olahraga (KO) Pusat is the
 * Ketum KO Pusat. */
void office_append_short(struct str *out, struct language *language, struct slice role);

#endif
