#ifndef SUNTING_CLI_MESSAGES_H
#define SUNTING_CLI_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM CLI
#define MESSAGE_FILE "cli/messages.def"
#include "base/message_room.h"

#endif
