#ifndef SUNTING_CHECK_CHECKER_PARTS_H
#define SUNTING_CHECK_CHECKER_PARTS_H

#include "check/checker.h"

/* Inside the checker: checker.c is its surface, checker_blocks.c keeps the blocks in step with the text,
 * checker_part.c chooses which part of a large text has blocks, checker_rules.c runs the checks of the rules.
 */

/* The checks of the rules that are on, each once. */
struct checks {
    const struct check *list[RULE_BUILTIN];
    bool reads_values[RULE_BUILTIN]; /* looks at values of the front matter too */
    size_t count;
};

/* The stretch of a large text whose blocks the checker has. */
struct part {
    size_t whole, bytes; /* texts above so many bytes are looked at so many at a time; whole 0: none are */
    size_t first;        /* its first block: those before stand far above it */
    size_t line, end;    /* its lines; none: nothing has been looked at */
    size_t most;         /* bytes that it may grow to */
};

struct checker {
    struct language *language;
    enum lang lang;
    bool enabled[RULE_COUNT];
    enum severity severities[RULE_COUNT];
    size_t limits[RULE_COUNT];
    struct checks checks;
    struct rule_book *book;  /* not owned; may be NULL */
    struct archive *archive; /* not owned; may be NULL */
    bool suggest;
    bool from_body; /* lines are counted from there */
    enum honour honour;
    struct document document;
    struct part part;         /* unless the document has all of the text */
    char *path;               /* of the document */
    size_t pending;           /* blocks not yet analysed */
    bool document_pending;    /* the checks of the whole document are to be run */
    size_t next_wide;         /* the check to go on with, when they were interrupted */
    struct findings so_far;   /* of those that are done; positions in the file */
    struct findings wide;     /* findings of those checks; positions in the file */
    struct findings notes;    /* findings about directives; positions in the file */
    struct findings merged;   /* what checker_findings() gives; owns nothing its items point to */
    struct findings silenced; /* by directives; owns as little */
    VEC(struct findings)
    retired; /* of blocks that are gone, while those who show findings still point to them */
    bool merged_stale;
    size_t
        late_from; /* the blocks from this on begin so many bytes further than they and their findings say: */
    size_t late;   /* one who types in a large draft moves thousands with each key */
};

/* Keeps findings that are gone until nobody shows them any more. */
void checker_retire(struct checker *checker, struct findings *findings);
/* The checks of the whole document begin with the first again: the text is another. */
void checker_document_again(struct checker *checker);

void checker_drop_blocks(struct checker *checker, size_t first, size_t count);
/* Gathers the labels that the blocks define. */
void checker_collect_labels(struct checker *checker);
/* The line after the last one whose blocks it has. */
size_t checker_end(const struct checker *checker);
/* Has the part that line is well inside of, and keeps what it knows of the blocks that stay. */
void checker_look(struct checker *checker, size_t line);
/* Knows nothing of any block any more. */
void checker_forget(struct checker *checker);
/* Whether an edit stays inside of the part and leaves its size fit for one. */
bool checker_part_holds(const struct checker *checker, const struct edit *edit, const struct change *change);
/* Between which offsets findings are told: near the borders of a part they would depend on what is not looked
 * at.
 */
void checker_told(const struct checker *checker, size_t *from, size_t *to);
/* Index of the block that holds line. */
size_t checker_block_at(const struct checker *checker, size_t line);

/* The checks of the rules that are on from now on. */
void checker_choose_checks(struct checker *checker);
/* Sets the severity of the findings as the settings say. */
void checker_weigh(const struct checker *checker, struct findings *findings);
/* Both go on where an interrupted call left off. False: interrupted. */
bool checker_check_block(struct checker *checker, const struct check_context *context, struct block *block);
bool checker_check_document(struct checker *checker, const struct check_context *context);

#endif
