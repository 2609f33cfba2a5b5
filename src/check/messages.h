#ifndef SUNTING_CHECK_MESSAGES_H
#define SUNTING_CHECK_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM CHECK
#define MESSAGE_FILE "check/messages.def"
#include "base/message_room.h"

#endif
