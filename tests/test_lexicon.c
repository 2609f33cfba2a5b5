/* Look-ups in a dictionary file: each key is found, whatever the length of its line and of those around it.
 */
#include "language/lexicon/lexicon.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
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

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(every_key_is_found),
                                       cmocka_unit_test(no_other_key_is_found)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
