#include "language/people/name.h"
#include "language/people/subject.h"
#include "language/quotes/attribution_desk.h"
#include "language/quotes/cue_parts.h"

enum { BEGINNING = 8 };

struct mention desk_meant(struct attributor *desk, const struct reading *r, struct mention m) {
    size_t at = r->start + reading_token(r, m.first < r->analysis->tokens.count ? m.first : 0)->start;
    if (m.kind != MENTION_OFFICE && m.kind != MENTION_BODY) return m;
    size_t first = m.end;
    while (first > m.first + 1 && reading_capital(r, first - 1))
        first--;
    for (; first < m.end; first++) {
        struct slice name = reading_range(r, first, m.end), head = reading_range(r, m.first, first);
        if (!reading_capital(r, first) || name_only_role(r, first)) continue;
        if (people_titled(&desk->out->people, desk->language, head, name, at) == PERSON_NONE) continue;
        m.kind = MENTION_NAME;
        m.name_first = m.bare_name = m.role_end = first;
        m.role_first = m.first;
        m.name_end = m.end;
        return m;
    }
    return m;
}

/* Has said something under that name, not long ago. */
static bool has_spoken(const struct attributor *desk, size_t who) {
    enum { QUOTES = 8 };
    size_t count = desk->out->quotes.count;
    for (size_t i = count; i-- > 0 && i + QUOTES >= count;) {
        const struct quote *quote = &desk->out->quotes.items[i];
        if (quote->named && quote->who == who && quote->standing == QUOTE_ATTRIBUTED && quote->cue.len)
            return true;
    }
    return false;
}

/* Whom a pronoun may mean: not what is a name only because its words are no others, such as Tahura, or Indo
 * Bambu Lestari of the Workshop Pengembangan Indo Bambu Lestari. */
static bool is_surely_person(const struct attributor *desk, size_t who, size_t at) {
    const struct person *p = &desk->out->people.list.items[who];
    if (p->words > 1 && has_spoken(desk, who)) return true;
    struct slice role = p->role, head = slice_cut(&role, ' ');
    struct slice second = slice_cut(&role, ' ');
    struct slice pair =
        second.len ? slice_range(p->role, 0, head.len + 1 + second.len) : head;  /* Hukum Tua */
    if (slice_ends(head, SLICE("."))) head = slice_range(head, 0, head.len - 1); /* Plt. */
    if (p->role.len)
        return (speech_classes(desk->language, head) | speech_classes(desk->language, pair)) &
                   (SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN) ||
               !(head.data[0] >= 'A' && head.data[0] <= 'Z');
    return p->words > 1 || desk->before.about == who || people_introduced(&desk->out->people, p->name, at);
}

/* pria yang akrab disapa Ucok itu: whom the draft calls so, or PERSON_NONE. */
static size_t called_so(struct people *people, const struct reading *r, const struct mention *m, size_t at) {
    size_t name = m->first;
    while (name < m->end && !reading_in(r, name, CLASS_CALLED))
        name++;
    size_t end = ++name;
    while (end < m->end && reading_capital(r, end))
        end++;
    return end > name && end <= m->end ? people_find(people, reading_range(r, name, end), at) : PERSON_NONE;
}

size_t desk_resolve(struct attributor *desk, const struct reading *r, const struct mention *written) {
    struct mention meant = desk_meant(desk, r, *written), *m = &meant;
    struct people *people = &desk->out->people;
    size_t at = r->start + reading_token(r, m->first < r->analysis->tokens.count ? m->first : 0)->start;
    switch (m->kind) {
    case MENTION_NAME:
        return people_find(people, reading_range(r, m->bare_name, m->name_end), at);
    case MENTION_OFFICE:
        if (m->end == m->first + 2 && reading_is(r, m->first, SPEECH_KIN) &&
            !reading_is(r, m->first + 1, SPEECH_ROLE)) /* Kang DS */
            return people_find(people, reading_range(r, m->first + 1, m->end), at);
        return people_holding(people, desk->language, reading_range(r, m->first, m->end), at);
    case MENTION_BODY:
        return m->end == m->first + 1 ? people_find(people, reading_range(r, m->first, m->end), at)
                                      : PERSON_NONE;
    case MENTION_DOCUMENT:
        return PERSON_NONE;
    case MENTION_NONE:
    case MENTION_PRONOUN:
    case MENTION_DESCRIPTION:
        break;
    }
    size_t called = called_so(people, r, m, at);
    if (called != PERSON_NONE) return called;
    if (desk->stranger) return PERSON_NONE;
    size_t who = desk->salient == PERSON_NONE ? people_only(people, at) : desk->salient;
    return who != PERSON_NONE && is_surely_person(desk, who, at) ? who : PERSON_NONE;
}

/* The first word of the sentence is that of somebody's name: "Ismet dalam arahannya minta ...". */
static bool names_known(struct attributor *desk, const struct reading *r, size_t i, struct mention *m) {
    const uint32_t other = SPEECH_FUNCTION | SPEECH_CIRCUMSTANCE | SPEECH_PLACE | SPEECH_ORG | SPEECH_WORK |
                           SPEECH_ADVERB | SPEECH_ROLE | SPEECH_DAY;
    if (!reading_capital(r, i) || reading_capital(r, i + 1) || reading_is(r, i, other)) return false;
    size_t who = people_find(&desk->out->people, reading_text(r, i), r->start + reading_token(r, i)->start);
    if (who == PERSON_NONE || desk->out->people.list.items[who].words < 2) return false;
    *m = (struct mention){
        .kind = MENTION_NAME, .first = i, .end = i + 1, .name_first = i, .bare_name = i, .name_end = i + 1};
    return true;
}

/* Pemenang sayembara, Marjoni (48), ...; Orang tua murid, Wulan, sempat bingung: a name after the first
 * comma, with an age or a comma after it. */
static struct mention apposed_subject(const struct reading *r, size_t first, size_t end) {
    struct mention none = {0};
    size_t comma = first + 1;
    while (comma < end && comma < first + BEGINNING && reading_token(r, comma)->kind == TOKEN_WORD)
        comma++;
    if (comma >= end || !reading_equal(r, comma, ",") || reading_is(r, first, SPEECH_CIRCUMSTANCE))
        return none;
    struct mention m = mention_after(r, comma + 1, end);
    size_t mark = m.end, next = mark + 1; /* degrees belong to the name */
    if (m.kind != MENTION_NAME || m.name_first != comma + 1 || next >= end) return none;
    bool number = reading_token(r, next)->kind == TOKEN_NUMBER;
    bool listed = reading_in(r, next, CLASS_COORDINATOR);
    if (reading_equal(r, mark, "(")) return number ? m : none;
    return reading_equal(r, mark, ",") && (number || (reading_small(r, next) && !listed)) ? m : none;
}

/* Usai melihat sawah, Benni Warlis memuji petani: a name after the clause that says when, and before a verb.
 */
static struct mention delayed_subject(struct attributor *desk, const struct reading *r, size_t first,
                                      size_t end) {
    struct mention none = {0};
    size_t comma = first;
    while (comma < end && !reading_equal(r, comma, ","))
        comma++;
    bool alone = comma == first + 1 && !reading_name(r, first); /* Diketahui, ... */
    if (!(alone || reading_is(r, first, SPEECH_CIRCUMSTANCE | SPEECH_FUNCTION)) ||
        !reading_equal(r, comma, ","))
        return none;
    struct mention m = mention_after(r, comma + 1, end);
    if (m.kind != MENTION_NAME) names_known(desk, r, comma + 1, &m);
    size_t verb = reading_equal(r, m.end, ",") ? m.end + 1 : m.end;
    bool acts = verb < end && reading_small(r, verb) && !reading_in(r, verb, CLASS_COORDINATOR);
    return m.kind == MENTION_NAME && acts ? m : none;
}

/* sambutan yang dibacakan Benni Warlis: who reads out what another wrote speaks it. */
static bool reads_out(const struct reading *r, size_t first, size_t passive) {
    enum { FAR = 4 /* tokens */ };
    for (size_t i = passive; i-- > first && i + FAR >= passive;)
        if (reading_in(r, i, CLASS_READ_OUT)) return reading_equal(r, passive, "dibacakan");
    return false;
}

/* Acara dibuka oleh Benni Warlis, while nobody else is spoken of; Bertindak sebagai pembina apel, Benni
 * Warlis: who acts, though the sentence begins otherwise. */
static struct mention agent_of(const struct attributor *desk, const struct reading *r, size_t first,
                               size_t end) {
    bool acts = reading_equal(r, first, "bertindak"), alone = desk->salient == PERSON_NONE;
    for (size_t i = first + 1; i < end; i++) {
        bool by = reading_equal(r, i - 1, "oleh");
        if (!(alone && by) && !(acts && reading_capital(r, i)) && !reads_out(r, first, i - 1 - (by && i > 1)))
            continue;
        struct mention m = mention_after(r, i, end);
        if (m.kind == MENTION_NAME) return m;
    }
    return (struct mention){0};
}

/* Ditemui secara terpisah, Ketua BNK Genius Umar mengatakan; Saat dikonfirmasi Camat Lina: whom the reporter
 * asked. */
static struct mention asked(const struct reading *r, size_t first, size_t end) {
    enum { FAR = 8 /* tokens from the verb to the name */ };
    size_t i = first + !reading_in(r, first, CLASS_MET);
    if (!reading_in(r, i, CLASS_MET)) return (struct mention){0};
    for (size_t k = i + 1; k < end && k <= i + FAR; k++) {
        struct mention m = mention_begins(r, k) ? mention_after(r, k, end) : (struct mention){0};
        if (m.kind == MENTION_NAME) return m;
        if (m.kind != MENTION_NONE && m.end > k + 1) k = m.end - 1;
    }
    return (struct mention){0};
}

/* Dalam sambutannya Bupati Lina Suganda mendukung ...; Pada kesempatan itu Camat ...; Di tempat terpisah: who
 * speaks there, whatever the verb is. */
static struct mention speaks_there(const struct reading *r, size_t first, size_t end) {
    enum { LONGEST = 4 /* tokens before the name */ };
    struct mention none = {0};
    if (!reading_is(r, first, SPEECH_CIRCUMSTANCE)) return none;
    bool spoken = false;
    size_t i = first + 1;
    for (; i < end && i <= first + LONGEST && reading_small(r, i); i++)
        spoken =
            spoken || cue_noun(r, i) || reading_in(r, i, CLASS_READ_OUT) || reading_in(r, i, CLASS_ASIDE);
    struct mention m = spoken && reading_capital(r, i) ? mention_after(r, i, end) : none;
    size_t verb = name_skip_degrees(r, m.end, end);
    verb += reading_equal(r, verb, ",");
    bool acts = verb < end && reading_small(r, verb) && !reading_in(r, verb, CLASS_COORDINATOR);
    return m.kind == MENTION_NAME && acts ? m : none;
}

/* Who a sentence is about: whom it begins with, after the dateline and words such as "Sementara itu,". */
static struct mention subject_of(struct attributor *desk, const struct reading *r, struct stretch s) {
    size_t i = s.first, dateline = dateline_after(r);
    if (i < dateline && dateline < s.end) i = dateline;
    if (reading_equal(r, i, "salah") && reading_equal(r, i + 1, "satunya")) {
        i += 2;
        if (reading_equal(r, i, "dari") || reading_equal(r, i, "yakni") || reading_equal(r, i, "adalah")) i++;
    }
    struct mention m = mention_after(r, i, s.end);
    if (m.kind != MENTION_NAME && !names_known(desk, r, i, &m)) m = apposed_subject(r, i, s.end);
    if (m.kind != MENTION_NAME) m = delayed_subject(desk, r, i, s.end);
    if (m.kind != MENTION_NAME) m = speaks_there(r, i, s.end);
    if (m.kind != MENTION_NAME) m = asked(r, i, s.end);
    if (m.kind != MENTION_NAME) m = agent_of(desk, r, i, s.end);
    return m;
}

/* A quotation stands next, in this passage or at the start of the one below. */
static bool before_quotation(const struct attributor *desk, const struct reading *r, size_t end) {
    if (end < r->analysis->tokens.count) return reading_equal(r, end, "\"") || reading_equal(r, end, "“");
    size_t next = (size_t)(r - desk->readings) + 1;
    const struct analysis *a = next < desk->count ? desk->readings[next].analysis : NULL;
    return a && a->quotations.count && a->quotations.items[0].start < 4;
}

/* Hal yang sama dirasakan Benni Warlis. "...": who speaks next, though the sentence is about something else.
 */
static struct mention presented(const struct attributor *desk, const struct reading *r, struct stretch s) {
    bool told = false;
    struct mention m =
        before_quotation(desk, r, s.end) ? presented_person(r, s.first, s.end, &told) : (struct mention){0};
    bool alone = desk->salient == PERSON_NONE && !desk->stranger;
    return told || alone ? m : (struct mention){0};
}

/* Bupati X yang diwakili Sekda Y, Kapolres X melalui Kasat Y: it is Y who speaks. */
static struct mention spokesperson(const struct reading *r, struct mention m, size_t end) {
    static const char *const passes[] = {"diwakili", "melalui", "lewat", NULL};
    size_t i = name_skip_degrees(r, m.end, end);
    i += reading_equal(r, i, ",");
    i += reading_equal(r, i, "yang");
    if (m.kind != MENTION_NAME || !reading_among(r, i, passes)) return m;
    i++;
    i += reading_equal(r, i, "oleh");
    struct mention other = mention_after(r, i, end);
    return other.kind == MENTION_NAME ? other : m;
}

/* Sementara itu ketua panitia melaporkan ...: now somebody else speaks. */
static bool turns_to_another(const struct reading *r, struct stretch s) {
    static const char *const turns[] = {"sementara", "sedangkan", "terpisah", "adapun", "senada", NULL};
    return reading_among(r, s.first, turns);
}

/* Lina Kartika bertindak sebagai moderator. */
static bool acts_in_silence(const struct reading *r, size_t first, size_t end) {
    for (size_t i = first; i < end && i < first + BEGINNING; i++)
        if (reading_is(r, i, SPEECH_SILENT)) return true;
    return false;
}

/* dikeluhkan warga, dilontarkan pedagang: small, after a passive, and none of those that are quoted one by
 * one. */
static bool is_crowd(const struct reading *r, const struct mention *m) {
    return m->kind == MENTION_OFFICE && m->end == m->first + 1 && m->first > 0 &&
           reading_small(r, m->first) && reading_is(r, m->first - 1, SPEECH_PASSIVE);
}

/* A sentence that quotes nothing: who speaks in it, or else who it is about. */
static void read_sentence(struct attributor *desk, const struct reading *r, struct stretch s) {
    if (s.first >= s.end) return;
    struct cue said = cue_reported(r, s);
    struct before last = desk->before;
    desk->before = (struct before){.said = said, .about = PERSON_NONE, .reading = r};
    if (reading_equal(r, s.end - 1, ":")) desk->before.colon = s;
    struct mention about = said.found ? said.speaker : subject_of(desk, r, s);
    struct mention met = about.kind == MENTION_NAME ? about : asked(r, s.first, s.end);
    if (met.kind == MENTION_NAME) about = met;
    if (about.kind != MENTION_NAME && !said.found) {
        struct mention next = presented(desk, r, s);
        if (next.kind == MENTION_NAME) about = next;
    }
    about = spokesperson(r, about, s.end);
    if (reading_equal(r, about.end, "menurutnya")) return; /* Kota itu menurutnya ramai: he is another */
    if (!said.found && acts_in_silence(r, about.end, s.end)) return;
    if (about.kind == MENTION_NONE && !said.found && last.said.found) {
        desk->before.said_earlier = last.said;
        desk->before.earlier_reading = last.reading;
    }
    if (about.kind != MENTION_NAME && !(said.found && about.kind == MENTION_OFFICE)) return;
    if (is_crowd(r, &about)) return;
    desk->before.about = desk_resolve(desk, r, &about);
    bool office = said.found && about.kind == MENTION_OFFICE;
    desk->stranger = desk->before.about == PERSON_NONE && (office || turns_to_another(r, s));
    desk->office = office ? reading_range(r, about.first, about.end) : SLICE("");
    desk->before.thinks = !said.found && reading_is(r, about.end, SPEECH_ACTIVE);
    if (desk->before.about != PERSON_NONE) desk->salient = desk->before.about;
}

void desk_read_sentences(struct attributor *desk, const struct reading *r, size_t first, size_t end) {
    const struct analysis *a = r->analysis;
    if (first >= end) return;
    for (size_t k = desk_sentence_at(a, reading_token(r, first)->start); k < a->sentences.count; k++) {
        const struct sentence *s = &a->sentences.items[k];
        size_t from = s->first_token > first ? s->first_token : first, to = s->first_token + s->tokens;
        if (from >= end) break;
        read_sentence(desk, r, (struct stretch){from, to < end ? to : end});
    }
}

void desk_read_around_term(struct attributor *desk, const struct reading *r, size_t first, size_t end) {
    struct before before = desk->before;
    desk_read_sentences(desk, r, first, end);
    desk->before = before;
}
