/* Sections of a prepared file with arbitrary bytes: look-ups end, and name nothing outside of them. */
#include "check/pattern/pattern.h"
#include "check/rule_file.h"
#include "config/yaml_kept.h"
#include "language/lexicon/key_table.h"
#include "language/lexicon/word_graph.h"
#include "language/lexicon/word_records.h"
#include "language/spelling/word_index.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void see(void *by, const struct indexed_word *near) {
    const struct word_index *index = by;
    const char *end = index->texts.data + index->texts.len;
    if (near->text < index->texts.data || near->text + near->len > end) abort();
}

static void note(void *by, const uint32_t *numbers, size_t count) {
    for (size_t i = 0; i < count; i++)
        *(size_t *)by += numbers[i];
}

static void look_up(struct slice section, struct slice text) {
    struct word_records records = {section, section, key_table_in(section, section.len)};
    struct word word = {.text = text, .hash = slice_mix(text)};
    struct word_tables tables = {0};
    if (!records.table.slots.len || !word_records_find(&records, &word, &tables) || !tables.row.len) return;
    if (tables.row.data < section.data || tables.row.data + tables.row.len > section.data + section.len)
        abort();
}

static void search(struct slice section) {
    static const char *const words[] = {"", "a", "kata", "perangkat", "buku-buku"};
    struct word_graph graph = {section};
    struct key_table table = key_table_in(section, 1000);
    struct word_index index = {0};
    bool taken = word_index_take(&index, section);
    struct deletions deletions = deletions_in(section);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct slice word = slice_of(words[i]);
        size_t at, places = 0;
        word_graph_has(&graph, word);
        look_up(section, word);
        struct key_probe probe = key_table_probe(&table, slice_mix(word));
        while (table.slots.len && key_table_next(&table, &probe, &at))
            if (places++ > section.len) abort();
        deletions_near(&deletions, word, DELETIONS_EDITS, note, &(size_t){0});
        if (!taken) continue;
        word_index_near(&index, word, 2, 0, see, &index);
        word_index_neighbour(&index, word);
    }
}

static bool see_value(void *by, const struct yaml_value *value) {
    const struct slice *section = by;
    for (size_t i = 0; i <= value->depth; i++) {
        struct slice text = i < value->depth ? value->keys[i] : value->text;
        if (text.data < section->data || text.data + text.len > section->data + section->len) abort();
    }
    return true;
}

static void read_rule(struct slice section) {
    struct rule_files files = {0};
    yaml_kept_values(section, see_value, &section);
    rule_file_read_kept(&files, section, "");
    vec_each(struct rule_file *const, file, &files.list)
        rule_file_free(*file);
    vec_free(&files.list);
}

static void take_patterns(struct slice section) {
    struct language *language = language_new("/nonexistent", LANG_ID);
    struct patterns *patterns = patterns_new(language);
    struct pattern_matches found = {0};
    struct analysis a;
    if (patterns_take(patterns, section)) {
        analysis_make(&a, language, SLICE("Rp 2024 yang disampaikan a b a c x yang y."));
        patterns_find(patterns, &a, a.sentences.items, &found);
        vec_each(const struct pattern_match, match, &found.list) {
            struct pattern_parts parts;
            patterns_parts(patterns, a.sentences.items, match, &parts);
        }
        analysis_free(&a);
    }
    vec_free(&found.list);
    patterns_free(patterns);
    language_free(language);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    struct str aligned = {0};
    str_append(&aligned, (struct slice){(const char *)bytes, len});
    search(str_slice(&aligned));
    read_rule(str_slice(&aligned));
    take_patterns(str_slice(&aligned));
    str_free(&aligned);
    return 0;
}
