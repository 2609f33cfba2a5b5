#include "cli/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "cli/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_cli = {texts, sizeof texts / sizeof *texts};
