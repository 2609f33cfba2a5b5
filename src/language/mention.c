#include "language/mention.h"

#include "language/description.h"
#include "language/name.h"
#include "language/name_place.h"

enum { LONGEST_PHRASE = 60, LONGEST_BRACKET = 12, LONGEST_SECOND = 16 };

static const uint32_t OFFICIAL =
    SPEECH_ROLE | SPEECH_ORG | SPEECH_WORK | SPEECH_RANK | SPEECH_KIN | SPEECH_AREA;

/* Behind the bracket that opens at i. */
static size_t skip_bracket(const struct reading *r, size_t i, size_t limit) {
    for (size_t k = i + 1; k < limit && k < i + LONGEST_BRACKET; k++)
        if (reading_equal(r, k, ")") || reading_equal(r, k, "]")) return k + 1;
    return i;
}

/* What reading a phrase knows so far. */
struct phrase {
    const struct reading *r;
    size_t limit;
    size_t segment;  /* first token of the part behind the last comma */
    bool small_head; /* begins with a small word: warga, juru bicara */
    struct mention *m;
};

/* The name that the part ends with, degrees left out; false when there is none. */
static bool find_name(const struct phrase *p, size_t *end, size_t *name, size_t *bare) {
    *end = name_without_degrees(p->r, p->segment, *end);
    name_find(p->r, p->segment, *end, name, bare);
    if (*bare > p->segment && (name_only_role(p->r, *bare - 1) || reading_is(p->r, *bare - 1, SPEECH_AREA)) &&
        name_of_place(p->r, *bare, *end))
        *name = *bare = *end;
    return *name < *end;
}

static bool ends_with_name(const struct phrase *p, size_t end) {
    size_t name, bare;
    return find_name(p, &end, &name, &bare);
}

static void take_name(struct phrase *p, size_t end) {
    size_t name, bare;
    if (!find_name(p, &end, &name, &bare)) return;
    p->m->name_first = name;
    p->m->bare_name = bare;
    p->m->name_end = end;
}

/* Marjoni Kepala Desa Matur: the comma behind the name is missing. */
static void take_name_before_role(struct phrase *p, size_t end) {
    for (size_t i = p->segment + 1; i + 1 < end; i++) {
        size_t name, bare, name_end = i;
        if (!reading_capital(p->r, i) || !name_only_role(p->r, i)) continue;
        if (find_name(p, &name_end, &name, &bare) && name == p->segment) {
            take_name(p, i);
            p->m->described = true;
        }
        return;
    }
}

/* Behind the comma at i, the part that is a name: at once, or behind parts that only say where: "Camat
 * Neglasari, Kabupaten Tangerang, Ubaidillah". The token behind the comma when there is none. */
static size_t named_later(const struct phrase *p, size_t comma, bool named) {
    const struct reading *r = p->r;
    size_t from = comma + 1;
    if (reading_equal(r, from, "sebut") && reading_equal(r, from + 1, "saja")) from += 2; /* no real name */
    if (!named && reading_equal(r, from, "yang") && reading_equal(r, from + 1, "juga")) /* a second office */
        while (from < p->limit && from < comma + LONGEST_SECOND && !reading_equal(r, from++, ","))
            ;
    for (int parts = 0; parts < 4 && from < p->limit; parts++) {
        if (name_alone(p->r, from, p->limit) > from) return from;
        if (reading_is(r, from, SPEECH_DAY) || !reading_capital(r, from)) break;
        if (named && !reading_is(r, from, SPEECH_AREA | SPEECH_PLACE | SPEECH_ORG | SPEECH_WORK)) break;
        while (from < p->limit && reading_capital(r, from))
            from++;
        if (!reading_equal(r, from, ",")) break;
        from++;
    }
    return comma + 1;
}

/* Whether the name behind the comma is the person, and what stands before it belongs to the office. */
static bool is_meant(const struct phrase *p, size_t comma, size_t next, bool named) {
    const struct reading *r = p->r;
    size_t name, bare;
    find_name(p, &comma, &name, &bare);
    if (!named || reading_is(r, next, SPEECH_RANK) || name_of_place(r, bare, comma)) return true;
    const uint32_t person = SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN | SPEECH_ORG | SPEECH_WORK | SPEECH_DEGREE;
    bool village = comma - bare == 1 && bare > p->m->first + 1 && reading_capital(r, bare - 1) &&
                   !reading_is(r, bare - 1, person); /* Desa Suka Maju, Yulia */
    if (village || name_may_be_place(r, bare, comma)) return true;
    if (reading_is(r, bare, SPEECH_NAME)) return false;
    if (comma - bare == 1 && !reading_known(r, bare)) return true; /* Camat Matur, Yulia */
    return bare > p->m->first && !reading_is(r, bare - 1, SPEECH_ROLE | SPEECH_PLACE) &&
           (reading_is(r, bare - 1, SPEECH_ORG | SPEECH_WORK | SPEECH_AREA) || comma - bare == 1 ||
            name < bare);
}

/* A comma at i: true when the phrase goes on behind it. */
static bool passes_comma(struct phrase *p, size_t *i) {
    const struct reading *r = p->r;
    size_t next = *i + 1, after = name_skip_degrees(r, *i, p->limit);
    if (after > *i) {
        if (ends_with_name(p, *i)) take_name(p, *i);
        *i = after;
        return p->m->name_end == 0;
    }
    if (next >= p->limit || reading_is(r, next, SPEECH_DAY)) return false;
    bool named = ends_with_name(p, *i);
    size_t later = named_later(p, *i, named), end = name_alone(p->r, later, p->limit);
    next = later > next ? later : next;
    bool office = reading_is(r, p->m->first, SPEECH_ROLE | SPEECH_ORG) || p->small_head ||
                  reading_equal(r, p->m->first, "salah") || reading_equal(r, p->m->first, "seorang") ||
                  (end > next && name_gives_age(r, end));
    if (end > next && office && is_meant(p, *i, next, named)) {
        p->segment = next;
        take_name(p, end);
        *i = end;
        if (name_gives_age(r, end)) {
            *i = skip_bracket(r, end, p->limit);
            p->m->described = true;
        }
        return false;
    }
    if (named) {
        take_name(p, *i);
        if (reading_is(r, next, SPEECH_ROLE | SPEECH_ORG) || reading_equal(r, next, "salah") ||
            reading_equal(r, next, "yang") || reading_equal(r, next, "seorang"))
            p->m->described = true;
        return false;
    }
    if (!office) return false;
    bool joined = reading_equal(r, next, "dan") && reading_capital(r, next + 1);
    if (!joined && !reading_capital(r, next)) return false;
    if (reading_is(r, next, SPEECH_CIRCUMSTANCE | SPEECH_FUNCTION) && !joined) return false;
    p->segment = next;
    (*i)++;
    return true;
}

/* anggota Tim GeNose dari UGM, Dian Kesuma: what ended before "dari" was no person. */
static bool named_behind_origin(const struct phrase *p, size_t i) {
    if (!p->small_head && !reading_is(p->r, p->m->first, SPEECH_ROLE)) return false;
    size_t comma = i + 1;
    while (comma < p->limit && reading_capital(p->r, comma))
        comma++;
    return comma > i + 1 && reading_equal(p->r, comma, ",") &&
           name_alone(p->r, comma + 1, p->limit) > comma + 1;
}

/* Petani milenial Desa Sukamaju; penanggung jawab: a small word that belongs to the one before it. */
static bool belongs_to_head(const struct phrase *p, size_t i) {
    const struct reading *r = p->r;
    if (i == 0) return false;
    if (reading_equal(r, i, "jawab")) return reading_equal(r, i - 1, "penanggung");
    struct slice word = reading_text(r, i);
    return i == p->m->first + 1 && !r->classes[i] && reading_is(r, i - 1, SPEECH_ROLE) &&
           reading_is(r, i + 1, SPEECH_ORG | SPEECH_AREA) && reading_capital(r, i + 1) &&
           !slice_starts(word, SLICE("me")) && !slice_starts(word, SLICE("di")) &&
           !slice_starts(word, SLICE("ber")) && !slice_starts(word, SLICE("ter"));
}

/* mantan Camat Lubuk Alai itu, peraih Adipura itu: the name before the pointing word is not the person's. */
static bool names_another(const struct phrase *p, size_t end) {
    size_t name, bare;
    bool headed = p->small_head || reading_is(p->r, p->m->first, SPEECH_ROLE | SPEECH_RANK);
    return headed && find_name(p, &end, &name, &bare) && !reading_known(p->r, bare);
}

/* A small word at i: true when the phrase goes on with it. */
static bool passes_small(struct phrase *p, size_t *i) {
    static const char *const points[] = {"ini", "itu", "tersebut", NULL}, *const one[] = {"salah", "seorang",
                                                                                          NULL};
    static const char *const described[] = {"yang", "selaku", "dari", "asal", "sekaligus", NULL};
    static const char *const joins[] = {"dan", "serta", "dari", "sekaligus", "untuk", "selaku", NULL};
    static const char *const english[] = {"of", "for", "and", "the", NULL};
    static const char *const inside[] = {"di", "pada", "satu", "seorang", NULL};
    const struct reading *r = p->r;
    if (belongs_to_head(p, *i)) return (*i)++, true;
    if (reading_equal(r, *i, "yang") && reading_equal(r, *i + 1, "bernama")) return (*i)++, true;
    if (reading_equal(r, *i + 1, "periode")) return false; /* Bupati dua periode */
    if (reading_among(r, *i, points)) {
        if (ends_with_name(p, *i) && !names_another(p, *i)) take_name(p, *i);
        if (!p->m->name_end) p->m->kind = MENTION_DESCRIPTION;
        (*i)++;
        return false;
    }
    if (*i > p->m->first && reading_equal(r, *i, "dari") && named_behind_origin(p, *i)) return (*i)++, true;
    if (*i > p->m->first && ends_with_name(p, *i)) {
        if (name_particle(r, *i) && name_leads_to(r, *i)) return (*i)++, true;
        if (reading_among(r, *i, described)) p->m->described = true;
        return false;
    }
    if (*i == p->m->first && reading_among(r, *i, one)) return (*i)++, true;
    bool next_official = reading_capital(r, *i + 1) || reading_is(r, *i + 1, OFFICIAL);
    if (reading_among(r, *i, joins)) {
        *i += next_official;
        return next_official;
    }
    if (reading_capital(r, *i + 1) && reading_among(r, *i, english)) return (*i)++, true;
    if (p->small_head && reading_among(r, *i, inside)) return (*i)++, true;
    if (reading_is(r, *i, OFFICIAL)) return (*i)++, true;
    if (reading_is(r, *i,
                   SPEECH_CIRCUMSTANCE | SPEECH_FUNCTION | SPEECH_ACTIVE | SPEECH_PASSIVE | SPEECH_BARE |
                       SPEECH_NYA | SPEECH_ADVERB))
        return false;
    *i += p->small_head;
    return p->small_head;
}

/* Dewan Adat Dayak (DAD): what stands before its short name is a body. */
static bool gives_short_name(const struct reading *r, size_t i) {
    return reading_equal(r, i, "(") && reading_equal(r, i + 2, ")") &&
           (reading_token(r, i + 1)->flags & TOKEN_UPPER || reading_shown(r, i + 1) == KNOWN_BODY);
}

/* Bupati Benni Warlis Menghadiri Pesta: a verb with a capital too many. */
static bool is_capital_verb(const struct reading *r, size_t i) {
    struct slice word = reading_text(r, i);
    return word.len > 5 && slice_starts(word, SLICE("Me")) &&
           (slice_ends(word, SLICE("i")) || slice_ends(word, SLICE("an"))) && !reading_name(r, i);
}

/* alumnus Akademi 2001 tersebut: a number that a pointing word follows. */
static bool is_pointed_number(const struct phrase *p, size_t i) {
    static const char *const points[] = {"ini", "itu", "tersebut", NULL};
    return p->small_head && reading_among(p->r, i + 1, points);
}

/* One step of the phrase from token i: false at its end. */
static bool passes(struct phrase *p, size_t *i) {
    const struct reading *r = p->r;
    const struct token *t = reading_token(r, *i);
    if (t->kind == TOKEN_WORD) {
        if (!(t->flags & TOKEN_CAPITAL)) return passes_small(p, i);
        if (reading_is(r, *i, SPEECH_DAY) && !reading_is(r, *i, SPEECH_NAME)) return false;
        bool inside = reading_capital(r, *i + 1); /* Menteri Dalam Negeri */
        if (*i > p->m->first && is_capital_verb(r, *i) && ends_with_name(p, *i)) return false;
        if (*i > p->m->first && !inside && reading_is(r, *i, SPEECH_CIRCUMSTANCE | SPEECH_PRONOUN))
            return false;
        return (*i)++, true;
    }
    if (t->kind == TOKEN_NUMBER)
        return p->m->kind != MENTION_NONE && (!ends_with_name(p, *i) || is_pointed_number(p, *i)) &&
               ((*i)++, true);
    if (reading_equal(r, *i, "(") || reading_equal(r, *i, "[")) {
        size_t behind = skip_bracket(r, *i, p->limit);
        if (behind == *i) return false;
        if (!gives_short_name(r, *i) && ends_with_name(p, *i)) {
            take_name(p, *i);
            bool number = reading_token(r, *i + 1)->kind == TOKEN_NUMBER && behind == *i + 3;
            if (number || name_gives_age(r, *i)) p->m->described = true;
            *i = behind;
            return false;
        }
        bool goes_on = behind < p->limit && (reading_capital(r, behind) || reading_equal(r, behind, ",") ||
                                             reading_is(r, behind, OFFICIAL));
        if (goes_on) *i = behind;
        return goes_on;
    }
    if (reading_equal(r, *i, ",")) return passes_comma(p, i);
    if (name_title_dot(r, *i)) return reading_capital(r, *i + 1) && ((*i)++, true);
    if (reading_equal(r, *i, "/") || reading_equal(r, *i, "&"))
        return reading_capital(r, *i + 1) && ((*i)++, true);
    return false;
}

/* laporan We Are Social: what counts and studies is no person, though somebody made it. */
static bool is_study(const struct reading *r, const struct mention *m) {
    static const char *const studies[] = {"laporan", "data",       "survei", "riset", "studi",
                                          "kajian",  "penelitian", "hasil",  NULL};
    if (!reading_among(r, m->first, studies)) return false;
    for (size_t i = m->first; i < m->name_end; i++)
        if (reading_is(r, i, SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN)) return false;
    return true;
}

static enum mention_kind kind_of(const struct reading *r, const struct mention *m) {
    if (is_study(r, m)) return MENTION_DOCUMENT;
    if (m->name_end > m->name_first) return MENTION_NAME;
    if (reading_is(r, m->first, SPEECH_DOCUMENT) && !reading_is(r, m->first, SPEECH_ROLE))
        return MENTION_DOCUMENT;
    if (reading_is(r, m->first, SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN)) return MENTION_OFFICE;
    if (reading_equal(r, m->first, "salah") || reading_equal(r, m->first, "seorang")) return MENTION_OFFICE;
    return reading_capital(r, m->first) || reading_is(r, m->first, SPEECH_ORG) ? MENTION_BODY : MENTION_NONE;
}

bool mention_begins(const struct reading *r, size_t i) {
    if (i >= r->analysis->tokens.count || reading_token(r, i)->kind != TOKEN_WORD) return false;
    if (reading_is(r, i, SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN | SPEECH_ORG | SPEECH_DOCUMENT)) return true;
    if (reading_equal(r, i, "salah") || reading_equal(r, i, "seorang")) return true;
    return reading_capital(r, i) &&
           (reading_name(r, i) ||
            !reading_is(r, i, SPEECH_FUNCTION | SPEECH_CIRCUMSTANCE | SPEECH_DAY | SPEECH_ACTIVE));
}

/* kata Lalu, ujar Hari: a name that is mostly another word. */
static bool is_odd_name(const struct reading *r, size_t i) {
    return i > 0 && reading_capital(r, i) && reading_small(r, i - 1) && reading_is(r, i - 1, SPEECH_BARE) &&
           reading_is(r, i, SPEECH_FUNCTION | SPEECH_ADVERB | SPEECH_CIRCUMSTANCE) &&
           !reading_is(r, i, SPEECH_ROLE | SPEECH_RANK | SPEECH_PRONOUN) && !reading_capital(r, i + 1);
}

struct mention mention_after(const struct reading *r, size_t from, size_t limit) {
    struct mention m = {.first = from, .end = from};
    if (limit > r->analysis->tokens.count) limit = r->analysis->tokens.count;
    if (limit > from + LONGEST_PHRASE) limit = from + LONGEST_PHRASE;
    if (from >= limit) return m;
    if (reading_is(r, from, SPEECH_PRONOUN) && reading_token(r, from)->kind == TOKEN_WORD) {
        m.kind = MENTION_PRONOUN;
        m.end = from + 1;
        return m;
    }
    if (is_odd_name(r, from)) {
        m.kind = MENTION_NAME;
        m.name_first = m.bare_name = from;
        m.end = m.name_end = from + 1;
        return m;
    }
    if (!mention_begins(r, from)) {
        if (description_begins(r, from)) m.end = description_end(r, from + 1, limit, false);
        if (m.end > from) m.kind = MENTION_DESCRIPTION;
        return m;
    }
    struct phrase p = {
        .r = r, .limit = limit, .segment = from, .small_head = reading_small(r, from), .m = &m};
    size_t i = from;
    m.kind = MENTION_OFFICE;
    while (i < limit && passes(&p, &i))
        ;
    if (!m.name_end && m.kind != MENTION_DESCRIPTION && i <= limit) {
        take_name(&p, i);
        if (!m.name_end) take_name_before_role(&p, i);
    }
    m.end = i > from ? i : from + 1;
    bool begins = !p.small_head && reading_is(r, from, SPEECH_ROLE) && !reading_capital(r, from + 1);
    size_t pointed = (p.small_head || begins) && !m.name_end && m.kind != MENTION_DESCRIPTION
                         ? description_end(r, begins ? from + 1 : m.end, limit, begins)
                         : 0;
    if (pointed) {
        m.kind = MENTION_DESCRIPTION;
        m.end = pointed;
    }
    if (m.name_end > m.name_first && m.end < m.name_end) m.end = m.name_end;
    bool document = reading_is(r, m.first, SPEECH_DOCUMENT) && !reading_is(r, m.first, SPEECH_ROLE);
    if (m.kind != MENTION_DESCRIPTION || document) m.kind = kind_of(r, &m);
    if (m.kind == MENTION_NAME) {
        bool list = reading_is(r, p.segment, SPEECH_ROLE) && m.name_first > p.segment;
        m.role_first = list ? p.segment : m.first; /* Bupati, Sekretaris Daerah Rida Ananda */
        m.role_end = m.name_first;
        while (m.role_end > m.role_first &&
               (reading_equal(r, m.role_end - 1, ",") || reading_equal(r, m.role_end - 1, "saja") ||
                reading_equal(r, m.role_end - 1, "sebut")))
            m.role_end--;
        if (m.role_end > m.role_first || m.bare_name > m.name_first) m.described = true;
    } else if (m.kind == MENTION_OFFICE) {
        m.role_first = m.first;
        m.role_end = m.end;
    }
    return m;
}
