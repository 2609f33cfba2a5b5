#ifndef SUNTING_UI_PANELS_MESSAGES_H
#define SUNTING_UI_PANELS_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM UI_PANELS
#define MESSAGE_FILE "ui/panels/messages.def"
#include "base/message_room.h"

#endif
