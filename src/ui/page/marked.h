#ifndef SUNTING_UI_PAGE_MARKED_H
#define SUNTING_UI_PAGE_MARKED_H

#include "config/theme.h"
#include "language/sentence/markup.h"

/* How Markdown looks in a line of the text: headings, emphasis, the signs themselves
 * (language/sentence/markup.h finds them). */
struct marked {
    size_t line; /* the number of the line it was read from */
    bool read;
    bool heading;
    size_t marker; /* bytes of the sign at its start, with the blanks before: - item, 1. item, > quotation */
    struct markup markup;
    VEC(struct markup_range) strong;
};

/* Whether at lies between start and stop; moves *end to the next of both after it, if that comes sooner. */
static inline bool marked_within(size_t start, size_t stop, size_t at, size_t *end) {
    size_t bound = at < start ? start : stop;
    if (bound > at && bound < *end) *end = bound;
    return at >= start && at < stop;
}

/* Reads the line, unless it was read last. Very long ones are left plain. */
void marked_read(struct marked *marked, struct slice line, size_t number);
/* The style at offset at; moves *end, where it ends, to the left when it ends before that. */
enum style_id marked_style(const struct marked *marked, size_t at, size_t *end);
void marked_free(struct marked *marked);

#endif
