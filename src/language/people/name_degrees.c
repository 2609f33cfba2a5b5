#include "language/people/name.h"

/* M.Hum, S.H. */
static bool is_degree(const struct reading *r, size_t i) {
    struct slice word = reading_text(r, i);
    size_t dot = slice_find_byte(word, '.', 0);
    bool specialist = word.len <= 6 && slice_starts(word, SLICE("Sp")) && word.len > 2 &&
                      word.data[2] >= 'A' && word.data[2] <= 'Z'; /* SpPD */
    return specialist || reading_is(r, i, SPEECH_DEGREE) ||
           (reading_capital(r, i) && dot != SIZE_MAX && word.len - dot <= 4);
}

/* Sp.Kep.J: short parts, more than two. */
static bool is_long_degree(struct slice word) {
    size_t parts = 0;
    while (word.len) {
        if (slice_cut(&word, '.').len > 4) return false;
        parts++;
    }
    return parts > 2;
}

bool name_is_degrees(const struct reading *r, size_t first, size_t end) {
    for (size_t i = first; i < end; i++)
        if (!reading_equal(r, i, ".") && !is_degree(r, i) && !is_long_degree(reading_text(r, i)))
            return false;
    return first + 1 < end; /* M.Ali alone is a name */
}

/* S. Pd: a degree that a space parts. */
static bool joins_degree(const struct reading *r, size_t letter, size_t rest) {
    struct str degree = {0};
    str_append(&degree, reading_text(r, letter));
    str_append(&degree, reading_text(r, rest));
    bool known = speech_classes(r->language, str_slice(&degree)) & SPEECH_DEGREE;
    str_free(&degree);
    return known;
}

/* S. Pd, M . Si: where it begins, or k. */
static size_t parted_degree(const struct reading *r, size_t first, size_t k) {
    if (k < first + 4 || !reading_equal(r, k - 2, ".") || reading_text(r, k - 3).len != 1) return k;
    return joins_degree(r, k - 3, k - 1) ? k - 3 : k;
}

/* Sekdes Mekar Jaya, M. Ali Suganda: a letter that begins a name, and no degree. */
static bool is_initial(const struct reading *r, size_t i) {
    return reading_text(r, i).len == 1 && reading_equal(r, i + 1, ".") && reading_name(r, i + 2) &&
           reading_token(r, i + 2)->flags & TOKEN_SPACE_BEFORE && !joins_degree(r, i, i + 2);
}

size_t name_without_degrees(const struct reading *r, size_t first, size_t end) {
    size_t k = end;
    while (k > first + 1) {
        size_t parted = parted_degree(r, first, k);
        if (parted < k) {
            k = parted;
            continue;
        }
        size_t degree = reading_equal(r, k - 1, ".") ? k - 2 : k - 1;
        if (degree <= first || !is_degree(r, degree)) break;
        k = degree;
    }
    return k < end && (reading_name(r, k - 1) || reading_is(r, k - 1, SPEECH_WORK | SPEECH_PLACE)) ? k : end;
}

size_t name_skip_degrees(const struct reading *r, size_t i, size_t limit) {
    size_t end = i, k = i;
    while (k < limit && reading_equal(r, k, ",")) {
        size_t word = k + 1, parts = 0;
        while (word < limit && reading_token(r, word)->kind == TOKEN_WORD && parts < 4) {
            struct slice text = reading_text(r, word);
            bool dotted = slice_find_byte(text, '.', 0) != SIZE_MAX;
            bool dot_after =
                reading_equal(r, word + 1, ".") && !(reading_token(r, word + 1)->flags & TOKEN_SPACE_BEFORE);
            bool joined = parts && !(reading_token(r, word)->flags & TOKEN_SPACE_BEFORE);
            if (reading_is(r, word, SPEECH_RANK) && !reading_is(r, word, SPEECH_DEGREE)) break;
            if (!parts && is_initial(r, word)) break;
            if (!dotted && !reading_is(r, word, SPEECH_DEGREE) &&
                !(text.len <= 3 && reading_capital(r, word) && (dot_after || joined)))
                break;
            word += dot_after && word + 1 < limit ? 2 : 1;
            parts++;
        }
        if (!parts) break;
        end = k = word;
    }
    return end;
}
