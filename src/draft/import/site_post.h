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

/* What each column of a table is, by site_columns.def. Of two for one field the better one counts. */
struct site_columns {
    VEC(size_t) entries;
};

void site_columns_add(struct site_columns *columns, struct slice name);
/* SITE_FIELDS: it does not matter, or there is none. */
enum site_field site_columns_field(const struct site_columns *columns, size_t i);
/* table_of_texts: its name says so, which makes up for columns that say less. */
bool site_columns_have_text(const struct site_columns *columns, bool table_of_texts);
/* Also of a type of posts. */
bool site_table_of_texts(struct slice name);
/* The value says that the text is not published, or no text but a page, a revision, a picture. */
bool site_is_refused(enum site_field field, struct slice value);
/* Sets a field of the post that is read, unless it has a value. */
void site_set(struct site *site, enum site_field field, struct slice value);
/* The post is whole: gives it on, and begins another. */
void site_give(struct site *site);

bool site_read_wordpress(struct site *site, struct slice text);
bool site_read_csv(struct site *site, struct slice text);
bool site_read_json(struct site *site, struct slice text);
bool site_read_sql(struct site *site, struct slice text);

#endif
