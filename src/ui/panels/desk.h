#ifndef SUNTING_UI_PANELS_DESK_H
#define SUNTING_UI_PANELS_DESK_H

#include "text/search.h"
#include "ui/page/view.h"
#include "ui/panels/recall.h"
#include "ui/terminal/keys.h"

/*
 * What a panel may ask of the editor: the screen, the draft, a place to say something, and the next key. The
 * editor (ui/editor/editor.h) has a desk and gives it to every panel; a panel knows no more of the editor
 * than this.
 */
struct desk;
struct archive;

/* Something that lies over the text and has the keys: a prompt, a list. Lives on the stack of whoever runs
 * it. */
struct overlay {
    void (*draw)(struct desk *desk, void *context);
    void *context;
    struct overlay *below;
};

/* What is done from time to time, while keys are waited for and while they come. */
struct desk_tick {
    int (*run)(struct desk *desk, void *context); /* returns the ms until the next time; NULL: nothing */
    void *context;
    int64_t due; /* ms */
};

struct desk {
    enum lang lang;
    struct language *language; /* outlives the desk */
    struct archive *archive;   /* what was published before, or NULL */
    struct screen screen;
    struct buffer *buffer;       /* NULL before a draft is open */
    struct classroom *classroom; /* that the participant belongs to (training/classroom.h), or NULL */
    struct attempt *attempt;     /* the lesson that the draft belongs to (training/attempt.h), or NULL */
    struct desk_tick tick;
    void (*news)(struct desk *desk,
                 void *context); /* of the topmost panel: what it shows has changed; or NULL */
    void *news_context;
    struct overlay *overlay; /* the topmost */
    struct match found;      /* marked on the screen; start == end: none */
    struct str notice;       /* said once, until the next key */
    bool alarm;              /* the notice is bad news */
    bool stale;              /* the screen is to be drawn */
    bool leaving;            /* the program ends; whoever runs returns */
    struct key passed;       /* a key that a panel closed for: the editor's to answer; code 0: none */
    struct str pasted;       /* what a question closed for: it goes into the draft */
    struct recall recall;    /* what undo takes back before the text */
    /* Whoever waits for keys: desk_key() calls it. Set once, by the editor. */
    bool (*wait)(struct desk *desk, struct key *key, struct str *pasted);
};

/* Waits for a key, and meanwhile the editor draws, checks, and answers signals. False: the program ends;
 * whoever runs returns. A paste goes where text is typed: pasted (may be NULL) gets it, else it is dropped.
 */
bool desk_key(struct desk *desk, struct key *key, struct str *pasted);

void desk_open_overlay(struct desk *desk, struct overlay *overlay, void (*draw)(struct desk *, void *),
                       void *context);
void desk_close_overlay(struct desk *desk);

/* What is said in the status row until the next key: desk_say(desk, NAME, arguments...). */
#define desk_say(desk, name, ...)                                                                            \
    (str_clear(&(desk)->notice), (desk)->alarm = false,                                                      \
     message(&(desk)->notice, (desk)->lang, name, ##__VA_ARGS__))
/* The same for a message without arguments that is chosen while the program runs. */
void desk_tell(struct desk *desk, message_id name);
void desk_complain(struct desk *desk, const struct error *e);

/* Where the text stands, and the findings at the side of a wide screen. */
struct rect desk_text_area(const struct desk *desk);
struct rect desk_side_area(const struct desk *desk);
bool desk_is_wide(const struct desk *desk);
enum {
    WIDE_COLUMNS = 100,
    BOTTOM_ROWS = 2 /* status row and hints */
};

/* Goes to the start of these bytes of the text, with their end in view as well where there is room. */
void desk_show(struct desk *desk, size_t start, size_t end);

#endif
