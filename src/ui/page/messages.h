#ifndef SUNTING_UI_PAGE_MESSAGES_H
#define SUNTING_UI_PAGE_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM UI_PAGE
#define MESSAGE_FILE "ui/page/messages.def"
#include "base/message_room.h"

#endif
