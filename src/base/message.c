#include "base/message.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

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

const char *error_reason(const struct error *e, int code) {
    static const struct {
        int code;
        enum message_id id;
    } reasons[] = {{EACCES, MESSAGE_REASON_ACCESS},      {EPERM, MESSAGE_REASON_ACCESS},
                   {ENOENT, MESSAGE_REASON_MISSING},     {EISDIR, MESSAGE_REASON_FOLDER},
                   {ENOTDIR, MESSAGE_REASON_NOT_FOLDER}, {EROFS, MESSAGE_REASON_READ_ONLY},
                   {ENOSPC, MESSAGE_REASON_FULL},        {EDQUOT, MESSAGE_REASON_QUOTA},
                   {EIO, MESSAGE_REASON_DISK},           {ENAMETOOLONG, MESSAGE_REASON_NAME},
                   {ELOOP, MESSAGE_REASON_LOOP},         {EMFILE, MESSAGE_REASON_MANY},
                   {ENFILE, MESSAGE_REASON_MANY}};
    for (size_t i = 0; i < sizeof reasons / sizeof *reasons; i++)
        if (reasons[i].code == code) return message_text(e ? e->lang : LANG_ID, reasons[i].id);
    return strerror(code);
}

void error_free(struct error *e) {
    str_free(&e->text);
}
