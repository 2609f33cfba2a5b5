#include "language/people/name_words.h"

static bool parts_words(char c) {
    return c <= '.' && (c == ' ' || c == '.' || c == ',' || c == '\n' || c == '\t');
}

struct slice name_next_word(struct slice *rest) {
    size_t start = 0;
    while (start < rest->len && parts_words(rest->data[start]))
        start++;
    size_t end = start;
    while (end < rest->len && !parts_words(rest->data[end]))
        end++;
    struct slice word = slice_range(*rest, start, end);
    *rest = slice_range(*rest, end, rest->len);
    return word;
}

size_t name_count_words(struct slice name) {
    size_t words = 0;
    while (name_next_word(&name).len)
        words++;
    return words;
}

uint64_t name_letters(struct slice name) {
    uint64_t letters = 0;
    for (size_t i = 0; i < name.len; i++)
        letters |= UINT64_C(1) << ((unsigned char)(name.data[i] | ' ') & 63);
    return letters;
}

bool name_has_letters(struct slice name, struct slice letters) {
    size_t met = 0;
    for (size_t i = 0; i < name.len && met < letters.len; i++)
        met += (name.data[i] | ' ') == (letters.data[met] | ' ');
    return met == letters.len;
}
