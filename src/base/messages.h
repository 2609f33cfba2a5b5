#ifndef SUNTING_BASE_MESSAGES_H
#define SUNTING_BASE_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM BASE
#define MESSAGE_FILE "base/messages.def"
#include "base/message_room.h"

#endif
