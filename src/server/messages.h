#ifndef SUNTING_SERVER_MESSAGES_H
#define SUNTING_SERVER_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM SERVER
#define MESSAGE_FILE "server/messages.def"
#include "base/message_room.h"

#endif
