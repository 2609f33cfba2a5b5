/* The versions that stood on the disk before the last saves: to look at, compare, and restore. */
#include "draft/backup.h"
#include "draft/draft.h"
#include "draft/owner.h"
#include "ui/action.h"
#include "ui/compare.h"
#include "ui/list.h"

bool can_see_versions(const struct editor *editor) {
    return editor->buffer && editor->buffer->draft->path[0] && editor->buffer->draft->disk.exists;
}

static size_t count_words(struct slice text) {
    size_t words = 0;
    bool inside = false;
    for (size_t i = 0; i < text.len; i++) {
        bool letter = (unsigned char)text.data[i] > ' ';
        words += letter && !inside;
        inside = letter;
    }
    return words;
}

static void add_version(struct editor *editor, struct list *list, const struct backup *backup, size_t n) {
    struct str when = {0}, size = {0};
    struct draft *draft = draft_load(backup->path, DRAFT_LIMIT, NULL);
    moment_describe(&when, editor->lang, backup->time_ms, moment_now());
    struct list_item *item = list_add(list, str_slice(&when), n);
    if (draft) message(&size, editor->lang, VERSION_SIZE, count_words(str_slice(&draft->base)), backup->size);
    str_append(&item->right, str_slice(&size));
    draft_free(draft);
    str_free(&when);
    str_free(&size);
}

/* The version as a whole; true when it was restored. */
static bool look_at(struct editor *editor, const struct draft *version, struct slice when) {
    static const enum message_id hints[] = {MESSAGE_KEY_D, MESSAGE_HINT_DIFFERENCES, 0};
    struct reader reader = {.title = when, .hints = hints, .enter = MESSAGE_HINT_RESTORE};
    struct key key;
    bool restored = false;
    reader_add_lines(&reader, str_slice(&version->base), 0, STYLE_PANEL);
    while (reader_run(editor, &reader, &key)) {
        if (key.code == K_ENTER) {
            restored = true;
            break;
        }
        if (key.code == K_ESCAPE || (key.code == 'q' && key.mods == MOD_CTRL)) break;
        if ((key.code == 'd' || key.code == 'D') && !key.mods)
            compare_show(editor, editor->buffer->text, version->text, MESSAGE_COMPARE_NOW,
                         MESSAGE_COMPARE_RESTORED);
    }
    reader_free(&reader);
    if (!restored) return false;
    if (buffer_become(editor->buffer, version->text))
        editor_say(editor, VERSION_RESTORED, SLICE_ARG(when));
    else if (!editor->buffer->refused)
        editor_say(editor, COMPARE_EQUAL);
    return true;
}

void run_versions(struct editor *editor) {
    struct list list = {.title = slice_of(message_text(editor->lang, MESSAGE_VERSIONS_TITLE)),
                        .enter = MESSAGE_HINT_SEE};
    struct backups backups;
    struct key key;
    backups_list(&backups, editor->buffer->draft->path);
    for (size_t i = 0; i < backups.list.count; i++)
        add_version(editor, &list, &backups.list.items[i], i);
    if (!backups.list.count) editor_say(editor, VERSIONS_NONE);
    while (backups.list.count && list_run(editor, &list, &key) && key.code == K_ENTER) {
        struct error e = {.lang = editor->lang};
        struct draft *version = draft_load(backups.list.items[list.chosen].path, DRAFT_LIMIT, &e);
        if (!version) editor_complain(editor, &e);
        bool done = version && look_at(editor, version, str_slice(&list.items.items[list.chosen].text));
        draft_free(version);
        error_free(&e);
        if (done) break;
    }
    list_free(&list);
    backups_free(&backups);
}
