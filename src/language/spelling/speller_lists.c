#include "base/file.h"
#include "base/map.h"
#include "language/lexicon/frequency.h"
#include "language/spelling/speller_sections.h"

enum {
    ENTRIES_LIMIT = 16 << 20, /* bytes of a hunspell dictionary */
    /* times in small letters in news or regulations: vaksinasi, of which 2019 had little news */
    OFFICE_WORD = 30
};

/* A word of offices that the news seldom had: it counts as those of the government. */
static bool is_office_word(struct speller *speller, struct slice word) {
    return frequency_of_form(speller->language, word, FORM_SMALL) >= OFFICE_WORD &&
           frequency_of_lists(speller->language, word) >= LISTS_MOST &&
           !language_has(speller->language, LEXICON_NONSTANDARD, word);
}

/* What is seldom and unknown to hunspell is no suggestion to be made early. */
static void index_counted(struct speller *speller, struct slice word, struct word_counts counts) {
    bool doubtful = !counts.indonesian && counts.documents <= SPELLER_SELDOM;
    uint32_t documents = doubtful ? 0 : counts.documents;
    if (documents < GOVERNMENT_DOCUMENTS && is_office_word(speller, word)) documents = GOVERNMENT_DOCUMENTS;
    if (speller_is_sure(&counts)) word_index_add(&speller->index, word, documents);
}

/* Those that the news had too seldom to be counted at all: anggaran kas, nutfah. */
static void index_uncounted(struct speller *speller) {
    struct slice word;
    const struct lexicon *lexicon = language_lexicon(speller->language, LEXICON_AGREED),
                         *counted = language_lexicon(speller->language, LEXICON_FREQUENCY);
    for (size_t at = 0; lexicon_next(lexicon, &at, &word, NULL);)
        if (speller_is_plain(word) && is_office_word(speller, word) && !lexicon_find(counted, word, NULL) &&
            !language_has(speller->language, LEXICON_GOVERNMENT, word))
            word_index_add(&speller->index, word, GOVERNMENT_DOCUMENTS);
}

static void index_lexicon(struct speller *speller, enum lexicon_name name) {
    struct slice word, fields;
    const struct lexicon *lexicon = language_lexicon(speller->language, name);
    for (size_t at = 0; lexicon_next(lexicon, &at, &word, &fields);) {
        if (name == LEXICON_GOVERNMENT)
            word_index_add(&speller->index, word, GOVERNMENT_DOCUMENTS);
        else
            index_counted(speller, word, frequency_read(fields));
    }
}

/* No bound form either (peny-), which the dictionary lists as well. */
bool speller_is_plain(struct slice word) {
    for (size_t i = 0; i < word.len; i++)
        if ((word.data[i] < 'a' || word.data[i] > 'z') && word.data[i] != '-') return false;
    return word.len > 2 && word.data[0] != '-' && word.data[word.len - 1] != '-';
}

/* A word that an index has already, or that is counted and so found before, would only be weighed twice. */
static void index_entry(struct speller *speller, struct map *seen, struct slice word) {
    size_t before = seen->count;
    map_put(seen, word);
    if (seen->count > before) word_index_add(&speller->entry_index, word, 0);
}

/* Words that most lists made from KBBI have and hunspell's may lack: repositori. */
static void index_agreed(struct speller *speller, struct map *seen) {
    struct slice word, fields;
    const struct lexicon *lexicon = language_lexicon(speller->language, LEXICON_AGREED);
    for (size_t at = 0; lexicon_next(lexicon, &at, &word, &fields);)
        if (speller_is_plain(word) && fields.len && fields.data[0] - '0' >= LISTS_MOST) /* of one digit */
            index_entry(speller, seen, word);
}

/* What was prepared of a list, when it holds. */
static bool take(struct speller *speller, struct word_index *index, const char *section) {
    return speller_is_prepared(speller) &&
           word_index_take(index, prepared_section(language_prepared(speller->language), section));
}

static bool take_with_deletions(struct speller *speller, struct word_index *index, const char *section,
                                const char *deletions) {
    if (!take(speller, index, section)) return false;
    index->deletions = deletions_in(prepared_section(language_prepared(speller->language), deletions));
    return true;
}

/* Read as text: hunspell has no call that lists them. */
static void index_entries(struct speller *speller) {
    struct wordbook *book = speller_indonesian(speller);
    const struct word_index *counted = speller_index(speller);
    struct str bytes = {0};
    struct map seen = {0};
    for (size_t i = 0; i < counted->count; i++)
        map_put(&seen, word_index_word(counted, i));
    if (book) file_read(wordbook_path(book), ENTRIES_LIMIT, &bytes, speller->problem);
    struct slice rest = str_slice(&bytes);
    slice_cut(&rest, '\n'); /* the number of entries */
    while (rest.len) {
        struct slice line = slice_cut(&rest, '\n'), word = slice_trim(slice_cut(&line, '/'));
        if (speller_is_plain(word)) index_entry(speller, &seen, word);
    }
    index_agreed(speller, &seen);
    word_index_sort(&speller->entry_index);
    map_free(&seen);
    str_free(&bytes);
}

const struct word_index *speller_entries(struct speller *speller) {
    if (!speller->entry_index.bytes.len &&
        !take_with_deletions(speller, &speller->entry_index, SECTION_ENTRY_INDEX, SECTION_ENTRY_DELETIONS))
        index_entries(speller);
    return &speller->entry_index;
}

const struct word_index *speller_index(struct speller *speller) {
    if (speller->index.bytes.len ||
        take_with_deletions(speller, &speller->index, SECTION_INDEX, SECTION_DELETIONS))
        return &speller->index;
    index_lexicon(speller, LEXICON_FREQUENCY);
    index_lexicon(speller, LEXICON_GOVERNMENT);
    index_uncounted(speller);
    word_index_sort(&speller->index);
    return &speller->index;
}

static const struct word_index *own_index(struct speller *speller) {
    if (speller->own_index.bytes.len) return &speller->own_index;
    vec_each(struct own_word, own, &speller->own_words)
        if (own->word) word_index_add(&speller->own_index, slice_of(own->word), OWN_DOCUMENTS);
    word_index_sort(&speller->own_index);
    return &speller->own_index;
}

void speller_near(struct speller *speller, struct slice word, unsigned edits, uint32_t least,
                  void (*each)(void *by, const struct indexed_word *near), void *by) {
    word_index_near(speller_index(speller), word, edits, least, each, by);
    if (speller->own_words.count) word_index_near(own_index(speller), word, edits, least, each, by);
}

uint32_t speller_neighbour(struct speller *speller, struct slice word) {
    uint32_t counted = word_index_neighbour(speller_index(speller), word),
             own = speller->own_words.count ? word_index_neighbour(own_index(speller), word) : 0;
    return counted > own ? counted : own;
}
