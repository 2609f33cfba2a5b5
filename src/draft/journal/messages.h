#ifndef SUNTING_DRAFT_JOURNAL_MESSAGES_H
#define SUNTING_DRAFT_JOURNAL_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM DRAFT_JOURNAL
#define MESSAGE_FILE "draft/journal/messages.def"
#include "base/message_room.h"

#endif
