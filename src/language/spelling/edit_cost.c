#include "language/spelling/word_index.h"
#include "language/spelling/wordbook.h"

enum { ROW = WORD_LIMIT + 2, SYLLABLE_LONGEST = 3 };

/* Prices, in hundredths of an ordinary edit. */
enum {
    COST_NEAR_KEY = 75,
    COST_SOUND = 65,
    COST_VOWEL = 80,
    COST_OTHER = 115,
    COST_DOUBLED = 55,
    COST_MUTE = 45,
    COST_MISSING = 80,
    COST_MISSING_K = 60,
    COST_MISSING_ECHO = 70,
    COST_SYLLABLE_TWICE = 90,
    COST_VERB_FOR_NOUN = 65,
    COST_EXTRA = 95,
    COST_EXTRA_NEAR_KEY = 75,
    COST_SWAPPED = 65,
    COST_FIRST_LETTER = 45
};

static bool is_vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* Where each letter, a to z, stands on the keyboard; columns in quarters of a key, so that the rows stand as
 * they do there. */
static const struct {
    signed char row, column;
} keys[26] = {{1, 1},  {2, 19}, {2, 11}, {1, 9},  {0, 8},  {1, 13}, {1, 17}, {1, 21}, {0, 28},
              {1, 25}, {1, 29}, {1, 33}, {2, 27}, {2, 23}, {0, 32}, {0, 36}, {0, 0},  {0, 12},
              {1, 5},  {0, 16}, {0, 24}, {2, 15}, {0, 4},  {2, 7},  {0, 20}, {2, 3}};

bool keys_are_neighbours(char a, char b) {
    if (a < 'a' || a > 'z' || b < 'a' || b > 'z') return false;
    int rows = keys[a - 'a'].row - keys[b - 'a'].row, columns = keys[a - 'a'].column - keys[b - 'a'].column;
    return rows == 0 ? columns == 4 || columns == -4 : rows * rows == 1 && columns > -4 && columns < 4;
}

/* Letters that writers take for each other, mostly in loans, and i and l, which look alike when one is a
 * capital: up to four for each letter, a to z. */
enum { SOUNDS = 4 };
static const char sounds[] = "    p   ks  t   i   pv  kj      yel zyg cqg i   n   "
                             "m       fvb k       czx d   w   fp  u   s   ij  sj  ";

static bool sounds_alike(char a, char b) {
    if (a < 'a' || a > 'z') return false;
    const char *alike = sounds + SOUNDS * (a - 'a');
    return alike[0] == b || alike[1] == b || alike[2] == b || alike[3] == b;
}

static unsigned substitution(char wrong, char right) {
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

/* The second letter of a sound that writers spell with one: kusus for khusus, sukur for syukur. */
static bool is_second_of_sound(struct slice right, size_t at) {
    if (at == 0) return false;
    char c = right.data[at], before = right.data[at - 1];
    return (c == 'h' && strchr("kgdts", before)) || (c == 'y' && before == 's');
}

/* The k of -kan: sedangan for sedangkan. */
static bool is_k_of_suffix(struct slice right, size_t at) {
    return at + 3 == right.len && slice_ends(right, SLICE("kan")) && !is_vowel(right.data[at - 1]);
}

/* One of two letters of a kind with one between: penganggran for penganggaran. */
static bool has_echo(struct slice right, size_t at) {
    char c = right.data[at];
    return (at > 1 && right.data[at - 2] == c) || (at + 2 < right.len && right.data[at + 2] == c);
}

/* A letter of right that wrong lacks. */
static unsigned missing(struct slice right, size_t at) {
    if (is_mute(right, at) || is_second_of_sound(right, at)) return COST_MUTE;
    if (stands_beside(right, at, right.data[at])) return COST_DOUBLED;
    if (at > 0 && is_k_of_suffix(right, at)) return COST_MISSING_K;
    return has_echo(right, at) ? COST_MISSING_ECHO : COST_MISSING;
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

/* The last n letters of the first end letters stand twice there: ketententuan. */
static bool is_syllable_twice(struct slice s, size_t end, size_t n) {
    return end >= 2 * n && memcmp(s.data + end - n, s.data + end - 2 * n, n) == 0;
}

/* What is asked of one letter alone, of each of a word. */
struct letter {
    unsigned price;                   /* when it is missing, or too many */
    bool any;                         /* of twice */
    bool twice[SYLLABLE_LONGEST + 1]; /* with so many before it stands there a second time */
};

static struct letter letter_of(struct slice word, size_t at, unsigned (*price)(struct slice, size_t)) {
    struct letter letter = {.price = price(word, at)};
    for (size_t n = 2; n <= SYLLABLE_LONGEST; n++)
        letter.any |= letter.twice[n] = is_syllable_twice(word, at + 1, n);
    return letter;
}

/* Of two rows of the table of prices, and those before them. */
static unsigned cheapest(unsigned *const rows[], struct slice wrong, struct slice right, size_t i, size_t j,
                         const struct letter *too_many, const struct letter *lacking) {
    const unsigned *now = rows[0], *last = rows[1];
    bool same = wrong.data[i - 1] == right.data[j - 1];
    unsigned cost = least(last[j] + too_many->price, now[j - 1] + lacking->price);
    if (same)
        cost = least(cost, last[j - 1]);
    else if (last[j - 1] + COST_SOUND < cost) /* the least that another letter costs */
        cost = least(cost, last[j - 1] + substitution(wrong.data[i - 1], right.data[j - 1]));
    if (!same && i > 1 && j > 1 && wrong.data[i - 1] == right.data[j - 2] &&
        wrong.data[i - 2] == right.data[j - 1] && wrong.data[i - 1] != wrong.data[i - 2])
        cost = least(cost, rows[2][j - 2] + COST_SWAPPED);
    for (size_t n = 2; (too_many->any || lacking->any) && n <= SYLLABLE_LONGEST; n++) {
        if (too_many->twice[n]) cost = least(cost, rows[n][j] + COST_SYLLABLE_TWICE);
        if (lacking->twice[n]) cost = least(cost, now[j - n] + COST_SYLLABLE_TWICE);
    }
    return cost;
}

static unsigned cost_of_letters(struct slice wrong, struct slice right) {
    unsigned space[SYLLABLE_LONGEST + 1][ROW], *rows[SYLLABLE_LONGEST + 1]; /* this row, the last, ... */
    struct letter lacking[ROW];
    for (size_t n = 0; n <= SYLLABLE_LONGEST; n++)
        rows[n] = space[n];
    rows[0][0] = 0;
    for (size_t j = 1; j <= right.len; j++) {
        lacking[j] = letter_of(right, j - 1, missing);
        rows[0][j] = rows[0][j - 1] + lacking[j].price;
    }
    for (size_t i = 1; i <= wrong.len; i++) {
        struct letter too_many = letter_of(wrong, i - 1, extra);
        unsigned *oldest = rows[SYLLABLE_LONGEST];
        memmove(rows + 1, rows, SYLLABLE_LONGEST * sizeof *rows);
        rows[0] = oldest;
        rows[0][0] = rows[1][0] + too_many.price;
        for (size_t j = 1; j <= right.len; j++)
            rows[0][j] = cheapest(rows, wrong, right, i, j, &too_many, &lacking[j]);
    }
    return rows[0][right.len];
}

/* A prefix of verbs around a noun: mengelolaan for pengelolaan. */
static bool is_verb_for_noun(struct slice wrong, struct slice right) {
    return slice_starts(wrong, SLICE("me")) && slice_starts(right, SLICE("pe")) &&
           slice_ends(wrong, SLICE("an")) && slice_ends(right, SLICE("an")) &&
           !slice_ends(right, SLICE("kan"));
}

unsigned edit_cost(struct slice wrong, struct slice right) {
    if (wrong.len > WORD_LIMIT || right.len > WORD_LIMIT) return EDIT_FAR;
    if (is_verb_for_noun(wrong, right))
        return COST_VERB_FOR_NOUN +
               cost_of_letters(slice_range(wrong, 1, wrong.len), slice_range(right, 1, right.len));
    bool first = wrong.len && right.len && wrong.data[0] == right.data[0];
    return cost_of_letters(wrong, right) + (first ? 0 : COST_FIRST_LETTER);
}
