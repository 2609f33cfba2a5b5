#ifndef SUNTING_TRAINING_CLASSROOM_H
#define SUNTING_TRAINING_CLASSROOM_H

#include "training/notice.h"
#include "training/whereabouts.h"

#include <sys/stat.h>

/*
 * The folder of a class, made by prepare_class() (training/prepare.h). Nobody writes where another one does:
 *
 *     FOLDER/kelas/             the trainer's: what all may read, and nobody else may change
 *         latihan/              the lessons that the class sees, and what is handed out
 *         pesan                 what the trainer's screen says to all (training/notice.h)
 *     FOLDER/peserta01/naskah/  a participant's: all that the program may reach for her, besides kelas/
 *         latihan/              her drafts
 *         .local/state/sunting/ her results (training/result.h) and where she is (training/whereabouts.h)
 *     FOLDER/kumpulan/          what was collected
 *     FOLDER/daftar.tsv         who takes part, with passwords (training/roster.h): the trainer's alone
 */
#define CLASS_SHARED "kelas"
#define CLASS_LESSONS "latihan"
#define CLASS_DRAFTS "naskah"
#define CLASS_ROSTER "daftar.tsv"
#define CLASS_COLLECTED "kumpulan"

/* A participant's side of it. */
struct classroom {
    struct str folder;  /* FOLDER/kelas */
    struct str lessons; /* FOLDER/kelas/latihan */
    struct notice notice;
    struct stat read; /* which notice that was */
    struct whereabouts where;
    char *login;
    int64_t written;  /* seconds since 1970: when the trainer was told last */
    bool changed;     /* there is something to tell */
    bool looked;      /* the first notice is not news */
    uint64_t text;    /* hash of the text that the trainer can read */
    int64_t text_put; /* when */
};

/* folder NULL: no class, and NULL. */
struct classroom *classroom_open(const char *folder);
/* Tells the trainer that the participant has left. classroom may be NULL. */
void classroom_close(struct classroom *classroom);
/* The folder of the lessons to choose from, for lesson_path(); NULL without a class. */
const char *classroom_lessons(const struct classroom *classroom);

/* What is new since the last look. */
enum class_news { CLASS_HANDOUT = 1, CLASS_QUESTION = 2, CLASS_ANSWER = 4, CLASS_ENDED = 8 };
unsigned classroom_look(struct classroom *classroom);
bool classroom_is_followed(const struct classroom *classroom);

/* Where the participant is now; told when something changed, or often enough to be seen. */
struct attempt;
void classroom_note(struct classroom *classroom, const struct attempt *attempt, int64_t now);
/* The draft that is open ("": none) and its text as it is now, for what the trainer collects and shows; the
 * text at most each five seconds. */
void classroom_put_text(struct classroom *classroom, const char *draft, struct slice text, int64_t now);
void classroom_raise(struct classroom *classroom, int64_t now);
void classroom_mark(struct classroom *classroom, size_t mark);

/* What `sunting latihan` begins with. */
struct train_start {
    const char *lesson;    /* path of one; NULL: to be chosen */
    const char *classroom; /* FOLDER/kelas of a class that the participant belongs to, or NULL */
    const char *draft;     /* a file to be opened as a draft instead, or NULL */
    const char *watched;   /* FOLDER of a class whose trainer this is, or NULL */
};

#endif
