#include "text/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "text/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_text = {texts, sizeof texts / sizeof *texts};
