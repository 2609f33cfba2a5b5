#include "training/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "training/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_training = {texts, sizeof texts / sizeof *texts};
