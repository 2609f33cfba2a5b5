#ifndef SUNTING_CHECK_RULE_H
#define SUNTING_CHECK_RULE_H

#include "check/block.h"

/*
 * The one table of rules is rules.def: RULE(ID, "name", SEVERITY, letter, on, sure, rank, check).
 *
 *     letter  what stands in the margin of the editor; ui/page/kinds.h has the names and looks of the letters
 *     on      whether the rule is on when nobody says anything
 *     sure    SURE: a finding with one suggestion has the one right replacement, which `sunting fix` makes
 *             without asking; ASK: somebody has to choose
 *     rank    who wins when two rules speak of the same words: the higher (check/conflict.h); 0: none yields
 *     check   the check that makes its findings: `const struct check check_of_NAME`, in a file of its own
 *
 * Each rule has five texts in base/messages: RULE_ID (what it finds), _WHY, _WRONG, _RIGHT (examples),
 * _SOURCE. Rules of dictionaries/rules and of a house style have all of this in their files: rule_book.h.
 */
struct house;
struct archive;
struct check_context {
    struct language *language;
    enum lang lang;              /* of messages */
    const bool *enabled;         /* by enum rule_id */
    const size_t *limits;        /* of rules that count, by enum rule_id; 0: the rule's own */
    const struct house *house;   /* what the house style says beside its rules; may be NULL */
    bool suggest;                /* suggestions are wanted now (they may cost milliseconds each) */
    struct archive *archive;     /* what was published before (archive/archive.h); NULL: none */
    size_t lines_hidden;         /* lines that messages do not count */
    bool (*interrupted)(void *); /* asked now and then by checks of a whole document; may be NULL */
    void *interrupted_by;
    bool *gave_up; /* set by check_gives_up(); NULL: it never does */
};

/* A check looks at one block at a time, or at the whole document, or both. It makes findings of one rule or
 * several; findings of rules that are off are dropped by the checker. */
struct check {
    /* Positions from the start of the block. One that takes long asks check_gives_up() at each token, and
     * returns when it does: what it found is dropped, and it is run again later. */
    void (*block)(const struct check_context *context, const struct block *block, struct findings *out);
    /* The same for a block in another language, which no other check is asked about. */
    void (*foreign)(const struct check_context *context, const struct block *block, struct findings *out);
    /* Positions from the start of the file. False: interrupted, to be run again later. */
    bool (*document)(const struct check_context *context, const struct document *document,
                     struct findings *out);
    /* Whether what a pattern of the rule's file found, in a sentence of block number `block`, is to be
     * reported; asked when the whole document is analysed. */
    bool (*confirm)(const struct check_context *context, const struct document *document, size_t block,
                    const struct sentence *sentence, size_t token);
};

enum rule_text { RULE_ABOUT, RULE_WHY, RULE_WRONG, RULE_RIGHT, RULE_SOURCE, RULE_TEXTS };

struct rule_file;
struct rule_book;

struct rule {
    enum rule_id id;
    const char *name;
    enum severity severity;
    char letter;
    bool on;
    bool sure;
    uint8_t rank;
    const struct check *check;    /* NULL: its patterns are all that it has */
    message_id texts[RULE_TEXTS]; /* of a rule of the program */
    const struct rule_file *file; /* of a rule that is a file; NULL: texts */
};

/* A rule of the program, below RULE_BUILTIN. */
const struct rule *rule_get(enum rule_id id);
/* The rule of the program that has this name, or NULL. */
const struct rule *rule_named(struct slice name);
/* The rule of a finding. */
static inline const struct rule *finding_rule(const struct finding *finding) {
    return finding->loaded ? finding->loaded : rule_get(finding->rule);
}
/* A word that no dictionary has: the speller has suggestions for it, and the user may know it. */
static inline bool finding_is_unknown_word(const struct finding *finding) {
    return finding->rule == RULE_SPELLING_UNKNOWN || finding->rule == RULE_SPELLING_TERM;
}
/* What is said of the rule; "" when its file says nothing. */
const char *rule_text(const struct rule *rule, enum rule_text text, enum lang lang);
/* What a rule that counts allows: what settings say, else the usual. */
static inline size_t rule_limit(const struct check_context *context, enum rule_id rule, size_t usual) {
    return context->limits && context->limits[rule] ? context->limits[rule] : usual;
}
/* Sets enabled[] to value for each rule named by a comma-separated list of names and prefixes ("duplicate");
 * an unknown name is a sentence in e. book may be NULL: the rules of the program alone. */
bool rules_select(const struct rule_book *book, bool enabled[RULE_COUNT], struct slice names, bool value,
                  struct error *e);
/* True while the check should stop and return false. */
static inline bool check_interrupted(const struct check_context *context) {
    return context->interrupted && context->interrupted(context->interrupted_by);
}
/* For loops over the tokens of a block, which may be a whole draft in one paragraph: asks at every so many.
 */
static inline bool check_tires(const struct check_context *context, size_t token) {
    enum { ASK_TOKENS = 256 /* a millisecond of the slowest check */ };
    return token % ASK_TOKENS == ASK_TOKENS - 1 && check_interrupted(context);
}
/* The same for a check of one block. */
static inline bool check_gives_up(const struct check_context *context, size_t token) {
    return context->gave_up && (*context->gave_up = *context->gave_up || check_tires(context, token));
}

#define RULE(id, name_, severity_, letter_, on_, sure_, rank_, check_)                                       \
    extern const struct check check_of_##check_;
#include "check/rules.def"
#undef RULE

#endif
