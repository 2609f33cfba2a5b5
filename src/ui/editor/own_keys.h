#ifndef SUNTING_UI_EDITOR_OWN_KEYS_H
#define SUNTING_UI_EDITOR_OWN_KEYS_H

#include "ui/editor/action.h"

/* Keys that the user has given to actions, beside those of the table: "save=F11 find=M-x", the value of keys
 * in config.yaml. Names of actions are those of actions.def in small letters. What names no action or no key
 * is passed over, and said. */
void own_keys_read(struct editor *editor, const char *value);
/* The action that has it by the user's will, or ACTION_COUNT. */
enum action_id own_keys_action(const struct editor *editor, struct key key);
/* The key that the user gave this action, or one with code 0. */
struct key own_keys_key(const struct editor *editor, enum action_id id);

#endif
