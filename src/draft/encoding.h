#ifndef SUNTING_DRAFT_ENCODING_H
#define SUNTING_DRAFT_ENCODING_H

#include "base/str.h"

/*
 * What the bytes of a file mean. Sunting works in UTF-8; drafts that Notepad wrote in UTF-16 or Windows-1252
 * are recognised and decoded. The two decoders are written out here, not taken from iconv, which loads a
 * module from the disk for them: in restricted mode nothing outside the draft's folder can be opened.
 */
enum encoding {
    ENCODING_UTF8,
    ENCODING_UTF16_LE,
    ENCODING_UTF16_BE,
    ENCODING_WINDOWS_1252,
    ENCODING_MIXED, /* text with some bytes that are no UTF-8: kept byte for byte */
    ENCODING_NONE   /* no text: a picture, a Word document, a program */
};

struct encoded {
    enum encoding encoding;
    size_t mark;    /* bytes of the byte order mark at the start, or 0 */
    size_t invalid; /* bytes that are no UTF-8, in ENCODING_MIXED */
};

struct encoded encoding_recognise(struct slice bytes);
/* Appends the text in UTF-8, without the byte order mark. Nothing is lost: encoding_recognise() names only
 * encodings in which all bytes can be decoded. */
void encoding_decode(struct encoded encoded, struct slice bytes, struct str *out);
/* Bytes that a rune, len bytes long in UTF-8, has in the file. */
size_t encoding_rune_size(enum encoding encoding, uint32_t rune, size_t len);

#endif
