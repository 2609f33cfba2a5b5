#ifndef SUNTING_UI_LIST_H
#define SUNTING_UI_LIST_H

#include "ui/editor.h"

/*
 * A list to choose from, with an explanation of the chosen item below: the menu, the findings, what can be
 * done about one, the recent drafts, the help.
 */
struct list_item {
    struct str left, text, right; /* a letter or place; what it is; its key */
    enum style_id left_style;
    size_t value;
    bool heading; /* cannot be chosen */
};

struct list {
    struct slice title;
    VEC(struct list_item) items;
    size_t chosen, top;
    struct rect area; /* columns 0: in the middle, as large as needed */
    /* Appends the explanation of an item; may be NULL. */
    void (*explain)(struct editor *, const struct list *, const struct list_item *, struct str *out);
    const enum message_id *hints; /* pairs of key and label, ended by 0; may be NULL */
    enum message_id enter;        /* what Enter does, or 0 */
    void *context;
};

struct list_item *list_add(struct list *list, struct slice text, size_t value);
/* Runs until a key that the list does not use itself: Enter, Esc, a letter. False: leaving. */
bool list_run(struct editor *editor, struct list *list, struct key *key);
/* Draws without keys. */
void list_draw(struct editor *editor, struct list *list, bool active);
void list_clear(struct list *list);
void list_free(struct list *list);

/* Rows that draw_wrapped() needs. */
int wrapped_rows(struct slice text, int columns);
/* Draws text wrapped by word into rows of the area; returns how many it took. */
int draw_wrapped(struct screen *screen, struct rect area, struct slice text, enum style_id style);

#endif
