#include "archive/trouble.h"

#include "archive/messages.h"

#include <stdlib.h>

/* Sentences that name the archive and nothing else. */
static const message_id sentences[TROUBLES] = {
    [TROUBLE_UNREACHABLE] = MESSAGE_ARCHIVE_UNREACHABLE,
    [TROUBLE_LOGIN] = MESSAGE_ARCHIVE_LOGIN,
    [TROUBLE_DATABASE] = MESSAGE_ARCHIVE_DATABASE,
    [TROUBLE_NOT_MADE] = MESSAGE_ARCHIVE_NO_TABLES,
    [TROUBLE_FOREIGN] = MESSAGE_ARCHIVE_FOREIGN,
    [TROUBLE_EXISTS] = MESSAGE_ARCHIVE_EXISTS,
    [TROUBLE_RIGHT] = MESSAGE_ARCHIVE_NO_ACCESS,
    [TROUBLE_WRITE] = MESSAGE_ARCHIVE_READ_ONLY,
    [TROUBLE_OWNER] = MESSAGE_ARCHIVE_NOT_OWNER,
    [TROUBLE_BUSY] = MESSAGE_ARCHIVE_BUSY,
    [TROUBLE_FULL] = MESSAGE_ARCHIVE_DISK_FULL,
    [TROUBLE_DAMAGED] = MESSAGE_ARCHIVE_DAMAGED,
    [TROUBLE_LOST] = MESSAGE_ARCHIVE_LOST,
    [TROUBLE_ENCODING] = MESSAGE_ARCHIVE_ENCODING,
    [TROUBLE_ADDRESS] = MESSAGE_ARCHIVE_ADDRESS,
    [TROUBLE_NO_TLS] = MESSAGE_ARCHIVE_NO_TLS,
    [TROUBLE_CERTIFICATE] = MESSAGE_ARCHIVE_CERTIFICATE,
    [TROUBLE_MIXED] = MESSAGE_ARCHIVE_MIXED,
};

enum wire_trouble trouble_say(struct slice body, const char *where, struct error *e) {
    int64_t trouble, number;
    struct slice said;
    if (!wire_get_number(&body, &trouble) || !wire_get_number(&body, &number) ||
        !wire_get_text(&body, &said) || trouble < 0 || trouble >= TROUBLES)
        return TROUBLES;
    if (sentences[trouble]) {
        if (error_begin(e)) message_append(&e->text, e->lang, sentences[trouble], where);
    } else if (trouble == TROUBLE_VERSION) {
        error_set(e, ARCHIVE_VERSION, where, (int)number);
    } else {
        char *engine = slice_copy(said);
        error_set(e, ARCHIVE_FAILED, where, engine);
        free(engine);
    }
    return (enum wire_trouble)trouble;
}
