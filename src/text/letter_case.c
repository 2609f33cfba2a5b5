#include "text/letter_case.h"

#include "base/utf8.h"

/* What a text has: capitals where words begin, capitals elsewhere, small letters. */
struct letters {
    bool first, inner, small;
};

static struct letters letters_of(struct slice text) {
    struct letters letters = {0};
    bool begins = true;
    for (size_t at = 0, n; at < text.len; at += n) {
        uint32_t rune = utf8_decode(text, at, &n);
        if (rune_is_upper(rune)) *(begins ? &letters.first : &letters.inner) = true;
        if (rune_is_lower(rune)) letters.small = true;
        begins = !rune_is_letter(rune) && !rune_is_digit(rune);
    }
    return letters;
}

void letter_case_next(struct slice text, struct str *out) {
    struct letters letters = letters_of(text);
    bool to_words = letters.small && !letters.first && !letters.inner;
    bool to_capitals = letters.small && letters.first && !letters.inner;
    bool begins = true;
    for (size_t at = 0, n; at < text.len; at += n) {
        uint32_t rune = utf8_decode(text, at, &n);
        if (rune == UTF8_INVALID)
            str_append(out, slice_range(text, at, at + n));
        else
            str_append_rune(out, to_capitals || (to_words && begins) ? rune_upper(rune) : rune_lower(rune));
        begins = !rune_is_letter(rune) && !rune_is_digit(rune);
    }
}
