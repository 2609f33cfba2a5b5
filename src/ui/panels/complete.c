#include "ui/panels/complete.h"

#include "base/paths.h"
#include "base/safe.h"
#include "base/utf8.h"
#include "ui/panels/folder.h"
#include "ui/panels/messages.h"

enum { TOLD_BYTES = 400 /* of names in the status row; it cuts what does not fit */ };

/* How many bytes of whole characters both begin with. */
static size_t common_bytes(struct slice a, struct slice b) {
    size_t n = 0;
    while (n < a.len && n < b.len && a.data[n] == b.data[n])
        n++;
    while (n > 0 && n < a.len && ((unsigned char)a.data[n] & 0xC0) == 0x80)
        n--;
    return n;
}

/* The folder that is named before the last slash, and the beginning of a name after it. */
static struct slice split(struct slice text, struct str *folder) {
    size_t slash = text.len;
    while (slash > 0 && text.data[slash - 1] != '/')
        slash--;
    path_meant(folder, slice_range(text, 0, slash));
    if (!folder->len) str_append_byte(folder, '.');
    return slice_range(text, slash, text.len);
}

struct completion {
    struct slice common; /* what all of them begin with */
    size_t count;
    bool folder; /* the only one is a folder */
    struct str names;
};

static void collect(const struct folder *folder, struct slice begun, struct completion *found) {
    vec_each(const struct folder_entry, entry, &folder->entries) {
        struct slice name = slice_of(entry->name);
        if (!slice_starts(name, begun)) continue;
        found->common = found->count ? slice_range(name, 0, common_bytes(name, found->common)) : name;
        found->folder = !found->count++ && entry->folder;
        if (found->names.len > TOLD_BYTES) continue;
        if (found->names.len) str_append_text(&found->names, "  ");
        safe_append(&found->names, name);
        if (entry->folder) str_append_byte(&found->names, '/');
    }
}

static bool complete(struct desk *desk, struct prompt *prompt, struct key key) {
    struct field *field = &prompt->field;
    struct folder folder = {0};
    struct completion found = {0};
    if (!key_is(key, K_TAB)) return false;
    str_splice(&field->text, field->cursor, field->text.len - field->cursor, SLICE(""));
    struct slice begun = split(str_slice(&field->text), &folder.path);
    if (folder_read(desk, &folder)) {
        collect(&folder, begun, &found);
        if (!found.count) desk_say(desk, COMPLETE_NONE);
        if (found.count > 1) desk_say(desk, COMPLETE_SEVERAL, str_text(&found.names));
        if (found.count) field_insert(field, slice_range(found.common, begun.len, found.common.len));
        if (found.folder) field_insert(field, SLICE("/"));
    }
    str_free(&found.names);
    folder_free(&folder);
    return true;
}

bool complete_ask(struct desk *desk, message_id label, struct slice text, struct str *path) {
    static const message_id hints[] = {MESSAGE_KEY_TAB, MESSAGE_HINT_COMPLETE, 0};
    struct prompt prompt = {
        .label = slice_of(message_text(desk->lang, label)), .key = complete, .hints = hints};
    str_append(&prompt.field.text, text);
    prompt.field.cursor = prompt.field.text.len;
    bool accepted = prompt_run(desk, &prompt);
    path_meant(path, str_slice(&prompt.field.text));
    str_free(&prompt.field.text);
    return accepted;
}
