/* The menu and the help, both made of the table of actions. */
#include "ui/editor/action.h"
#include "ui/editor/messages.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"

static const message_id groups[GROUP_COUNT] = {
    [GROUP_FILE] = MESSAGE_GROUP_FILE,     [GROUP_EDIT] = MESSAGE_GROUP_EDIT,
    [GROUP_INSERT] = MESSAGE_GROUP_INSERT, [GROUP_FIND] = MESSAGE_GROUP_FIND,
    [GROUP_CHECK] = MESSAGE_GROUP_CHECK,   [GROUP_MOVE] = MESSAGE_GROUP_MOVE,
    [GROUP_LOOK] = MESSAGE_GROUP_LOOK,     [GROUP_HELP] = MESSAGE_GROUP_HELP,
};

static void add_heading(struct editor *editor, struct list *list, enum action_group group) {
    list_add(list, slice_of(message_text(editor->desk.lang, groups[group])), ACTION_COUNT)->heading = true;
}

/* Appends the key that is shown, and all others of the action. */
static void append_keys(struct str *out, const struct editor *editor, enum action_id id, bool all) {
    struct slice rest = slice_of(action_get(id)->keys);
    struct str first = {0}, name = {0};
    struct key key;
    action_append_key(&first, editor, id);
    str_append(out, str_slice(&first));
    while (all && rest.len) {
        if (!key_parse(slice_cut(&rest, ' '), &key) || key.code > K_F0 + 12) continue;
        str_clear(&name);
        key_append_name(&name, key, editor->desk.lang);
        if (action_of_key(editor, key) == id && !slice_equal(str_slice(&name), str_slice(&first)))
            str_printf(out, "%s%s", out->len ? ", " : "", str_text(&name));
    }
    str_free(&first);
    str_free(&name);
}

static void add_actions(struct editor *editor, struct list *list, enum action_group group, bool all) {
    add_heading(editor, list, group);
    for (size_t i = 0; i < ACTION_COUNT; i++) {
        const struct action *action = action_get((enum action_id)i);
        if (action->group != group) continue;
        struct list_item *item = list_add(list, slice_of(message_text(editor->desk.lang, action->about)), i);
        item->dim = !action->possible(editor);
        append_keys(&item->right, editor, (enum action_id)i, all);
    }
}

static void run_chosen(struct editor *editor, struct list *list) {
    struct key key;
    size_t value = ACTION_COUNT;
    if (list_run(&editor->desk, list, &key) && key.code == K_ENTER)
        value = list->items.items[list->chosen].value;
    list_free(list);
    if (value < ACTION_COUNT && value != ACTION_MENU && value != ACTION_HELP)
        action_run(editor, (enum action_id)value);
}

void run_menu(struct editor *editor) {
    static const uint32_t own[] = {K_F0 + 2, 0}; /* closes what it opened */
    struct list list = {.title = slice_of(message_text(editor->desk.lang, MESSAGE_MENU_TITLE)),
                        .enter = MESSAGE_HINT_CHOOSE,
                        .filters = true,
                        .own = own};
    for (size_t group = 0; group < GROUP_COUNT; group++)
        if (group != GROUP_MOVE) add_actions(editor, &list, (enum action_group)group, false);
    run_chosen(editor, &list);
}

/* The marks first, since they are what a newcomer wonders about; then every key. */
void run_help(struct editor *editor) {
    static const message_id lines[] = {MESSAGE_HELP_1, MESSAGE_HELP_2, MESSAGE_HELP_3, MESSAGE_HELP_4,
                                       MESSAGE_HELP_5};
    static const uint32_t own[] = {K_F0 + 1, 0};
    struct list list = {.title = slice_of(message_text(editor->desk.lang, MESSAGE_HELP_TITLE)),
                        .enter = MESSAGE_HINT_CHOOSE,
                        .filters = true,
                        .own = own};
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
        list_add(&list, slice_of(message_text(editor->desk.lang, lines[i])), ACTION_COUNT)->inert = true;
    for (size_t group = 0; group < GROUP_COUNT; group++)
        add_actions(editor, &list, (enum action_group)group, true);
    run_chosen(editor, &list);
}
