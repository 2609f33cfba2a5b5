#include "ui/editor/train.h"

#include "training/classroom.h"
#include "training/classview.h"
#include "ui/editor/class.h"
#include "ui/editor/messages.h"
#include "ui/editor/save.h"
#include "ui/editor/session.h"
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
    struct attempt *attempt = editor->desk.attempt;
    if (!attempt_path(attempt, &path, &e)) {
        desk_complain(&editor->desk, &e);
    } else if (editor_open_path(editor, &(struct editor_file){.path = str_text(&path)})) {
        struct buffer *buffer = editor->desk.buffer;
        if (buffer->checker) checker_honour(buffer->checker, HONOUR_NOTHING);
        bool hidden = attempt->mode == ATTEMPT_UNMARKED || attempt->mode == ATTEMPT_BLIND;
        suspects_show(&attempt->result.marks, editor->desk.lang, &attempt->shown);
        if (hidden) buffer->instead = &attempt->shown;
        if (attempt->mode == ATTEMPT_BLIND) {
            attempt->judged = true;
            buffer->read_only = true;
            session_hold(editor);
        }
    }
    str_free(&path);
    error_free(&e);
}

/* path "": one's own draft. */
static void open_lesson(struct editor *editor, const char *path) {
    struct error e = {.lang = editor->desk.lang};
    struct lesson *lesson = *path ? lesson_load(path, &e) : lesson_own(e.lang);
    struct rule_set rules = *editor->options->rules;
    bool fits = lesson && lesson_take_rules(lesson, &rules, &e);
    enum lesson_begin begin = fits ? lesson_introduce(&editor->desk, lesson) : LESSON_CLOSED;
    if (!fits) desk_complain(&editor->desk, &e);
    if (begin == LESSON_CLOSED) {
        lesson_free(lesson);
    } else {
        editor->desk.attempt = attempt_open(lesson, editor->options->rules, begin == LESSON_MARK);
        open_draft(editor);
        if (!editor->desk.buffer) close_attempt(editor, false);
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

static bool judge_draft(struct editor *editor, struct error *e) {
    struct attempt *attempt = editor->desk.attempt;
    struct buffer *buffer = editor->desk.buffer;
    const struct findings *findings = checker_findings(buffer->checker);
    if (attempt->mode == ATTEMPT_BLIND) return false;
    if (attempt->mode == ATTEMPT_OWN)
        return attempt_measure(attempt, checker_document(buffer->checker), findings,
                               editor->options->language, e);
    return attempt_judge(attempt, buffer->text, findings, e);
}

void train_judge(struct editor *editor) {
    struct attempt *attempt = editor->desk.attempt;
    struct buffer *buffer = editor->desk.buffer;
    struct error e = {.lang = editor->desk.lang};
    if (!attempt || !buffer || !buffer->checker || buffer_in_parts(buffer)) return;
    bool changed = judge_draft(editor, &e);
    if (e.text.len)
        desk_complain(&editor->desk, &e);
    else if (changed && attempt->mode == ATTEMPT_GUIDED && !attempt->judgement.open)
        desk_say(&editor->desk, TRAIN_ALL);
    error_free(&e);
}

void train_leave(struct editor *editor) {
    struct buffer *buffer = editor->desk.buffer;
    if (!buffer->read_only && buffer_changed(buffer) && !save_buffer(editor)) return;
    editor_finish_check(editor); /* what was mended in the last moment counts */
    enum lesson_end end = lesson_end(&editor->desk);
    if (end == LESSON_GO_ON || editor->desk.leaving) return;
    close_attempt(editor, end == LESSON_DONE);
    editor_close(editor);
    editor->desk.leaving = editor->options->train->lesson != NULL;
}
