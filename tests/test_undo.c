/* text/undo and text/marks, against a plain list of all texts there have been. */
#include "text/marks.h"
#include "text/undo.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

struct writer {
    struct text *text;
    struct undo *undo;
    int64_t now;
};

static void apply(void *context, const struct edit *edit) {
    struct writer *writer = context;
    text_apply(writer->text, edit);
}

static void edit_as(struct writer *w, size_t offset, size_t removed, const char *inserted,
                    enum undo_kind kind) {
    struct str old = {0};
    text_copy(w->text, offset, offset + removed, &old);
    struct edit edit = {offset, str_slice(&old), slice_of(inserted)};
    undo_record(w->undo, &edit, kind, offset, w->now);
    text_apply(w->text, &edit);
    str_free(&old);
}

static void type_text(struct writer *w, const char *text) {
    for (; *text; text++) {
        char one[2] = {*text, 0};
        edit_as(w, text_length(w->text), 0, one, UNDO_TYPING);
        w->now += 100;
    }
}

static void expect(struct writer *w, const char *text) {
    struct str all = {0};
    text_copy(w->text, 0, text_length(w->text), &all);
    assert_string_equal(str_text(&all), text);
    str_free(&all);
}

static bool back(struct writer *w) {
    size_t cursor;
    return undo_step(w->undo, apply, w, &cursor);
}

static bool forth(struct writer *w) {
    size_t cursor;
    return redo_step(w->undo, apply, w, &cursor);
}

static struct writer writer_new(void) {
    return (struct writer){text_new(), undo_new(), 1000};
}

static void writer_free(struct writer *w) {
    text_free(w->text);
    undo_free(w->undo);
}

static void typing_is_undone_by_word(void **state) {
    (void)state;
    struct writer w = writer_new();
    type_text(&w, "satu dua tiga");
    assert_true(back(&w));
    expect(&w, "satu dua ");
    assert_true(back(&w));
    expect(&w, "satu ");
    assert_true(forth(&w));
    expect(&w, "satu dua ");
    assert_true(forth(&w));
    expect(&w, "satu dua tiga");
    assert_false(forth(&w));
    while (back(&w)) {
    }
    expect(&w, "");
    writer_free(&w);
}

static void a_pause_begins_a_step(void **state) {
    (void)state;
    struct writer w = writer_new();
    type_text(&w, "pemer");
    w.now += UNDO_PAUSE_MS + 1;
    type_text(&w, "intah");
    back(&w);
    expect(&w, "pemer");
    writer_free(&w);
}

static void erasing_is_one_step(void **state) {
    (void)state;
    struct writer w = writer_new();
    edit_as(&w, 0, 0, "abcdef", UNDO_ALONE);
    edit_as(&w, 3, 1, "", UNDO_ERASING); /* Backspace: d, c */
    edit_as(&w, 2, 1, "", UNDO_ERASING);
    edit_as(&w, 2, 1, "", UNDO_ERASING); /* Delete: e */
    expect(&w, "abf");
    back(&w);
    expect(&w, "abcdef");
    forth(&w);
    expect(&w, "abf");
    writer_free(&w);
}

static void groups_are_one_step(void **state) {
    (void)state;
    struct writer w = writer_new();
    undo_begin(w.undo);
    edit_as(&w, 0, 0, "satu", UNDO_ALONE);
    undo_begin(w.undo);
    edit_as(&w, 4, 0, "dua", UNDO_TYPING);
    undo_end(w.undo);
    edit_as(&w, 0, 1, "", UNDO_ERASING);
    undo_end(w.undo);
    edit_as(&w, 0, 0, "X", UNDO_TYPING);
    back(&w);
    expect(&w, "atudua");
    back(&w);
    expect(&w, "");
    writer_free(&w);
}

static void saved_state_is_known(void **state) {
    (void)state;
    struct writer w = writer_new();
    undo_mark_saved(w.undo);
    assert_true(undo_is_saved(w.undo));
    type_text(&w, "a");
    assert_false(undo_is_saved(w.undo));
    back(&w);
    assert_true(undo_is_saved(w.undo));
    forth(&w);
    undo_mark_saved(w.undo);
    type_text(&w, "b"); /* the same word, yet what was saved stays a border */
    assert_false(undo_is_saved(w.undo));
    back(&w);
    expect(&w, "a");
    assert_true(undo_is_saved(w.undo));
    back(&w);
    type_text(&w, "c"); /* the saved state can no longer be reached */
    assert_false(undo_is_saved(w.undo));
    back(&w);
    assert_false(undo_is_saved(w.undo));
    writer_free(&w);
}

static void random_edits_come_back(void **state) {
    (void)state;
    enum { ROUNDS = 400 };
    struct writer w = writer_new();
    char *texts[ROUNDS + 1];
    uint32_t seed = 3;
    for (int i = 0; i < ROUNDS; i++) {
        struct str all = {0};
        size_t length = text_length(w.text);
        text_copy(w.text, 0, length, &all);
        texts[i] = str_steal(&all);
        seed = seed * 1664525u + 1013904223u;
        size_t offset = (seed >> 8) % (length + 1), removed = (seed >> 20) % 5;
        if (offset + removed > length) removed = length - offset;
        static const char *const inserts[] = {"", "a", " kata", "\n", "\n\nx"};
        undo_close(w.undo);
        edit_as(&w, offset, removed, inserts[(seed >> 4) % 5], (enum undo_kind)((seed >> 16) % 3));
    }
    for (int i = ROUNDS - 1; i >= 0; i--) {
        assert_true(back(&w));
        expect(&w, texts[i]);
    }
    for (int i = 1; i < ROUNDS; i++) {
        assert_true(forth(&w));
        expect(&w, texts[i]);
    }
    for (int i = 0; i < ROUNDS; i++)
        free(texts[i]);
    writer_free(&w);
}

static void marks_stay_where_they_belong(void **state) {
    (void)state;
    struct marks marks = {0};
    size_t before = marks_add(&marks, 5, false), after = marks_add(&marks, 5, true),
           far = marks_add(&marks, 9, false);
    struct edit insert = {5, SLICE(""), SLICE("abc")};
    marks_edited(&marks, &insert);
    assert_int_equal(mark_get(&marks, before), 5);
    assert_int_equal(mark_get(&marks, after), 8);
    assert_int_equal(mark_get(&marks, far), 12);
    struct edit remove = {4, SLICE("xxxxxx"), SLICE("")};
    marks_edited(&marks, &remove);
    assert_int_equal(mark_get(&marks, before), 4);
    assert_int_equal(mark_get(&marks, after), 4);
    assert_int_equal(mark_get(&marks, far), 6);
    marks_free(&marks);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typing_is_undone_by_word),     cmocka_unit_test(a_pause_begins_a_step),
        cmocka_unit_test(erasing_is_one_step),          cmocka_unit_test(groups_are_one_step),
        cmocka_unit_test(saved_state_is_known),         cmocka_unit_test(random_edits_come_back),
        cmocka_unit_test(marks_stay_where_they_belong),
    };
    return cmocka_run_group_tests_name("undo", tests, NULL, NULL);
}
