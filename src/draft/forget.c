#include "draft/forget.h"

#include "draft/journal/journal_file.h"
#include "draft/journal/journal_replay.h"
#include "draft/journal/places.h"
#include "draft/messages.h"
#include "draft/save.h"
#include "draft/version.h"

#include <dirent.h>
#include <fnmatch.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* Journals and rescue copies to be removed. */
struct files {
    VEC(char *) list;
};

static void files_free(struct files *files) {
    vec_each(char *, file, &files->list)
        free(*file);
    vec_free(&files->list);
}

static void add(struct files *files, const char *path) {
    if (access(path, F_OK) == 0) vec_push(&files->list, slice_copy(slice_of(path)));
}

static void add_matching(struct files *files, const char *folder, const char *pattern) {
    DIR *listing = opendir(folder);
    for (struct dirent *entry; listing && (entry = readdir(listing));) {
        struct str path = {0};
        str_printf(&path, "%s/%s", folder, entry->d_name);
        if (fnmatch(pattern, entry->d_name, 0) == 0) add(files, str_text(&path));
        str_free(&path);
    }
    if (listing) closedir(listing);
}

/* In the state folder and beside the draft. */
static void find_journals(struct files *files, struct slice real) {
    struct str name = {0}, folder = {0}, path = {0};
    place_journal_name(real, &name);
    if (place_journals(&folder) && real.len) {
        str_printf(&path, "%s/%s", str_text(&folder), str_text(&name));
        add(files, str_text(&path));
    } else if (folder.len) {
        add_matching(files, str_text(&folder), PLACE_JOURNALS_UNNAMED);
    }
    place_beside(real, str_slice(&name), &path);
    if (real.len)
        add(files, str_text(&path));
    else
        add_matching(files, ".", PLACE_BESIDE PLACE_JOURNALS_UNNAMED);
    str_free(&name);
    str_free(&folder);
    str_free(&path);
}

/* False with a sentence: it is in use, or holds what is nowhere else. */
static bool may_go(const char *journal, const char *path, bool unsaved_too, struct error *e) {
    struct journal_file file = {.fd = -1};
    struct str bytes = {0};
    str_append_text(&file.path, journal);
    bool ok = journal_file_open(&file, false) == JOURNAL_HELD || error_set(e, FORGET_OPEN, path);
    if (ok) journal_file_read(&file, &bytes);
    if (ok && !unsaved_too && journal_has_unsaved(str_slice(&bytes))) ok = error_set(e, FORGET_UNSAVED, path);
    journal_file_close(&file);
    str_free(&file.path);
    str_free(&bytes);
    return ok;
}

static void remove_copies(struct slice real) {
    struct str folder = {0}, note = {0};
    if (real.len && place_copies(real, &folder)) {
        str_printf(&note, "%s/path", str_text(&folder));
        unlink(str_text(&note));
        rmdir(str_text(&folder));
    }
    str_free(&folder);
    str_free(&note);
}

static void remove_all(const char *path, struct slice real, const struct files *journals,
                       struct forgotten *forgotten) {
    struct versions versions;
    versions_list(&versions, path);
    for (size_t i = 0; i < versions.list.count; i++) {
        const struct version *version = &versions.list.items[i];
        *(version->aside ? &forgotten->asides : &forgotten->copies) += unlink(version->path) == 0;
    }
    versions_free(&versions);
    remove_copies(real);
    for (size_t i = 0; i < journals->list.count; i++)
        forgotten->journals += unlink(journals->list.items[i]) == 0;
}

bool draft_forget(const char *path, bool unsaved_too, struct forgotten *forgotten, struct error *e) {
    struct str real = {0}, rescue = {0};
    struct files journals = {0};
    bool ok = true;
    *forgotten = (struct forgotten){0};
    if (*path) place_real(path, &real);
    find_journals(&journals, str_slice(&real));
    for (size_t i = 0; ok && i < journals.list.count; i++)
        ok = may_go(journals.list.items[i], path, unsaved_too, e);
    bool rescued = *path && draft_rescue_find(path, &rescue);
    if (ok && rescued && !unsaved_too) ok = error_set(e, FORGET_UNSAVED, path);
    if (ok && rescued) add(&journals, str_text(&rescue));
    if (ok) remove_all(path, str_slice(&real), &journals, forgotten);
    files_free(&journals);
    str_free(&real);
    str_free(&rescue);
    return ok;
}
