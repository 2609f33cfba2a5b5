#ifndef SUNTING_BASE_UTF8_H
#define SUNTING_BASE_UTF8_H

#include "base/str.h"

/*
 * UTF-8, grapheme clusters (Unicode UAX #29, from utf8proc) and widths in terminal columns.
 * A byte that begins no valid sequence counts as one unit of one byte with the rune UTF8_INVALID, so any file
 * can be walked and written back unchanged.
 */
#define UTF8_INVALID 0xFFFDu

/* Decodes the rune at offset at (< s.len); stores its length in bytes, at least 1, in *len. */
static inline uint32_t utf8_decode(struct slice s, size_t at, size_t *len);
/* Implementation of utf8_decode: a rune that may be longer than one byte. */
uint32_t utf8_decode_long(struct slice s, size_t at, size_t *len);
/* Writes 1 to 4 bytes, returns how many. */
size_t utf8_encode(uint32_t rune, char bytes[4]);
bool utf8_valid(struct slice s);
/* Number of runes, invalid bytes counted one each. */
size_t utf8_count(struct slice s);
/* Start of the rune that ends at offset at (> 0). */
size_t utf8_previous(struct slice s, size_t at);

/* End of the grapheme cluster that starts at offset at; at itself at the end of s. */
static inline size_t grapheme_next(struct slice s, size_t at);
/* Implementation of grapheme_next: a cluster that may be longer than one byte. */
size_t grapheme_next_long(struct slice s, size_t at);
/* Start of the grapheme cluster that ends at offset at; 0 at the start of s. */
size_t grapheme_previous(struct slice s, size_t at);
/* Columns of one cluster as drawn by base/safe.h: 1 or 2, never 0; a tab is the caller's business. */
int grapheme_width(struct slice cluster);

/* Simple case mapping and classes of one rune (Unicode, utf8proc). */
uint32_t rune_lower(uint32_t rune);
uint32_t rune_upper(uint32_t rune);
/* Implementations of what follows: runes beyond ASCII. */
bool rune_is_letter_long(uint32_t rune);
bool rune_is_upper_long(uint32_t rune);
bool rune_is_lower_long(uint32_t rune);
bool rune_is_space_long(uint32_t rune);
static inline bool rune_is_letter(uint32_t rune) {
    return rune < 0x80 ? (rune | ' ') >= 'a' && (rune | ' ') <= 'z' : rune_is_letter_long(rune);
}
static inline bool rune_is_upper(uint32_t rune) {
    return rune < 0x80 ? rune >= 'A' && rune <= 'Z' : rune_is_upper_long(rune);
}
static inline bool rune_is_lower(uint32_t rune) {
    return rune < 0x80 ? rune >= 'a' && rune <= 'z' : rune_is_lower_long(rune);
}
static inline bool rune_is_digit(uint32_t rune) {
    return rune >= '0' && rune <= '9';
}
static inline bool rune_is_space(uint32_t rune) {
    return rune < 0x80 ? rune == ' ' || (rune >= '\t' && rune <= '\r') : rune_is_space_long(rune);
}
/* A digit or another number, of any script. */
bool rune_is_number(uint32_t rune);
/* In lower case and without accents; 0 for a mark that stands on another rune. */
uint32_t rune_plain(uint32_t rune);
/* Appends s in lower case. */
void str_append_lower(struct str *out, struct slice s);

/* Inline because most letters are ASCII, and every pass over a text decodes them. */
static inline bool byte_is_ascii(char c) {
    return (unsigned char)c < 0x80;
}

static inline uint32_t utf8_decode(struct slice s, size_t at, size_t *len) {
    unsigned char c = (unsigned char)s.data[at];
    if (c >= 0x80) return utf8_decode_long(s, at, len);
    *len = 1;
    return c;
}

static inline size_t grapheme_next(struct slice s, size_t at) {
    bool pair = at + 1 < s.len && byte_is_ascii(s.data[at]) && byte_is_ascii(s.data[at + 1]);
    return pair && s.data[at] != '\r' ? at + 1 : grapheme_next_long(s, at);
}

#endif
