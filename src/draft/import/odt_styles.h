#ifndef SUNTING_DRAFT_IMPORT_ODT_STYLES_H
#define SUNTING_DRAFT_IMPORT_ODT_STYLES_H

#include "draft/import/sheet.h"
#include "draft/import/xml.h"

/* The styles of an .odt: those of content.xml, then those of styles.xml, which may be absent. */
#define ODT_SPACE "opendocument"

struct odt_style {
    char *name, *parent; /* owned; parent may be NULL */
    unsigned looks;      /* switched on */
    unsigned unlooks;    /* and off */
    bool title;
};

enum { ODT_LEVELS = 10 };

struct odt_list {
    char *name;             /* owned */
    char signs[ODT_LEVELS]; /* '-' a bullet, '1' a number, 'a' a letter, 0 nothing */
};

struct odt_styles {
    VEC(struct odt_style) styles;
    VEC(struct odt_list) lists;
};

bool odt_styles_read(struct odt_styles *styles, struct package *archive, struct error *e);
void odt_styles_free(struct odt_styles *styles);
/* What the style and its parents say; zero for NULL and unknown ones. Its names are not to be used. */
struct odt_style odt_style_of(const struct odt_styles *styles, const char *name);
/* NULL for unknown ones. */
const struct odt_list *odt_list_of(const struct odt_styles *styles, const char *name);
/* The sign of item n, from 1, at the level, from 0. list may be NULL: a bullet. False: none. */
bool odt_list_sign(const struct odt_list *list, size_t level, int n, char sign[16]);

#endif
