#include "language/people/name_body.h"

#include "language/lexicon/frequency.h"
#include "language/people/name.h"
#include "language/people/name_place.h"

enum {
    LONGEST_BODY = 4, /* words of its own name */
    FAR = 3           /* tokens from the word for it to its name: Kelompok Wanita Tani Mawar */
};

static const uint32_t PERSONAL = SPEECH_NAME | SPEECH_RANK | SPEECH_KIN | SPEECH_ROLE;

/* What the tables say of a word that stands with a capital. */
struct table_word {
    bool listed, english; /* dictionaries have it; English alone has it */
    bool small;           /* news writes it small as often at least */
};

static struct table_word table_word(const struct reading *r, size_t i) {
    enum { SHORTEST = 4 /* bytes: not One Andang */ };
    struct slice written = reading_text(r, i);
    if (reading_known(r, i) || reading_token(r, i)->kind != TOKEN_WORD || written.len < SHORTEST ||
        slice_find_byte(written, '-', 0) != SIZE_MAX)
        return (struct table_word){0};
    struct word *word = r->analysis->forms.items[i]->folded;
    const struct word_tables *tables = frequency_tables(r->language, word);
    bool listed = tables->lists > 0;
    return (struct table_word){.listed = listed,
                               .english = !listed && language_has(r->language, LEXICON_ENGLISH, word->text),
                               .small = tables->forms[FORM_SMALL] >= tables->forms[FORM_NEWS_CAPITAL]};
}

static bool is_mostly_small(const struct reading *r, size_t i) {
    struct table_word word = table_word(r, i);
    return word.small && (word.listed || word.english);
}

static bool is_word(const struct reading *r, size_t i) {
    return !reading_is(r, i, SPEECH_NAME) && is_mostly_small(r, i);
}

bool name_of_words(const struct reading *r, size_t first, size_t end) {
    if (end == first + 1) return is_word(r, first) && !reading_equal(r, end, "dari"); /* Imbauan dari ... */
    for (size_t i = first; i < end; i++)
        if (!is_word(r, i) && (reading_is(r, i, SPEECH_NAME) || !table_word(r, i).english)) return false;
    return first < end;
}

bool name_is_word(const struct reading *r, size_t i) {
    enum { MUCH = 4 /* times */ };
    struct word *word = r->analysis->forms.items[i]->folded;
    const uint32_t *forms = frequency_tables(r->language, word)->forms;
    return is_word(r, i) && table_word(r, i).listed && forms[FORM_SMALL] > MUCH * forms[FORM_NEWS_CAPITAL];
}

bool name_of_english(const struct reading *r, size_t first, size_t end) {
    for (size_t i = first; i < end; i++)
        if (reading_is(r, i, SPEECH_NAME) || !table_word(r, i).english) return false;
    return first + 1 < end;
}

bool name_heads_body(const struct reading *r, size_t i) {
    return reading_is(r, i, SPEECH_THING) || reading_in(r, i, CLASS_NAMED_BODY);
}

bool name_ends_body(const struct reading *r, size_t first, size_t i) {
    if (!reading_equal(r, i + 1, ",")) return false;
    for (size_t k = i; k-- > first && k + LONGEST_BODY >= i && reading_capital(r, k);)
        if (name_heads_body(r, k)) return true;
    return false;
}

/* The word for such a body that stands before the name at k, with nothing of a person between; or k. */
static size_t head_before(const struct reading *r, size_t first, size_t k) {
    for (size_t i = k; i-- > first && i + FAR >= k;) {
        if (name_heads_body(r, i)) return i;
        bool goes_on = reading_capital(r, i) || reading_token(r, i)->kind == TOKEN_NUMBER;
        bool personal =
            reading_is(r, i, SPEECH_RANK | SPEECH_KIN) ||
            (reading_is(r, i, SPEECH_ROLE) && !reading_is(r, i + 1, SPEECH_WORK)); /* Wanita Tani */
        if (!goes_on || personal) break;
    }
    return k;
}

/* After the shortest name that the draft gives the body at head without a person; 0 when there is none. */
static size_t told_after(const struct reading *r, size_t head, size_t k, size_t end) {
    size_t found = 0;
    struct str buffer = {0};
    for (size_t after = k > head + 1 ? k : k + 1; after < end && after <= k + LONGEST_BODY && !found;
         after++) {
        str_clear(&buffer);
        const uintptr_t *shown =
            r->known ? map_get(r->known, speech_fold(&buffer, reading_range(r, head, after))) : NULL;
        if (shown && *shown == KNOWN_BODY) found = after;
    }
    str_free(&buffer);
    return found;
}

/* After the last word in [k, end) that is none of a person's; Lestari, Indah when a full name follows. */
static size_t words_after(const struct reading *r, size_t k, size_t end) {
    size_t after = k;
    for (size_t i = k; i < end; i++) {
        bool either = i + 2 < end && (is_mostly_small(r, i) || reading_in(r, i, CLASS_PLACE_SECOND));
        if (is_word(r, i) || (either && !reading_known(r, i))) after = i + 1;
    }
    return after;
}

/* Terminal Terpadu Pulo Gebang Lina Suganda */
static bool is_seat(const struct reading *r, size_t k, size_t end) {
    return k + 2 < end && !reading_is(r, k, SPEECH_NAME) && !reading_known(r, k) &&
           (name_of_place(r, k, k + 2) ||
            language_has(r->language, LEXICON_VILLAGES, reading_range(r, k, k + 2)));
}

/* RSUD Arifin Achmad, Bandara Sultan Babullah: it may bear somebody's name. */
static bool bears_name(const struct reading *r, size_t head, size_t k) {
    return reading_is(r, head, SPEECH_THING) && k == head + 1 && !name_of_place(r, k, k + 1);
}

/* Direktur RSUD Arifin Darsono may be Darsono, or Arifin Darsono; Kepala Terminal Lina Suganda is she. */
static size_t least_unsure(const struct reading *r, size_t head) {
    return reading_is(r, head, SPEECH_AREA) ? 2 : 3;
}

/* Rektor Universitas Gadjah Mada Lina, Pengasuh Pesantren Darul Ulum Lina, Direktur PDAM Tirta Raharja Lina:
 * after a name that tells by its words what bears it; or k. */
static size_t after_own_name(const struct reading *r, size_t first, size_t k, size_t end) {
    static const char *const campuses[] = {"universitas", "institut", "politeknik", NULL};
    static const char *const water[] = {"minum", "pdam", "perumda", "perumdam", NULL};
    if (k == first || k >= end) return k;
    size_t after = k;
    if (reading_among(r, k - 1, campuses)) {
        while (after < end && reading_in(r, after, CLASS_CAMPUS))
            after++;
        bool sure =
            end - k != 2 || reading_known(r, k + 1); /* Universitas Gunadarma; of two, nobody can tell */
        if (after == k && !reading_known(r, k)) after = sure ? k + 1 : end;
    }
    bool possessed = slice_ends(reading_text(r, k), SLICE("ul")) && !reading_equal(r, k, "abdul");
    bool pious = reading_in(r, k - 1, CLASS_PIOUS) && possessed;
    bool waters = reading_among(r, k - 1, water) && reading_equal(r, k, "tirta");
    if ((pious || waters) && k + 1 < end) after = k + 2;
    return after;
}

size_t name_after_body(const struct reading *r, size_t first, size_t k, size_t end) {
    enum { LONG = 5 /* words: a name of the body, which nothing shows, and one of who leads it */ };
    size_t own = after_own_name(r, first, k, end);
    if (own > k) return own;
    size_t head = k < end ? head_before(r, first, k) : k;
    if (head == k) return k;
    size_t told = told_after(r, head, k, end);
    if (told) return told;
    size_t after = words_after(r, k, end);
    if (after != k) return after;
    if (is_seat(r, k, end)) return k + 2;
    for (size_t i = k; i < end; i++)
        if (reading_known(r, i)) return k;
    return end - k >= (bears_name(r, head, k) ? least_unsure(r, head) : LONG) ? end : k;
}

void name_body_note(struct map *known, const struct reading *r, size_t i) {
    if (!reading_capital(r, i) || !name_heads_body(r, i)) return;
    for (size_t k = i; k-- > 0 && k + LONGEST_BODY > i && reading_capital(r, k);)
        if (reading_is(r, k, PERSONAL)) return;
    size_t end = i + 1;
    while (end < r->analysis->tokens.count &&
           (reading_capital(r, end) || reading_token(r, end)->kind == TOKEN_NUMBER))
        if (reading_is(r, end++, SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN)) return;
    if (end == i + 1 || end > i + 1 + LONGEST_BODY) return;
    struct str buffer = {0};
    *map_put(known, speech_fold(&buffer, reading_range(r, i, end))) = KNOWN_BODY;
    str_free(&buffer);
}
