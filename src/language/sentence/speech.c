#include "language/sentence/speech.h"

#include "base/utf8.h"

static const char *const names[] = {"bare",   "nya",   "active", "passive",  "weak",     "pronoun",
                                    "role",   "rank",  "kin",    "degree",   "org",      "work",
                                    "area",   "place", "day",    "document", "function", "circumstance",
                                    "adverb", "title", "name",   "thing",    "silent"};

uint32_t speech_class_named(struct slice name) {
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (slice_equal_text(name, names[i])) return 1u << i;
    return 0;
}

static uint32_t parse_classes(struct slice fields) {
    uint32_t classes = 0;
    while (fields.len)
        classes |= speech_class_named(slice_cut(&fields, ' '));
    return classes;
}

/* False: the word is not in the list. */
static bool listed_classes(struct language *language, struct slice folded, uint32_t *classes) {
    struct slice fields;
    if (!lexicon_find(language_lexicon(language, LEXICON_SPEECH), folded, &fields)) return false;
    *classes = parse_classes(fields);
    return true;
}

/* Of the list, and whether it is a word of a place, and begins a pair. False: none of it. */
static bool all_classes(struct language *language, struct slice folded, uint32_t *classes) {
    uint32_t more = 0;
    if (language_has(language, LEXICON_PLACE_WORDS, folded)) more |= SPEECH_PLACE;
    if (lexicon_goes_on(language_lexicon(language, LEXICON_SPEECH), folded)) more |= SPEECH_PAIR;
    bool listed = listed_classes(language, folded, classes);
    if (!listed) *classes = 0;
    *classes |= more;
    return listed || more;
}

struct slice speech_fold(struct str *buffer, struct slice word) {
    size_t start = buffer->len;
    str_append(buffer, word);
    size_t ascii = 0;
    for (; ascii < word.len && (unsigned char)word.data[ascii] < 0x80; ascii++)
        if (word.data[ascii] >= 'A' && word.data[ascii] <= 'Z') buffer->data[start + ascii] |= ' ';
    if (ascii == word.len) return slice_range(str_slice(buffer), start, buffer->len);
    str_splice(buffer, start + ascii, word.len - ascii, SLICE(""));
    for (size_t i = ascii, n; i < word.len; i += n) {
        uint32_t rune = utf8_decode(word, i, &n);
        if (n == 1 && rune >= 0x80) /* no letter: as word_fold() leaves it */
            str_append_byte(buffer, word.data[i]);
        else
            str_append_rune(buffer, rune == 0x2019 ? '\'' : rune_lower(rune));
    }
    return slice_range(str_slice(buffer), start, buffer->len);
}

/* Mendag, Wamenkes, Kejagung: what the short name of an office stands for begins with a role or a body. */
static uint32_t office_class(struct language *language, struct slice folded) {
    struct slice full, short_name = folded;
    if (slice_starts(folded, SLICE("wa"))) short_name = slice_range(folded, 2, folded.len);
    if (!lexicon_find(language_lexicon(language, LEXICON_OFFICES), folded, &full) &&
        !lexicon_find(language_lexicon(language, LEXICON_OFFICES), short_name, &full))
        return 0;
    uint32_t classes;
    return listed_classes(language, slice_cut(&full, ' '), &classes) ? classes & (SPEECH_ROLE | SPEECH_ORG)
                                                                     : 0;
}

/* Diskominfosta, Disperindagkop: the short name of a body with more letters after it. */
static uint32_t longer_body(struct language *language, struct slice folded) {
    enum {
        SHORTEST = 8, /* letters; shorter ones begin other words too */
        LONGEST = 32  /* bytes; no short name is as long, and a word may be as long as a draft */
    };
    size_t most = folded.len > LONGEST ? LONGEST : folded.len - (folded.len > 0);
    for (size_t len = most; len >= SHORTEST; len--) {
        uint32_t classes;
        if (listed_classes(language, slice_range(folded, 0, len), &classes) && classes & SPEECH_ORG)
            return SPEECH_ORG;
    }
    return 0;
}

/* Kadisbunnak, Kabidkesmas: every office makes such a word, no list has them all. */
static uint32_t office_by_form(struct language *language, struct slice folded) {
    enum { HEAD_LEAST = 5, HEAD_MOST = 7, MORE = 3 /* letters */ };
    if (!folded.len || !strchr("kws", folded.data[0]))
        return 0; /* no head begins otherwise: most words end here */
    for (size_t head = HEAD_LEAST; head <= HEAD_MOST && head + MORE <= folded.len; head++)
        if (language_word_in(language, slice_range(folded, 0, head), CLASS_OFFICE_HEAD)) return SPEECH_ROLE;
    return 0;
}

static uint32_t find_classes(struct language *language, struct slice folded) {
    uint32_t classes = 0;
    bool listed = all_classes(language, folded, &classes);
    if (listed && classes != SPEECH_PAIR) return classes;
    uint32_t pair = listed ? SPEECH_PAIR : 0;
    if (!slice_ends(folded, SLICE("nya"))) {
        uint32_t office = office_class(language, folded);
        if (!office) office = office_by_form(language, folded);
        return pair | (office ? office : longer_body(language, folded));
    }
    listed = all_classes(language, slice_range(folded, 0, folded.len - 3), &classes); /* istrinya, Maisarah */
    return listed ? classes & SPEECH_ROLE : pair;
}

uint32_t speech_of(struct language *language, struct word *word) {
    if (!word->asked_speech) word->speech = find_classes(language, word->folded->text);
    word->asked_speech = true;
    return word->speech;
}

uint32_t speech_classes(struct language *language, struct slice word) {
    return speech_of(language, language_word(language, word));
}

/* Two words that mean one thing have its classes, and no longer their own. */
static void join_pairs(struct analysis *a, struct language *language) {
    struct str buffer = {0};
    for (size_t i = 0; i + 1 < a->tokens.count; i++) {
        if (!(a->speech.items[i] & SPEECH_PAIR) || !token_is_kind(a, i + 1, TOKEN_WORD)) continue;
        str_clear(&buffer);
        speech_fold(&buffer, token_word(a, i));
        str_append_byte(&buffer, ' ');
        speech_fold(&buffer, token_word(a, i + 1));
        uint32_t classes;
        if (all_classes(language, str_slice(&buffer), &classes))
            a->speech.items[i] = a->speech.items[i + 1] = classes;
    }
    str_free(&buffer);
}

void speech_find(struct analysis *a, struct language *language) {
    vec_reserve(&a->speech, a->tokens.count);
    for (size_t i = 0; i < a->tokens.count; i++) {
        const struct token *token = &a->tokens.items[i];
        uint32_t classes = token->kind == TOKEN_WORD ? speech_of(language, a->forms.items[i]) : 0;
        bool acronym = token->end - token->start <= 3 && !(token->flags & TOKEN_UPPER);
        if (acronym) classes &= ~(uint32_t)(SPEECH_ORG | SPEECH_DOCUMENT); /* Aji is no AJI, Uu no UU */
        if (acronym && token_in(a, i, CLASS_ADDRESS_SHORT)) classes |= SPEECH_RANK;
        a->speech.items[a->speech.count++] = classes;
    }
    join_pairs(a, language);
}

void reading_make(struct reading *reading, struct language *language, const struct analysis *analysis,
                  size_t start) {
    *reading = (struct reading){.language = language, .analysis = analysis, .start = start};
    reading->classes = analysis->speech.items;
    reading->names = memory_zero(analysis->tokens.count + 1, 1);
}

void reading_free(struct reading *reading) {
    free(reading->names);
    reading->classes = NULL;
    reading->names = NULL;
}

bool reading_numeral(const struct reading *r, size_t i) {
    struct slice word = reading_text(r, i);
    for (size_t k = 0; k < word.len; k++)
        if (!strchr("IVX", word.data[k])) return false;
    return true;
}

size_t reading_at(const struct reading *r, size_t offset) {
    return vec_before(const struct token, t, &r->analysis->tokens, t->start < offset);
}
