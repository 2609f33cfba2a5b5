#ifndef SUNTING_CHECK_BLOCK_H
#define SUNTING_CHECK_BLOCK_H

#include "check/directive.h"
#include "draft/front/front_matter.h"
#include "language/sentence/analysis.h"
#include "text/text.h"

/*
 * A block is what a reader sees as one paragraph: mostly one line of the text, several where a paragraph was
 * wrapped by hand. Where the next block starts depends only on the lines from there on, so after an edit
 * splitting can stop as soon as it meets an old border.
 */
enum block_kind {
    BLOCK_BLANK,   /* empty lines */
    BLOCK_FRONT,   /* the front matter, with both its --- lines; only at the start of the file */
    BLOCK_PROSE,   /* a paragraph */
    BLOCK_HEADING, /* # heading */
    BLOCK_LIST,    /* one item: - item, 1. item, a. item */
    BLOCK_TABLE,   /* all of a table; no sentence runs over a cell */
    BLOCK_CODE,    /* between fences */
    BLOCK_OTHER    /* a rule, the address of a link, tags, a comment: no prose */
};

struct block {
    /* What every walk over the blocks asks, side by side: of a hundred thousand each line of memory counts.
     */
    enum block_kind kind;
    bool waits;      /* a comment, script or brace is open at its end, or was: later lines may belong to it */
    bool begun;      /* analysis and directives are made */
    bool foreign;    /* a passage in another language: no check looks at it */
    bool tells;      /* a paragraph such as stories have: story.h */
    bool analysed;   /* all of its checks are done */
    bool to_confirm; /* patterns of rules that ask the whole document match in it */
    size_t line, lines;           /* first line, how many */
    size_t start;                 /* offset of its first byte in the file */
    struct slice text;            /* without the last newline; inner newlines stay, so that offsets hold */
    char *joined;                 /* owns text when it spans several lines, else NULL */
    char *label;                  /* owned: of the definition it is, [label]: address, folded; else NULL */
    struct analysis analysis;     /* made by the checker; empty for kinds without prose */
    size_t next_check;            /* of its checks, when they were interrupted */
    struct directives directives; /* found by the checker; positions from the start of the block */
    struct findings findings; /* of the checks that look at one block; positions in the file once analysed */
    /* Of the front matter: its title and description (check/front_value.h), owned; and how each is quoted. */
    VEC(struct block *) values;
    enum front_quotes quotes;
};

/* Makes the block that starts at line; release with block_free(). Lines from end on are not looked at:
 * text_line_count(), or the end of what is looked at of the text (checker.h). */
struct block *block_new(const struct text *text, size_t line, size_t end, struct language *language);
/* The rest of a block of code, without its text, for one who begins to look in its middle. */
struct block *block_of_code(const struct text *text, size_t line, size_t lines);
/* How many lines of code begin with the fence on this line; without an end, up to that of its container; 0:
 * it is no fence. */
size_t block_fenced(const struct text *text, size_t line, size_t end);
void block_free(struct block *block);
/* Prose in the language of the draft. */
bool block_has_prose(const struct block *block);

/* The draft as the checks see it. */
struct document {
    const struct text *text;
    const char *path;           /* of its file; NULL: none is known. Not owned */
    VEC(struct block *) blocks; /* in order, together all lines; see part */
    VEC(uint32_t) prose;        /* numbers of those that have some, in order, while listed */
    bool listed;
    struct map labels; /* of its definitions */
    /* The blocks are those of a part of the text, and what stands far above it but counts in it: the front
     * matter and directives. What a rule says of the beginning of a draft, or of what it lacks, it does not
     * say then. */
    bool part;
};

/* Notes which blocks have prose, so that each of many checks need not look at all blocks; until
 * document_unlist(), which a change of blocks needs. Every check of a document finds it listed. */
void document_list(struct document *document);
void document_unlist(struct document *document);
/* Walks the blocks with prose. *at starts at 0. NULL at the end. */
struct block *document_prose(const struct document *document, size_t *at);
/* The block after block number `at` that is not blank; NULL at the end. */
const struct block *document_after(const struct document *document, size_t at);
/* Walks what is to be read word by word: title and description, then the blocks with prose. *at starts at 0.
 * NULL at the end. */
struct block *document_next(const struct document *document, size_t *at);

#endif
