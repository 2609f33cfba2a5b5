#include "base/message.h"

#include <errno.h>
#include <stdlib.h>

static const char *const texts[MESSAGE_COUNT][2] = {
#define MESSAGE(name, indonesian, english) [MESSAGE_##name] = {indonesian, english},
#include "base/messages.def"
#undef MESSAGE
};

const char *message_text(enum lang lang, enum message_id id) {
    return texts[id][lang];
}

void message_append(struct str *out, enum lang lang, enum message_id id, ...) {
    va_list arguments;
    va_start(arguments, id);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* message() has checked both texts */
    str_vprintf(out, texts[id][lang], arguments);
#pragma GCC diagnostic pop
    va_end(arguments);
}

enum lang lang_of_environment(const char *setting) {
    static const char *const names[] = {"LC_ALL", "LC_MESSAGES", "LANG"};
    for (size_t i = 0; !setting && i < sizeof names / sizeof *names; i++) {
        setting = getenv(names[i]);
        if (setting && !*setting) setting = NULL;
    }
    return setting && strncmp(setting, "en", 2) == 0 ? LANG_EN : LANG_ID;
}

void error_free(struct error *e) {
    str_free(&e->text);
}
