#include "ui/editor/recent.h"

#include "base/disk.h"
#include "base/file.h"
#include "base/paths.h"
#include "draft/journal/places.h"

#include <stdlib.h>

enum { RECENT_BYTES_MAX = 64 << 10 };

/* "path" or "path<tab>place": a path may hold a tab itself. */
static struct recent_draft draft_of(struct slice line) {
    size_t digits = line.len, place = 0;
    while (digits > 0 && line.data[digits - 1] >= '0' && line.data[digits - 1] <= '9')
        digits--;
    if (!digits || digits == line.len || line.data[digits - 1] != '\t')
        return (struct recent_draft){slice_copy(line), 0};
    for (size_t i = digits; i < line.len && place < SIZE_MAX / 100; i++)
        place = place * 10 + (size_t)(line.data[i] - '0');
    return (struct recent_draft){slice_copy(slice_range(line, 0, digits - 1)), place};
}

void recent_read(struct recent *recent) {
    struct str path = {0}, bytes = {0};
    struct error e = {0};
    if (path_user(&path, PATH_STATE, "recent") && file_read(str_text(&path), RECENT_BYTES_MAX, &bytes, &e)) {
        struct slice rest = str_slice(&bytes);
        while (rest.len && recent->list.count < RECENT_MAX) {
            struct slice line = slice_cut(&rest, '\n');
            if (line.len) vec_push(&recent->list, draft_of(line));
        }
    }
    error_free(&e);
    str_free(&path);
    str_free(&bytes);
}

void recent_free(struct recent *recent) {
    vec_each(struct recent_draft, draft, &recent->list)
        free(draft->path);
    vec_free(&recent->list);
}

static const struct recent_draft *find(const struct recent *recent, const char *path) {
    vec_each(const struct recent_draft, draft, &recent->list)
        if (strcmp(draft->path, path) == 0) {
            return draft;
        }
    return NULL;
}

/* first: to stand before the others, or NULL; without: a path to leave out. */
static void write_list(const struct recent *recent, const struct recent_draft *first, const char *without) {
    struct str folder = {0}, bytes = {0};
    size_t count = first != NULL;
    if (first) str_printf(&bytes, "%s\t%zu\n", first->path, first->place);
    vec_each(const struct recent_draft, draft, &recent->list) {
        if (strcmp(draft->path, without) == 0 || count++ >= RECENT_MAX) continue;
        str_printf(&bytes, "%s\t%zu\n", draft->path, draft->place);
    }
    int made;
    /* Nobody else's business: 0600. Unflushed: the first screen waits for no disk. */
    if (path_user(&folder, PATH_STATE, ".") && disk_make_folder_unflushed(str_text(&folder), &made))
        disk_publish(str_text(&folder), "recent", str_slice(&bytes), 0600);
    str_free(&folder);
    str_free(&bytes);
}

/* place: a new one, or NULL: as before. */
static void put_first(const char *name, const size_t *place) {
    struct recent recent = {0};
    char *real = realpath(name, NULL);
    recent_read(&recent);
    if (real && !strchr(real, '\n')) {
        const struct recent_draft *before = find(&recent, real);
        struct recent_draft first = {real, place ? *place : before ? before->place : 0};
        write_list(&recent, &first, real);
    }
    recent_free(&recent);
    free(real);
}

void recent_add(const char *path) {
    put_first(path, NULL);
}

void recent_keep_place(const char *path, size_t place) {
    put_first(path, &place);
}

size_t recent_place(const char *path) {
    struct recent recent = {0};
    char *real = realpath(path, NULL);
    recent_read(&recent);
    const struct recent_draft *draft = real ? find(&recent, real) : NULL;
    size_t place = draft ? draft->place : 0;
    recent_free(&recent);
    free(real);
    return place;
}

void recent_remove(const char *name) {
    struct recent recent = {0};
    struct str real = {0};
    place_real(name, &real);
    recent_read(&recent);
    write_list(&recent, NULL, str_text(&real));
    recent_free(&recent);
    str_free(&real);
}
