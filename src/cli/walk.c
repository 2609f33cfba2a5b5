#include "cli/walk.h"

#include "base/paths.h"
#include "cli/messages.h"
#include "draft/draft.h"
#include "draft/import/import.h"

#include <dirent.h>
#include <stdlib.h>
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

/* False for a file that was named before, by another name maybe. */
static bool is_new(struct walk *walk, const char *path) {
    struct stat st;
    if (stat(path, &st) != 0) return true;
    const uint64_t key[] = {st.st_dev, st.st_ino};
    uintptr_t *seen = map_put(&walk->seen, (struct slice){(const char *)key, sizeof key});
    return !(*seen)++;
}

static void add_file(struct walk *walk, const char *path) {
    walk->found++;
    if (strcmp(path, "-") == 0 || is_new(walk, path)) vec_push(&walk->paths, slice_copy(slice_of(path)));
}

static void append_name(struct str *path, const char *folder, const char *name) {
    str_clear(path);
    str_printf(path, "%s%s%s", folder, slice_ends(slice_of(folder), SLICE("/")) ? "" : "/", name);
}

/* real: the absolute path of the folder, which patterns are matched against. */
static void walk_folder(struct walk *walk, const char *folder, const char *real, int depth) {
    struct dirent **entries = NULL;
    int count = depth < WALK_DEPTH ? scandir(folder, &entries, NULL, alphasort) : -1;
    if (count < 0) {
        walk->found++; /* reading it says what is wrong */
        vec_push(&walk->paths, slice_copy(slice_of(folder)));
        return;
    }
    struct str path = {0}, whole = {0};
    size_t rules = walk->skip.list.count;
    ignore_read(&walk->skip, real);
    for (int i = 0; i < count; i++) {
        const char *name = entries[i]->d_name;
        append_name(&path, folder, name);
        append_name(&whole, real, name);
        bool inner = is_folder(str_text(&path), false);
        if (name[0] == '.' || ignore_matches(&walk->skip, str_text(&whole), inner))
            ; /* hidden, or the folder itself; or left out */
        else if (inner)
            walk_folder(walk, str_text(&path), str_text(&whole), depth + 1);
        else if ((draft_has_name(name) || (walk->documents && import_can_read(name))) &&
                 is_file(str_text(&path)))
            add_file(walk, str_text(&path));
        free(entries[i]);
    }
    ignore_cut(&walk->skip, rules);
    free(entries);
    str_free(&path);
    str_free(&whole);
}

static void add(struct walk *walk, const char *path) {
    char *real = NULL;
    if (strcmp(path, "-") != 0 && path_is_within(path) && is_folder(path, true)) real = realpath(path, NULL);
    if (!real) {
        add_file(walk, path);
        return;
    }
    size_t before = walk->found;
    ignore_read_above(&walk->skip, real);
    walk_folder(walk, path, real, 0);
    if (walk->found == before) vec_push(&walk->empty, slice_copy(slice_of(path)));
    ignore_cut(&walk->skip, 0);
    free(real);
}

void walk_arguments(struct walk *walk, int count, char **arguments) {
    for (int i = 0; i < count; i++)
        add(walk, arguments[i]);
    if (count == 0) add(walk, "-");
}

void walk_complain(const struct walk *walk, struct cli *cli) {
    const char *sought = ".md, .markdown, .txt";
    if (walk->documents) sought = ".md, .markdown, .txt, .docx, .odt";
    if (walk->documents && import_can_read("a.doc")) sought = ".md, .markdown, .txt, .docx, .odt, .doc";
    for (size_t i = 0; i < walk->empty.count; i++) {
        error_set(&cli->error, FOLDER_WITHOUT_DRAFTS, walk->empty.items[i], sought);
        cli_fail(cli);
    }
}

void walk_free(struct walk *walk) {
    for (size_t i = 0; i < walk->empty.count; i++)
        free(walk->empty.items[i]);
    vec_free(&walk->empty);
    for (size_t i = 0; i < walk->paths.count; i++)
        free(walk->paths.items[i]);
    vec_free(&walk->paths);
    map_free(&walk->seen);
    ignore_free(&walk->skip);
}
