#ifndef SUNTING_UI_PANELS_LIST_H
#define SUNTING_UI_PANELS_LIST_H

#include "ui/panels/desk.h"

/*
 * A list to choose from, with an explanation of the chosen item below: the menu, the findings, what can be
 * done about one, the recent drafts, the help.
 */
struct list_item {
    struct str left, text, right; /* a letter or place; what it is; its key */
    enum style_id left_style;
    size_t value;
    bool heading; /* of the items below it; cannot be chosen */
    bool inert;   /* to be read only; cannot be chosen */
    bool dim;     /* cannot be done now; choosing it says why */
};

struct list {
    struct slice title;
    struct slice intro; /* above the items; may be empty */
    VEC(struct list_item) items;
    size_t chosen, top; /* top: among those that are seen */
    bool filters; /* letters that are typed leave the items that hold them; else each is the key of an item */
    struct str filter;
    VEC(size_t) seen;     /* the items that the filter leaves */
    bool stays;           /* keys it has no use for are dropped; else it closes, and the editor gets them */
    const uint32_t *own;  /* codes of keys that list_run() returns beside Enter, ended by 0; may be NULL */
    bool at_side;         /* of a wide screen, where the findings are */
    int about, about_end; /* rows of the screen that it is about, to stay in view; 0: none */
    /* Appends the explanation of an item; may be NULL. */
    void (*explain)(struct desk *, const struct list *, const struct list_item *, struct str *out);
    /* Called whenever another item is the chosen one, before Enter; may be NULL. */
    void (*moved)(struct desk *, const struct list *);
    int explained; /* rows of the explanation, of a list that is longer than the screen; 0: what the items
                      leave */
    const message_id *hints; /* pairs of key and label, ended by 0; may be NULL */
    message_id enter;        /* what Enter does, or 0 */
    void *context;
};

struct list_item *list_add(struct list *list, struct slice text, size_t value);
/* The same with a message, and its key at the right. */
void list_add_choice(struct desk *desk, struct list *list, message_id text, size_t value, const char *key);
/* Runs until an item is chosen, with Enter or its letter (*key is Enter), or a key of list->own is pressed.
 * False: closed without a choice. */
bool list_run(struct desk *desk, struct list *list, struct key *key);
void list_clear(struct list *list);
void list_free(struct list *list);

#endif
