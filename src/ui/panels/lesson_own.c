/* A release of one's own as a lesson: there is no key, so what is told is what can be counted. */
#include "ui/panels/lesson_pages.h"
#include "ui/panels/messages.h"
#include "ui/panels/prompt.h"

enum { MINUTE = 60 };

void own_say(struct desk *desk) {
    const struct own_result *own = &desk->attempt->result.own;
    desk_say(desk, OWN_NUMBERS, own->before, own->after, own->words, own->sources);
}

static bool show_end(struct desk *desk) {
    const struct attempt *attempt = desk->attempt;
    const struct own_result *own = &attempt->result.own;
    struct reader reader = {.title = str_slice(&attempt->lesson->title), .enter = MESSAGE_TRAIN_FINISH};
    struct str line = {0};
    struct key key;
    message(&line, desk->lang, OWN_FINDINGS, own->before, own->after);
    lesson_add_line(&reader, &line, 0, STYLE_PANEL);
    message(&line, desk->lang, OWN_LENGTH, own->words, own->sentences);
    lesson_add_line(&reader, &line, 0, STYLE_PANEL);
    message(&line, desk->lang, OWN_SOURCES, own->sources);
    lesson_add_line(&reader, &line, 0, STYLE_PANEL);
    message(&line, desk->lang, OWN_TIME, (attempt->result.seconds + MINUTE - 1) / MINUTE);
    lesson_add_line(&reader, &line, 0, STYLE_PANEL);
    reader_add(&reader, SLICE(""), 0, STYLE_PANEL);
    reader_add(&reader, slice_of(message_text(desk->lang, MESSAGE_OWN_END)), 0, STYLE_PANEL_FAINT);
    bool ran = reader_run(desk, &reader, &key);
    reader_free(&reader);
    str_free(&line);
    return ran;
}

enum lesson_end own_end(struct desk *desk) {
    static const message_id answers[] = {MESSAGE_TRAIN_LATER, MESSAGE_TRAIN_FINISH};
    struct str question = {0};
    message(&question, desk->lang, OWN_ASK_END, desk->attempt->result.own.after);
    int answer = ask(desk, str_slice(&question), answers, 2, -1);
    str_free(&question);
    if (answer < 1) return answer < 0 ? LESSON_GO_ON : LESSON_LATER;
    return show_end(desk) ? LESSON_DONE : LESSON_LATER;
}
