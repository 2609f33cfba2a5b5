#ifndef SUNTING_CHECK_RULES_MESSAGES_H
#define SUNTING_CHECK_RULES_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM CHECK_RULES
#define MESSAGE_FILE "check/rules/messages.def"
#include "base/message_room.h"

#endif
