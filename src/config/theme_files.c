#include "config/theme_files.h"

#include "base/paths.h"

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

static const struct slice ending = {".yaml", 5};

static bool own_folder(struct str *out) {
    return path_user(out, PATH_CONFIG, "themes");
}

static bool is_listed(const struct theme_names *names, struct slice name) {
    vec_each(const struct theme_name, listed, &names->list)
        if (slice_equal_text(name, listed->name)) {
            return true;
        }
    return false;
}

static void add_folder(struct theme_names *names, const char *folder, bool own) {
    DIR *open = opendir(folder);
    for (const struct dirent *entry; open && (entry = readdir(open));) {
        struct slice name = slice_of(entry->d_name);
        if (name.len <= ending.len || name.data[0] == '.' || !slice_ends(name, ending)) continue;
        name.len -= ending.len;
        if (!is_listed(names, name))
            vec_push(&names->list, (struct theme_name){.name = slice_copy(name), .own = own});
    }
    if (open) closedir(open);
}

static int by_name(const void *a, const void *b) {
    return strcmp(((const struct theme_name *)a)->name, ((const struct theme_name *)b)->name);
}

void theme_names_list(struct theme_names *names, const char *folder) {
    struct str own = {0};
    if (own_folder(&own)) add_folder(names, str_text(&own), true);
    add_folder(names, folder, false);
    if (names->list.count) qsort(names->list.items, names->list.count, sizeof *names->list.items, by_name);
    str_free(&own);
}

void theme_names_free(struct theme_names *names) {
    vec_each(struct theme_name, name, &names->list)
        free(name->name);
    vec_free(&names->list);
}

void theme_path(struct str *out, const char *folder, const char *name) {
    struct str own = {0};
    str_clear(out);
    if (own_folder(&own)) str_printf(out, "%s/%s.yaml", str_text(&own), name);
    if (!out->len || access(str_text(out), F_OK) != 0) {
        str_clear(out);
        str_printf(out, "%s/%s.yaml", folder, name);
    }
    str_free(&own);
}
