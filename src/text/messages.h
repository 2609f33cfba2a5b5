#ifndef SUNTING_TEXT_MESSAGES_H
#define SUNTING_TEXT_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM TEXT
#define MESSAGE_FILE "text/messages.def"
#include "base/message_room.h"

#endif
