#include "archive/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "archive/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_archive = {texts, sizeof texts / sizeof *texts};
