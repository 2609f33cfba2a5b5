#include "ui/editor/action.h"

#include "ui/editor/messages.h"
#include "ui/editor/own_keys.h"
#include "ui/panels/messages.h"

static const struct action actions[ACTION_COUNT] = {
#define ACTION(group, id, keys, possible, run)                                                               \
    [ACTION_##id] = {#id, GROUP_##group, keys, possible, run, MESSAGE_ACTION_##id},
#include "ui/editor/actions.def"
#undef ACTION
};

const struct action *action_get(enum action_id id) {
    return &actions[id];
}

enum action_id action_of_key(const struct editor *editor, struct key key) {
    enum action_id own = own_keys_action(editor, key);
    if (own != ACTION_COUNT) return own;
    for (size_t id = 0; id < ACTION_COUNT; id++) {
        struct slice rest = slice_of(actions[id].keys);
        while (rest.len) {
            struct key bound;
            if (key_parse(slice_cut(&rest, ' '), &bound) && key_equal(bound, key)) return (enum action_id)id;
        }
    }
    return ACTION_COUNT;
}

void action_append_key(struct str *out, const struct editor *editor, enum action_id id) {
    struct slice rest = slice_of(actions[id].keys);
    struct key key = own_keys_key(editor, id);
    while (!key.code && rest.len)
        if (!key_parse(slice_cut(&rest, ' '), &key) || action_of_key(editor, key) != id)
            key = (struct key){0, 0};
    if (key.code) key_append_name(out, key, editor->desk.lang);
}

/* Why it cannot be done now, and what to do first. */
static message_id reason(const struct editor *editor, const struct action *action) {
    static const struct {
        bool (*possible)(const struct editor *editor);
        message_id reason;
    } reasons[] = {{can_undo, MESSAGE_NOT_UNDO},
                   {can_redo, MESSAGE_NOT_REDO},
                   {can_paste, MESSAGE_NOT_PASTE},
                   {can_find_next, MESSAGE_NOT_FIND_NEXT},
                   {can_walk_findings, MESSAGE_NOT_FINDINGS},
                   {can_seek_findings, MESSAGE_NOT_FINDINGS},
                   {can_show_hidden, MESSAGE_NOT_HIDDEN},
                   {can_switch, MESSAGE_NOT_DRAFTS},
                   {can_see_other, MESSAGE_NOT_OTHER},
                   {in_class, MESSAGE_NOT_CLASS},
                   {has_question, MESSAGE_NOT_QUESTION},
                   {is_free, MESSAGE_NOT_IN_LESSON},
                   {is_free_draft, MESSAGE_NOT_IN_LESSON},
                   {has_lesson, MESSAGE_NOT_LESSON},
                   {has_draft, MESSAGE_NOT_VERSIONS}};
    for (size_t i = 0; editor->desk.buffer && i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].possible == action->possible) return reasons[i].reason;
    return MESSAGE_NOT_OPEN;
}

void action_run(struct editor *editor, enum action_id id) {
    const struct action *action = &actions[id];
    if (action->possible(editor))
        action->run(editor);
    else
        desk_tell(&editor->desk, reason(editor, action));
}
