#include "check/rules/repeated_phrase.h"

#include "language/sentence/speech.h"
#include "language/sentence/words.h"

enum {
    PHRASE_LEAST = 2,
    PHRASE_MOST = 6,
    CLAUSE_LEAST = 3,   /* words of a clause that is begun again, */
    CLAUSE_WITHIN = 16, /* as far after */
    NAME_WITHIN = 3     /* words between a name and the comma before it stands again */
};

static bool is_plain_word(const struct analysis *a, size_t i) {
    return token_is_kind(a, i, TOKEN_WORD) && !(a->tokens.items[i].flags & TOKEN_DIGIT);
}

/* So many words from i on stand again from other on, with no mark in them. */
static size_t same_words(const struct analysis *a, size_t i, size_t other, size_t end, size_t most) {
    size_t count = 0;
    while (count < most && i + count < other && other + count < end &&
           a->forms.items[i + count]->small == a->forms.items[other + count]->small && /* hardly ever */
           is_plain_word(a, i + count) &&
           slice_equal_nocase(token_word(a, i + count), token_word(a, other + count)))
        count++;
    return count;
}

/* Whether the word at i stands again among the tokens from first to before last: hardly ever. */
static bool stands_again(const struct analysis *a, size_t i, size_t first, size_t last, size_t end) {
    const struct word *word = a->forms.items[i]->small;
    if (last > end) last = end;
    while (first < last && a->forms.items[first]->small != word)
        first++;
    return first < last;
}

static bool is_quoted(const struct analysis *a, size_t i) {
    uint32_t at = a->tokens.items[i].start;
    vec_each(const struct quotation, q, &a->quotations) {
        if (at >= q->start && at < q->end) return true;
    }
    return false;
}

/* ![Ulasan](a.png)![Ulasan](b.png), **Lomba makan** Lomba makan ...: mark-up parts them. */
static bool is_parted(const struct analysis *a, size_t i, size_t again, size_t end) {
    const struct token *t = a->tokens.items;
    struct slice all = slice_range(a->text, t[i].start, t[end - 1].end),
                 gap = slice_range(a->text, t[again - 1].end, t[again].start);
    return slice_find(all, SLICE("]("), 0) != SIZE_MAX || slice_find(gap, SLICE("**"), 0) != SIZE_MAX;
}

/* A. Potensi fisik potensi fisik desa ..., Mencegah hepatitis B Hepatitis B menular ...: the first is a
 * heading, whose line ran into the next. */
static bool is_heading(const struct analysis *a, size_t i, size_t again) {
    const struct token *t = a->tokens.items;
    bool numbered = i > 1 && token_is_mark(a, i - 1, ".") &&
                    (t[i - 2].kind == TOKEN_NUMBER || token_word(a, i - 2).len == 1);
    bool raised = t[again].flags & TOKEN_CAPITAL && t[i].flags & TOKEN_LOWER;
    return (numbered && t[i].flags & TOKEN_CAPITAL) || raised;
}

/* Two words or more, and again at once, or after a comma where no list and nothing said aloud explains it.
 */
static bool find_beside(const struct analysis *a, size_t i, size_t end, struct repeated_phrase *phrase) {
    if (!stands_again(a, i, i + PHRASE_LEAST, i + PHRASE_MOST + 2, end)) return false;
    for (size_t count = PHRASE_MOST; count >= PHRASE_LEAST; count--) {
        size_t again = i + count;
        bool comma = token_is_mark(a, again, ",");
        if (comma && (is_quoted(a, i) || (count < CLAUSE_LEAST && !token_in(a, i, CLASS_BARE_AGENT)) ||
                      token_is_capital(a, again + 1)))
            continue;
        if (same_words(a, i, again + comma, end, count) < count ||
            is_parted(a, i, again, again + comma + count) || is_heading(a, i, again + comma) ||
            token_is(a, i, "atau")) /* dikalibrasi atau tera atau tera ulang */
            continue;
        /* "satu satu", "ha ha ha ha": the same word is another rule's */
        if (slice_equal_nocase(token_word(a, i), token_word(a, i + 1))) return false;
        *phrase = (struct repeated_phrase){i, again + comma + count, count, i, i, i + count};
        return true;
    }
    return false;
}

/* Ratna Dewi dalam sambutannya, Ratna Dewi berharap. */
static bool find_name(const struct analysis *a, size_t i, size_t end, struct repeated_phrase *phrase) {
    size_t name = 0;
    while (name < PHRASE_MOST && i + name < end && token_is_capital(a, i + name))
        name++;
    if (!name || i + name >= end || a->speech.items[i] & SPEECH_FUNCTION || token_is_capital(a, i - 1) ||
        !(a->speech.items[i + name] & SPEECH_CIRCUMSTANCE))
        return false;
    size_t comma = i + name + 1;
    while (comma < end && comma <= i + name + NAME_WITHIN && is_plain_word(a, comma))
        comma++;
    if (!token_is_mark(a, comma, ",") || !slice_ends(token_word(a, comma - 1), SLICE("nya"))) return false;
    if (same_words(a, i, comma + 1, end, name) == name && !token_is_capital(a, comma + 1 + name)) {
        *phrase = (struct repeated_phrase){i, comma + 1 + name, name, i, i, comma};
        return true;
    }
    return false;
}

/* "Bupati juga menyampaikan, masih dalam suasana Lebaran Bupati juga menyampaikan": who says something,
 * twice. */
static bool find_clause(const struct analysis *a, size_t i, size_t end, struct repeated_phrase *phrase) {
    if (!token_is_capital(a, i) || !stands_again(a, i, i + CLAUSE_LEAST, i + CLAUSE_WITHIN + 1, end) ||
        is_quoted(a, i))
        return false;
    for (size_t k = i + CLAUSE_LEAST; k + CLAUSE_LEAST <= end && k <= i + CLAUSE_WITHIN; k++) {
        size_t count = same_words(a, i, k, end, PHRASE_MOST);
        bool says = false;
        for (size_t w = 0; w < count; w++)
            says = says || (a->speech.items[i + w] & SPEECH_ACTIVE && !token_is_capital(a, i + w));
        if (count < CLAUSE_LEAST || !says) continue;
        *phrase = (struct repeated_phrase){k, k + count, count, k, 0, 0};
        return true;
    }
    return false;
}

bool repeated_phrase_find(const struct analysis *a, const struct sentence *sentence, size_t i,
                          struct repeated_phrase *phrase) {
    size_t end = sentence->first_token + sentence->tokens;
    return is_plain_word(a, i) &&
           (find_beside(a, i, end, phrase) || find_name(a, i, end, phrase) || find_clause(a, i, end, phrase));
}
