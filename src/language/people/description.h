#ifndef SUNTING_LANGUAGE_PEOPLE_DESCRIPTION_H
#define SUNTING_LANGUAGE_PEOPLE_DESCRIPTION_H

#include "language/sentence/speech.h"

/* Phrases that say who somebody is without a name, ended by a pointing word. Positions are tokens. */

/* pria yang akrab disapa Ucok itu; mantan bupati dua periode ini: after the pointing word, or 0 when there
 * is none. With begins, the phrase begins a sentence: "Pria kelahiran 1975 itu menambahkan". */
size_t description_end(const struct reading *r, size_t from, size_t limit, bool begins);
/* terang perwira tiga balok itu: whether right after a verb stands a word we do not know. */
bool description_begins(const struct reading *r, size_t from);

#endif
