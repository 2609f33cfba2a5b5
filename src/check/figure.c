#include "check/source.h"

/*
 * attribution.figure: a statistic, survey or ranking with no source in its sentence, in the one before, or
 * right behind. Limits, targets, prices and shares that somebody sets are decisions, not statistics.
 */
enum { BEFORE = 7, AFTER = 4, CHAIN = 3 };

struct seeker {
    const struct check_context *context;
    const struct document *document;
    struct reading here, before; /* of the block looked at, of the block of prose before it */
    const struct block *block, *block_before;
};

static const struct reading *reading_of(struct seeker *s, struct reading *r, const struct block *block) {
    if (r->analysis != &block->analysis) {
        if (r->analysis) reading_free(r);
        reading_make(r, s->context->language, &block->analysis, block->start);
    }
    return r;
}

static bool is_percent(const struct analysis *a, size_t i) {
    if (i + 1 >= a->tokens.count || a->tokens.items[i].kind != TOKEN_NUMBER) return false;
    struct slice next = token_text(a, &a->tokens.items[i + 1]);
    return slice_equal_text(next, "%") || slice_equal_nocase(next, SLICE("persen"));
}

/* peringkat ke-3, urutan kedua: where something stands among others. */
static bool is_ranking(const struct analysis *a, size_t i) {
    static const char *const words[] = {"peringkat", "urutan", "ranking", NULL};
    if (!token_among(a, i, words) || i + 1 >= a->tokens.count) return false;
    struct slice next = token_text(a, &a->tokens.items[i + 1]);
    return a->tokens.items[i + 1].kind == TOKEN_WORD &&
           (slice_starts(next, SLICE("ke")) || slice_equal_text(next, "pertama")) && next.len > 4;
}

/* A limit, a target, a rate or a price: somebody decides it. */
static bool is_decided(const struct analysis *a, const struct sentence *s, size_t i) {
    static const char *const before[] = {
        "maksimal",     "minimal",      "maksimum",    "minimum",    "paling",
        "target",       "ditargetkan",  "menargetkan", "targetnya",  "diskon",
        "potongan",     "bunga",        "kupon",       "pajak",      "tarif",
        "dibatasi",     "kapasitas",    "pembatasan",  "membatasi",  "batas",
        "alkohol",      "iuran",        "uang",        "muka",       "kadar",
        "royalti",      "denda",        "boleh",       "wajib",      "harus",
        "diizinkan",    "keterisian",   "setidaknya",  "bunganya",   "fee",
        "komisi",       "sanksi",       "pemotongan",  "saham",      "kepemilikan",
        "akan",         "standar",      "ambang",      "ditetapkan", "ditingkatkan",
        "administrasi", "biaya",        "berkisar",    "PPN",        "PPh",
        "insentif",     "subsidi",      "syarat",      "menaikkan",  "dinaikkan",
        "menurunkan",   "diturunkan",   "mengurangi",  "dikurangi",  "memotong",
        "dipotong",     "berkapasitas", NULL};
    static const char *const behind[] = {"kapasitas", "kuota", "target", "ditargetkan", "sisanya", NULL};
    size_t from = i > s->first_token + BEFORE ? i - BEFORE : s->first_token, end = s->first_token + s->tokens;
    for (size_t k = from; k < i; k++)
        if (token_among(a, k, before)) return true;
    for (size_t k = i; k < end && k < i + 2 + AFTER; k++)
        if (token_among(a, k, behind)) return true;
    struct slice number = token_text(a, &a->tokens.items[i]);
    return slice_equal_text(number, "100") || slice_equal_text(number, "0");
}

/* What is still to come, or only thought of, rests on no count. */
static bool is_supposed(const struct analysis *a, const struct sentence *s) {
    static const char *const words[] = {"jika",  "apabila", "seandainya", "misalkan",
                                        "andai", "kalau",   "bila",       NULL};
    for (size_t i = s->first_token; i < s->first_token + s->tokens; i++)
        if (token_among(a, i, words)) return true;
    return false;
}

/* A body that tells of itself: Pemko Padang merealisasikan 92 persen. */
static bool is_deed(const struct analysis *a, const struct sentence *s) {
    static const char *const verbs[] = {
        "mengalokasikan", "merealisasikan", "menganggarkan", "memberikan",    "mendapat",
        "membebaskan",    "menyerap",       "menerapkan",    "memberlakukan", "menetapkan",
        "mematok",        "mensyaratkan",   "mewajibkan",    "menyisihkan",   NULL};
    for (size_t i = s->first_token; i < s->first_token + s->tokens; i++)
        if (token_among(a, i, verbs)) return true;
    return false;
}

/* The first token of a statistic in the sentence, or SIZE_MAX. */
static size_t find_figure(const struct analysis *a, const struct sentence *s) {
    for (size_t i = s->first_token; i < s->first_token + s->tokens; i++) {
        bool figure = is_percent(a, i) || is_ranking(a, i);
        if (figure && !token_is_quoted(a, i) && !is_decided(a, s, i)) return i;
    }
    return SIZE_MAX;
}

static bool is_source(const struct reading *r, size_t sentence) {
    const struct sentence *s = &r->analysis->sentences.items[sentence];
    return range_is_quoted(r->analysis, s->start, s->end) || sentence_has_source(r, s);
}

/* The sentences before it in the paragraph, for the first one the last of the paragraph before, and the next.
 */
static bool is_attributed(struct seeker *s, size_t sentence) {
    const struct reading *r = reading_of(s, &s->here, s->block);
    for (size_t back = 0; back <= CHAIN && back <= sentence; back++)
        if (is_source(r, sentence - back)) return true;
    if (sentence + 1 < s->block->analysis.sentences.count) {
        const struct sentence *next = &s->block->analysis.sentences.items[sentence + 1];
        if (sentence_attributes_before(r, next) || (sentence == 0 && is_source(r, 1))) return true;
    }
    if (sentence > 1 || !s->block_before || !s->block_before->analysis.sentences.count) return false;
    const struct reading *before = reading_of(s, &s->before, s->block_before);
    return is_source(before, s->block_before->analysis.sentences.count - 1);
}

static void check_prose(struct seeker *s, struct findings *out) {
    const struct analysis *a = &s->block->analysis;
    for (size_t k = 0; k < a->sentences.count; k++) {
        const struct sentence *sentence = &a->sentences.items[k];
        size_t i = find_figure(a, sentence);
        if (i == SIZE_MAX || is_supposed(a, sentence) || is_deed(a, sentence) || is_attributed(s, k))
            continue;
        size_t start = a->tokens.items[i].start, end = a->tokens.items[i + 1].end;
        struct finding *f =
            finding_add(out, RULE_ATTRIBUTION_FIGURE, s->block->start + start, s->block->start + end);
        finding_say(f, s->context->lang, ATTRIBUTION_FIGURE, SLICE_ARG(slice_range(a->text, start, end)));
        return; /* one source mostly covers the paragraph */
    }
}

static bool check_document(const struct check_context *context, const struct document *document,
                           struct findings *out) {
    if (!context->enabled[RULE_ATTRIBUTION_FIGURE]) return true;
    struct seeker s = {.context = context, .document = document};
    bool done = true;
    for (size_t i = 0; i < document->blocks.count && done; i++) {
        if (document->blocks.items[i]->kind != BLOCK_PROSE) continue;
        done = i % 64 || !check_interrupted(context);
        s.block = document->blocks.items[i];
        check_prose(&s, out);
        s.block_before = s.block;
    }
    if (s.here.analysis) reading_free(&s.here);
    if (s.before.analysis) reading_free(&s.before);
    return done;
}

const struct check check_of_figure = {.document = check_document};
