#include "language/people/name_words.h"
#include "language/people/office.h"
#include "language/people/person.h"

enum { OFFICES = 160, NICKNAMED = 2000, MANY_WORDS = 6 }; /* bounds keep long drafts linear */
enum { CALLED_SO = 40 }; /* one is mostly called by the first word: outweighs one more word of another name */

/* Case and the shape of an apostrophe are ignored: Musa'ad, Musa’ad. */
static bool words_equal(struct slice a, struct slice b) {
    if (a.len == b.len || slice_find_byte(a, '\'', 0) == slice_find_byte(b, '\'', 0))
        return slice_equal_nocase(a, b);
    struct str one = {0}, two = {0};
    bool equal = slice_equal(speech_fold(&one, a), speech_fold(&two, b));
    str_free(&one);
    str_free(&two);
    return equal;
}

/* Whether the words of name stand in full, in their order. */
static bool holds_words(struct slice full, struct slice name) {
    struct slice rest = full;
    for (struct slice word; (word = name_next_word(&name)).len;) {
        struct slice other;
        do
            other = name_next_word(&rest);
        while (other.len && !words_equal(other, word));
        if (!other.len) return false;
    }
    return true;
}

static size_t score_of(const struct person *p, struct slice name_first, size_t words, size_t at) {
    size_t score = 1;
    if (p->first_at <= at) score += 8;
    if (p->words > words) score += 16 + 32 * (p->words < MANY_WORDS ? p->words : MANY_WORDS);
    if (p->role.len || p->introduced_at != SIZE_MAX) score += 4;
    struct slice full = p->name, first = name_next_word(&full);
    if (slice_equal_nocase(first, name_first)) score += words == 1 ? CALLED_SO : 2;
    return score;
}

static size_t find_by_words(const struct people *people, struct slice name, size_t at) {
    struct str buffer = {0};
    struct slice rest = name, first = name_next_word(&rest);
    const uintptr_t *chain = map_get(&people->by_word, speech_fold(&buffer, first));
    size_t words = name_count_words(name), best = PERSON_NONE, best_score = 0, steps = 0;
    for (size_t k = chain ? *chain : 0; k && steps < PEOPLE_CHAIN; steps++) {
        const struct person_word *word = &people->words.items[k - 1];
        const struct person *p = &people->list.items[word->person];
        size_t score = holds_words(p->name, name) ? score_of(p, first, words, at) : 0;
        if (score > best_score) {
            best_score = score;
            best = word->person;
        }
        k = word->next;
    }
    str_free(&buffer);
    bool called = words == 1 && best != PERSON_NONE && people->list.items[best].words > 1;
    return called ? find_by_words(people, people->list.items[best].name, at) : best;
}

/* JK: the first letters of Jusuf Kalla. */
static bool is_initials(struct slice name, struct slice full) {
    size_t i = 0;
    for (struct slice word; (word = name_next_word(&full)).len; i++)
        if (i >= name.len || word.data[0] != name.data[i]) return false;
    return i == name.len && i > 1;
}

/* Risma of Tri Rismaharini; Jokowi of Joko Widodo. */
static bool is_nickname(struct slice name, struct slice full) {
    if (is_initials(name, full)) return true;
    if (name.len < PEOPLE_NICKNAME) return false;
    struct slice rest = full, before = {0};
    for (struct slice word; (word = name_next_word(&rest)).len; before = word) {
        if (word.len > name.len && slice_equal_nocase(slice_range(word, 0, name.len), name)) return true;
        if (word.len > name.len && slice_equal_nocase(slice_range(word, word.len - name.len, word.len), name))
            return true; /* Tanti of Hartanti */
        if (before.len >= PEOPLE_NICKNAME && name.len > before.len &&
            slice_equal_nocase(slice_range(name, 0, before.len), before) &&
            word.len >= name.len - before.len &&
            slice_equal_nocase(slice_range(name, before.len, name.len),
                               slice_range(word, 0, name.len - before.len)))
            return true;
    }
    return false;
}

static size_t find_by_nickname(struct people *people, struct slice name) {
    struct str buffer = {0};
    uintptr_t *known = map_put(&people->nicknames, speech_fold(&buffer, name));
    str_free(&buffer);
    uint64_t letters = name_letters(name);
    for (size_t i = 0; i < people->list.count && i < NICKNAMED && !*known; i++) {
        const struct person *p = &people->list.items[i];
        if (p->words > 1 && !(letters & ~p->letters) && is_nickname(name, p->name)) *known = i + 1;
    }
    if (!*known) *known = PERSON_NONE;
    return *known == PERSON_NONE ? PERSON_NONE : *known - 1;
}

/* Called so in the draft: Lem Faisal. */
static size_t find_alias(const struct people *people, struct slice name) {
    struct str buffer = {0};
    const uintptr_t *known = map_get(&people->nicknames, speech_fold(&buffer, name));
    str_free(&buffer);
    return known && *known != PERSON_NONE ? *known - 1 : PERSON_NONE;
}

/* T. Munzir: the person named before whose name has that part written out, or a rank in its place. */
static size_t find_by_initial(const struct people *people, struct slice name, size_t at) {
    struct str buffer = {0};
    struct slice rest = name, first = name_next_word(&rest), second = rest;
    const uintptr_t *chain = NULL;
    if (first.len == 1) chain = map_get(&people->by_word, speech_fold(&buffer, name_next_word(&second)));
    size_t found = PERSON_NONE, steps = 0;
    for (size_t k = chain ? *chain : 0; k && steps < PEOPLE_CHAIN; steps++) {
        const struct person_word *word = &people->words.items[k - 1];
        const struct person *p = &people->list.items[word->person];
        struct slice full = p->name;
        if (p->first_at < at && !slice_equal(name_next_word(&full), first) && holds_words(p->name, rest))
            found = word->person;
        k = word->next;
    }
    str_free(&buffer);
    return found;
}

/* The person who bears that name alone and an office, where the fuller name is somebody else's: Wali Kota
 * Alfin, and his wife, Sri Kartini Alfin. What one is called is mostly the first word of the name; so who
 * shares but the last one and is never told with that office is another. */
static size_t find_apart(const struct people *people, struct slice name, const struct person *full) {
    struct str buffer = {0};
    const uintptr_t *place = map_get(&people->by_name, speech_fold(&buffer, name));
    str_free(&buffer);
    if (!place || !slice_ends(full->name, name)) return PERSON_NONE;
    const struct person *alone = &people->list.items[*place - 1];
    struct slice office = str_slice(&alone->office), other = str_slice(&full->office);
    bool same = !office.len || slice_equal(slice_cut(&office, ' '), slice_cut(&other, ' '));
    return same ? PERSON_NONE : *place - 1;
}

static size_t find_named(struct people *people, struct slice name, size_t at) {
    size_t words = name_count_words(name), found = find_by_words(people, name, at);
    bool fuller = found != PERSON_NONE && people->list.items[found].words > words;
    size_t apart = fuller && words == 1 ? find_apart(people, name, &people->list.items[found]) : PERSON_NONE;
    if (apart != PERSON_NONE) return apart;
    size_t alias = find_alias(people, name);
    if (alias != PERSON_NONE) return alias;
    if (fuller) return found;
    size_t initial = find_by_initial(people, name, at);
    if (initial != PERSON_NONE) return initial;
    size_t nickname = words == 1 ? find_by_nickname(people, name) : PERSON_NONE;
    return nickname == PERSON_NONE ? found : nickname;
}

size_t people_find(struct people *people, struct slice name, size_t at) {
    size_t found = find_named(people, name, at);
    if (found == PERSON_NONE || !people->list.items[found].meant) return found;
    size_t meant = people->list.items[found].meant - 1;
    if (holds_words(people->list.items[meant].name, name) || name_count_words(name) > 1) return meant;
    struct str buffer = {0}; /* Lina, of a headline that runs Lina Ajak Darsono Wibowo together */
    const uintptr_t *alone = map_get(&people->by_name, speech_fold(&buffer, name));
    str_free(&buffer);
    return alone ? *alone - 1 : PERSON_NONE;
}

size_t people_titled(struct people *people, struct language *language, struct slice head, struct slice name,
                     size_t at) {
    size_t found = people_find(people, name, at);
    if (found == PERSON_NONE || people->list.items[found].words < 2) return PERSON_NONE;
    struct str wanted = {0};
    office_append(&wanted, language, head);
    struct slice office = str_slice(&people->list.items[found].office), one = str_slice(&wanted);
    bool same = !office.len || slice_equal(slice_cut(&office, ' '), slice_cut(&one, ' '));
    str_free(&wanted);
    return same ? found : PERSON_NONE;
}

static bool office_matches(struct slice role, struct slice office) {
    return slice_starts(role, office) && (role.len == office.len || role.data[office.len] == ' ');
}

/* "Kepala Pelaksana BPBD Agam", told before as Kepala Pelaksana BPBD: only the place is new. */
static bool office_of_place(struct language *language, struct slice role, struct slice office) {
    if (!role.len || office.len <= role.len || !office_matches(office, role)) return false;
    struct slice rest = slice_range(office, role.len + 1, office.len);
    for (struct slice word; (word = name_next_word(&rest)).len;)
        if (!language_has(language, LEXICON_PLACE_WORDS, word)) return false;
    return true;
}

/* "Kepala BMKG", told before as Kepala Badan Meteorologi, Klimatologi, dan Geofisika (BMKG). */
static bool office_by_short_name(struct language *language, struct slice role, struct slice office) {
    struct str shortened = {0};
    if (slice_find_byte(role, '(', 0) == SIZE_MAX) return false;
    office_append_short(&shortened, language, role);
    bool same = office_matches(str_slice(&shortened), office);
    str_free(&shortened);
    return same;
}

/* The list is in the order of the draft. */
static size_t named_before(const struct people *people, size_t at) {
    return vec_before(const struct person, p, &people->list, p->first_at <= at);
}

size_t people_only(const struct people *people, size_t at) {
    return named_before(people, at) == 1 ? 0 : PERSON_NONE;
}

size_t people_holding(struct people *people, struct language *language, struct slice office, size_t at) {
    struct str wanted = {0};
    office_append(&wanted, language, office);
    size_t found = PERSON_NONE, steps = 0, count = people->list.count, low = named_before(people, at);
    for (size_t i = low; wanted.len && i-- > 0 && found == PERSON_NONE && steps < OFFICES; steps++)
        if (office_matches(str_slice(&people->list.items[i].office), str_slice(&wanted))) found = i;
    for (size_t i = low; wanted.len && i < count && found == PERSON_NONE && steps < 2 * OFFICES; i++, steps++)
        if (office_matches(str_slice(&people->list.items[i].office), str_slice(&wanted))) found = i;
    for (size_t i = low; wanted.len && i-- > 0 && found == PERSON_NONE && steps < 3 * OFFICES; steps++)
        if (office_of_place(language, str_slice(&people->list.items[i].office), str_slice(&wanted)))
            found = i;
    for (size_t i = low; i-- > 0 && found == PERSON_NONE && steps < 4 * OFFICES; steps++)
        if (office_by_short_name(language, people->list.items[i].role, str_slice(&wanted))) found = i;
    str_free(&wanted);
    return found == PERSON_NONE ? found : people_find(people, people->list.items[found].name, at);
}
