#include "ui/editor/left.h"

#include "base/paths.h"
#include "base/safe.h"
#include "draft/journal/owner.h"
#include "draft/journal/places.h"
#include "ui/editor/action.h"
#include "ui/editor/messages.h"
#include "ui/editor/save.h"
#include "ui/editor/start.h"
#include "ui/panels/messages.h"

#include <string.h>

/* The name comes first: on a narrow screen the folder is cut off. */
static void append_name(struct editor *editor, struct str *out, const struct journal_left *left) {
    struct str name = {0}, folder = {0};
    const char *slash = strrchr(left->path, '/');
    if (*left->path)
        safe_append(&name, slice_of(slash ? slash + 1 : left->path));
    else
        message(&name, editor->desk.lang, UNNAMED);
    if (slash) safe_append(&folder, path_folder(slice_of(left->path)));
    message(out, editor->desk.lang, LEFT_NAME, str_text(&name), left->words, str_text(&folder));
    str_free(&name);
    str_free(&folder);
}

static void add(struct editor *editor, struct list *list, const struct journal_left *left, size_t value) {
    struct str name = {0};
    append_name(editor, &name, left);
    struct list_item *item = list_add(list, str_slice(&name), value);
    moment_describe(&item->right, editor->desk.lang, left->last_ms, moment_now());
    str_free(&name);
}

void left_fill(struct editor *editor, struct list *list, const struct journals_left *left, size_t first) {
    if (!left->list.count) return;
    list_add(list, slice_of(message_text(editor->desk.lang, MESSAGE_LEFT_TITLE)), SIZE_MAX)->heading = true;
    for (size_t i = 0; i < left->list.count; i++)
        add(editor, list, &left->list.items[i], first + i);
}

void left_open(struct editor *editor, const struct journal_left *left) {
    start_open(editor, &(struct editor_file){.path = left->path}, left->journal);
}

bool can_see_unsaved(const struct editor *editor) {
    (void)editor;
    return true;
}

void run_unsaved(struct editor *editor) {
    struct journals_left left;
    struct list list = {.title = slice_of(message_text(editor->desk.lang, MESSAGE_ACTION_UNSAVED)),
                        .enter = MESSAGE_HINT_CHOOSE};
    struct key key;
    journals_left(&left);
    left_fill(editor, &list, &left, 0);
    list.chosen = left.list.count ? 1 : 0;
    if (!left.list.count)
        desk_say(&editor->desk, LEFT_NONE);
    else if (list_run(&editor->desk, &list, &key) && key.code == K_ENTER && save_first(editor))
        left_open(editor, &left.list.items[list.items.items[list.chosen].value]);
    list_free(&list);
    journals_left_free(&left);
}

void left_tell(struct editor *editor) {
    struct journals_left left;
    editor->left_told = true;
    journals_left(&left);
    if (left.list.count && !editor->desk.notice.len) {
        desk_say(&editor->desk, LEFT_TOLD, left.list.count);
        editor->desk.stale = true;
    }
    journals_left_free(&left);
}
