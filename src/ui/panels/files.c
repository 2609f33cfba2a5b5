#include "ui/panels/files.h"

#include "base/paths.h"
#include "base/safe.h"
#include "draft/draft.h"
#include "draft/import/import.h"
#include "draft/journal/owner.h"
#include "draft/messages.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"
#include "ui/panels/prompt.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>

enum { ENTRIES_MAX = 2000, CHOOSE_NAME = ENTRIES_MAX, CHOOSE_ABOVE };

struct file_entry {
    char *name;
    bool folder;
    int64_t time_ms; /* of the last change */
};

struct folder {
    struct str path; /* absolute */
    VEC(struct file_entry) entries;
};

/* Folders by name, then drafts, the latest first. */
static int compare(const void *left, const void *right) {
    const struct file_entry *a = left, *b = right;
    if (a->folder != b->folder) return a->folder ? -1 : 1;
    if (!a->folder && a->time_ms != b->time_ms) return a->time_ms > b->time_ms ? -1 : 1;
    return strcmp(a->name, b->name);
}

static void clear(struct folder *folder) {
    vec_each(struct file_entry, entry, &folder->entries)
        free(entry->name);
    vec_clear(&folder->entries);
}

static void read_folder(struct desk *desk, struct folder *folder) {
    bool within = path_is_within(str_text(&folder->path));
    DIR *dir = within ? opendir(str_text(&folder->path)) : NULL;
    struct dirent *found;
    struct stat st;
    clear(folder);
    if (!within) {
        desk_say(desk, FILE_OUTSIDE, str_text(&folder->path));
        return;
    }
    if (!dir) {
        desk_say(desk, FOLDER_UNREADABLE, str_text(&folder->path), strerror(errno));
        return;
    }
    while ((found = readdir(dir)) && folder->entries.count < ENTRIES_MAX) {
        if (found->d_name[0] == '.' || fstatat(dirfd(dir), found->d_name, &st, 0) != 0) continue;
        if (S_ISDIR(st.st_mode) ||
            (S_ISREG(st.st_mode) && (draft_has_name(found->d_name) || import_has_name(found->d_name))))
            vec_push(&folder->entries,
                     (struct file_entry){slice_copy(slice_of(found->d_name)), S_ISDIR(st.st_mode),
                                         (int64_t)st.st_mtim.tv_sec * 1000 + st.st_mtim.tv_nsec / 1000000});
    }
    closedir(dir);
    if (folder->entries.count)
        qsort(folder->entries.items, folder->entries.count, sizeof *folder->entries.items, compare);
}

static void add_entry(struct desk *desk, struct list *list, const struct file_entry *entry, size_t n) {
    struct str shown = {0};
    safe_append(&shown, slice_of(entry->name));
    if (entry->folder) str_append_byte(&shown, '/');
    struct list_item *item = list_add(list, str_slice(&shown), n);
    if (!entry->folder) moment_describe(&item->right, desk->lang, entry->time_ms, moment_now());
    str_free(&shown);
}

static void fill(struct desk *desk, struct list *list, const struct folder *folder) {
    list_clear(list);
    struct list_item *name =
        list_add(list, slice_of(message_text(desk->lang, MESSAGE_FILES_NAME)), CHOOSE_NAME);
    str_append_text(&name->right, "/");
    list_add(list, slice_of(message_text(desk->lang, MESSAGE_FILES_ABOVE)), CHOOSE_ABOVE);
    size_t latest = 0; /* the draft that is likely meant */
    for (size_t i = 0; i < folder->entries.count; i++) {
        add_entry(desk, list, &folder->entries.items[i], i);
        if (!latest && !folder->entries.items[i].folder) latest = list->items.count - 1;
    }
    list->chosen = latest;
    list->top = 0;
}

static void go_above(struct str *path) {
    const char *slash = strrchr(str_text(path), '/');
    size_t len = slash ? (size_t)(slash - str_text(path)) : 0;
    str_splice(path, len ? len : 1, path->len - (len ? len : 1), SLICE(""));
}

static void go_into(struct str *path, const char *name) {
    str_printf(path, "%s%s", slice_ends(str_slice(path), SLICE("/")) ? "" : "/", name);
}

/* By its name, in the folder that is shown. */
static bool ask_name(struct desk *desk, const struct str *folder, struct str *path) {
    struct prompt prompt = {.label = slice_of(message_text(desk->lang, MESSAGE_PROMPT_OPEN))};
    str_append(&prompt.field.text, str_slice(folder));
    go_into(&prompt.field.text, "");
    prompt.field.cursor = prompt.field.text.len;
    bool named = prompt_run(desk, &prompt) && !slice_ends(str_slice(&prompt.field.text), SLICE("/")) &&
                 prompt.field.text.len;
    str_clear(path);
    str_append(path, str_slice(&prompt.field.text));
    str_free(&prompt.field.text);
    return named;
}

/* Where the draft is, or where the program was started. */
static void find_start(const struct desk *desk, struct str *out) {
    const char *path = desk->buffer ? desk->buffer->draft->path : "";
    const char *slash = strrchr(path, '/');
    struct str folder = {0};
    if (slash) str_append(&folder, (struct slice){path, (size_t)(slash - path) + 1});
    char *real = realpath(folder.len ? str_text(&folder) : ".", NULL);
    str_append_text(out, real ? real : "/");
    free(real);
    str_free(&folder);
}

/* True when a draft was chosen. */
static bool choose(struct desk *desk, struct folder *folder, size_t value, struct str *path) {
    if (value == CHOOSE_NAME) return ask_name(desk, &folder->path, path);
    if (value == CHOOSE_ABOVE) {
        go_above(&folder->path);
        return false;
    }
    const struct file_entry *entry = &folder->entries.items[value];
    struct str *into = entry->folder ? &folder->path : path;
    if (!entry->folder) {
        str_clear(path);
        str_append(path, str_slice(&folder->path));
    }
    go_into(into, entry->name);
    return !entry->folder;
}

bool files_choose(struct desk *desk, struct str *path) {
    static const uint32_t own[] = {K_BACKSPACE, '/', '~', 0};
    struct folder folder = {0};
    struct list list = {.title = slice_of(message_text(desk->lang, MESSAGE_ACTION_OPEN)),
                        .enter = MESSAGE_HINT_CHOOSE,
                        .filters = true,
                        .own = own};
    struct str shown = {0};
    struct key key;
    bool chosen = false;
    find_start(desk, &folder.path);
    while (!chosen) {
        str_clear(&shown);
        safe_append(&shown, str_slice(&folder.path));
        list.intro = str_slice(&shown);
        read_folder(desk, &folder);
        fill(desk, &list, &folder);
        if (!list_run(desk, &list, &key)) break;
        str_clear(&list.filter);
        if (key.code == K_ENTER)
            chosen = choose(desk, &folder, list.items.items[list.chosen].value, path);
        else if (key.code == K_BACKSPACE)
            go_above(&folder.path);
        else
            chosen = ask_name(desk, &folder.path, path);
    }
    clear(&folder);
    vec_free(&folder.entries);
    str_free(&folder.path);
    str_free(&shown);
    list_free(&list);
    return chosen && !desk->leaving;
}
