/* A lesson that the participant marks: naming a passage, the three numbers, what it was. */
#include "ui/panels/lesson_pages.h"

#include "ui/panels/list.h"
#include "ui/panels/messages.h"
#include "ui/panels/plant.h"
#include "ui/panels/prompt.h"

static bool ask_kind(struct desk *desk, bool marked, size_t *chosen) {
    struct list list = {.title = slice_of(message_text(desk->lang, MESSAGE_BLIND_WHAT)),
                        .enter = MESSAGE_HINT_MARK};
    struct key key;
    for (size_t i = 0; i < FLAW_KINDS; i++)
        list_add(&list, slice_of(message_text(desk->lang, flaw_kinds[i].name)), i);
    if (marked) list_add(&list, slice_of(message_text(desk->lang, MESSAGE_BLIND_REMOVE)), FLAW_KINDS);
    bool ok = list_run(desk, &list, &key) && key.code == K_ENTER;
    *chosen = ok ? list.items.items[list.chosen].value : 0;
    list_free(&list);
    return ok;
}

void blind_mark(struct desk *desk) {
    struct attempt *attempt = desk->attempt;
    struct error e = {.lang = desk->lang};
    size_t start, end, kind;
    const struct suspect *old = suspects_at(&attempt->result.marks, buffer_cursor(desk->buffer));
    bool selected = buffer_selection(desk->buffer, &start, &end);
    if (!passage_at_cursor(desk->buffer, MARK_BYTES, &start, &end)) {
        desk_say(desk, BLIND_PASSAGE);
        return;
    }
    if (selected) old = NULL;
    if (old) start = old->start, end = old->end;
    if (!ask_kind(desk, old != NULL, &kind)) return;
    attempt_mark(attempt, start, end, kind < FLAW_KINDS ? flaw_kinds[kind].family : NULL, &e);
    suspects_show(&attempt->result.marks, desk->lang, &attempt->shown);
    buffer_take_findings(desk->buffer);
    buffer_go(desk->buffer, start, false);
    if (e.text.len) desk_complain(desk, &e);
    desk->stale = true;
    error_free(&e);
}

static message_id outcome_of(const struct flaw_result *flaw) {
    return flaw->first    ? MESSAGE_BLIND_FOUND_FIRST
           : flaw->mended ? MESSAGE_BLIND_FOUND_LATER
                          : MESSAGE_BLIND_MISSED;
}

static void add_accused(struct desk *desk, struct reader *reader, const struct suspects *marks) {
    const struct attempt *attempt = desk->attempt;
    vec_each(const struct suspect, mark, &marks->list) {
        if (blind_touches(attempt->lesson, mark)) continue;
        struct str words = {0}, line = {0};
        text_copy(desk->buffer->text, mark->start, mark->end, &words);
        message(&line, desk->lang, BLIND_ACCUSED, str_text(&words));
        reader_add(reader, str_slice(&line), 0, STYLE_PANEL)->begins = true;
        str_free(&words);
        str_free(&line);
    }
}

/* The first answer and the corrected one, beside each other. */
static void add_numbers(struct desk *desk, struct reader *reader) {
    struct blind_count first = attempt_count(desk->attempt, true), last = attempt_count(desk->attempt, false);
    struct str line = {0};
    message(&line, desk->lang, BLIND_FIRST, first.found, first.missed, first.accused);
    lesson_add_line(reader, &line, 0, STYLE_PANEL_TITLE);
    message(&line, desk->lang, BLIND_LAST, last.found, last.missed, last.accused);
    lesson_add_line(reader, &line, 0, STYLE_PANEL_TITLE);
    str_free(&line);
}

static bool show_end(struct desk *desk) {
    const struct attempt *attempt = desk->attempt;
    struct reader reader = {.title = str_slice(&attempt->lesson->title), .enter = MESSAGE_TRAIN_FINISH};
    struct key key;
    add_numbers(desk, &reader);
    for (size_t i = 0; i < attempt->lesson->flaws.count; i++)
        lesson_add_flaw(desk, &reader, &attempt->lesson->flaws.items[i],
                        outcome_of(&attempt->result.flaws.items[i]), i);
    add_accused(desk, &reader, &attempt->result.marks);
    bool ran = reader_run(desk, &reader, &key);
    reader_free(&reader);
    return ran;
}

/* The numbers come before the answers, so that the marks can be corrected; the first answer stays. */
enum lesson_end blind_end(struct desk *desk) {
    static const message_id leave[] = {MESSAGE_TRAIN_LATER, MESSAGE_BLIND_RESULT};
    static const message_id correct[] = {MESSAGE_BLIND_CORRECT, MESSAGE_TRAIN_FINISH};
    struct attempt *attempt = desk->attempt;
    struct error e = {.lang = desk->lang};
    struct str question = {0};
    message(&question, desk->lang, BLIND_ASK, attempt->result.marks.list.count);
    int answer = ask(desk, str_slice(&question), leave, 2, -1);
    if (answer < 1) {
        str_free(&question);
        return answer < 0 ? LESSON_GO_ON : LESSON_LATER;
    }
    attempt_answer(attempt, &e);
    struct blind_count count = attempt_count(attempt, false);
    str_clear(&question);
    message(&question, desk->lang, BLIND_NUMBERS, count.found, attempt->lesson->flaws.count, count.missed,
            count.accused);
    answer = ask(desk, str_slice(&question), correct, 2, -1);
    str_free(&question);
    error_free(&e);
    if (answer < 1) return LESSON_GO_ON;
    return show_end(desk) ? LESSON_DONE : LESSON_LATER;
}
