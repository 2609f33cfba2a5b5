#ifndef SUNTING_TRAINING_NOTICE_H
#define SUNTING_TRAINING_NOTICE_H

#include "base/message.h"
#include "base/vec.h"

/*
 * What the trainer says to the class: one small file, FOLDER/kelas/pesan, replaced whole. Numbers grow with
 * each handing out and each question, so that participants notice what is new.
 */
enum { QUESTION_SENTENCES = 9 }; /* one key each */

struct question_line {
    struct str text;
    struct str answer; /* what is wrong with it; "" when nothing is */
};

struct notice {
    struct str followed; /* login of whoever's screen is wanted, or "" */
    size_t handout;      /* 0: nothing was handed out yet */
    struct str title;    /* of what was handed out last */
    size_t question;     /* 0: none is shown */
    bool answered;       /* the answers are shown */
    VEC(struct question_line) lines;
};

/* Reads FOLDER/kelas/pesan; a missing or damaged one says nothing. */
void notice_read(struct notice *notice, const char *shared);
bool notice_write(const struct notice *notice, const char *shared, struct error *e);
void notice_clear(struct notice *notice);

#endif
