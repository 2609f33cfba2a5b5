#ifndef SUNTING_DRAFT_MESSAGES_H
#define SUNTING_DRAFT_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM DRAFT
#define MESSAGE_FILE "draft/messages.def"
#include "base/message_room.h"

#endif
