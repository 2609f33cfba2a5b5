#include "ui/editor/train.h"

#include "training/classroom.h"
#include "training/classview.h"
#include "ui/editor/class.h"
#include "ui/editor/messages.h"
#include "ui/editor/save.h"
#include "ui/editor/start.h"
#include "ui/panels/lesson.h"
#include "ui/panels/watch.h"

static void close_attempt(struct editor *editor, bool done) {
    attempt_close(editor->desk.attempt, done);
    editor->desk.attempt = NULL;
}

static void open_draft(struct editor *editor) {
    struct error e = {.lang = editor->desk.lang};
    struct str path = {0};
    if (!attempt_path(editor->desk.attempt, &path, &e))
        desk_complain(&editor->desk, &e);
    else if (editor_open_path(editor, &(struct editor_file){.path = str_text(&path)}))
        checker_honour(editor->desk.buffer->checker, HONOUR_NOTHING);
    str_free(&path);
    error_free(&e);
}

static void open_lesson(struct editor *editor, const char *path) {
    struct error e = {.lang = editor->desk.lang};
    struct lesson *lesson = lesson_load(path, &e);
    if (lesson) {
        editor->desk.attempt = attempt_open(lesson, editor->options->rules);
        if (lesson_introduce(&editor->desk, editor->desk.attempt)) open_draft(editor);
        if (!editor->desk.buffer) close_attempt(editor, false);
    } else {
        desk_complain(&editor->desk, &e);
    }
    error_free(&e);
}

/* The trainer's side. */
static void watch(struct editor *editor, const char *folder) {
    struct error e = {.lang = editor->desk.lang};
    struct classview *view = classview_open(folder, &e);
    if (view) watch_run(&editor->desk, view);
    classview_close(view);
    error_free(&e);
    editor->desk.leaving = true;
}

void train_run(struct editor *editor) {
    struct str path = {0};
    if (editor->options->train->watched) {
        watch(editor, editor->options->train->watched);
        return;
    }
    if (editor->options->train->lesson) {
        open_lesson(editor, editor->options->train->lesson);
        editor->desk.leaving |= !editor->desk.buffer;
        return;
    }
    while (!editor->desk.buffer && !editor->desk.leaving)
        if (lesson_choose(&editor->desk, &path))
            open_lesson(editor, str_text(&path));
        else if (!class_take_passed(editor))
            editor->desk.leaving = true;
    str_free(&path);
}

void train_judge(struct editor *editor) {
    struct attempt *attempt = editor->desk.attempt;
    struct buffer *buffer = editor->desk.buffer;
    struct error e = {.lang = editor->desk.lang};
    if (!attempt || !buffer || !buffer->checker) return;
    bool changed = attempt_judge(attempt, buffer->text, checker_findings(buffer->checker), &e);
    if (e.text.len)
        desk_complain(&editor->desk, &e);
    else if (changed && !attempt->judgement.open)
        desk_say(&editor->desk, TRAIN_ALL);
    error_free(&e);
}

void train_leave(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    if (!buffer->read_only && buffer_changed(buffer) && !save_buffer(editor)) return;
    enum lesson_end end = lesson_end(&editor->desk);
    if (end == LESSON_GO_ON || editor->desk.leaving) return;
    close_attempt(editor, end == LESSON_DONE);
    editor_close(editor);
    editor->desk.leaving = editor->options->train->lesson != NULL;
}
