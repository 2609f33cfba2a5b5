#ifndef SUNTING_CHECK_DUPLICATE_MESSAGES_H
#define SUNTING_CHECK_DUPLICATE_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM CHECK_DUPLICATE
#define MESSAGE_FILE "check/duplicate/messages.def"
#include "base/message_room.h"

#endif
