#ifndef SUNTING_LANGUAGE_PEOPLE_NAME_PLACE_H
#define SUNTING_LANGUAGE_PEOPLE_NAME_PLACE_H

#include "language/sentence/speech.h"

/* Where, after an office, the name of its place or its unit ends and that of the person begins: "Camat Lubuk
 * Raja Munzir", "Kabag Kesra Munzir". Positions are tokens. */

/* Camat Sintuk Toboh Gadang: the whole name is that of a place. */
bool name_of_place(const struct reading *r, size_t first, size_t end);
/* Kepala Desa Karang Indah: the word at k, which is a name as well, ends that of a place. */
bool name_ends_place(const struct reading *r, size_t first, size_t k, size_t end);
/* Lurah Mekar Sari: a place by its form, unless nobody else is named beside it. */
bool name_may_be_place(const struct reading *r, size_t first, size_t end);

/* Bidan desa, koordinator lapangan: token i is an area that ends an office and heads no place. */
bool name_ends_office(const struct reading *r, size_t i);
/* In [first, end), whose name begins at token k as far as is known: where it begins after the place that
 * follows a head such as Camat or SMPN; k when there is none. known: the word at k is a name elsewhere. */
size_t name_after_place(const struct reading *r, size_t first, size_t k, size_t end, bool known);
/* The same after the unit, whatever it is called, that follows Kabag, Kasi, Bidang. */
size_t name_after_unit(const struct reading *r, size_t first, size_t k, size_t end);

#endif
