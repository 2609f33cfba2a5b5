#include "base/safe.h"

#include "base/utf8.h"

#include <utf8proc.h>

bool rune_is_safe(uint32_t rune) {
    if (rune < 0x20 || (rune >= 0x7F && rune < 0xA0)) return false;
    if (rune < 0x300) return rune != 0xAD;
    if (rune == 0x200D) return true; /* joins emoji; drawn only inside a cluster */
    switch (utf8proc_category((utf8proc_int32_t)rune)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return false;
    default:
        return true;
    }
}

uint32_t safe_placeholder(uint32_t rune) {
    if (rune < 0x20) return 0x2400 + rune; /* control pictures */
    if (rune == 0x7F) return 0x2421;
    return 0xB7; /* middle dot */
}

static size_t plain_length(struct slice s, size_t from) {
    size_t at = from;
    while (at < s.len && s.data[at] >= ' ' && s.data[at] < 0x7F)
        at++;
    return at - from;
}

void safe_append(struct str *out, struct slice s) {
    for (size_t i = 0, n; i < s.len; i += n) {
        n = plain_length(s, i);
        str_append(out, slice_range(s, i, i + n));
        if (n) continue;
        uint32_t rune = utf8_decode(s, i, &n);
        if (rune == '\n' || rune == '\t')
            str_append_byte(out, ' ');
        else
            str_append_rune(out, rune_is_safe(rune) && rune != 0x200D ? rune : safe_placeholder(rune));
    }
}

void safe_append_lines(struct str *out, struct slice s) {
    while (s.len) {
        bool ends = memchr(s.data, '\n', s.len) != NULL;
        struct slice line = slice_cut(&s, '\n');
        if (ends && line.len && line.data[line.len - 1] == '\r') line.len--;
        safe_append(out, line);
        if (ends) str_append_byte(out, '\n');
    }
}
