#ifndef SUNTING_UI_EDITOR_MESSAGES_H
#define SUNTING_UI_EDITOR_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM UI_EDITOR
#define MESSAGE_FILE "ui/editor/messages.def"
#include "base/message_room.h"

#endif
