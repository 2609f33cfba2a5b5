#ifndef SUNTING_LANGUAGE_SENTENCE_MARK_H
#define SUNTING_LANGUAGE_SENTENCE_MARK_H

#include "base/vec.h"
#include "language/sentence/analysis.h"

/*
 * Quotation marks as typed: straight and curly, of either direction, two single ones for a double one. What a
 * mark does is not told by its glyph (editors turn them wrongly) but by the space around it.
 */
struct quote_mark {
    uint32_t start, end; /* bytes */
    bool single;
    bool opening_glyph, closing_glyph; /* “ „ ‘ and ” ’; neither for straight ones */
    bool space_before, space_after;    /* white space, the border of the paragraph, or a bracket or dash */
    bool point_before;                 /* a comma or an end mark stands before it, maybe with a space */
    bool point_after;                  /* it is followed by punctuation */
    bool small_after, capital_after;   /* the letter after it, maybe with a space */
    bool verb_after;                   /* a verb of speech follows: kata, ujarnya */
};

struct quote_marks {
    VEC(struct quote_mark) list;
};

/* Appends the marks of the passage; apostrophes inside words, and inches, are none. */
void marks_find(struct quote_marks *marks, struct language *language, const struct analysis *analysis);

/* What it costs to read the mark as an opening or as a closing one, judged by glyph and surroundings. */
int mark_opening_cost(const struct quote_mark *mark);
int mark_closing_cost(const struct quote_mark *mark);

#endif
