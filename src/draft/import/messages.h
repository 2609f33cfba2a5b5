#ifndef SUNTING_DRAFT_IMPORT_MESSAGES_H
#define SUNTING_DRAFT_IMPORT_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM DRAFT_IMPORT
#define MESSAGE_FILE "draft/import/messages.def"
#include "base/message_room.h"

#endif
