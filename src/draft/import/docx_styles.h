#ifndef SUNTING_DRAFT_IMPORT_DOCX_STYLES_H
#define SUNTING_DRAFT_IMPORT_DOCX_STYLES_H

#include "base/map.h"
#include "draft/import/sheet.h"
#include "draft/import/xml.h"

/* What word/styles.xml, word/numbering.xml and the relations of the body say; any of them may be absent. */
#define DOCX_SPACE "/wordprocessingml/" /* transitional: .../2006/main, strict: .../main */

struct docx_style {
    char *id, *based_on; /* owned; based_on may be NULL */
    unsigned looks;
    int heading; /* 1 to 9; 0: none said */
    int list;    /* number of a list; 0: none said */
};

enum { DOCX_LEVELS = 9 };

struct docx_list {
    int number;            /* as paragraphs name it */
    int abstract;          /* which of the kinds of lists it is */
    int anew[DOCX_LEVELS]; /* 1 + the number that it begins with, whatever other lists of its kind have; else
                              0 */
};

struct docx_kind {
    int abstract;
    char signs[DOCX_LEVELS]; /* '-' a bullet, '1' a number, 'a' a letter, 0 nothing */
    int start[DOCX_LEVELS];
    int next[DOCX_LEVELS]; /* the number that comes next */
};

struct docx_styles {
    VEC(struct docx_style) styles;
    VEC(struct docx_list) lists;
    VEC(struct docx_kind) kinds;
    struct map targets; /* of links, by their id: an owned char * */
    VEC(char *) owned;
};

/* False with a sentence in e when a part that is there is broken. */
bool docx_styles_read(struct docx_styles *styles, struct package *archive, struct error *e);
void docx_styles_free(struct docx_styles *styles);
/* What the style and those that it is based on say; zero for NULL and unknown ones. */
struct docx_style docx_style_of(const struct docx_styles *styles, const char *id);
/* The sign of the next item of the list at the level: false when it has none. */
bool docx_list_sign(struct docx_styles *styles, int list, int level, char sign[16]);
const char *docx_target(const struct docx_styles *styles, const char *id);
/* Whether an element such as <w:b> switches on: its val is neither 0, false, none nor off. */
bool docx_is_on(const char *const *attributes);

#endif
