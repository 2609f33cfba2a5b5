#include "check/checker.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* The names of the rules found in a draft, in order, joined by spaces. */
static void check(const char *content, const struct settings *settings, struct str *out) {
    struct text *text = text_with(slice_of(content));
    struct language *language = language_new("dictionaries", LANG_ID);
    struct rule_set rules;
    rule_set_default(&rules, NULL);
    for (size_t i = 0; i < RULE_COUNT; i++) /* what these tests speak of, whatever rules come */
        rules.enabled[i] = i == RULE_SPELLING_REPEATED || i == RULE_SPELLING_PREPOSITION ||
                           i == RULE_DIRECTIVE_UNKNOWN || i == RULE_DIRECTIVE_UNUSED;
    if (settings) assert_true(rule_set_apply(&rules, settings, NULL));
    struct checker *checker = checker_new(language, LANG_ID, rules.enabled);
    checker_rules(checker, &rules);
    checker_attach(checker, text);
    assert_true(checker_run(checker, 0, NULL, NULL));
    const struct findings *findings = checker_findings(checker);
    str_clear(out);
    for (size_t i = 0; i < findings->list.count; i++)
        str_printf(out, "%s%s", i ? " " : "", rule_get(findings->list.items[i].rule)->name);
    checker_free(checker);
    language_free(language);
    text_free(text);
}

struct row {
    const char *draft, *rules;
};

static void check_rows(const struct row *rows, size_t count) {
    struct str out = {0};
    for (size_t i = 0; i < count; i++) {
        check(rows[i].draft, NULL, &out);
        if (strcmp(str_text(&out), rows[i].rules) != 0) print_error("%s\n", rows[i].draft);
        assert_string_equal(str_text(&out), rows[i].rules);
    }
    str_free(&out);
}

static void directives_silence_what_they_name_where_they_stand(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"Rapat itu itu di bahas.\n", "spelling.repeated spelling.preposition"},
        {"<!-- sunting: off spelling.repeated -->\n\nRapat itu itu di bahas.\n", "spelling.preposition"},
        {"<!-- sunting: off spelling: satu alasan -->\n\nRapat itu itu di bahas.\n", ""},
        {"<!-- sunting: off spelling.repeated, spelling.preposition -->\n\nRapat itu itu di bahas.\n", ""},
        {"<!-- sunting: off spelling -->\n\nAda satu satu.\n\n<!-- sunting: on -->\n\nAda dua dua.\n",
         "spelling.repeated"},
        {"<!-- sunting: off spelling -->\n\nAda satu satu.\n\n<!-- sunting: on spelling.repeated -->\n\n"
         "Rapat itu itu di bahas.\n",
         "spelling.repeated"},
        {"<!-- sunting: ignore spelling -->\nAda satu satu.\n\nAda dua dua.\n", "spelling.repeated"},
        {"Ada satu satu. <!-- sunting: ignore spelling: alasan -->\n\nAda dua dua.\n", "spelling.repeated"},
        {"Ada satu satu.\n<!-- sunting: ignore spelling -->\n\nAda dua dua.\n", "spelling.repeated"},
        {"Rapat itu itu dan satu satu. <!-- sunting: ignore spelling \"Itu itu\": lirik -->\n",
         "spelling.repeated"},
        {"<!-- sunting: ignore spelling.repeated “satu satu” -->\n\nAda satu satu di bahas.\n",
         "spelling.preposition"},
        {"Ada satu satu <!-- sunting: off spelling -->dua dua.\n", "spelling.repeated"},
        {"---\ntitle: A\nsunting: {except: [spelling]}\n---\n\nAda satu satu.\n", ""},
        {"---\ntitle: A\nsunting:\n  except: spelling.preposition\n---\n\nRapat itu itu di bahas.\n",
         "spelling.repeated"},
        {"<!-- bukan sunting: off spelling -->\n\nAda satu satu.\n", "spelling.repeated"},
        {"```\n<!-- sunting: off spelling -->\n```\n\nAda satu satu.\n", "spelling.repeated"},
    };
    check_rows(rows, sizeof rows / sizeof *rows);
}

static void directives_that_do_nothing_are_found(void **state) {
    (void)state;
    static const struct row rows[] = {
        {"<!-- sunting: off spelling.repeated -->\n\nSatu.\n", "directive.unused"},
        {"<!-- sunting: ignore spelling.repeated -->\nSatu.\n\nAda dua dua.\n",
         "directive.unused spelling.repeated"},
        {"Ada satu satu. <!-- sunting: ignore spelling.repeated \"dua dua\" -->\n",
         "spelling.repeated directive.unused"},
        {"Ada satu satu. <!-- sunting: ignore spelling.repeated \"satu\" -->\n",
         "spelling.repeated directive.unused"},
        {"<!-- sunting: on -->\n", "directive.unused"},
        {"<!-- sunting: off ejaan -->\n", "directive.unknown"},
        {"<!-- sunting: off -->\n", "directive.unknown"},
        {"<!-- sunting: mati spelling -->\n", "directive.unknown"},
        {"---\ntitle: A\nsunting: {except: [ejaan]}\n---\n", "directive.unknown"},
        /* a rule that is off was not looked for: nobody knows whether the directive does something */
        {"<!-- sunting: off spelling.nonstandard -->\n\nSatu.\n", ""},
    };
    check_rows(rows, sizeof rows / sizeof *rows);
}

static void settings_choose_rules(void **state) {
    (void)state;
    static const char draft[] = "Rapat itu itu di bahas.\n";
    static const struct {
        const char *user, *house, *rules;
    } rows[] = {
        {"except: spelling.repeated", "", "spelling.preposition"},
        {"except: [spelling.repeated, spelling.preposition]", "", ""},
        {"except: [spelling]", "also: [spelling.repeated]", "spelling.repeated"},
        {"except: [spelling.repeated]", "only: [spelling.repeated]", "spelling.repeated"},
        {"", "# nothing but a comment\n", "spelling.repeated spelling.preposition"},
    };
    struct str out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct settings settings = {0};
        assert_true(settings_parse(&settings, SETTINGS_USER, slice_of(rows[i].user), "u", NULL));
        assert_true(settings_parse(&settings, SETTINGS_HOUSE, slice_of(rows[i].house), "h", NULL));
        check(draft, &settings, &out);
        assert_string_equal(str_text(&out), rows[i].rules);
        settings_free(&settings);
    }
    str_free(&out);
}

static void severities_are_those_of_the_settings(void **state) {
    (void)state;
    struct settings settings = {0};
    struct rule_set rules;
    assert_true(settings_parse(&settings, SETTINGS_HOUSE,
                               SLICE("severity: {spelling: error, spelling.repeated: hint}"), "h", NULL));
    rule_set_default(&rules, NULL);
    assert_true(rule_set_apply(&rules, &settings, NULL));
    assert_int_equal(rules.severity[RULE_SPELLING_PREPOSITION], SEVERITY_ERROR);
    assert_int_equal(rules.severity[RULE_SPELLING_REPEATED], SEVERITY_HINT);
    settings_free(&settings);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(directives_silence_what_they_name_where_they_stand),
        cmocka_unit_test(directives_that_do_nothing_are_found),
        cmocka_unit_test(settings_choose_rules),
        cmocka_unit_test(severities_are_those_of_the_settings),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
