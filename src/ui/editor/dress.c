#include "ui/editor/dress.h"

#include "base/safe.h"
#include "config/theme_files.h"
#include "ui/editor/action.h"
#include "ui/editor/messages.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"

#include <stdlib.h>

bool dress_has_colour(void) {
    const char *plain = getenv("NO_COLOR");
    return !plain || !*plain;
}

/* False, with a complaint in the status row: it cannot be read, and the one before stays. */
static bool load(struct editor *editor, const char *name) {
    struct str path = {0};
    struct error e = {.lang = editor->desk.lang};
    theme_path(&path, editor->options->themes, name);
    bool ok = theme_load(&editor->theme, str_text(&path), &e);
    if (!ok) desk_complain(&editor->desk, &e);
    str_clear(&editor->theme_name);
    str_append_text(&editor->theme_name, name);
    str_free(&path);
    error_free(&e);
    return ok;
}

void dress_open(struct editor *editor) {
    theme_default(&editor->theme);
    load(editor, editor->options->theme ? editor->options->theme : theme_for(getenv("COLORFGBG")));
}

static void wear(struct editor *editor, const char *name) {
    if (strcmp(str_text(&editor->theme_name), name) == 0) return;
    if (load(editor, name)) screen_dress(&editor->desk.screen, &editor->theme, dress_has_colour());
    editor->desk.stale = true;
}

/* The screen behind the list shows each theme while it is chosen. */
static void preview(struct desk *desk, const struct list *list) {
    const struct theme_names *names = list->context;
    wear(editor_of(desk), names->list.items[list->items.items[list->chosen].value].name);
}

static void fill(struct editor *editor, struct list *list, const struct theme_names *names) {
    for (size_t i = 0; i < names->list.count; i++) {
        const struct theme_name *name = &names->list.items[i];
        struct str shown = {0};
        safe_append(&shown, slice_of(name->name));
        struct list_item *item = list_add(list, str_slice(&shown), i);
        if (name->own) message(&item->right, editor->desk.lang, THEME_OWN);
        if (strcmp(name->name, str_text(&editor->theme_name)) == 0) list->chosen = i;
        str_free(&shown);
    }
}

void run_theme(struct editor *editor) {
    struct theme_names names = {0};
    struct str before = {0};
    struct key key;
    theme_names_list(&names, editor->options->themes);
    struct list list = {
        .title = slice_of(message_text(editor->desk.lang, MESSAGE_THEMES_TITLE)),
        .intro = slice_of(message_text(editor->desk.lang,
                                       dress_has_colour() ? MESSAGE_THEMES_INTRO : MESSAGE_THEMES_NO_COLOR)),
        .enter = MESSAGE_HINT_CHOOSE,
        .moved = preview,
        .context = &names};
    str_append(&before, str_slice(&editor->theme_name));
    fill(editor, &list, &names);
    if (list_run(&editor->desk, &list, &key))
        settings_keep(editor, "theme", str_text(&editor->theme_name));
    else
        wear(editor, str_text(&before));
    list_free(&list);
    theme_names_free(&names);
    str_free(&before);
}
