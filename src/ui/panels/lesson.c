#include "ui/panels/lesson.h"

#include "base/safe.h"
#include "training/classroom.h"
#include "training/messages.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"
#include "ui/panels/prompt.h"
#include "ui/panels/reader.h"

/* "4 dari 7", "selesai", or nothing. */
static void append_state(struct str *out, enum lang lang, const struct results *own, const char *name) {
    const struct result *latest = NULL;
    for
        vec_each(const struct result, result, &own->list) if (strcmp(result->lesson, name) == 0) latest =
            result;
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

static void add_lesson(struct desk *desk, struct list *list, const struct results *own, const char *name,
                       size_t n) {
    struct lesson *lesson = load_by_name(desk, name);
    if (lesson) append_state(&list_add(list, str_slice(&lesson->title), n)->right, desk->lang, own, name);
    lesson_free(lesson);
}

static void explain_goal(struct desk *desk, const struct list *list, const struct list_item *item,
                         struct str *out) {
    const struct lesson_names *names = list->context;
    struct lesson *lesson = load_by_name(desk, names->list.items[item->value]);
    if (lesson) message(out, desk->lang, TRAIN_GOAL, str_text(&lesson->goal));
    lesson_free(lesson);
}

bool lesson_choose(struct desk *desk, struct str *path) {
    struct lesson_names names = {0};
    struct results own = {0};
    struct list list = {.title = slice_of(message_text(desk->lang, MESSAGE_TRAIN_TITLE)),
                        .enter = MESSAGE_HINT_CHOOSE,
                        .explain = explain_goal,
                        .context = &names};
    struct key key;
    lesson_names_find(classroom_lessons(desk->classroom), &names);
    results_read_own(&own);
    for (size_t i = 0; i < names.list.count; i++)
        add_lesson(desk, &list, &own, names.list.items[i], i);
    bool chosen = list.items.count && list_run(desk, &list, &key) && key.code == K_ENTER &&
                  lesson_path(classroom_lessons(desk->classroom),
                              names.list.items[list.items.items[list.chosen].value], path);
    list_free(&list);
    results_free(&own);
    lesson_names_free(&names);
    return chosen;
}

static void add_line(struct reader *reader, struct str *line, int indent, enum style_id style) {
    if (line->len) reader_add(reader, str_slice(line), indent, style);
    str_clear(line);
}

bool lesson_introduce(struct desk *desk, const struct attempt *attempt) {
    const struct lesson *lesson = attempt->lesson;
    struct reader reader = {.title = str_slice(&lesson->title), .enter = MESSAGE_TRAIN_BEGIN};
    struct str line = {0};
    struct key key;
    message(&line, desk->lang, TRAIN_GOAL, str_text(&lesson->goal));
    add_line(&reader, &line, 0, STYLE_PANEL);
    reader_add(&reader, SLICE(""), 0, STYLE_PANEL);
    for (size_t i = 0; i < lesson->steps.count; i++) {
        str_printf(&line, "%zu. %s", i + 1, str_text(&lesson->steps.items[i]));
        add_line(&reader, &line, 0, STYLE_PANEL);
    }
    reader_add(&reader, SLICE(""), 0, STYLE_PANEL);
    if (lesson->minutes) message(&line, desk->lang, TRAIN_CLOCK, lesson->minutes);
    add_line(&reader, &line, 0, STYLE_PANEL);
    message(&line, desk->lang, TRAIN_PLANTED, lesson->flaws.count);
    add_line(&reader, &line, 0, STYLE_PANEL);
    bool begins = reader_run(desk, &reader, &key) && key_is(key, K_ENTER);
    reader_free(&reader);
    str_free(&line);
    return begins;
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

void lesson_show(struct desk *desk) {
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

static message_id outcome_of(const struct flaw_result *flaw) {
    if (!flaw->mended) return MESSAGE_TRAIN_END_OPEN;
    return flaw->hint >= HINTS ? MESSAGE_TRAIN_END_SHOWN
           : flaw->hint        ? MESSAGE_TRAIN_END_HINTED
                               : MESSAGE_TRAIN_END_MENDED;
}

/* What it was, what it may become, and why. */
static void add_flaw(struct desk *desk, struct reader *reader, const struct flaw *flaw,
                     const struct flaw_result *result, size_t n) {
    struct str line = {0};
    str_printf(&line, "%zu. %s", n + 1, message_text(desk->lang, outcome_of(result)));
    reader_add(reader, str_slice(&line), 0, STYLE_PANEL_TITLE)->begins = true;
    str_clear(&line);
    if (flaw->right.len)
        message(&line, desk->lang, HINT_ANSWER, str_text(&flaw->words), str_text(&flaw->right));
    else
        message(&line, desk->lang, HINT_REMOVE, str_text(&flaw->words));
    add_line(reader, &line, 3, STYLE_PANEL);
    if (flaw->rule == FLAW_OF_WORDS) {
        reader_add(reader, str_slice(&flaw->hint), 3, STYLE_PANEL);
    } else {
        const struct rule *rule = rule_get((enum rule_id)flaw->rule);
        reader_add(reader, slice_of(rule_text(rule, RULE_WHY, desk->lang)), 3, STYLE_PANEL);
        str_printf(&line, "%s · %s", rule->name, rule_text(rule, RULE_SOURCE, desk->lang));
        add_line(reader, &line, 3, STYLE_PANEL);
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
    add_line(&reader, &line, 0, STYLE_PANEL);
    if (attempt->result.others) message(&line, desk->lang, TRAIN_OTHERS, attempt->result.others);
    add_line(&reader, &line, 0, STYLE_PANEL);
    for (size_t i = 0; i < attempt->lesson->flaws.count; i++)
        add_flaw(desk, &reader, &attempt->lesson->flaws.items[i], &attempt->result.flaws.items[i], i);
    bool ran = reader_run(desk, &reader, &key);
    reader_free(&reader);
    str_free(&line);
    return ran;
}

/* The page tells the answers, so nobody comes back from it to an open lesson. */
enum lesson_end lesson_end(struct desk *desk) {
    static const message_id answers[] = {MESSAGE_TRAIN_LATER, MESSAGE_TRAIN_FINISH};
    const struct attempt *attempt = desk->attempt;
    size_t open = attempt->lesson->flaws.count - attempt_mended(attempt);
    if (open) {
        struct str question = {0};
        message(&question, desk->lang, TRAIN_ASK_END, open);
        int answer = ask(desk, str_slice(&question), answers, 2);
        str_free(&question);
        if (answer < 1) return answer < 0 ? LESSON_GO_ON : LESSON_LATER;
    }
    return show_end(desk) ? LESSON_DONE : LESSON_LATER;
}
