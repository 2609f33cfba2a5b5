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

/* What is done with what the patterns find. All but the first are of styles of Vale (check/vale.h). */
enum rule_kind {
    RULE_FINDS,    /* each is reported, or all when they are too many: within, more_than */
    RULE_REPEATS,  /* the same words in one match and the next, more_than times */
    RULE_AGREES,   /* patterns 2n and 2n + 1 are two ways to write one thing; a draft keeps to its first */
    RULE_DEFINES,  /* pattern 1 marks what pattern 0 may find from there on */
    RULE_CAPITALS, /* no patterns: capitals */
};

/* How headings, or sentences, are to be written. */
enum capitals_style { CAPITALS_TITLE, CAPITALS_SENTENCE, CAPITALS_LOWER, CAPITALS_UPPER };

struct capitals {
    enum capitals_style style;
    bool sentences;      /* each sentence of a paragraph; else headings */
    size_t level;        /* of the headings: 1 to 6; 0: all */
    double right_share;  /* how much of its words must be right, 0 to 1 */
    VEC(char *) allowed; /* owned: words that may be written as they stand here */
};

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
    enum rule_kind kind;
    bool ignore_case, letters_only; /* RULE_REPEATS */
    struct capitals capitals;       /* RULE_CAPITALS */
    bool house;                     /* of a house style */
};

struct rule_files {
    VEC(struct rule_file *) list; /* owned */
};

/* What a house may have. */
enum { RULE_RANK_MOST = 9, HOUSE_RULES = 100, RULE_PATTERNS = 2000, RULE_EXAMPLES = 200 };

/* Reads a file of dictionaries/rules. What is wrong is a sentence in e with file and line; the rule is left
 * out then. */
bool rule_file_read(struct rule_files *files, struct slice yaml, const char *path, struct error *e);
/* The same of its values, as they were kept (config/yaml_kept.h). */
bool rule_file_read_kept(struct rule_files *files, struct slice kept, const char *path);
/* Reads the `patterns:` of a house style; the rules are called house.NAME. */
bool rule_files_read_house(struct rule_files *files, struct slice yaml, const char *path, struct error *e);
void rule_file_free(struct rule_file *file);

#endif
