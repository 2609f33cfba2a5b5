#include "server/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "server/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_server = {texts, sizeof texts / sizeof *texts};
