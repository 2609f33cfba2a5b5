#include "language/spelling/messages.h"

static const char *const texts[][2] = {
#define MESSAGE(name, indonesian, english) {indonesian, english},
#include "language/spelling/messages.def"
#undef MESSAGE
};

const struct message_table messages_of_language_spelling = {texts, sizeof texts / sizeof *texts};
