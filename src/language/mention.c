#include "language/mention.h"

enum { LONGEST_PHRASE = 60, LONGEST_BRACKET = 12, LONGEST_DESCRIPTION = 8, LONGEST_DATELINE = 14 };

static const uint32_t OFFICIAL =
    SPEECH_ROLE | SPEECH_ORG | SPEECH_WORK | SPEECH_RANK | SPEECH_KIN | SPEECH_AREA;

static bool is_among(const struct reading *r, size_t i, const char *const *words) {
    for (; *words; words++)
        if (reading_equal(r, i, *words)) return true;
    return false;
}

static bool is_particle(const struct reading *r, size_t i) {
    static const char *const particles[] = {"bin", "binti", "al", "van", "de", "el", "boru", "br", NULL};
    return is_among(r, i, particles);
}

/* Yusrizal Dt. Rajo Mangkuto: a title of custom stands inside a name, or before it. */
static bool is_custom(const struct reading *r, size_t i) {
    static const char *const titles[] = {"dt",  "dg",  "daeng", "datuk",   "datuak", "sutan",   "gelar", "tk",
                                         "tgk", "rky", "st",    "bagindo", "puang",  "karaeng", NULL};
    return is_among(r, i, titles) && reading_capital(r, i);
}

/* Muh. Arfah: short for the first part of a name. */
static bool is_short_name(const struct reading *r, size_t i) {
    static const char *const names[] = {"muh", "moh", "mhd", "muhd", "moch", "abd", NULL};
    return is_among(r, i, names);
}

/* Pj. Wali Kota */
static bool is_short_office(const struct reading *r, size_t i) {
    static const char *const offices[] = {"pj", "pjs", "plt", "plh", NULL};
    return is_among(r, i, offices);
}

/* The dot of "Dr." or "H.": glued to the word before it. */
static bool is_title_dot(const struct reading *r, size_t i) {
    return i > 0 && reading_equal(r, i, ".") && !(reading_token(r, i)->flags & TOKEN_SPACE_BEFORE) &&
           (reading_is(r, i - 1, SPEECH_RANK | SPEECH_DEGREE) || reading_text(r, i - 1).len == 1 ||
            is_short_name(r, i - 1) || is_short_office(r, i - 1) || reading_equal(r, i - 1, "br"));
}

/* The word behind a particle and its dot: Rotua boru Simanjuntak, Lasmaria br. Sihombing. */
static bool leads_to_name(const struct reading *r, size_t particle) {
    return reading_capital(r, particle + 1) ||
           (is_title_dot(r, particle + 1) && reading_capital(r, particle + 2));
}

/* Token i continues, to the left, a name whose right part stands behind it. */
static bool joins_name(const struct reading *r, size_t first, size_t i) {
    if (is_title_dot(r, i)) return true;
    bool inside = i > first && (reading_name(r, i - 1) || is_title_dot(r, i - 1));
    return is_short_name(r, i) || (inside && (is_particle(r, i) || is_custom(r, i)));
}

/* H.M Dadang: titles or initials written as one word. */
static bool is_initials(const struct reading *r, size_t i) {
    struct slice word = reading_text(r, i);
    return reading_capital(r, i) && word.len <= 6 && slice_find_byte(word, '.', 0) != SIZE_MAX;
}

/* Penerima bantuan, Asmaniar (61): only persons have an age. */
static bool gives_age(const struct reading *r, size_t i) {
    return reading_equal(r, i, "(") && reading_equal(r, i + 2, ")") &&
           reading_token(r, i + 1)->kind == TOKEN_NUMBER && reading_text(r, i + 1).len == 2;
}

/* A capital that can only be a name here, though the word is an ordinary one: Tegas, Maya, Haru, Firman. */
static bool is_word_as_name(const struct reading *r, size_t i) {
    const uint32_t other = SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN | SPEECH_ORG | SPEECH_WORK | SPEECH_AREA |
                           SPEECH_PLACE | SPEECH_DAY | SPEECH_PRONOUN | SPEECH_DEGREE;
    bool document = reading_is(r, i, SPEECH_DOCUMENT) && !reading_is(r, i, SPEECH_BARE);
    return reading_capital(r, i) && !(reading_token(r, i)->flags & TOKEN_UPPER) && !document &&
           !reading_is(r, i, other);
}

/* Nurul Awan (19), I Gede Bawa; Tubagus Utama, who is Tubagus elsewhere: an ordinary word ends a name. */
static bool ends_name(const struct reading *r, size_t first, size_t end) {
    if (end < first + 2 || !reading_capital(r, end - 1) || !reading_name(r, end - 2)) return false;
    if (reading_token(r, end - 1)->flags & TOKEN_UPPER) return false;
    if (gives_age(r, end)) return true;
    if (reading_known(r, end - 2))
        return is_word_as_name(r, end - 1) || reading_is(r, end - 1, SPEECH_WORK | SPEECH_PLACE);
    if (!is_word_as_name(r, end - 1)) return false;
    if (end == first + 2) return first > 0 && reading_equal(r, first - 1, ",");
    return reading_name(r, end - 3) || reading_is(r, end - 3, SPEECH_RANK) ||
           reading_text(r, end - 3).len == 1;
}

/* Reza Indragiri Amriel: a place inside a name. */
static bool is_bridge(const struct reading *r, size_t first, size_t i) {
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

/* AKBP I Putu Bayu Pati: behind a rank stands a name, though it ends like a place; or end. Not so behind
 * Direktur Jenderal. */
static size_t name_behind_rank(const struct reading *r, size_t first, size_t end) {
    const uint32_t other = SPEECH_RANK | SPEECH_ROLE | SPEECH_ORG | SPEECH_WORK | SPEECH_AREA;
    size_t k = end;
    while (k > first && reading_capital(r, k - 1) && !reading_is(r, k - 1, other))
        k--;
    bool ranked = k > first && k + 2 <= end && reading_is(r, k - 1, SPEECH_RANK) &&
                  !(k > first + 1 && reading_is(r, k - 2, SPEECH_ROLE));
    return ranked && (reading_name(r, k) || reading_name(r, k + 1)) ? k : end;
}

void mention_find_name(const struct reading *r, size_t first, size_t end, size_t *name_first,
                       size_t *bare_name) {
    size_t k = ends_name(r, first, end) ? end - 1 : end;
    while (k > first &&
           (reading_name(r, k - 1) || (k < end && (joins_name(r, first, k - 1) || is_particle(r, k - 1) ||
                                                   is_bridge(r, first, k - 1)))))
        k--;
    while (k < end && (reading_equal(r, k, ".") || is_particle(r, k)))
        k++;
    if (k == first + 1 && k < end && is_word_as_name(r, first) && reading_equal(r, first - (first > 0), ","))
        k = first; /* Direktur PT Makmur Tbk, Haru Koesnadi */
    bool known = k < end && (reading_is(r, k, SPEECH_NAME) || reading_known(r, k));
    if (k > first && k < end && reading_is(r, k - 1, SPEECH_AREA) && !known) {
        k++; /* Desa Penusupan Guntur: the first word names the village */
        while (k < end && reading_equal(r, k, "."))
            k++;
    }
    if (k > first && k + 1 == end && reading_text(r, k).len <= 2) k = end; /* Armada I, Komisi X */
    if (k == end) k = name_behind_rank(r, first, end);
    *bare_name = k;
    size_t left = k;
    while (k < end && left > first &&
           (reading_is(r, left - 1, SPEECH_RANK | SPEECH_KIN) || is_title_dot(r, left - 1) ||
            is_initials(r, left - 1)) &&
           !ends_place(r, first, left))
        left--;
    *name_first = k < end ? left : end;
    if (k == end) *bare_name = end;
}

/* Behind the bracket that opens at i. */
static size_t skip_bracket(const struct reading *r, size_t i, size_t limit) {
    for (size_t k = i + 1; k < limit && k < i + LONGEST_BRACKET; k++)
        if (reading_equal(r, k, ")") || reading_equal(r, k, "]")) return k + 1;
    return i;
}

/* Behind ", S.Sos., M.M." at i, or i. */
static size_t skip_degrees(const struct reading *r, size_t i, size_t limit) {
    size_t end = i, k = i;
    while (k < limit && reading_equal(r, k, ",")) {
        size_t word = k + 1, parts = 0;
        while (word < limit && reading_token(r, word)->kind == TOKEN_WORD && parts < 4) {
            struct slice text = reading_text(r, word);
            bool dotted = slice_find_byte(text, '.', 0) != SIZE_MAX;
            bool dot_behind =
                reading_equal(r, word + 1, ".") && !(reading_token(r, word + 1)->flags & TOKEN_SPACE_BEFORE);
            bool joined = parts && !(reading_token(r, word)->flags & TOKEN_SPACE_BEFORE);
            if (reading_is(r, word, SPEECH_RANK) && !reading_is(r, word, SPEECH_DEGREE)) break;
            if (!dotted && !reading_is(r, word, SPEECH_DEGREE) &&
                !(text.len <= 3 && reading_capital(r, word) && (dot_behind || joined)))
                break;
            word += dot_behind && word + 1 < limit ? 2 : 1;
            parts++;
        }
        if (!parts) break;
        end = k = word;
    }
    return end;
}

/* What reading a phrase knows so far. */
struct phrase {
    const struct reading *r;
    size_t limit;
    size_t segment;  /* first token of the part behind the last comma */
    bool small_head; /* begins with a small word: warga, juru bicara */
    struct mention *m;
};

/* Camat Sintuk Toboh Gadang: the whole name is that of a place. */
static bool is_place(const struct reading *r, size_t first, size_t end) {
    return first < end && !reading_known(r, first) &&
           language_has(r->language, LEXICON_PLACES, reading_range(r, first, end));
}

/* The name that the part ends with; false when there is none. */
static bool find_name(const struct phrase *p, size_t end, size_t *name, size_t *bare) {
    mention_find_name(p->r, p->segment, end, name, bare);
    if (*bare > p->segment && reading_is(p->r, *bare - 1, SPEECH_ROLE | SPEECH_AREA) &&
        is_place(p->r, *bare, end))
        *name = *bare = end;
    return *name < end;
}

static bool ends_with_name(const struct phrase *p, size_t end) {
    size_t name, bare;
    return find_name(p, end, &name, &bare);
}

static void take_name(struct phrase *p, size_t end) {
    size_t name, bare;
    if (!find_name(p, end, &name, &bare)) return;
    p->m->name_first = name;
    p->m->bare_name = bare;
    p->m->name_end = end;
}

/* The end of a part that is nothing but a name, perhaps with a rank before it; from when it is not. */
static size_t pure_name(const struct phrase *p, size_t from) {
    const struct reading *r = p->r;
    size_t i = from, words = 0;
    while (i < p->limit && (reading_is(r, i, SPEECH_RANK | SPEECH_KIN) || is_title_dot(r, i) ||
                            (i > from && reading_equal(r, i, "gigi"))))
        i++;
    if (is_word_as_name(r, i) && reading_name(r, i + 1)) i++; /* Haru Koesmahargyo */
    for (; i < p->limit; i++) {
        if (reading_name(r, i) || is_short_name(r, i) ||
            (words && reading_is(r, i, SPEECH_PLACE | SPEECH_WORK) && reading_name(r, i + 1)))
            words++;
        else if (!is_title_dot(r, i) &&
                 !(words && (is_particle(r, i) || is_custom(r, i)) && leads_to_name(r, i)))
            break;
    }
    if (words && is_word_as_name(r, i)) i++; /* Boby Firman */
    if (!words || reading_capital(r, i)) return from;
    return i;
}

/* Behind the comma at i, the part that is a name: at once, or behind parts that only say where: "Camat
 * Neglasari, Kabupaten Tangerang, Ubaidillah". The token behind the comma when there is none. */
static size_t named_later(const struct phrase *p, size_t comma, bool named) {
    const struct reading *r = p->r;
    size_t from = comma + 1;
    if (reading_equal(r, from, "sebut") && reading_equal(r, from + 1, "saja")) from += 2; /* no real name */
    for (int parts = 0; parts < 4 && from < p->limit; parts++) {
        if (pure_name(p, from) > from) return from;
        if (reading_is(r, from, SPEECH_DAY) || !reading_capital(r, from)) break;
        if (named && !reading_is(r, from, SPEECH_AREA | SPEECH_PLACE | SPEECH_ORG | SPEECH_WORK)) break;
        while (from < p->limit && reading_capital(r, from))
            from++;
        if (!reading_equal(r, from, ",")) break;
        from++;
    }
    return comma + 1;
}

/* A comma at i: true when the phrase goes on behind it. */
static bool passes_comma(struct phrase *p, size_t *i) {
    const struct reading *r = p->r;
    size_t next = *i + 1, after = skip_degrees(r, *i, p->limit);
    if (after > *i) {
        if (ends_with_name(p, *i)) take_name(p, *i);
        *i = after;
        return p->m->name_end == 0;
    }
    if (next >= p->limit || reading_is(r, next, SPEECH_DAY)) return false;
    bool named = ends_with_name(p, *i);
    size_t later = named_later(p, *i, named), end = pure_name(p, later);
    next = later > next ? later : next;
    bool office = reading_is(r, p->m->first, SPEECH_ROLE | SPEECH_ORG) || p->small_head ||
                  reading_equal(r, p->m->first, "salah") || reading_equal(r, p->m->first, "seorang") ||
                  (end > next && gives_age(r, end));
    if (end > next && office) {
        size_t name, bare;
        find_name(p, *i, &name, &bare);
        bool titled = reading_is(r, next, SPEECH_RANK) || is_place(r, bare, *i);
        bool place = *i - bare == 1 && !reading_known(r, bare); /* Camat Matur, Yulia */
        bool body = named && bare > p->m->first && !reading_is(r, bare - 1, SPEECH_ROLE | SPEECH_PLACE) &&
                    (reading_is(r, bare - 1, SPEECH_ORG | SPEECH_WORK | SPEECH_AREA) || *i - bare == 1 ||
                     name < bare);
        if (!named || titled || ((place || body) && !reading_is(r, bare, SPEECH_NAME))) {
            p->segment = next;
            take_name(p, end);
            *i = end;
            if (gives_age(r, end)) {
                *i = end + 3;
                p->m->described = true;
            }
            return false;
        }
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
    return comma > i + 1 && reading_equal(p->r, comma, ",") && pure_name(p, comma + 1) > comma + 1;
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

/* A small word at i: true when the phrase goes on with it. */
static bool passes_small(struct phrase *p, size_t *i) {
    const struct reading *r = p->r;
    if (belongs_to_head(p, *i)) return (*i)++, true;
    if (reading_equal(r, *i, "ini") || reading_equal(r, *i, "itu") || reading_equal(r, *i, "tersebut")) {
        if (ends_with_name(p, *i)) take_name(p, *i);
        if (!p->m->name_end) p->m->kind = MENTION_DESCRIPTION;
        (*i)++;
        return false;
    }
    if (*i > p->m->first && reading_equal(r, *i, "dari") && named_behind_origin(p, *i)) return (*i)++, true;
    if (*i > p->m->first && ends_with_name(p, *i)) {
        if (is_particle(r, *i) && leads_to_name(r, *i)) return (*i)++, true;
        if (reading_equal(r, *i, "yang") || reading_equal(r, *i, "selaku") || reading_equal(r, *i, "dari") ||
            reading_equal(r, *i, "asal") || reading_equal(r, *i, "sekaligus"))
            p->m->described = true;
        return false;
    }
    if (*i == p->m->first && (reading_equal(r, *i, "salah") || reading_equal(r, *i, "seorang")))
        return (*i)++, true;
    bool next_official = reading_capital(r, *i + 1) || reading_is(r, *i + 1, OFFICIAL);
    if (reading_equal(r, *i, "dan") || reading_equal(r, *i, "serta") || reading_equal(r, *i, "dari") ||
        reading_equal(r, *i, "sekaligus") || reading_equal(r, *i, "untuk") ||
        reading_equal(r, *i, "selaku")) {
        *i += next_official;
        return next_official;
    }
    if (reading_capital(r, *i + 1) && (reading_equal(r, *i, "of") || reading_equal(r, *i, "for") ||
                                       reading_equal(r, *i, "and") || reading_equal(r, *i, "the")))
        return (*i)++, true;
    if (p->small_head && (reading_equal(r, *i, "di") || reading_equal(r, *i, "pada") ||
                          reading_equal(r, *i, "satu") || reading_equal(r, *i, "seorang")))
        return (*i)++, true;
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
           reading_token(r, i + 1)->flags & TOKEN_UPPER;
}

/* One step of the phrase from token i: false at its end. */
static bool passes(struct phrase *p, size_t *i) {
    const struct reading *r = p->r;
    const struct token *t = reading_token(r, *i);
    if (t->kind == TOKEN_WORD) {
        if (!(t->flags & TOKEN_CAPITAL)) return passes_small(p, i);
        if (reading_is(r, *i, SPEECH_DAY) && !reading_is(r, *i, SPEECH_NAME)) return false;
        bool inside = reading_capital(r, *i + 1); /* Menteri Dalam Negeri */
        if (*i > p->m->first && !inside && reading_is(r, *i, SPEECH_CIRCUMSTANCE | SPEECH_PRONOUN))
            return false;
        return (*i)++, true;
    }
    if (t->kind == TOKEN_NUMBER)
        return p->m->kind != MENTION_NONE && !ends_with_name(p, *i) && ((*i)++, true);
    if (reading_equal(r, *i, "(") || reading_equal(r, *i, "[")) {
        size_t behind = skip_bracket(r, *i, p->limit);
        if (behind == *i) return false;
        if (!gives_short_name(r, *i) && ends_with_name(p, *i)) {
            take_name(p, *i);
            if (reading_token(r, *i + 1)->kind == TOKEN_NUMBER && behind == *i + 3) p->m->described = true;
            *i = behind;
            return false;
        }
        bool goes_on = behind < p->limit && (reading_capital(r, behind) || reading_equal(r, behind, ",") ||
                                             reading_is(r, behind, OFFICIAL));
        if (goes_on) *i = behind;
        return goes_on;
    }
    if (reading_equal(r, *i, ",")) return passes_comma(p, i);
    if (is_title_dot(r, *i)) return reading_capital(r, *i + 1) && ((*i)++, true);
    if (reading_equal(r, *i, "/") || reading_equal(r, *i, "&"))
        return reading_capital(r, *i + 1) && ((*i)++, true);
    return false;
}

/* laporan We Are Social: what counts and studies is no person, though somebody made it. */
static bool is_study(const struct reading *r, const struct mention *m) {
    static const char *const studies[] = {"laporan", "data",       "survei", "riset", "studi",
                                          "kajian",  "penelitian", "hasil",  NULL};
    if (!is_among(r, m->first, studies)) return false;
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

/* Whether a phrase can begin here. */
static bool begins(const struct reading *r, size_t i) {
    if (i >= r->analysis->tokens.count || reading_token(r, i)->kind != TOKEN_WORD) return false;
    if (reading_is(r, i, SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN | SPEECH_ORG | SPEECH_DOCUMENT)) return true;
    if (reading_equal(r, i, "salah") || reading_equal(r, i, "seorang")) return true;
    return reading_capital(r, i) &&
           (reading_is(r, i, SPEECH_NAME) ||
            !reading_is(r, i, SPEECH_FUNCTION | SPEECH_CIRCUMSTANCE | SPEECH_DAY | SPEECH_ACTIVE));
}

/* kata Lalu, ujar Hari: a name that is mostly another word. */
static bool is_odd_name(const struct reading *r, size_t i) {
    return i > 0 && reading_capital(r, i) && reading_small(r, i - 1) && reading_is(r, i - 1, SPEECH_BARE) &&
           reading_is(r, i, SPEECH_FUNCTION | SPEECH_ADVERB | SPEECH_CIRCUMSTANCE) &&
           !reading_is(r, i, SPEECH_ROLE | SPEECH_RANK | SPEECH_PRONOUN) && !reading_capital(r, i + 1);
}

/* pria yang akrab disapa Ucok itu; mantan bupati dua periode ini: behind the pointing word; 0: none. */
static size_t end_of_description(const struct reading *r, size_t from, size_t limit) {
    for (size_t i = from; i < limit && i < from + LONGEST_DESCRIPTION; i++) {
        if (reading_token(r, i)->kind != TOKEN_WORD && reading_token(r, i)->kind != TOKEN_NUMBER) return 0;
        bool last = i + 1 >= limit || reading_token(r, i + 1)->kind == TOKEN_PUNCTUATION ||
                    reading_is(r, i + 1, SPEECH_CIRCUMSTANCE);
        bool points =
            reading_equal(r, i, "itu") || reading_equal(r, i, "ini") || reading_equal(r, i, "tersebut");
        if (points && last) return i + 1;
        if (reading_is(r, i, SPEECH_CIRCUMSTANCE) && i > from) return 0;
    }
    return 0;
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
    if (!begins(r, from)) return m;
    struct phrase p = {
        .r = r, .limit = limit, .segment = from, .small_head = reading_small(r, from), .m = &m};
    size_t i = from;
    m.kind = MENTION_OFFICE;
    while (i < limit && passes(&p, &i))
        ;
    if (!m.name_end && m.kind != MENTION_DESCRIPTION && i <= limit) {
        size_t end = i;
        take_name(&p, end);
    }
    m.end = i > from ? i : from + 1;
    size_t pointed = p.small_head && !m.name_end && m.kind != MENTION_DESCRIPTION
                         ? end_of_description(r, m.end, limit)
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

/* Whether from end to verb stands nothing that parts a subject from its verb. */
static bool reaches(const struct reading *r, size_t end, size_t verb, bool comma) {
    size_t i = end;
    if (comma && reading_equal(r, i, ",")) i++;
    while (i < verb && (reading_is(r, i, SPEECH_ADVERB | SPEECH_DEGREE) || reading_equal(r, i, "(") ||
                        reading_equal(r, i, ")") || is_title_dot(r, i)))
        i++;
    return i >= verb;
}

struct mention mention_before(const struct reading *r, size_t floor, size_t verb) {
    struct mention best = {0};
    if (verb > floor + LONGEST_PHRASE) floor = verb - LONGEST_PHRASE;
    bool circumstance = false;
    for (size_t i = floor; i < verb;) {
        bool border = i == floor || reading_equal(r, i - 1, ",") || reading_equal(r, i - 1, ":");
        if (border) {
            while (i + 1 < verb && reading_is(r, i, SPEECH_FUNCTION) &&
                   !reading_is(r, i, SPEECH_CIRCUMSTANCE) && !begins(r, i) &&
                   !reading_is(r, i, SPEECH_PRONOUN))
                i++;
            circumstance = reading_is(r, i, SPEECH_CIRCUMSTANCE);
        }
        struct mention m = begins(r, i) || reading_is(r, i, SPEECH_PRONOUN) ? mention_after(r, i, verb)
                                                                            : (struct mention){0};
        bool comma = best.kind != MENTION_NAME && m.kind == MENTION_NAME;
        if (m.kind != MENTION_NONE && reaches(r, m.end, verb, comma)) {
            bool apposition =
                best.kind == MENTION_NAME && m.first > 0 &&
                (m.kind != MENTION_NAME || reading_equal(r, m.first - 1, "selaku") ||
                 reading_equal(r, m.first - 1, "sebagai") || reading_equal(r, m.first - 1, "sekaligus") ||
                 (reading_equal(r, m.first - 1, ",") && reading_is(r, m.first, SPEECH_ROLE)));
            return apposition ? best : m;
        }
        bool full = m.kind == MENTION_NAME || m.kind == MENTION_OFFICE || m.kind == MENTION_DESCRIPTION;
        bool better =
            best.kind == MENTION_NONE || (best.kind != MENTION_NAME && m.kind == MENTION_NAME && border);
        if (full && !circumstance && better) best = m;
        i = m.kind != MENTION_NONE && m.end > i ? m.end : i + 1;
        if (m.kind == MENTION_PRONOUN && best.kind == MENTION_NONE && !circumstance) best = m;
    }
    return best;
}

size_t mention_dateline(const struct reading *r) {
    size_t count = r->analysis->tokens.count, dash = 0;
    while (dash < count && dash < LONGEST_DATELINE && !reading_dash(r, dash)) {
        bool unit = reading_equal(r, dash - (dash > 0), ",") && reading_dash(r, dash + 1); /* Agam, Humas - */
        if (!unit && reading_is(r, dash, SPEECH_ROLE | SPEECH_RANK | SPEECH_ACTIVE)) return 0;
        if (reading_small(r, dash) && dash < 2) return 0;
        if (reading_equal(r, dash, "\"") || reading_equal(r, dash, "“")) return 0;
        dash++;
    }
    if (dash == 0 || !reading_dash(r, dash)) return 0;
    while (dash < count && (reading_dash(r, dash)))
        dash++;
    return reading_capital(r, dash) ? dash : 0;
}
