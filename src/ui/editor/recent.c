#include "ui/editor/recent.h"

#include "base/disk.h"
#include "base/file.h"
#include "base/paths.h"

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

void recent_add(const char *name) {
    struct recent recent = {0};
    struct str path = {0}, bytes = {0};
    char *real = realpath(name, NULL);
    if (real && !strchr(real, '\n') && path_user(&path, PATH_STATE, "recent")) {
        recent_read(&recent);
        str_printf(&bytes, "%s\n", real);
        for (size_t i = 0; i < recent.paths.count && i + 1 < RECENT_MAX; i++)
            if (strcmp(recent.paths.items[i], real) != 0) str_printf(&bytes, "%s\n", recent.paths.items[i]);
        struct slice folder = slice_range(str_slice(&path), 0, path.len - sizeof "/recent" + 1);
        char *copy = slice_copy(folder);
        disk_put(copy, "recent", str_slice(&bytes)); /* what somebody works on is nobody else's business */
        free(copy);
    }
    free(real);
    recent_free(&recent);
    str_free(&path);
    str_free(&bytes);
}
