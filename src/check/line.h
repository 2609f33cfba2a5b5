#ifndef SUNTING_CHECK_LINE_H
#define SUNTING_CHECK_LINE_H

#include "base/str.h"

/* What begins on one line of a draft, after the quotes and list markers it stands in (CommonMark 0.31). */
enum line_kind {
    LINE_BLANK,
    LINE_TEXT,
    LINE_HEADING, /* # heading */
    LINE_ITEM,    /* - item, 1. item, a. item: text after a list marker */
    LINE_RULER,   /* ---, ===: a rule, or the underline of a heading */
    LINE_FENCE,   /* ``` or ~~~ */
    LINE_TABLE,   /* | cell | cell | */
    LINE_CODE     /* import x from "y", of MDX */
};

struct line {
    enum line_kind kind;
    struct slice content; /* after the containers; the rest of the line */
    size_t quotes;        /* > marks before it */
    size_t indent;        /* bytes before the content */
    bool item;            /* a list marker is among them */
};

struct line line_read(struct slice bytes);
/* Whether a line is the end of the code that fence begins, or stands in its container no more. */
bool line_closes_fence(const struct line *fence, struct slice bytes);
bool line_leaves_fence(const struct line *fence, struct slice bytes);

#endif
