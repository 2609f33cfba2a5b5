/* draft/version: what was set aside is found again. */
#include "draft/version.h"
#include "journal_session.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include <cmocka.h>

static void drop(const struct journal_desk *p, const char *words) {
    struct session s;
    journal_session_open(&s, p);
    session_edit(&s, 0, 0, slice_of(words));
    session_end(&s, JOURNAL_END_DROPPED);
    usleep(2000); /* one a millisecond */
}

static void the_newest_asides_are_kept(void **state) {
    struct journal_desk *p = *state;
    struct versions versions;
    char words[40];
    desk_write(p->draft, SLICE("Berkas.\n"));
    for (int i = 0; i < ASIDE_MAX + 3; i++) {
        snprintf(words, sizeof words, "Tulisan %d. ", i);
        drop(p, words);
    }
    versions_list(&versions, p->draft);
    assert_int_equal(versions.list.count, ASIDE_MAX);
    for (int i = 0; i < ASIDE_MAX; i++) {
        struct version *version = &versions.list.items[i];
        struct text *text = version_text(version, SLICE(""), NULL);
        assert_true(version->aside);
        snprintf(words, sizeof words, "Tulisan %d. Berkas.\n", ASIDE_MAX + 2 - i);
        assert_non_null(text);
        session_expect(text, words);
        text_free(text);
    }
    versions_free(&versions);
}

/* Another draft in the same folder has its own. */
static void drafts_are_kept_apart(void **state) {
    struct journal_desk *p = *state, other = *p;
    struct versions versions;
    snprintf(other.draft, sizeof other.draft, "%s/lain.md", p->folder);
    drop(p, "Satu.");
    drop(&other, "Dua.");
    desk_expect_aside(p, "Satu.");
    desk_expect_aside(&other, "Dua.");
    versions_list(&versions, p->draft);
    assert_int_equal(versions.list.count, 1);
    versions_free(&versions);
}

static void draft_without_a_name_has_its_asides(void **state) {
    struct journal_desk *p = *state, unnamed = {.draft = ""};
    struct journal_found found;
    struct text *text = text_new();
    struct edit edit = {0, SLICE(""), SLICE("Tanpa nama.")};
    struct journal *journal = journal_open(NULL, NULL, &(struct file_identity){0}, text, true, &found, NULL);
    text_apply(text, &edit);
    journal_edit(journal, &edit, JOURNAL_EDIT, 0);
    journal_close(journal, JOURNAL_END_DROPPED);
    desk_expect_aside(&unnamed, "Tanpa nama.");
    struct versions versions;
    versions_list(&versions, p->draft);
    assert_int_equal(versions.list.count, 0);
    versions_free(&versions);
    text_free(text);
}

static void what_cannot_be_read_is_said(void **state) {
    struct journal_desk *p = *state;
    struct error e = {.lang = LANG_EN};
    struct versions versions;
    drop(p, "Satu.");
    versions_list(&versions, p->draft);
    assert_int_equal(truncate(versions.list.items[0].path, 20), 0);
    assert_null(version_text(&versions.list.items[0], SLICE(""), &e));
    assert_non_null(strstr(str_text(&e.text), "no longer be read"));
    versions_free(&versions);
    error_free(&e);
}

/* Names that others might put there. */
static void other_files_are_no_versions(void **state) {
    struct journal_desk *p = *state;
    struct versions versions = {0};
    static const char *const names[] = {"12.tmp", "a12",  "x.aside", "x..aside",
                                        ".12",    "path", "12.34",   "1234567890123456"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[128];
        snprintf(path, sizeof path, "%s/%s", p->folder, names[i]);
        desk_write(path, SLICE("x"));
    }
    versions_find(&versions, p->folder, "*");
    assert_int_equal(versions.list.count, 0);
    versions_free(&versions);
}

int main(void) {
#define T(f) cmocka_unit_test_setup_teardown(f, desk_make, desk_remove)
    const struct CMUnitTest tests[] = {
        T(the_newest_asides_are_kept),          T(drafts_are_kept_apart),
        T(draft_without_a_name_has_its_asides), T(what_cannot_be_read_is_said),
        T(other_files_are_no_versions),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
