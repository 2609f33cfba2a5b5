/* draft/journal: what the next session finds. */
#include "journal_session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <unistd.h>

#include <cmocka.h>

static void untouched_draft_leaves_nothing(void **state) {
    struct session s;
    desk_write(((struct journal_desk *)*state)->draft, SLICE("Satu.\n"));
    journal_session_open(&s, *state);
    assert_int_equal(s.found.state, JOURNAL_FRESH);
    assert_true(desk_has_journal(*state, ""));
    session_end(&s, JOURNAL_END_SAVED);
    assert_false(desk_has_journal(*state, ""));
}

static void cut_session_is_restored(void **state) {
    struct session s;
    desk_write(((struct journal_desk *)*state)->draft, SLICE("Wali kota membuka pasar.\n"));
    journal_session_open(&s, *state);
    session_edit(&s, 24, 0, SLICE(" murah"));
    session_edit(&s, 0, 9, SLICE("Bupati"));
    session_end(&s, JOURNAL_END_KEPT);

    journal_session_open(&s, *state);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    session_expect(s.found.text, "Bupati membuka pasar. murah\n");
    assert_int_equal(s.found.edits, 2);
    assert_int_equal(s.found.words, 0);
    assert_false(s.found.damaged || s.found.outdated);
    session_restore(&s);
    session_edit(&s, 0, 0, SLICE("Hari ini "));
    session_end(&s, JOURNAL_END_KEPT);

    journal_session_open(&s, *state);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    session_expect(s.found.text, "Hari ini Bupati membuka pasar. murah\n");
    session_restore(&s);
    session_save(&s, *state);
    session_end(&s, JOURNAL_END_SAVED);
    journal_session_open(&s, *state);
    assert_int_equal(s.found.state, JOURNAL_FRESH);
    session_end(&s, JOURNAL_END_SAVED);
}

static void typing_is_written_and_flushed_in_time(void **state) {
    struct session s;
    journal_session_open(&s, *state);
    struct str path = desk_journal(*state, "");
    struct stat before, after;
    stat(str_text(&path), &before);
    session_edit(&s, 0, 0, SLICE("a"));
    session_pass(&s, 0);
    stat(str_text(&path), &after);
    assert_int_equal(before.st_size, after.st_size);
    int due = journal_due(s.journal, s.now);
    assert_true(due >= 1 && due <= 1000);
    session_pass(&s, 400);
    session_edit(&s, 1, 0, SLICE("b"));
    session_pass(&s, 300);
    stat(str_text(&path), &after);
    assert_true(after.st_size > before.st_size);
    before = after;
    session_edit(&s, 2, 0, SLICE("c"));
    journal_step(s.journal);
    assert_int_equal(journal_due(s.journal, s.now), 0);
    session_pass(&s, 0);
    stat(str_text(&path), &after);
    assert_true(after.st_size > before.st_size);
    assert_int_equal(after.st_mode & 0777, 0600);
    str_free(&path);
    session_end(&s, JOURNAL_END_SAVED);
}

static void changed_file_is_told(void **state) {
    struct journal_desk *p = *state;
    struct session s;
    desk_write(p->draft, SLICE("Satu.\n"));
    journal_session_open(&s, p);
    session_edit(&s, 5, 0, SLICE(" Dua."));
    session_end(&s, JOURNAL_END_KEPT);
    desk_write(p->draft, SLICE("Orang lain.\n"));
    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    assert_true(s.found.outdated);
    session_expect(s.found.text, "Satu. Dua.\n");
    journal_decline(s.journal, s.text);
    desk_expect_aside(p, "Satu. Dua.\n");
    session_edit(&s, 0, 5, SLICE("Kawan"));
    session_end(&s, JOURNAL_END_KEPT);
    journal_session_open(&s, p);
    session_expect(s.found.text, "Kawan lain.\n");
    assert_false(s.found.outdated);
    session_end(&s, JOURNAL_END_KEPT);
    /* Without a decision, it is still there. */
    unlink(p->draft);
    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    session_expect(s.found.text, "Kawan lain.\n");
    assert_true(s.found.outdated);
    session_end(&s, JOURNAL_END_KEPT);
}

static void saved_then_changed_is_no_loss(void **state) {
    struct journal_desk *p = *state;
    struct session s;
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu.\n"));
    session_save(&s, p);
    session_end(&s, JOURNAL_END_KEPT);
    desk_write(p->draft, SLICE("Dua.\n"));
    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_FRESH);
    session_end(&s, JOURNAL_END_SAVED);
}

static void save_that_was_not_noted_is_no_loss(void **state) {
    struct journal_desk *p = *state;
    struct session s;
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu.\n"));
    desk_write(p->draft, SLICE("Satu.\n"));
    session_end(&s, JOURNAL_END_KEPT);
    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_FRESH);
    session_edit(&s, 0, 0, SLICE("Nol. "));
    session_end(&s, JOURNAL_END_KEPT);
    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    assert_false(s.found.outdated);
    session_end(&s, JOURNAL_END_KEPT);
}

struct seen {
    size_t edits, steps;
    struct text *text;
};

static void see(void *context, const struct edit *edit, bool step) {
    struct seen *seen = context;
    seen->edits++;
    seen->steps += step;
    text_apply(seen->text, edit);
}

static void next_session_can_undo(void **state) {
    struct journal_desk *p = *state;
    struct session s;
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("satu "));
    journal_step(s.journal);
    session_edit(&s, 5, 0, SLICE("dua "));
    journal_step(s.journal);
    session_edit(&s, 9, 0, SLICE("tiga"));
    journal_step(s.journal);
    session_edit_as(&s, 9, 4, SLICE(""), JOURNAL_UNDO);
    journal_step(s.journal);
    session_edit_as(&s, 5, 4, SLICE(""), JOURNAL_UNDO);
    journal_step(s.journal);
    session_edit_as(&s, 5, 0, SLICE("dua "), JOURNAL_REDO);
    session_save(&s, p);
    session_end(&s, JOURNAL_END_SAVED);

    journal_session_open(&s, p);
    struct seen seen = {.text = text_new()};
    assert_true(journal_history(s.journal, see, &seen));
    assert_int_equal(seen.edits, 2);
    assert_int_equal(seen.steps, 2);
    session_expect(seen.text, "satu dua ");
    text_free(seen.text);
    session_end(&s, JOURNAL_END_SAVED);

    desk_write(p->draft, SLICE("lain"));
    journal_session_open(&s, p);
    assert_false(journal_history(s.journal, see, NULL));
    session_end(&s, JOURNAL_END_SAVED);
}

static void dropped_work_is_put_aside(void **state) {
    struct session s;
    journal_session_open(&s, *state);
    session_edit(&s, 0, 0, SLICE("salah"));
    session_end(&s, JOURNAL_END_DROPPED);
    assert_false(desk_has_journal(*state, ""));
    desk_expect_aside(*state, "salah");
}

static void save_as_takes_the_journal_along(void **state) {
    struct journal_desk *p = *state, other = *p;
    struct session s;
    snprintf(other.draft, sizeof other.draft, "%s/lain.md", p->folder);
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu."));
    session_save(&s, &other);
    assert_false(desk_has_journal(p, ""));
    session_edit(&s, 5, 0, SLICE(" Dua."));
    session_end(&s, JOURNAL_END_KEPT);
    journal_session_open(&s, &other);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    session_expect(s.found.text, "Satu. Dua.");
    assert_false(s.found.outdated);
    session_end(&s, JOURNAL_END_KEPT);
}

static void removed_journal_is_written_anew(void **state) {
    struct session s;
    journal_session_open(&s, *state);
    session_edit(&s, 0, 0, SLICE("Satu."));
    session_pass(&s, 3000);
    struct str path = desk_journal(*state, "");
    unlink(str_text(&path));
    str_free(&path);
    session_edit(&s, 5, 0, SLICE(" Dua."));
    session_pass(&s, 3000);
    session_end(&s, JOURNAL_END_KEPT);
    journal_session_open(&s, *state);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    session_expect(s.found.text, "Satu. Dua.");
    session_end(&s, JOURNAL_END_KEPT);
}

static void removed_journal_is_written_anew_at_the_end(void **state) {
    struct session s;
    journal_session_open(&s, *state);
    session_edit(&s, 0, 0, SLICE("Satu."));
    session_pass(&s, 1000);
    struct str path = desk_journal(*state, "");
    unlink(str_text(&path));
    str_free(&path);
    assert_true(journal_rescue(s.journal, s.text));
    session_end(&s, JOURNAL_END_KEPT);
    journal_session_open(&s, *state);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    session_expect(s.found.text, "Satu.");
    session_end(&s, JOURNAL_END_KEPT);
}

static void large_journal_starts_anew_when_saved(void **state) {
    struct journal_desk *p = *state;
    struct session s;
    struct str page = {0};
    for (int i = 0; i < 4096; i++)
        str_append_text(&page, "Dinas Perikanan menyalurkan bibit lele kepada kelompok tani.\n");
    journal_session_open(&s, p);
    for (int i = 0; i < 12; i++) {
        session_edit(&s, 0, 0, str_slice(&page));
        journal_step(s.journal);
        session_edit(&s, 0, page.len, SLICE(""));
    }
    session_edit(&s, 0, 0, SLICE("Selesai."));
    session_save(&s, p);
    struct str path = desk_journal(p, "");
    struct stat st;
    stat(str_text(&path), &st);
    assert_true(st.st_size >= 1 && st.st_size <= 4096);
    session_edit(&s, 8, 0, SLICE(" Sudah."));
    session_end(&s, JOURNAL_END_KEPT);
    journal_session_open(&s, p);
    session_expect(s.found.text, "Selesai. Sudah.");
    session_end(&s, JOURNAL_END_KEPT);
    str_free(&path);
    str_free(&page);
}

int main(void) {
#define T(f) cmocka_unit_test_setup_teardown(f, desk_make, desk_remove)
    const struct CMUnitTest tests[] = {
        T(untouched_draft_leaves_nothing),
        T(cut_session_is_restored),
        T(typing_is_written_and_flushed_in_time),
        T(changed_file_is_told),
        T(saved_then_changed_is_no_loss),
        T(save_that_was_not_noted_is_no_loss),
        T(next_session_can_undo),
        T(dropped_work_is_put_aside),
        T(save_as_takes_the_journal_along),
        T(removed_journal_is_written_anew),
        T(removed_journal_is_written_anew_at_the_end),
        T(large_journal_starts_anew_when_saved),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
