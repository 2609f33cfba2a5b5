#ifndef SUNTING_UI_PANELS_FORM_FIELDS_H
#define SUNTING_UI_PANELS_FORM_FIELDS_H

#include "draft/front/front_matter.h"
#include "ui/panels/desk.h"
#include "ui/panels/prompt.h"

/*
 * What the form asks: its fields, read from the front matter and written to it.
 */
enum { FIELD_TITLE, FIELD_DATE, FIELD_AUTHOR, FIELD_STATUS, FIELD_TAGS, FIELD_DESCRIPTION, FIELD_COUNT };

enum {
    TITLE_LEAST = 40, /* characters: of 90 titles that governments published, nine in ten have more, */
    TITLE_MOST = 100  /* and nine in ten have less */
};

struct form {
    struct field fields[FIELD_COUNT];
    struct str before[FIELD_COUNT]; /* as it was read, or proposed */
    bool fixed[FIELD_COUNT];        /* in a form that only hands should change */
    bool proposed;                  /* the draft has no front matter yet */
    size_t chosen;
};

/* line: of the text, to begin at its field, or SIZE_MAX. */
void form_read(struct form *form, const struct front_matter *front, const struct text *text, size_t line);
void form_free(struct form *form);
message_id form_label(size_t field);
/* Whether its text is typed; else it is chosen, or fixed. */
bool form_is_typed(const struct form *form, size_t field);
bool form_is_changed(const struct form *form);
/* The field is left: a date that was typed in words becomes 2024-12-13. */
void form_leave(struct form *form, size_t field);
/* The next or previous status. */
void form_choose_status(struct form *form, bool back);
/* Writes what was changed as one step of undo, and says so; a draft without front matter gets one. */
void form_write(struct desk *desk, struct form *form);
/* Appends what is to be said of a field: how long the title is, which day the date was. */
void form_remark(const struct form *form, size_t field, enum lang lang, struct str *out);

#endif
