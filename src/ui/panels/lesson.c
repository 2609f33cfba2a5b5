#include "ui/panels/lesson.h"

#include "base/safe.h"
#include "training/classroom.h"
#include "training/messages.h"
#include "ui/panels/lesson_pages.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"
#include "ui/panels/prompt.h"
#include "ui/panels/reader.h"

enum { MINUTE = 60, FAST_TRACK = 80 /* percent of the pre-test */ };

/* "4 dari 7", "selesai", or nothing. */
static void append_state(struct str *out, enum lang lang, const struct results *own, const char *name) {
    const struct result *latest = NULL;
    vec_each(const struct result, result, &own->list)
        if (strcmp(result->lesson, name) == 0) latest = result;
    if (latest && latest->done && result_mended(latest) == latest->flaws.count)
        message(out, lang, TRAIN_STATE_DONE);
    else if (latest)
        message(out, lang, TRAIN_STATE_PART, result_mended(latest), latest->flaws.count);
}

static struct lesson *load_by_name(const struct desk *desk, const char *name) {
    struct str path = {0};
    struct lesson *lesson = lesson_path(classroom_lessons(desk->classroom), name, &path)
                                ? lesson_load(str_text(&path), NULL)
                                : NULL;
    str_free(&path);
    return lesson;
}

/* The pre-test when it is asked for, else all others. */
static void add_lesson(struct desk *desk, struct list *list, const struct results *own, const char *name,
                       size_t n, bool pretest) {
    struct lesson *lesson = load_by_name(desk, name);
    if (lesson && (lesson->test == LESSON_BEFORE) == pretest)
        append_state(&list_add(list, str_slice(&lesson->title), n)->right, desk->lang, own, name);
    lesson_free(lesson);
}

static void explain_goal(struct desk *desk, const struct list *list, const struct list_item *item,
                         struct str *out) {
    const struct lesson_names *names = list->context;
    bool own = item->value == names->list.count;
    struct lesson *lesson = own ? lesson_own(desk->lang) : load_by_name(desk, names->list.items[item->value]);
    if (lesson && lesson->keyless)
        message(out, desk->lang, OWN_ABOUT);
    else if (lesson)
        message(out, desk->lang, TRAIN_GOAL, str_text(&lesson->goal));
    lesson_free(lesson);
}

static bool take_choice(const struct desk *desk, const struct lesson_names *names, size_t value,
                        struct str *path) {
    str_clear(path);
    return value == names->list.count ||
           lesson_path(classroom_lessons(desk->classroom), names->list.items[value], path);
}

/* The first that is not begun yet. */
static size_t find_next(const struct list *list) {
    for (size_t i = 0; i < list->items.count; i++)
        if (!list->items.items[i].right.len) return i;
    return 0;
}

bool lesson_choose(struct desk *desk, struct str *path) {
    struct lesson_names names = {0};
    struct results own = {0};
    struct list list = {.title = slice_of(message_text(desk->lang, MESSAGE_TRAIN_TITLE)),
                        .enter = MESSAGE_HINT_CHOOSE,
                        .filters = true,
                        .explain = explain_goal,
                        .context = &names};
    struct key key;
    lesson_names_find(classroom_lessons(desk->classroom), &names);
    results_read_own(&own);
    for (size_t i = 0; i < 2 * names.list.count; i++) /* the day begins with the pre-test */
        add_lesson(desk, &list, &own, names.list.items[i % names.list.count], i % names.list.count,
                   i < names.list.count);
    append_state(
        &list_add(&list, slice_of(message_text(desk->lang, MESSAGE_OWN_TITLE)), names.list.count)->right,
        desk->lang, &own, OWN_LESSON);
    list.chosen = find_next(&list);
    bool chosen = list_run(desk, &list, &key) && key.code == K_ENTER &&
                  take_choice(desk, &names, list.items.items[list.chosen].value, path);
    list_free(&list);
    results_free(&own);
    lesson_names_free(&names);
    return chosen;
}

void lesson_add_line(struct reader *reader, struct str *line, int indent, enum style_id style) {
    if (line->len) reader_add(reader, str_slice(line), indent, style);
    str_clear(line);
}

static void introduce_own(struct desk *desk, struct reader *reader) {
    reader_add(reader, slice_of(message_text(desk->lang, MESSAGE_OWN_ABOUT)), 0, STYLE_PANEL);
    reader_add(reader, SLICE(""), 0, STYLE_PANEL);
    reader_add(reader, slice_of(message_text(desk->lang, MESSAGE_OWN_HOW)), 0, STYLE_PANEL);
}

static void introduce_key(struct desk *desk, const struct lesson *lesson, struct reader *reader) {
    struct str line = {0};
    message(&line, desk->lang, TRAIN_GOAL, str_text(&lesson->goal));
    lesson_add_line(reader, &line, 0, STYLE_PANEL);
    reader_add(reader, SLICE(""), 0, STYLE_PANEL);
    for (size_t i = 0; i < lesson->steps.count; i++) {
        str_printf(&line, "%zu. %s", i + 1, str_text(&lesson->steps.items[i]));
        lesson_add_line(reader, &line, 0, STYLE_PANEL);
    }
    reader_add(reader, SLICE(""), 0, STYLE_PANEL);
    if (lesson->minutes) message(&line, desk->lang, TRAIN_CLOCK, lesson->minutes);
    lesson_add_line(reader, &line, 0, STYLE_PANEL);
    if (lesson->test)
        message(&line, desk->lang, TRAIN_TEST, lesson->flaws.count);
    else
        message(&line, desk->lang, TRAIN_PLANTED, lesson->flaws.count);
    lesson_add_line(reader, &line, 0, STYLE_PANEL);
    str_free(&line);
}

enum lesson_begin lesson_introduce(struct desk *desk, const struct lesson *lesson) {
    static const message_id blind[] = {MESSAGE_KEY_BLIND, MESSAGE_HINT_BLIND, 0};
    bool can_mark = !lesson->keyless && !lesson->test;
    struct reader reader = {
        .title = str_slice(&lesson->title), .enter = MESSAGE_TRAIN_BEGIN, .hints = can_mark ? blind : NULL};
    struct key key;
    if (lesson->keyless)
        introduce_own(desk, &reader);
    else
        introduce_key(desk, lesson, &reader);
    enum lesson_begin begin = LESSON_CLOSED;
    if (reader_run(desk, &reader, &key) && !key.mods) {
        if (key.code == K_ENTER) begin = LESSON_EDIT;
        if (can_mark && (key.code == 'b' || key.code == 'B')) begin = LESSON_MARK;
    }
    reader_free(&reader);
    return begin;
}

void lesson_append_state(const struct attempt *attempt, enum lang lang, struct str *out) {
    int64_t left = attempt_left(attempt);
    if (attempt->mode == ATTEMPT_GUIDED)
        message(out, lang, TRAIN_PROGRESS, attempt_mended(attempt), attempt->lesson->flaws.count);
    else if (attempt->mode == ATTEMPT_UNMARKED)
        message(out, lang, TRAIN_TEST_STATE, attempt->lesson->flaws.count);
    else if (attempt->mode == ATTEMPT_BLIND)
        message(out, lang, BLIND_STATE, attempt->result.marks.list.count);
    else
        message(out, lang, OWN_STATE, attempt->result.own.after, attempt->result.own.words);
    if (left == INT64_MAX) return;
    if (left > 0)
        message(out, lang, TRAIN_LEFT, (size_t)((left + MINUTE - 1) / MINUTE));
    else
        message(out, lang, TRAIN_OVER);
}

static void explain_flaw(struct desk *desk, const struct list *list, const struct list_item *item,
                         struct str *out) {
    (void)list;
    const struct attempt *attempt = desk->attempt;
    size_t before = out->len;
    attempt_append_hints(attempt, item->value, desk->lang, out);
    if (out->len == before && !attempt->result.flaws.items[item->value].mended)
        message(out, desk->lang, TRAIN_NO_HINT);
}

static void fill_flaws(struct desk *desk, struct list *list) {
    const struct attempt *attempt = desk->attempt;
    list_clear(list);
    for (size_t i = 0; i < attempt->result.flaws.count; i++) {
        const struct flaw_result *flaw = &attempt->result.flaws.items[i];
        struct str text = {0};
        message(&text, desk->lang, TRAIN_FLAW, i + 1);
        struct list_item *item = list_add(list, str_slice(&text), i);
        str_append_text(&item->left, flaw->mended ? "[x]" : "[ ]");
        if (flaw->mended)
            message(&item->right, desk->lang, TRAIN_MENDED);
        else if (flaw->hint)
            message(&item->right, desk->lang, TRAIN_HINTS_GIVEN, flaw->hint);
        str_free(&text);
    }
}

static void show_hints(struct desk *desk) {
    struct attempt *attempt = desk->attempt;
    struct list list = {.title = slice_of(message_text(desk->lang, MESSAGE_TRAIN_PANEL)),
                        .enter = MESSAGE_HINT_NEXT_HINT,
                        .explain = explain_flaw,
                        .at_side = true};
    struct key key;
    fill_flaws(desk, &list);
    while (list.chosen + 1 < list.items.count && attempt->result.flaws.items[list.chosen].mended)
        list.chosen++;
    while (list_run(desk, &list, &key) && key.code == K_ENTER) {
        struct error e = {.lang = desk->lang};
        size_t flaw = list.items.items[list.chosen].value;
        if (!attempt->result.flaws.items[flaw].mended) attempt_hint(attempt, flaw, &e);
        if (e.text.len) desk_complain(desk, &e);
        error_free(&e);
        fill_flaws(desk, &list);
    }
    list_free(&list);
}

void lesson_show(struct desk *desk) {
    const struct attempt *attempt = desk->attempt;
    if (attempt->mode == ATTEMPT_GUIDED)
        show_hints(desk);
    else if (attempt->mode == ATTEMPT_BLIND)
        blind_mark(desk);
    else if (attempt->mode == ATTEMPT_UNMARKED)
        desk_say(desk, TRAIN_TEST_ALONE);
    else
        own_say(desk);
}

static message_id outcome_of(const struct flaw_result *flaw) {
    if (!flaw->mended) return MESSAGE_TRAIN_END_OPEN;
    return flaw->hint >= HINTS ? MESSAGE_TRAIN_END_SHOWN
           : flaw->hint        ? MESSAGE_TRAIN_END_HINTED
                               : MESSAGE_TRAIN_END_MENDED;
}

/* What it was, what it may become, and why. */
void lesson_add_flaw(struct desk *desk, struct reader *reader, const struct flaw *flaw, message_id outcome,
                     size_t n) {
    struct str line = {0};
    str_printf(&line, "%zu. %s", n + 1, message_text(desk->lang, outcome));
    reader_add(reader, str_slice(&line), 0, STYLE_PANEL_TITLE)->begins = true;
    str_clear(&line);
    if (flaw->right.len)
        message(&line, desk->lang, HINT_ANSWER, str_text(&flaw->words), str_text(&flaw->right));
    else
        message(&line, desk->lang, HINT_REMOVE, str_text(&flaw->words));
    lesson_add_line(reader, &line, 3, STYLE_PANEL);
    const struct rule *rule = rule_book_named(desk->attempt->rules.book, str_slice(&flaw->rule));
    if (!rule || !*rule_text(rule, RULE_WHY, desk->lang)) {
        reader_add(reader, str_slice(&flaw->hint), 3, STYLE_PANEL);
    } else {
        reader_add(reader, slice_of(rule_text(rule, RULE_WHY, desk->lang)), 3, STYLE_PANEL);
        str_printf(&line, "%s · %s", rule->name, rule_text(rule, RULE_SOURCE, desk->lang));
        lesson_add_line(reader, &line, 3, STYLE_PANEL);
    }
    str_free(&line);
}

static bool show_end(struct desk *desk) {
    const struct attempt *attempt = desk->attempt;
    struct reader reader = {.title = str_slice(&attempt->lesson->title), .enter = MESSAGE_TRAIN_FINISH};
    struct str line = {0};
    struct key key;
    message(&line, desk->lang, TRAIN_END, attempt_mended(attempt), attempt->lesson->flaws.count,
            (attempt->result.seconds + 59) / 60);
    lesson_add_line(&reader, &line, 0, STYLE_PANEL);
    if (attempt->lesson->test == LESSON_BEFORE &&
        attempt_mended(attempt) * 100 >= attempt->lesson->flaws.count * FAST_TRACK)
        message(&line, desk->lang, TRAIN_FAST);
    lesson_add_line(&reader, &line, 0, STYLE_PANEL_TITLE);
    if (attempt->result.others) message(&line, desk->lang, TRAIN_OTHERS, attempt->result.others);
    lesson_add_line(&reader, &line, 0, STYLE_PANEL);
    for (size_t i = 0; i < attempt->lesson->flaws.count; i++)
        lesson_add_flaw(desk, &reader, &attempt->lesson->flaws.items[i],
                        outcome_of(&attempt->result.flaws.items[i]), i);
    bool ran = reader_run(desk, &reader, &key);
    reader_free(&reader);
    str_free(&line);
    return ran;
}

/* The page tells the answers, so nobody comes back from it to an open lesson. */
static enum lesson_end end_edited(struct desk *desk) {
    static const message_id answers[] = {MESSAGE_TRAIN_LATER, MESSAGE_TRAIN_FINISH};
    const struct attempt *attempt = desk->attempt;
    size_t open = attempt->lesson->flaws.count - attempt_mended(attempt);
    if (open) {
        struct str question = {0};
        message(&question, desk->lang, TRAIN_ASK_END, open);
        int answer = ask(desk, str_slice(&question), answers, 2, -1);
        str_free(&question);
        if (answer < 1) return answer < 0 ? LESSON_GO_ON : LESSON_LATER;
    }
    return show_end(desk) ? LESSON_DONE : LESSON_LATER;
}

enum lesson_end lesson_end(struct desk *desk) {
    const struct attempt *attempt = desk->attempt;
    if (attempt->mode == ATTEMPT_BLIND) return blind_end(desk);
    return attempt->mode == ATTEMPT_OWN ? own_end(desk) : end_edited(desk);
}
