#include "base/utf8.h"

#include <utf8proc.h>

uint32_t utf8_decode_long(struct slice s, size_t at, size_t *len) {
    *len = 1;
    utf8proc_int32_t rune;
    size_t left = s.len - at;
    utf8proc_ssize_t n =
        utf8proc_iterate((const utf8proc_uint8_t *)s.data + at, left > 4 ? 4 : (utf8proc_ssize_t)left, &rune);
    if (n <= 0) return UTF8_INVALID;
    *len = (size_t)n;
    return (uint32_t)rune;
}

size_t utf8_encode(uint32_t rune, char bytes[4]) {
    if (!utf8proc_codepoint_valid((utf8proc_int32_t)rune)) rune = UTF8_INVALID;
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)rune, (utf8proc_uint8_t *)bytes);
}

bool utf8_valid(struct slice s) {
    for (size_t i = 0, n; i < s.len; i += n) {
        uint32_t rune = utf8_decode(s, i, &n);
        if (rune == UTF8_INVALID && n == 1) return false;
    }
    return true;
}

size_t utf8_count(struct slice s) {
    size_t count = 0;
    for (size_t i = 0, n; i < s.len; i += n, count++)
        utf8_decode(s, i, &n);
    return count;
}

size_t utf8_previous(struct slice s, size_t at) {
    if (byte_is_ascii(s.data[at - 1])) return at - 1;
    for (size_t back = 2; back <= 4 && back <= at; back++) { /* such a byte ends none of one byte */
        size_t n;
        utf8_decode(s, at - back, &n);
        if (n == back) return at - back;
        if (((unsigned char)s.data[at - back] & 0xC0) != 0x80) break;
    }
    return at - 1;
}

size_t grapheme_next_long(struct slice s, size_t at) {
    if (at >= s.len) return s.len;
    size_t n;
    utf8proc_int32_t state = 0;
    uint32_t rune = utf8_decode(s, at, &n);
    for (at += n; at < s.len; at += n) {
        uint32_t next = utf8_decode(s, at, &n);
        if (rune < 0x80 && next < 0x80 && !(rune == '\r' && next == '\n')) break;
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)rune, (utf8proc_int32_t)next, &state)) break;
        rune = next;
    }
    return at;
}

/* A boundary is found from a safe place before it: the start of an ASCII pair or of the text. */
size_t grapheme_previous(struct slice s, size_t at) {
    if (at == 0) return 0;
    size_t safe = utf8_previous(s, at);
    for (int steps = 0; safe > 0 && steps < 64; steps++) {
        size_t before = utf8_previous(s, safe);
        if (byte_is_ascii(s.data[before]) && byte_is_ascii(s.data[safe]) && s.data[safe] != '\n') break;
        safe = before;
    }
    for (;;) {
        size_t next = grapheme_next(s, safe);
        if (next >= at) return safe;
        safe = next;
    }
}

int grapheme_width(struct slice cluster) {
    if (cluster.len == 1 && byte_is_ascii(cluster.data[0])) return 1;
    int width = 0;
    for (size_t i = 0, n; i < cluster.len; i += n) {
        uint32_t rune = utf8_decode(cluster, i, &n);
        int w = utf8proc_charwidth((utf8proc_int32_t)rune);
        if (rune == 0xFE0F) w = 2; /* emoji presentation widens what it follows */
        if (w > width) width = w;
    }
    return width < 1 ? 1 : width;
}

uint32_t rune_lower(uint32_t rune) {
    if (rune < 0x80) return rune >= 'A' && rune <= 'Z' ? rune + 32 : rune;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)rune);
}

uint32_t rune_upper(uint32_t rune) {
    if (rune < 0x80) return rune >= 'a' && rune <= 'z' ? rune - 32 : rune;
    return (uint32_t)utf8proc_toupper((utf8proc_int32_t)rune);
}

static utf8proc_category_t category(uint32_t rune) {
    return utf8proc_category((utf8proc_int32_t)rune);
}

bool rune_is_letter_long(uint32_t rune) {
    utf8proc_category_t c = category(rune);
    return c >= UTF8PROC_CATEGORY_LU && c <= UTF8PROC_CATEGORY_ME;
}

bool rune_is_number(uint32_t rune) {
    if (rune < 0x80) return rune_is_digit(rune);
    utf8proc_category_t c = category(rune);
    return c >= UTF8PROC_CATEGORY_ND && c <= UTF8PROC_CATEGORY_NO;
}

uint32_t rune_plain(uint32_t rune) {
    utf8proc_int32_t parts[8];
    int boundary = 0;
    if (rune < 0x80) return rune_lower(rune);
    utf8proc_ssize_t n =
        utf8proc_decompose_char((utf8proc_int32_t)rune, parts, sizeof parts / sizeof *parts,
                                UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK, &boundary);
    return n > 0 ? (uint32_t)parts[0] : n == 0 ? 0 : rune;
}

bool rune_is_upper_long(uint32_t rune) {
    return category(rune) == UTF8PROC_CATEGORY_LU;
}

bool rune_is_lower_long(uint32_t rune) {
    return category(rune) == UTF8PROC_CATEGORY_LL;
}

bool rune_is_space_long(uint32_t rune) {
    return rune == 0xA0 || category(rune) == UTF8PROC_CATEGORY_ZS;
}

/* The ASCII bytes that s begins with, all at once; how many. */
static size_t append_lower_ascii(struct str *out, struct slice s) {
    size_t n = 0;
    str_reserve(out, s.len);
    char *to = out->data + out->len;
    for (; n < s.len && (unsigned char)s.data[n] < 0x80; n++)
        to[n] = (char)(s.data[n] >= 'A' && s.data[n] <= 'Z' ? s.data[n] + 32 : s.data[n]);
    out->len += n;
    to[n] = '\0';
    return n;
}

void str_append_lower(struct str *out, struct slice s) {
    str_reserve(out, s.len);
    for (size_t i = 0, n; i < s.len; i += n) {
        n = append_lower_ascii(out, slice_range(s, i, s.len));
        if (n) continue;
        uint32_t rune = utf8_decode(s, i, &n);
        if (n == 1 && rune >= 0x80)
            str_append_byte(out, s.data[i]);
        else
            str_append_rune(out, rune_lower(rune));
    }
}
