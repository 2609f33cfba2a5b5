#ifndef SUNTING_UI_EDITOR_ACTION_H
#define SUNTING_UI_EDITOR_ACTION_H

#include "base/message.h"
#include "ui/editor/editor.h"

/*
 * What the user can do: one table, actions.def, that feeds the keys, the menu, the help, the line of hints
 * and the manual. Each has a text ACTION_ID in messages/actions.def of its room.
 */
enum action_id {
#define ACTION(group, id, keys, possible, run) ACTION_##id,
#include "ui/editor/actions.def"
#undef ACTION
    ACTION_COUNT
};

enum action_group {
    GROUP_FILE,
    GROUP_EDIT,
    GROUP_INSERT,
    GROUP_FIND,
    GROUP_CHECK,
    GROUP_MOVE,
    GROUP_LOOK,
    GROUP_HELP,
    GROUP_COUNT
};

struct action {
    const char *name; /* as in actions.def */
    enum action_group group;
    const char *keys; /* names of key_parse(), separated by spaces; the first is the one that is shown */
    bool (*possible)(const struct editor *editor);
    void (*run)(struct editor *editor);
    message_id about;
};

const struct action *action_get(enum action_id id);
/* The action of a key, or ACTION_COUNT. */
enum action_id action_of_key(const struct editor *editor, struct key key);
/* Runs it when it is possible now, else says why not. */
void action_run(struct editor *editor, enum action_id id);
/* Appends the name of the key that is shown: that of the user, or the first of the table that no other action
 * has got. */
void action_append_key(struct str *out, const struct editor *editor, enum action_id id);

/* Goes to the finding; around: past the end of the draft, or back, past its beginning, and says so. */
void check_show(struct editor *editor, const struct finding *finding, bool back, bool around);
/* A finding has been dealt with: goes on to what else is wrong at the cursor, or the next one in the text. */
void check_go_on(struct editor *editor);

/* Notes a setting that the menu has changed in config.yaml, and says so. */
void settings_keep(struct editor *editor, const char *key, const char *value);

/* Backspace and Delete, which are keys of the text itself. */
void run_erase_left(struct editor *editor);
void run_erase_right(struct editor *editor);

#define ACTION(group, id, keys, possible, run) bool possible(const struct editor *editor);
#include "ui/editor/actions.def"
#undef ACTION
#define ACTION(group, id, keys, possible, run) void run(struct editor *editor);
#include "ui/editor/actions.def"
#undef ACTION

#endif
