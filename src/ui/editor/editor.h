#ifndef SUNTING_UI_EDITOR_EDITOR_H
#define SUNTING_UI_EDITOR_EDITOR_H

#include "base/clock.h"
#include "base/signals.h"
#include "ui/editor/seek.h"
#include "ui/panels/desk.h"
#include "ui/panels/hints.h"
#include "ui/terminal/input.h"
#include "ui/terminal/terminal.h"

struct train_start;

/* What the command line gives the editor. */
struct editor_file {
    const char *path;
    size_t line, column; /* from 1, of the file; 0: not given */
};

struct editor;

struct editor_options {
    enum lang lang;
    const struct editor_file *files;
    size_t count;
    /* Sets language, rules and archive, which outlive the editor. It takes as long as all else of the start:
     * it is called once, when the first screen has been drawn, or a lesson begins. */
    void (*prepare)(struct editor_options *options, void *context);
    void *context;
    struct language *language;
    const struct rule_set *rules;
    const char *config;              /* the user's config.yaml, or NULL: there is no place for one */
    const char *themes;              /* the folder of the themes */
    const char *theme;               /* name, or NULL */
    const char *keys;                /* of the user (own_keys.h), or NULL */
    bool mouse;                      /* asked for */
    bool forgets;                    /* closing a draft ends what can be undone */
    struct archive *archive;         /* what was published before, or NULL */
    const char *archive_problem;     /* why there is none, or what it lacks, as a sentence; "" */
    size_t backups;                  /* versions before that are kept */
    const struct train_start *train; /* lessons, not drafts; or NULL */
};

/* Runs until the user leaves. Returns the exit status; a failure to start is a sentence in e. */
int editor_main(const struct editor_options *options, struct error *e);

/* A key that the user gave an action. */
struct own_key {
    unsigned id; /* enum action_id */
    struct key key;
};

/* The editor: the one struct that is passed down. */
struct editor {
    struct desk desk;               /* what the panels see; first, for editor_of() */
    struct editor_options *options; /* own: what the menu changes */
    struct terminal terminal;
    struct input input;
    struct signals *signals;
    struct theme theme;
    struct str theme_name;      /* of its file */
    VEC(struct buffer *) aside; /* drafts open beside that of the desk (drafts.h); owned */
    struct str clipboard;
    struct str pattern, replacement; /* of the last search */
    VEC(char *) patterns;            /* looked for in this session, the last one last; owned */
    unsigned search_flags;
    VEC(struct own_key) own_keys;
    VEC(struct editor_file) waiting; /* files of the command line that were not opened yet */
    bool extend;                     /* the movement being made extends the selection */
    bool sticky;                     /* every movement does (Ctrl-Space) */
    bool gone;                       /* the terminal is gone: write nothing to it */
    bool checked;                    /* all of the draft has been, once */
    bool loaded;                     /* the dictionaries are in memory */
    struct str archive_told;         /* what was last said of the archive */
    bool problem_told;               /* that one of them cannot be read */
    bool unrecorded;                 /* the journal cannot be written: shown as long as it lasts */
    bool left_told;                  /* that there is unsaved work of other drafts (left.h) */
    bool settled;      /* nothing happened for a while: slow parts of the screen are up to date */
    bool rested;       /* the place of the cursor is told: a word has ended, or the writer stops to think */
    int64_t touched;   /* ms of the last key */
    int64_t pasted;    /* ms since when an open paste has something that is not in the text; 0: nothing */
    bool pasting;      /* the text has the first part of a paste that goes on: one step of undo */
    struct str status; /* the status row as it was when the writer last paused */
    struct str counts, counts_short; /* of the title, and the hints: as they were then */
    struct hints hints;
    struct seek seek;        /* for a finding further away than what is checked */
    size_t led_to;           /* 1 more than the cursor where mending has led on to a finding; 0: nowhere */
    bool explaining;         /* it tells of a finding */
    struct str state;        /* of the draft: draf, sunting, siap, terbit */
    size_t words, sentences; /* counted after each check */
};

/* The editor that a desk belongs to. */
static inline struct editor *editor_of(struct desk *desk) {
    return (struct editor *)desk;
}

/* The desk's wait: loop.c. */
bool editor_wait(struct desk *desk, struct key *key, struct str *pasted);
/* Has language, rules and archive set, unless they are. */
void editor_prepare(struct editor *editor);
/* Checks the paragraph at the cursor at once, unless a key comes: so what begins in a mended place is known.
 */
void editor_check_mended(struct editor *editor);
/* Ends the check of the draft at once, for what depends on all of it. */
void editor_finish_check(struct editor *editor);

/* Opening drafts: start.c. */
/* Opens the file in place of the draft that is open; a name that does not exist yet is a new draft. False: it
 * could not be opened, and the status row says why. */
bool editor_open_path(struct editor *editor, const struct editor_file *file);
/* What was of the draft that is no longer on the screen. */
void editor_forget(struct editor *editor);
/* Words and sentences for the status row; all of the draft is checked. Of one that is checked in parts they
 * are not told. */
void editor_count(struct editor *editor);
/* Closes the draft. */
void editor_close(struct editor *editor);
/* Closes the draft and goes on to the next file of the command line, or leaves. */
void editor_next(struct editor *editor);

/* The frame: frame.c */
void editor_draw(struct editor *editor);
/* How the draft is called: the name of its file. */
struct slice editor_draft_name(const struct editor *editor);
enum { ROWS_MIN = 4, COLUMNS_MIN = 20 };

#endif
