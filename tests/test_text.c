/* The text against the simplest thing that could be right: one flat string. */
#include "text/marks.h"
#include "text/past.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

enum { MARKS = 6, EDITS = 1500 };

struct model {
    struct str bytes;
    size_t marks[MARKS];
};

static size_t model_lines(const struct str *bytes) {
    size_t lines = 1;
    for (size_t i = 0; i < bytes->len; i++)
        lines += bytes->data[i] == '\n';
    return lines;
}

static void assert_same(const struct text *text, const struct str *bytes) {
    assert_int_equal(text_length(text), bytes->len);
    assert_int_equal(text_line_count(text), model_lines(bytes));
    struct str copy = {0};
    text_copy(text, 0, bytes->len, &copy);
    assert_true(slice_equal(str_slice(&copy), str_slice(bytes)));
    str_free(&copy);
    size_t start = 0;
    for (size_t line = 0; line < text_line_count(text); line++) {
        size_t end = slice_find_byte(str_slice(bytes), '\n', start);
        if (end == SIZE_MAX) end = bytes->len;
        assert_int_equal(text_line_start(text, line), start);
        assert_true(slice_equal(text_line(text, line), slice_range(str_slice(bytes), start, end)));
        assert_int_equal(text_line_at(text, start), line);
        assert_int_equal(text_line_at(text, end), line);
        start = end + 1;
    }
}

static size_t moved(size_t mark, const struct edit *edit, bool follow) {
    size_t end = edit->offset + edit->removed.len;
    if (mark < edit->offset) return mark;
    if (mark > edit->offset && mark < end) return edit->offset;
    if (mark == edit->offset && !edit->removed.len) return follow ? mark + edit->inserted.len : mark;
    if (mark == edit->offset) return follow && mark == end ? mark + edit->inserted.len : edit->offset;
    return mark - edit->removed.len + edit->inserted.len;
}

struct trial {
    unsigned seed;
    size_t longest;      /* bytes of an insertion */
    const char *letters; /* what is inserted */
};

static void run_case(struct trial c) {
    struct model model = {0};
    struct marks marks = {0};
    static const char start[] = "Satu dua.\nTiga\n\nempat";
    struct text *text = text_with(slice_of(start));
    str_append_text(&model.bytes, start);
    for (size_t i = 0; i < MARKS; i++)
        marks_add(&marks, model.marks[i] = i * 3, i % 2);
    size_t letters = strlen(c.letters), place = 0;
    for (int i = 0; i < EDITS; i++) {
        /* Mostly near the edit before, as a writer does; now and then anywhere. */
        if (rand_r(&c.seed) % 5 == 0) place = (size_t)rand_r(&c.seed);
        size_t at = place % (model.bytes.len + 1), rest = model.bytes.len - at;
        size_t removed = (size_t)rand_r(&c.seed) % (c.longest + 2) % (rest + 1);
        if (rand_r(&c.seed) % 40 == 0) removed = rest;
        struct str inserted = {0}, gone = {0};
        for (size_t n = (size_t)rand_r(&c.seed) % (c.longest + 1); n; n--)
            str_append_byte(&inserted, c.letters[(size_t)rand_r(&c.seed) % letters]);
        text_copy(text, at, at + removed, &gone);
        struct edit edit = {at, str_slice(&gone), str_slice(&inserted)};
        size_t lines = text_line_count(text), first = text_line_at(text, at);
        struct change change = text_apply(text, &edit);
        assert_int_equal(change.first, first);
        assert_int_equal(text_line_count(text), lines - change.removed + change.inserted);
        marks_edited(&marks, &edit);
        str_splice(&model.bytes, at, removed, str_slice(&inserted));
        for (size_t k = 0; k < MARKS; k++) {
            model.marks[k] = moved(model.marks[k], &edit, k % 2);
            assert_int_equal(mark_get(&marks, k), model.marks[k]);
        }
        assert_same(text, &model.bytes);
        place = at + inserted.len;
        str_free(&inserted);
        str_free(&gone);
    }
    marks_free(&marks);
    text_free(text);
    str_free(&model.bytes);
}

static void random_edits_equal_a_flat_string(void **state) {
    (void)state;
    static const struct trial cases[] = {
        {1, 1, "a"},     {2, 3, "ab\n"},         {3, 12, "abcdefg\n"}, {4, 4, "\n"},
        {5, 40, "a \n"}, {6, 200, "bahasa  \n"}, {7, 2, "x\n\n\n"},    {8, 9, "\xc3\xa9\r\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        run_case(cases[i]);
}

/* What it was stays known while it is edited, from any time on; most of it without being copied. */
static void the_past_stays(void **state) {
    (void)state;
    enum { LINES = 200, ROUNDS = 3000 };
    unsigned seed = 11;
    struct str loaded = {0}, then = {0}, now = {0}, was = {0};
    for (int i = 0; i < LINES; i++)
        str_printf(&loaded, "baris %d%s\n", i, i % 3 ? "" : " yang panjang");
    for (int ends = 0; ends < 2; ends++, loaded.len--) { /* with a newline at its end, and without */
        struct text *text = text_with(str_slice(&loaded));
        struct past past = {0};
        past_begin(&past, text);
        str_append(&then, str_slice(&loaded));
        str_append(&now, str_slice(&loaded));
        for (int i = 0; i < ROUNDS; i++) {
            size_t at = (size_t)rand_r(&seed) % (now.len + 1);
            size_t removed = (size_t)rand_r(&seed) % 4 ? 0 : (size_t)rand_r(&seed) % 40 % (now.len - at + 1);
            struct slice inserted = i % 5 ? SLICE("x") : SLICE("\nbaru\n");
            if (i % 50 == 3) at = removed = 0, inserted = SLICE(""); /* nothing at all */
            struct str gone = {0};
            text_copy(text, at, at + removed, &gone);
            text_apply(text, &(struct edit){at, str_slice(&gone), inserted});
            str_free(&gone);
            str_splice(&now, at, removed, inserted);
            assert_true(past_is(&past, text) == slice_equal(str_slice(&then), str_slice(&now)));
            str_clear(&was);
            past_copy(&past, text, &was);
            assert_true(slice_equal(str_slice(&was), str_slice(&then)));
            if (i % 50) continue;
            past_take(&past, text);
            str_clear(&then);
            str_append(&then, str_slice(&now));
            assert_true(past_is(&past, text));
            if (i == 0) assert_true(past.own.len < 200); /* the line that was edited */
        }
        assert_true(text_hash(text) == slice_hash(str_slice(&now)));
        past_set(&past, SLICE("lain"));
        assert_false(past_is(&past, text));
        past_free(&past);
        text_free(text);
        str_clear(&then);
        str_clear(&now);
    }
    str_free(&loaded);
    str_free(&then);
    str_free(&now);
    str_free(&was);
}

static void a_long_text_is_hashed_in_parts(void **state) {
    (void)state;
    struct str bytes = {0};
    while (bytes.len < 9 * HASH_LONG + 77)
        str_printf(&bytes, "%zu kata\n", bytes.len);
    struct text *text = text_with(str_slice(&bytes));
    assert_true(text_hash(text) == slice_hash(str_slice(&bytes)));
    text_free(text);
    str_free(&bytes);
}

static void undoing_all_gives_the_first_text(void **state) {
    (void)state;
    enum { COUNT = 400 };
    unsigned seed = 9;
    struct text *text = text_new();
    struct str removed[COUNT] = {0}, inserted[COUNT] = {0};
    size_t at[COUNT];
    for (size_t i = 0; i < COUNT; i++) {
        size_t length = text_length(text);
        at[i] = (size_t)rand_r(&seed) % (length + 1);
        text_copy(text, at[i], at[i] + (size_t)rand_r(&seed) % 6 % (length - at[i] + 1), &removed[i]);
        for (int n = rand_r(&seed) % 7; n; n--)
            str_append_byte(&inserted[i], "kata\n"[rand_r(&seed) % 5]);
        struct edit edit = {at[i], str_slice(&removed[i]), str_slice(&inserted[i])};
        text_apply(text, &edit);
    }
    for (size_t i = COUNT; i-- > 0;) {
        struct edit edit = {at[i], str_slice(&inserted[i]), str_slice(&removed[i])};
        text_apply(text, &edit);
        str_free(&removed[i]);
        str_free(&inserted[i]);
    }
    assert_int_equal(text_length(text), 0);
    assert_int_equal(text_line_count(text), 1);
    text_free(text);
}

static void every_byte_is_kept(void **state) {
    (void)state;
    struct str all = {0};
    for (int c = 0; c < 256; c++)
        str_append_byte(&all, (char)c);
    struct text *text = text_new();
    struct edit edit = {0, SLICE(""), str_slice(&all)};
    text_apply(text, &edit);
    assert_same(text, &all);
    text_free(text);
    text = text_with(str_slice(&all));
    assert_same(text, &all);
    text_free(text);
    str_free(&all);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(random_edits_equal_a_flat_string),
        cmocka_unit_test(the_past_stays),
        cmocka_unit_test(a_long_text_is_hashed_in_parts),
        cmocka_unit_test(undoing_all_gives_the_first_text),
        cmocka_unit_test(every_byte_is_kept),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
