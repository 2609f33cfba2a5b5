#include "base/file.h"
#include "language/lexicon/frequency.h"
#include "language/spelling/speller_state.h"

enum {
    LISTS_MOST = 4,            /* of the six of agreed.tsv */
    ENTRIES_LIMIT = 16 << 20,  /* bytes of a hunspell dictionary */
    GOVERNMENT_DOCUMENTS = 10, /* what a word that was never counted counts for as a suggestion, */
    OWN_DOCUMENTS = 100        /* and one of the user's */
};

/* What is seldom and unknown to hunspell is no suggestion to be made early. */
static void index_counted(struct speller *speller, struct slice word, struct word_counts counts) {
    bool doubtful = !counts.indonesian && counts.documents <= SPELLER_SELDOM;
    if (speller_is_sure(&counts)) word_index_add(&speller->index, word, doubtful ? 0 : counts.documents);
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
static bool is_plain(struct slice word) {
    for (size_t i = 0; i < word.len; i++)
        if ((word.data[i] < 'a' || word.data[i] > 'z') && word.data[i] != '-') return false;
    return word.len > 2 && word.data[0] != '-' && word.data[word.len - 1] != '-';
}

/* Words that most lists made from KBBI have and hunspell's may lack: repositori. */
static void index_agreed(struct speller *speller) {
    struct slice word, fields;
    const struct lexicon *lexicon = language_lexicon(speller->language, LEXICON_AGREED);
    for (size_t at = 0; lexicon_next(lexicon, &at, &word, &fields);)
        if (is_plain(word) && frequency_of_lists(speller->language, word) >= LISTS_MOST)
            word_index_add(&speller->entry_index, word, 0);
}

/* Read as text: hunspell has no call that lists them. */
const struct word_index *speller_entries(struct speller *speller) {
    struct wordbook *book = speller_indonesian(speller);
    struct str *bytes = &speller->entries;
    if (bytes->len || !book || !file_read(wordbook_path(book), ENTRIES_LIMIT, bytes, speller->problem))
        return &speller->entry_index;
    struct slice rest = str_slice(bytes);
    slice_cut(&rest, '\n'); /* the number of entries */
    while (rest.len) {
        struct slice line = slice_cut(&rest, '\n'), word = slice_trim(slice_cut(&line, '/'));
        if (is_plain(word)) word_index_add(&speller->entry_index, word, 0);
    }
    index_agreed(speller);
    word_index_sort(&speller->entry_index);
    return &speller->entry_index;
}

const struct word_index *speller_english(struct speller *speller) {
    if (speller->english_index.words.count) return &speller->english_index;
    struct slice word;
    const struct lexicon *lexicon = language_lexicon(speller->language, LEXICON_ENGLISH);
    for (size_t at = 0; lexicon_next(lexicon, &at, &word, NULL);)
        if (is_plain(word)) word_index_add(&speller->english_index, word, 0);
    word_index_sort(&speller->english_index);
    return &speller->english_index;
}

const struct word_index *speller_index(struct speller *speller) {
    if (speller->index.words.count) return &speller->index;
    index_lexicon(speller, LEXICON_FREQUENCY);
    index_lexicon(speller, LEXICON_GOVERNMENT);
    for
        vec_each(struct own_word, own, &speller->own_words) if (own->word)
            word_index_add(&speller->index, slice_of(own->word), OWN_DOCUMENTS);
    word_index_sort(&speller->index);
    return &speller->index;
}

uint32_t speller_neighbour(struct speller *speller, struct slice word) {
    return word_index_neighbour(speller_index(speller), word);
}
