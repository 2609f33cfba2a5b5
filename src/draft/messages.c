#include "draft/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "draft/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_draft = {texts, sizeof texts / sizeof *texts};
