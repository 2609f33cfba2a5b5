/* ui/layout: rows put together are the text, no row is too wide, every place has one row and column, and
 * editing a line leaves the cache as a fresh layout would be. */
#include "base/utf8.h"
#include "ui/page/layout.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const char *const pieces[] = {"a",
                                     "kata ",
                                     "perundang-undangan ",
                                     " ",
                                     "  ",
                                     "\t",
                                     "é",
                                     "é",
                                     "漢字",
                                     "😀",
                                     "👨‍👩‍👧",
                                     "🇮🇩🇮🇩",
                                     "\xFF",
                                     "—",
                                     "-",
                                     "panjangsekalitanpaspasi",
                                     "\u200B",
                                     "\u202E",
                                     "❤️",
                                     "́"};

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void random_line(uint32_t *seed, struct str *out) {
    for (uint32_t n = next_random(seed) % 40; n > 0; n--)
        str_append_text(out, pieces[next_random(seed) % (sizeof pieces / sizeof *pieces)]);
}

static void check_line(struct slice line, int columns) {
    size_t at = 0, rows = 0;
    while (at < line.len) {
        size_t end = layout_row_end(line, at, columns);
        assert_true(end > at && end <= line.len);
        int column = 0;
        size_t clusters = 0;
        for (size_t i = at, next; i < end; i = next, clusters++) {
            int width = layout_cluster(line, i, column, &next);
            assert_true(width >= 1 && next > i && next <= end); /* no row ends inside a cluster */
            assert_int_equal(layout_column(line, at, i), column);
            /* the cell of a place leads back to the place */
            assert_int_equal(layout_offset(line, at, end, end == line.len, column), i);
            column += width;
        }
        if (clusters > 1) assert_true(column < columns); /* a place for the cursor is left */
        if (end == line.len) assert_int_equal(layout_offset(line, at, end, true, 10000), end);
        at = end;
        rows++;
    }
    assert_true(rows <= line.len);
}

static void rows_make_the_line(void **state) {
    (void)state;
    uint32_t seed = 1;
    for (int round = 0; round < 3000; round++) {
        struct str line = {0};
        random_line(&seed, &line);
        check_line(str_slice(&line), LAYOUT_COLUMNS_MIN + (int)(next_random(&seed) % 40));
        str_free(&line);
    }
}

static void words_stay_whole(void **state) {
    (void)state;
    struct slice line = SLICE("Pemerintah Kota membuka pelatihan perundang-undangan");
    size_t end = layout_row_end(line, 0, 20);
    assert_int_equal(end, strlen("Pemerintah Kota "));
    end = layout_row_end(line, end, 20);
    assert_int_equal(end, strlen("Pemerintah Kota membuka pelatihan "));
    assert_int_equal(layout_row_end(line, end, 14), strlen("Pemerintah Kota membuka pelatihan perundang-"));
    /* the word that ends at the last column keeps its space in the row */
    assert_int_equal(layout_row_end(SLICE("abcd efgh"), 0, 6), 5);
}

static void compare_with_fresh(struct layout *layout, const struct text *text) {
    struct layout fresh = {0};
    layout_reset(&fresh, text, layout->columns);
    for (size_t line = 0; line < text_line_count(text); line++) {
        assert_int_equal(layout_rows(layout, line), layout_rows(&fresh, line));
        for (size_t row = 0; row < layout_rows(&fresh, line); row++) {
            size_t start = layout_row_start(&fresh, line, row);
            assert_int_equal(layout_row_start(layout, line, row), start);
            assert_int_equal(layout_row_at(layout, line, start), row);
        }
    }
    layout_free(&fresh);
}

static void edits_keep_the_cache(void **state) {
    (void)state;
    uint32_t seed = 5;
    struct text *text = text_new();
    struct layout layout = {0};
    layout_reset(&layout, text, 17);
    for (int round = 0; round < 3000; round++) {
        struct str removed = {0}, inserted = {0};
        size_t length = text_length(text), offset = next_random(&seed) % (length + 1);
        size_t end = offset + next_random(&seed) % 30;
        if (end > length || round % 3 == 0) end = offset;
        text_copy(text, offset, end, &removed);
        if (round % 4)
            str_append_text(&inserted, pieces[next_random(&seed) % (sizeof pieces / sizeof *pieces)]);
        if (round % 50 == 0) str_append_text(&inserted, "\nbaris baru ");
        if (length > 3000) str_clear(&inserted);
        struct edit edit = {offset, str_slice(&removed), str_slice(&inserted)};
        struct change change = text_apply(text, &edit);
        layout_edited(&layout, &edit, &change);
        compare_with_fresh(&layout, text);
        str_free(&removed);
        str_free(&inserted);
    }
    layout_free(&layout);
    text_free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_make_the_line),
        cmocka_unit_test(words_stay_whole),
        cmocka_unit_test(edits_keep_the_cache),
    };
    return cmocka_run_group_tests_name("layout", tests, NULL, NULL);
}
