#include "ui/editor/recent.h"

#include "base/disk.h"
#include "base/file.h"
#include "base/paths.h"
#include "draft/journal/places.h"

#include <stdlib.h>

enum { RECENT_BYTES_MAX = 64 << 10 };

void recent_read(struct recent *recent) {
    struct str path = {0}, bytes = {0};
    struct error e = {0};
    if (path_user(&path, PATH_STATE, "recent") && file_read(str_text(&path), RECENT_BYTES_MAX, &bytes, &e)) {
        struct slice rest = str_slice(&bytes);
        while (rest.len && recent->paths.count < RECENT_MAX) {
            struct slice line = slice_cut(&rest, '\n');
            if (line.len) vec_push(&recent->paths, slice_copy(line));
        }
    }
    error_free(&e);
    str_free(&path);
    str_free(&bytes);
}

void recent_free(struct recent *recent) {
    for (size_t i = 0; i < recent->paths.count; i++)
        free(recent->paths.items[i]);
    vec_free(&recent->paths);
}

/* first: a path to stand before the others, or NULL; without: one to leave out. */
static void write_list(const char *first, const char *without) {
    struct recent recent = {0};
    struct str folder = {0}, bytes = {0};
    recent_read(&recent);
    if (first) str_printf(&bytes, "%s\n", first);
    for (size_t i = 0; i < recent.paths.count && i + (first != NULL) < RECENT_MAX; i++)
        if (strcmp(recent.paths.items[i], without) != 0) str_printf(&bytes, "%s\n", recent.paths.items[i]);
    if (path_user(&folder, PATH_STATE, "."))
        disk_put(str_text(&folder), "recent", str_slice(&bytes)); /* nobody else's business: 0600 */
    recent_free(&recent);
    str_free(&folder);
    str_free(&bytes);
}

void recent_add(const char *name) {
    char *real = realpath(name, NULL);
    if (real && !strchr(real, '\n')) write_list(real, real);
    free(real);
}

void recent_remove(const char *name) {
    struct str real = {0};
    place_real(name, &real);
    write_list(NULL, str_text(&real));
    str_free(&real);
}
