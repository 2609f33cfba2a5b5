#include "config/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "config/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_config = {texts, sizeof texts / sizeof *texts};
