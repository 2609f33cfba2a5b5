#ifndef SUNTING_DRAFT_FRONT_MESSAGES_H
#define SUNTING_DRAFT_FRONT_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM DRAFT_FRONT
#define MESSAGE_FILE "draft/front/messages.def"
#include "base/message_room.h"

#endif
