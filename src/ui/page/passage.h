#ifndef SUNTING_UI_PAGE_PASSAGE_H
#define SUNTING_UI_PAGE_PASSAGE_H

#include "ui/page/buffer.h"

/* Words, sentences and paragraphs around an offset of the text. */
struct range {
    size_t start, end;
};

/* The word that holds the offset, or ends there; empty where there is none. */
struct range passage_word(const struct buffer *buffer, size_t at);
/* The sentence that holds the offset, or the next one of its line; the last one after it. Empty in an empty
 * line. */
struct range passage_sentence(const struct buffer *buffer, struct language *language, size_t at);
/* The start of the sentence before or after the offset. */
size_t passage_sentence_left(const struct buffer *buffer, struct language *language, size_t at);
size_t passage_sentence_right(const struct buffer *buffer, struct language *language, size_t at);
/* The paragraph: the lines around the offset up to blank ones, without the last line end; a heading and an
 * item of a list are one each. Empty in a blank line. */
struct range passage_paragraph(const struct buffer *buffer, size_t at);
/* The paragraph before or after another; empty when there is none. */
struct range passage_paragraph_before(const struct buffer *buffer, struct range paragraph);
struct range passage_paragraph_after(const struct buffer *buffer, struct range paragraph);

#endif
