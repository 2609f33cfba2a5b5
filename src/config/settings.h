#ifndef SUNTING_CONFIG_SETTINGS_H
#define SUNTING_CONFIG_SETTINGS_H

#include "base/message.h"
#include "base/vec.h"

/*
 * What the user and the house have set. Three files, each over the one before, have the same keys; the table
 * in settings.c says which key may stand where:
 *
 *     config.yaml        of the user, in $XDG_CONFIG_HOME/sunting
 *     .sunting.yaml      the house style, searched upwards from the draft: data only
 *     the front matter   sunting: {except: [spelling.foreign]}
 *
 * Rules are names here; check/rule_set.h knows what they mean.
 */
enum settings_from { SETTINGS_USER = 1, SETTINGS_HOUSE = 2, SETTINGS_DRAFT = 4 };

struct setting {
    char *name, *value; /* owned; value is NULL in a list */
    char *file;         /* owned: where it was set */
    size_t line;        /* from 1 */
    enum settings_from from;
};

struct settings_list {
    VEC(struct setting) items; /* in order of precedence, the last wins */
};

struct settings {
    char *lang, *theme, *archive, *backups, *history, *mouse, *keys, *fail_on; /* owned; NULL: not set */
    struct settings_list rules;    /* name: "only", "except", "also"; value: a rule or family */
    struct settings_list severity; /* name: a rule or family; value: hint, warning, error */
    struct settings_list limits;   /* name: a rule that counts; value: how many are right */
    struct settings_list words;    /* name: "word" or "word=example" */
    struct settings_list exclude;  /* name: a pattern as in .gitignore */
    struct settings_list vale;     /* name: a folder with styles of Vale, below that of the house style */
};

/* Reads settings over those that are there. A key that is unknown, or may not stand there, is a sentence in e
 * that names file and line; what was read before it counts. */
bool settings_parse(struct settings *settings, enum settings_from from, struct slice yaml, const char *file,
                    struct error *e);
/* Reads the file; one that does not exist is no error. */
bool settings_load(struct settings *settings, enum settings_from from, const char *path, struct error *e);
void settings_free(struct settings *settings);
/* How many versions before are kept of each draft: SETTINGS_BACKUPS unless set. */
size_t settings_backups(const struct settings *settings);
/* Whether closing a draft ends what can be undone: only when set so. */
bool settings_forget(const struct settings *settings);
/* Whether the editor takes the mouse from the terminal: only when set so. */
bool settings_mouse(const struct settings *settings);
enum { SETTINGS_BACKUPS = 5, SETTINGS_BACKUPS_MAX = 100 };

/* The .sunting.yaml in the folder of the draft ("-": the working folder) or the nearest above it that has
 * one. A file of somebody else, neither of the user, root, nor the owner of the draft, is passed over: in a
 * shared folder nobody sets the rules of others. */
bool settings_find_house(const char *draft, struct str *path);

/* A key of the settings: one row of the table that says which there are, for the reader and the manual. */
struct setting_key {
    const char *name;
    unsigned from;   /* enum settings_from, added up */
    message_id help; /* what it does */
};
extern const struct setting_key setting_keys[]; /* ended by a NULL name */

#endif
