#include "ui/editor/start.h"

#include "base/memory.h"
#include "base/paths.h"
#include "base/safe.h"
#include "base/utf8.h"
#include "draft/import/messages.h"
#include "draft/place.h"
#include "training/attempt.h"
#include "ui/editor/action.h"
#include "ui/editor/left.h"
#include "ui/editor/messages.h"
#include "ui/editor/recent.h"
#include "ui/editor/session.h"
#include "ui/editor/train.h"
#include "ui/panels/files.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"

#include <errno.h>
#include <unistd.h>

void editor_forget(struct editor *editor) {
    editor->desk.recall.kind = RECALL_NOTHING;
    editor->desk.found = (struct match){0, 0};
    editor->checked = editor->sticky = false;
    str_clear(&editor->counts);
    editor->words = editor->sentences = 0;
}

/* Where the writer was: the next opening begins there. */
static void keep_place(const struct editor *editor) {
    const struct buffer *buffer = editor->desk.buffer;
    if (buffer && !editor->desk.attempt && !buffer->practice && buffer->draft->disk.exists)
        recent_keep_place(buffer->draft->path, buffer_cursor(buffer));
}

void editor_close(struct editor *editor) {
    keep_place(editor);
    if (editor->desk.buffer)
        buffer_free(editor->desk.buffer,
                    buffer_changed(editor->desk.buffer) ? JOURNAL_END_DROPPED : JOURNAL_END_SAVED);
    editor->desk.buffer = NULL;
    editor_forget(editor);
}

/* Line and column count code points of the file, from 1. */
static void go_to_place(struct buffer *buffer, const struct editor_file *file) {
    if (!file->line) return;
    size_t count = text_line_count(buffer->text), line = file->line < count ? file->line - 1 : count - 1;
    struct slice bytes = text_line(buffer->text, line);
    size_t at = 0;
    for (size_t column = 1; column < file->column && at < bytes.len; column++) {
        size_t n;
        utf8_decode(bytes, at, &n);
        at += n;
    }
    buffer_go(buffer, text_line_start(buffer->text, line) + at, false);
}

static void take_draft(struct editor *editor, struct draft *draft, const struct editor_file *file) {
    editor_close(editor);
    const struct attempt *attempt = editor->desk.attempt;
    editor->desk.buffer = buffer_new(draft, editor->options->language, editor->desk.lang,
                                     attempt ? &attempt->rules : editor->options->rules);
    go_to_place(editor->desk.buffer, file);
    if (!file->line && !attempt && draft->disk.exists)
        buffer_go(editor->desk.buffer, recent_place(draft->path), false);
    if (draft->notices.len) {
        str_clear(&editor->desk.notice);
        str_append(&editor->desk.notice, str_slice(&draft->notices));
        str_clear(&draft->notices);
    } else if (text_length(draft->text) > CHECK_WHOLE_MAX && editor->desk.buffer->checkable) {
        desk_say(&editor->desk, DRAFT_IS_LARGE, text_length(draft->text) >> 20);
    }
    editor->desk.stale = true;
    editor->settled = false;
}

/* A draft that its writer would rather not open after all is closed again. */
static void enter(struct editor *editor, const char *left) {
    if (session_open(editor, left)) return;
    buffer_free(editor->desk.buffer, JOURNAL_END_KEPT);
    editor->desk.buffer = NULL;
}

static bool is_missing(const char *path) {
    return path_is_within(path) && access(path, F_OK) != 0 && errno == ENOENT;
}

/* A name that does not exist is a new draft, or the one that is called so without its ending. */
static struct draft *load(struct editor *editor, const char *path, struct error *e) {
    struct str name = {0};
    struct draft *draft;
    if (!*path) return draft_new("");
    if (is_missing(path)) draft_place_name(&name, path);
    if (name.len && is_missing(str_text(&name))) {
        draft = draft_new(str_text(&name));
        desk_say(&editor->desk, DRAFT_IS_NEW, str_text(&name));
    } else {
        draft = draft_load(name.len ? str_text(&name) : path, DRAFT_LIMIT, e);
    }
    str_free(&name);
    return draft;
}

/* What keeps the draft from being saved is said before anything is written. */
static void say_if_closed(struct editor *editor) {
    struct error e = {.lang = editor->desk.lang};
    const struct buffer *buffer = editor->desk.buffer;
    if (buffer && !buffer->read_only && buffer->draft->path[0] &&
        !draft_place_is_writable(buffer->draft->path, &e))
        desk_complain(&editor->desk, &e);
    error_free(&e);
}

/* What was made from the document of another program comes into its draft as an edit, so that the journal has
 * it; unless a session before left work there, which the writer has just restored. */
static void bring_in(struct editor *editor, const char *path, const struct text *imported) {
    struct buffer *buffer = editor->desk.buffer;
    if (!buffer || buffer->read_only || text_length(buffer->text)) return;
    desk_say(&editor->desk, IMPORT_TOLD, path, buffer->draft->path);
    buffer_become(buffer, imported);
    buffer_go(buffer, buffer->body, false);
    editor->desk.stale = true;
}

bool start_open(struct editor *editor, const struct editor_file *file, const char *left) {
    struct error e = {.lang = editor->desk.lang};
    struct draft *draft = load(editor, file->path, &e);
    struct text *imported = NULL;
    if (draft && draft->imported) {
        imported = draft->text;
        draft->text = text_new();
        past_begin(&draft->base, draft->text);
    }
    if (draft) {
        take_draft(editor, draft, file);
        if (draft->disk.exists) recent_add(draft->path);
        enter(editor, left);
        if (imported) bring_in(editor, file->path, imported);
        say_if_closed(editor);
    } else {
        desk_complain(&editor->desk, &e);
    }
    error_free(&e);
    text_free(imported);
    return editor->desk.buffer != NULL && draft != NULL;
}

bool editor_open_path(struct editor *editor, const struct editor_file *file) {
    return start_open(editor, file, NULL);
}

bool start_open_waiting(struct editor *editor, size_t i) {
    struct editor_file file = editor->waiting.items[i];
    vec_remove(&editor->waiting, i, 1);
    return editor_open_path(editor, &file);
}

void editor_next(struct editor *editor) {
    while (editor->waiting.count)
        if (start_open_waiting(editor, 0)) return;
    editor_close(editor);
    editor->desk.leaving = true;
}

static void open_practice(struct editor *editor) {
    struct draft *draft = draft_new("");
    struct slice text = slice_of(message_text(editor->desk.lang, MESSAGE_PRACTICE));
    text_free(draft->text);
    draft->text = text_with(text);
    take_draft(editor, draft, &(struct editor_file){0});
    editor->desk.buffer->plain = editor->desk.buffer->practice = true;
    session_reserve(editor);
    desk_say(&editor->desk, PRACTICE_BEGUN);
}

static void open_new(struct editor *editor) {
    start_open(editor, &(struct editor_file){.path = ""}, NULL);
}

/* Nothing is known of any draft before. */
static bool is_first_time(void) {
    struct recent recent = {0};
    recent_read(&recent);
    bool first = !recent.list.count;
    recent_free(&recent);
    return first;
}

/* One piece of unsaved work is offered at once; of several, the start screen lists all. */
static void open_first(struct editor *editor) {
    struct journals_left left;
    journals_left(&left);
    if (left.list.count == 1)
        left_open(editor, &left.list.items[0]);
    else if (!left.list.count && is_first_time())
        open_practice(editor);
    journals_left_free(&left);
}

/* The six keys that one needs, once, unless there is something worse to say. */
static void say_keys(struct editor *editor) {
    struct desk *desk = &editor->desk;
    if (!desk->buffer || desk->alarm || desk->buffer->read_only) return;
    if (desk->notice.len) str_append_byte(&desk->notice, ' ');
    message_append(&desk->notice, desk->lang, MESSAGE_FIRST_KEYS);
}

void start_files(struct editor *editor) {
    if (editor->options->train) {
        train_run(editor);
        return;
    }
    for (size_t i = 0; i < editor->options->count; i++)
        vec_push(&editor->waiting, editor->options->files[i]);
    if (editor->waiting.count) {
        bool first = is_first_time();
        editor_next(editor);
        if (first) say_keys(editor);
        if (editor->desk.buffer) return;
        editor->desk.leaving = false; /* none could be opened: the start screen says why */
    } else {
        editor->left_told = true; /* by the start screen */
        open_first(editor);
    }
    if (!editor->desk.buffer) start_run(editor);
}

enum {
    START_NEW = RECENT_MAX,
    START_OPEN,
    START_PRACTICE,
    START_LEAVE,
    START_NOTHING,
    START_LEFT,
    FIRST_LISTED = 5 /* item */
};

static void fill_start(struct editor *editor, struct list *list, const struct recent *recent,
                       const struct journals_left *left) {
    list->title = slice_of(message_text(editor->desk.lang, MESSAGE_START_TITLE));
    list_add_choice(&editor->desk, list, MESSAGE_ACTION_NEW, START_NEW, "B");
    list_add_choice(&editor->desk, list, MESSAGE_START_OPEN, START_OPEN, "C");
    list_add_choice(&editor->desk, list, MESSAGE_START_PRACTICE, START_PRACTICE, "L");
    list_add_choice(&editor->desk, list, MESSAGE_START_LEAVE, START_LEAVE, "K");
    left_fill(editor, list, left, START_LEFT);
    if (recent->list.count)
        list_add(list, slice_of(message_text(editor->desk.lang, MESSAGE_START_RECENT)), START_LEAVE)
            ->heading = true;
    for (size_t i = 0; i < recent->list.count; i++) {
        if (access(recent->list.items[i].path, F_OK) != 0) continue; /* moved or deleted since */
        struct str written = {0}, shown = {0};
        path_short(&written, slice_of(recent->list.items[i].path));
        safe_append(&shown, str_slice(&written));
        list_add(list, str_slice(&shown), i);
        str_free(&written);
        str_free(&shown);
    }
}

static void choose_and_open(struct editor *editor) {
    struct str path = {0};
    if (files_choose(&editor->desk, &path))
        editor_open_path(editor, &(struct editor_file){.path = str_text(&path)});
    str_free(&path);
}

/* What a key of the editor means here: Ctrl-N begins a draft, as the exercise has taught. */
static size_t take_passed(struct editor *editor) {
    struct key key = editor->desk.passed;
    editor->desk.passed = (struct key){0};
    if (!key.code) return START_LEAVE;
    enum action_id id = action_of_key(editor, key);
    return id == ACTION_NEW ? START_NEW : id == ACTION_OPEN ? START_OPEN : START_NOTHING;
}

void start_run(struct editor *editor) {
    struct recent recent = {0};
    struct list list = {.enter = MESSAGE_HINT_CHOOSE};
    struct key key;
    struct journals_left left;
    if (editor->options->train) {
        train_run(editor);
        return;
    }
    recent_read(&recent);
    journals_left(&left);
    fill_start(editor, &list, &recent, &left);
    if (list.items.count > FIRST_LISTED) list.chosen = FIRST_LISTED;
    while (!editor->desk.buffer && !editor->desk.leaving) {
        bool chosen = list_run(&editor->desk, &list, &key);
        size_t value = chosen ? list.items.items[list.chosen].value : take_passed(editor);
        if (value == START_NEW)
            open_new(editor);
        else if (value == START_OPEN)
            choose_and_open(editor);
        else if (value == START_PRACTICE)
            open_practice(editor);
        else if (value == START_LEAVE)
            editor->desk.leaving = true;
        else if (value >= START_LEFT && value - START_LEFT < left.list.count)
            left_open(editor, &left.list.items[value - START_LEFT]);
        else if (value < recent.list.count)
            editor_open_path(editor, &(struct editor_file){.path = recent.list.items[value].path});
    }
    list_free(&list);
    recent_free(&recent);
    journals_left_free(&left);
}
