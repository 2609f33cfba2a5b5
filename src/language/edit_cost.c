#include "language/word_index.h"
#include "language/wordbook.h"

enum { ROW = WORD_LIMIT + 2 };

/* Prices, in hundredths of an ordinary edit. */
enum {
    COST_NEAR_KEY = 75,
    COST_SOUND = 65,
    COST_VOWEL = 80,
    COST_OTHER = 115,
    COST_DOUBLED = 55,
    COST_MUTE = 45,
    COST_MISSING = 80,
    COST_EXTRA = 95,
    COST_EXTRA_NEAR_KEY = 75,
    COST_SWAPPED = 65,
    COST_FIRST_LETTER = 45
};

static bool is_vowel(char c) {
    return c && strchr("aeiou", c) != NULL;
}

/* Column in quarters of a key, so that the rows stand as they do on a keyboard. */
static bool key_place(char c, int *row, int *column) {
    static const char *const rows[] = {"qwertyuiop", "asdfghjkl", "zxcvbnm"};
    static const int shift[] = {0, 1, 3};
    for (int r = 0; r < 3; r++) {
        const char *place = c ? strchr(rows[r], c) : NULL;
        if (place) {
            *row = r;
            *column = (int)(place - rows[r]) * 4 + shift[r];
            return true;
        }
    }
    return false;
}

bool keys_are_neighbours(char a, char b) {
    int ra, ca, rb, cb;
    if (!key_place(a, &ra, &ca) || !key_place(b, &rb, &cb)) return false;
    int rows = ra > rb ? ra - rb : rb - ra, columns = ca > cb ? ca - cb : cb - ca;
    return rows == 0 ? columns == 4 : rows == 1 && columns < 4;
}

/* Letters that writers take for each other, mostly in loans. */
static bool sounds_alike(char a, char b) {
    static const char pairs[] = "fpfvpvckckqksczsjzdtbpgkiyuwiejymneigjxs";
    for (const char *p = pairs; *p; p += 2)
        if ((p[0] == a && p[1] == b) || (p[0] == b && p[1] == a)) return true;
    return false;
}

static unsigned substitution(char wrong, char right) {
    if (wrong == right) return 0;
    if (sounds_alike(wrong, right)) return COST_SOUND;
    if (keys_are_neighbours(wrong, right)) return COST_NEAR_KEY;
    return is_vowel(wrong) && is_vowel(right) ? COST_VOWEL : COST_OTHER;
}

static bool stands_beside(struct slice s, size_t at, char c) {
    return (at > 0 && s.data[at - 1] == c) || (at + 1 < s.len && s.data[at + 1] == c);
}

/* The e that is hardly heard: kripik for keripik, trampil for terampil. */
static bool is_mute(struct slice right, size_t at) {
    return right.data[at] == 'e' && at > 0 && at + 2 < right.len && !is_vowel(right.data[at - 1]) &&
           strchr("rl", right.data[at + 1]) && is_vowel(right.data[at + 2]);
}

/* A letter of right that wrong lacks. */
static unsigned missing(struct slice right, size_t at) {
    if (is_mute(right, at)) return COST_MUTE;
    return stands_beside(right, at, right.data[at]) ? COST_DOUBLED : COST_MISSING;
}

/* A letter that wrong has too many. */
static unsigned extra(struct slice wrong, size_t at) {
    if (stands_beside(wrong, at, wrong.data[at])) return COST_DOUBLED;
    bool near = (at > 0 && keys_are_neighbours(wrong.data[at - 1], wrong.data[at])) ||
                (at + 1 < wrong.len && keys_are_neighbours(wrong.data[at + 1], wrong.data[at]));
    return near ? COST_EXTRA_NEAR_KEY : COST_EXTRA;
}

static unsigned least(unsigned a, unsigned b) {
    return a < b ? a : b;
}

unsigned edit_cost(struct slice wrong, struct slice right) {
    if (wrong.len > WORD_LIMIT || right.len > WORD_LIMIT) return EDIT_FAR;
    unsigned rows[3][ROW];
    unsigned *before = rows[0], *last = rows[1], *now = rows[2];
    last[0] = 0;
    for (size_t j = 1; j <= right.len; j++)
        last[j] = last[j - 1] + missing(right, j - 1);
    for (size_t i = 1; i <= wrong.len; i++) {
        now[0] = last[0] + extra(wrong, i - 1);
        for (size_t j = 1; j <= right.len; j++) {
            unsigned cost = last[j - 1] + substitution(wrong.data[i - 1], right.data[j - 1]);
            cost = least(cost, last[j] + extra(wrong, i - 1));
            cost = least(cost, now[j - 1] + missing(right, j - 1));
            if (i > 1 && j > 1 && wrong.data[i - 1] == right.data[j - 2] &&
                wrong.data[i - 2] == right.data[j - 1] && wrong.data[i - 1] != wrong.data[i - 2])
                cost = least(cost, before[j - 2] + COST_SWAPPED);
            now[j] = cost;
        }
        unsigned *spare = before;
        before = last, last = now, now = spare;
    }
    bool first = wrong.len && right.len && wrong.data[0] == right.data[0];
    return last[right.len] + (first ? 0 : COST_FIRST_LETTER);
}
