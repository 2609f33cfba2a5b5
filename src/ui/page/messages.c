#include "ui/page/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "ui/page/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_ui_page = {texts, sizeof texts / sizeof *texts};
