#ifndef SUNTING_TEXT_TEXT_H
#define SUNTING_TEXT_TEXT_H

#include "base/str.h"

/*
 * The text of a draft: bytes in lines, where a line is what a writer ends with Enter (a paragraph, mostly).
 * Offsets are bytes from the start of the text; the newline between two lines counts one byte. A text always
 * has at least one line; one that ends in a newline has an empty last line. Any bytes are allowed.
 *
 * text_apply() is the only way a text changes, and struct edit the only record of it: undo, the journal, the
 * checker and marks all read the same record.
 *
 * Finding a line by offset costs O(log lines); an edit costs the length of the lines it touches, plus the
 * distance in lines from the edit before.
 */
struct text;

struct edit {
    size_t offset;         /* where, in the text before the edit */
    struct slice removed;  /* the bytes that stood there */
    struct slice inserted; /* the bytes that stand there now */
};

/* What an edit did to the lines: [first, first + removed) became [first, first + inserted); both at least 1.
 */
struct change {
    size_t first, removed, inserted;
};

struct text *text_new(void);
/* A text that holds a copy of bytes. */
struct text *text_with(struct slice bytes);
/* Takes ownership of bytes (from malloc), which the lines point into until they are edited. */
struct text *text_from(char *bytes, size_t len);
void text_free(struct text *text);
/* The bytes it was made from, whatever was edited since; valid as long as the text. */
struct slice text_loaded(const struct text *text);

size_t text_length(const struct text *text);
size_t text_line_count(const struct text *text);
/* The line without its newline. Valid until an edit touches this line. */
struct slice text_line(const struct text *text, size_t line);
/* The line without its line end, which is "\r\n" where a line of a file with both kinds ends so. A "\r"
 * elsewhere is a character like others. */
struct slice text_line_body(const struct text *text, size_t line);
/* The line end that a new line after this one takes: "\r\n" or "\n", as the line or, for the last one, the
 * line before it has. */
const char *text_newline(const struct text *text, size_t line);
/* Offset of the first byte of line (< count). */
size_t text_line_start(const struct text *text, size_t line);
/* The line that holds offset (<= length); the newline belongs to the line it ends. */
size_t text_line_at(const struct text *text, size_t offset);
/* How many words, which are runs of bytes without a space or control character. */
size_t text_words(const struct text *text);
/* Appends the bytes from start to end (<= length). */
void text_copy(const struct text *text, size_t start, size_t end, struct str *out);

/* slice_hash() of all of it. */
uint64_t text_hash(const struct text *text);

/* Replaces edit->removed.len bytes at edit->offset by edit->inserted; edit->removed must be what stands
 * there, and both slices must not point into the lines of the text. */
struct change text_apply(struct text *text, const struct edit *edit);

/* Where a position before an edit is after it: inside the removed bytes it moves to their start; at the place
 * of the insertion it stays before it, or moves after it with follow. */
size_t edit_moves(const struct edit *edit, size_t position, bool follow);

#endif
