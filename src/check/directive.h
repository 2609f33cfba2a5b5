#ifndef SUNTING_CHECK_DIRECTIVE_H
#define SUNTING_CHECK_DIRECTIVE_H

#include "check/finding.h"

/*
 * Findings silenced where they stand:
 *
 *     <!-- sunting: off duplicate.exact: the refrain is meant --> ... <!-- sunting: on -->
 *     <!-- sunting: ignore style, typography -->         the next paragraph only,
 *                                                        or the one in whose line it stands
 *     <!-- sunting: ignore spelling.unknown "Waluyo" --> the same, and only these words
 *     sunting: {except: [spelling.foreign]}              in the front matter: the whole draft
 *
 * Rules are separated by commas or spaces; what follows a second colon is the reason, for people.
 */
enum directive_kind {
    DIRECTIVE_OFF,    /* from here on */
    DIRECTIVE_ON,     /* no longer; without rules: none of them */
    DIRECTIVE_IGNORE, /* in the next paragraph */
    DIRECTIVE_DRAFT,  /* everywhere */
    DIRECTIVE_BAD     /* cannot be understood */
};

struct rule_book;
struct directive {
    enum directive_kind kind;
    size_t start, end; /* of the comment, from the start of the block */
    bool rules[RULE_COUNT];
    bool unknown; /* it names a rule that does not exist, or none where one is needed */
    char *words;  /* owned: only findings of just these words; NULL: all */
    char *text;   /* owned: what could not be understood; else NULL */
};

struct directives {
    VEC(struct directive) list;
};

/* Appends the directives in the comments of a paragraph. */
void directives_find(struct directives *directives, const struct rule_book *book, struct slice text);
/* Appends those of the front matter, both its "---" lines included. */
void directives_find_front(struct directives *directives, const struct rule_book *book, struct slice text);
void directives_free(struct directives *directives);

#endif
