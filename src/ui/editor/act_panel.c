/* Panels that an action opens: they know the desk, not the editor. */
#include "training/classroom.h"
#include "ui/editor/action.h"
#include "ui/editor/class.h"
#include "ui/panels/fix.h"
#include "ui/panels/form.h"
#include "ui/panels/lesson.h"
#include "ui/panels/question.h"
#include "ui/panels/twins.h"
#include "ui/panels/versions.h"

/* A finding in the front matter has its form, which going there opens. */
void run_fix(struct editor *editor) {
    if (!buffer_finding(editor->desk.buffer)) run_next_finding(editor);
    if (buffer_finding(editor->desk.buffer)) fix_show(&editor->desk);
}

bool can_see_other(const struct editor *editor) {
    return editor->desk.buffer && twins_can_jump(editor->desk.buffer);
}

void run_other_copy(struct editor *editor) {
    twins_jump(&editor->desk);
}

void run_front_matter(struct editor *editor) {
    if (form_show(&editor->desk) == FORM_SAVE) run_save(editor);
}

bool has_lesson(const struct editor *editor) {
    return editor->desk.buffer && editor->desk.attempt;
}

void run_lesson(struct editor *editor) {
    lesson_show(&editor->desk);
}

bool in_class(const struct editor *editor) {
    return editor->desk.classroom != NULL;
}

void run_hand(struct editor *editor) {
    class_raise_hand(editor);
}

bool has_question(const struct editor *editor) {
    return editor->desk.classroom && editor->desk.classroom->notice.question;
}

void run_question(struct editor *editor) {
    question_show(&editor->desk);
}

void run_versions(struct editor *editor) {
    versions_show(&editor->desk);
}
