#ifndef SUNTING_EXPORT_MESSAGES_H
#define SUNTING_EXPORT_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM EXPORT
#define MESSAGE_FILE "export/messages.def"
#include "base/message_room.h"

#endif
