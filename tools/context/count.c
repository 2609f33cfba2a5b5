/*
 * Counts words, pairs and triples of running text: dictionaries/forms.tsv, pairs.tsv and triples.tsv.
 *
 *     count DICTIONARIES NEWS REGULATIONS OUT
 *
 * NEWS and REGULATIONS are files of text, a paragraph a line, an empty line between two drafts. DICTIONARIES
 * is the folder whose lists tell sentences apart; OUT the folder that gets the three tables. Everything is
 * folded to small letters, numbers are "#", and nothing is counted across a mark. One place of news counts
 * for three of regulations, which repeat themselves.
 */
#include "base/file.h"
#include "base/utf8.h"
#include "language/sentence/phrases.h"
#include "language/sentence/words.h"

#include <stdio.h>
#include <stdlib.h>

enum { FORM_LEAST = 3, PAIR_LEAST = 6, TRIPLE_LEAST = 9, NEWS_WEIGHT = 3, TEXT_LIMIT = 1 << 30 };
enum { SMALL, NEWS_CAPITAL, LAW_CAPITAL, CAPITALS, ALL, FORMS };
enum corpus { NEWS, LAW };

struct forms {
    uint32_t counts[FORMS], places;
};

struct counts {
    struct language *language;
    struct map words; /* index of forms, plus 1 */
    VEC(struct forms) forms;
    struct map pairs;   /* news in the low half, regulations in the high one */
    struct map triples; /* the same */
};

static void fold(struct str *out, const struct analysis *a, size_t i) {
    str_clear(out);
    if (token_is_number(a, i))
        str_append_byte(out, '#');
    else if (token_is_kind(a, i, TOKEN_WORD))
        str_append_lower(out, token_word(a, i));
}

static void count_form(struct counts *counts, const struct analysis *a, size_t i, struct slice word,
                       enum corpus corpus) {
    uintptr_t *at = map_put(&counts->words, word);
    if (!*at) {
        vec_add(&counts->forms);
        *at = counts->forms.count;
    }
    struct forms *forms = &counts->forms.items[*at - 1];
    unsigned flags = a->tokens.items[i].flags;
    forms->places++;
    forms->counts[ALL] += corpus == NEWS ? NEWS_WEIGHT : 1;
    if (flags & TOKEN_UPPER)
        forms->counts[CAPITALS]++;
    else if (!(flags & TOKEN_CAPITAL))
        forms->counts[SMALL]++;
    else if (!token_opens(a, i))
        forms->counts[corpus == NEWS ? NEWS_CAPITAL : LAW_CAPITAL]++;
}

static void add(struct map *map, struct slice key, enum corpus corpus) {
    *map_put(map, key) += corpus == NEWS ? 1 : (uintptr_t)1 << 32;
}

/* words: the last three, the latest last; empty after a mark. */
static void count_place(struct counts *counts, struct str words[3], enum corpus corpus) {
    struct str key = {0};
    if (words[1].len) {
        str_printf(&key, "%s %s", str_text(&words[1]), str_text(&words[2]));
        add(&counts->pairs, str_slice(&key), corpus);
    }
    if (words[0].len && words[1].len) {
        str_clear(&key);
        str_printf(&key, "%s %s %s", str_text(&words[0]), str_text(&words[1]), str_text(&words[2]));
        add(&counts->triples, str_slice(&key), corpus);
    }
    str_free(&key);
}

static void count_paragraph(struct counts *counts, struct slice text, enum corpus corpus) {
    struct analysis a;
    struct str words[3] = {{0}, {0}, {0}};
    analysis_make(&a, counts->language, text);
    for (size_t i = 0; i < a.tokens.count; i++) {
        struct str first = words[0];
        words[0] = words[1];
        words[1] = words[2];
        words[2] = first;
        fold(&words[2], &a, i);
        if (!words[2].len) {
            str_clear(&words[0]);
            str_clear(&words[1]);
            continue;
        }
        if (!token_is_number(&a, i)) count_form(counts, &a, i, str_slice(&words[2]), corpus);
        count_place(counts, words, corpus);
    }
    for (size_t k = 0; k < 3; k++)
        str_free(&words[k]);
    analysis_free(&a);
}

static bool count_file(struct counts *counts, const char *path, enum corpus corpus, struct error *e) {
    struct str bytes = {0};
    bool read = file_read(path, TEXT_LIMIT, &bytes, e);
    for (struct slice rest = str_slice(&bytes); rest.len;)
        count_paragraph(counts, slice_cut(&rest, '\n'), corpus);
    str_free(&bytes);
    return read;
}

static uint32_t news_of(uintptr_t value) {
    return (uint32_t)value;
}
static uint32_t law_of(uintptr_t value) {
    return (uint32_t)(value >> 32);
}
static uint32_t weight_of(uintptr_t value) {
    return NEWS_WEIGHT * news_of(value) + law_of(value);
}

/* Where the last word of a key begins, and the key of its row ends one byte before. */
static size_t last_word(struct slice key) {
    const char *space = memrchr(key.data, ' ', key.len);
    return (size_t)(space - key.data) + 1;
}

/* By rows, and within a row by the word after. */
static int compare(const void *a, const void *b) {
    struct slice left = map_key(a), right = map_key(b);
    size_t l = last_word(left), r = last_word(right);
    int rows = slice_compare(slice_range(left, 0, l - 1), slice_range(right, 0, r - 1));
    return rows ? rows : slice_compare(slice_range(left, l, left.len), slice_range(right, r, right.len));
}

static int compare_keys(const void *a, const void *b) {
    return slice_compare(map_key(a), map_key(b));
}

/* The entries of the map in order; those with a weight below least are left out. */
static struct map_entry *sorted(const struct map *map, uint32_t least,
                                int (*order)(const void *, const void *), size_t *count) {
    struct map_entry *entries = memory_alloc((map->count + 1) * sizeof *entries);
    *count = 0;
    for (size_t i = 0; i < map->capacity; i++)
        if (map->entries[i].key && (!least || weight_of(map->entries[i].value) >= least))
            entries[(*count)++] = map->entries[i];
    qsort(entries, *count, sizeof *entries, order);
    return entries;
}

static FILE *begin(const char *folder, const char *name, const char *header) {
    struct str path = {0};
    str_printf(&path, "%s/%s", folder, name);
    FILE *file = fopen(str_text(&path), "w");
    if (!file) {
        perror(str_text(&path));
        exit(2);
    }
    fprintf(file, "%s", header);
    str_free(&path);
    return file;
}

static void write_rows(const struct map *map, uint32_t least, bool apart, FILE *file) {
    size_t count;
    struct map_entry *entries = sorted(map, least, compare, &count);
    struct slice row = {0};
    for (size_t i = 0; i < count; i++) {
        struct slice key = map_key(&entries[i]);
        size_t last = last_word(key);
        struct slice here = slice_range(key, 0, last - 1), word = slice_range(key, last, key.len);
        if (i == 0 || !slice_equal(here, row))
            fprintf(file, "%s%.*s\t", i ? "\n" : "", SLICE_ARG(here));
        else
            fputc(' ', file);
        row = here;
        fprintf(file, "%.*s=%u", SLICE_ARG(word),
                apart ? news_of(entries[i].value) : weight_of(entries[i].value));
        if (apart && law_of(entries[i].value)) fprintf(file, ",%u", law_of(entries[i].value));
    }
    fputc('\n', file);
    free(entries);
    fclose(file);
}

static void write_forms(const struct counts *counts, FILE *file) {
    size_t count;
    struct map_entry *entries = sorted(&counts->words, 0, compare_keys, &count);
    for (size_t i = 0; i < count; i++) {
        const struct forms *forms = &counts->forms.items[entries[i].value - 1];
        if (forms->places < FORM_LEAST) continue;
        fprintf(file, "%.*s", SLICE_ARG(map_key(&entries[i])));
        for (size_t k = 0; k < FORMS; k++)
            fprintf(file, "\t%u", forms->counts[k]);
        fputc('\n', file);
    }
    free(entries);
    fclose(file);
}

int main(int argc, char **argv) {
    if (argc != 5) {
        fprintf(stderr, "usage: count DICTIONARIES NEWS REGULATIONS OUT\n");
        return 2;
    }
    struct error e = {0};
    struct counts counts = {.language = language_new(argv[1], LANG_EN)};
    if (!count_file(&counts, argv[2], NEWS, &e) || !count_file(&counts, argv[3], LAW, &e)) {
        fprintf(stderr, "%s\n", str_text(&e.text));
        return 2;
    }
    write_forms(&counts, begin(argv[4], "forms.tsv",
                               "# word, small, capital in news, in regulations, capitals, all\n"));
    write_rows(&counts.pairs, PAIR_LEAST, true, begin(argv[4], "pairs.tsv", "# word, the words after it\n"));
    write_rows(&counts.triples, TRIPLE_LEAST, false,
               begin(argv[4], "triples.tsv", "# two words, the words after them\n"));
    map_free(&counts.words);
    map_free(&counts.pairs);
    map_free(&counts.triples);
    vec_free(&counts.forms);
    language_free(counts.language);
    error_free(&e);
    return 0;
}
