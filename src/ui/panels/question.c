#include "ui/panels/question.h"

#include "training/classroom.h"
#include "training/classview.h"
#include "ui/panels/messages.h"

enum { NOBODY_ASKS = SIZE_MAX, MARK_COLUMNS = 20 };

/* The sentences, with what counts says of each (may be NULL), and the answers once they are shown. */
static void fill(struct desk *desk, struct reader *reader, const struct notice *notice, const size_t *counts,
                 size_t mark) {
    struct str line = {0};
    for (size_t i = 0; i < notice->lines.count; i++) {
        const struct question_line *asked = &notice->lines.items[i];
        str_clear(&line);
        str_printf(&line, "%zu. %s", i + 1, str_text(&asked->text));
        reader_add(reader, str_slice(&line), 0, mark == i + 1 ? STYLE_PANEL_TITLE : STYLE_PANEL)->begins =
            true;
        str_clear(&line);
        if (counts && counts[i + 1]) {
            str_append_repeated(&line, '#', counts[i + 1] < MARK_COLUMNS ? counts[i + 1] : MARK_COLUMNS);
            str_printf(&line, " %zu", counts[i + 1]);
            reader_add(reader, str_slice(&line), 3, STYLE_PANEL_TITLE);
        }
        if (!notice->answered) continue;
        bool fine = !asked->answer.len;
        reader_add(reader,
                   fine ? slice_of(message_text(desk->lang, MESSAGE_QUESTION_FINE))
                        : str_slice(&asked->answer),
                   3, STYLE_PANEL_FAINT);
    }
    str_free(&line);
}

static void add_said(struct reader *reader, const struct str *said) {
    reader_add(reader, str_slice(said), 0, STYLE_PANEL_TITLE);
    reader_add(reader, SLICE(""), 0, STYLE_PANEL);
}

static void fill_participant(struct desk *desk, void *context) {
    struct reader *reader = context;
    const struct classroom *classroom = desk->classroom;
    const struct notice *notice = &classroom->notice;
    struct str said = {0};
    bool marked = classroom->where.question == notice->question;
    size_t mark = marked ? classroom->where.mark : NOBODY_ASKS;
    reader_clear(reader);
    if (!notice->question)
        message(&said, desk->lang, QUESTION_OVER);
    else if (!marked)
        message(&said, desk->lang, QUESTION_ASK, notice->lines.count);
    else if (mark)
        message(&said, desk->lang, QUESTION_MARKED, mark);
    else
        message(&said, desk->lang, QUESTION_NONE);
    add_said(reader, &said);
    fill(desk, reader, notice, NULL, mark);
    str_free(&said);
    desk->stale = true;
}

void question_show(struct desk *desk) {
    static const message_id hints[] = {MESSAGE_KEY_DIGITS, MESSAGE_HINT_MARK, MESSAGE_KEY_ZERO,
                                       MESSAGE_HINT_NONE, 0};
    struct classroom *classroom = desk->classroom;
    struct reader reader = {.title = slice_of(message_text(desk->lang, MESSAGE_QUESTION_TITLE)),
                            .hints = hints};
    struct key key;
    fill_participant(desk, &reader);
    desk->news = fill_participant;
    desk->news_context = &reader;
    while (reader_run(desk, &reader, &key) && key.code != K_ESCAPE && key.code != K_ENTER && !key.mods) {
        bool digit = key.code >= '0' && key.code <= '9' && key.code - '0' <= classroom->notice.lines.count;
        if (digit && classroom->notice.question && !classroom->notice.answered)
            classroom_mark(classroom, key.code - '0');
        fill_participant(desk, &reader);
    }
    desk->news = NULL;
    reader_free(&reader);
}

struct question_asking {
    struct reader reader;
    struct classview *view;
};

static void fill_trainer(struct desk *desk, void *context) {
    struct question_asking *asking = context;
    size_t counts[QUESTION_SENTENCES + 1], answered = classview_marks(asking->view, counts);
    struct str said = {0};
    reader_clear(&asking->reader);
    message(&said, desk->lang, QUESTION_COUNT, answered, counts[0]);
    add_said(&asking->reader, &said);
    fill(desk, &asking->reader, &asking->view->notice, counts, NOBODY_ASKS);
    str_free(&said);
    desk->stale = true;
}

void question_watch(struct desk *desk, struct classview *view) {
    static const message_id hints[] = {MESSAGE_KEY_ANSWER, MESSAGE_HINT_ANSWERS, 0};
    struct question_asking asking = {
        .reader = {.title = slice_of(message_text(desk->lang, MESSAGE_QUESTION_TITLE)), .hints = hints},
        .view = view};
    struct error e = {.lang = desk->lang};
    struct key key;
    fill_trainer(desk, &asking);
    desk->news = fill_trainer;
    desk->news_context = &asking;
    while (reader_run(desk, &asking.reader, &key) && key.code != K_ESCAPE && !key.mods) {
        if (key.code == 'j' || key.code == 'J') classview_ask(view, true, &e);
        fill_trainer(desk, &asking);
    }
    desk->news = NULL;
    classview_end_question(view);
    reader_free(&asking.reader);
    error_free(&e);
}
