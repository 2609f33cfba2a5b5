#ifndef SUNTING_BASE_MESSAGE_H
#define SUNTING_BASE_MESSAGE_H

#include "base/str.h"

#include <stdio.h>

/*
 * Every sentence the program says, in Indonesian and English, stands in a table: messages.def of the room
 * that says it, or of the uppermost of those that do. Who says one includes that room's messages.h; so a
 * changed text compiles only those anew. message() checks its arguments against both texts at compile time.
 *
 *     message(&out, lang, FILE_MISSING, path);
 */
enum lang { LANG_ID, LANG_EN };

enum message_room {
#define ROOM(NAME, name) MESSAGE_ROOM_##NAME,
#include "base/message_rooms.def"
#undef ROOM
    MESSAGE_ROOMS
};

/* Number of a message: its room, and its place in the room's table. 0 is none. */
typedef unsigned message_id;
enum { MESSAGE_ROOM_BITS = 12 };
/* Where the numbers of a room begin: one after this constant. */
#define MESSAGE_ROOM_START_(room) MESSAGE_START_##room = ((int)MESSAGE_ROOM_##room + 1) << MESSAGE_ROOM_BITS
#define MESSAGE_ROOM_START(room) MESSAGE_ROOM_START_(room)

struct message_table {
    const char *const (*texts)[2]; /* by place, then by enum lang */
    size_t count;
};

/* Appends the message. */
#define message(out, lang, name, ...)                                                                        \
    ((void)sizeof(printf(message_id_##name, ##__VA_ARGS__)),                                                 \
     (void)sizeof(printf(message_en_##name, ##__VA_ARGS__)),                                                 \
     message_append(out, lang, MESSAGE_##name, ##__VA_ARGS__))

/* Text of a message that takes no arguments; static. */
const char *message_text(enum lang lang, message_id id);
void message_append(struct str *out, enum lang lang, message_id id, ...);

/* English for en*, otherwise Indonesian; setting may be NULL (then LC_ALL, LC_MESSAGES, LANG decide). */
enum lang lang_of_environment(const char *setting);

/*
 * What went wrong, as a sentence for the user. The caller owns the struct, sets lang and calls error_free().
 */
struct error {
    enum lang lang;
    struct str text;
};

/* What an errno means, in the language of e (NULL: Indonesian), to stand inside a sentence. */
const char *error_reason(const struct error *e, int code);
/* Empties e; false when it is NULL: nobody wants to know. */
static inline bool error_begin(struct error *e) {
    if (e) str_clear(&e->text);
    return e != NULL;
}

/* Replaces the text of e (may be NULL) and is false, for `return error_set(e, NAME, ...)`. */
#define error_set(e, name, ...)                                                                              \
    __extension__({                                                                                          \
        struct error *error_ = (e);                                                                          \
        if (error_begin(error_)) message(&error_->text, error_->lang, name, ##__VA_ARGS__);                  \
        false;                                                                                               \
    })

void error_free(struct error *e);

#endif
