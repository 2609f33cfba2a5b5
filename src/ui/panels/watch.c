#include "ui/panels/watch.h"

#include "base/safe.h"
#include "training/classview.h"
#include "training/question.h"
#include "ui/panels/files.h"
#include "ui/panels/list.h"
#include "ui/panels/messages.h"
#include "ui/panels/mirror.h"
#include "ui/panels/question.h"

#include <time.h>

enum { LOOK_MS = 1000, WIDE = 70, HIGH = 16, BAR = 10, TITLE_COLUMNS = 22, MINUTE = 60 };

struct watch {
    struct classview *view;
    struct list list;
    struct str intro, said; /* counts; what came of the last key */
    const struct class_person *followed;
};

static const message_id states[CLASS_STATES] = {MESSAGE_CLASS_HAND,     MESSAGE_CLASS_STUCK,
                                                MESSAGE_CLASS_WORKING,  MESSAGE_CLASS_DONE,
                                                MESSAGE_CLASS_CHOOSING, MESSAGE_CLASS_AWAY};
static const char marks[CLASS_STATES] = {'!', '?', ' ', '=', '-', '.'};

/* "[####------]" */
static void append_bar(struct str *out, size_t part, size_t whole) {
    size_t full = whole ? part * BAR / whole : 0;
    str_append_byte(out, '[');
    str_append_repeated(out, '#', full);
    str_append_repeated(out, '-', BAR - full);
    str_append_text(out, "] ");
}

static void append_progress(const struct desk *desk, const struct class_person *person, struct str *out) {
    const struct whereabouts *where = &person->where;
    bool wide = desk->screen.columns >= WIDE, busy = person->state != CLASS_AWAY && where->lesson.len;
    if (wide && busy && where->planted) append_bar(out, where->mended, where->planted);
    if (busy && where->planted) str_printf(out, "%zu/%zu ", where->mended, where->planted);
    if (busy && !where->planted) message(out, desk->lang, CLASS_FINDINGS, where->others);
    if (busy || person->state == CLASS_HAND) message(out, desk->lang, CLASS_MINUTES, person->minutes);
    if (wide || !busy) {
        str_append_byte(out, ' ');
        const char *state = message_text(desk->lang, states[person->state]);
        str_append_text(out, state);
        int width = screen_width(slice_of(state));
        if (wide && width < 15) str_append_repeated(out, ' ', (size_t)(15 - width));
    }
}

static const struct class_person *person_of(const struct watch *watch, const struct list_item *item) {
    vec_each(const struct class_person, person, &watch->view->people)
        if ((size_t)(person->who - watch->view->roster.people.items) == item->value) return person;
    return NULL;
}

static void explain(struct desk *desk, const struct list *list, const struct list_item *item,
                    struct str *out) {
    const struct class_person *person = person_of(list->context, item);
    if (!person) return;
    const struct whereabouts *where = &person->where;
    str_printf(out, "%s (%s)", str_text(&person->who->office), str_text(&person->who->login));
    if (person->state == CLASS_AWAY) return;
    if (where->title.len) str_printf(out, "\n%s", str_text(&where->title));
    if (where->planted)
        message(out, desk->lang, CLASS_DETAILS, where->mended, where->planted, where->hints, where->others);
    int64_t idle = (int64_t)time(NULL) - where->key;
    if (where->key && idle >= MINUTE) message(out, desk->lang, CLASS_IDLE, (size_t)(idle / MINUTE));
}

static void fill(struct desk *desk, struct watch *watch) {
    const struct classview *view = watch->view;
    const struct roster_person *chosen = NULL;
    struct list *list = &watch->list;
    if (list->chosen && list->chosen < list->items.count) /* at the top it stays with whoever comes there */
        chosen = &view->roster.people.items[list->items.items[list->chosen].value];
    list_clear(list);
    for (size_t i = 0; i < view->people.count; i++) {
        const struct class_person *person = &view->people.items[i];
        const struct str *name = person->who->name.len ? &person->who->name : &person->who->login;
        struct list_item *item =
            list_add(list, str_slice(name), (size_t)(person->who - view->roster.people.items));
        str_append_byte(&item->left, marks[person->state]);
        item->dim = person->state == CLASS_AWAY;
        append_progress(desk, person, &item->right);
        if (person->who == chosen) list->chosen = i;
    }
    str_clear(&watch->intro);
    if (desk->screen.columns < WIDE)
        message(&watch->intro, desk->lang, CLASS_COUNTS_SHORT, view->counts[CLASS_HAND],
                view->counts[CLASS_STUCK], view->stuck, view->people.count - view->counts[CLASS_AWAY],
                view->people.count);
    else
        message(&watch->intro, desk->lang, CLASS_COUNTS, view->counts[CLASS_HAND], view->counts[CLASS_STUCK],
                view->stuck, view->counts[CLASS_WORKING], view->counts[CLASS_DONE],
                view->people.count - view->counts[CLASS_AWAY], view->people.count);
    if (watch->said.len) str_printf(&watch->intro, "\n%s", str_text(&watch->said));
    list->explain = desk->screen.rows >= HIGH ? explain : NULL;
    list->intro = str_slice(&watch->intro);
    desk->stale = true;
}

static int look(struct desk *desk, void *context) {
    struct watch *watch = context;
    classview_read(watch->view, (int64_t)time(NULL));
    fill(desk, watch);
    if (desk->news) desk->news(desk, desk->news_context);
    return LOOK_MS;
}

static void say_error(struct watch *watch, struct error *e) {
    if (!e->text.len) return;
    str_clear(&watch->said);
    str_append(&watch->said, str_slice(&e->text));
}

static void hand_out(struct desk *desk, struct watch *watch, struct error *e) {
    struct str path = {0};
    if (files_choose(desk, &path) && classview_hand_out(watch->view, str_text(&path), e))
        message(&watch->said, desk->lang, CLASS_HANDED_OUT, str_text(&watch->view->notice.title));
    str_free(&path);
}

static void collect(struct desk *desk, struct watch *watch, struct error *e) {
    struct str path = {0};
    size_t count;
    if (classview_collect(watch->view, (int64_t)time(NULL), &path, &count, e))
        message(&watch->said, desk->lang, CLASS_COLLECTED_IN, count, str_text(&path));
    str_free(&path);
}

/* The text as the participant has it now. */
static void show(struct desk *desk, struct watch *watch, const struct class_person *person, struct error *e) {
    struct str text = {0};
    struct notice *notice = &watch->view->notice;
    classview_end_question(watch->view);
    if (whereabouts_read_text(&text, str_text(&person->folder)))
        question_make(notice, str_slice(&text), desk->language, desk->lang);
    if (!notice->lines.count)
        message(&watch->said, desk->lang, CLASS_NO_TEXT);
    else if (classview_ask(watch->view, false, e))
        question_watch(desk, watch->view);
    str_free(&text);
}

static void act(struct desk *desk, struct watch *watch, struct key key) {
    struct error e = {.lang = desk->lang};
    const struct list_item *item = &watch->list.items.items[watch->list.chosen];
    const struct class_person *person = person_of(watch, item);
    str_clear(&watch->said);
    if (key.code == K_ENTER && person && person->state == CLASS_AWAY)
        message(&watch->said, desk->lang, CLASS_NOT_HERE, str_text(&person->who->name));
    else if (key.code == K_ENTER && person)
        mirror_run(desk, watch->view, person->who, &e);
    else if (key.code == 'b')
        hand_out(desk, watch, &e);
    else if (key.code == 'k')
        collect(desk, watch, &e);
    else if (key.code == 't' && person)
        show(desk, watch, person, &e);
    else if (key.code == '+' && watch->view->stuck < STUCK_MOST)
        watch->view->stuck++;
    else if (key.code == '-' && watch->view->stuck > 1)
        watch->view->stuck--;
    say_error(watch, &e);
    error_free(&e);
}

void watch_run(struct desk *desk, struct classview *view) {
    static const uint32_t own[] = {'b', 'k', 't', '+', '-', 0};
    static const message_id hints[] = {MESSAGE_KEY_HAND_OUT, MESSAGE_HINT_HAND_OUT, MESSAGE_KEY_COLLECT,
                                       MESSAGE_HINT_COLLECT, MESSAGE_KEY_SHOW,      MESSAGE_HINT_SHOW,
                                       MESSAGE_KEY_MINUTES,  MESSAGE_HINT_MINUTES,  0};
    struct watch watch = {.view = view,
                          .list = {.title = slice_of(message_text(desk->lang, MESSAGE_CLASS_TITLE)),
                                   .enter = MESSAGE_HINT_FOLLOW,
                                   .hints = hints,
                                   .own = own,
                                   .stays = true,
                                   .explained = 3}};
    struct key key;
    watch.list.context = &watch;
    desk->tick = (struct desk_tick){.run = look, .context = &watch};
    look(desk, &watch);
    while (list_run(desk, &watch.list, &key)) {
        act(desk, &watch, key);
        look(desk, &watch);
    }
    desk->tick.run = NULL;
    list_free(&watch.list);
    str_free(&watch.intro);
    str_free(&watch.said);
}
