#ifndef SUNTING_LANGUAGE_SPELLING_SPELLER_SECTIONS_H
#define SUNTING_LANGUAGE_SPELLING_SPELLER_SECTIONS_H

#include "language/spelling/speller_state.h"

/* Sections of the prepared file that hold what the speller made. */
#define SECTION_INDEX "speller index"
#define SECTION_DELETIONS "speller deletions"
#define SECTION_ENTRY_DELETIONS "speller entry deletions"
#define SECTION_ENTRY_INDEX "speller entries"
#define SECTION_SOURCES "speller sources"
#define SECTION_SOURCE_TABLE "speller source table"

#endif
