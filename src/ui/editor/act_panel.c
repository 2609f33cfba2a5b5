/* Panels that an action opens: they know the desk, not the editor. */
#include "training/classroom.h"
#include "ui/editor/action.h"
#include "ui/editor/class.h"
#include "ui/editor/messages.h"
#include "ui/panels/archive_text.h"
#include "ui/panels/compare.h"
#include "ui/panels/fix.h"
#include "ui/panels/form.h"
#include "ui/panels/lesson.h"
#include "ui/panels/messages.h"
#include "ui/panels/overview.h"
#include "ui/panels/plant.h"
#include "ui/panels/question.h"
#include "ui/panels/twins.h"
#include "ui/panels/versions.h"

/* A finding in the front matter has its form, which going there opens. */
void run_fix(struct editor *editor) {
    if (!buffer_finding(editor->desk.buffer)) run_next_finding(editor);
    if (!buffer_finding(editor->desk.buffer) || !fix_show(&editor->desk)) return;
    editor_check_mended(editor);
    check_go_on(editor);
}

bool can_see_other(const struct editor *editor) {
    return editor->desk.buffer && twins_can_jump(editor->desk.buffer);
}

void run_other_copy(struct editor *editor) {
    twins_jump(&editor->desk);
}

bool can_see_people(const struct editor *editor) {
    const struct buffer *buffer = editor->desk.buffer;
    return buffer && buffer->checker && !buffer_in_parts(buffer) && editor->desk.archive;
}

void run_people(struct editor *editor) {
    archive_people(&editor->desk);
}

void run_front_matter(struct editor *editor) {
    if (form_show(&editor->desk) == FORM_SAVE) run_save(editor);
}

bool has_lesson(const struct editor *editor) {
    return editor->desk.buffer && (editor->desk.attempt || plant_is_possible(editor->desk.buffer));
}

void run_lesson(struct editor *editor) {
    if (editor->desk.attempt)
        lesson_show(&editor->desk);
    else
        plant_show(&editor->desk);
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

void run_quotations(struct editor *editor) {
    overview_quotations(&editor->desk);
}

void run_outline(struct editor *editor) {
    overview_outline(&editor->desk);
}

void run_facts(struct editor *editor) {
    overview_facts(&editor->desk);
}

void run_changes(struct editor *editor) {
    struct desk *desk = &editor->desk;
    if (!buffer_changed(desk->buffer)) {
        desk_say(desk, CHANGES_NONE);
        return;
    }
    struct str base = {0};
    draft_base(desk->buffer->draft, &base);
    struct text *saved = text_with(str_slice(&base));
    compare_show(desk, desk->buffer->text, saved, MESSAGE_COMPARE_NOW, MESSAGE_COMPARE_SAVED);
    text_free(saved);
    str_free(&base);
}

void run_versions(struct editor *editor) {
    versions_show(&editor->desk, editor->options->backups);
}
