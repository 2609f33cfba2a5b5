#include "draft/journal/places.h"

#include "base/paths.h"
#include "draft/journal/owner.h"

#include <limits.h>
#include <stdlib.h>
#include <unistd.h>

static void append_working_folder(struct str *out) {
    char folder[PATH_MAX];
    if (getcwd(folder, sizeof folder)) str_append_text(out, folder);
}

void place_real(const char *path, struct str *real) {
    struct slice all = slice_of(path), above = path_folder(all);
    char *resolved = realpath(path, NULL);
    str_clear(real);
    if (resolved) {
        str_append_text(real, resolved);
    } else {
        char *folder = slice_copy(above);
        resolved = realpath(folder, NULL);
        free(folder);
        size_t name = all.len;
        while (name && all.data[name - 1] != '/')
            name--;
        if (resolved) {
            str_append_text(real, resolved);
        } else {
            if (all.len && all.data[0] != '/') append_working_folder(real);
            name = 0;
        }
        if (real->len && real->data[real->len - 1] != '/') str_append_byte(real, '/');
        str_append(real, slice_range(all, name, all.len));
    }
    free(resolved);
}

bool place_journals(struct str *out) {
    return path_user(out, PATH_STATE, "journal");
}

bool place_rescues(struct str *out) {
    return path_user(out, PATH_STATE, "rescue");
}

static unsigned long long key_of(struct slice real) {
    return (unsigned long long)slice_hash(real);
}

bool place_copies(struct slice real, struct str *out) {
    char name[40];
    snprintf(name, sizeof name, "backup/%016llx", key_of(real));
    return path_user(out, PATH_STATE, name);
}

void place_journal_name(struct slice real, struct str *out) {
    str_clear(out);
    if (real.len)
        str_printf(out, "%016llx.journal", key_of(real));
    else
        str_printf(out, "new-%lld-%ld.journal", (long long)moment_now(), (long)getpid());
}

void place_beside(struct slice real, struct slice name, struct str *out) {
    str_clear(out);
    if (real.len)
        str_append(out, path_folder(real));
    else
        append_working_folder(out);
    str_printf(out, "%s" PLACE_BESIDE "%.*s", slice_ends(str_slice(out), SLICE("/")) ? "" : "/",
               SLICE_ARG(name));
}

void place_aside(const char *path, int64_t time_ms, struct str *out) {
    str_clear(out);
    str_printf(out, "%s.%lld" PLACE_ASIDE, path, (long long)time_ms);
}
