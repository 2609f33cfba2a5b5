#include "ui/editor/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "ui/editor/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_ui_editor = {texts, sizeof texts / sizeof *texts};
