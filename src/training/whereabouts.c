#include "training/whereabouts.h"

#include "base/disk.h"
#include "base/file.h"
#include "base/paths.h"
#include "report/json_value.h"

#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char STATE[] = ".local/state/sunting", LIVE[] = "live", SCREEN[] = "screen", TEXT[] = "teks";
enum { LIVE_BYTES = 1 << 14, SCREEN_BYTES = 1 << 18, TEXT_BYTES = 1 << 20, OWN_MODE = 0600 };

static bool publish(const char *name, struct slice bytes) {
    struct str path = {0};
    bool ok = path_user(&path, PATH_STATE, name);
    if (ok) path_make_folders(str_text(&path));
    char *slash = ok ? strrchr(path.data, '/') : NULL;
    if (slash) *slash = 0;
    ok = slash && disk_publish(path.data, name, bytes, OWN_MODE);
    str_free(&path);
    return ok;
}

bool whereabouts_write(const struct whereabouts *where) {
    struct str text = {0};
    json_t *root = json_object();
    json_object_set_new(root, "name", json_of(str_slice(&where->name)));
    json_object_set_new(root, "office", json_of(str_slice(&where->office)));
    json_object_set_new(root, "lesson", json_of(str_slice(&where->lesson)));
    json_object_set_new(root, "title", json_of(str_slice(&where->title)));
    json_object_set_new(root, "draft", json_of(str_slice(&where->draft)));
    json_object_set_new(root, "mended", json_number(where->mended));
    json_object_set_new(root, "planted", json_number(where->planted));
    json_object_set_new(root, "hints", json_number(where->hints));
    json_object_set_new(root, "others", json_number(where->others));
    json_object_set_new(root, "since", json_integer(where->since));
    json_object_set_new(root, "seen", json_integer(where->seen));
    json_object_set_new(root, "key", json_integer(where->key));
    json_object_set_new(root, "progress", json_integer(where->progress));
    json_object_set_new(root, "hand", json_integer(where->hand));
    json_object_set_new(root, "question", json_number(where->question));
    json_object_set_new(root, "mark", json_number(where->mark));
    json_object_set_new(root, "left", json_boolean(where->left));
    json_write(root, &text);
    bool ok = publish(LIVE, str_slice(&text));
    str_free(&text);
    return ok;
}

/* Nothing but a plain file is opened, and no link followed. */
static bool read_state(const char *folder, const char *name, size_t limit, struct str *out) {
    struct str path = {0};
    str_printf(&path, "%s/%s/%s", folder, STATE, name);
    int fd = disk_open(AT_FDCWD, str_text(&path), O_RDONLY | O_NOFOLLOW, 0);
    bool ok = fd >= 0 && file_read_open(fd, str_text(&path), limit, out, NULL, NULL);
    if (fd >= 0) close(fd);
    str_free(&path);
    return ok;
}

static void take_text(struct str *out, const json_t *root, const char *key) {
    const char *text = json_string_value(json_object_get(root, key));
    str_clear(out);
    str_append_text(out, text ? text : "");
}

static int64_t number_of(const json_t *root, const char *key) {
    json_int_t number = json_integer_value(json_object_get(root, key));
    return number > 0 ? (int64_t)number : 0;
}

static bool take(struct whereabouts *where, struct slice bytes) {
    json_t *root = bytes.len ? json_loadb(bytes.data, bytes.len, 0, NULL) : NULL;
    if (!root) return false;
    take_text(&where->name, root, "name");
    take_text(&where->office, root, "office");
    take_text(&where->lesson, root, "lesson");
    take_text(&where->title, root, "title");
    take_text(&where->draft, root, "draft");
    where->mended = (size_t)number_of(root, "mended");
    where->planted = (size_t)number_of(root, "planted");
    where->hints = (size_t)number_of(root, "hints");
    where->others = (size_t)number_of(root, "others");
    where->since = number_of(root, "since");
    where->seen = number_of(root, "seen");
    where->key = number_of(root, "key");
    where->progress = number_of(root, "progress");
    where->hand = number_of(root, "hand");
    where->question = (size_t)number_of(root, "question");
    where->mark = (size_t)number_of(root, "mark");
    where->left = json_is_true(json_object_get(root, "left"));
    json_decref(root);
    return true;
}

bool whereabouts_read(struct whereabouts *where, const char *folder) {
    struct str bytes = {0};
    bool ok = read_state(folder, LIVE, LIVE_BYTES, &bytes) && take(where, str_slice(&bytes));
    str_free(&bytes);
    return ok;
}

bool whereabouts_read_own(struct whereabouts *where) {
    struct str path = {0}, bytes = {0};
    bool ok = path_user(&path, PATH_STATE, LIVE) && access(str_text(&path), F_OK) == 0 &&
              file_read(str_text(&path), LIVE_BYTES, &bytes, NULL) && take(where, str_slice(&bytes));
    str_free(&path);
    str_free(&bytes);
    return ok;
}

void whereabouts_free(struct whereabouts *where) {
    str_free(&where->name);
    str_free(&where->office);
    str_free(&where->lesson);
    str_free(&where->title);
    str_free(&where->draft);
}

void whereabouts_put_text(struct slice text) {
    publish(TEXT, text);
}

bool whereabouts_read_text(struct str *text, const char *folder) {
    return read_state(folder, TEXT, TEXT_BYTES, text);
}

void mirror_write(const struct mirror *mirror) {
    struct str text = {0};
    str_printf(&text, "%zu %zu\n", mirror->row, mirror->column);
    str_append(&text, str_slice(&mirror->rows));
    publish(SCREEN, str_slice(&text));
    str_free(&text);
}

bool mirror_read(struct mirror *mirror, const char *folder) {
    struct str bytes = {0};
    bool ok = read_state(folder, SCREEN, SCREEN_BYTES, &bytes);
    struct slice rest = str_slice(&bytes), head = slice_cut(&rest, '\n');
    str_clear(&mirror->rows);
    if (ok) {
        char *first = slice_copy(head), *end = NULL;
        mirror->row = strtoul(first, &end, 10);
        mirror->column = strtoul(end, NULL, 10);
        str_append(&mirror->rows, rest);
        free(first);
    }
    str_free(&bytes);
    return ok;
}
