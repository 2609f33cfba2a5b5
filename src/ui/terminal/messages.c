#include "ui/terminal/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "ui/terminal/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_ui_terminal = {texts, sizeof texts / sizeof *texts};
