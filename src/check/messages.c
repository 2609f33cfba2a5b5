#include "check/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "check/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_check = {texts, sizeof texts / sizeof *texts};
