/* Title and description are read like prose: where a finding stands, and which suggestions YAML would bear.
 */
#include "spelling.h"

static void spelling_of_title_and_description(void **state) {
    static const struct spelling_case cases[] = {
        {"---\ntitle: Resiko Banjir di Daerah\n---\n\nIsi.\n", "Resiko", "Risiko"},
        {"---\ntitle: \"Resiko Banjir di Daerah\"\n---\n\nIsi.\n", "Resiko", "Risiko"},
        {"---\ntitle: 'Resiko Banjir di Daerah'\n---\n\nIsi.\n", "Resiko", "Risiko"},
        {"---\ndescription: >\n  Warga menanggung\n  resiko banjir.\ndate: 2026-11-01\n---\n\nIsi.\n",
         "resiko", "risiko"},
        {"---\nauthor: Resiko\ntags: [resiko]\n---\n\nIsi.\n", NULL, NULL},
        {"---\ntitle: \"Resiko \\\"Banjir\\\" di Daerah\"\n---\n\nIsi.\n", NULL, NULL},
        {"---\ntitle:\n---\n\nIsi.\n", NULL, NULL},
        {"---\ntitle: >\n---\n\nIsi.\n", NULL, NULL},
        {"---\ntitle: >", NULL, NULL},
    };
    bench_cases(*state, RULE_SPELLING_NONSTANDARD, cases, sizeof cases / sizeof *cases);
}

static void whole_draft_rules_read_them(void **state) {
    static const struct spelling_case cases[] = {
        {"---\ndescription: Warga mengkuti kegiatan itu.\n---\n\nIsi.\n", "mengkuti", "mengikuti"},
    };
    bench_cases(*state, RULE_SPELLING_UNKNOWN, cases, sizeof cases / sizeof *cases);
}

static void suggestions_that_break_the_yaml_are_not_made(void **state) {
    static const struct spelling_case cases[] = {
        {"---\ntitle: 'Jadwal Rapat:Senin Pagi'\n---\n\nIsi.\n", "Rapat:Senin", "Rapat: Senin"},
        {"---\ntitle: Jadwal Rapat:Senin Pagi\n---\n\nIsi.\n", "Rapat:Senin", ""},
    };
    struct str wrong = {0}, right = {0};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        assert_int_equal(bench_check(*state, cases[i].text, RULE_TYPOGRAPHY_SPACE, &wrong, &right), 1);
        assert_string_equal(str_text(&wrong), cases[i].wrong);
        assert_string_equal(str_text(&right), cases[i].right);
    }
    str_free(&wrong);
    str_free(&right);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spelling_of_title_and_description),
        cmocka_unit_test(whole_draft_rules_read_them),
        cmocka_unit_test(suggestions_that_break_the_yaml_are_not_made),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
