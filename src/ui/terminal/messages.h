#ifndef SUNTING_UI_TERMINAL_MESSAGES_H
#define SUNTING_UI_TERMINAL_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM UI_TERMINAL
#define MESSAGE_FILE "ui/terminal/messages.def"
#include "base/message_room.h"

#endif
