/* Moving over the rows of the screen: every place has one row, and who goes down and up again is where they
 * were. */
#include "ui/page/motion.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const char *const pieces[] = {"kata ",
                                     "perundang-undangan ",
                                     " ",
                                     "\t",
                                     "é",
                                     "漢字",
                                     "👨‍👩‍👧",
                                     "—",
                                     "Pasar murah dibuka. ",
                                     "\n",
                                     "\n\n",
                                     "- ",
                                     "-",
                                     "\u202E",
                                     "panjangsekalitanpaspasi"};

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static struct buffer *random_buffer(uint32_t *seed) {
    struct draft *draft = draft_new("");
    struct str text = {0};
    for (uint32_t n = next_random(seed) % 120; n > 0; n--)
        str_append_text(&text, pieces[next_random(seed) % (sizeof pieces / sizeof *pieces)]);
    text_free(draft->text);
    draft->text = text_with(str_slice(&text));
    str_free(&text);
    struct buffer *buffer = buffer_new(draft, NULL, LANG_ID, NULL);
    layout_reset(&buffer->layout, buffer->text, LAYOUT_COLUMNS_MIN + (int)(next_random(seed) % 40));
    return buffer;
}

/* The rows from the first to the last, put together, are the text without its line ends; and backwards the
 * same. */
static void check_rows(struct buffer *buffer) {
    struct place place = place_of(buffer, 0), again;
    size_t rows = 0, end = 0;
    do {
        size_t start = place_start(buffer, place);
        if (place.row == 0)
            assert_int_equal(start, text_line_start(buffer->text, place.line));
        else
            assert_int_equal(start, end);
        end = text_line_start(buffer->text, place.line) +
              layout_row_stop(&buffer->layout, place.line, place.row);
        assert_int_equal(place_of(buffer, start).line, place.line);
        assert_int_equal(place_of(buffer, start).row, place.row);
        again = place;
        rows++;
    } while (place_next(buffer, &place));
    assert_int_equal(end, text_length(buffer->text));
    while (place_previous(buffer, &again))
        rows--;
    assert_int_equal(rows, 1);
}

static void check_returns(struct buffer *buffer) {
    for (size_t at = 0; at < text_length(buffer->text); at = motion_right(buffer, at)) {
        struct place here = place_of(buffer, at), below = here;
        int column = place_column(buffer, at);
        if (!place_next(buffer, &below)) continue;
        size_t down = motion_rows(buffer, at, 1, column);
        assert_int_equal(place_of(buffer, down).line, below.line);
        assert_int_equal(place_of(buffer, down).row, below.row);
        assert_int_equal(motion_rows(buffer, down, -1, column), at);
    }
}

static void rows_are_the_text(void **state) {
    (void)state;
    uint32_t seed = 3;
    for (int round = 0; round < 400; round++) {
        struct buffer *buffer = random_buffer(&seed);
        check_rows(buffer);
        buffer_free(buffer, JOURNAL_END_SAVED);
    }
}

static void down_and_up_is_no_move(void **state) {
    (void)state;
    uint32_t seed = 4;
    for (int round = 0; round < 400; round++) {
        struct buffer *buffer = random_buffer(&seed);
        check_returns(buffer);
        buffer_free(buffer, JOURNAL_END_SAVED);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rows_are_the_text),
        cmocka_unit_test(down_and_up_is_no_move),
    };
    return cmocka_run_group_tests_name("motion", tests, NULL, NULL);
}
