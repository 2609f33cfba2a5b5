/* Journals of drafts that never had a name. */
#include "draft/journal/journal_file.h"
#include "draft/journal/journal_state.h"

#include "base/paths.h"

#include <dirent.h>
#include <fnmatch.h>

/* No session holds it, and it holds work. */
static bool is_left_over(struct journal_file *file) {
    struct str bytes = {0};
    bool left = false;
    if (journal_file_open(file, false) == JOURNAL_HELD) {
        journal_file_read(file, &bytes);
        left = journal_scan(str_slice(&bytes)).edits > 0;
    }
    journal_file_close(file);
    str_free(&bytes);
    return left;
}

bool journal_find_unnamed(struct str *path) {
    struct str folder = {0};
    bool found = false;
    DIR *listing = path_user(&folder, PATH_STATE, "journal") ? opendir(str_text(&folder)) : NULL;
    for (struct dirent *entry; listing && !found && (entry = readdir(listing));) {
        if (fnmatch("new-*.journal", entry->d_name, 0) != 0) continue;
        struct journal_file file = {.fd = -1};
        str_printf(&file.path, "%s/%s", str_text(&folder), entry->d_name);
        found = is_left_over(&file);
        if (found) {
            str_clear(path);
            str_append(path, str_slice(&file.path));
        }
        str_free(&file.path);
    }
    if (listing) closedir(listing);
    str_free(&folder);
    return found;
}
