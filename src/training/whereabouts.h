#ifndef SUNTING_TRAINING_WHEREABOUTS_H
#define SUNTING_TRAINING_WHEREABOUTS_H

#include "base/message.h"

/*
 * Where a participant is: what she tells the trainer's screen, in files of her own folder, replaced whole:
 * .local/state/sunting/live, and, while the trainer follows her, .local/state/sunting/screen. Read by the
 * trainer as what anybody might have written.
 */
struct whereabouts {
    struct str name, office, lesson, title; /* title: of the lesson; "" between lessons */
    struct str draft;                       /* path of the draft below her folder; "" when none is open */
    size_t mended, planted, hints, others;
    int64_t since, seen;   /* seconds since 1970: the first sign of life of that day, and the last */
    int64_t key;           /* the last key */
    int64_t progress;      /* when something was last mended, or the lesson begun */
    int64_t hand;          /* since when the hand is up; 0: it is not */
    size_t question, mark; /* of the class, and the answer: 0 nothing is wrong, 1 to 9 this sentence */
    bool left;             /* the program was left */
};

/* False when nothing can be written there, which is not worth a word. */
bool whereabouts_write(const struct whereabouts *where);
/* Of the participant whose folder this is; false: she was never here. */
bool whereabouts_read(struct whereabouts *where, const char *folder);
/* One's own, as the session before left them; false: there was none. */
bool whereabouts_read_own(struct whereabouts *where);
void whereabouts_free(struct whereabouts *where);

/* The text that she has open, as it is now, saved or not. */
void whereabouts_put_text(struct slice text);
bool whereabouts_read_text(struct str *text, const char *folder);

/* The screen of a participant, as text. */
struct mirror {
    struct str rows; /* lines */
    size_t row, column;
};
void mirror_write(const struct mirror *mirror);
bool mirror_read(struct mirror *mirror, const char *folder);

#endif
