#include "check/rules/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "check/rules/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_check_rules = {texts, sizeof texts / sizeof *texts};
