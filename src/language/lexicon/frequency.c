#include "language/lexicon/frequency.h"

#include "language/lexicon/word_records.h"

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

/* Numbers of forms.tsv: so often at least, and so many times oftener than otherwise. */
enum {
    SMALL_LEAST = 20,
    SMALL_TIMES = 40, /* than with a capital in news; regulations have headings and terms with capitals */
    NAME_LEAST = 8,
    NAME_TIMES = 15,
    CAPITALS_LEAST = 20,
    CAPITALS_TIMES = 5
};

static enum written written_of(const uint32_t forms[FORM_ALL + 1]) {
    uint32_t small = forms[FORM_SMALL], news = forms[FORM_NEWS_CAPITAL], law = forms[FORM_LAW_CAPITAL],
             capitals = forms[FORM_CAPITALS];
    if (capitals >= CAPITALS_LEAST && (small + news + law) * CAPITALS_TIMES <= capitals)
        return WRITTEN_CAPITALS; /* SDM, though sdm is hardly ever Sdm */
    if (small >= SMALL_LEAST && news * SMALL_TIMES <= small && law <= small) return WRITTEN_SMALL;
    if (news + law >= NAME_LEAST && small * NAME_TIMES <= news + law) return WRITTEN_NAME;
    return WRITTEN_EITHER;
}

static void look_up(struct language *language, struct slice text, struct word_tables *tables) {
    struct slice fields;
    if (!lexicon_find(language_lexicon(language, LEXICON_PAIRS), text, &tables->row)) tables->row = SLICE("");
    if (lexicon_find(language_lexicon(language, LEXICON_FORMS), text, &fields))
        for (size_t form = 0; form <= FORM_ALL; form++)
            tables->forms[form] = number_of(slice_cut(&fields, '\t'));
    if (lexicon_find(language_lexicon(language, LEXICON_AGREED), text, &fields))
        tables->lists = number_of(fields);
    if (lexicon_find(language_lexicon(language, LEXICON_FREQUENCY), text, &fields))
        tables->counts = frequency_read(fields);
}

const struct word_tables *frequency_tables(struct language *language, struct word *word) {
    struct word_tables *tables = &word->tables;
    if (word->asked_tables) return tables;
    const struct word_records *records = language_word_records(language);
    if (!records->table.slots.len || !word_records_fit(word->text))
        look_up(language, word->text, tables);
    else if (!word_records_find(records, word, tables))
        tables->row = SLICE("");
    tables->written = written_of(tables->forms);
    word->asked_tables = true;
    return tables;
}

void frequency_prepare(struct language *language, struct prepared_writer *writer) {
    static const enum lexicon_name lists[] = FREQUENCY_LEXICONS;
    struct map seen = {0};
    struct str bytes = {0};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct slice word;
        for (size_t at = 0; lexicon_next(language_lexicon(language, lists[i]), &at, &word, NULL);) {
            uintptr_t *known = map_put(&seen, word);
            struct word_tables tables = {0};
            if (*known || !word_records_fit(word)) continue;
            *known = true;
            look_up(language, word, &tables);
            word_records_add(&bytes, word, &tables, language_lexicon(language, LEXICON_PAIRS)->facts);
        }
    }
    word_records_end(&bytes, seen.count, writer);
    map_free(&seen);
    str_free(&bytes);
}

static const struct word_tables *tables_of(struct language *language, struct slice word) {
    return frequency_tables(language, language_word(language, word));
}

struct word_counts frequency_counts(struct language *language, struct slice word) {
    return tables_of(language, word)->counts;
}

size_t frequency_of(struct language *language, struct slice word) {
    return tables_of(language, word)->counts.documents;
}

size_t frequency_of_pair(struct language *language, struct slice word, struct slice next) {
    struct slice row = word.len ? tables_of(language, word)->row : SLICE(""), counts;
    bool counted = next.len && lexicon_find_in_row(language_lexicon(language, LEXICON_PAIRS), row, next,
                                                   slice_mix(next), &counts);
    uint32_t news = counted ? number_of(slice_cut(&counts, ',')) : 0;
    return news >= PAIR_LEAST ? news : 0;
}

struct slice frequency_row(struct language *language, struct word *word) {
    return word ? frequency_tables(language, word)->row : SLICE("");
}

struct slice frequency_row_of_two(struct language *language, const struct word *first,
                                  const struct word *second) {
    char key[KEY_LIMIT];
    struct slice row;
    if (!first || !second || first->text.len + 1 + second->text.len > sizeof key) return SLICE("");
    memcpy(key, first->text.data, first->text.len);
    key[first->text.len] = ' ';
    memcpy(key + first->text.len + 1, second->text.data, second->text.len);
    struct slice two = {key, first->text.len + 1 + second->text.len};
    return lexicon_find(language_lexicon(language, LEXICON_TRIPLES), two, &row) ? row : SLICE("");
}

uint32_t frequency_in_row(struct language *language, struct slice row, const struct word *next) {
    struct slice counts;
    const struct lexicon *pairs = language_lexicon(language, LEXICON_PAIRS);
    if (!next || !lexicon_find_in_row(pairs, row, next->text, next->hash, &counts)) return 0;
    uint32_t news = number_of(slice_cut(&counts, ','));
    return NEWS_WEIGHT * news + number_of(counts);
}

uint32_t frequency_beside(struct language *language, struct word *first, const struct word *next) {
    if (!first || !next) return 0;
    if (first->beside != next) {
        first->times_beside = frequency_in_row(language, frequency_row(language, first), next);
        first->beside = next;
    }
    return first->times_beside;
}

uint32_t frequency_in_row_of_two(struct language *language, struct slice row, const struct word *next) {
    struct slice count;
    const struct lexicon *triples = language_lexicon(language, LEXICON_TRIPLES);
    return next && lexicon_find_in_row(triples, row, next->text, next->hash, &count) ? number_of(count) : 0;
}

uint32_t frequency_of_form(struct language *language, struct slice word, enum word_case form) {
    return word.len ? tables_of(language, word)->forms[form] : 0;
}

enum written word_written(struct language *language, struct slice word) {
    return tables_of(language, word)->written;
}

uint32_t frequency_of_lists(struct language *language, struct slice word) {
    return tables_of(language, word)->lists;
}

bool word_is_english(struct language *language, struct slice word) {
    struct word_counts counts = frequency_counts(language, word);
    return counts.english && !counts.indonesian;
}
