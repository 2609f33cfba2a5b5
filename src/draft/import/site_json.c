#include "draft/import/messages.h"
#include "draft/import/site_post.h"

#include <jansson.h>

/* A value, or the {"rendered": ...} of WordPress. */
static const json_t *plain(const json_t *value) {
    const json_t *rendered = json_object_get(value, "rendered");
    return rendered ? rendered : value;
}

static void set(struct site *site, enum site_field field, const json_t *value) {
    struct str number = {0};
    struct slice text = {json_string_value(value), json_string_length(value)};
    if (json_is_integer(value)) {
        str_printf(&number, "%lld", (long long)json_integer_value(value));
        text = str_slice(&number);
    }
    if (json_is_boolean(value)) text = json_is_true(value) ? SLICE("true") : SLICE("false");
    if (text.data) site_set(site, field, text);
    str_free(&number);
}

/* Of a value that holds others nothing is known, so it is no column. */
static void read_keys(struct site_columns *columns, json_t *object) {
    const char *key;
    json_t *value;
    json_object_foreach(object, key, value) site_columns_add(
        columns, json_is_array(value) || json_is_object(plain(value)) ? SLICE("") : slice_of(key));
}

/* Texts are objects with a key for a text, wherever they stand; json_loadb() limits the depth. */
static void look(struct site *site, json_t *value) {
    size_t i;
    const char *key;
    json_t *inner;
    if (json_is_array(value)) json_array_foreach(value, i, inner) look(site, inner);
    if (!json_is_object(value)) return;
    struct site_columns columns = {0};
    read_keys(&columns, value);
    bool is_text = site_columns_have_text(&columns, false);
    i = 0;
    json_object_foreach(value, key, inner) {
        if (is_text)
            set(site, site_columns_field(&columns, i++), plain(inner));
        else
            look(site, inner);
    }
    if (is_text) site_give(site);
    vec_free(&columns.entries);
}

bool site_read_json(struct site *site, struct slice text) {
    json_error_t where;
    json_t *root = json_loadb(text.data, text.len, JSON_ALLOW_NUL, &where);
    if (!root) return error_set(site->e, SITE_BROKEN, site->path, (size_t)(where.line > 0 ? where.line : 1));
    look(site, root);
    json_decref(root);
    return true;
}
