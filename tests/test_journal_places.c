/* draft/journal/places.c, journal_left.c: where journals lie, and which of them are told. */
#include "journal_session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <unistd.h>

#include <cmocka.h>

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
        T(without_state_folder_it_lies_beside_the_draft), T(journal_finds_another_place),
        T(work_is_listed_wherever_its_draft_is), T(what_is_held_or_saved_is_not_listed)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
