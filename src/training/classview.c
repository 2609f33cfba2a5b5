#include "training/classview.h"

#include "base/memory.h"
#include "training/classroom.h"
#include "training/messages.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* Without a sign of life for so long she is away: three of those that come every half a minute. */
enum { AWAY_SECONDS = 90, MINUTE = 60 };

static void add_people(struct classview *view) {
    vec_each(const struct roster_person, who, &view->roster.people) {
        struct class_person *person = vec_add(&view->people);
        person->who = who;
        str_printf(&person->folder, "%s/%s/%s", str_text(&view->folder), str_text(&who->login), CLASS_DRAFTS);
    }
}

struct classview *classview_open(const char *folder, struct error *e) {
    struct classview *view = memory_zero(1, sizeof *view);
    struct str list = {0};
    view->stuck = STUCK_MINUTES;
    str_append_text(&view->folder, folder);
    str_printf(&view->shared, "%s/%s", folder, CLASS_SHARED);
    str_printf(&list, "%s/%s", folder, CLASS_ROSTER);
    bool ok = roster_read(&view->roster, str_text(&list), e);
    if (ok && !view->roster.people.count) ok = error_set(e, CLASS_NONE, folder);
    str_free(&list);
    add_people(view);
    notice_read(&view->notice, str_text(&view->shared));
    if (ok) return view;
    classview_close(view);
    return NULL;
}

void classview_close(struct classview *view) {
    if (!view) return;
    if (view->notice.followed.len || view->notice.question) {
        str_clear(&view->notice.followed);
        classview_end_question(view);
    }
    vec_each(struct class_person, person, &view->people) {
        str_free(&person->folder);
        whereabouts_free(&person->where);
    }
    vec_free(&view->people);
    notice_clear(&view->notice);
    roster_free(&view->roster);
    str_free(&view->folder);
    str_free(&view->shared);
    free(view);
}

static size_t minutes_since(int64_t when, int64_t now) {
    return when && now > when ? (size_t)(now - when) / MINUTE : 0;
}

static enum class_state state_of(const struct class_person *person, size_t stuck, int64_t now) {
    const struct whereabouts *where = &person->where;
    if (!person->known || where->left || now - where->seen >= AWAY_SECONDS) return CLASS_AWAY;
    if (where->hand) return CLASS_HAND;
    if (!where->lesson.len) return CLASS_CHOOSING;
    if (where->planted && where->mended >= where->planted) return CLASS_DONE;
    return where->planted && minutes_since(where->progress, now) >= stuck ? CLASS_STUCK : CLASS_WORKING;
}

/* By state; drafts of their own by open findings; the longest first; then by login. */
static int by_need(const void *left, const void *right) {
    const struct class_person *a = left, *b = right;
    if (a->state != b->state) return a->state < b->state ? -1 : 1;
    bool own = a->where.lesson.len && !a->where.planted && b->where.lesson.len && !b->where.planted;
    if (own && a->where.others != b->where.others) return a->where.others > b->where.others ? -1 : 1;
    if (a->minutes != b->minutes) return a->minutes > b->minutes ? -1 : 1;
    return strcmp(str_text(&a->who->login), str_text(&b->who->login));
}

void classview_read(struct classview *view, int64_t now) {
    memset(view->counts, 0, sizeof view->counts);
    vec_each(struct class_person, person, &view->people) {
        person->known |= whereabouts_read(&person->where, str_text(&person->folder));
        person->state = state_of(person, view->stuck, now);
        const struct whereabouts *where = &person->where;
        person->minutes =
            person->state == CLASS_AWAY ? 0 : minutes_since(where->hand ? where->hand : where->progress, now);
        view->counts[person->state]++;
    }
    if (view->people.count)
        qsort(view->people.items, view->people.count, sizeof *view->people.items, by_need);
}

bool classview_follow(struct classview *view, const struct class_person *person, struct error *e) {
    str_clear(&view->notice.followed);
    if (person) str_append(&view->notice.followed, str_slice(&person->who->login));
    return notice_write(&view->notice, str_text(&view->shared), e);
}

bool classview_ask(struct classview *view, bool answered, struct error *e) {
    if (!answered) view->notice.question = (size_t)time(NULL); /* another one than any before */
    view->notice.answered = answered;
    return notice_write(&view->notice, str_text(&view->shared), e);
}

void classview_end_question(struct classview *view) {
    vec_each(struct question_line, line, &view->notice.lines) {
        str_free(&line->text);
        str_free(&line->answer);
    }
    vec_clear(&view->notice.lines);
    view->notice.question = 0;
    view->notice.answered = false;
    notice_write(&view->notice, str_text(&view->shared), NULL);
}

size_t classview_marks(const struct classview *view, size_t counts[QUESTION_SENTENCES + 1]) {
    size_t answered = 0;
    memset(counts, 0, (QUESTION_SENTENCES + 1) * sizeof *counts);
    if (!view->notice.question) return 0;
    vec_each(const struct class_person, person, &view->people) {
        const struct whereabouts *where = &person->where;
        if (!person->known || where->question != view->notice.question || where->mark > QUESTION_SENTENCES)
            continue;
        counts[where->mark]++;
        answered++;
    }
    return answered;
}
