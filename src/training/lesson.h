#ifndef SUNTING_TRAINING_LESSON_H
#define SUNTING_TRAINING_LESSON_H

#include "check/rule_set.h"

/*
 * A lesson: a draft with planted flaws, and the key that says where they are. It is a Markdown file whose
 * front matter holds everything but the draft itself:
 *
 *     title: Di yang disambung dan di yang dipisah
 *     goal: membedakan di- dari di   what the participant learns, after "Anda belajar"
 *     minutes: 10                    for a test or a race against the clock; else missing
 *     test: sebelum                  "sebelum" or "sesudah": pre-test, post-test
 *     headline: Bupati Buka Pelatihan   title of the draft; missing: that of the lesson
 *     date: 2026-11-25               of the draft
 *     also: [style]                  rules to be looked at besides; those that are planted are on anyway
 *     steps: [Baca seluruh naskah., ...]
 *     flaws:
 *       - spelling.preposition | di sampaikan | disampaikan | Kata sesudah "di" kata kerja.
 *
 * A flaw is: the rule, the words at its place, what they may become (empty: nothing), the first hint. Words
 * that stand in the draft more than once are followed by #N: the Nth. The rule "kata" is the lesson's own:
 * the flaw is there as long as the words are, for what no rule of Sunting finds.
 */
struct flaw {
    struct str rule, words, right, hint;
    size_t start, end; /* of the words, in the draft */
    size_t paragraph;  /* which one of the body it stands in, from 1; 0: in the front matter */
};

enum lesson_test { LESSON_PRACTICE, LESSON_BEFORE, LESSON_AFTER };

struct lesson {
    char *name; /* of the file, without its folder and .md */
    struct str title, goal;
    VEC(struct str) steps;
    size_t minutes; /* 0: no clock */
    enum lesson_test test;
    VEC(struct str) also;   /* rules besides those that are on, by name or family */
    VEC(struct flaw) flaws; /* in the order of their places */
    struct str draft;       /* what the participant begins with, front matter included */
    bool keyless;           /* a text without a key: own.h */
};

/* A release of one's own: an empty draft, and no key. */
struct lesson *lesson_own(enum lang lang);
/* Reads a lesson; a text that names neither goal nor flaws is one without a key. NULL with a sentence in e
 * that says what does not fit, and where. */
struct lesson *lesson_load(const char *path, struct error *e);
void lesson_free(struct lesson *lesson);

/* Names of the lessons in a folder (NULL: those that come with the program), in their order; release with
 * lesson_names_free(). */
struct lesson_names {
    VEC(char *) list;
};
void lesson_names_find(const char *folder, struct lesson_names *names);
void lesson_names_free(struct lesson_names *names);
/* The path of a lesson by its name, in the folder (NULL: of the program) or of a file that is one; replaces
 * out. False: there is none. */
bool lesson_path(const char *folder, const char *name, struct str *out);

/* The rules that hold in this lesson: those that are on and those that it wants besides. Matters of style
 * stay out unless the lesson names them: a mark that no flaw answers to is a false accusation of a beginner.
 * A text without a key has them all. */
/* Any rule may be planted, those of a house style too; which there are says the book of the set. False with a
 * sentence in e when the lesson names another; the rest counts. */
bool lesson_take_rules(const struct lesson *lesson, struct rule_set *rules, struct error *e);

/* The flaw is the lesson's own: no rule has to find it. */
bool flaw_is_of_words(const struct flaw *flaw);
/* The finding is what was planted, wherever it stands. */
bool flaw_is_found_by(const struct flaw *flaw, const struct finding *finding);

#endif
