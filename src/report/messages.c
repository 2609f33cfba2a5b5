#include "report/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "report/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_report = {texts, sizeof texts / sizeof *texts};
