#include "language/sentence/coded.h"

#include "base/utf8.h"
#include "language/sentence/markup.h"

bool coded_is_invisible(uint32_t rune) {
    return rune == 0xFE0F || (rune >= 0x200B && rune <= 0x200D) || rune == 0x2060 || rune == 0xFEFF;
}

bool coded_is_apostrophe(uint32_t rune) {
    return rune == '\'' || rune == 0x2019 || rune == 0x2018 || rune == 0x2BC;
}

enum { SOFT_HYPHEN = 0xAD };

/* Length of the sign at offset at, written in one way or another. */
static size_t sign_at(struct slice s, size_t at, uint32_t *rune) {
    enum { LONGEST = 10 };
    size_t n = 0;
    if (s.data[at] != '&') {
        *rune = utf8_decode(s, at, &n);
        return n;
    }
    while (at + n < s.len && n < LONGEST && s.data[at + n] != ';')
        n++;
    if (n < 2 || n == LONGEST || at + n == s.len) return 0;
    *rune = markup_entity_rune(slice_range(s, at + 1, at + n));
    return *rune ? n + 1 : 0;
}

size_t coded_in_word(struct slice s, size_t at, uint32_t *rune) {
    *rune = 0;
    if (s.data[at] != '&' && (unsigned char)s.data[at] < 0x80) return 0; /* nearly all */
    uint32_t sign = 0;
    size_t n = sign_at(s, at, &sign), letter;
    bool hidden = sign == SOFT_HYPHEN || coded_is_invisible(sign),
         seen = s.data[at] == '&' && (coded_is_apostrophe(sign) || rune_is_letter(sign));
    if (!n || (!hidden && !seen)) return 0;
    if (seen) *rune = sign;
    if (rune_is_letter(sign)) return n;
    return at + n < s.len && rune_is_letter(utf8_decode(s, at + n, &letter)) ? n : 0;
}

void coded_read(struct slice word, struct str *out) {
    uint32_t rune;
    for (size_t i = 0, n; i < word.len; i += n) {
        n = coded_in_word(word, i, &rune);
        if (n && rune) str_append_rune(out, rune);
        if (n) continue;
        utf8_decode(word, i, &n);
        str_append(out, slice_range(word, i, i + n));
    }
}
