#include "ui/editor/outside.h"

#include "base/paths.h"
#include "base/watch.h"
#include "draft/journal/places.h"
#include "draft/merge.h"
#include "ui/editor/messages.h"
#include "ui/editor/save.h"
#include "ui/panels/compare.h"
#include "ui/panels/messages.h"
#include "ui/panels/prompt.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { LOOK_MS = 3000 };

static bool has_file(const struct buffer *buffer) {
    return buffer && buffer->draft->path[0] && buffer->draft->disk.exists && !buffer->read_only;
}

void outside_look(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    if (!has_file(buffer)) return;
    enum disk_state state = draft_disk_state(buffer->draft);
    if (state == DISK_SAME) buffer->outside = 0;
    if (state == DISK_CHANGED) buffer->outside = MESSAGE_OUTSIDE_CHANGED;
    if (state == DISK_GONE) buffer->outside = MESSAGE_OUTSIDE_GONE;
}

void outside_watch(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    struct str real = {0};
    free(buffer->watched);
    buffer->watched = NULL;
    if (!has_file(buffer)) {
        if (buffer->watch >= 0) close(buffer->watch);
        buffer->watch = -1;
        return;
    }
    place_real(buffer->draft->path, &real);
    char *folder = slice_copy(path_folder(str_slice(&real)));
    const char *slash = strrchr(str_text(&real), '/');
    buffer->watch = watch_open_again(buffer->watch, folder); /* after each save it is the same */
    buffer->watched = slice_copy(slice_of(slash ? slash + 1 : str_text(&real)));
    free(folder);
    str_free(&real);
}

int outside_fd(const struct editor *editor) {
    return editor->desk.buffer ? editor->desk.buffer->watch : -1;
}

void outside_came(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    if (!watch_came(buffer->watch, buffer->watched)) return;
    outside_look(editor);
    if (buffer->outside) editor->desk.stale = true;
}

void outside_look_sometimes(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    if (!buffer || buffer->now - buffer->looked < LOOK_MS) return;
    buffer->looked = buffer->now;
    outside_look(editor);
}

bool outside_changed(struct editor *editor) {
    return has_file(editor->desk.buffer) && draft_disk_state(editor->desk.buffer->draft) == DISK_CHANGED;
}

/* The text that was is one undo away. */
static bool take_theirs(struct editor *editor, const struct draft *theirs) {
    buffer_become(editor->desk.buffer, theirs->text);
    draft_take_over(editor->desk.buffer->draft, theirs);
    save_settle(editor);
    desk_say(&editor->desk, OUTSIDE_TAKEN);
    return true;
}

static bool merge_with(struct editor *editor, const struct draft *theirs, bool *decided, struct error *e) {
    struct buffer *buffer = editor->desk.buffer;
    struct merge merge;
    struct draft_edit made = {0};
    struct str base = {0};
    bool saved = false;
    draft_base(buffer->draft, &base);
    merge_make(&merge, str_slice(&base), buffer->text, theirs->text);
    *decided = compare_merge(&editor->desk, &merge, buffer->text, MESSAGE_HINT_MERGE);
    if (*decided) {
        if (merge_edit(&made, &merge, buffer->text)) buffer_apply_made(buffer, &made);
        draft_take_over(buffer->draft, theirs);
        saved = save_now(editor, SAVE_EXPECTED, e);
    }
    draft_edit_free(&made);
    merge_free(&merge);
    str_free(&base);
    return saved;
}

static bool is_equal(const struct buffer *buffer, const struct draft *theirs) {
    struct draft_edit made = {0};
    bool differs = draft_edit_to(&made, buffer->text, text_loaded(theirs->text));
    draft_edit_free(&made);
    return !differs;
}

enum { ASK_SEE, ASK_MINE, ASK_THEIRS, ASK_MERGE, ASK_COUNT };

static bool ask_whose(struct editor *editor, const struct draft *theirs, struct error *e) {
    static const message_id answers[ASK_COUNT] = {MESSAGE_ANSWER_SEE, MESSAGE_ANSWER_MINE,
                                                  MESSAGE_ANSWER_THEIRS, MESSAGE_ANSWER_MERGE};
    struct slice question = slice_of(message_text(editor->desk.lang, MESSAGE_ASK_CHANGED));
    bool saved = false, decided = false;
    while (!decided && !editor->desk.leaving) {
        int answer = ask_writer(&editor->desk, question, answers, ASK_COUNT, -1);
        decided = answer != ASK_SEE;
        if (answer == ASK_SEE)
            compare_show(&editor->desk, editor->desk.buffer->text, theirs->text, MESSAGE_COMPARE_MINE,
                         MESSAGE_COMPARE_FILE);
        if (answer == ASK_MINE) saved = save_now(editor, SAVE_OVER, e);
        if (answer == ASK_THEIRS) saved = take_theirs(editor, theirs);
        if (answer == ASK_MERGE) saved = merge_with(editor, theirs, &decided, e);
    }
    return saved;
}

bool outside_ask(struct editor *editor, struct error *e) {
    struct draft *theirs = draft_load(editor->desk.buffer->draft->path, DRAFT_LIMIT, e);
    bool saved = false;
    if (!theirs)
        desk_complain(&editor->desk, e);
    else if (is_equal(editor->desk.buffer, theirs))
        saved = take_theirs(editor, theirs);
    else
        saved = ask_whose(editor, theirs, e);
    draft_free(theirs);
    return saved;
}
