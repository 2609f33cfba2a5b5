#ifndef SUNTING_TRAINING_CLASSROOM_H
#define SUNTING_TRAINING_CLASSROOM_H

#include "base/message.h"

/*
 * The folder of a class, made by prepare_class() (training/prepare.h). Nobody writes where another one does:
 *
 *     FOLDER/kelas/             the trainer's: what all may read, and nobody else may change
 *         latihan/              the lessons that the class sees, and what is handed out
 *         pesan                 what the trainer's screen says to all (training/notice.h)
 *     FOLDER/peserta01/naskah/  a participant's: all that the program may reach for her, besides kelas/
 *         latihan/              her drafts
 *         .local/state/sunting/ her results (training/result.h) and where she is (training/presence.h)
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
};

/* folder NULL: no class, and NULL. */
struct classroom *classroom_open(const char *folder);
void classroom_free(struct classroom *classroom);
/* The folder of the lessons to choose from, for lesson_path(); NULL without a class. */
const char *classroom_lessons(const struct classroom *classroom);

/* What `sunting latihan` begins with. */
struct train_start {
    const char *lesson;    /* path of one; NULL: to be chosen */
    const char *classroom; /* FOLDER/kelas of a class that the participant belongs to, or NULL */
};

#endif
