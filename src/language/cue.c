#include "language/cue.h"

enum { NEAR = 14 };

static struct cue with_verb(const struct reading *r, size_t verb, struct mention speaker) {
    return (struct cue){.found = true,
                        .first = reading_token(r, verb)->start,
                        .end = reading_token(r, verb)->end,
                        .speaker = speaker};
}

static struct cue without_verb(const struct reading *r, struct mention speaker) {
    size_t at = reading_token(r, speaker.first)->start;
    return (struct cue){.found = true, .first = at, .end = at, .speaker = speaker};
}

/* Behind words between a verb and its speaker: oleh, si, pula, lagi, singkat. */
static size_t skip_between(const struct reading *r, size_t i, size_t end) {
    while (i < end &&
           (reading_equal(r, i, "oleh") || reading_equal(r, i, "si") || reading_equal(r, i, "pula") ||
            reading_equal(r, i, "lagi") || reading_equal(r, i, "langsung") || reading_equal(r, i, "sang") ||
            reading_equal(r, i, "para")))
        i++;
    return i;
}

static struct mention speaker_behind(const struct reading *r, size_t verb, size_t end) {
    return mention_after(r, skip_between(r, verb + 1, end), end);
}

static bool is_mark(const struct reading *r, size_t i) {
    return reading_equal(r, i, ",") || reading_equal(r, i, "*") || reading_equal(r, i, "_") ||
           reading_equal(r, i, ":") || reading_equal(r, i, ";") || reading_equal(r, i, ">");
}

static bool ends_here(const struct reading *r, size_t i, size_t end) {
    return i >= end || reading_equal(r, i, ".") || reading_equal(r, i, ",") || reading_equal(r, i, "(") ||
           reading_equal(r, i, ":") || reading_equal(r, i, "!") || reading_equal(r, i, "?") ||
           reading_equal(r, i, "\"") || reading_equal(r, i, "“");
}

static bool verbless(const struct reading *r, size_t from, size_t end) {
    for (size_t i = from; i < end; i++) {
        if (!reading_small(r, i)) continue;
        struct slice word = reading_text(r, i);
        if (reading_is(r, i, SPEECH_CIRCUMSTANCE)) continue;
        if (slice_starts(word, SLICE("meng")) || slice_starts(word, SLICE("men")) ||
            slice_starts(word, SLICE("mem")) || slice_starts(word, SLICE("adalah")) ||
            slice_starts(word, SLICE("hadir")) || slice_starts(word, SLICE("akan")))
            return false;
    }
    return true;
}

/* Kata X., ujarnya: the verb stands directly behind the mark. */
static struct cue verb_first(const struct reading *r, size_t i, size_t end) {
    struct cue none = {0};
    if (reading_is(r, i, SPEECH_NYA)) {
        struct mention m = mention_after(r, i + 1, end); /* tambahnya Bupati X */
        bool told = reading_capital(r, i + 1) && (m.kind == MENTION_NAME || m.kind == MENTION_OFFICE);
        return with_verb(r, i, told ? m : (struct mention){0});
    }
    if (reading_equal(r, i, "menurut")) {
        struct mention m = mention_after(r, i + 1, end);
        return m.kind ? with_verb(r, i, m) : none;
    }
    if (!reading_is(r, i, SPEECH_BARE) || (reading_capital(r, i) && reading_is(r, i, SPEECH_NAME)))
        return none;
    if (reading_equal(r, i + 1, "nya")) {
        struct cue cue = with_verb(r, i, (struct mention){0});
        cue.end = reading_token(r, i + 1)->end;
        return cue;
    }
    struct mention m = speaker_behind(r, i, end);
    if (m.kind) return with_verb(r, i, m);
    if (reading_is(r, i, SPEECH_WEAK) && !ends_here(r, i + 1, end)) return none;
    if (reading_capital(r, i) && reading_is(r, i, SPEECH_WEAK)) return none;
    struct cue cue = with_verb(r, i, m);
    cue.weak = !ends_here(r, i + 1, end); /* somebody whom we cannot read */
    return cue;
}

/* Demikian disampaikan X; begitu kata X; hal itu diungkapkan X; sebagaimana tertulis dalam Y. */
static struct cue connected(const struct reading *r, size_t i, size_t end) {
    size_t k = i;
    bool connective = false;
    while (
        k < end && k < i + 6 &&
        (reading_equal(r, k, "demikian") || reading_equal(r, k, "demikianlah") ||
         reading_equal(r, k, "begitu") || reading_equal(r, k, "begitulah") || reading_equal(r, k, "itulah") ||
         reading_equal(r, k, "hal") || reading_equal(r, k, "itu") || reading_equal(r, k, "ini") ||
         reading_equal(r, k, "tersebut") || reading_equal(r, k, "sebagaimana") ||
         reading_equal(r, k, "seperti") || reading_equal(r, k, "yang") || reading_equal(r, k, "pernyataan") ||
         reading_equal(r, k, "ungkapan") || reading_equal(r, k, "pesan") ||
         reading_equal(r, k, "penegasan") || reading_equal(r, k, "ajakan") ||
         reading_equal(r, k, "imbauan") || reading_equal(r, k, "penjelasan") ||
         reading_equal(r, k, "harapan") || reading_equal(r, k, "senada") || reading_equal(r, k, "serupa") ||
         reading_equal(r, k, "telah") || reading_equal(r, k, "juga") || reading_equal(r, k, "itulah") ||
         reading_equal(r, k, "kutipan") || reading_equal(r, k, "penggalan"))) {
        connective = true;
        k++;
    }
    if (k == i + 1 && (reading_equal(r, i, "demikian") || reading_equal(r, i, "begitu"))) {
        struct mention m = mention_after(r, k, end); /* "...," demikian Bupati Agam. */
        if ((m.kind == MENTION_NAME || m.kind == MENTION_OFFICE) && ends_here(r, m.end, end))
            return with_verb(r, i, m);
    }
    if (k > i + 1 && !reading_is(r, k, SPEECH_PASSIVE | SPEECH_BARE | SPEECH_NYA) &&
        reading_is(r, k - 1, SPEECH_BARE))
        k--; /* demikian pesan X */
    bool passive = reading_is(r, k, SPEECH_PASSIVE) && (connective || !reading_is(r, k, SPEECH_WEAK));
    if (k >= end || (!passive && !(connective && reading_is(r, k, SPEECH_BARE | SPEECH_NYA))))
        return (struct cue){0};
    size_t speaker = skip_between(r, k + 1, end);
    if (passive && (reading_equal(r, speaker, "dalam") || reading_equal(r, speaker, "pada") ||
                    reading_equal(r, speaker, "di")))
        speaker++;
    struct mention m = mention_after(r, speaker, end);
    if (!m.kind && !reading_is(r, k, SPEECH_NYA) && !connective) return (struct cue){0};
    return with_verb(r, k, m);
}

/* ..., begitu Risma menyapa; ..., X menambahkan: subject, then verb, in the same sentence. */
static struct cue subject_verb(const struct reading *r, size_t i, size_t end) {
    if (reading_equal(r, i, "begitu") || reading_equal(r, i, "demikian")) i++;
    for (size_t verb = i + 1; verb < end && verb < i + NEAR; verb++) {
        if (!reading_is(r, verb, SPEECH_ACTIVE)) continue;
        struct mention m = mention_before(r, i, verb);
        if (m.kind && m.first <= i + 1) return with_verb(r, verb, m);
    }
    return (struct cue){0};
}

/* A word that is no verb we know, where only a verb can stand: ", ujra Bupati X", ", ujanya." */
static struct cue unknown_verb(const struct reading *r, size_t i, size_t end) {
    struct slice word = reading_text(r, i);
    uint32_t plain = ~(uint32_t)(SPEECH_WEAK | SPEECH_TITLE | SPEECH_WORK | SPEECH_ADVERB);
    if (!reading_small(r, i) || word.len < 3 || reading_is(r, i, plain)) return (struct cue){0};
    if (slice_ends(word, SLICE("nya")) &&
        (ends_here(r, i + 1, end) || reading_is(r, i + 1, SPEECH_CIRCUMSTANCE | SPEECH_ADVERB)))
        return with_verb(r, i, (struct mention){0});
    struct mention m = speaker_behind(r, i, end);
    if (m.kind == MENTION_NAME || m.kind == MENTION_OFFICE || m.kind == MENTION_PRONOUN)
        return with_verb(r, i, m);
    return (struct cue){0};
}

/* kataKapolres: the space is missing. */
static struct cue glued_verb(const struct reading *r, size_t i, size_t end) {
    struct slice word = reading_text(r, i);
    size_t capital = 1;
    while (capital < word.len && !(word.data[capital] >= 'A' && word.data[capital] <= 'Z'))
        capital++;
    if (!reading_small(r, i) || capital >= word.len) return (struct cue){0};
    if (!(speech_classes(r->language, slice_range(word, 0, capital)) & (SPEECH_BARE | SPEECH_NYA)))
        return (struct cue){0};
    struct cue cue = with_verb(r, i, mention_after(r, i + 1, end));
    cue.end = cue.first + capital;
    cue.glued = cue.first + capital;
    return cue;
}

/* "..." - Menteri X; "..." Menteri X, dalam keterangan tertulisnya; "..." (Bupati X). */
static struct cue bare_speaker(const struct reading *r, size_t i, size_t end, bool dash, bool ended) {
    struct mention m = mention_after(r, i, end);
    if (m.kind == MENTION_NONE || m.kind == MENTION_PRONOUN) return (struct cue){0};
    if (dash) return without_verb(r, m);
    bool stops = ends_here(r, m.end, end) || reading_dash(r, m.end);
    bool titled =
        reading_is(r, m.first, SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN | SPEECH_ORG | SPEECH_DOCUMENT) ||
        m.kind == MENTION_NAME;
    if (!titled || (!stops && !reading_is(r, m.end, SPEECH_CIRCUMSTANCE))) return (struct cue){0};
    if (ended && !verbless(r, m.end, end)) return (struct cue){0};
    if (!ended && !stops && !verbless(r, m.end, end)) return (struct cue){0};
    if (reading_small(r, m.first) && m.kind != MENTION_NAME && m.kind != MENTION_DOCUMENT)
        return (struct cue){0};
    return without_verb(r, m);
}

/* ..., sambil tersenyum ujar X; ..., dalam sambutannya. */
static struct cue behind_circumstance(const struct reading *r, size_t i, size_t end) {
    for (size_t k = i + 1; k < end && k < i + NEAR; k++) {
        if (reading_is(r, k, SPEECH_NYA) && !reading_is(r, k, SPEECH_WEAK))
            return with_verb(r, k, (struct mention){0});
        if (!reading_is(r, k, SPEECH_BARE) || reading_is(r, k, SPEECH_WEAK) || !reading_small(r, k)) continue;
        struct mention m = speaker_behind(r, k, end);
        if (m.kind) return with_verb(r, k, m);
    }
    if (!reading_equal(r, i, "dalam") && !reading_equal(r, i, "pada") && !reading_equal(r, i, "melalui") &&
        !reading_equal(r, i, "lewat") && !reading_equal(r, i, "saat") && !reading_equal(r, i, "ketika"))
        return (struct cue){0};
    for (size_t k = i + 1; k < end && k < i + 4; k++)
        if (reading_small(r, k) && slice_ends(reading_text(r, k), SLICE("nya")) &&
            !reading_is(r, k, SPEECH_NYA | SPEECH_FUNCTION)) {
            size_t at = reading_token(r, i)->start;
            return (struct cue){.found = true, .first = at, .end = at};
        }
    return (struct cue){0};
}

struct cue cue_after(const struct reading *r, struct stretch tail, bool ended) {
    size_t i = tail.first, end = tail.end;
    bool dash = false, bracket = false, dot = false;
    for (; i < end; i++) {
        if (reading_dash(r, i))
            dash = true;
        else if (reading_equal(r, i, "("))
            bracket = true;
        else if (reading_equal(r, i, "."))
            dot = true;
        else if (!is_mark(r, i))
            break;
    }
    struct cue cue = {0};
    if (i >= end) return cue;
    cue = verb_first(r, i, end);
    if (!cue.found) cue = connected(r, i, end);
    if (!cue.found) cue = glued_verb(r, i, end);
    if (!cue.found && !ended && !dot) cue = subject_verb(r, i, end);
    if (!cue.found && !ended && !dot) cue = unknown_verb(r, i, end);
    if (!cue.found) cue = bare_speaker(r, i, end, dash || bracket, ended || dot);
    if (!cue.found && !ended && !dot) cue = behind_circumstance(r, i, end);
    return cue;
}

/* The subject of an active verb, or of the sentence. */
static struct mention subject_of(const struct reading *r, size_t floor, size_t verb) {
    struct mention m = mention_before(r, floor, verb);
    if (m.kind) return m;
    m = mention_after(r, floor, verb);
    return m.kind == MENTION_NAME ? m : (struct mention){0};
}

/* Dalam surat edaran itu disebutkan, ... */
static struct mention document_before(const struct reading *r, size_t first, size_t verb) {
    if (!reading_is(r, first, SPEECH_DOCUMENT)) return (struct mention){0};
    struct mention m = mention_after(r, first, verb);
    m.end = verb;
    while (m.end > first + 1 && reading_equal(r, m.end - 1, ","))
        m.end--;
    m.kind = MENTION_DOCUMENT;
    m.name_first = m.name_end = m.role_first = m.role_end = 0;
    return m;
}

static struct cue cue_at(const struct reading *r, size_t i, size_t floor, size_t end) {
    if (reading_is(r, i, SPEECH_ACTIVE)) return with_verb(r, i, subject_of(r, floor, i));
    if (reading_is(r, i, SPEECH_PASSIVE)) {
        size_t speaker = skip_between(r, i + 1, end);
        if (reading_equal(r, speaker, "dalam") || reading_equal(r, speaker, "pada") ||
            reading_equal(r, speaker, "di"))
            speaker++;
        struct mention m = mention_after(r, speaker, end);
        if (!m.kind && reading_equal(r, i, "berbunyi")) m = mention_before(r, floor, i);
        if (!m.kind && reading_is(r, floor, SPEECH_CIRCUMSTANCE)) m = document_before(r, floor + 1, i);
        return with_verb(r, i, m);
    }
    if (reading_equal(r, i, "menurut")) return with_verb(r, i, mention_after(r, i + 1, end));
    if (reading_is(r, i, SPEECH_BARE)) {
        struct mention m = speaker_behind(r, i, end);
        if (!m.kind) m = mention_before(r, floor, i); /* Allah berfirman is active; pesan Bupati: here */
        return with_verb(r, i, m);
    }
    if (reading_is(r, i, SPEECH_NYA)) return with_verb(r, i, (struct mention){0});
    return (struct cue){0};
}

struct cue cue_before(const struct reading *r, struct stretch lead) {
    struct cue none = {0};
    size_t end = lead.end;
    while (end > lead.first && (reading_equal(r, end - 1, "*") || reading_equal(r, end - 1, "_")))
        end--;
    if (end <= lead.first) return none;
    bool colon = reading_equal(r, end - 1, ":"), comma = reading_equal(r, end - 1, ",");
    bool pointed = colon || comma || reading_dash(r, end - 1);
    for (size_t i = end; i-- > lead.first;) {
        uint32_t cues = SPEECH_ACTIVE | SPEECH_PASSIVE | SPEECH_NYA | SPEECH_BARE;
        if (!reading_equal(r, i, "menurut") && !reading_is(r, i, cues)) continue;
        if (reading_capital(r, i) && i + 2 == end && colon) break; /* Tanya: "..." */
        if (reading_capital(r, i) && i > lead.first && !reading_equal(r, i, "menurut")) continue;
        bool weak = reading_is(r, i, SPEECH_WEAK) || reading_is(r, i, SPEECH_BARE | SPEECH_NYA);
        if (weak && !pointed && i + 1 < end) continue;
        if (weak && !colon && reading_is(r, i, SPEECH_BARE) && !speaker_behind(r, i, end).kind) continue;
        return cue_at(r, i, lead.first, end);
    }
    if (!pointed) return none;
    struct mention m = mention_after(r, lead.first, end - 1);
    if (!m.kind && colon) m = mention_before(r, lead.first, end - 1);
    struct cue cue = {.found = true, .weak = true};
    cue.first = cue.end = reading_token(r, lead.first)->start;
    if (reading_is(r, lead.first, SPEECH_BARE) && lead.first + 2 >= end) return cue; /* Tanya: Jawab: */
    if (m.kind == MENTION_NAME || m.kind == MENTION_OFFICE || m.kind == MENTION_DOCUMENT ||
        (colon && m.kind == MENTION_BODY && m.end + 1 >= end)) {
        cue.speaker = m;
        return cue;
    }
    return colon ? cue : none;
}

struct cue cue_inside(const struct reading *r, struct stretch words) {
    for (size_t i = words.first + 1; i < words.end; i++) {
        if (!reading_equal(r, i - 1, ",") && !reading_equal(r, i - 1, "?") && !reading_equal(r, i - 1, "!") &&
            !reading_equal(r, i - 1, "."))
            continue;
        if (!reading_small(r, i) || reading_is(r, i, SPEECH_WEAK) ||
            !reading_is(r, i, SPEECH_BARE | SPEECH_NYA))
            continue;
        struct cue cue = verb_first(r, i, words.end);
        if (cue.found) return cue;
    }
    return (struct cue){0};
}

struct cue cue_signed(const struct reading *r, struct stretch words) {
    for (size_t i = words.end; i-- > words.first + 3;) {
        if (!reading_dash(r, i) || !(reading_token(r, i)->flags & TOKEN_SPACE_BEFORE)) continue;
        struct mention m = mention_after(r, i + 1, words.end);
        bool speaker = m.kind == MENTION_NAME || m.kind == MENTION_OFFICE;
        return speaker && m.end >= words.end ? without_verb(r, m) : (struct cue){0};
    }
    return (struct cue){0};
}

/* Bupati mengungkapkan hal itu saat ...: what stood in quotation marks before. */
static struct cue said_that(const struct reading *r, struct stretch s) {
    for (size_t verb = s.first + 1; verb + 2 < s.end && verb < s.first + NEAR; verb++) {
        if (!reading_is(r, verb, SPEECH_ACTIVE) || !reading_equal(r, verb + 1, "hal")) continue;
        if (!reading_equal(r, verb + 2, "itu") && !reading_equal(r, verb + 2, "ini") &&
            !reading_equal(r, verb + 2, "tersebut"))
            continue;
        struct mention m = mention_before(r, s.first, verb);
        if (m.kind) return with_verb(r, verb, m);
    }
    return (struct cue){0};
}

/* X memberi selamat, X memberikan arahan: what is given are words. */
static bool gives_words(const struct reading *r, size_t i) {
    static const char *const words[] = {
        "selamat", "semangat",  "apresiasi",  "arahan",     "motivasi", "pesan",     "nasihat", "penjelasan",
        "pujian",  "tanggapan", "keterangan", "sambutan",   "imbauan",  "komentar",  "masukan", "ucapan",
        "jawaban", "saran",     "peringatan", "pernyataan", "wejangan", "pengarahan"};
    if (!reading_equal(r, i, "memberi") && !reading_equal(r, i, "memberikan")) return false;
    for (size_t k = 0; k < sizeof words / sizeof *words; k++)
        if (reading_equal(r, i + 1, words[k])) return true;
    return false;
}

struct cue cue_reported(const struct reading *r, struct stretch s) {
    struct cue best = {0};
    for (size_t i = s.first; i < s.end; i++) {
        bool border = i == s.first || reading_equal(r, i - 1, ",");
        struct cue cue = {0};
        if (reading_equal(r, i, "menurut") ||
            (border && reading_small(r, i) && reading_is(r, i, SPEECH_BARE) &&
             !reading_is(r, i, SPEECH_WEAK)))
            cue = with_verb(r, i, speaker_behind(r, i, s.end));
        else if ((reading_is(r, i, SPEECH_ACTIVE) && reading_small(r, i) && !reading_is(r, i, SPEECH_WEAK)) ||
                 gives_words(r, i))
            cue = with_verb(r, i, mention_before(r, s.first, i));
        else if (reading_is(r, i, SPEECH_PASSIVE) && reading_small(r, i) && !reading_is(r, i, SPEECH_WEAK))
            cue = with_verb(r, i, speaker_behind(r, i, s.end));
        else if (border && reading_is(r, i, SPEECH_NYA) && !reading_is(r, i, SPEECH_WEAK))
            cue = with_verb(r, i, (struct mention){.kind = MENTION_PRONOUN, .first = i, .end = i + 1});
        if (!cue.found || !cue.speaker.kind) continue;
        if (cue.speaker.kind == MENTION_NAME) return cue;
        if (!best.found) best = cue;
    }
    return best;
}

struct cue cue_following(const struct reading *r, struct stretch s, bool own_line) {
    size_t i = s.first;
    bool dash = false;
    while (i < s.end && (reading_dash(r, i) || reading_equal(r, i, "(") || is_mark(r, i))) {
        dash = dash || reading_dash(r, i) || reading_equal(r, i, "(");
        i++;
    }
    if (i >= s.end) return (struct cue){0};
    if (!dash &&
        (reading_equal(r, i, "demikian") || reading_equal(r, i, "hal") || reading_equal(r, i, "pernyataan") ||
         reading_equal(r, i, "begitu") || reading_equal(r, i, "ungkapan") || reading_equal(r, i, "itulah") ||
         reading_equal(r, i, "penegasan") || reading_equal(r, i, "pesan") || reading_equal(r, i, "ajakan") ||
         reading_equal(r, i, "demikianlah") || reading_equal(r, i, "imbauan") ||
         reading_equal(r, i, "harapan"))) {
        if (reading_equal(r, i + 1, "senada") || reading_equal(r, i + 1, "serupa") ||
            reading_equal(r, i + 1, "lain"))
            return (struct cue){0}; /* speaks of the next quotation */
        struct cue cue = connected(r, i, s.end);
        return cue.found && cue.speaker.kind ? cue : (struct cue){0};
    }
    if (reading_small(r, i) && reading_is(r, i, SPEECH_BARE | SPEECH_NYA) && !reading_is(r, i, SPEECH_WEAK))
        return verb_first(r, i, s.end); /* the line was broken before its verb */
    struct cue that = said_that(r, s);
    if (that.found || !own_line) return that;
    if (dash && reading_is(r, i, SPEECH_BARE | SPEECH_NYA)) return verb_first(r, i, s.end);
    struct mention m = mention_after(r, i, s.end);
    bool named = m.kind == MENTION_NAME || m.kind == MENTION_OFFICE || (dash && m.kind >= MENTION_BODY);
    bool whole = named && (m.end >= s.end || (reading_equal(r, m.end, ",") && verbless(r, m.end, s.end)) ||
                           (reading_equal(r, m.end, ")") && m.end + 1 >= s.end));
    if (!whole || s.end - s.first > 24 || reading_equal(r, s.end - 1, ".")) return (struct cue){0};
    if (!dash && !m.described && m.kind == MENTION_NAME && m.end - m.first > 5) return (struct cue){0};
    return without_verb(r, m);
}
