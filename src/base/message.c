#include "base/message.h"

#include "base/messages.h"

#include <assert.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#define ROOM(NAME, name) extern const struct message_table messages_of_##name;
#include "base/message_rooms.def"
#undef ROOM

static const struct message_table *const tables[MESSAGE_ROOMS] = {
#define ROOM(NAME, name) [MESSAGE_ROOM_##NAME] = &messages_of_##name,
#include "base/message_rooms.def"
#undef ROOM
};

const char *message_text(enum lang lang, message_id id) {
    const struct message_table *table = tables[(id >> MESSAGE_ROOM_BITS) - 1];
    size_t place = (id & ((1U << MESSAGE_ROOM_BITS) - 1)) - 1;
    assert(place < table->count);
    return table->texts[place][lang];
}

void message_append(struct str *out, enum lang lang, message_id id, ...) {
    va_list arguments;
    va_start(arguments, id);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral" /* message() has checked both texts */
    str_vprintf(out, message_text(lang, id), arguments);
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
        message_id id;
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
