#include "ui/action.h"

static const struct action actions[ACTION_COUNT] = {
#define ACTION(group, id, keys, possible, run)                                                               \
    [ACTION_##id] = {GROUP_##group, keys, possible, run, MESSAGE_ACTION_##id},
#include "ui/actions.def"
#undef ACTION
};

const struct action *action_get(enum action_id id) {
    return &actions[id];
}

enum action_id action_of_key(struct key key) {
    for (size_t id = 0; id < ACTION_COUNT; id++) {
        struct slice rest = slice_of(actions[id].keys);
        while (rest.len) {
            struct key bound;
            if (key_parse(slice_cut(&rest, ' '), &bound) && key_equal(bound, key)) return (enum action_id)id;
        }
    }
    return ACTION_COUNT;
}

void action_append_key(struct str *out, enum action_id id) {
    struct slice rest = slice_of(actions[id].keys);
    struct key key;
    if (key_parse(slice_cut(&rest, ' '), &key)) key_append_name(out, key);
}

void action_run(struct editor *editor, enum action_id id) {
    if (actions[id].possible(editor))
        actions[id].run(editor);
    else
        editor_say(editor, ACTION_NOT_NOW, message_text(editor->lang, actions[id].about));
}
