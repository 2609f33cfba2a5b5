#include "ui/editor/editor.h"

#include "base/memory.h"
#include "draft/journal/owner.h"
#include "draft/tidy.h"
#include "training/attempt.h"
#include "training/classroom.h"
#include "ui/editor/action.h"
#include "ui/editor/class.h"
#include "ui/editor/drafts.h"
#include "ui/editor/dress.h"
#include "ui/editor/messages.h"
#include "ui/editor/mouse.h"
#include "ui/editor/outside.h"
#include "ui/editor/own_keys.h"
#include "ui/editor/session.h"
#include "ui/editor/start.h"

static void restore_terminal(void *context) {
    struct editor *editor = context;
    if (editor->desk.buffer && editor->desk.buffer->journal) journal_sync(editor->desk.buffer->journal);
    terminal_close(&editor->terminal);
}

static bool open_all(struct editor *editor, struct error *e) {
    editor->signals = signals_open(e);
    if (!editor->signals || !terminal_open(&editor->terminal, e)) return false;
    memory_on_exhausted(restore_terminal, editor);
    editor->input.backspace_is_ctrl_h = editor->terminal.backspace_is_ctrl_h;
    terminal_mouse(&editor->terminal, editor->options->mouse);
    dress_open(editor);
    screen_open(&editor->desk.screen, &editor->terminal, &editor->theme, dress_has_colour());
    editor->desk.stale = true;
    return true;
}

static void close_all(struct editor *editor) {
    memory_on_exhausted(NULL, NULL);
    terminal_close(&editor->terminal);
    drafts_free(editor);
    buffer_free(editor->desk.buffer, JOURNAL_END_KEPT); /* closed properly, it would be gone */
    attempt_close(editor->desk.attempt, false);
    classroom_close(editor->desk.classroom);
    signals_close(editor->signals); /* no signal may end the program before that */
    screen_free(&editor->desk.screen);
    theme_free(&editor->theme);
    input_free(&editor->input);
    str_free(&editor->clipboard);
    str_free(&editor->desk.notice);
    str_free(&editor->desk.pasted);
    str_free(&editor->desk.recall.word);
    str_free(&editor->pattern);
    vec_each(char *, pattern, &editor->patterns)
        free(*pattern);
    vec_free(&editor->patterns);
    vec_free(&editor->own_keys);
    vec_free(&editor->waiting);
    str_free(&editor->replacement);
    str_free(&editor->status);
    str_free(&editor->state);
    str_free(&editor->counts);
    str_free(&editor->counts_short);
    str_free(&editor->theme_name);
    str_free(&editor->archive_told);
}

static void type_text(struct editor *editor, struct key key) {
    struct str text = {0};
    str_append_rune(&text, key.code);
    input_take_text(&editor->input, &text);
    buffer_insert(editor->desk.buffer, str_slice(&text), UNDO_TYPING);
    str_free(&text);
}

/* Enter, Backspace and Delete: keys of the text itself, not of the table. */
static bool edit_key(struct editor *editor, struct key key) {
    struct buffer *buffer = editor->desk.buffer;
    if (key_is_text(key)) {
        type_text(editor, key);
        editor->rested = key.code == ' ';
    } else if (key_is(key, K_ENTER)) {
        buffer_insert(buffer, SLICE("\n"), UNDO_TYPING);
        editor->rested = true;
    } else if (key_is(key, K_TAB)) {
        buffer_insert(buffer, SLICE("\t"), UNDO_TYPING);
    } else if (key.code == K_BACKSPACE && !(key.mods & ~MOD_SHIFT)) {
        run_erase_left(editor);
    } else if (key_is(key, K_DELETE)) {
        run_erase_right(editor);
    } else {
        return false;
    }
    editor->sticky = false;
    return true;
}

static void handle_key(struct editor *editor, struct key key) {
    str_clear(&editor->desk.notice);
    editor->desk.found = (struct match){0, 0};
    if (mouse_take(editor, key)) return;
    if (key.code == K_ESCAPE) {
        editor->sticky = false;
        if (editor->desk.buffer) buffer_go(editor->desk.buffer, buffer_cursor(editor->desk.buffer), false);
        return;
    }
    if (editor->desk.buffer && edit_key(editor, key)) return;
    enum action_id id = action_of_key(editor, key);
    editor->extend = editor->sticky;
    if (id == ACTION_COUNT && key.mods & MOD_SHIFT) {
        id = action_of_key(editor, (struct key){key.code, (uint8_t)(key.mods & ~MOD_SHIFT)});
        if (id != ACTION_COUNT && action_get(id)->group != GROUP_MOVE) id = ACTION_COUNT;
        editor->extend = true;
    }
    if (id != ACTION_COUNT) action_run(editor, id);
}

/* Mending the findings is the exercise, and taking it back; whoever writes something has begun a draft. */
static bool is_exercise(const struct editor *editor, struct key key) {
    enum action_id id = action_of_key(editor, key);
    return id == ACTION_FIX || id == ACTION_UNDO || id == ACTION_REDO;
}

/* Does what a key says; an edit of the practice text that is not the exercise is kept from here on. */
static void answer_key(struct editor *editor, struct key key) {
    const struct buffer *before = editor->desk.buffer, *buffer;
    uint64_t revision = before ? before->revision : 0;
    handle_key(editor, key);
    buffer = editor->desk.buffer;
    bool edited = buffer && buffer == before && buffer->practice && buffer->revision != revision;
    if (edited && !is_exercise(editor, key)) session_keep_practice(editor);
}

/* A paste, or a part of one: all of it is one step of undo, and on its way to the disk at once. */
static void take_paste(struct editor *editor, struct slice text) {
    struct buffer *buffer = editor->desk.buffer;
    str_clear(&editor->desk.notice);
    if (!buffer) return;
    if (!editor->pasting) {
        undo_close(buffer->undo);
        undo_begin(buffer->undo);
    }
    if (text.len) buffer_insert(buffer, text, UNDO_ALONE);
    if (text.len && buffer->practice) session_keep_practice(editor);
    if (buffer->journal) journal_hurry(buffer->journal);
    editor->pasting = editor->input.pasting;
    if (editor->pasting) return;
    undo_end(buffer->undo);
    undo_close(buffer->undo);
}

/* What a panel closed for: F1 in the menu opens the help, Ctrl-S in the list of findings saves; what somebody
 * goes on to write below a question. */
static void handle_passed(struct editor *editor) {
    if (editor->desk.pasted.len) take_paste(editor, str_slice(&editor->desk.pasted));
    str_clear(&editor->desk.pasted);
    while (editor->desk.passed.code && !editor->desk.leaving) {
        struct key key = editor->desk.passed;
        editor->desk.passed = (struct key){0};
        answer_key(editor, key);
    }
}

static void run(struct editor *editor) {
    struct key key;
    struct str pasted = {0};
    while (!editor->desk.leaving && desk_key(&editor->desk, &key, &pasted)) {
        if (pasted.len || editor->pasting)
            take_paste(editor, str_slice(&pasted));
        else
            answer_key(editor, key);
        handle_passed(editor);
        str_settle(&pasted);
        outside_look_sometimes(editor);
        if (editor->desk.buffer && editor->desk.buffer->refused) {
            editor->desk.buffer->refused = false;
            desk_tell(&editor->desk, editor->desk.attempt ? MESSAGE_MARK_ONLY : MESSAGE_READ_ONLY);
        }
        if (!editor->desk.buffer && !editor->desk.leaving) start_run(editor);
    }
    if (pasted.len) take_paste(editor, str_slice(&pasted)); /* what came before the end */
    session_rescue(editor);
    str_free(&pasted);
}

void editor_prepare(struct editor *editor) {
    struct editor_options *options = editor->options;
    if (!options->prepare) return;
    options->prepare(options, options->context);
    options->prepare = NULL;
    editor->desk.language = options->language;
    editor->desk.archive = options->archive;
    drafts_check(editor);
}

int editor_main(const struct editor_options *options, struct error *e) {
    struct editor_options own = *options;
    struct editor editor = {.desk = {.lang = options->lang, .wait = editor_wait}, .options = &own};
    int status = 2;
    if (open_all(&editor, e)) {
        own_keys_read(&editor, options->keys);
        if (options->train) editor_prepare(&editor);
        class_enter(&editor);
        start_files(&editor);
        run(&editor);
        status = 0;
    }
    close_all(&editor);
    if (status == 0 && !editor.gone) tidy_state(moment_now()); /* nobody waits for the screen any more */
    return status;
}
