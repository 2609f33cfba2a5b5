/*
 * The messages of one room, for its messages.h, which sets MESSAGE_ROOM and MESSAGE_FILE: an id for each, and
 * both texts as literals, so that the compiler can read the formats at each call. Meant to be included once a
 * room, so unguarded.
 */
#include "base/message.h"

enum {
    MESSAGE_ROOM_START(MESSAGE_ROOM),
#define MESSAGE(name, indonesian, english) MESSAGE_##name,
#include MESSAGE_FILE
#undef MESSAGE
};

#define MESSAGE(name, indonesian, english)                                                                   \
    static const char message_id_##name[] = indonesian;                                                      \
    static const char message_en_##name[] = english;
#include MESSAGE_FILE
#undef MESSAGE
#undef MESSAGE_ROOM
#undef MESSAGE_FILE
