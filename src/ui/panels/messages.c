#include "ui/panels/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "ui/panels/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_ui_panels = {texts, sizeof texts / sizeof *texts};
