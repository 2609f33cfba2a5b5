#ifndef SUNTING_LANGUAGE_SPELLING_MESSAGES_H
#define SUNTING_LANGUAGE_SPELLING_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM LANGUAGE_SPELLING
#define MESSAGE_FILE "language/spelling/messages.def"
#include "base/message_room.h"

#endif
