#ifndef SUNTING_EXPORT_LEAVES_H
#define SUNTING_EXPORT_LEAVES_H

#include "base/str.h"
#include "base/vec.h"

/*
 * A Markdown text as its paragraphs in their order, read by md4c (CommonMark with the tables, strikethrough
 * and bare addresses of GitHub): what plain text, WhatsApp and Word are made of. HTML tags are left out.
 */
enum leaf_kind { LEAF_TEXT, LEAF_HEADING, LEAF_ITEM, LEAF_QUOTE, LEAF_CODE, LEAF_ROW, LEAF_RULER };
enum leaf_look { LEAF_BOLD = 1, LEAF_ITALIC = 2, LEAF_STRUCK = 4 };

struct leaf_run {
    unsigned looks;
    size_t start, end; /* in the words */
    const char *link;  /* where it leads; NULL: nowhere */
    bool cell;         /* begins a cell of a row */
};

struct leaf {
    enum leaf_kind kind;
    int level;       /* of a heading from 1; of an item from 0 */
    size_t list;     /* of an item with a number: which list, from 1; else 0 */
    char number[16]; /* of an item: "-" or "3." */
    bool first;      /* the row is the head of its table */
    struct str words;
    VEC(struct leaf_run) runs;
};

struct leaves {
    VEC(struct leaf) list;
    VEC(char *) links; /* owned */
    size_t lists;      /* with numbers */
};

void leaves_read(struct leaves *leaves, struct slice markdown);
void leaves_free(struct leaves *leaves);

#endif
