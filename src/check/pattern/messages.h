#ifndef SUNTING_CHECK_PATTERN_MESSAGES_H
#define SUNTING_CHECK_PATTERN_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM CHECK_PATTERN
#define MESSAGE_FILE "check/pattern/messages.def"
#include "base/message_room.h"

#endif
