#include "language/people/mention.h"

#include "language/people/description.h"
#include "language/people/mention_phrase.h"
#include "language/people/name.h"
#include "language/people/name_body.h"

enum { LONGEST_PHRASE = 60 };

static const uint32_t OFFICIAL =
    SPEECH_ROLE | SPEECH_ORG | SPEECH_WORK | SPEECH_RANK | SPEECH_KIN | SPEECH_AREA;

/* Marjoni Kepala Desa Matur: the comma after the name is missing. */
static void take_name_before_role(struct mention_phrase *p, size_t end) {
    for (size_t i = p->segment + 1; i + 1 < end; i++) {
        size_t name, bare, name_end = i;
        if (!reading_capital(p->r, i) || !name_only_role(p->r, i) || reading_is(p->r, i, SPEECH_NAME))
            continue; /* not Abdul Hakim bin Yusuf */
        if (phrase_find_name(p, &name_end, &name, &bare) && name == p->segment) {
            phrase_take_name(p, i);
            p->m->described = true;
            p->m->role_first = i;
            p->m->role_end = end;
        }
        return;
    }
}

/* anggota Tim GeNose dari UGM, Dian Kesuma: what ended before "dari" was no person. */
static bool named_after_origin(const struct mention_phrase *p, size_t i) {
    if (!p->small_head && !reading_is(p->r, p->m->first, SPEECH_ROLE)) return false;
    size_t comma = i + 1;
    while (comma < p->limit && reading_capital(p->r, comma))
        comma++;
    return comma > i + 1 && reading_equal(p->r, comma, ",") &&
           name_alone(p->r, comma + 1, p->limit) > comma + 1;
}

/* Petani milenial Desa Sukamaju; penanggung jawab: a small word that belongs to the one before it. */
static bool belongs_to_head(const struct mention_phrase *p, size_t i) {
    const struct reading *r = p->r;
    if (i == 0) return false;
    if (reading_equal(r, i, "jawab")) return reading_equal(r, i - 1, "penanggung");
    struct slice word = reading_text(r, i);
    return i == p->m->first + 1 && !r->classes[i] && reading_is(r, i - 1, SPEECH_ROLE) &&
           reading_is(r, i + 1, SPEECH_ORG | SPEECH_AREA) && reading_capital(r, i + 1) &&
           !slice_starts(word, SLICE("me")) && !slice_starts(word, SLICE("di")) &&
           !slice_starts(word, SLICE("ber")) && !slice_starts(word, SLICE("ter"));
}

/* Siswa kelas XI Lina Suganda, mahasiswa semester lima: a year, and which one it is. */
static bool in_class(const struct mention_phrase *p, size_t i) {
    return i == p->m->first + 1 && i + 2 < p->limit && reading_is(p->r, p->m->first, SPEECH_ROLE) &&
           reading_in(p->r, i, CLASS_CLASS_NAME);
}

/* mantan Camat Lubuk Alai itu, peraih Adipura itu: the name before the pointing word is not the person's. */
static bool names_another(struct mention_phrase *p, size_t end) {
    size_t name, bare;
    bool headed = p->small_head || reading_is(p->r, p->m->first, SPEECH_ROLE | SPEECH_RANK);
    return headed && phrase_find_name(p, &end, &name, &bare) && !reading_known(p->r, bare);
}

/* Pemimpin Redaksi kabar.id Lina Suganda: a site inside an office. */
static bool is_site(const struct mention_phrase *p, size_t i) {
    static const char *const ends[] = {".com", ".id", ".net", ".org", ".news", NULL};
    if (i == p->m->first || !reading_is(p->r, p->m->first, SPEECH_ROLE)) return false;
    for (size_t k = 0; ends[k]; k++)
        if (slice_ends(reading_text(p->r, i), slice_of(ends[k]))) return true;
    return false;
}

/* Kepala Pusbang Literasi dan Profesi: what seemed a name is a word of the office. */
static bool joins_words(struct mention_phrase *p, size_t i) {
    size_t name, bare, end = i;
    return reading_equal(p->r, i, "dan") && reading_capital(p->r, i + 1) &&
           !reading_is(p->r, i + 1, SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN) &&
           phrase_find_name(p, &end, &name, &bare) && name > p->m->first && name_of_words(p->r, bare, end) &&
           (!reading_name(p->r, i + 1) || name_of_words(p->r, i + 1, i + 2));
}

/* A small word at i: true when the phrase goes on with it. */
static bool passes_small(struct mention_phrase *p, size_t *i) {
    static const char *const points[] = {"ini", "itu", "tersebut", NULL}, *const one[] = {"salah", "seorang",
                                                                                          NULL};
    static const char *const described[] = {"yang", "selaku", "dari", "asal", "sekaligus", NULL};
    static const char *const joins[] = {"dan", "serta", "dari", "sekaligus", "untuk", "selaku", NULL};
    static const char *const inside[] = {"di", "pada", "satu", "seorang", NULL};
    const struct reading *r = p->r;
    if (belongs_to_head(p, *i) || is_site(p, *i)) return (*i)++, true;
    bool other = reading_equal(r, *i, "lain") || reading_equal(r, *i, "lainnya");
    if (other && p->small_head && *i == p->m->first + 1) return (*i)++, true; /* warga lainnya, Lina */
    if (in_class(p, *i)) return *i += 2, true;
    if (reading_equal(r, *i, "yang") && reading_equal(r, *i + 1, "bernama")) return (*i)++, true;
    if (reading_equal(r, *i, "periode") && *i + 1 < p->limit &&
        reading_token(r, *i + 1)->kind == TOKEN_NUMBER)
        return (*i)++, true;                               /* Bupati Sleman periode 2016-2021 Lina Suganda */
    if (reading_equal(r, *i + 1, "periode")) return false; /* Bupati dua periode */
    if (reading_among(r, *i, points)) {
        if (phrase_ends_with_name(p, *i) && !names_another(p, *i)) phrase_take_name(p, *i);
        if (!p->m->name_end) p->m->kind = MENTION_DESCRIPTION;
        (*i)++;
        return false;
    }
    if (*i > p->m->first && reading_equal(r, *i, "dari") && named_after_origin(p, *i)) return (*i)++, true;
    if (*i > p->m->first && phrase_ends_with_name(p, *i) && !joins_words(p, *i)) {
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
    if (reading_capital(r, *i + 1) && reading_in(r, *i, CLASS_ENGLISH_JOINT)) return (*i)++, true;
    bool serves = reading_equal(r, *i, "pada") && reading_is(r, p->m->first, SPEECH_ROLE) &&
                  reading_capital(r, *i + 1) && reading_is(r, *i + 1, SPEECH_ORG);
    if (serves) return (*i)++, true; /* Kepala Bidang Data pada Dinas Sosial Agam, Lina Suganda */
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

/* Bupati Benni Warlis Menghadiri Pesta, Hadiri Pesta: a verb with a capital too many. */
static bool is_capital_verb(const struct reading *r, size_t i) {
    struct slice word = reading_text(r, i);
    if (reading_in(r, i, CLASS_HEADLINE_VERB)) return !reading_is(r, i, SPEECH_NAME);
    return word.len > 5 && slice_starts(word, SLICE("Me")) &&
           (slice_ends(word, SLICE("i")) || slice_ends(word, SLICE("an"))) && !reading_name(r, i);
}

/* alumnus Akademi 2001 tersebut: a number that a pointing word follows. */
static bool is_pointed_number(const struct mention_phrase *p, size_t i) {
    static const char *const points[] = {"ini", "itu", "tersebut", NULL};
    return p->small_head && reading_among(p->r, i + 1, points);
}

/* Sekda Prov. Sultra, Kepala PT. Jaya: cut short inside an office. */
static bool is_office_dot(const struct reading *r, size_t i) {
    return i > 0 && reading_equal(r, i, ".") && !(reading_token(r, i)->flags & TOKEN_SPACE_BEFORE) &&
           reading_in(r, i - 1, CLASS_CUT_SHORT);
}

/* Kelompok Tani Maju Bersama: a word of the name of a body. */
static bool in_body(const struct mention_phrase *p, size_t i) {
    enum { LONGEST = 4 /* words of such a name */ };
    for (size_t k = i; k-- > p->m->first && k + LONGEST > i && reading_capital(p->r, k);)
        if (name_heads_body(p->r, k)) return true;
    return false;
}

/* One step of the phrase from token i: false at its end. */
static bool passes(struct mention_phrase *p, size_t *i) {
    const struct reading *r = p->r;
    const struct token *t = reading_token(r, *i);
    if (t->kind == TOKEN_WORD) {
        if (!(t->flags & TOKEN_CAPITAL)) return passes_small(p, i);
        if (reading_is(r, *i, SPEECH_DAY) && !reading_name(r, *i)) return false;
        if (name_ends_body(r, p->m->first, *i)) return (*i)++, true;
        bool inside = reading_capital(r, *i + 1) || in_body(p, *i); /* Menteri Dalam Negeri */
        if (*i > p->m->first && is_capital_verb(r, *i) && phrase_ends_with_name(p, *i) && !in_body(p, *i))
            return false;
        if (*i > p->m->first && !inside && reading_is(r, *i, SPEECH_CIRCUMSTANCE | SPEECH_PRONOUN))
            return false;
        bool starts = reading_small(r, *i + 1) && reading_is(r, *i, SPEECH_FUNCTION) &&
                      !reading_in(r, *i + 1, CLASS_DEMONSTRATIVE);
        if (*i > p->m->first && starts && !reading_is(r, *i, SPEECH_NAME) && phrase_ends_with_name(p, *i))
            return false; /* Benni Warlis Dengan adanya ...: a sentence that was glued to it */
        return (*i)++, true;
    }
    if (t->kind == TOKEN_NUMBER)
        return p->m->kind != MENTION_NONE && (!phrase_ends_with_name(p, *i) || is_pointed_number(p, *i)) &&
               ((*i)++, true);
    if (reading_equal(r, *i, "(") || reading_equal(r, *i, "[")) {
        size_t after = phrase_skip_bracket(p, *i);
        if (after == *i) return false;
        if (reading_equal(r, *i + 1, "persero")) return *i = after, true; /* PT Jasa Raharja (Persero) */
        if (!gives_short_name(r, *i) && phrase_ends_with_name(p, *i)) {
            phrase_take_name(p, *i);
            bool number = reading_token(r, *i + 1)->kind == TOKEN_NUMBER && after == *i + 3;
            if (number || name_gives_age(r, *i)) p->m->described = true;
            *i = after;
            return false;
        }
        bool goes_on = after < p->limit && (reading_capital(r, after) || reading_equal(r, after, ",") ||
                                            reading_is(r, after, OFFICIAL));
        if (goes_on) *i = after;
        return goes_on;
    }
    bool years = reading_dash(r, *i) && *i > p->m->first && reading_token(r, *i - 1)->kind == TOKEN_NUMBER &&
                 *i + 1 < p->limit && reading_token(r, *i + 1)->kind == TOKEN_NUMBER;
    if (years) return *i += 2, true; /* Bupati Sleman 2016-2021 Lina Suganda */
    if (reading_equal(r, *i, ",")) return phrase_passes_comma(p, i);
    if (name_title_dot(r, *i) || is_office_dot(r, *i)) return reading_capital(r, *i + 1) && ((*i)++, true);
    if (reading_equal(r, *i, "/") || reading_equal(r, *i, "&"))
        return reading_capital(r, *i + 1) && ((*i)++, true);
    return false;
}

/* laporan We Are Social: what counts and studies is no person, though somebody made it. */
static bool is_study(const struct reading *r, const struct mention *m) {
    if (!reading_in(r, m->first, CLASS_STUDY)) return false;
    for (size_t i = m->first; i < m->name_end; i++)
        if (reading_is(r, i, SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN)) return false;
    return true;
}

/* Blue Economy, pendapatan Pujon Kidul: no office or rank stands before what is words, or ends a place. */
static bool is_no_person(const struct reading *r, const struct mention *m) {
    if (m->name_first < m->bare_name || name_gives_age(r, m->name_end)) return false;
    if (name_of_english(r, m->bare_name, m->name_end)) return true;
    const uint32_t person = SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN;
    bool behind =
        m->name_first > m->first && m->name_end == m->name_first + 1 &&
        reading_token(r, m->name_first - 1)->kind == TOKEN_WORD &&
        !reading_is(r, m->name_first - 1, person | SPEECH_PLACE) && /* Ketua Panitia Lomba Kaligrafi */
        reading_shown(r, m->name_first - 1) != KNOWN_PLACE;         /* but Kades Matur Sapuan */
    if (behind && name_is_word(r, m->name_first)) return true;
    for (size_t i = m->first; i < m->name_first; i++)
        if (reading_is(r, i, SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN)) return false;
    bool ends_place = m->name_first > m->first && m->name_end == m->name_first + 1 &&
                      reading_in(r, m->name_first, CLASS_PLACE_SECOND) && !reading_known(r, m->name_first);
    return ends_place || (m->name_first == m->first && name_of_words(r, m->bare_name, m->name_end));
}

static enum mention_kind kind_of(const struct reading *r, const struct mention *m) {
    if (is_study(r, m)) return MENTION_DOCUMENT;
    bool deed = m->name_first > m->first && reading_deed(reading_text(r, m->first)) &&
                !reading_is(r, m->first, SPEECH_ROLE | SPEECH_RANK);
    if (deed && m->name_end == m->name_first + 1) return MENTION_BODY; /* Peringatan HUT Bhayangkara */
    if (m->name_end > m->name_first && !is_no_person(r, m)) return MENTION_NAME;
    if (reading_is(r, m->first, SPEECH_DOCUMENT) && !reading_is(r, m->first, SPEECH_ROLE))
        return MENTION_DOCUMENT;
    if (reading_is(r, m->first, SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN)) return MENTION_OFFICE;
    if (reading_in(r, m->first, CLASS_SOMEBODY)) return MENTION_OFFICE;
    return reading_capital(r, m->first) || reading_is(r, m->first, SPEECH_ORG) ? MENTION_BODY : MENTION_NONE;
}

bool mention_begins(const struct reading *r, size_t i) {
    if (i >= r->analysis->tokens.count || reading_token(r, i)->kind != TOKEN_WORD) return false;
    if (reading_is(r, i, SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN | SPEECH_ORG | SPEECH_DOCUMENT)) return true;
    if (reading_in(r, i, CLASS_SOMEBODY)) return true;
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

/* pelaksanaan Jambore Kader dan Pasar Rakyat, Ketua TP PKK Agam, ...: where the office begins. */
static size_t role_begins(const struct reading *r, const struct mention *m) {
    const uint32_t office = SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN;
    size_t begins = m->first;
    bool inside = m->first > 0 && reading_capital(r, m->first - 1); /* of a longer run of capitals */
    bool listed = reading_equal(r, m->first + 1, ",") && reading_is(r, m->first + 2, SPEECH_ROLE) &&
                  m->name_first > m->first + 3; /* Sekda, Kepala Kantor Agama, Lina Suganda: of two persons */
    if (!inside && !listed && reading_is(r, m->first, office)) return begins;
    for (size_t i = m->first + 1; i < m->name_first; i++)
        if (reading_equal(r, i - 1, ",") && reading_capital(r, i) && reading_is(r, i, SPEECH_ROLE))
            begins = i;
    return begins;
}

/* perempuan bernama lengkap Lina: the name after it, or 0. */
static size_t full_name(const struct reading *r, size_t from) {
    size_t i = from + 1 + reading_equal(r, from + 1, "yang");
    if (!reading_equal(r, i, "bernama")) return 0;
    i += 1 + reading_equal(r, i + 1, "lengkap");
    return reading_capital(r, i) ? i : 0;
}

/* pria yang akrab disapa Anwar: the name after it, or 0. */
static size_t called_name(const struct reading *r, size_t from, size_t limit) {
    enum { FAR = 3 /* words between who it is and yang: pria berusia 50 tahun */ };
    if (!reading_in(r, from, CLASS_ANYBODY)) return 0;
    for (size_t i = from + 1; i + 2 < limit && i <= from + FAR; i++) {
        if (!reading_equal(r, i, "yang")) continue;
        size_t verb = i + 1;
        while (verb < limit && verb < i + FAR && reading_small(r, verb) && !reading_in(r, verb, CLASS_CALLED))
            verb++;
        return reading_in(r, verb, CLASS_CALLED) && reading_capital(r, verb + 1) ? verb + 1 : 0;
    }
    return 0;
}

/* Such a name, unless the words point at somebody: pria yang akrab disapa Ucok itu. */
static bool take_called(struct mention *m, const struct reading *r, size_t from, size_t limit) {
    size_t full = reading_in(r, from, CLASS_ANYBODY) ? full_name(r, from) : 0;
    size_t called = full ? full : called_name(r, from, limit);
    if (!called) return false;
    struct mention named = mention_after(r, called, limit);
    bool pointed = !full && (reading_in(r, named.end - 1, CLASS_DEMONSTRATIVE) ||
                             reading_in(r, named.end, CLASS_DEMONSTRATIVE));
    if (named.kind != MENTION_NAME || pointed) return false;
    *m = named;
    m->first = from;
    m->described = m->described || full;
    return true;
}

/* He, she; Lalu, a name that is mostly another word; somebody described: all that is no phrase of a name. */
static bool take_single(struct mention *m, const struct reading *r, size_t from, size_t limit) {
    if (reading_is(r, from, SPEECH_PRONOUN) && reading_token(r, from)->kind == TOKEN_WORD) {
        m->kind = MENTION_PRONOUN;
        m->end = from + 1;
    } else if (is_odd_name(r, from)) {
        m->kind = MENTION_NAME;
        m->name_first = m->bare_name = from;
        m->end = m->name_end = from + 1;
    } else if (mention_begins(r, from)) {
        return false;
    } else if (description_begins(r, from)) {
        m->end = description_end(r, from + 1, limit, false);
        if (m->end > from) m->kind = MENTION_DESCRIPTION;
    }
    return true;
}

/* Goes to the end of the phrase, and takes the name in it. */
static void take_phrase(struct mention_phrase *p) {
    const struct reading *r = p->r;
    struct mention *m = p->m;
    size_t i = m->first;
    m->kind = MENTION_OFFICE;
    while (i < p->limit && passes(p, &i))
        ;
    m->end = i > m->first ? i : m->first + 1;
    if (m->name_end || m->kind == MENTION_DESCRIPTION || i > p->limit) return;
    if (reading_name(r, p->segment) && reading_capital(r, p->segment + 1)) take_name_before_role(p, i);
    if (!m->name_end) phrase_take_name(p, i);
    if (!m->name_end) take_name_before_role(p, i);
}

/* politikus itu, Camat ini: an office that is pointed at describes somebody. */
static void take_pointed(struct mention_phrase *p) {
    const struct reading *r = p->r;
    struct mention *m = p->m;
    bool begins = !p->small_head && reading_is(r, m->first, SPEECH_ROLE) && !reading_capital(r, m->first + 1);
    if (!(p->small_head || begins) || m->name_end || m->kind == MENTION_DESCRIPTION) return;
    size_t pointed = description_end(r, begins ? m->first + 1 : m->end, p->limit, begins);
    if (!pointed) return;
    m->kind = MENTION_DESCRIPTION;
    m->end = pointed;
}

/* Bupati, Sekretaris Daerah Rida Ananda: the office before the name, unless it stands after. */
static void take_role(struct mention_phrase *p) {
    const struct reading *r = p->r;
    struct mention *m = p->m;
    if (m->role_end > m->role_first && m->role_first >= m->name_end) return;
    bool list = reading_is(r, p->segment, SPEECH_ROLE) && m->name_first > p->segment;
    m->role_first = list ? p->segment : role_begins(r, m);
    m->role_end = m->name_first;
    while (m->role_end > m->role_first &&
           (reading_equal(r, m->role_end - 1, ",") || reading_equal(r, m->role_end - 1, "saja") ||
            reading_equal(r, m->role_end - 1, "sebut")))
        m->role_end--;
    if (m->role_end > m->role_first || m->bare_name > m->name_first) m->described = true;
}

struct mention mention_after(const struct reading *r, size_t from, size_t limit) {
    struct mention m = {.first = from, .end = from};
    if (limit > r->analysis->tokens.count) limit = r->analysis->tokens.count;
    if (limit > from + LONGEST_PHRASE) limit = from + LONGEST_PHRASE;
    if (from >= limit || take_called(&m, r, from, limit) || take_single(&m, r, from, limit)) return m;
    struct mention_phrase p = {
        .r = r, .limit = limit, .segment = from, .small_head = reading_small(r, from), .m = &m};
    take_phrase(&p);
    take_pointed(&p);
    if (m.name_end > m.name_first && m.end < m.name_end) m.end = m.name_end;
    bool document = reading_is(r, m.first, SPEECH_DOCUMENT) && !reading_is(r, m.first, SPEECH_ROLE);
    if (m.kind != MENTION_DESCRIPTION || document) m.kind = kind_of(r, &m);
    if (m.kind == MENTION_NAME) {
        take_role(&p);
    } else if (m.kind == MENTION_OFFICE) {
        m.role_first = m.first;
        m.role_end = m.end;
    }
    return m;
}
