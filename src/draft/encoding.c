#include "draft/encoding.h"

#include "base/utf8.h"
#include "draft/import/import.h"

/* Windows-1252, 0x80 to 0x9F; 0: no character. The rest is as in Unicode. Source: Unicode, CP1252.TXT. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

/* The code unit at byte at of UTF-16 text. */
static uint32_t unit_at(enum encoding encoding, struct slice bytes, size_t at) {
    uint32_t a = (unsigned char)bytes.data[at], b = (unsigned char)bytes.data[at + 1];
    return encoding == ENCODING_UTF16_LE ? b << 8 | a : a << 8 | b;
}

/* The rune at byte *at, which moves after it; UINT32_MAX when the units make none. */
static uint32_t utf16_next(enum encoding encoding, struct slice bytes, size_t *at) {
    if (bytes.len - *at < 2) return UINT32_MAX;
    uint32_t high = unit_at(encoding, bytes, *at);
    *at += 2;
    if (high < 0xD800 || high > 0xDFFF) return high ? high : UINT32_MAX;
    if (high > 0xDBFF || bytes.len - *at < 2) return UINT32_MAX;
    uint32_t low = unit_at(encoding, bytes, *at);
    *at += 2;
    return low >= 0xDC00 && low <= 0xDFFF ? 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00) : UINT32_MAX;
}

static bool utf16_valid(enum encoding encoding, struct slice bytes, size_t mark) {
    for (size_t at = mark; at < bytes.len;)
        if (utf16_next(encoding, bytes, &at) == UINT32_MAX) return false;
    return true;
}

/* Text in a Latin script without a byte order mark: every second byte is mostly NUL. */
static enum encoding utf16_by_zeros(struct slice bytes) {
    size_t zeros[2] = {0}, n = bytes.len < 4096 ? bytes.len & ~(size_t)1 : 4096;
    for (size_t i = 0; i < n; i++)
        zeros[i % 2] += bytes.data[i] == 0;
    if (n < 4) return ENCODING_NONE;
    if (zeros[1] * 4 > n && zeros[0] * 20 < n) return ENCODING_UTF16_LE;
    if (zeros[0] * 4 > n && zeros[1] * 20 < n) return ENCODING_UTF16_BE;
    return ENCODING_NONE;
}

static struct encoded recognise_utf16(struct slice bytes) {
    struct encoded found = {.encoding = ENCODING_NONE};
    if (slice_starts(bytes, SLICE("\xFF\xFE")))
        found = (struct encoded){.encoding = ENCODING_UTF16_LE, .mark = 2};
    else if (slice_starts(bytes, SLICE("\xFE\xFF")))
        found = (struct encoded){.encoding = ENCODING_UTF16_BE, .mark = 2};
    else
        found.encoding = utf16_by_zeros(bytes);
    if (found.encoding != ENCODING_NONE && !utf16_valid(found.encoding, bytes, found.mark))
        found = (struct encoded){.encoding = ENCODING_NONE};
    return found;
}

struct census {
    size_t control;   /* C0 and DEL, without white space */
    size_t invalid;   /* bytes that are no UTF-8 */
    size_t multibyte; /* valid sequences of two bytes or more */
    size_t foreign;   /* invalid bytes that Windows-1252 does not know either */
};

/* Whether eight bytes are all printable ASCII: the most of a draft, which need not be decoded. */
static bool is_plain(const char *bytes) {
    const uint64_t ones = 0x0101010101010101u, high = ones * 0x80, blanks = ones * 0x20;
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return !((word | (word - blanks) | (word + ones)) & high);
}

static struct census count_bytes(struct slice bytes) {
    struct census census = {0};
    for (size_t i = 0, n; i < bytes.len; i += n) {
        for (; bytes.len - i >= 8 && is_plain(bytes.data + i); i += 8)
            continue;
        if (i == bytes.len) break;
        unsigned char c = (unsigned char)bytes.data[i];
        uint32_t rune = utf8_decode(bytes, i, &n);
        if (c < 0x80) {
            census.control += (c < 0x20 && !(c >= '\t' && c <= '\r')) || c == 0x7F;
        } else if (n > 1) {
            census.multibyte++;
        } else if (rune == UTF8_INVALID) {
            census.invalid++;
            census.foreign += c < 0xA0 && !windows_1252[c - 0x80];
        }
    }
    return census;
}

struct encoded encoding_recognise(struct slice bytes) {
    struct encoded utf16 = recognise_utf16(bytes);
    if (utf16.encoding != ENCODING_NONE) return utf16;
    if (import_is_foreign(bytes)) return (struct encoded){.encoding = ENCODING_NONE};
    struct census census = count_bytes(bytes);
    struct encoded found = {.mark = slice_starts(bytes, SLICE("\xEF\xBB\xBF")) ? 3 : 0};
    if ((census.control + census.invalid) * 10 > bytes.len * 3 && !(census.invalid == 0 && bytes.len < 16))
        found.encoding = ENCODING_NONE;
    else if (!census.invalid)
        found.encoding = ENCODING_UTF8;
    else if (!census.multibyte && !census.foreign && !census.control && !found.mark)
        found.encoding = ENCODING_WINDOWS_1252;
    else
        found = (struct encoded){.encoding = ENCODING_MIXED, .mark = found.mark, .invalid = census.invalid};
    return found;
}

void encoding_decode(struct encoded encoded, struct slice bytes, struct str *out) {
    switch (encoded.encoding) {
    case ENCODING_UTF16_LE:
    case ENCODING_UTF16_BE:
        for (size_t at = encoded.mark; at < bytes.len;)
            str_append_rune(out, utf16_next(encoded.encoding, bytes, &at));
        return;
    case ENCODING_WINDOWS_1252:
        for (size_t i = 0; i < bytes.len; i++) {
            unsigned char c = (unsigned char)bytes.data[i];
            str_append_rune(out, c >= 0x80 && c < 0xA0 ? windows_1252[c - 0x80] : c);
        }
        return;
    case ENCODING_UTF8:
    case ENCODING_MIXED:
    case ENCODING_NONE:
        str_append(out, slice_range(bytes, encoded.mark, bytes.len));
    }
}

size_t encoding_rune_size(enum encoding encoding, uint32_t rune, size_t len) {
    switch (encoding) {
    case ENCODING_UTF16_LE:
    case ENCODING_UTF16_BE:
        return rune < 0x10000 ? 2 : 4;
    case ENCODING_WINDOWS_1252:
        return 1;
    case ENCODING_UTF8:
    case ENCODING_MIXED:
    case ENCODING_NONE:
        break;
    }
    return len;
}
