#ifndef SUNTING_LANGUAGE_PEOPLE_NAME_H
#define SUNTING_LANGUAGE_PEOPLE_NAME_H

#include "language/sentence/speech.h"

/* Persons' names in a phrase: "dr. H. Andi Maulana, M.Kes.", "I Gede Bawa (45)". Positions are tokens. */

/* The name within [first, end), which must end with it: name_first with the rank before it, bare_name
 * without; both are end when there is none. */
void name_find(const struct reading *r, size_t first, size_t end, size_t *name_first, size_t *bare_name);
/* The end of a part that is nothing but a name, perhaps with a rank before it; from when it is not. */
size_t name_alone(const struct reading *r, size_t from, size_t limit);

/* After ", S.Sos., M.M." at i, or i. */
size_t name_skip_degrees(const struct reading *r, size_t i, size_t limit);
/* The end of [first, end) without the degrees that stand after a name with no comma: Rustono M.Hum. */
size_t name_without_degrees(const struct reading *r, size_t first, size_t end);
/* Nothing but degrees: M.Kep. Sp.Kep.J, after a name with no comma between them. */
bool name_is_degrees(const struct reading *r, size_t first, size_t end);
/* Bupati; not Kapten, which is a rank as well. */
bool name_only_role(const struct reading *r, size_t i);
/* The dot of "Dr." or "H.": glued to the word before it. */
bool name_title_dot(const struct reading *r, size_t i);
/* Penerima bantuan, Asmaniar (61), Asmaniar (61 tahun): only persons have an age. */
bool name_gives_age(const struct reading *r, size_t i);
/* bin, binti, boru; and whether the word after it, maybe with a dot, goes on with the name. */
bool name_particle(const struct reading *r, size_t i);
bool name_leads_to(const struct reading *r, size_t particle);

#endif
