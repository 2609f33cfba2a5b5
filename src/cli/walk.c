#include "cli/walk.h"

#include "base/paths.h"
#include "draft/draft.h"

#include <dirent.h>
#include <sys/stat.h>

enum { WALK_DEPTH = 64 }; /* folders deeper than that are no drafts */

static bool is_folder(const char *path, bool follow) {
    struct stat st;
    return (follow ? stat(path, &st) : lstat(path, &st)) == 0 && S_ISDIR(st.st_mode);
}

static bool is_file(const char *path) {
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode);
}

static void walk_folder(struct walk *walk, const char *folder, int depth) {
    struct dirent **entries = NULL;
    int count = depth < WALK_DEPTH ? scandir(folder, &entries, NULL, alphasort) : -1;
    if (count < 0) {
        vec_push(&walk->paths, slice_copy(slice_of(folder)));
        return;
    }
    struct str path = {0};
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        str_clear(&path);
        str_printf(&path, "%s%s%s", folder, slice_ends(slice_of(folder), SLICE("/")) ? "" : "/", name);
        if (name[0] == '.')
            ; /* hidden, or the folder itself */
        else if (is_folder(str_text(&path), false))
            walk_folder(walk, str_text(&path), depth + 1);
        else if (draft_has_name(name) && is_file(str_text(&path)))
            vec_push(&walk->paths, slice_copy(str_slice(&path)));
        free(entries[i]);
    }
    free(entries);
    str_free(&path);
}

static void add(struct walk *walk, const char *path) {
    if (strcmp(path, "-") != 0 && path_is_within(path) && is_folder(path, true))
        walk_folder(walk, path, 0);
    else
        vec_push(&walk->paths, slice_copy(slice_of(path)));
}

void walk_arguments(struct walk *walk, int count, char **arguments) {
    for (int i = 0; i < count; i++)
        add(walk, arguments[i]);
    if (count == 0) add(walk, "-");
}

void walk_free(struct walk *walk) {
    for (size_t i = 0; i < walk->paths.count; i++)
        free(walk->paths.items[i]);
    vec_free(&walk->paths);
}
