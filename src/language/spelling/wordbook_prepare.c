#include "base/file.h"
#include "base/map.h"
#include "base/vec.h"
#include "language/spelling/word_maker.h"
#include "language/spelling/wordbook_parts.h"

enum { FILE_LIMIT = 16 << 20 };

/* Words that hunspell accepts of those that are made, each once. */
struct gathering {
    struct wordbook *book;
    struct map seen;
    VEC(struct slice) forms, entries;
};

static void gather(void *by, struct slice word) {
    struct gathering *gathering = by;
    size_t before = gathering->seen.count;
    map_put(&gathering->seen, word);
    if (gathering->seen.count == before) return;
    char *copy = slice_copy(word);
    struct slice kept = {copy, word.len};
    if (wordbook_ask(gathering->book, kept)) {
        vec_push(&gathering->forms, kept);
        if (wordbook_ask_entry(gathering->book, kept)) vec_push(&gathering->entries, kept);
    } else {
        free(copy);
    }
}

static int compare(const void *a, const void *b) {
    return slice_compare(*(const struct slice *)a, *(const struct slice *)b);
}

static void add_graph(struct prepared_writer *writer, const char *name, struct slice *words, size_t count) {
    struct word_graph_maker *maker = word_graph_begin();
    struct str edges = {0};
    if (count) qsort(words, count, sizeof *words, compare);
    for (size_t i = 0; i < count; i++)
        word_graph_add(maker, words[i]);
    word_graph_end(maker, &edges);
    prepared_add(writer, name, str_slice(&edges));
    str_free(&edges);
}

void wordbook_prepare(struct wordbook *book, struct prepared_writer *writer) {
    struct gathering gathering = {.book = book};
    struct str affixes = {0}, entries = {0};
    bool understood = wordbook_load(book) && file_read(book->affixes, FILE_LIMIT, &affixes, NULL) &&
                      file_read(book->path, FILE_LIMIT, &entries, NULL) &&
                      word_maker_run(str_slice(&affixes), str_slice(&entries), gather, &gathering);
    if (understood) { /* else hunspell itself decides, as always */
        prepared_add_source(writer, SECTION_AFFIXES, book->affixes);
        prepared_add_source(writer, SECTION_WORDS, book->path);
        if (wordbook_is_ascii(str_slice(&affixes)) && wordbook_is_ascii(str_slice(&entries)))
            prepared_add(writer, SECTION_ASCII, SLICE("yes"));
        add_graph(writer, SECTION_ENTRIES, gathering.entries.items, gathering.entries.count);
        add_graph(writer, SECTION_FORMS, gathering.forms.items, gathering.forms.count);
    }
    vec_each(struct slice, word, &gathering.forms)
        free((void *)(uintptr_t)word->data);
    vec_free(&gathering.forms);
    vec_free(&gathering.entries);
    map_free(&gathering.seen);
    str_free(&affixes);
    str_free(&entries);
}
