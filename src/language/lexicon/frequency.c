#include "language/lexicon/frequency.h"

enum { DOCUMENTS = 0, INDONESIAN = 2, ENGLISH = 3, NEIGHBOUR_DOCUMENTS = 5, FIELDS }; /* of frequency.tsv */
enum { KEY_LIMIT = 128, PAIR_LEAST = 4, NEWS_WEIGHT = 3 };

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

/* What is asked again and again of the same words. */
struct word_tables {
    struct slice row;
    uint32_t forms[FORM_ALL + 1];
    uint32_t lists;
    struct word_counts counts;
};

static const struct word_tables *tables_of(struct language *language, struct slice word) {
    struct map *memo = language_memo(language, MEMO_TABLES);
    const uintptr_t *known = map_get(memo, word);
    if (known) return (const struct word_tables *)*known;
    struct word_tables *tables = memory_zero(1, sizeof *tables);
    struct slice fields;
    if (!lexicon_find(language_lexicon(language, LEXICON_PAIRS), word, &tables->row)) tables->row = SLICE("");
    if (lexicon_find(language_lexicon(language, LEXICON_FORMS), word, &fields))
        for (size_t form = 0; form <= FORM_ALL; form++)
            tables->forms[form] = number_of(slice_cut(&fields, '\t'));
    if (lexicon_find(language_lexicon(language, LEXICON_AGREED), word, &fields))
        tables->lists = number_of(fields);
    if (lexicon_find(language_lexicon(language, LEXICON_FREQUENCY), word, &fields))
        tables->counts = frequency_read(fields);
    *map_put(memo, word) = (uintptr_t)tables;
    return tables;
}

struct word_counts frequency_counts(struct language *language, struct slice word) {
    return tables_of(language, word)->counts;
}

size_t frequency_of(struct language *language, struct slice word) {
    return tables_of(language, word)->counts.documents;
}

struct slice frequency_row(struct language *language, struct slice word) {
    return word.len ? tables_of(language, word)->row : SLICE("");
}

size_t frequency_of_pair(struct language *language, struct slice word, struct slice next) {
    struct slice counts;
    bool counted = next.len && lexicon_find_in(frequency_row(language, word), next, &counts);
    uint32_t news = counted ? number_of(slice_cut(&counts, ',')) : 0;
    return news >= PAIR_LEAST ? news : 0;
}

struct slice frequency_row_of_two(struct language *language, struct slice first, struct slice second) {
    char key[KEY_LIMIT];
    struct slice row;
    if (!first.len || !second.len || first.len + 1 + second.len > sizeof key) return SLICE("");
    memcpy(key, first.data, first.len);
    key[first.len] = ' ';
    memcpy(key + first.len + 1, second.data, second.len);
    struct slice two = {key, first.len + 1 + second.len};
    return lexicon_find(language_lexicon(language, LEXICON_TRIPLES), two, &row) ? row : SLICE("");
}

uint32_t frequency_in_row(struct slice row, struct slice next) {
    struct slice counts;
    if (!next.len || !lexicon_find_in(row, next, &counts)) return 0;
    uint32_t news = number_of(slice_cut(&counts, ','));
    return NEWS_WEIGHT * news + number_of(counts);
}

uint32_t frequency_in_row_of_two(struct slice row, struct slice next) {
    struct slice count;
    return next.len && lexicon_find_in(row, next, &count) ? number_of(count) : 0;
}

uint32_t frequency_of_form(struct language *language, struct slice word, enum word_case form) {
    return word.len ? tables_of(language, word)->forms[form] : 0;
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
    return tables_of(language, word)->lists;
}

bool word_is_english(struct language *language, struct slice word) {
    struct word_counts counts = frequency_counts(language, word);
    return counts.english && !counts.indonesian;
}
