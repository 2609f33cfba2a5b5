/* Settings in the menu: each holds at once, and is noted in config.yaml. */
#include "config/settings_write.h"
#include "ui/editor/action.h"
#include "ui/editor/drafts.h"
#include "ui/editor/dress.h"
#include "ui/editor/messages.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"

#include <stdlib.h>

enum setting_id { SET_THEME, SET_LANG, SET_HISTORY, SET_BACKUPS, SET_MOUSE, SET_COUNT };

/* How many versions there may be to choose from, one after the other. */
static const size_t backups[] = {0, 5, 10, 20, 50, 100};
enum { BACKUPS = sizeof backups / sizeof *backups };

static void append_value(const struct editor *editor, enum setting_id id, struct str *out) {
    enum lang lang = editor->desk.lang;
    switch (id) {
    case SET_THEME:
        str_append(out, str_slice(&editor->theme_name));
        break;
    case SET_LANG:
        message_append(out, lang, MESSAGE_LANGUAGE_NAME);
        break;
    case SET_HISTORY:
        message_append(out, lang, editor->options->forgets ? MESSAGE_SET_NO : MESSAGE_SET_YES);
        break;
    case SET_MOUSE:
        message_append(out, lang, editor->options->mouse ? MESSAGE_SET_YES : MESSAGE_SET_NO);
        break;
    default:
        str_printf(out, "%zu", editor->options->backups);
        break;
    }
}

static void fill(struct editor *editor, struct list *list) {
    static const message_id names[SET_COUNT] = {MESSAGE_ACTION_THEME, MESSAGE_SET_LANG, MESSAGE_SET_HISTORY,
                                                MESSAGE_SET_BACKUPS, MESSAGE_SET_MOUSE};
    list_clear(list);
    list->title = slice_of(message_text(editor->desk.lang, MESSAGE_ACTION_SETTINGS));
    list->intro = slice_of(message_text(editor->desk.lang, MESSAGE_SETTINGS_INTRO));
    for (size_t i = 0; i < SET_COUNT; i++) {
        struct list_item *item = list_add(list, slice_of(message_text(editor->desk.lang, names[i])), i);
        append_value(editor, (enum setting_id)i, &item->right);
    }
}

void settings_keep(struct editor *editor, const char *key, const char *value) {
    struct error e = {.lang = editor->desk.lang};
    if (!editor->options->config)
        desk_say(&editor->desk, SETTINGS_FOR_NOW);
    else if (settings_write(editor->options->config, key, slice_of(value), &e))
        desk_say(&editor->desk, SETTINGS_KEPT);
    else
        desk_complain(&editor->desk, &e);
    error_free(&e);
}

/* Also what has been found is said in it. */
static void change_language(struct editor *editor) {
    editor->desk.lang = editor->options->lang = editor->desk.lang == LANG_ID ? LANG_EN : LANG_ID;
    drafts_recheck(editor);
    settings_keep(editor, "lang", editor->desk.lang == LANG_ID ? "id" : "en");
}

static void change_history(struct editor *editor) {
    editor->options->forgets = !editor->options->forgets;
    settings_keep(editor, "history", editor->options->forgets ? "off" : "on");
}

static void change_backups(struct editor *editor) {
    size_t i = 0;
    char value[8];
    while (i < BACKUPS && backups[i] <= editor->options->backups)
        i++;
    editor->options->backups = backups[i % BACKUPS];
    snprintf(value, sizeof value, "%zu", editor->options->backups);
    settings_keep(editor, "backups", value);
}

static void change_mouse(struct editor *editor) {
    editor->options->mouse = !editor->options->mouse;
    terminal_mouse(&editor->terminal, editor->options->mouse);
    settings_keep(editor, "mouse", editor->options->mouse ? "on" : "off");
}

void run_settings(struct editor *editor) {
    struct list list = {.enter = MESSAGE_HINT_CHANGE};
    struct key key;
    fill(editor, &list);
    while (list_run(&editor->desk, &list, &key)) {
        size_t chosen = list.items.items[list.chosen].value;
        if (chosen == SET_THEME)
            run_theme(editor);
        else if (chosen == SET_LANG)
            change_language(editor);
        else if (chosen == SET_HISTORY)
            change_history(editor);
        else if (chosen == SET_MOUSE)
            change_mouse(editor);
        else
            change_backups(editor);
        fill(editor, &list);
    }
    list_free(&list);
}
