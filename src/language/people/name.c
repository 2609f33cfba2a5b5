#include "language/people/name.h"

#include "language/people/name_body.h"
#include "language/people/name_place.h"

bool name_particle(const struct reading *r, size_t i) {
    return reading_in(r, i, CLASS_NAME_PARTICLE);
}

/* Yusrizal Dt. Rajo Mangkuto: a title of custom stands inside a name, or before it. */
static bool is_custom(const struct reading *r, size_t i) {
    return reading_in(r, i, CLASS_NAME_CUSTOM) && reading_capital(r, i);
}

/* Muh. Arfah: short for the first part of a name. */
static bool is_short_name(const struct reading *r, size_t i) {
    static const char *const names[] = {"muh", "moh", "mhd", "muhd", "moch", "abd", "fx", NULL};
    return reading_among(r, i, names);
}

/* Pj. Wali Kota */
static bool is_short_office(const struct reading *r, size_t i) {
    static const char *const offices[] = {"pj", "pjs", "plt", "plh", NULL};
    return reading_among(r, i, offices);
}

/* H.M Dadang: titles or initials written as one word. */
static bool is_initials(const struct reading *r, size_t i) {
    struct slice word = reading_text(r, i);
    return reading_capital(r, i) && word.len <= 6 && slice_find_byte(word, '.', 0) != SIZE_MAX;
}

/* "kata Mahfud MD. Seperti diketahui": the dot ends the sentence. */
static bool ends_sentence(const struct reading *r, size_t i) {
    size_t begun = vec_before(const struct sentence, s, &r->analysis->sentences, s->first_token <= i);
    const struct sentence *s = begun ? &r->analysis->sentences.items[begun - 1] : NULL;
    return s && s->first_token + s->tokens == i + 1 && i + 1 < r->analysis->tokens.count;
}

bool name_title_dot(const struct reading *r, size_t i) {
    return i > 0 && reading_equal(r, i, ".") && !(reading_token(r, i)->flags & TOKEN_SPACE_BEFORE) &&
           (reading_is(r, i - 1, SPEECH_RANK | SPEECH_DEGREE) || reading_text(r, i - 1).len == 1 ||
            is_short_name(r, i - 1) || (reading_initials(r, i - 1) && !ends_sentence(r, i)) ||
            is_short_office(r, i - 1) || is_initials(r, i - 1) || reading_equal(r, i - 1, "br"));
}

bool name_leads_to(const struct reading *r, size_t particle) {
    return reading_capital(r, particle + 1) ||
           (name_title_dot(r, particle + 1) && reading_capital(r, particle + 2));
}

/* A.L of A.L. Suganda, H.M of H.M. Ridwan: more than titles. */
static bool has_initials(const struct reading *r, size_t i) {
    struct slice word = reading_text(r, i);
    if (!is_initials(r, i) || slice_equal_nocase(word, SLICE("K.H"))) return false;
    while (word.len) {
        struct slice part = slice_cut(&word, '.');
        if (part.len > 2) return false;
        if (part.len && !(speech_classes(r->language, part) & (SPEECH_RANK | SPEECH_KIN))) return true;
    }
    return false;
}

/* Token i continues, to the left, a name whose right part stands after it. */
static bool joins_name(const struct reading *r, size_t first, size_t i) {
    if (name_title_dot(r, i)) return true;
    bool inside = i > first && (reading_name(r, i - 1) || name_title_dot(r, i - 1));
    return is_short_name(r, i) || (inside && (name_particle(r, i) || is_custom(r, i)));
}

bool name_gives_age(const struct reading *r, size_t i) {
    size_t close = reading_equal(r, i + 2, "tahun") ? i + 3 : i + 2;
    return reading_equal(r, i, "(") && reading_equal(r, close, ")") &&
           reading_token(r, i + 1)->kind == TOKEN_NUMBER && reading_text(r, i + 1).len == 2;
}

/* A capital that can only be a name here, though the word is an ordinary one: Tegas, Maya, Haru, Firman. */
static bool is_word_as_name(const struct reading *r, size_t i) {
    const uint32_t other = SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN | SPEECH_ORG | SPEECH_WORK | SPEECH_AREA |
                           SPEECH_PLACE | SPEECH_DAY | SPEECH_PRONOUN | SPEECH_DEGREE;
    bool document = reading_is(r, i, SPEECH_DOCUMENT) && !reading_is(r, i, SPEECH_BARE);
    bool starts = reading_is(r, i, SPEECH_FUNCTION) && reading_small(r, i + 1); /* Dengan adanya ... */
    return !starts && reading_capital(r, i) && !(reading_token(r, i)->flags & TOKEN_UPPER) &&
           !reading_mixed(r, i) && !document && !reading_is(r, i, other);
}

/* Nurul Awan (19), I Gede Bawa; Tubagus Utama, who is Tubagus elsewhere: an ordinary word ends a name. */
static bool ends_name(const struct reading *r, size_t first, size_t end) {
    if (end < first + 2 || !reading_capital(r, end - 1) || !reading_name(r, end - 2)) return false;
    if (reading_token(r, end - 1)->flags & TOKEN_UPPER) return false;
    if (name_gives_age(r, end)) return true;
    bool shown = reading_known(r, end - 2) || reading_is(r, end - 2, SPEECH_NAME);
    if (shown && reading_is(r, end - 1, SPEECH_AREA) && !reading_is(r, end - 1, SPEECH_WORK | SPEECH_ORG))
        return true; /* Akbar Tanjung: no area without its name */
    if (reading_known(r, end - 2))
        return is_word_as_name(r, end - 1) || reading_is(r, end - 1, SPEECH_WORK | SPEECH_PLACE);
    if (!is_word_as_name(r, end - 1)) return false;
    if (end == first + 2) return first > 0 && reading_equal(r, first - 1, ",");
    return reading_name(r, end - 3) || reading_is(r, end - 3, SPEECH_RANK | SPEECH_ROLE | SPEECH_WORK) ||
           reading_text(r, end - 3).len == 1;
}

/* Tomi RD Lubis: two initials, which could be a rank, after a name that a rank or the draft shows; A. Rahman
 * H. Said: one, after a name that begins with another. */
static bool is_inner_initials(const struct reading *r, size_t first, size_t i) {
    if (i > first + 2 && reading_text(r, i).len == 1 && name_title_dot(r, i + 1) && reading_name(r, i - 1) &&
        name_title_dot(r, i - 2) && reading_text(r, i - 3).len == 1 && !reading_is(r, i - 3, SPEECH_RANK))
        return true;
    return i > first && reading_is(r, i, SPEECH_RANK) && reading_token(r, i)->flags & TOKEN_UPPER &&
           reading_text(r, i).len == 2 && reading_name(r, i - 1) &&
           (reading_known(r, i - 1) || (i > first + 1 && reading_is(r, i - 2, SPEECH_RANK)));
}

/* Reza Indragiri Amriel: a place inside a name. */
static bool is_bridge(const struct reading *r, size_t first, size_t i) {
    if (is_inner_initials(r, first, i)) return true;
    if (i > first + 1 && is_word_as_name(r, i) && name_title_dot(r, i - 1) && is_short_name(r, i - 2))
        return true; /* Moh. Asyik Hidayat */
    if (i > first && is_word_as_name(r, i) && reading_name(r, i - 1))
        return i - 1 == first || reading_known(r, i - 1) || reading_is(r, i - 1, SPEECH_NAME);
    if (i == first + 1 && reading_is(r, i, SPEECH_WORK) && !reading_is(r, i - 1, SPEECH_ROLE))
        return reading_name(r, i - 1);
    return i > first && reading_is(r, i, SPEECH_PLACE) && reading_name(r, i - 1) &&
           (i - 1 == first || reading_known(r, i - 1) || reading_equal(r, i - 2, ","));
}

/* Bupati Tanah Laut H. Rahmat: a word of the place, not a rank of the person. */
static bool ends_place(const struct reading *r, size_t first, size_t end) {
    return end > first + 1 && reading_is(r, end - 2, SPEECH_PLACE | SPEECH_AREA | SPEECH_WORK) &&
           language_has(r->language, LEXICON_PLACES, reading_range(r, end - 2, end));
}

bool name_only_role(const struct reading *r, size_t i) {
    return reading_is(r, i, SPEECH_ROLE) && !reading_is(r, i, SPEECH_RANK);
}

/* AKBP I Putu Bayu Pati, Dr. Yos Hasan Utama, Kapten Inf Saudi: after a rank stands a name, though it ends
 * like a place or an office, or is one; or end. Not so after Direktur Jenderal. */
static size_t name_after_rank(const struct reading *r, size_t first, size_t end) {
    const uint32_t other = SPEECH_RANK | SPEECH_ROLE | SPEECH_ORG | SPEECH_WORK | SPEECH_AREA;
    size_t k = end;
    if (end > first + 2 && reading_is(r, end - 1, SPEECH_WORK | SPEECH_AREA) && reading_name(r, end - 2)) k--;
    while (k > first && reading_capital(r, k - 1) && !reading_is(r, k - 1, other))
        k--;
    size_t rank = k > first && name_title_dot(r, k - 1) ? k - 1 : k;
    bool ranked = rank > first && k < end && reading_is(r, rank - 1, SPEECH_RANK) &&
                  !(rank > first + 1 && name_only_role(r, rank - 2));
    if (!ranked) return end;
    if (k + 1 == end) return reading_is(r, k, SPEECH_PLACE) ? k : end;
    return reading_name(r, k) || reading_name(r, k + 1) ? k : end;
}

/* Where a run of capitals up to end is a name as a whole: kata Sehat Simarmata, Bupati I Gusti Jaya Negara,
 * Wa Ode Munzirah, Al Munzir; or from. */
static size_t name_as_whole(const struct reading *r, size_t first, size_t end, size_t from) {
    const uint32_t other = SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN | SPEECH_ORG | SPEECH_WORK | SPEECH_AREA |
                           SPEECH_PLACE | SPEECH_DAY | SPEECH_PRONOUN | SPEECH_DOCUMENT | SPEECH_DEGREE;
    size_t capitals = end;
    while (capitals > first && (reading_capital(r, capitals - 1) || name_title_dot(r, capitals - 1)))
        capitals--;
    for (size_t i = capitals; i + 1 < end; i++) {
        bool inside = i >= from; /* Universitas Udayana I Gede Pitana */
        if (inside && (i == from || i == 0 || !reading_is(r, from - (from > 0), SPEECH_ORG | SPEECH_AREA)))
            continue;
        if (reading_balinese(r, i)) return i;
    }
    if (from < end && from > capitals &&
        (reading_equal(r, from - 1, "wa") || reading_equal(r, from - 1, "al")))
        return from - 1;
    bool speaks = first > 0 && (reading_dash(r, first - 1) ||
                                (reading_small(r, first - 1) && reading_is(r, first - 1, SPEECH_BARE)));
    if (capitals > first || !speaks || end < first + 2) return from;
    bool named = from < end;
    for (size_t i = first; i < from && i < end; i++) {
        if (reading_is(r, i, other) || reading_token(r, i)->flags & TOKEN_UPPER) return from;
        named = named || reading_name(r, i);
    }
    return named ? first : from;
}

/* Dinas Pemberdayaan Masyarakat dan Desa: the word for an area ends the name of a body, and no village
 * follows. */
static bool ends_body(const struct reading *r, size_t first, size_t area) {
    if (area < first + 2 || !(reading_equal(r, area - 1, "dan") || reading_equal(r, area - 1, "masyarakat")))
        return false;
    for (size_t i = first; i < area; i++)
        if (reading_is(r, i, SPEECH_ORG)) return true;
    return false;
}

/* Bupati Tanjung Jabung Timu: words of a place that are none by themselves, and one after them that nothing
 * shows to be a name: the rest of the place, with a slip. */
static bool ends_cut_place(const struct reading *r, size_t first, size_t k, size_t end) {
    if (k + 1 != end || reading_known(r, k) || reading_is(r, k, SPEECH_NAME)) return false;
    size_t place = k;
    while (place > first && reading_capital(r, place - 1) && reading_is(r, place - 1, SPEECH_PLACE))
        place--;
    struct slice name = reading_range(r, place < k ? place : first, k);
    return k - place > 1 && place > first && reading_is(r, place - 1, SPEECH_ROLE) &&
           !language_has(r->language, LEXICON_PLACES, name) &&
           !language_has(r->language, LEXICON_VILLAGES, name);
}

/* Polres Batang, DPUPR Batang, Dinas Perhubungan Batang, Cabang Batang: after it stands where it is, not
 * Batang Anai. */
static bool seats_body(const struct reading *r, size_t i) {
    bool acronym = reading_token(r, i)->flags & TOKEN_UPPER && reading_text(r, i).len > 2;
    return acronym || reading_is(r, i, SPEECH_ORG | SPEECH_WORK) || reading_equal(r, i, ")") ||
           reading_in(r, i, CLASS_BRANCH);
}

/* Kepala Desa Lina Suganda: two words of which no list of places has the first; the villages of the country
 * are listed. */
static bool heads_person(const struct reading *r, size_t k, size_t end) {
    bool village = k > 1 && reading_is(r, k - 2, SPEECH_ROLE) && reading_equal(r, k - 1, "desa");
    return village && end == k + 2 && !language_has(r->language, LEXICON_VILLAGES, reading_text(r, k)) &&
           !language_has(r->language, LEXICON_PLACES, reading_text(r, k)) &&
           !language_has(r->language, LEXICON_VILLAGES, reading_range(r, k, end)) &&
           !language_has(r->language, LEXICON_PLACES, reading_range(r, k, end));
}

/* After the place, the unit or the body that the words before the name at k speak of. */
static size_t name_after_office(const struct reading *r, size_t first, size_t k, size_t end) {
    bool known = k < end && (reading_is(r, k, SPEECH_NAME) || reading_known(r, k));
    /* III Koto, Polres Batang: the name of the place is told */
    bool complete =
        k > first + 1 && (reading_numeral(r, k - 2) || (seats_body(r, k - 2) && name_of_place(r, k - 1, k) &&
                                                        (k >= end || !name_of_place(r, k - 1, k + 1))));
    bool initial = name_title_dot(r, k + 1) && reading_text(r, k).len == 1; /* Kepala Desa M. Ali Suganda */
    if (k > first && k < end && reading_is(r, k - 1, SPEECH_AREA) && !known && !complete && !initial &&
        !ends_body(r, first, k - 1) && !name_ends_office(r, k - 1) && !heads_person(r, k, end)) {
        k++; /* Desa Penusupan Guntur: the first word names the village */
        while (k < end && reading_equal(r, k, "."))
            k++;
    }
    if (k < end && k > first + 1 && reading_in(r, k - 1, CLASS_WORD_NAME) && reading_capital(r, k - 1) &&
        reading_is(r, k - 2, SPEECH_ORG) && !reading_is(r, k - 2, SPEECH_ROLE))
        k--; /* Kepala Dishub Hari Santoso, not Ketua Panitia Hari Kartini */
    k = name_after_unit(r, first, k, end);
    return name_after_place(r, first, k, end, known);
}

/* A title of a person stands before token i, and no office of which it is a word: Asisten Bapak ... */
static bool name_directly_ranked(const struct reading *r, size_t first, size_t i) {
    size_t rank = name_title_dot(r, i - 1) ? i - 2 : i - 1;
    return rank >= first && reading_is(r, rank, SPEECH_RANK | SPEECH_KIN) &&
           !reading_is(r, rank, SPEECH_ROLE | SPEECH_ORG | SPEECH_WORK) &&
           !(rank > first && name_only_role(r, rank - 1));
}

void name_find(const struct reading *r, size_t first, size_t end, size_t *name_first, size_t *bare_name) {
    size_t k = ends_name(r, first, end) ? end - 1 : end;
    while (k > first &&
           (reading_name(r, k - 1) || (k < end && (joins_name(r, first, k - 1) || name_particle(r, k - 1) ||
                                                   is_bridge(r, first, k - 1)))))
        k--;
    while (k < end && (reading_equal(r, k, ".") || name_particle(r, k)))
        k++;
    if (k == first + 1 && k < end && is_word_as_name(r, first) && reading_equal(r, first - (first > 0), ","))
        k = first; /* Direktur PT Makmur Tbk, Haru Koesnadi */
    if (k < end && k > first + 1 && is_word_as_name(r, k - 1) && name_directly_ranked(r, first, k - 1))
        k--; /* Ustazah Titik Nurhayati */
    size_t body = name_after_body(r, first, k, end);
    k = body == k ? name_after_office(r, first, k, end) : body;
    if (k > first && k + 1 == end && reading_text(r, k).len <= 2) k = end; /* Armada I, Komisi X */
    if (k == end) k = name_after_rank(r, first, end);
    if (k < end && ends_cut_place(r, first, k, end)) k = end;
    k = name_as_whole(r, first, end, k);
    bool told = first > 0 && reading_is(r, first - 1, SPEECH_BARE); /* kata JK */
    if (k + 1 == end && reading_token(r, k)->flags & TOKEN_UPPER && reading_text(r, k).len <= 2 && !told)
        k = end; /* Perwakilan AU */
    if (k < end && k > first + 1 && reading_equal(r, k - 1, ".") && has_initials(r, k - 2))
        k -= 2;
    else if (k < end && k > first && has_initials(r, k - 1))
        k--;
    *bare_name = k;
    size_t left = k;
    while (k < end && left > first &&
           (reading_is(r, left - 1, SPEECH_RANK | SPEECH_KIN) || name_title_dot(r, left - 1) ||
            is_initials(r, left - 1)) &&
           !ends_place(r, first, left))
        left--;
    bool degree =
        k < end && reading_is(r, k, SPEECH_DEGREE) && reading_equal(r, k + 1, "."); /* SH. Tekannya */
    if (degree || (k < end && left > first && reading_is(r, left - 1, SPEECH_THING)))
        k = end;            /* KRI Bima Suci */
    bool letters = k < end; /* V I S I */
    for (size_t i = k; i < end && letters; i++)
        letters = reading_text(r, i).len == 1;
    if (letters && k + 1 < end) k = end;
    *name_first = k < end ? left : end;
    if (k == end) *bare_name = end;
}

size_t name_alone(const struct reading *r, size_t from, size_t limit) {
    size_t i = from, words = 0;
    while (i < limit && (reading_is(r, i, SPEECH_RANK | SPEECH_KIN) || name_title_dot(r, i) ||
                         (i > from && reading_equal(r, i, "gigi"))))
        i++;
    if (is_word_as_name(r, i) && reading_name(r, i + 1)) i++; /* Haru Koesmahargyo */
    for (; i < limit; i++) {
        if (reading_name(r, i) || is_short_name(r, i) ||
            (words && reading_is(r, i, SPEECH_PLACE | SPEECH_WORK) && reading_name(r, i + 1)))
            words++;
        else if (!name_title_dot(r, i) &&
                 !(words && (name_particle(r, i) || is_custom(r, i)) && name_leads_to(r, i)))
            break;
    }
    if (words && is_word_as_name(r, i)) i++; /* Boby Firman */
    if (!words || reading_capital(r, i)) return from;
    return i;
}
