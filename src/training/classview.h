#ifndef SUNTING_TRAINING_CLASSVIEW_H
#define SUNTING_TRAINING_CLASSVIEW_H

#include "training/notice.h"
#include "training/roster.h"
#include "training/whereabouts.h"

/*
 * The class as its trainer sees it. It only reads what participants have written, and writes only in the
 * trainer's own folders (training/classroom.h), so that any number of both may work at the same time.
 */
enum class_state {
    CLASS_HAND,
    CLASS_STUCK,
    CLASS_WORKING,
    CLASS_DONE,
    CLASS_CHOOSING,
    CLASS_AWAY,
    CLASS_STATES
};

struct class_person {
    const struct roster_person *who;
    struct str folder; /* her drafts: FOLDER/peserta01/naskah */
    struct whereabouts where;
    bool known; /* she was here at least once */
    enum class_state state;
    size_t minutes; /* since when: a raised hand, the last progress */
};

struct classview {
    struct str folder, shared;
    struct roster roster;
    VEC(struct class_person) people; /* those who need the trainer first */
    struct notice notice;
    size_t stuck; /* minutes without progress */
    size_t counts[CLASS_STATES];
};

enum { STUCK_MINUTES = 5, STUCK_MOST = 60 };

/* NULL with a sentence in e when the folder is none of a class. */
struct classview *classview_open(const char *folder, struct error *e);
/* Nobody is followed any more, and no question stands. view may be NULL. */
void classview_close(struct classview *view);
/* Reads where everybody is. now: seconds since 1970. */
void classview_read(struct classview *view, int64_t now);

/* Follows the participant, or nobody (NULL). */
bool classview_follow(struct classview *view, const struct class_person *person, struct error *e);
/* Puts a text or lesson among those of the class, and says so to all. */
bool classview_hand_out(struct classview *view, const char *path, struct error *e);
/* Copies the drafts of all to a new folder, whose path replaces out; count: of drafts. */
bool classview_collect(struct classview *view, int64_t now, struct str *out, size_t *count, struct error *e);
/* Shows the lines of notice->lines to all as a question; answered: with their answers. */
bool classview_ask(struct classview *view, bool answered, struct error *e);
void classview_end_question(struct classview *view);
/* How many marked which sentence (0: nothing is wrong); returns how many answered. */
size_t classview_marks(const struct classview *view, size_t counts[QUESTION_SENTENCES + 1]);

#endif
