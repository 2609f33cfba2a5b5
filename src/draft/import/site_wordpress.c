#include "draft/import/site_post.h"
#include "draft/import/xml.h"

/* https://github.com/WordPress/WordPress/blob/master/wp-admin/includes/export.php. Of its namespaces only the
 * one of content:encoded is asked for, so all other names come with a colon. */
static const struct {
    const char *name;
    enum site_field field;
} elements[] = {{":title", SITE_TITLE},    {":link", SITE_URL},      {"encoded", SITE_TEXT},
                {":post_date", SITE_DATE}, {":status", SITE_STATUS}, {":post_type", SITE_POST_TYPE},
                {":post_id", SITE_ID}};

struct wordpress {
    struct site *site;
    size_t item, depth; /* item: depth of the <item> that is read, 0 outside */
    enum site_field field;
    struct str value;
};

static void start(void *self, const char *name, const char *const *attributes) {
    struct wordpress *w = self;
    (void)attributes;
    w->depth++;
    if (!w->item && xml_is(name, ":item")) w->item = w->depth;
    if (w->depth != w->item + 1) return; /* a comment's own text has deeper elements */
    w->field = SITE_FIELDS;
    for (size_t i = 0; i < sizeof elements / sizeof *elements && w->item; i++)
        if (xml_is(name, elements[i].name)) w->field = elements[i].field;
    str_clear(&w->value);
}

static void end(void *self, const char *name) {
    struct wordpress *w = self;
    (void)name;
    if (w->item && w->depth == w->item + 1) site_set(w->site, w->field, str_slice(&w->value));
    if (w->depth == w->item) {
        site_give(w->site);
        w->item = 0;
    }
    w->field = SITE_FIELDS;
    w->depth--;
}

static void text(void *self, struct slice s) {
    struct wordpress *w = self;
    if (w->field != SITE_FIELDS) str_append(&w->value, s);
}

bool site_read_wordpress(struct site *site, struct slice xml) {
    struct wordpress w = {.site = site, .field = SITE_FIELDS};
    const struct xml_reader reader = {
        .space = "purl.org/rss/1.0/modules/content", .start = start, .end = end, .text = text, .self = &w};
    bool ok = xml_read(&reader, xml, site->path, "rss", site->e);
    str_free(&w.value);
    return ok;
}
