#ifndef SUNTING_DRAFT_IMPORT_SITE_H
#define SUNTING_DRAFT_IMPORT_SITE_H

#include "base/message.h"

/*
 * What a site gives out of its database, many texts in one file: the export of WordPress (WXR), a table as
 * CSV, JSON (phpMyAdmin, the REST interface of WordPress), and a dump as SQL (mysqldump, phpMyAdmin,
 * pg_dump). Tables are found by the names of their columns, site_columns.def; one without a column for the
 * text is passed over, and in a dump with a table that is called after its texts (berita, wp_posts) all that
 * are not. Their HTML becomes Markdown.
 */
enum site_field {
    SITE_TITLE,
    SITE_TEXT,
    SITE_LEAD, /* what stands before the text, in a column of its own; part of it when the post is given */
    SITE_DATE,
    SITE_URL,
    SITE_STATUS,
    SITE_ENABLED, /* OpenSID: 1, or 2 */
    SITE_OFFICE,
    SITE_POST_TYPE, /* WordPress: post, page, attachment, what its plug-ins keep */
    SITE_SORT,      /* others: berita, profil */
    SITE_ID,
    SITE_TABLE, /* in which the number counts */
    SITE_FIELDS
};

struct site_post {
    struct str
        fields[SITE_FIELDS]; /* "" where nothing is said; a date begins with YYYY-MM-DD, or is as it was */
    bool published;          /* as far as status and sort say */
};

enum site_kind { SITE_NONE, SITE_WORDPRESS, SITE_CSV, SITE_JSON, SITE_SQL };

enum { SITE_BYTES = 512 << 20 };

/* By the ending of its name. */
enum site_kind site_recognise(const char *path);
/* Gives the texts one after the other to take, which may change them; false from it ends the reading. text:
 * decoded. False with a sentence in e when it is broken, or holds no text at all. */
bool site_read(enum site_kind kind, const char *path, struct slice text,
               bool (*take)(void *self, struct site_post *post), void *self, struct error *e);

#endif
