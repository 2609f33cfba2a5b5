#ifndef SUNTING_TEXT_SEARCH_H
#define SUNTING_TEXT_SEARCH_H

#include "base/message.h"
#include "text/text.h"

/*
 * Finding words in a text, line by line. As a rule case, accents and the shape of quotation marks, dashes and
 * spaces do not count: "jumat" finds "JUMAT", "cafe" finds "café". Or exactly; or with a regular expression
 * (PCRE2), whose work is limited so that no pattern can hang the program.
 */
enum search_flag {
    SEARCH_EXACT = 1, /* case and accents count */
    SEARCH_REGEX = 2,
    SEARCH_WORDS = 4 /* no letter or digit stands before or after the match */
};

struct search;

struct match {
    size_t start, end; /* in the text; start == end for none */
};

/* NULL with a sentence in e when the pattern is empty or no regular expression. */
struct search *search_new(struct slice pattern, unsigned flags, struct error *e);
void search_free(struct search *search);

/* The first match that starts at or after from; the last one that ends at or before it. False: none up to
 * that end of the text. */
bool search_next(const struct search *search, const struct text *text, size_t from, struct match *match);
bool search_previous(const struct search *search, const struct text *text, size_t from, struct match *match);
/* How many matches there are from an offset on, and how many of them start at or before another; at most
 * `most` are counted. */
size_t search_count(const struct search *search, const struct text *text, size_t from, size_t until,
                    size_t most, size_t *before);
/* True when a regular expression took too long (a second of work since search_new(), or too much memory):
 * then nothing more is found, although there may be more. */
bool search_gave_up(const struct search *search);

/* Appends what a match is to be replaced by: the replacement itself, or with SEARCH_REGEX $1 to $9 and $0
 * filled in from the match. */
void search_replacement(const struct search *search, const struct text *text, struct match match,
                        struct slice replacement, struct str *out);

#endif
