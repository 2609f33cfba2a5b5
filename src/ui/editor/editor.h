#ifndef SUNTING_UI_EDITOR_EDITOR_H
#define SUNTING_UI_EDITOR_EDITOR_H

#include "base/signals.h"
#include "text/search.h"
#include "ui/page/view.h"
#include "ui/terminal/input.h"
#include "ui/terminal/terminal.h"

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
    struct language *language; /* outlives the editor */
    const struct rule_set *rules;
    const char *themes; /* the folder of the themes */
    const char *theme;  /* name, or NULL */
    size_t backups;     /* versions before that are kept */
};

/* Runs until the user leaves. Returns the exit status; a failure to start is a sentence in e. */
int editor_main(const struct editor_options *options, struct error *e);

/* Something that lies over the text and has the keys: a prompt, a list. Lives on the stack of whoever runs
 * it. */
struct overlay {
    void (*draw)(struct editor *editor, void *context);
    void *context;
    struct overlay *below;
};

/* The editor: the one struct that is passed down. */
struct editor {
    enum lang lang;
    const struct editor_options *options;
    struct terminal terminal;
    struct screen screen;
    struct input input;
    struct signals *signals;
    struct theme theme;
    struct buffer *buffer;   /* NULL before a draft is open */
    struct overlay *overlay; /* the topmost */
    struct str clipboard;
    struct str notice;               /* said once, until the next key */
    bool alarm;                      /* the notice is bad news */
    struct match found;              /* marked on the screen; start == end: none */
    struct str pattern, replacement; /* of the last search */
    unsigned search_flags;
    size_t next_file;        /* of options->files */
    bool extend;             /* the movement being made extends the selection */
    bool sticky;             /* every movement does (Ctrl-Space) */
    bool leaving;            /* the loop ends */
    bool gone;               /* the terminal is gone: write nothing to it */
    bool stale;              /* the screen is to be drawn */
    bool held;               /* a finding waits for its word to be left */
    bool loaded;             /* the dictionaries are in memory */
    bool problem_told;       /* that one of them cannot be read */
    bool settled;            /* nothing happened for a while: slow parts of the screen are up to date */
    int64_t touched;         /* ms of the last key */
    struct str status;       /* the status row as it was when the writer last paused */
    bool explaining;         /* it tells of a finding */
    struct str state;        /* of the draft: draf, sunting, siap, terbit */
    size_t words, sentences; /* counted after each check */
};

/* Waits for a key, and meanwhile draws, checks, and answers signals. False: the editor is leaving; whoever
 * runs returns. A paste goes where text is typed: pasted (may be NULL) gets it, else it is dropped. */
bool editor_key(struct editor *editor, struct key *key, struct str *pasted);
void editor_open_overlay(struct editor *editor, struct overlay *overlay,
                         void (*draw)(struct editor *, void *), void *context);
void editor_close_overlay(struct editor *editor);

/* What is said in the status row until the next key: editor_say(editor, NAME, arguments...). */
#define editor_say(editor, name, ...)                                                                        \
    (str_clear(&(editor)->notice), (editor)->alarm = false,                                                  \
     message(&(editor)->notice, (editor)->lang, name, ##__VA_ARGS__))
void editor_complain(struct editor *editor, const struct error *e);
int64_t clock_ms(void);

/* Opening drafts: start.c. */
/* Opens the file in place of the draft that is open; a name that does not exist yet is a new draft. False: it
 * could not be opened, and the status row says why. */
bool editor_open_path(struct editor *editor, const struct editor_file *file);
/* Closes the draft and goes on to the next file of the command line, or leaves. */
void editor_next(struct editor *editor);

/* The frame: frame.c */
void editor_draw(struct editor *editor);
/* How the draft is called: the name of its file. */
struct slice editor_draft_name(const struct editor *editor);
/* Where the text stands, and the rows of a panel over it. */
struct rect editor_text_area(const struct editor *editor);
struct rect editor_side_area(const struct editor *editor);
bool editor_is_wide(const struct editor *editor);
enum { WIDE_COLUMNS = 100, ROWS_MIN = 4, COLUMNS_MIN = 20 };

#endif
