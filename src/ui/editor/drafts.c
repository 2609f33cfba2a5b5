#include "ui/editor/drafts.h"

#include "base/paths.h"
#include "base/safe.h"
#include "draft/journal/places.h"
#include "training/attempt.h"
#include "ui/editor/action.h"
#include "ui/editor/messages.h"
#include "ui/editor/outside.h"
#include "ui/editor/start.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"

static void put_aside(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    if (!buffer) return;
    if (buffer->journal) journal_sync(buffer->journal);
    undo_close(buffer->undo);
    vec_push(&editor->aside, buffer);
    editor->desk.buffer = NULL;
    editor_forget(editor);
}

static void show(struct editor *editor, size_t i) {
    struct buffer *buffer = editor->aside.items[i];
    vec_remove(&editor->aside, i, 1);
    put_aside(editor);
    editor->desk.buffer = buffer;
    editor->desk.stale = true;
    editor->settled = false;
    if (buffer->checker && buffer->attached && checker_done(buffer->checker)) editor_count(editor);
    outside_look(editor);
}

bool drafts_show_last(struct editor *editor) {
    if (!editor->aside.count) return false;
    show(editor, editor->aside.count - 1);
    return true;
}

static bool is_file(const struct buffer *buffer, const struct str *real) {
    struct str own = {0};
    if (buffer->draft->path[0]) place_real(buffer->draft->path, &own);
    bool same = own.len && slice_equal(str_slice(&own), str_slice(real));
    str_free(&own);
    return same;
}

/* True when the file is open already; then its draft is on the screen. */
static bool show_open(struct editor *editor, const char *path) {
    struct str real = {0};
    place_real(path, &real);
    bool here = editor->desk.buffer && is_file(editor->desk.buffer, &real);
    size_t i = 0;
    while (i < editor->aside.count && !is_file(editor->aside.items[i], &real))
        i++;
    bool beside = !here && i < editor->aside.count;
    if (beside) show(editor, i);
    str_free(&real);
    return here || beside;
}

void drafts_open(struct editor *editor, const char *path) {
    if (*path && show_open(editor, path)) return;
    bool keep = editor->desk.buffer && !editor->desk.buffer->practice;
    if (keep) put_aside(editor);
    if (!editor_open_path(editor, &(struct editor_file){.path = path}) && keep) drafts_show_last(editor);
}

static void open_waiting(struct editor *editor, size_t i) {
    if (show_open(editor, editor->waiting.items[i].path)) {
        vec_remove(&editor->waiting, i, 1);
        return;
    }
    put_aside(editor);
    if (!start_open_waiting(editor, i)) drafts_show_last(editor);
}

void drafts_check(struct editor *editor) {
    const struct attempt *attempt = editor->desk.attempt;
    const struct rule_set *rules = attempt ? &attempt->rules : editor->options->rules;
    vec_each(struct buffer *, buffer, &editor->aside)
        buffer_check(*buffer, editor->options->language, editor->desk.lang, rules);
    if (editor->desk.buffer)
        buffer_check(editor->desk.buffer, editor->options->language, editor->desk.lang, rules);
}

void drafts_recheck(struct editor *editor) {
    drafts_check(editor);
    editor_forget(editor);
}

void drafts_free(struct editor *editor) {
    vec_each(struct buffer *, buffer, &editor->aside)
        buffer_free(*buffer, JOURNAL_END_KEPT);
    vec_free(&editor->aside);
}

bool can_switch(const struct editor *editor) {
    return editor->desk.buffer && drafts_beside(editor);
}

size_t drafts_beside(const struct editor *editor) {
    return editor->aside.count + editor->waiting.count;
}

/* In a round: the one that has waited longest comes next. */
void run_next_draft(struct editor *editor) {
    if (editor->waiting.count)
        open_waiting(editor, 0);
    else
        show(editor, 0);
}

static void add(struct editor *editor, struct list *list, const char *path, bool changed, size_t value) {
    const char *slash = strrchr(path, '/');
    struct str shown = {0};
    if (*path)
        safe_append(&shown, slice_of(slash ? slash + 1 : path));
    else
        message(&shown, editor->desk.lang, UNNAMED);
    if (changed) str_append_text(&shown, " *");
    struct list_item *item = list_add(list, str_slice(&shown), value);
    if (slash) safe_append(&item->right, path_folder(slice_of(path)));
    str_free(&shown);
}

static void add_buffer(struct editor *editor, struct list *list, const struct buffer *buffer, size_t value) {
    add(editor, list, buffer->draft->path, buffer_changed(buffer), value);
}

void run_drafts(struct editor *editor) {
    struct list list = {.title = slice_of(message_text(editor->desk.lang, MESSAGE_ACTION_DRAFTS)),
                        .enter = MESSAGE_HINT_CHOOSE,
                        .filters = true};
    struct key key;
    size_t opened = editor->aside.count;
    add_buffer(editor, &list, editor->desk.buffer, SIZE_MAX);
    for (size_t i = opened; i-- > 0;)
        add_buffer(editor, &list, editor->aside.items[i], i);
    for (size_t i = 0; i < editor->waiting.count; i++)
        add(editor, &list, editor->waiting.items[i].path, false, opened + i);
    list.chosen = 1;
    if (list_run(&editor->desk, &list, &key)) {
        size_t value = list.items.items[list.chosen].value;
        if (value != SIZE_MAX && value >= opened)
            open_waiting(editor, value - opened);
        else if (value != SIZE_MAX)
            show(editor, value);
    }
    list_free(&list);
}
