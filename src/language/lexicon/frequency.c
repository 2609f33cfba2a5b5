#include "language/lexicon/frequency.h"

enum { DOCUMENTS = 0, INDONESIAN = 2, ENGLISH = 3, NEIGHBOUR_DOCUMENTS = 5, FIELDS }; /* of frequency.tsv */
enum { KEY_LIMIT = 128 };

static uint32_t number_of(struct slice digits) {
    uint32_t n = 0;
    for (size_t i = 0; i < digits.len && digits.data[i] >= '0' && digits.data[i] <= '9' && n < 100000000; i++)
        n = n * 10 + (uint32_t)(digits.data[i] - '0');
    return n;
}

struct word_counts frequency_read(struct slice fields) {
    struct slice list[FIELDS];
    for (size_t i = 0; i < FIELDS; i++)
        list[i] = slice_cut(&fields, '\t');
    return (struct word_counts){
        .documents = number_of(list[DOCUMENTS]),
        .indonesian = slice_equal(list[INDONESIAN], SLICE("1")),
        .english = slice_equal(list[ENGLISH], SLICE("1")),
        .neighbour = number_of(list[NEIGHBOUR_DOCUMENTS]),
    };
}

struct word_counts frequency_counts(struct language *language, struct slice word) {
    struct slice fields;
    bool counted = lexicon_find(language_lexicon(language, LEXICON_FREQUENCY), word, &fields);
    return counted ? frequency_read(fields) : (struct word_counts){0};
}

size_t frequency_of(struct language *language, struct slice word) {
    struct slice fields;
    bool counted = lexicon_find(language_lexicon(language, LEXICON_FREQUENCY), word, &fields);
    return counted ? number_of(lexicon_field(fields, DOCUMENTS)) : 0;
}

size_t frequency_of_pair(struct language *language, struct slice word, struct slice next) {
    char key[KEY_LIMIT];
    if (!word.len || !next.len || word.len + 1 + next.len > sizeof key) return 0;
    memcpy(key, word.data, word.len);
    key[word.len] = ' ';
    memcpy(key + word.len + 1, next.data, next.len);
    struct slice fields, pair = {key, word.len + 1 + next.len};
    bool counted = lexicon_find(language_lexicon(language, LEXICON_BIGRAMS), pair, &fields);
    return counted ? number_of(lexicon_field(fields, 0)) : 0;
}

uint32_t frequency_of_form(struct language *language, struct slice word, enum word_case form) {
    struct slice fields;
    bool counted = lexicon_find(language_lexicon(language, LEXICON_FORMS), word, &fields);
    return counted ? number_of(lexicon_field(fields, form)) : 0;
}

/* Numbers of forms.tsv: so often at least, and so many times oftener than otherwise. */
enum {
    SMALL_LEAST = 20,
    SMALL_TIMES = 40, /* than with a capital in news; regulations have headings and terms with capitals */
    NAME_LEAST = 8,
    NAME_TIMES = 15,
    CAPITALS_LEAST = 20,
    CAPITALS_TIMES = 5
};

static enum written find_written(struct language *language, struct slice word) {
    struct slice fields;
    if (!lexicon_find(language_lexicon(language, LEXICON_FORMS), word, &fields)) return WRITTEN_EITHER;
    uint32_t small = number_of(lexicon_field(fields, FORM_SMALL)),
             news = number_of(lexicon_field(fields, FORM_NEWS_CAPITAL)),
             law = number_of(lexicon_field(fields, FORM_LAW_CAPITAL)),
             capitals = number_of(lexicon_field(fields, FORM_CAPITALS));
    if (small >= SMALL_LEAST && news * SMALL_TIMES <= small && law <= small) return WRITTEN_SMALL;
    if (capitals >= CAPITALS_LEAST && (small + news + law) * CAPITALS_TIMES <= capitals)
        return WRITTEN_CAPITALS;
    if (news + law >= NAME_LEAST && small * NAME_TIMES <= news + law) return WRITTEN_NAME;
    return WRITTEN_EITHER;
}

enum written word_written(struct language *language, struct slice word) {
    static const char *const texts[] = {"", "s", "n", "c"}; /* what the memo holds, by enum written */
    struct map *memo = language_memo(language, MEMO_WRITTEN);
    const uintptr_t *known = map_get(memo, word);
    if (!known) {
        uintptr_t *at = map_put(memo, word);
        *at = (uintptr_t)slice_copy(slice_of(texts[find_written(language, word)]));
        known = at;
    }
    switch (*(const char *)*known) {
    case 's':
        return WRITTEN_SMALL;
    case 'n':
        return WRITTEN_NAME;
    case 'c':
        return WRITTEN_CAPITALS;
    default:
        return WRITTEN_EITHER;
    }
}

uint32_t frequency_of_lists(struct language *language, struct slice word) {
    struct slice fields;
    bool agreed = lexicon_find(language_lexicon(language, LEXICON_AGREED), word, &fields);
    return agreed ? number_of(fields) : 0;
}

bool word_is_english(struct language *language, struct slice word) {
    struct word_counts counts = frequency_counts(language, word);
    return counts.english && !counts.indonesian;
}
