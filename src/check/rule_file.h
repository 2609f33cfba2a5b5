#ifndef SUNTING_CHECK_RULE_FILE_H
#define SUNTING_CHECK_RULE_FILE_H

#include "check/pattern/pattern.h"
#include "check/rule.h"

/*
 * A rule as a file of dictionaries/rules, or as an item of `patterns:` in a house style: YAML, because a
 * newsroom that can write front matter can write it, and because the same lines then serve in both places.
 * sunting-rules(5) teaches the keys.
 */
enum { RULE_LANGS = 2 }; /* by enum lang */

struct rule_pattern {
    char *source, *message[RULE_LANGS]; /* owned; no message: the rule's */
    VEC(char *) becomes;                /* owned: fixes, the best first */
    VEC(char *) except;                 /* owned: patterns that clear this one */
    size_t line;                        /* of the file */
};

struct rule_example {
    char *text; /* owned; the place is marked <<so>>, or <<wrong -> right>> */
    bool wrong;
    size_t line;
};

/* What a pattern that matches is counted in, before anything is reported. */
enum rule_within { WITHIN_MATCH, WITHIN_SENTENCE, WITHIN_PARAGRAPH };

struct rule_file {
    struct rule rule;
    char *name, *path;                                         /* owned; path: of the file that has it */
    size_t line;                                               /* where it begins */
    char *texts[RULE_TEXTS][RULE_LANGS], *message[RULE_LANGS]; /* owned; NULL: not given */
    VEC(struct rule_pattern) patterns;
    VEC(char *) except; /* owned: patterns that clear all of them */
    VEC(struct rule_example) examples;
    enum rule_within within;
    size_t more_than;          /* how many are right; 0 where each match is reported */
    bool quotations, headings; /* looks there too */
    bool house;                /* of a house style */
};

struct rule_files {
    VEC(struct rule_file *) list; /* owned */
};

/* What a house may have. */
enum { RULE_RANK_MOST = 9, HOUSE_RULES = 100, RULE_PATTERNS = 2000, RULE_EXAMPLES = 200 };

/* Reads a file of dictionaries/rules. What is wrong is a sentence in e with file and line; the rule is left
 * out then. */
bool rule_file_read(struct rule_files *files, struct slice yaml, const char *path, struct error *e);
/* Reads the `patterns:` of a house style; the rules are called house.NAME. */
bool rule_files_read_house(struct rule_files *files, struct slice yaml, const char *path, struct error *e);
void rule_file_free(struct rule_file *file);

#endif
