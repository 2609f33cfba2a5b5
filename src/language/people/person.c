#include "language/people/person.h"

#include "language/people/name.h"
#include "language/people/name_body.h"
#include "language/people/name_words.h"
#include "language/people/office.h"
#include "language/people/subject.h"

void people_free(struct people *people) {
    for (size_t i = 0; i < people->list.count; i++)
        str_free(&people->list.items[i].office);
    vec_free(&people->list);
    vec_free(&people->words);
    map_free(&people->by_name);
    map_free(&people->by_word);
    map_free(&people->nicknames);
    map_free(&people->told);
}

enum { SETTLED = 2000 }; /* keeps long drafts linear */

static void add_words(struct people *people, size_t person) {
    struct str buffer = {0};
    struct slice rest = people->list.items[person].name;
    for (struct slice word; (word = name_next_word(&rest)).len;) {
        str_clear(&buffer);
        uintptr_t *chain = map_put(&people->by_word, speech_fold(&buffer, word));
        vec_push(&people->words, (struct person_word){.person = person, .next = *chain});
        *chain = people->words.count;
    }
    str_free(&buffer);
}

/* FADLY AMRAN, of a headline. */
static bool in_capitals(struct slice name) {
    for (size_t i = 0; i < name.len; i++)
        if (name.data[i] >= 'a' && name.data[i] <= 'z') return false;
    return true;
}

static size_t add_person(struct people *people, struct slice name, size_t at) {
    struct str buffer = {0};
    uintptr_t *place = map_put(&people->by_name, speech_fold(&buffer, name));
    if (!*place) {
        vec_push(&people->list, (struct person){.name = name,
                                                .first_at = at,
                                                .introduced_at = SIZE_MAX,
                                                .words = name_count_words(name),
                                                .letters = name_letters(name)});
        *place = people->list.count;
        add_words(people, people->list.count - 1);
    }
    str_free(&buffer);
    struct person *person = &people->list.items[*place - 1];
    bool as_long = name.len == person->name.len; /* where it stands first, findings cover so many bytes */
    if (as_long && in_capitals(person->name) && !in_capitals(name)) person->name = name;
    return *place - 1;
}

/* Wako, in a headline, and then Wali Kota Padang: the same office with its place. */
static bool is_fuller(struct slice office, struct slice before) {
    enum { LONGER = 48 /* bytes: the place or body of an office, not what else is said of somebody */ };
    return office.len > before.len + 1 && office.len <= before.len + LONGER && before.len &&
           slice_starts(office, before) && office.data[before.len] == ' ';
}

static void describe(struct people *people, const struct reading *r, size_t person, const struct mention *m) {
    struct person *p = &people->list.items[person];
    size_t at = r->start + reading_token(r, m->first)->start;
    if (m->described && p->introduced_at == SIZE_MAX) p->introduced_at = at;
    p->headed = p->headed || m->name_first > m->first;
    if (m->role_end <= m->role_first) return;
    struct str office = {0};
    office_append(&office, r->language, reading_range(r, m->role_first, m->role_end));
    if (!p->role.len || is_fuller(str_slice(&office), str_slice(&p->office))) {
        p->role = reading_range(r, m->role_first, m->role_end);
        if (m->role_end == m->name_first) p->titled = reading_range(r, m->role_first, m->name_end);
        str_clear(&p->office);
        str_append(&p->office, str_slice(&office));
    }
    str_free(&office);
}

/* X, Bupati Agam, ...: an office after the name. */
static void describe_after(const struct reading *r, struct mention *m, size_t count) {
    size_t next = m->end;
    while (next < count && (reading_equal(r, next, ",") || reading_equal(r, next, "yang") ||
                            reading_in(r, next, CLASS_IN_OFFICE)))
        next++;
    if (next == m->end || !reading_is(r, next, SPEECH_ROLE)) return;
    struct mention office = mention_after(r, next, count);
    m->described = true;
    if (m->role_end > m->role_first || office.kind == MENTION_NONE) return;
    m->role_first = office.first;
    m->role_end = office.name_end > office.name_first ? office.name_first : office.end;
    while (m->role_end > m->role_first && reading_equal(r, m->role_end - 1, ","))
        m->role_end--;
}

/* The words of an office with its name, however the one is parted from the other: whoever bears one of them
 * is introduced. */
static void tell(struct people *people, const struct reading *r, const struct mention *m) {
    struct str buffer = {0};
    for (size_t i = m->first; i < m->end; i++) {
        if (!reading_capital(r, i)) continue;
        str_clear(&buffer);
        uintptr_t *place = map_put(&people->told, speech_fold(&buffer, reading_text(r, i)));
        if (!*place) *place = r->start + reading_token(r, i)->start + 1;
    }
    str_free(&buffer);
}

static void add_nickname(struct people *people, const struct reading *r, size_t first, size_t end,
                         size_t person) {
    struct str buffer = {0};
    uintptr_t *place = map_put(&people->nicknames, speech_fold(&buffer, reading_range(r, first, end)));
    if (!*place || *place == PERSON_NONE) *place = person;
    str_free(&buffer);
}

/* After the capitals from i on. */
static size_t after_capitals(const struct reading *r, size_t i) {
    while (reading_capital(r, i))
        i++;
    return i;
}

/* kata Wawan, sapaan akrabnya: of whom was named before, by index + 1; 0 for Agus, of Agus Dwirianto, and
 * when nobody was. */
static size_t bearer_before(struct people *people, struct slice nickname, size_t at) {
    size_t full = people_find(people, nickname, at);
    if (!people->earlier || (full != PERSON_NONE && people->list.items[full].words > 1)) return 0;
    full = people_find(people, people->list.items[people->earlier - 1].name, at);
    return full == PERSON_NONE ? people->earlier : full + 1;
}

/* pria yang akrab disapa Anwar, of Wajmudin Anwar: found by its name as it is. */
static bool is_part_of_name(struct people *people, struct slice nickname, size_t at) {
    size_t full = people_find(people, nickname, at);
    return full != PERSON_NONE && people->list.items[full].words > 1;
}

/* Sugi, of Sugiyanto: whose name begins so, or whom the draft named last. */
static size_t bearer_of(const struct people *people, struct slice nickname) {
    for (size_t i = 0; i < people->list.count && i < SETTLED; i++) {
        struct slice rest = people->list.items[i].name;
        for (struct slice word; (word = name_next_word(&rest)).len;)
            if (nickname.len >= PEOPLE_NICKNAME && word.len > nickname.len &&
                slice_equal_nocase(slice_range(word, 0, nickname.len), nickname))
                return i + 1;
    }
    return people->latest;
}

/* "yang akrab disapa Ucok", "Tgk. Faisal atau Lem Faisal": another name of the person before it; "Kang DS,
 * sapaan akrabnya" too; "Castro, sapaan Herdiansyah": of the person after it. */
static void read_nickname(struct people *people, const struct reading *r, size_t i, size_t named_end) {
    bool called = reading_in(r, i, CLASS_CALLED) || reading_equal(r, i, "alias");
    bool either = reading_equal(r, i, "atau") && i == named_end;
    size_t mark = i;
    while (mark > 1 && (reading_token(r, mark - 1)->kind == TOKEN_PUNCTUATION) && i - mark < 2)
        mark--; /* Kang DS, sapaan; Kang DS --sapaan; Kang DS (sapaan */
    bool after = i > 0 && (reading_equal(r, i, "sapaan") || reading_equal(r, i, "panggilan")) &&
                 reading_capital(r, mark - (mark > 0));
    size_t person = people->latest, name = called || either ? i + 1 : mark - 1;
    if (!called && !either && !after) return;
    size_t whose = reading_equal(r, i + 1, "akrab") ? i + 2 : i + 1;
    if (after && reading_capital(r, whose)) { /* whose name it is stands after */
        struct slice bearer = reading_range(r, whose, after_capitals(r, whose));
        size_t at = r->start + reading_token(r, i)->start, who = people_find(people, bearer, at);
        if (who == PERSON_NONE) who = people_holding(people, r->language, bearer, at);
        if (who != PERSON_NONE) person = who + 1;
    }
    if (!person || !reading_capital(r, name)) return;
    size_t end = after ? name + 1 : after_capitals(r, name), bare = name;
    while (reading_is(r, bare, SPEECH_KIN | SPEECH_RANK) && bare + 1 < end)
        bare++;
    struct slice nickname = reading_range(r, bare, end);
    if (called && is_part_of_name(people, nickname, r->start + reading_token(r, i)->start)) return;
    if (called) person = bearer_of(people, nickname);
    if (slice_equal_nocase(people->list.items[person - 1].name, nickname))
        person = bearer_before(people, nickname, r->start + reading_token(r, i)->start);
    if (!person) return;
    add_nickname(people, r, name, end, person);
    add_nickname(people, r, bare, end, person);
}

static bool may_begin(const struct reading *r, size_t i) {
    if (reading_token(r, i)->kind != TOKEN_WORD) return false;
    if (reading_is(r, i, SPEECH_BARE | SPEECH_PASSIVE) &&
        !reading_is(r, i, SPEECH_NAME | SPEECH_ROLE | SPEECH_RANK))
        return false; /* ."  Kata KH. Miftahuddin; Dikatakan Camat Lina */
    if (reading_capital(r, i))
        return !reading_is(r, i, SPEECH_FUNCTION | SPEECH_CIRCUMSTANCE | SPEECH_DAY | SPEECH_PRONOUN) ||
               reading_is(r, i, SPEECH_NAME);
    return reading_is(r, i, SPEECH_ROLE | SPEECH_RANK) && !reading_is(r, i, SPEECH_FUNCTION);
}

/* Where to look for the next name after a phrase that has none: after a short one, and after a body whose
 * own name could be somebody's. */
static size_t after_nameless(const struct reading *r, const struct mention *m, size_t i) {
    enum { SHORT = 4 /* tokens */ };
    if (m->kind == MENTION_NONE || m->end <= i || reading_small(r, i)) return i + 1;
    bool body = false, phrase = m->kind == MENTION_OFFICE || m->kind == MENTION_BODY;
    for (size_t k = i; k < m->end && phrase; k++)
        body = body || name_heads_body(r, k);
    return body || m->end < i + SHORT ? m->end : i + 1;
}

/* digelar di Joglo Mangun Suganda: where something is, though no list of places has it; not Konsul Jenderal
 * di New York Lina Suganda. */
static bool stands_where(const struct reading *r, size_t i, const struct mention *m) {
    return i > 1 && m->name_first == i && m->bare_name == i && reading_equal(r, i - 1, "di") &&
           reading_small(r, i - 2) && !reading_known(r, i);
}

void people_read(struct people *people, const struct reading *r) {
    size_t count = r->analysis->tokens.count, named_end = count;
    for (size_t i = dateline_after(r); i < count;) {
        read_nickname(people, r, i, named_end);
        struct mention m = may_begin(r, i) ? mention_after(r, i, count) : (struct mention){0};
        if (m.kind == MENTION_OFFICE) tell(people, r, &m);
        bool called =
            m.kind == MENTION_NAME && m.name_first > i && reading_in(r, m.name_first - 1, CLASS_CALLED);
        if (called) { /* pria yang akrab disapa Ucok: see read_nickname */
            i++;
            continue;
        }
        if (m.kind != MENTION_NAME) {
            i = after_nameless(r, &m, i);
            continue;
        }
        if (name_is_degrees(r, m.bare_name, m.name_end) || stands_where(r, i, &m)) {
            i = m.name_end;
            continue;
        }
        describe_after(r, &m, count);
        struct slice name = reading_range(r, m.bare_name, m.name_end);
        size_t person = add_person(people, name, r->start + reading_token(r, m.bare_name)->start);
        if (people->latest != person + 1) people->earlier = people->latest;
        people->latest = person + 1;
        describe(people, r, person, &m);
        if (m.described) tell(people, r, &m);
        i = named_end = m.name_end > i ? m.name_end : i + 1;
    }
}

/* Whether what stands in p's name before the last words belongs to an office: after one, or a common word
 * itself (Staff Ahli Darsono Wibowo); not Muhammad, nor an initial. */
static bool is_office_before(struct language *language, const struct person *p, size_t len) {
    struct slice rest = slice_range(p->name, 0, len), word = name_next_word(&rest);
    uint32_t classes = speech_classes(language, word);
    if (word.len < 3 || classes & (SPEECH_NAME | SPEECH_RANK | SPEECH_KIN)) return false;
    struct str buffer = {0};
    struct slice folded = speech_fold(&buffer, word);
    bool common =
        language_has(language, LEXICON_ENGLISH, folded) || language_has(language, LEXICON_FREQUENCY, folded);
    str_free(&buffer);
    return p->headed || common;
}

/* Program Sarerea Baraya Lina Suganda, of Bupati Lina Suganda: two words or more before a name that an office
 * shows, and no office before them. */
static bool is_stray(const struct person *p, const struct person *whole) {
    return !p->headed && p->introduced_at == SIZE_MAX && whole->headed && p->words >= whole->words + 2;
}

void people_settle(struct people *people, struct language *language) {
    struct str buffer = {0};
    for (size_t i = 0; i < people->list.count; i++) {
        struct person *p = &people->list.items[i];
        struct slice rest = p->name;
        for (size_t left = p->words; left > 2 && !p->meant;) {
            name_next_word(&rest);
            if (--left < 2) break;
            struct slice tail = slice_trim(rest);
            str_clear(&buffer);
            const uintptr_t *place = map_get(&people->by_name, speech_fold(&buffer, tail));
            if (!place) continue;
            struct person *whole = &people->list.items[*place - 1];
            bool stray = is_stray(p, whole);
            if (!stray && !is_office_before(language, p, (size_t)(tail.data - p->name.data))) continue;
            p->meant = *place;
            if (whole->role.len) continue;
            whole->role = p->role;
            str_append(&whole->office, str_slice(&p->office));
            if (p->first_at < whole->first_at) whole->first_at = p->first_at;
            if (p->introduced_at < whole->introduced_at) whole->introduced_at = p->introduced_at;
        }
    }
    str_free(&buffer);
    for (size_t i = 0; i < people->list.count && i < SETTLED; i++) {
        struct person *p = &people->list.items[i];
        size_t full = p->role.len && p->words == 1 ? people_find(people, p->name, p->first_at) : PERSON_NONE;
        if (full == PERSON_NONE || full == i || people->list.items[full].role.len) continue;
        people->list.items[full].role = p->role; /* Pak Agus selaku Kepala Desa: of Agus Budiantoro */
        str_append(&people->list.items[full].office, str_slice(&p->office));
    }
}
