#ifndef SUNTING_REPORT_MESSAGES_H
#define SUNTING_REPORT_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM REPORT
#define MESSAGE_FILE "report/messages.def"
#include "base/message_room.h"

#endif
