#include "base/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "base/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_base = {texts, sizeof texts / sizeof *texts};
