#include "ui/editor/class.h"

#include "training/attempt.h"
#include "training/classroom.h"
#include "ui/editor/action.h"
#include "ui/editor/messages.h"

#include <time.h>

enum { TICK_MS = 1000, FOLLOWED_MS = 300 };

/* Bad news is not covered. */
static void tell(struct editor *editor, unsigned news) {
    struct desk *desk = &editor->desk;
    if (!news) return;
    desk->stale = true;
    if (desk->news) {
        desk->news(desk, desk->news_context);
        return;
    }
    if (desk->alarm && desk->notice.len) return;
    if (news & CLASS_ANSWER)
        desk_say(desk, CLASS_ANSWER_CAME);
    else if (news & CLASS_QUESTION)
        desk_say(desk, CLASS_QUESTION_CAME);
    else if (news & CLASS_HANDOUT)
        desk_say(desk, CLASS_HANDOUT_CAME, str_text(&desk->classroom->notice.title));
}

static void put_text(struct desk *desk, int64_t now) {
    const struct buffer *buffer = desk->buffer;
    struct str text = {0};
    if (buffer) text_copy(buffer->text, 0, text_length(buffer->text), &text);
    classroom_put_text(desk->classroom, buffer ? buffer->draft->path : "", str_slice(&text), now);
    str_free(&text);
}

static void put_screen(const struct desk *desk) {
    struct mirror mirror = {0};
    screen_copy(&desk->screen, &mirror.rows, &mirror.row, &mirror.column);
    mirror_write(&mirror);
    str_free(&mirror.rows);
}

static int tick(struct desk *desk, void *context) {
    struct editor *editor = context;
    struct classroom *classroom = desk->classroom;
    int64_t now = (int64_t)time(NULL), idle = (clock_ms() - editor->touched) / 1000;
    tell(editor, classroom_look(classroom));
    if (editor->touched) classroom->where.key = now - idle;
    put_text(desk, now);
    classroom_note(classroom, desk->attempt, now);
    bool followed = classroom_is_followed(classroom);
    if (followed) put_screen(desk);
    return followed ? FOLLOWED_MS : TICK_MS;
}

void class_enter(struct editor *editor) {
    const struct train_start *start = editor->options->train;
    editor->desk.classroom = classroom_open(start ? start->classroom : NULL);
    if (editor->desk.classroom) editor->desk.tick = (struct desk_tick){.run = tick, .context = editor};
}

void class_raise_hand(struct editor *editor) {
    struct classroom *classroom = editor->desk.classroom;
    classroom_raise(classroom, (int64_t)time(NULL));
    desk_tell(&editor->desk, classroom->where.hand ? MESSAGE_HAND_UP : MESSAGE_HAND_DOWN);
}

bool class_take_passed(struct editor *editor) {
    enum action_id id = action_of_key(editor, editor->desk.passed);
    if (id != ACTION_HAND && id != ACTION_QUESTION) return false;
    editor->desk.passed = (struct key){0};
    action_run(editor, id);
    return true;
}
