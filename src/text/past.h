#ifndef SUNTING_TEXT_PAST_H
#define SUNTING_TEXT_PAST_H

#include "base/vec.h"
#include "text/text.h"

/*
 * What a text was, while it is edited. Lines that are as they were loaded are not kept again: the past of a
 * text points into what that was made from, and must not outlive it. Zero-initialised: the empty text;
 * release with past_free().
 */
struct past_part {
    bool loaded; /* in text_loaded(), else in own */
    size_t at, len;
};
struct past {
    VEC(struct past_part) parts;
    struct str own;
    size_t length; /* bytes */
};

/* As it was loaded. */
void past_begin(struct past *past, const struct text *text);
/* As it is now. */
void past_take(struct past *past, const struct text *text);
/* It is to be these bytes, whatever the text holds. */
void past_set(struct past *past, struct slice bytes);
void past_free(struct past *past);

/* Appends it; text is the one that it is of. */
void past_copy(const struct past *past, const struct text *text, struct str *out);
/* True when the text is what it was. Lines that were not edited since are not read. */
bool past_is(const struct past *past, const struct text *text);

#endif
