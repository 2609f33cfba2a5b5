/* The versions that stood on the disk before the last saves, and work that was set aside: to look at,
 * compare, and restore. */
#include "draft/journal/owner.h"
#include "draft/version.h"
#include "ui/editor/action.h"
#include "ui/panels/compare.h"
#include "ui/panels/list.h"
#include "ui/panels/reader.h"

bool can_see_versions(const struct editor *editor) {
    return editor->buffer != NULL;
}

static struct text *read_version(struct editor *editor, const struct version *version, struct error *e) {
    return version_text(version, str_slice(&editor->buffer->draft->base), e);
}

static void add_version(struct editor *editor, struct list *list, const struct version *version, size_t n) {
    struct str when = {0}, name = {0};
    struct text *text = read_version(editor, version, NULL);
    moment_describe(&when, editor->lang, version->time_ms, moment_now());
    if (version->aside)
        message(&name, editor->lang, VERSION_ASIDE, str_text(&when));
    else
        str_append(&name, str_slice(&when));
    struct list_item *item = list_add(list, str_slice(&name), n);
    if (text) message(&item->right, editor->lang, VERSION_SIZE, text_words(text), text_length(text));
    text_free(text);
    str_free(&when);
    str_free(&name);
}

/* The version as a whole; true when it was restored. */
static bool look_at(struct editor *editor, const struct text *version, struct slice when) {
    static const enum message_id hints[] = {MESSAGE_KEY_D, MESSAGE_HINT_DIFFERENCES, 0};
    struct reader reader = {.title = when, .hints = hints, .enter = MESSAGE_HINT_RESTORE};
    struct key key;
    bool restored = false;
    reader_add_text(&reader, version, 0, STYLE_PANEL);
    while (reader_run(editor, &reader, &key)) {
        if (key.code == K_ENTER) {
            restored = true;
            break;
        }
        if (key.code == K_ESCAPE || (key.code == 'q' && key.mods == MOD_CTRL)) break;
        if ((key.code == 'd' || key.code == 'D') && !key.mods)
            compare_show(editor, editor->buffer->text, version, MESSAGE_COMPARE_NOW,
                         MESSAGE_COMPARE_RESTORED);
    }
    reader_free(&reader);
    if (!restored) return false;
    if (buffer_become(editor->buffer, version))
        editor_say(editor, VERSION_RESTORED, SLICE_ARG(when));
    else if (!editor->buffer->refused)
        editor_say(editor, COMPARE_EQUAL);
    return true;
}

void run_versions(struct editor *editor) {
    struct list list = {.title = slice_of(message_text(editor->lang, MESSAGE_VERSIONS_TITLE)),
                        .enter = MESSAGE_HINT_SEE};
    struct versions versions;
    struct key key;
    versions_list(&versions, editor->buffer->draft->path);
    for (size_t i = 0; i < versions.list.count; i++)
        add_version(editor, &list, &versions.list.items[i], i);
    if (!versions.list.count) editor_say(editor, VERSIONS_NONE);
    while (versions.list.count && list_run(editor, &list, &key) && key.code == K_ENTER) {
        struct error e = {.lang = editor->lang};
        struct text *version = read_version(editor, &versions.list.items[list.chosen], &e);
        if (!version) editor_complain(editor, &e);
        bool done = version && look_at(editor, version, str_slice(&list.items.items[list.chosen].text));
        text_free(version);
        error_free(&e);
        if (done) break;
    }
    list_free(&list);
    versions_free(&versions);
}
