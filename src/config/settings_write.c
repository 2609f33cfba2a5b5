#include "config/settings_write.h"

#include "base/file.h"
#include "base/paths.h"
#include "base/replace.h"
#include "config/messages.h"
#include "config/settings.h"
#include "config/yaml_values.h"

#include <unistd.h>

/* The line that begins with the key, as bytes [start, end) without its end; false: there is none. */
static bool find_line(struct slice bytes, struct slice key, size_t *start, size_t *end) {
    for (size_t at = 0; at < bytes.len; at = *end + 1) {
        *start = at;
        *end = slice_find_byte(bytes, '\n', at);
        if (*end == SIZE_MAX) *end = bytes.len;
        struct slice line = slice_range(bytes, at, *end);
        if (slice_starts(line, key) && line.len > key.len && line.data[key.len] == ':') return true;
    }
    return false;
}

/* Where the value of a line `key: value # comment` ends: before the blanks and the comment after it. */
static size_t value_end(struct slice line, size_t from) {
    size_t comment = slice_find(line, SLICE(" #"), from), end = comment == SIZE_MAX ? line.len : comment;
    while (end > from && (line.data[end - 1] == ' ' || line.data[end - 1] == '\r'))
        end--;
    return end;
}

static void set_value(struct str *bytes, struct slice key, struct slice value) {
    size_t start, end;
    struct str fresh = {0};
    str_append_byte(&fresh, ' ');
    str_append(&fresh, value.len ? value : SLICE("\"\""));
    if (find_line(str_slice(bytes), key, &start, &end)) {
        size_t from = key.len + 1, to = value_end(slice_range(str_slice(bytes), start, end), from);
        str_splice(bytes, start + from, to - from, str_slice(&fresh));
    } else {
        if (bytes->len && bytes->data[bytes->len - 1] != '\n') str_append_byte(bytes, '\n');
        str_printf(bytes, "%.*s:%s\n", SLICE_ARG(key), str_text(&fresh));
    }
    str_free(&fresh);
}

/* The values of a file, one a line, without that of the key; and whether the key has the value. */
struct written {
    struct slice key, value;
    struct str others;
    bool has;
};

static bool note(void *self, const struct yaml_value *value) {
    struct written *written = self;
    if (value->depth == 1 && slice_equal(value->keys[0], written->key)) {
        written->has = slice_equal(value->text, written->value);
        return true;
    }
    for (size_t i = 0; i < value->depth; i++)
        str_printf(&written->others, "%.*s\t", SLICE_ARG(value->keys[i]));
    str_append(&written->others, value->text);
    if (value->depth) str_append_byte(&written->others, '\n');
    return true;
}

/* A file in a form of its own (in braces, a value over several lines) might come out otherwise than meant: so
 * what was made is read again, and must say the same but for the key. */
static bool says_the_same(struct slice before, struct slice after, const char *path, struct slice key,
                          struct slice value) {
    struct written old = {.key = key, .value = value}, fresh = old;
    bool ok = yaml_values(before, path, note, &old, NULL) && yaml_values(after, path, note, &fresh, NULL) &&
              fresh.has && slice_equal(str_slice(&old.others), str_slice(&fresh.others));
    str_free(&old.others);
    str_free(&fresh.others);
    return ok;
}

static bool replace(const char *path, struct slice bytes, const struct file_identity *before,
                    struct error *e) {
    struct file_identity after;
    const struct replacement request = {.path = path, .bytes = bytes, .expected = before};
    path_make_folders(path);
    enum replaced done = file_replace(&request, &after, e);
    if (done == REPLACE_CHANGED || done == REPLACE_GONE) return error_set(e, SETTINGS_CHANGED, path);
    return done == REPLACED;
}

bool settings_write(const char *path, const char *key, struct slice value, struct error *e) {
    struct str before = {0}, after = {0};
    struct file_identity identity = {0};
    bool ok = access(path, F_OK) != 0 || file_read_version(path, YAML_BYTES, &before, &identity, e);
    str_append(&after, str_slice(&before));
    if (ok) {
        set_value(&after, slice_of(key), value);
        ok = says_the_same(str_slice(&before), str_slice(&after), path, slice_of(key), value) ||
             error_set(e, SETTINGS_BY_HAND, path, key, SLICE_ARG(value));
    }
    ok = ok && replace(path, str_slice(&after), &identity, e);
    str_free(&before);
    str_free(&after);
    return ok;
}
