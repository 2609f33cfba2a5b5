/* The results of a class, and who came to it and did nothing. */
#include "program.h"
#include "training/score.h"
#include "training/score_page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>

#include <cmocka.h>

/* As a session of the class leaves it. */
static void make_live(const char *folder, const char *bytes) {
    static const char *const parts[] = {".local", ".local/state", ".local/state/sunting"};
    struct str path = {0};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        str_clear(&path);
        str_printf(&path, "%s/%s", folder, parts[i]);
        mkdir(str_text(&path), 0700);
    }
    str_append_text(&path, "/");
    file_make(str_text(&path), "live", slice_of(bytes));
    str_free(&path);
}

static bool holds(const struct str *out, const char *text) {
    return slice_find(str_slice(out), slice_of(text), 0) != SIZE_MAX;
}

static void who_only_came_is_in_the_attendance(void **state) {
    struct score score = {0};
    struct str page = {0};
    char *folder = folder_make();
    (void)state;
    make_live(folder, "{\"name\":\"Wati <Sari>\",\"office\":\"Dinas Sosial\",\"since\":1795744800,"
                      "\"seen\":1795752000}");
    score_add_presence(&score, folder);
    score_add_presence(&score, "/nonexistent");
    score_make(&score);
    assert_int_equal(score.people.count, 1);
    assert_int_equal(score.people.items[0].in, 1795744800);
    assert_int_equal(score.people.items[0].out, 1795752000);
    assert_int_equal(score.offices.items[0].people, 1);
    score_append_html(&score, LANG_ID, &page);
    assert_true(holds(&page, "Daftar hadir"));
    assert_true(holds(&page, "Wati &lt;Sari&gt;"));
    assert_false(holds(&page, "class=sheet><h2>")); /* there is nothing to watch for */
    str_free(&page);
    score_free(&score);
    folder_remove(folder);
}

/* A participant's own file names the rules, so they are text from outside. */
static void rules_are_told_in_words(void **state) {
    (void)state;
    struct str out = {0};
    page_rule(&out, "attribution.vague", LANG_ID);
    assert_true(holds(&out, "Sumber yang tidak dapat diperiksa"));
    assert_true(holds(&out, "(attribution.vague)"));
    str_clear(&out);
    page_rule(&out, "house.<b>", LANG_ID);
    assert_string_equal(str_text(&out), "house.&lt;b&gt;");
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(who_only_came_is_in_the_attendance),
                                       cmocka_unit_test(rules_are_told_in_words)};
    return cmocka_run_group_tests_name("score", tests, NULL, NULL);
}
