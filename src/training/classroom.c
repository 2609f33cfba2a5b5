#include "training/classroom.h"

#include "base/memory.h"
#include "training/attempt.h"
#include "training/participant.h"

#include <stdlib.h>
#include <time.h>

/* A sign of life at least so often, in seconds; keys alone are told no more often than that. */
enum { ALIVE_SECONDS = 30, KEY_SECONDS = 10, TEXT_SECONDS = 5 };
enum { DAY_SECONDS = 12 * 60 * 60 }; /* of a workshop */

static void set_text(struct classroom *classroom, struct str *text, const char *to) {
    if (strcmp(str_text(text), to) == 0) return;
    str_clear(text);
    str_append_text(text, to);
    classroom->changed = true;
}

static void set_number(struct classroom *classroom, size_t *number, size_t to) {
    classroom->changed |= *number != to;
    *number = to;
}

/* Whoever was cut off and comes back has been here since the first time. */
static int64_t came_in(int64_t now) {
    struct whereabouts before = {0};
    bool today = whereabouts_read_own(&before) && before.since && now - before.since < DAY_SECONDS;
    int64_t since = today ? before.since : now;
    whereabouts_free(&before);
    return since;
}

struct classroom *classroom_open(const char *folder) {
    if (!folder) return NULL;
    struct classroom *classroom = memory_zero(1, sizeof *classroom);
    char *name, *office;
    str_append_text(&classroom->folder, folder);
    str_printf(&classroom->lessons, "%s/%s", folder, CLASS_LESSONS);
    participant_read(&classroom->login, &name, &office);
    str_append_text(&classroom->where.name, name);
    str_append_text(&classroom->where.office, office);
    classroom->where.since = came_in((int64_t)time(NULL));
    classroom->changed = true;
    free(name);
    free(office);
    return classroom;
}

void classroom_close(struct classroom *classroom) {
    if (!classroom) return;
    classroom->where.left = true;
    classroom->where.hand = 0;
    whereabouts_write(&classroom->where);
    whereabouts_free(&classroom->where);
    notice_clear(&classroom->notice);
    str_free(&classroom->folder);
    str_free(&classroom->lessons);
    free(classroom->login);
    free(classroom);
}

const char *classroom_lessons(const struct classroom *classroom) {
    return classroom ? str_text(&classroom->lessons) : NULL;
}

unsigned classroom_look(struct classroom *classroom) {
    struct str path = {0};
    struct stat st = {0};
    str_printf(&path, "%s/pesan", str_text(&classroom->folder));
    bool there = stat(str_text(&path), &st) == 0;
    str_free(&path);
    const struct stat *old = &classroom->read;
    bool same = st.st_ino == old->st_ino && st.st_mtim.tv_sec == old->st_mtim.tv_sec &&
                st.st_mtim.tv_nsec == old->st_mtim.tv_nsec;
    bool first = !classroom->looked;
    classroom->looked = true;
    if (!there || same) return 0;
    classroom->read = st;
    size_t handout = classroom->notice.handout, question = classroom->notice.question;
    bool answered = classroom->notice.answered;
    notice_read(&classroom->notice, str_text(&classroom->folder));
    const struct notice *now = &classroom->notice;
    unsigned news = 0;
    if (now->handout != handout && !first) news |= CLASS_HANDOUT;
    if (now->question && now->question != question) news |= CLASS_QUESTION;
    if (now->question && now->answered && !(answered && now->question == question)) news |= CLASS_ANSWER;
    if (!now->question && question) news |= CLASS_ENDED;
    return news;
}

bool classroom_is_followed(const struct classroom *classroom) {
    return *classroom->login && strcmp(str_text(&classroom->notice.followed), classroom->login) == 0;
}

static void note_attempt(struct classroom *classroom, const struct attempt *attempt, int64_t now) {
    struct whereabouts *where = &classroom->where;
    size_t mended = attempt_mended(attempt), hints = 0;
    vec_each(const struct flaw_result, flaw, &attempt->result.flaws)
        hints += flaw->hint;
    if (strcmp(str_text(&where->lesson), attempt->lesson->name) != 0 || mended > where->mended)
        where->progress = now;
    set_text(classroom, &where->lesson, attempt->lesson->name);
    set_text(classroom, &where->title, str_text(&attempt->lesson->title));
    set_number(classroom, &where->mended, mended);
    set_number(classroom, &where->planted, attempt->lesson->flaws.count);
    set_number(classroom, &where->hints, hints);
    set_number(classroom, &where->others, attempt->result.others);
}

void classroom_note(struct classroom *classroom, const struct attempt *attempt, int64_t now) {
    struct whereabouts *where = &classroom->where;
    if (attempt) {
        note_attempt(classroom, attempt, now);
    } else {
        set_text(classroom, &where->lesson, "");
        set_text(classroom, &where->title, "");
        set_number(classroom, &where->planted, 0);
        set_number(classroom, &where->mended, 0);
    }
    bool typed = where->key > classroom->written && now - classroom->written >= KEY_SECONDS;
    if (!classroom->changed && !typed && now - classroom->written < ALIVE_SECONDS) return;
    where->seen = classroom->written = now;
    classroom->changed = false;
    whereabouts_write(where);
}

void classroom_put_text(struct classroom *classroom, const char *draft, struct slice text, int64_t now) {
    uint64_t hash = slice_hash(text);
    set_text(classroom, &classroom->where.draft, draft);
    if (!*draft || hash == classroom->text || now - classroom->text_put < TEXT_SECONDS) return;
    classroom->text = hash;
    classroom->text_put = now;
    whereabouts_put_text(text);
}

void classroom_raise(struct classroom *classroom, int64_t now) {
    classroom->where.hand = classroom->where.hand ? 0 : now;
    classroom->changed = true;
}

void classroom_mark(struct classroom *classroom, size_t mark) {
    classroom->where.question = classroom->notice.question;
    classroom->where.mark = mark;
    classroom->changed = true;
}
