#include "language/sentence/clause.h"

#include "language/sentence/speech.h"

enum { SHORTEST_VERB = 6 /* letters: dibuka; beras, media and terus are none */ };

bool clause_is_verb(const struct analysis *a, size_t i) {
    struct slice word = token_word(a, i);
    if (!token_is_small(a, i) || word.len < SHORTEST_VERB || token_in(a, i, CLASS_NO_VERB) ||
        a->speech.items[i] & SPEECH_ROLE)
        return false;
    return slice_starts(word, SLICE("me")) || slice_starts(word, SLICE("di")) ||
           slice_starts(word, SLICE("ber")) || slice_starts(word, SLICE("ter"));
}

bool clause_is_predicate(const struct analysis *a, size_t i) {
    return clause_is_verb(a, i) ||
           (token_is_small(a, i) && (token_is(a, i, "adalah") || token_is(a, i, "ialah")));
}

size_t clause_predicate(const struct analysis *a, size_t i) {
    while (token_is_small(a, i) && token_in(a, i, CLASS_AUXILIARY))
        i++;
    return clause_is_predicate(a, i) ? i : SIZE_MAX;
}

bool clause_is_pointer(const struct analysis *a, size_t i) {
    return token_is_small(a, i) && token_in(a, i, CLASS_DEMONSTRATIVE);
}

bool clause_is_noun(const struct analysis *a, size_t i) {
    if (!token_is_kind(a, i, TOKEN_WORD) || clause_is_predicate(a, i)) return false;
    return !token_in(a, i, CLASS_NO_NOUN) && !token_in(a, i, CLASS_AUXILIARY) &&
           !token_in(a, i, CLASS_TIME_NOUN);
}

/* H. Rina, Drs. H. Budi: a full stop after a short form. */
static bool is_short_stop(const struct analysis *a, size_t i) {
    return token_is_mark(a, i, ".") && token_is_joined(a, i) && token_is_capital(a, i - 1);
}

/* ... yang membuka rapat di aula itu: a clause about the noun, with one verb at most. */
static bool is_relative(const struct analysis *a, size_t i, size_t end) {
    size_t verbs = 0;
    for (; i < end; i++) {
        if (!token_is_kind(a, i, TOKEN_WORD) && !token_is_number(a, i) && !is_short_stop(a, i)) return false;
        verbs += clause_is_predicate(a, i);
    }
    return verbs <= 1; /* yang hadir has none by its form */
}

/* rapat hari ini */
static bool is_today(const struct analysis *a, size_t i) {
    return token_is(a, i, "hari") && clause_is_pointer(a, i + 1);
}

bool clause_is_noun_phrase(const struct analysis *a, size_t first, size_t end) {
    struct slice head = token_word(a, first);
    if (end <= first + 1 || !clause_is_noun(a, first) || slice_ends(head, SLICE("nya"))) return false;
    bool closed = token_is_capital(a, end - 1) || clause_is_pointer(a, end - 1);
    if (!closed || token_in(a, end - 1, CLASS_TIME_NOUN)) return false;
    for (size_t i = first + 1; i < end; i++) {
        if (token_is(a, i, "yang")) return is_relative(a, i + 1, end);
        if (!clause_is_noun(a, i) && !clause_is_pointer(a, i) && !is_short_stop(a, i) && !is_today(a, i))
            return false;
    }
    return true;
}

bool clause_has_predicate(const struct analysis *a, size_t first, size_t end) {
    for (size_t i = first; i < end; i++)
        if (clause_is_predicate(a, i)) return true;
    return false;
}
