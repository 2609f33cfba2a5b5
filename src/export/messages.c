#include "export/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "export/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_export = {texts, sizeof texts / sizeof *texts};
