#ifndef SUNTING_TRAINING_MESSAGES_H
#define SUNTING_TRAINING_MESSAGES_H

/* What this room says: messages.def. */
#define MESSAGE_ROOM TRAINING
#define MESSAGE_FILE "training/messages.def"
#include "base/message_room.h"

#endif
