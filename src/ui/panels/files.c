#include "ui/panels/files.h"

#include "base/paths.h"
#include "base/safe.h"
#include "draft/draft.h"
#include "draft/front/brief.h"
#include "draft/journal/owner.h"
#include "ui/panels/complete.h"
#include "ui/panels/folder.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"

#include <stdlib.h>

enum {
    CHOOSE_NAME = FOLDER_ENTRIES_MAX,
    CHOOSE_ABOVE,
    TIMES_COLUMNS = 60 /* of a screen that has room for them beside name and title */
};

static void go_above(struct str *path) {
    const char *slash = strrchr(str_text(path), '/');
    size_t len = slash ? (size_t)(slash - str_text(path)) : 0;
    str_splice(path, len ? len : 1, path->len - (len ? len : 1), SLICE(""));
}

static void go_into(struct str *path, const char *name) {
    str_printf(path, "%s%s", slice_ends(str_slice(path), SLICE("/")) ? "" : "/", name);
}

/* Title and status of a draft, as its front matter has them. */
static void add_brief(const struct folder *folder, const struct folder_entry *entry, struct list_item *item) {
    struct brief brief = {0};
    struct str path = {0};
    str_append(&path, str_slice(&folder->path));
    go_into(&path, entry->name);
    brief_read(&brief, str_text(&path));
    if (brief.title.len) str_append_text(&item->text, "  ");
    safe_append(&item->text, str_slice(&brief.title));
    safe_append(&item->right, str_slice(&brief.status));
    brief_free(&brief);
    str_free(&path);
}

static void add_entry(struct desk *desk, struct list *list, const struct folder *folder, size_t n) {
    const struct folder_entry *entry = &folder->entries.items[n];
    struct str shown = {0};
    safe_append(&shown, slice_of(entry->name));
    if (entry->folder) str_append_byte(&shown, '/');
    struct list_item *item = list_add(list, str_slice(&shown), n);
    if (!entry->folder && draft_has_name(entry->name)) add_brief(folder, entry, item);
    if (!entry->folder && (desk->screen.columns >= TIMES_COLUMNS || !item->right.len)) {
        if (item->right.len) str_append_text(&item->right, ", ");
        moment_describe(&item->right, desk->lang, entry->time_ms, moment_now());
    }
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
        add_entry(desk, list, folder, i);
        if (!latest && !folder->entries.items[i].folder) latest = list->items.count - 1;
    }
    list->chosen = latest;
    list->top = 0;
}

/* By its name, in the folder that is shown, or in the home folder. */
static bool ask_name(struct desk *desk, const struct str *folder, bool home, struct str *path) {
    struct str begun = {0};
    path_short(&begun, home ? SLICE("~") : str_slice(folder));
    go_into(&begun, "");
    bool named = complete_ask(desk, MESSAGE_PROMPT_OPEN, str_slice(&begun), path) && path->len &&
                 !slice_ends(str_slice(path), SLICE("/"));
    str_free(&begun);
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
    if (value == CHOOSE_NAME) return ask_name(desk, &folder->path, false, path);
    if (value == CHOOSE_ABOVE) {
        go_above(&folder->path);
        return false;
    }
    const struct folder_entry *entry = &folder->entries.items[value];
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
    struct str written = {0}, shown = {0};
    struct key key;
    bool chosen = false;
    find_start(desk, &folder.path);
    while (!chosen) {
        str_clear(&shown);
        path_short(&written, str_slice(&folder.path));
        safe_append(&shown, str_slice(&written));
        list.intro = str_slice(&shown);
        folder_read(desk, &folder);
        fill(desk, &list, &folder);
        if (!list_run(desk, &list, &key)) break;
        str_clear(&list.filter);
        if (key.code == K_ENTER)
            chosen = choose(desk, &folder, list.items.items[list.chosen].value, path);
        else if (key.code == K_BACKSPACE)
            go_above(&folder.path);
        else
            chosen = ask_name(desk, &folder.path, key.code == '~', path);
    }
    folder_free(&folder);
    str_free(&written);
    str_free(&shown);
    list_free(&list);
    return chosen && !desk->leaving;
}
