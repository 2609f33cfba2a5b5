#include "language/people/name_place.h"

#include "language/people/name.h"

/* Heads after which stands a place: Camat Matur, SMPN 1 Rimbo Bujang. */
static bool heads_place(const struct reading *r, size_t i) {
    return reading_in(r, i, CLASS_PLACE_HEAD);
}

/* Lubuk Raja, Parit Culum, Mekar Jaya: by its first or its second word two words are the name of a place. */
static bool looks_like_place(const struct reading *r, size_t i) {
    return reading_in(r, i, CLASS_PLACE_FIRST) || reading_in(r, i + 1, CLASS_PLACE_SECOND);
}

bool name_of_place(const struct reading *r, size_t first, size_t end) {
    return first < end && !reading_known(r, first) &&
           language_has(r->language, LEXICON_PLACES, reading_range(r, first, end));
}

/* The name of a village, where one can stand; not that of somebody whom the draft names, nor half of one
 * that looks like two words: Parit Culum. */
static bool name_of_village(const struct reading *r, size_t first, size_t end) {
    return first < end && !reading_known(r, first) && !reading_is(r, first, SPEECH_NAME) &&
           (end > first + 1 || !looks_like_place(r, first)) &&
           language_has(r->language, LEXICON_VILLAGES, reading_range(r, first, end));
}

bool name_ends_place(const struct reading *r, size_t first, size_t k, size_t end) {
    return k > first + 1 && end == k + 1 && heads_place(r, k - 2) && reading_in(r, k, CLASS_PLACE_SECOND) &&
           reading_capital(r, k - 1) && !reading_known(r, k);
}

bool name_may_be_place(const struct reading *r, size_t first, size_t end) {
    return first > 0 && end == first + 2 && heads_place(r, first - 1) && looks_like_place(r, first);
}

size_t name_after_place(const struct reading *r, size_t first, size_t k, size_t end, bool known) {
    enum { FAR = 4 /* tokens from a head to a name */ };
    size_t place = k;
    while (place > first && place + FAR > k && !heads_place(r, place - 1))
        place--;
    if (place == first || !heads_place(r, place - 1)) return k;
    if (place < k && reading_equal(r, place, "negeri")) place++; /* SMA Negeri 1 Wonosari */
    bool numbered = place < end && reading_token(r, place)->kind == TOKEN_NUMBER;
    place += numbered;
    for (size_t after = end - 1; after > k && after > place; after--)
        if (reading_name(r, after) && !(known && after == place + 1) &&
            (name_of_place(r, place, after) || name_of_village(r, place, after)))
            return after;
    for (size_t after = k + 1; k == place && after + 1 < end; after++)
        if (!known && reading_known(r, after)) return after; /* kata Lina: it begins there */
    if (numbered && k == place && k + 2 == end && !known && reading_known(r, k + 1)) return k + 1;
    size_t after = place + 2;
    bool apart = after > k && after < end && reading_capital(r, place) && reading_capital(r, place + 1) &&
                 !reading_known(r, place) && !reading_known(r, place + 1);
    return apart && reading_name(r, after) && looks_like_place(r, place) ? after : k;
}

bool name_ends_office(const struct reading *r, size_t i) {
    return i > 0 && (reading_in(r, i, CLASS_OFFICE_AREA) && reading_in(r, i - 1, CLASS_OFFICE_OF_AREA));
}

/* Ketua Pengadilan Agama Kelas II Martapura Lina Suganda, Kepala KUA Martapura Lina: where the body sits. */
static bool is_seat(const struct reading *r, size_t k, size_t end) {
    static const char *const courts[] = {"pengadilan", "kejaksaan", NULL};
    bool body = reading_numeral(r, k - 1) || (k > 1 && reading_among(r, k - 2, courts)) ||
                (reading_token(r, k - 1)->flags & TOKEN_UPPER &&
                 reading_is(r, k - 1, SPEECH_ORG | SPEECH_AREA) && !reading_is(r, k - 1, SPEECH_NAME));
    return body && k + 1 < end && reading_name(r, k + 1) && !reading_is(r, k, SPEECH_NAME) &&
           name_of_place(r, k, k + 1);
}

size_t name_after_unit(const struct reading *r, size_t first, size_t k, size_t end) {
    enum { UNIT_AND_NAME = 3 /* words: with fewer it may be the name alone */ };
    if (k == first) return k;
    if (is_seat(r, k, end)) return k + 1;
    if (reading_in(r, k - 1, CLASS_GATHERING) && reading_equal(r, k, "akbar")) return k + 1;
    if (end - k >= 2 && reading_in(r, k, CLASS_GATHERING) && reading_equal(r, k + 1, "akbar")) return k + 2;
    if (end - k >= 2 && reading_equal(r, k, "cipta") && reading_equal(r, k + 1, "karya")) return k + 2;
    if (reading_equal(r, k - 1, "bina") && reading_equal(r, k, "marga")) return k + 1;
    if (end - k < UNIT_AND_NAME) return k;
    bool unit = reading_in(r, k - 1, CLASS_UNIT_HEAD) && !reading_is(r, k, SPEECH_NAME) &&
                !reading_known(r, k) && !name_title_dot(r, k + 1) && !name_particle(r, k + 1);
    return unit ? k + 1 : k;
}
