#include "ui/panels/versions.h"

#include "draft/journal/owner.h"
#include "draft/version.h"
#include "ui/panels/compare.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"
#include "ui/panels/reader.h"

static struct text *read_version(struct desk *desk, const struct version *version, struct error *e) {
    struct str base = {0};
    draft_base(desk->buffer->draft, &base);
    struct text *text = version_text(version, str_slice(&base), e);
    str_free(&base);
    return text;
}

static void add_version(struct desk *desk, struct list *list, const struct version *version, size_t n) {
    struct str when = {0}, name = {0};
    struct text *text = read_version(desk, version, NULL);
    moment_describe(&when, desk->lang, version->time_ms, moment_now());
    if (version->aside)
        message(&name, desk->lang, VERSION_ASIDE, str_text(&when));
    else
        str_append(&name, str_slice(&when));
    struct list_item *item = list_add(list, str_slice(&name), n);
    if (text) message(&item->right, desk->lang, VERSION_SIZE, text_words(text), text_length(text));
    text_free(text);
    str_free(&when);
    str_free(&name);
}

/* The version as a whole; true when it was restored. */
static bool look_at(struct desk *desk, const struct text *version, struct slice when) {
    static const message_id hints[] = {MESSAGE_KEY_D, MESSAGE_HINT_DIFFERENCES, 0};
    struct reader reader = {.title = when, .hints = hints, .enter = MESSAGE_HINT_RESTORE};
    struct key key;
    bool restored = false;
    reader_add_text(&reader, version, 0, STYLE_PANEL);
    while (reader_run(desk, &reader, &key)) {
        if (key_is(key, K_ENTER)) {
            restored = true;
            break;
        }
        if (key_closes(key)) break;
        if (key_is(key, 'd') || key_is(key, 'D'))
            compare_show(desk, desk->buffer->text, version, MESSAGE_COMPARE_NOW, MESSAGE_COMPARE_RESTORED);
    }
    reader_free(&reader);
    if (!restored) return false;
    if (buffer_become(desk->buffer, version))
        desk_say(desk, VERSION_RESTORED, SLICE_ARG(when));
    else if (!desk->buffer->refused)
        desk_say(desk, COMPARE_EQUAL);
    return true;
}

void versions_show(struct desk *desk, size_t kept) {
    struct list list = {.title = slice_of(message_text(desk->lang, MESSAGE_VERSIONS_TITLE)),
                        .enter = MESSAGE_HINT_SEE};
    struct versions versions;
    struct key key;
    versions_list(&versions, desk->buffer->draft->path);
    for (size_t i = 0; i < versions.list.count; i++)
        add_version(desk, &list, &versions.list.items[i], i);
    if (!versions.list.count) desk_tell(desk, kept ? MESSAGE_VERSIONS_NONE : MESSAGE_VERSIONS_OFF);
    while (versions.list.count && list_run(desk, &list, &key)) {
        struct error e = {.lang = desk->lang};
        struct text *version = read_version(desk, &versions.list.items[list.chosen], &e);
        if (!version) desk_complain(desk, &e);
        bool done = version && look_at(desk, version, str_slice(&list.items.items[list.chosen].text));
        text_free(version);
        error_free(&e);
        if (done) break;
    }
    list_free(&list);
    versions_free(&versions);
}
