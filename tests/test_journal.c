/* draft/journal: what the next session finds. */
#include "journal_session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
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

static void without_state_folder_it_lies_beside_the_draft(void **state) {
    struct journal_desk *p = *state;
    struct session s;
    setenv("XDG_STATE_HOME", "/proc/nowhere", 1);
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu."));
    session_end(&s, JOURNAL_END_KEPT);
    struct str path = desk_journal(p, "");
    assert_true(slice_starts(str_slice(&path), slice_of(p->folder)));
    str_free(&path);
    journal_session_open(&s, p);
    session_expect(s.found.text, "Satu.");
    session_end(&s, JOURNAL_END_KEPT);
}

static void at_state(const struct journal_desk *p, const char *name, char *path, size_t size) {
    snprintf(path, size, "%s/sunting%s", p->folder, name);
}

/* Its folder is removed: it is made again. Nothing can be made there: it goes beside the draft, and the next
 * session finds the newer of the two. */
static void journal_finds_another_place(void **state) {
    struct journal_desk *p = *state;
    struct session s;
    char sunting[128], away[128], command[300];
    at_state(p, "", sunting, sizeof sunting);
    at_state(p, "-lama", away, sizeof away);
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu."));
    session_pass(&s, 3000);
    snprintf(command, sizeof command, "rm -rf %s", sunting);
    assert_int_equal(system(command), 0);
    session_edit(&s, 5, 0, SLICE(" Dua."));
    session_pass(&s, 3000);
    session_pass(&s, 3000);
    assert_true(desk_has_journal(p, ""));

    assert_int_equal(rename(sunting, away), 0);
    desk_write(sunting, SLICE("bukan folder"));
    session_edit(&s, 10, 0, SLICE(" Tiga."));
    for (int i = 0; i < 5; i++)
        session_pass(&s, 3000);
    assert_false(journal_is_failing(s.journal));
    session_end(&s, JOURNAL_END_KEPT);
    struct str path = desk_journal(p, "");
    assert_true(slice_starts(str_slice(&path), slice_of(p->folder)));
    assert_true(desk_has_journal(p, ""));
    assert_int_equal(unlink(sunting), 0);
    assert_int_equal(rename(away, sunting), 0);

    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    session_expect(s.found.text, "Satu. Dua. Tiga.");
    session_restore(&s);
    session_save(&s, p);
    session_end(&s, JOURNAL_END_SAVED);
    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_FRESH);
    session_end(&s, JOURNAL_END_SAVED);
    str_free(&path);
}

/* The draft's folder is removed, or a link leads elsewhere now: the work is listed all the same. */
static void work_is_listed_wherever_its_draft_is(void **state) {
    struct journal_desk *p = *state, other = *p, link = *p;
    struct session s;
    struct journals_left left;
    char folder[80], command[200];
    snprintf(folder, sizeof folder, "%s/hilang", p->folder);
    assert_int_equal(mkdir(folder, 0700), 0);
    snprintf(other.draft, sizeof other.draft, "%s/a.md", folder);
    journal_session_open(&s, &other);
    session_edit(&s, 0, 0, SLICE("Dua kata"));
    session_end(&s, JOURNAL_END_KEPT);
    snprintf(command, sizeof command, "rm -rf %s", folder);
    assert_int_equal(system(command), 0);

    desk_write(p->draft, SLICE("Satu.\n"));
    snprintf(link.draft, sizeof link.draft, "%s/tautan.md", p->folder);
    assert_int_equal(symlink(p->draft, link.draft), 0);
    journal_session_open(&s, &link);
    session_edit(&s, 0, 0, SLICE("Tiga kata ini "));
    session_end(&s, JOURNAL_END_KEPT);
    assert_int_equal(unlink(link.draft), 0);
    assert_int_equal(symlink("/dev/null", link.draft), 0);

    journals_left(&left);
    assert_int_equal(left.list.count, 2);
    for (size_t i = 0; i < left.list.count; i++) {
        const struct journal_left *one = &left.list.items[i];
        struct journal_found found;
        struct text *text = text_new();
        struct journal *journal =
            journal_open(one->path, one->journal, &(struct file_identity){0}, text, true, &found, NULL);
        assert_int_equal(found.state, JOURNAL_UNSAVED);
        assert_int_equal(text_words(found.text), one->words);
        journal_close(journal, JOURNAL_END_KEPT);
        journal_found_free(&found);
        text_free(text);
    }
    journals_left_free(&left);
}

/* One that a session holds is not listed, nor one whose work is saved. */
static void what_is_held_or_saved_is_not_listed(void **state) {
    struct journal_desk *p = *state, other = *p;
    struct session s, t;
    struct journals_left left;
    snprintf(other.draft, sizeof other.draft, "%s/lain.md", p->folder);
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Sedang ditulis."));
    session_pass(&s, 3000);
    journal_session_open(&t, &other);
    session_edit(&t, 0, 0, SLICE("Tersimpan."));
    session_save(&t, &other);
    session_end(&t, JOURNAL_END_KEPT);
    journals_left(&left);
    assert_int_equal(left.list.count, 0);
    journals_left_free(&left);
    session_end(&s, JOURNAL_END_KEPT);
    journals_left(&left);
    assert_int_equal(left.list.count, 1);
    assert_string_equal(left.list.items[0].path, p->draft);
    journals_left_free(&left);
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
        T(without_state_folder_it_lies_beside_the_draft),
        T(journal_finds_another_place),
        T(work_is_listed_wherever_its_draft_is),
        T(what_is_held_or_saved_is_not_listed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
