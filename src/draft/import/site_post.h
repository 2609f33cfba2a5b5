#ifndef SUNTING_DRAFT_IMPORT_SITE_POST_H
#define SUNTING_DRAFT_IMPORT_SITE_POST_H

#include "base/vec.h"
#include "draft/import/site.h"

/* Inside: where the readers of the kinds put what they find. */
struct site {
    const char *path;
    bool (*take)(void *self, struct site_post *post);
    void *self;
    struct site_post post; /* the one that is read */
    size_t texts;          /* rows with a text */
    bool stopped;
    struct error *e;
};

/* What each column of a table is: enum site_field, or SITE_FIELDS for what does not matter. */
struct site_columns {
    VEC(enum site_field) list;
};

enum site_field site_column(struct slice name);
void site_columns_add(struct site_columns *columns, struct slice name);
bool site_columns_have_text(const struct site_columns *columns);
/* Sets a field of the post that is read, unless it has a value. */
void site_set(struct site *site, enum site_field field, struct slice value);
/* The post is whole: gives it on, and begins another. */
void site_give(struct site *site);

bool site_read_wordpress(struct site *site, struct slice text);
bool site_read_csv(struct site *site, struct slice text);
bool site_read_json(struct site *site, struct slice text);
bool site_read_sql(struct site *site, struct slice text);

#endif
