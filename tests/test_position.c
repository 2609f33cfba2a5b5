#include "program.h"
#include "report/position.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct draft *draft_of(const char *folder, struct slice bytes) {
    struct str path = {0};
    struct error e = {0};
    file_make(folder, "draf.md", bytes);
    str_printf(&path, "%s/draf.md", folder);
    struct draft *draft = draft_load(str_text(&path), DRAFT_LIMIT, &e);
    if (!draft) print_error("%s\n", str_text(&e.text));
    assert_non_null(draft);
    str_free(&path);
    error_free(&e);
    return draft;
}

/* The position of the first "X" in a file of these bytes. */
static struct position position_of_x(struct slice bytes) {
    char *folder = folder_make();
    struct draft *draft = draft_of(folder, bytes);
    struct positions positions;
    positions_make(&positions, draft);
    struct position found = position_of(&positions, slice_find_byte(str_slice(&positions.bytes), 'X', 0));
    assert_int_equal(position_of(&positions, positions.bytes.len).offset, bytes.len);
    positions_free(&positions);
    draft_free(draft);
    folder_remove(folder);
    return found;
}

static void counts_lines_and_code_points(void **state) {
    (void)state;
    static const struct {
        struct slice bytes;
        size_t offset, line, column;
    } rows[] = {
        {{"X", 1}, 0, 1, 1},
        {{"ab\ncX", 5}, 4, 2, 2},
        {{"\xE2\x80\x9C\xF0\x9F\x98\x80X", 8}, 7, 1, 3}, /* a curly mark, an emoji */
        {{"e\xCC\x81X", 4}, 3, 1, 3},                    /* a combining accent counts */
        {{"\xEF\xBB\xBF"
          "aX",
          5},
         4,
         1,
         2},                               /* byte order mark */
        {{"a\r\nb\r\nX\r\n", 9}, 6, 3, 1}, /* line ends of Windows */
        {{"a\r\nb\nX", 6}, 5, 3, 1},       /* line ends that differ */
        {{"a\rb\r\nX\r\n", 8}, 5, 2, 1},   /* a lone carriage return */
        {{"\xFF\xFE"
          "a\0\n\0X\0",
          8},
         6,
         2,
         1},                                                    /* UTF-16 */
        {{"\xFE\xFF\0I\xD8\x3D\xDE\x00\0\n\0X", 12}, 10, 2, 1}, /* the other UTF-16, an emoji */
        {{"kafe \xC3\xA9 rusak \x9D X", 17}, 16, 1, 16},        /* a byte that is broken */
        {{"\x93"
          "abcdef\x94 X",
          10},
         9,
         1,
         10}, /* Windows-1252 */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct position p = position_of_x(rows[i].bytes);
        assert_int_equal(p.offset, rows[i].offset);
        assert_int_equal(p.line, rows[i].line);
        assert_int_equal(p.column, rows[i].column);
    }
}

/* Every position agrees with counting from the start, however far apart the checkpoints are. */
static void agrees_with_counting(void **state) {
    (void)state;
    static const char *const pieces[] = {"a", "é", "\n", "日", "😀", "kata ", "\n\n"};
    struct str bytes = {0};
    unsigned seed = 7;
    while (bytes.len < 6000) {
        seed = seed * 1103515245u + 12345u;
        str_append_text(&bytes, pieces[seed >> 16 & 7 ? (seed >> 20) % 7 : 0]);
    }
    char *folder = folder_make();
    struct draft *draft = draft_of(folder, str_slice(&bytes));
    struct positions positions;
    positions_make(&positions, draft);
    size_t line = 1, column = 1;
    for (size_t i = 0; i < bytes.len; i++) {
        if (((unsigned char)bytes.data[i] & 0xC0) == 0x80) continue;
        struct position p = position_of(&positions, i);
        assert_int_equal(p.offset, i);
        assert_int_equal(p.line, line);
        assert_int_equal(p.column, column);
        column++;
        if (bytes.data[i] == '\n') line++, column = 1;
    }
    positions_free(&positions);
    draft_free(draft);
    folder_remove(folder);
    str_free(&bytes);
}

static void an_empty_file_has_a_start(void **state) {
    (void)state;
    char *folder = folder_make();
    struct draft *draft = draft_of(folder, SLICE(""));
    struct positions positions;
    positions_make(&positions, draft);
    struct position p = position_of(&positions, 0);
    assert_int_equal(p.offset, 0);
    assert_int_equal(p.line, 1);
    assert_int_equal(p.column, 1);
    positions_free(&positions);
    draft_free(draft);
    folder_remove(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(counts_lines_and_code_points),
        cmocka_unit_test(agrees_with_counting),
        cmocka_unit_test(an_empty_file_has_a_start),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
