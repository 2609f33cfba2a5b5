#ifndef SUNTING_LANGUAGE_PEOPLE_KNOWN_NAMES_H
#define SUNTING_LANGUAGE_PEOPLE_KNOWN_NAMES_H

#include "base/map.h"
#include "language/sentence/speech.h"

/* Adds the words, in small letters, that this passage shows to be names ("Guntur menuturkan", "kata Guntur")
 * or short for a body ("Universitas Andalas (Unand)"), each with its enum known. */
void known_names_read(struct map *known, const struct reading *r);

#endif
