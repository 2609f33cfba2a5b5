#ifndef SUNTING_LANGUAGE_PEOPLE_NAME_BODY_H
#define SUNTING_LANGUAGE_PEOPLE_NAME_BODY_H

#include "language/sentence/speech.h"

/* Bodies that bear a name of their own, which stands before the person's: Ketua Kelompok Tani Maju Lina
 * Suganda, Direktur RSUD Arifin Darsono. */

/* A word after which such a name stands. */
bool name_heads_body(const struct reading *r, size_t i);
/* Nothing but words of Indonesian or English, which no name is: Blue Economy, Gelang Sensor. */
bool name_of_words(const struct reading *r, size_t first, size_t end);
/* A word of the dictionaries that hardly ever has a capital: Kaligrafi. */
bool name_is_word(const struct reading *r, size_t i);
/* Two words or more of English alone, whatever office stands before: Wildlife Journalism. */
bool name_of_english(const struct reading *r, size_t first, size_t end);
/* Kelompok Tani Maju Bersama, Lina Suganda: token i ends the name of a body, and the comma parts it from the
 * person. */
bool name_ends_body(const struct reading *r, size_t first, size_t i);
/* Where in [first, end) the person's name begins that seemed to begin at k: after the body's own name, at
 * end when nobody can tell where that ends, at k when no such body stands there. */
size_t name_after_body(const struct reading *r, size_t first, size_t k, size_t end);
/* Notes the name of the body that begins at token i, where no office stands before it: "di RSUD Arifin". */
void name_body_note(struct map *known, const struct reading *r, size_t i);

#endif
