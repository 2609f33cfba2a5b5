#include "language/spelling/nonstandard.h"
#include "language/spelling/rivals.h"
#include "language/spelling/slips.h"
#include "language/spelling/speller_sections.h"

/*
 * What the speller finds out about the words of the dictionaries, once, instead of in each session. It is
 * done in two rounds: the second looks the words up in what the first wrote.
 */
enum { RECORD_HEAD = 7, LIST_MOST = 0xffff };

/* A record: a byte for the source, one for the length of the word, two each for those of the list of the
 * words near it (slips.h) and of its rivals, one of enum prepared_mark, then the three. */
struct prepared_record {
    enum word_source source;
    unsigned marks;
    struct slice near, rivals;
};

static const enum lexicon_name lists[] = {LEXICON_GOVERNMENT, LEXICON_FREQUENCY, LEXICON_FORMS,
                                          LEXICON_AGREED, LEXICON_NONSTANDARD};

bool speller_is_prepared(struct speller *speller) {
    struct wordbook *book = speller_indonesian(speller);
    return book && wordbook_is_prepared(book) && language_is_prepared(speller->language);
}

static void load_sources(struct speller *speller) {
    if (speller->asked_sources) return;
    speller->asked_sources = true;
    if (!speller_is_prepared(speller)) return;
    const struct prepared *prepared = language_prepared(speller->language);
    speller->sources = prepared_section(prepared, SECTION_SOURCES);
    speller->source_table =
        key_table_in(prepared_section(prepared, SECTION_SOURCE_TABLE), speller->sources.len);
}

/* The record at a place, when that is the word's. */
static bool read_record(struct slice records, size_t at, struct slice word, struct prepared_record *record) {
    if (at > records.len || records.len - at < RECORD_HEAD + word.len) return false;
    const unsigned char *head = (const unsigned char *)records.data + at;
    size_t near = head[2] | (size_t)head[3] << 8, rivals = head[4] | (size_t)head[5] << 8,
           start = at + RECORD_HEAD + word.len;
    if (head[1] != word.len || memcmp(head + RECORD_HEAD, word.data, word.len) != 0 ||
        head[0] > WORD_FOREIGN || near + rivals > records.len - start)
        return false;
    record->source = (enum word_source)head[0];
    record->marks = head[6];
    record->near = slice_range(records, start, start + near);
    record->rivals = slice_range(records, start + near, start + near + rivals);
    return true;
}

static bool find_record(struct speller *speller, struct slice word, struct prepared_record *record) {
    size_t at;
    bool found = false;
    load_sources(speller);
    if (!speller->source_table.slots.len) return false;
    for (struct key_probe probe = key_table_probe(&speller->source_table, slice_mix(word));
         !found && key_table_next(&speller->source_table, &probe, &at);)
        found = read_record(speller->sources, at, word, record);
    return found;
}

/* Of a word that an own word is near, or may be a part of with an affix that takes its first letter. */
static bool is_touched(struct speller *speller, struct slice word) {
    bool touched = false;
    for (size_t i = 0; i < speller->own_words.count && !touched; i++) {
        struct slice own = slice_of(speller->own_words.items[i].word);
        if (!own.len) continue;
        touched =
            edit_count(own, word, 1) <= 1 || slice_find(word, slice_range(own, 1, own.len), 0) != SIZE_MAX;
    }
    return touched;
}

/* With own words, what is formed or unknown is asked anew: they may be in any part of it. */
static bool holds(struct speller *speller, struct slice word, enum word_source source) {
    if (!speller->own_words.count) return true;
    return source >= WORD_GOVERNMENT && source <= WORD_DICTIONARY && !is_touched(speller, word);
}

enum word_source speller_prepared(struct speller *speller, struct slice word, bool *found) {
    struct prepared_record record;
    speller_own(speller, word); /* loads them */
    *found = find_record(speller, word, &record) && holds(speller, word, record.source);
    return *found ? record.source : WORD_UNKNOWN;
}

bool speller_prepared_near(struct speller *speller, struct slice word, struct slice *near) {
    struct prepared_record record;
    speller_own(speller, word);
    if (speller->own_words.count || !find_record(speller, word, &record)) return false;
    *near = record.near;
    return true;
}

bool speller_prepared_rivals(struct speller *speller, struct slice word, struct slice *rivals) {
    struct prepared_record record;
    speller_own(speller, word);
    if (speller->own_words.count || !find_record(speller, word, &record)) return false;
    *rivals = record.rivals;
    return true;
}

bool speller_prepared_marks(struct speller *speller, struct slice word, unsigned *marks) {
    struct prepared_record record;
    bool found = find_record(speller, word, &record);
    if (found) *marks = record.marks;
    return found;
}

static unsigned marks_of(struct language *language, struct slice text) {
    struct word *word = language_word(language, text);
    return (nonstandard_of(language, word) ? MARK_NONSTANDARD : 0) |
           (rival_is_meant(language, word) ? MARK_MEANT : 0);
}

static void add_index(struct prepared_writer *writer, const char *name, const struct word_index *index) {
    prepared_add(writer, name, index->bytes);
}

static void add_deletions(struct prepared_writer *writer, const char *name, const struct word_index *index) {
    struct str bytes = {0};
    word_index_make_deletions(index, &bytes);
    prepared_add(writer, name, str_slice(&bytes));
    str_free(&bytes);
}

/* A language as it is without anybody's own words. */
static struct speller *plain_speller(const char *folder, struct language **language) {
    *language = language_new(folder, LANG_ID);
    struct speller *speller = language_speller(*language);
    speller->asked_own = true;
    return speller;
}

/* What is read from the dictionaries alone. */
static void add_lists(const char *folder, struct prepared_writer *writer) {
    struct language *language;
    struct speller *speller = plain_speller(folder, &language);
    language_prepare(language, writer);
    if (speller_indonesian(speller)) wordbook_prepare(speller_indonesian(speller), writer);
    add_index(writer, SECTION_INDEX, speller_index(speller));
    add_deletions(writer, SECTION_DELETIONS, speller_index(speller));
    add_index(writer, SECTION_ENTRY_INDEX, speller_entries(speller));
    add_deletions(writer, SECTION_ENTRY_DELETIONS, speller_entries(speller));
    language_free(language);
}

static void add_word(struct speller *speller, struct slice word, struct map *seen, struct str *records) {
    size_t before = seen->count;
    if (!word.len || word.len > WORD_LIMIT || slice_find_byte(word, ' ', 0) != SIZE_MAX) return;
    uintptr_t *at = map_put(seen, word);
    if (seen->count == before) return;
    *at = records->len;
    struct slice near = near_words(speller->language, word);
    struct str rivals = {0};
    rivals_keep(speller->language, language_word(speller->language, word), &rivals);
    if (near.len > LIST_MOST) near.len = 0; /* no word of a language has so many */
    if (rivals.len > LIST_MOST) rivals.len = 0;
    const size_t head[RECORD_HEAD] = {speller_look(speller, word),
                                      word.len,
                                      near.len & 0xff,
                                      near.len >> 8,
                                      rivals.len & 0xff,
                                      rivals.len >> 8,
                                      marks_of(speller->language, word)};
    for (size_t i = 0; i < RECORD_HEAD; i++)
        str_append_byte(records, (char)head[i]);
    str_append(records, word);
    str_append(records, near);
    str_append(records, str_slice(&rivals));
    str_free(&rivals);
}

static void add_sources(const char *folder, struct prepared_writer *writer) {
    struct language *language;
    struct speller *speller = plain_speller(folder, &language);
    struct map seen = {0};
    struct str records = {0}, table = {0};
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct slice word;
        const struct lexicon *lexicon = language_lexicon(language, lists[i]);
        for (size_t at = 0; lexicon_next(lexicon, &at, &word, NULL);)
            add_word(speller, word, &seen, &records);
    }
    key_table_make(&table, seen.count);
    for (size_t i = 0; i < seen.capacity; i++)
        if (seen.entries[i].key)
            key_table_put(&table, slice_mix(map_key(&seen.entries[i])), seen.entries[i].value);
    prepared_add(writer, SECTION_SOURCES, str_slice(&records));
    prepared_add(writer, SECTION_SOURCE_TABLE, str_slice(&table));
    map_free(&seen);
    str_free(&records);
    str_free(&table);
    language_free(language);
}

bool speller_prepare(const char *folder, void (*more)(const char *folder, struct prepared_writer *writer),
                     struct error *e) {
    struct prepared_writer writer = {0};
    struct str path = {0};
    str_printf(&path, "%s/%s", folder, PREPARED_FILE);
    if (more) more(folder, &writer);
    add_lists(folder, &writer);
    bool ok = prepared_write(&writer, str_text(&path), prepared_code(), e);
    if (ok) add_sources(folder, &writer);
    ok = ok && prepared_write(&writer, str_text(&path), prepared_code(), e);
    prepared_writer_free(&writer);
    str_free(&path);
    return ok;
}
