#include "ui/editor/own_keys.h"

#include "base/safe.h"
#include "base/utf8.h"
#include "ui/editor/messages.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"

static enum action_id action_named(struct slice name) {
    for (size_t id = 0; id < ACTION_COUNT; id++)
        if (slice_equal_nocase(name, slice_of(action_get((enum action_id)id)->name)))
            return (enum action_id)id;
    return ACTION_COUNT;
}

enum action_id own_keys_action(const struct editor *editor, struct key key) {
    vec_each(const struct own_key, own, &editor->own_keys)
        if (key_equal(own->key, key)) return (enum action_id)own->id;
    return ACTION_COUNT;
}

struct key own_keys_key(const struct editor *editor, enum action_id id) {
    vec_each(const struct own_key, own, &editor->own_keys)
        if (own->id == id) return own->key;
    return (struct key){0, 0};
}

/* Keys that write, move the cursor or close what is open are no action's; nor is one by which the menu, the
 * help or the way out is found. Of the characters only letters and digits: terminals begin a sequence with
 * Alt-[ and Alt-O. */
static bool can_be_given(const struct editor *editor, struct key key) {
    bool function = key.code > K_F0 && key.code <= K_F_LAST;
    bool letter = key.code < 0x80 && key.mods & (MOD_CTRL | MOD_ALT) &&
                  (rune_is_digit(key.code) || rune_is_lower(key.code));
    enum action_id id = action_of_key(editor, key);
    return (function || letter) && id != ACTION_QUIT && id != ACTION_MENU && id != ACTION_HELP;
}

/* A key with code 0 takes back what the action was given. */
static void give(struct editor *editor, enum action_id id, struct key key) {
    for (size_t i = editor->own_keys.count; i-- > 0;) {
        const struct own_key *own = &editor->own_keys.items[i];
        if (own->id == id || key_equal(own->key, key)) vec_remove(&editor->own_keys, i, 1);
    }
    if (key.code) vec_push(&editor->own_keys, (struct own_key){id, key});
}

void own_keys_read(struct editor *editor, const char *value) {
    for (struct slice rest = slice_of(value ? value : ""); rest.len;) {
        struct slice word = slice_cut(&rest, ' '), name_of_key = word;
        enum action_id id = action_named(slice_cut(&name_of_key, '='));
        struct key key;
        if (id != ACTION_COUNT && key_parse(name_of_key, &key) && can_be_given(editor, key)) {
            give(editor, id, key);
        } else if (word.len) {
            struct str shown = {0};
            safe_append(&shown, word);
            desk_say(&editor->desk, KEYS_UNKNOWN, str_text(&shown));
            str_free(&shown);
        }
    }
}

static void keep(struct editor *editor) {
    struct str value = {0};
    vec_each(const struct own_key, own, &editor->own_keys) {
        if (value.len) str_append_byte(&value, ' ');
        str_append_lower(&value, slice_of(action_get((enum action_id)own->id)->name));
        str_append_byte(&value, '=');
        key_append_code(&value, own->key);
    }
    settings_keep(editor, "keys", str_text(&value));
    str_free(&value);
}

/* What the key does now and did before; that it was noted, or why not, stays after it. */
static void say_given(struct editor *editor, enum action_id id, struct key key, enum action_id before) {
    enum lang lang = editor->desk.lang;
    struct str name = {0}, said = {0};
    key_append_name(&name, key, lang);
    message(&said, lang, KEY_GIVEN, str_text(&name), message_text(lang, action_get(id)->about));
    if (before != ACTION_COUNT && before != id)
        message(&said, lang, KEY_BEFORE, message_text(lang, action_get(before)->about));
    str_splice(&editor->desk.notice, 0, 0, str_slice(&said));
    str_free(&name);
    str_free(&said);
}

static void change(struct editor *editor, enum action_id id, struct key key) {
    enum action_id before = action_of_key(editor, key);
    if (!can_be_given(editor, key)) {
        desk_say(&editor->desk, KEY_NOT_FREE);
        return;
    }
    give(editor, id, key);
    keep(editor);
    say_given(editor, id, key, before);
}

/* The panel closes for a key that it has no use for, and that is the one. */
static void ask_key(struct editor *editor, enum action_id id) {
    static const uint32_t own[] = {K_BACKSPACE, 0};
    static const message_id hints[] = {MESSAGE_KEY_BACKSPACE, MESSAGE_HINT_AS_BEFORE, 0};
    enum lang lang = editor->desk.lang;
    struct list list = {.title = slice_of(message_text(lang, action_get(id)->about)),
                        .intro = slice_of(message_text(lang, MESSAGE_KEY_ASK)),
                        .own = own,
                        .hints = hints};
    struct list_item *now = list_add(&list, slice_of(message_text(lang, MESSAGE_KEY_NOW)), 0);
    struct key key;
    now->inert = true;
    action_append_key(&now->right, editor, id);
    if (list_run(&editor->desk, &list, &key)) {
        give(editor, id, (struct key){0, 0});
        keep(editor);
    } else if (editor->desk.passed.code) {
        key = editor->desk.passed;
        editor->desk.passed = (struct key){0, 0};
        change(editor, id, key);
    }
    list_free(&list);
}

static void fill(struct editor *editor, struct list *list) {
    list_clear(list);
    for (size_t i = 0; i < ACTION_COUNT; i++) {
        const struct action *action = action_get((enum action_id)i);
        if (action->group == GROUP_MOVE || action->group == GROUP_HELP || i == ACTION_QUIT) continue;
        struct slice about = slice_of(message_text(editor->desk.lang, action->about));
        action_append_key(&list_add(list, about, i)->right, editor, (enum action_id)i);
    }
}

void run_keys(struct editor *editor) {
    struct list list = {.title = slice_of(message_text(editor->desk.lang, MESSAGE_ACTION_KEYS)),
                        .enter = MESSAGE_HINT_CHANGE,
                        .filters = true};
    struct key key;
    fill(editor, &list);
    while (list_run(&editor->desk, &list, &key)) {
        ask_key(editor, (enum action_id)list.items.items[list.chosen].value);
        fill(editor, &list);
    }
    list_free(&list);
}
