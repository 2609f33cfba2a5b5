#ifndef SUNTING_LANGUAGE_SENTENCE_SPEECH_H
#define SUNTING_LANGUAGE_SENTENCE_SPEECH_H

#include "language/sentence/words.h"

/*
 * What a word does around a quotation, from dictionaries/speech.tsv and place_words.tsv. A word may do
 * several things ("kata" speaks, and is a word; "Kapten" is a rank and leads a team): the reader of the
 * context decides.
 */
enum speech_class {
    SPEECH_BARE = 1 << 0,          /* kata X, ujar X: after a quotation, before its speaker */
    SPEECH_NYA = 1 << 1,           /* katanya */
    SPEECH_ACTIVE = 1 << 2,        /* X mengatakan */
    SPEECH_PASSIVE = 1 << 3,       /* disampaikan X, bunyi Pasal 1 */
    SPEECH_WEAK = 1 << 4,          /* also an ordinary word: counts only right beside a quotation */
    SPEECH_PRONOUN = 1 << 5,       /* dia, ia, beliau */
    SPEECH_ROLE = 1 << 6,          /* head of an office or a description: Bupati, warga */
    SPEECH_RANK = 1 << 7,          /* before a name, and part of it: Irjen, Prof, Dr, H */
    SPEECH_KIN = 1 << 8,           /* Pak, Ibu, Mas */
    SPEECH_DEGREE = 1 << 9,        /* after a name: S.Sos., M.M. */
    SPEECH_ORG = 1 << 10,          /* Dinas, DPRD */
    SPEECH_WORK = 1 << 11,         /* words of the names of offices: Kesehatan, Pembangunan */
    SPEECH_AREA = 1 << 12,         /* the next word is its name: Desa, Puskesmas, Polres */
    SPEECH_PLACE = 1 << 13,        /* Padang, Jawa */
    SPEECH_DAY = 1 << 14,          /* Senin, Januari */
    SPEECH_DOCUMENT = 1 << 15,     /* Pasal, laporan, Keppres */
    SPEECH_FUNCTION = 1 << 16,     /* words that no name holds */
    SPEECH_CIRCUMSTANCE = 1 << 17, /* saat, di, dalam, kepada: where a speaker's name ends */
    SPEECH_ADVERB = 1 << 18,       /* between a speaker and the verb: juga, pun, kemudian */
    SPEECH_TITLE = 1 << 19,        /* what stands before a title or term: bertema, bertajuk */
    SPEECH_NAME = 1 << 20,         /* a name, though it is a word as well: Surya, Lestari */
    SPEECH_THING = 1 << 21,        /* bears a person's name and is none: RSUD Anwar Makatutu, KRI Bima Suci */
    SPEECH_SILENT = 1 << 22,       /* acts at an event, but is not quoted: moderator */
    SPEECH_PAIR = 1 << 23          /* begins an entry of two words: Perdana Menteri, Karang Taruna */
};

/* The class that speech.tsv calls so; 0: none. */
uint32_t speech_class_named(struct slice name);
/* Classes of a word, case ignored; 0 for a word that is in neither list. */
uint32_t speech_classes(struct language *language, struct slice word);
uint32_t speech_of(struct language *language, struct word *word);

/* One passage of a draft with its words classified. */
struct reading {
    struct language *language;
    const struct analysis *analysis;
    size_t start;            /* offset of the passage in the file */
    const uint32_t *classes; /* by token; of the analysis */
    uint8_t *names;          /* by token: what reading_name() said, remembered */
    const struct map *known; /* words, in small letters, with what this draft shows them to be */
};

/* What of several wins: the last. */
enum known { KNOWN_NOTHING, KNOWN_PLACE, KNOWN_NAME, KNOWN_BODY };

void reading_make(struct reading *reading, struct language *language, const struct analysis *analysis,
                  size_t start);
void reading_free(struct reading *reading);

static inline const struct token *reading_token(const struct reading *r, size_t i) {
    return &r->analysis->tokens.items[i];
}
/* What stands at token i: words.h, asked of a reading. */
static inline struct slice reading_text(const struct reading *r, size_t i) {
    return token_word(r->analysis, i);
}
static inline bool reading_capital(const struct reading *r, size_t i) {
    return token_is_capital(r->analysis, i);
}
static inline bool reading_small(const struct reading *r, size_t i) {
    return token_is_small(r->analysis, i);
}
static inline bool reading_equal(const struct reading *r, size_t i, const char *text) {
    return token_is(r->analysis, i, text);
}
static inline bool reading_among(const struct reading *r, size_t i, const char *const *words) {
    return token_among(r->analysis, i, words);
}
static inline bool reading_in(const struct reading *r, size_t i, enum word_class class) {
    return token_in(r->analysis, i, class);
}
static inline bool reading_dash(const struct reading *r, size_t i) {
    return token_is_dash(r->analysis, i);
}
static inline struct slice reading_range(const struct reading *r, size_t first, size_t end) {
    return token_range(r->analysis, first, end);
}
/* True when token i exists and has one of the classes. */
static inline bool reading_is(const struct reading *r, size_t i, uint32_t classes) {
    return i < r->analysis->tokens.count && r->classes[i] & classes;
}
/* III, XIII */
bool reading_numeral(const struct reading *r, size_t i);
/* PADes, APBDes, MMPd: capitals within a word, which is short for several. */
bool reading_mixed(const struct reading *r, size_t i);
/* AM of AM. Suganda: two capitals that are no body and no abbreviation we know. */
bool reading_initials(const struct reading *r, size_t i);
/* Pengaspalan, Keterlambatan, Pascapanen: what is done, by its form. */
bool reading_deed(struct slice word);
/* True when a Balinese name begins at token i: I Wayan, Ni Made. */
bool reading_balinese(const struct reading *r, size_t i);
/* The first token that starts at or after offset (in the passage). */
size_t reading_at(const struct reading *r, size_t offset);
/* What the draft shows the word to be: a name, which speaks elsewhere, or short for a body. */
enum known reading_shown(const struct reading *r, size_t i);
static inline bool reading_known(const struct reading *r, size_t i) {
    return reading_shown(r, i) == KNOWN_NAME;
}
/* True when the word may be part of a person's name, judged by itself and by the draft. */
bool reading_name(const struct reading *r, size_t i);

/* Appends the word in small letters; returns the slice of what it appended, valid until buffer changes. */
struct slice speech_fold(struct str *buffer, struct slice word);

#endif
