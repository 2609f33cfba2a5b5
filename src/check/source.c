#include "check/source.h"

#include "language/cue.h"

enum { LOOK_AHEAD = 6, NESTED_QUOTATIONS = 8 /* that may lie between a place and the one around it */ };

bool token_among(const struct analysis *a, size_t i, const char *const *words) {
    if (i >= a->tokens.count || a->tokens.items[i].kind != TOKEN_WORD) return false;
    struct slice text = token_text(a, &a->tokens.items[i]);
    for (; *words; words++)
        if (slice_equal_nocase(text, slice_of(*words))) return true;
    return false;
}

/* Index behind the last quotation that starts before offset; they are sorted by start. */
static size_t quotations_before(const struct analysis *a, size_t offset) {
    size_t low = 0, high = a->quotations.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (a->quotations.items[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool range_is_quoted(const struct analysis *a, size_t start, size_t end) {
    size_t last = quotations_before(a, end);
    for (size_t back = 0; back < NESTED_QUOTATIONS && back < last; back++)
        if (a->quotations.items[last - 1 - back].end > start) return true;
    return false;
}

bool token_is_quoted(const struct analysis *a, size_t i) {
    return range_is_quoted(a, a->tokens.items[i].start, a->tokens.items[i].end);
}

bool token_is_name(const struct analysis *a, const struct sentence *sentence, size_t i) {
    return i > sentence->first_token && i < sentence->first_token + sentence->tokens &&
           a->tokens.items[i].kind == TOKEN_WORD && a->tokens.items[i].flags & TOKEN_CAPITAL;
}

/* data BPS, survei nasional LSI, laporan We Are Social: a document, and within a few words its owner. */
static bool document_of(const struct analysis *a, const struct sentence *s, size_t i) {
    static const char *const documents[] = {
        "data",       "survei",       "laporan", "hasil", "penelitian", "riset",     "studi",    "kajian",
        "catatan",    "jajak",        "sensus",  "rilis", "indeks",     "publikasi", "dokumen",  "analisis",
        "pemantauan", "pantauan",     "laman",   "situs", "statistik",  "proyeksi",  "prediksi", "perkiraan",
        "kalkulasi",  "rekapitulasi", "hitung",  "versi", NULL};
    static const char *const stops[] = {"di",   "ke",    "pada",        "kepada", "untuk",
                                        "yang", "bahwa", "menunjukkan", NULL};
    if (!token_among(a, i, documents)) return false;
    for (size_t k = i + 1; k <= i + LOOK_AHEAD && k < s->first_token + s->tokens; k++) {
        if (a->tokens.items[k].kind == TOKEN_PUNCTUATION || token_among(a, k, stops)) return false;
        if (token_is_name(a, s, k)) return true;
    }
    return false;
}

static bool leans_on(const struct analysis *a, const struct sentence *s, size_t i) {
    static const char *const words[] = {"menurut",   "menurutnya", "berdasarkan", "berdasar", "mengutip",
                                        "dikutip",   "dilansir",   "melansir",    "merujuk",  "mengacu",
                                        "katanya",   "ujarnya",    "jelasnya",    "ucapnya",  "tuturnya",
                                        "ungkapnya", "tambahnya",  "lanjutnya",   "imbuhnya", "paparnya",
                                        "terangnya", "tegasnya",   NULL};
    static const char *const verbs[] = {
        "mencatat",      "merilis",     "melaporkan",     "menyebut",     "menyebutkan",  "menyatakan",
        "memperkirakan", "memprediksi", "memproyeksikan", "mengumumkan",  "menunjukkan",  "mengungkapkan",
        "mengatakan",    "menilai",     "menjelaskan",    "menuturkan",   "menambahkan",  "memaparkan",
        "mengakui",      "menegaskan",  "menargetkan",    "menduga",      "mengklaim",    "menemukan",
        "merinci",       "memerinci",   "mengemukakan",   "menyampaikan", "mengalkulasi", "menghitung",
        "mendata",       "menaksir",    "mengestimasi",   "menjabarkan",  "memetakan",    NULL};
    static const char *const bare[] = {"kata",   "ujar",   "tutur",  "ucap",    "jelas",
                                       "ungkap", "lanjut", "tambah", "imbuh",   "papar",
                                       "terang", "sebut",  "diakui", "disebut", NULL};
    static const char *const sites[] = {"laman", "situs", "dari", "di", "tautan", "akun", NULL};
    static const char *const pronouns[] = {"dia", "ia", "mereka", "beliau", "pihaknya", NULL};
    size_t first = s->first_token, end = first + s->tokens;
    if (token_among(a, i, words)) return i + 1 < end;
    if (a->tokens.items[i].kind == TOKEN_OPAQUE && i > first) return token_among(a, i - 1, sites);
    if (token_among(a, i, verbs))
        for (size_t k = i; k > first && i - k < 12; k--)
            if (a->tokens.items[k - 1].kind == TOKEN_WORD &&
                (a->tokens.items[k - 1].flags & TOKEN_CAPITAL || token_among(a, k - 1, pronouns)))
                return true;
    if (token_among(a, i, bare)) return token_among(a, i + 1, pronouns) || token_is_name(a, s, i + 1);
    return false;
}

bool sentence_has_source(const struct reading *r, const struct sentence *sentence) {
    const struct analysis *a = r->analysis;
    size_t first = sentence->first_token, end = first + sentence->tokens;
    for (size_t i = first; i < end; i++)
        if (leans_on(a, sentence, i) || document_of(a, sentence, i)) return true;
    struct cue cue = cue_reported(r, (struct stretch){.first = first, .end = end});
    return cue.found && cue.speaker.kind != MENTION_NONE;
}

bool sentence_attributes_before(const struct reading *r, const struct sentence *sentence) {
    static const char *const openers[] = {
        "demikian",   "berdasarkan", "berdasar", "mengutip", "hal",    "data",   "angka",   "menurut",
        "pernyataan", "informasi",   "begitu",   "hasil",    "survei", "jumlah", "kondisi", NULL};
    return token_among(r->analysis, sentence->first_token, openers) && sentence_has_source(r, sentence);
}
