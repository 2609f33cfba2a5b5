#include "language/person.h"

#include "base/utf8.h"

enum {
    CHAIN = 64,
    OFFICES = 160,
    NICKNAME = 4,
    NICKNAMED = 2000,
    RESEMBLED = 400,
    FAR = 300
}; /* bounds keep long drafts linear */

struct person_word {
    size_t person, next; /* next: index + 1 in the chain, 0 at the end */
};

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

static bool parts_words(char c) {
    return c == ' ' || c == '.' || c == ',' || c == '\n' || c == '\t';
}

/* Takes the next word off the front, without the dots and spaces around it. */
static struct slice next_word(struct slice *rest) {
    size_t start = 0;
    while (start < rest->len && parts_words(rest->data[start]))
        start++;
    size_t end = start;
    while (end < rest->len && !parts_words(rest->data[end]))
        end++;
    struct slice word = slice_range(*rest, start, end);
    *rest = slice_range(*rest, end, rest->len);
    return word;
}

static size_t count_words(struct slice name) {
    size_t words = 0;
    while (next_word(&name).len)
        words++;
    return words;
}

/* Words that stand before an office without changing it. */
static bool is_qualifier(struct slice word) {
    return slice_equal_text(word, "penjabat") || slice_equal_text(word, "pejabat") ||
           slice_equal_text(word, "bapak") || slice_equal_text(word, "ibu") ||
           slice_equal_text(word, "pak") || slice_equal_text(word, "bu") || slice_equal_text(word, "sang") ||
           slice_equal_text(word, "sementara");
}

/* Sekda Gowa is the Sekretaris Daerah Kabupaten Gowa. */
static bool is_level(struct slice word, struct slice before) {
    if (!before.len || slice_ends(before, SLICE("wali"))) return false;
    return slice_equal_text(word, "kabupaten") || slice_equal_text(word, "kota") ||
           slice_equal_text(word, "provinsi");
}

/* An office in small letters, its short names written out, for comparing. */
static void append_office(struct str *out, struct language *language, struct slice role) {
    struct str buffer = {0};
    for (struct slice word; (word = next_word(&role)).len;) {
        str_clear(&buffer);
        struct slice folded = speech_fold(&buffer, word), full;
        if (folded.data[0] == '(') continue;
        if (lexicon_find(language_lexicon(language, LEXICON_OFFICES), folded, &full)) folded = full;
        if (is_qualifier(folded) && !out->len) continue;
        if (is_level(folded, str_slice(out))) continue;
        if (out->len) str_append_byte(out, ' ');
        str_append(out, folded);
    }
    str_free(&buffer);
    struct slice s = str_slice(out);
    if (slice_starts(s, SLICE("kepala negara")) && !slice_starts(s, SLICE("kepala negara "))) {
        str_clear(out);
        str_append(out, SLICE("presiden"));
    }
}

static void add_words(struct people *people, size_t person) {
    struct str buffer = {0};
    struct slice rest = people->list.items[person].name;
    for (struct slice word; (word = next_word(&rest)).len;) {
        str_clear(&buffer);
        uintptr_t *chain = map_put(&people->by_word, speech_fold(&buffer, word));
        vec_push(&people->words, (struct person_word){.person = person, .next = *chain});
        *chain = people->words.count;
    }
    str_free(&buffer);
}

static size_t add_person(struct people *people, struct slice name, size_t at) {
    struct str buffer = {0};
    uintptr_t *place = map_put(&people->by_name, speech_fold(&buffer, name));
    if (!*place) {
        vec_push(&people->list,
                 (struct person){
                     .name = name, .first_at = at, .introduced_at = SIZE_MAX, .words = count_words(name)});
        *place = people->list.count;
        add_words(people, people->list.count - 1);
    }
    str_free(&buffer);
    return *place - 1;
}

static void describe(struct people *people, const struct reading *r, size_t person, const struct mention *m) {
    struct person *p = &people->list.items[person];
    size_t at = r->start + reading_token(r, m->first)->start;
    if (m->described && p->introduced_at == SIZE_MAX) p->introduced_at = at;
    if (p->role.len || m->role_end <= m->role_first) return;
    p->role = reading_range(r, m->role_first, m->role_end);
    if (m->role_end == m->name_first) p->titled = reading_range(r, m->role_first, m->name_end);
    append_office(&p->office, r->language, p->role);
}

/* X, Bupati Agam, ...: an office behind the name. */
static void describe_behind(const struct reading *r, struct mention *m, size_t count) {
    size_t next = m->end;
    while (next < count && (reading_equal(r, next, ",") || reading_equal(r, next, "selaku") ||
                            reading_equal(r, next, "sebagai") || reading_equal(r, next, "yang")))
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
    if (!*place) *place = person;
    str_free(&buffer);
}

/* Behind the capitals from i on. */
static size_t behind_capitals(const struct reading *r, size_t i) {
    while (reading_capital(r, i))
        i++;
    return i;
}

/* "yang akrab disapa Ucok", "Tgk. Faisal atau Lem Faisal": another name of the person before it; "Kang DS,
 * sapaan akrabnya" too; "Castro, sapaan Herdiansyah": of the person behind it. */
static void read_nickname(struct people *people, const struct reading *r, size_t i, size_t named_end) {
    bool called =
        reading_equal(r, i, "disapa") || reading_equal(r, i, "dipanggil") || reading_equal(r, i, "alias");
    bool either = reading_equal(r, i, "atau") && i == named_end;
    bool after = i >= 2 && (reading_equal(r, i, "sapaan") || reading_equal(r, i, "panggilan")) &&
                 reading_equal(r, i - 1, ",");
    size_t person = people->latest, name = called || either ? i + 1 : i - 2;
    if (!called && !either && !after) return;
    if (after && reading_capital(r, i + 1)) { /* whose name it is stands behind */
        size_t who = people_find(people, reading_range(r, i + 1, behind_capitals(r, i + 1)),
                                 r->start + reading_token(r, i)->start);
        if (who != PERSON_NONE) person = who + 1;
    }
    if (!person || !reading_capital(r, name)) return;
    size_t end = after ? name + 1 : behind_capitals(r, name);
    add_nickname(people, r, name, end, person);
    while (reading_is(r, name, SPEECH_KIN | SPEECH_RANK) && name + 1 < end)
        name++;
    add_nickname(people, r, name, end, person);
}

static bool may_begin(const struct reading *r, size_t i) {
    if (reading_token(r, i)->kind != TOKEN_WORD) return false;
    if (reading_capital(r, i))
        return !reading_is(r, i, SPEECH_FUNCTION | SPEECH_CIRCUMSTANCE | SPEECH_DAY | SPEECH_PRONOUN) ||
               reading_is(r, i, SPEECH_NAME);
    return reading_is(r, i, SPEECH_ROLE | SPEECH_RANK) && !reading_is(r, i, SPEECH_FUNCTION);
}

void people_read(struct people *people, const struct reading *r) {
    size_t count = r->analysis->tokens.count, named_end = count;
    for (size_t i = mention_dateline(r); i < count;) {
        read_nickname(people, r, i, named_end);
        struct mention m = may_begin(r, i) ? mention_after(r, i, count) : (struct mention){0};
        if (m.kind == MENTION_OFFICE) tell(people, r, &m);
        if (m.kind != MENTION_NAME) {
            i = m.kind != MENTION_NONE && m.end > i && !reading_small(r, i) && m.end < i + 4 ? m.end : i + 1;
            continue;
        }
        describe_behind(r, &m, count);
        struct slice name = reading_range(r, m.bare_name, m.name_end);
        size_t person = add_person(people, name, r->start + reading_token(r, m.bare_name)->start);
        people->latest = person + 1;
        describe(people, r, person, &m);
        if (m.described) tell(people, r, &m);
        i = named_end = m.name_end > i ? m.name_end : i + 1;
    }
}

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
    for (struct slice word; (word = next_word(&name)).len;) {
        struct slice other;
        do
            other = next_word(&rest);
        while (other.len && !words_equal(other, word));
        if (!other.len) return false;
    }
    return true;
}

static size_t score_of(const struct person *p, struct slice name, size_t at) {
    size_t score = 1;
    if (p->first_at <= at) score += 8;
    if (p->words > count_words(name)) score += 16;
    if (p->role.len || p->introduced_at != SIZE_MAX) score += 4;
    struct slice full = p->name, first = next_word(&full);
    if (slice_equal_nocase(first, next_word(&name))) score += 2;
    return score;
}

static size_t find_by_words(const struct people *people, struct slice name, size_t at) {
    struct str buffer = {0};
    struct slice rest = name;
    const uintptr_t *chain = map_get(&people->by_word, speech_fold(&buffer, next_word(&rest)));
    size_t best = PERSON_NONE, best_score = 0, steps = 0;
    for (size_t k = chain ? *chain : 0; k && steps < CHAIN; steps++) {
        const struct person_word *word = &people->words.items[k - 1];
        const struct person *p = &people->list.items[word->person];
        size_t score = holds_words(p->name, name) ? score_of(p, name, at) : 0;
        if (score > best_score) {
            best_score = score;
            best = word->person;
        }
        k = word->next;
    }
    str_free(&buffer);
    return best;
}

/* JK: the first letters of Jusuf Kalla. */
static bool is_initials(struct slice name, struct slice full) {
    size_t i = 0;
    for (struct slice word; (word = next_word(&full)).len; i++)
        if (i >= name.len || word.data[0] != name.data[i]) return false;
    return i == name.len && i > 1;
}

/* Risma of Tri Rismaharini; Jokowi of Joko Widodo. */
static bool is_nickname(struct slice name, struct slice full) {
    if (is_initials(name, full)) return true;
    if (name.len < NICKNAME) return false;
    struct slice rest = full, before = {0};
    for (struct slice word; (word = next_word(&rest)).len; before = word) {
        if (word.len > name.len && slice_equal_nocase(slice_range(word, 0, name.len), name)) return true;
        if (before.len >= NICKNAME && name.len > before.len &&
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
    for (size_t i = 0; i < people->list.count && i < NICKNAMED && !*known; i++)
        if (people->list.items[i].words > 1 && is_nickname(name, people->list.items[i].name)) *known = i + 1;
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
    struct slice rest = name, first = next_word(&rest), second = rest;
    const uintptr_t *chain = NULL;
    if (first.len == 1) chain = map_get(&people->by_word, speech_fold(&buffer, next_word(&second)));
    size_t found = PERSON_NONE, steps = 0;
    for (size_t k = chain ? *chain : 0; k && steps < CHAIN; steps++) {
        const struct person_word *word = &people->words.items[k - 1];
        const struct person *p = &people->list.items[word->person];
        struct slice full = p->name;
        if (p->first_at < at && !slice_equal(next_word(&full), first) && holds_words(p->name, rest))
            found = word->person;
        k = word->next;
    }
    str_free(&buffer);
    return found;
}

size_t people_find(struct people *people, struct slice name, size_t at) {
    size_t words = count_words(name), found = find_by_words(people, name, at);
    bool fuller = found != PERSON_NONE && people->list.items[found].words > words;
    if (fuller) return found;
    size_t initial = find_by_initial(people, name, at);
    if (initial != PERSON_NONE) return initial;
    size_t nickname = words == 1 ? find_by_nickname(people, name) : find_alias(people, name);
    return nickname == PERSON_NONE ? found : nickname;
}

static bool office_matches(struct slice role, struct slice office) {
    return slice_starts(role, office) && (role.len == office.len || role.data[office.len] == ' ');
}

/* The list is in the order of the draft. */
static size_t named_before(const struct people *people, size_t at) {
    size_t low = 0, high = people->list.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (people->list.items[middle].first_at <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t people_holding(struct people *people, struct language *language, struct slice office, size_t at) {
    struct str wanted = {0};
    append_office(&wanted, language, office);
    size_t found = PERSON_NONE, steps = 0, count = people->list.count, low = named_before(people, at);
    for (size_t i = low; wanted.len && i-- > 0 && found == PERSON_NONE && steps < OFFICES; steps++)
        if (office_matches(str_slice(&people->list.items[i].office), str_slice(&wanted))) found = i;
    for (size_t i = low; wanted.len && i < count && found == PERSON_NONE && steps < 2 * OFFICES; i++, steps++)
        if (office_matches(str_slice(&people->list.items[i].office), str_slice(&wanted))) found = i;
    str_free(&wanted);
    return found;
}

/* Of a name of two words or more, the draft has told in full and long before who it is. */
static bool is_known_by(const struct people *people, struct slice word, size_t at) {
    const uintptr_t *told = map_get(&people->told, word), *chain = map_get(&people->by_word, word);
    if (told && *told <= at + 1) return true;
    size_t k = chain ? *chain : 0;
    for (size_t steps = 0; k && steps < CHAIN; steps++) {
        const struct person *p = &people->list.items[people->words.items[k - 1].person];
        if (p->introduced_at <= at || (p->words > 1 && p->first_at + FAR < at)) return true;
        k = people->words.items[k - 1].next;
    }
    return false;
}

/* Chadir for Chaidir, Ardi for Ardiwinata: a slip or a short form, no stranger. */
static bool nearly_equal(struct slice word, struct slice name) {
    size_t least = word.len < name.len ? word.len : name.len, most = word.len + name.len - least;
    size_t head = 0, tail = 0;
    while (head < least && (word.data[head] | ' ') == (name.data[head] | ' '))
        head++;
    while (tail < least - head &&
           (word.data[word.len - 1 - tail] | ' ') == (name.data[name.len - 1 - tail] | ' '))
        tail++;
    return least >= NICKNAME && head > 0 && (head == word.len || head + tail + 1 >= most);
}

static bool resembles_known(const struct people *people, struct slice word, size_t at) {
    for (size_t i = 0; i < people->list.count && i < RESEMBLED; i++) {
        const struct person *p = &people->list.items[i];
        struct slice rest = p->name;
        if (p->introduced_at > at) continue;
        for (struct slice other; (other = next_word(&rest)).len;)
            if (nearly_equal(word, other)) return true;
    }
    return false;
}

bool people_introduced(const struct people *people, struct slice name, size_t at) {
    struct str buffer = {0};
    bool introduced = false;
    for (struct slice word; !introduced && (word = next_word(&name)).len;) {
        str_clear(&buffer);
        struct slice folded = speech_fold(&buffer, word);
        introduced = is_known_by(people, folded, at) || resembles_known(people, folded, at);
    }
    str_free(&buffer);
    return introduced;
}
