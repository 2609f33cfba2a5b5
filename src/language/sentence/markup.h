#ifndef SUNTING_LANGUAGE_SENTENCE_MARKUP_H
#define SUNTING_LANGUAGE_SENTENCE_MARKUP_H

#include "base/map.h"
#include "base/vec.h"

/*
 * The one mask for what is no prose in a passage: Markdown (CommonMark 0.31), HTML, and what sites put around
 * them (Liquid, Hugo, WordPress, kramdown). Tokens, marks and directives read it; nobody looks at the signs
 * again. Positions are bytes from the start of the passage.
 */
enum markup_kind {
    MARKUP_OPAQUE, /* stands for a word: an address, a code span, a formula */
    MARKUP_HIDDEN, /* seen by no reader: a tag, a marker of emphasis, the target of a link, an escape */
    MARKUP_BREAK,  /* hidden, and no sentence runs over it: <p>, a script, the bar between two cells */
    MARKUP_COMMENT /* hidden: <!-- --> */
};

struct markup_span {
    uint32_t start, end;
    uint8_t kind;  /* enum markup_kind */
    uint32_t rune; /* not 0: the sign that is written as an entity; the span is neither hidden nor opaque */
};

struct markup_range {
    uint32_t start, end;
};

struct markup {
    VEC(struct markup_span) spans;    /* sorted; none overlap */
    VEC(struct markup_range) italics; /* what stands in *..*, _.._, <i>, <em>; sorted by their starts */
};

/* What a construct that the passage does not close is waiting for. */
enum markup_open {
    MARKUP_CLOSED,
    MARKUP_OPEN_SOFT, /* a tag, a code span, the target of a link: it ends in the paragraph, or is none */
    MARKUP_OPEN_RAW   /* a comment, a script: goes on over blank lines */
};

/* Finds all of it. Linear in the passage. labels holds those that the draft defines, folded; NULL: any label
 * of [words][label] counts as defined. *waits_for, when not NULL, is what closes a raw construct that is open
 * at the end. */
enum markup_open markup_find(struct markup *markup, struct slice text, const struct map *labels,
                             const char **waits_for);
void markup_free(struct markup *markup);
/* Where the hidden signs begin that end right at offset at, and where those end that begin there:
 * **Selesai.** */
size_t markup_before(const struct markup *markup, size_t at);
size_t markup_after(const struct markup *markup, size_t at);

/* Length of the definition at the start of a paragraph, [label]: address "title", without the end of its last
 * line; 0: there is none. CommonMark 4.7. */
size_t markup_definition(struct slice paragraph, struct slice *label);
/* Appends the label as it is compared: small letters, single spaces. */
void markup_fold_label(struct str *out, struct slice label);

/* The sign meant by &name; or &#number;, whose middle is name (not empty); 0 for a name that is none. */
uint32_t markup_entity_rune(struct slice name);

/* Whether the line is the second one of a table: --- | :---: */
bool markup_is_table_rule(struct slice line);

#endif
