#ifndef SUNTING_ARCHIVE_MESSAGES_H
#define SUNTING_ARCHIVE_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM ARCHIVE
#define MESSAGE_FILE "archive/messages.def"
#include "base/message_room.h"

#endif
