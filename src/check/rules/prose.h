#ifndef SUNTING_CHECK_RULES_PROSE_H
#define SUNTING_CHECK_RULES_PROSE_H

#include "check/block.h"
#include "language/sentence/words.h"

/*
 * Walks the words of a paragraph that are prose in the language of the draft. Words in italics are foreign or
 * coined; words of a dateline and of a sign-off ("(rel/tsa)") are names of media and initials; words with
 * digits or full stops inside are signs.
 */
struct prose_walk {
    const struct analysis *a;
    size_t at, end, sentence;
};

/* A dateline has fewer tokens: "PADANG, HUMAS KOMINFO (12/3) -". */
enum { DATELINE_TOKENS = 10 };
/* The dash of a dateline, "Padang, pasbana —"; 0 when the paragraph has none. */
size_t dateline_dash(const struct analysis *a);
struct prose_walk prose_walk_start(const struct analysis *a);
/* Index of the next word, or SIZE_MAX; *starts tells whether a sentence, or a quotation, starts with it. */
size_t prose_walk_next(struct prose_walk *walk, bool *starts);

#endif
