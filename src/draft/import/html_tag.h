#ifndef SUNTING_DRAFT_IMPORT_HTML_TAG_H
#define SUNTING_DRAFT_IMPORT_HTML_TAG_H

#include "base/str.h"

/* What an element means for the text of a page. */
enum html_element {
    HTML_OTHER,
    HTML_LEFT_OUT, /* with all that it holds: a script, the menus of the site */
    HTML_BLOCK,
    HTML_HEADING,
    HTML_LIST,
    HTML_LIST_ORDERED,
    HTML_ITEM,
    HTML_BREAK,
    HTML_BOLD,
    HTML_ITALIC,
    HTML_STRUCK,
    HTML_LINK,
    HTML_TABLE,
    HTML_ROW,
    HTML_CELL
};

struct html_tag {
    enum html_element element;
    bool closing;
    int level;         /* of a heading */
    struct slice text; /* of the tag, < and > included */
    size_t end;        /* after it; of what is left out, after its end */
};

/* A page that is read from front to end. */
struct html_page {
    struct slice s;
    size_t budget; /* bytes that may still be looked through for ends that may not be there */
};
enum { HTML_BUDGET = 16 /* times the page: one of nothing but beginnings stays linear */ };

/* The tag, comment or declaration that begins at at; false: the < is a sign like others. */
bool html_tag_read(struct html_page *page, size_t at, struct html_tag *tag);
/* The value of an attribute; empty when it is not there. */
struct slice html_attribute(struct slice tag, struct slice name);

#endif
