#ifndef SUNTING_CONFIG_MESSAGES_H
#define SUNTING_CONFIG_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM CONFIG
#define MESSAGE_FILE "config/messages.def"
#include "base/message_room.h"

#endif
