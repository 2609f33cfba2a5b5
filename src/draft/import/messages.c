#include "draft/import/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "draft/import/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_draft_import = {texts, sizeof texts / sizeof *texts};
