#include "check/rules/source.h"

#include "language/quotes/cue.h"

enum { LOOK_AHEAD = 6, FEW_WORDS = 3, SUBJECT = 12, BEGINNING = 6 };

/* More than a few words, or a mark that ends what somebody says; and no Title With Capitals. */
static bool is_speech(struct slice text, const struct quotation *q) {
    size_t words = 0, small = 0;
    for (size_t i = q->inner_start; i < q->inner_end; i++) {
        if (i > q->inner_start && text.data[i - 1] != ' ') continue;
        words++;
        small += text.data[i] >= 'a' && text.data[i] <= 'z';
    }
    bool pointed = words && strchr(".,!?", text.data[q->inner_end - 1]);
    return (pointed || words > FEW_WORDS) && small * 2 >= words;
}

bool range_is_spoken(const struct analysis *a, size_t start, size_t end) {
    size_t last = quotations_before(a, end);
    for (size_t back = 0; back < NESTED_QUOTATIONS && back < last; back++) {
        const struct quotation *q = &a->quotations.items[last - 1 - back];
        if (q->end > start && is_speech(a->text, q)) return true;
    }
    return false;
}

bool token_is_name(const struct analysis *a, const struct sentence *sentence, size_t i) {
    return i > sentence->first_token && i < sentence->first_token + sentence->tokens &&
           a->tokens.items[i].kind == TOKEN_WORD && a->tokens.items[i].flags & TOKEN_CAPITAL;
}

/* data BPS, survei nasional LSI, laporan We Are Social: a document, and within a few words its owner. */
static bool document_of(const struct reading *r, const struct sentence *s, size_t i) {
    const struct analysis *a = r->analysis;
    static const char *const told[] = {"laporan", "informasi", "keterangan", NULL};
    static const char *const from[] = {"dari", NULL};
    static const char *const get[] = {"menerima", "mendapat", "memperoleh", NULL};
    static const char *const made[] = {"dilakukan",   "dirilis",     "dibuat",   "disusun",
                                       "dikeluarkan", "diterbitkan", "dihimpun", NULL};
    if (token_among(a, i, told) && (token_among(a, i + 1, from) || token_among(a, i - (i > 0), get)))
        return true; /* menerima laporan; laporan dari wali nagari */
    if (!token_in(a, i, CLASS_DOCUMENT)) return false;
    for (size_t k = i + 1; k <= i + LOOK_AHEAD && k < s->first_token + s->tokens; k++) {
        if (token_among(a, k + 1, made)) k += 2; /* prediksi yang dilakukan BMKG */
        if (a->tokens.items[k].kind == TOKEN_PUNCTUATION || token_in(a, k, CLASS_DOCUMENT_END)) return false;
        if (token_in(a, k, CLASS_DOCUMENT_OWNER)) return true;
        if (token_is_name(a, s, k)) return !reading_is(r, k, SPEECH_DAY);
    }
    return false;
}

/* menurut survei, berdasarkan data terbaru: a paper without an owner. */
static bool is_ownerless(const struct analysis *a, size_t i, size_t end) {
    size_t k = i;
    while (k < end && token_in(a, k, CLASS_PAPER))
        k++;
    return k > i && (k >= end || a->tokens.items[k].kind != TOKEN_WORD);
}

/* (BPS, 2024), (Kompas, 28/7/2020), Sumber: BPS */
static bool is_reference(const struct reading *r, const struct sentence *s, size_t i) {
    static const char *const source[] = {"sumber", NULL};
    const struct analysis *a = r->analysis;
    if (reading_equal(r, i + 1, ":")) return token_among(a, i, source);
    if (!reading_equal(r, i, "(") || !token_is_name(a, s, i + 1) || reading_is(r, i + 1, SPEECH_DAY))
        return false;
    for (size_t k = i + 2; k < i + LOOK_AHEAD && k < s->first_token + s->tokens; k++) {
        const struct token *t = &a->tokens.items[k];
        if (t->kind == TOKEN_NUMBER) return t->end - t->start >= 4 && reading_equal(r, k + 1, ")");
    }
    return false;
}

/* Word i may be the subject of the verb: a name, or who says so. The first word of a sentence has its capital
 * from there: it must be a body or stand beside the verb and be no paper. */
static bool may_say(const struct reading *r, const struct sentence *s, size_t i, size_t verb) {
    const uint32_t somebody = SPEECH_ROLE | SPEECH_RANK | SPEECH_KIN | SPEECH_ORG | SPEECH_NAME;
    static const char *const own[] = {"mereka", "pihaknya", NULL};
    if (token_among(r->analysis, i, own) || reading_is(r, i, SPEECH_PRONOUN)) return true;
    if (!reading_capital(r, i)) return false;
    bool beside = i + 1 == verb && !reading_is(r, i, SPEECH_DOCUMENT | SPEECH_WORK);
    return i > s->first_token || beside || reading_is(r, i, somebody) || reading_capital(r, i + 1) ||
           reading_token(r, i)->flags & TOKEN_UPPER;
}

/* katanya; dikatakannya; Dijelaskan, ...: whoever spoke before. */
static bool is_his_telling(const struct reading *r, const struct sentence *s, size_t i) {
    if (reading_is(r, i, SPEECH_WEAK)) return false;
    if (reading_is(r, i, SPEECH_NYA)) return true;
    if (!reading_is(r, i, SPEECH_PASSIVE)) return false;
    bool opens = i == s->first_token && reading_equal(r, i + 1, ",");
    return opens || slice_ends(reading_text(r, i), SLICE("nya"));
}

static bool leans_on(const struct reading *r, const struct sentence *s, size_t i) {
    static const char *const sites[] = {"laman", "situs", "dari", "di", "tautan", "akun", NULL};
    static const char *const pronouns[] = {"dia", "ia", "mereka", "beliau", "pihaknya", NULL};
    static const char *const his[] = {"menurutnya", NULL};
    const struct analysis *a = r->analysis;
    size_t first = s->first_token, end = first + s->tokens;
    if (token_in(a, i, CLASS_ACCORDING)) return i + 1 < end && !is_ownerless(a, i + 1, end);
    if (token_among(a, i, his) || is_his_telling(r, s, i)) return true;
    if (a->tokens.items[i].kind == TOKEN_OPAQUE && i > first) return token_among(a, i - 1, sites);
    if (token_in(a, i, CLASS_SOURCE_VERB))
        for (size_t k = i; k > first && i - k < SUBJECT; k--)
            if (may_say(r, s, k - 1, i)) return true;
    if (token_in(a, i, CLASS_SOURCE_BARE))
        return token_among(a, i + 1, pronouns) || token_is_name(a, s, i + 1);
    return is_reference(r, s, i);
}

/* 75 persen pedagang menyatakan puas: who was counted, not who counted. */
static bool is_counted(const struct reading *r, const struct sentence *s, size_t i) {
    return i > s->first_token && (reading_equal(r, i - 1, "persen") || reading_equal(r, i - 1, "%"));
}

/* Transparansi ini mendorong ..., Kegiatan itu menunjukkan ...: a thing, not somebody described. */
static bool is_thing(const struct reading *r, const struct mention *m) {
    static const char *const ends[] = {"si", "tas", "an", NULL}, *const persons[] = {"wan", "puan", NULL};
    if (m->kind != MENTION_DESCRIPTION || reading_is(r, m->first, SPEECH_ROLE | SPEECH_KIN)) return false;
    struct slice word = reading_text(r, m->first);
    for (size_t i = 0; persons[i]; i++)
        if (slice_ends(word, slice_of(persons[i]))) return false;
    for (size_t i = 0; ends[i]; i++)
        if (slice_ends(word, slice_of(ends[i]))) return true;
    return false;
}

bool sentence_has_source(const struct reading *r, const struct sentence *sentence) {
    const struct analysis *a = r->analysis;
    size_t first = sentence->first_token, end = first + sentence->tokens;
    for (size_t i = first; i < end; i++)
        if (leans_on(r, sentence, i) || document_of(r, sentence, i)) return true;
    struct cue cue = cue_reported(r, (struct stretch){.first = first, .end = end});
    size_t speaker = cue.speaker.first;
    return cue.found && cue.speaker.kind != MENTION_NONE && !is_counted(r, sentence, speaker) &&
           !is_thing(r, &cue.speaker) &&
           !(cue.speaker.kind == MENTION_DOCUMENT && is_ownerless(a, speaker, end));
}

bool sentence_attributes_before(const struct reading *r, const struct sentence *sentence) {
    static const char *const seen[] = {"terpantau", "tecermin", "tercermin", "terlihat", "diketahui", NULL};
    const struct analysis *a = r->analysis;
    size_t first = sentence->first_token;
    while (first + 1 < sentence->first_token + sentence->tokens &&
           a->tokens.items[first].kind == TOKEN_PUNCTUATION)
        first++; /* "Angka itu tertinggi di provinsi," kata Yani. */
    if (!token_in(a, first, CLASS_SOURCE_OPENER)) return false;
    for (size_t i = first; i < first + BEGINNING; i++)
        if (token_among(a, i, seen) && reading_equal(r, i + 1, "dari") && reading_equal(r, i + 2, "data"))
            return true; /* Hal itu terlihat dari data kunjungan */
    return sentence_has_source(r, sentence);
}

bool sentence_attributes_paragraph(const struct reading *r, const struct sentence *sentence) {
    static const char *const points[] = {"itu", "ini", "tersebut", NULL};
    size_t first = sentence->first_token;
    return (reading_in(r, first, CLASS_THUS) || reading_among(r, first + 1, points)) &&
           sentence_attributes_before(r, sentence);
}

const struct block *prose_beside(const struct document *document, size_t at, bool after) {
    size_t step = after ? 1 : SIZE_MAX, count = document->blocks.count;
    do
        at += step; /* before the first block lies SIZE_MAX */
    while (at < count && document->blocks.items[at]->kind == BLOCK_BLANK);
    if (at >= count) return NULL;
    const struct block *block = document->blocks.items[at];
    return block->kind == BLOCK_PROSE && block->analysis.sentences.count ? block : NULL;
}
