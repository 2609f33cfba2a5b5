#include "language/spelling/script.h"

#include "base/utf8.h"

/* By the first bytes of their letters: this is asked of every word. */
static bool has_greek_or_cyrillic(struct slice word) {
    bool has = false;
    for (size_t i = 0; i < word.len && !has; i++)
        has = (unsigned char)word.data[i] >= 0xCD && (unsigned char)word.data[i] <= 0xD4;
    return has;
}

bool script_look_alike(struct slice word, struct str *ours) {
    static const char alike[] = "аaеeоoрpсcуyхxіiјjѕsһhԁdοoαaνvАAВBЕEКKМMНHОOРPСCТTХX";
    bool found = false, all = true;
    if (!has_greek_or_cyrillic(word)) return false;
    for (size_t i = 0, n; i < word.len && all; i += n) {
        uint32_t rune = utf8_decode(word, i, &n);
        if (rune < 0x370 || !rune_is_letter(rune)) { /* Latin, a hyphen, an apostrophe */
            str_append(ours, slice_range(word, i, i + n));
            continue;
        }
        size_t at = slice_find(slice_of(alike), slice_range(word, i, i + n), 0);
        all = at != SIZE_MAX;
        found = true;
        if (all) str_append_byte(ours, alike[at + n]);
    }
    return found && all;
}

bool script_is_other(struct slice word) {
    struct str ours = {0};
    bool alike = script_look_alike(word, &ours), latin = false;
    str_free(&ours);
    for (size_t i = 0, n; i < word.len && !latin; i += n) {
        uint32_t rune = utf8_decode(word, i, &n);
        latin = rune < 0x250 && rune_is_letter(rune); /* up to the end of the Latin blocks */
    }
    return !latin && !alike;
}
