#ifndef SUNTING_TEXT_MARKS_H
#define SUNTING_TEXT_MARKS_H

#include "base/vec.h"
#include "text/text.h"

/*
 * Places in a text that stay where they belong while the text changes. A place is added once and read by its
 * number until marks_free().
 */
struct mark {
    size_t offset;
    bool follow; /* an insertion at the place moves it after what was inserted */
};

struct marks {
    VEC(struct mark) list;
};

/* Returns the number of the new mark. */
size_t marks_add(struct marks *marks, size_t offset, bool follow);
/* Tells of an edit that text_apply() has just made. */
void marks_edited(struct marks *marks, const struct edit *edit);
void marks_free(struct marks *marks);

static inline size_t mark_get(const struct marks *marks, size_t number) {
    return marks->list.items[number].offset;
}
static inline void mark_set(struct marks *marks, size_t number, size_t offset) {
    marks->list.items[number].offset = offset;
}

#endif
