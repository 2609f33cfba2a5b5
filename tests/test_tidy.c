/* draft/tidy: what is old goes, and never what is unsaved. */
#include "base/paths.h"
#include "draft/journal/owner.h"
#include "draft/save.h"
#include "draft/tidy.h"
#include "draft/version.h"
#include "journal_session.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const int64_t DAY_MS = (int64_t)24 * 3600 * 1000;

/* So many days from now, and on the days after, until what is old has been seen often enough. */
static void tidy_after(int days) {
    for (int i = 0; i < TIDY_SEEN; i++)
        tidy_state(moment_now() + (days + i) * DAY_MS);
}

static void edit_once(const struct journal_desk *p, enum journal_end end, bool save) {
    struct session s;
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu. "));
    if (save) session_save(&s, p);
    session_end(&s, end);
}

static void old_history_goes(void **state) {
    struct journal_desk *p = *state;
    edit_once(p, JOURNAL_END_SAVED, true);
    assert_true(desk_has_journal(p, ""));
    tidy_after(TIDY_DAYS - 1);
    assert_true(desk_has_journal(p, ""));
    tidy_after(TIDY_DAYS + 1);
    assert_false(desk_has_journal(p, ""));
}

/* Written, erased again and closed: nothing is unsaved. */
static void journal_that_comes_to_nothing_goes(void **state) {
    struct journal_desk *p = *state;
    struct session s;
    desk_write(p->draft, SLICE("Berkas.\n"));
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Satu. "));
    session_edit(&s, 0, 6, SLICE(""));
    session_end(&s, JOURNAL_END_KEPT);
    tidy_after(TIDY_DAYS + 1);
    assert_false(desk_has_journal(p, ""));
}

static void unsaved_work_stays(void **state) {
    struct journal_desk *p = *state;
    edit_once(p, JOURNAL_END_KEPT, false);
    unlink(p->draft);
    tidy_after(100 * TIDY_DAYS);
    struct session s;
    journal_session_open(&s, p);
    assert_int_equal(s.found.state, JOURNAL_UNSAVED);
    session_expect(s.found.text, "Satu. ");
    session_end(&s, JOURNAL_END_KEPT);
}

/* Cut in the first record, or not a journal at all: who knows what it held. */
static void what_cannot_be_read_stays(void **state) {
    struct journal_desk *p = *state;
    edit_once(p, JOURNAL_END_SAVED, true);
    struct str path = desk_journal(p, "");
    desk_write(str_text(&path), SLICE("SUNTJNL1 rusak"));
    tidy_after(2 * TIDY_DAYS);
    assert_true(desk_has_journal(p, ""));
    str_free(&path);
}

static void open_journal_stays(void **state) {
    struct journal_desk *p = *state;
    struct session s;
    desk_write(p->draft, SLICE("Berkas.\n"));
    journal_session_open(&s, p);
    tidy_after(2 * TIDY_DAYS);
    assert_true(desk_has_journal(p, ""));
    session_end(&s, JOURNAL_END_SAVED);
}

static size_t count_versions(const struct journal_desk *p) {
    struct versions versions;
    versions_list(&versions, p->draft);
    size_t count = versions.list.count;
    versions_free(&versions);
    return count;
}

/* The journal may be old; it was set aside today. */
static void work_set_aside_stays_as_long(void **state) {
    struct journal_desk *p = *state;
    edit_once(p, JOURNAL_END_KEPT, false);
    struct str path = desk_journal(p, "");
    struct timespec old[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    assert_int_equal(utimensat(AT_FDCWD, str_text(&path), old, 0), 0);
    assert_true(version_put_aside(str_text(&path)));
    tidy_after(TIDY_DAYS - 1);
    assert_int_equal(count_versions(p), 1);
    tidy_after(TIDY_DAYS + 1);
    assert_int_equal(count_versions(p), 0);
    str_free(&path);
}

/* Years ahead for a day or two, or years after when it was set aside. */
static void wrong_clock_costs_nothing(void **state) {
    struct journal_desk *p = *state;
    struct str path = desk_journal(p, ""), old = {0};
    edit_once(p, JOURNAL_END_DROPPED, false);
    edit_once(p, JOURNAL_END_KEPT, false);
    str_printf(&old, "%s.1000.aside", str_text(&path));
    assert_int_equal(rename(str_text(&path), str_text(&old)), 0);
    for (int day = 0; day < TIDY_SEEN - 1; day++)
        for (int session = 0; session < 3; session++)
            tidy_state(moment_now() + (20 * TIDY_DAYS + day) * DAY_MS);
    assert_int_equal(count_versions(p), 2);
    tidy_after(0);
    assert_int_equal(count_versions(p), 1); /* the one of 1970, after a week in which somebody could ask */
    str_free(&path);
    str_free(&old);
}

/* What is set aside now is the newest, whatever the clock said before: it is not the one to go. */
static void wrong_clock_lets_the_newest_stay(void **state) {
    struct journal_desk *p = *state;
    struct str path = desk_journal(p, "");
    for (int i = 0; i < ASIDE_MAX; i++) {
        struct str old = {0};
        edit_once(p, JOURNAL_END_KEPT, false);
        str_printf(&old, "%s.%lld.aside", str_text(&path), 4000000000000LL + i); /* the year 2096 */
        assert_int_equal(rename(str_text(&path), str_text(&old)), 0);
        str_free(&old);
    }
    struct session s;
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, SLICE("Hari ini."));
    session_end(&s, JOURNAL_END_DROPPED);
    desk_expect_aside(p, "Hari ini.");
    assert_int_equal(count_versions(p), ASIDE_MAX);
    str_free(&path);
}

static bool backups_are_kept(const struct journal_desk *p) {
    char command[160];
    snprintf(command, sizeof command, "test -n \"$(ls %s/sunting/backup)\"", p->folder);
    return system(command) == 0;
}

static void save_with(const struct journal_desk *p, struct slice inserted) {
    struct draft *draft = draft_load(p->draft, DRAFT_LIMIT, NULL);
    text_apply(draft->text, &(struct edit){.inserted = inserted});
    assert_int_equal(draft_save(draft, &(struct save_options){.backups = 5}, NULL), REPLACED);
    draft_free(draft);
}

static void backups_go_with_their_draft(void **state) {
    struct journal_desk *p = *state;
    desk_write(p->draft, SLICE("Satu.\n"));
    save_with(p, SLICE("Dua. "));
    tidy_after(10 * TIDY_DAYS);
    assert_int_equal(count_versions(p), 1);
    unlink(p->draft);
    tidy_after(TIDY_DAYS - 1);
    assert_true(backups_are_kept(p));
    tidy_after(TIDY_DAYS + 1);
    assert_false(backups_are_kept(p));
}

/* The note of whose copies they are never reached the disk: then nobody knows that the draft is gone. The
 * next save writes it again. */
static void backups_of_nobody_stay(void **state) {
    struct journal_desk *p = *state;
    char command[160], away[sizeof p->folder + 8];
    snprintf(away, sizeof away, "%s/jauh.md", p->folder);
    desk_write(p->draft, SLICE("Satu.\n"));
    save_with(p, SLICE("Dua. "));
    snprintf(command, sizeof command, "for f in %s/sunting/backup/*/path; do : > $f; done", p->folder);
    assert_int_equal(system(command), 0);
    assert_int_equal(rename(p->draft, away), 0);
    tidy_after(TIDY_DAYS + 1);
    assert_true(backups_are_kept(p));
    assert_int_equal(rename(away, p->draft), 0);
    save_with(p, SLICE("Tiga. "));
    unlink(p->draft);
    tidy_after(TIDY_DAYS + 1);
    assert_false(backups_are_kept(p));
}

static void rescue_copy_stays(void **state) {
    struct journal_desk *p = *state;
    struct str path = {0};
    draft_rescue_find(p->draft, &path);
    char *file = slice_copy(str_slice(&path));
    path_make_folders(file);
    desk_write(file, SLICE("Utuh.\n"));
    free(file);
    tidy_after(100 * TIDY_DAYS);
    assert_true(draft_rescue_find(p->draft, &path));
    str_free(&path);
}

int main(void) {
#define T(f) cmocka_unit_test_setup_teardown(f, desk_make, desk_remove)
    const struct CMUnitTest tests[] = {
        T(old_history_goes),
        T(journal_that_comes_to_nothing_goes),
        T(unsaved_work_stays),
        T(what_cannot_be_read_stays),
        T(open_journal_stays),
        T(work_set_aside_stays_as_long),
        T(wrong_clock_costs_nothing),
        T(wrong_clock_lets_the_newest_stay),
        T(backups_go_with_their_draft),
        T(backups_of_nobody_stay),
        T(rescue_copy_stays),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
