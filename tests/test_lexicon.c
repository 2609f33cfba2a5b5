/* Look-ups in a dictionary file: each key is found, whatever the length of its line and of those around it.
 */
#include "language/lexicon/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

enum { LINES = 3000, LONG = 2000 };

/* Lines in order, some keys of which begin alike, and whose lengths go from ten to some thousand bytes. */
static void write_lines(struct str *out) {
    uint32_t random = 1;
    str_append_text(out, "# made for a test\n");
    for (int i = 0; i < LINES; i++) {
        random = random * 1664525u + 1013904223u;
        size_t len = random >> 29 ? (random >> 16) % 20 : (random >> 8) % LONG;
        str_printf(out, i % 4 ? "k%04d-%05d\t" : "k%04d\t", i / 4, i);
        str_append_repeated(out, 'x', len);
        str_append_byte(out, '\n');
    }
}

static int setup(void **state) {
    static struct lexicon lexicon;
    struct str lines = {0};
    char path[] = "/tmp/sunting-test-lexicon-XXXXXX";
    int fd = mkstemp(path);
    write_lines(&lines);
    bool written = fd >= 0 && write(fd, lines.data, lines.len) == (ssize_t)lines.len;
    if (fd >= 0) close(fd);
    bool loaded = written && lexicon_load(&lexicon, path, NULL);
    unlink(path);
    str_free(&lines);
    *state = &lexicon;
    return loaded ? 0 : -1;
}

static int teardown(void **state) {
    lexicon_free(*state);
    return 0;
}

static void every_key_is_found(void **state) {
    const struct lexicon *lexicon = *state;
    struct slice key, fields, found;
    size_t lines = 0;
    for (size_t at = 0; lexicon_next(lexicon, &at, &key, &fields); lines++) {
        assert_true(lexicon_find(lexicon, key, &found));
        assert_ptr_equal(found.data, fields.data);
        assert_int_equal(found.len, fields.len);
    }
    assert_int_equal(lines, LINES);
}

static void no_other_key_is_found(void **state) {
    const struct lexicon *lexicon = *state;
    assert_false(lexicon_find(lexicon, SLICE(""), NULL));
    assert_false(lexicon_find(lexicon, SLICE("k"), NULL));
    assert_false(lexicon_find(lexicon, SLICE("k00005"), NULL));
    assert_false(lexicon_find(lexicon, SLICE("k9999"), NULL));
    assert_false(lexicon_find(lexicon, SLICE("xxxx"), NULL));
}

/* "kota", "kota lama", "kotak"; as it is, and prepared. */
static void keys_are_found_in_their_order(void **state) {
    static const struct {
        const char *word;
        bool goes_on;
    } rows[] = {{"kota", true}, {"kotak", false},    {"kot", false}, {"lama", false},     {"kepala", true},
                {"zat", true},  {"zat cair", false}, {"", false},    {"kota lama", false}};
    char folder[] = "/tmp/sunting-test-lexicon-XXXXXX", path[64];
    struct lexicon plain = {0}, tables = {0};
    struct prepared_writer writer = {0};
    struct prepared prepared = {.bytes = SLICE("")};
    (void)state;
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/kata", folder);
    FILE *file = fopen(path, "w");
    fputs("kepala dinas\t1\nkota\t2\nkota lama\t3\nkotak\t4\nzat cair beku\t5\n", file);
    fclose(file);
    assert_true(lexicon_load(&plain, path, NULL));
    unlink(path);
    lexicon_prepare(&plain, "kata", false, &writer);
    assert_true(prepared_write(&writer, path, 1, NULL));
    assert_true(prepared_open(&prepared, path, 1));
    assert_true(lexicon_take(&tables, &prepared, "kata"));
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct slice word = slice_of(rows[i].word);
        assert_int_equal(lexicon_goes_on(&plain, word), rows[i].goes_on);
        assert_int_equal(lexicon_goes_on(&tables, word), rows[i].goes_on);
    }
    static const struct {
        const char *from, *first;
    } seeks[] = {{"", "kepala dinas"}, {"k", "kepala dinas"},  {"kota", "kota"},
                 {"kotaa", "kotak"},   {"l", "zat cair beku"}, {"zat cair beku", "zat cair beku"},
                 {"zz", NULL}};
    for (size_t i = 0; i < sizeof seeks / sizeof *seeks; i++) {
        size_t at = lexicon_seek(&plain, slice_of(seeks[i].from));
        struct slice key;
        assert_int_equal(lexicon_seek(&tables, slice_of(seeks[i].from)), at);
        assert_int_equal(lexicon_next(&plain, &at, &key, NULL), seeks[i].first != NULL);
        if (seeks[i].first && !slice_equal_text(key, seeks[i].first)) fail_msg("%s", seeks[i].from);
    }
    lexicon_free(&plain);
    lexicon_free(&tables);
    prepared_close(&prepared);
    prepared_writer_free(&writer);
    unlink(path);
    rmdir(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_key_is_found),
                                       cmocka_unit_test(no_other_key_is_found),
                                       cmocka_unit_test(keys_are_found_in_their_order)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
