/* dictionaries/rules and the patterns of a house style: every example is run, every mistake has its sentence.
 */
#include "check/checker.h"
#include "check/fix_all.h"
#include "check/rule_try.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct language *language;

static void examples_are_true(void **state) {
    (void)state;
    struct rule_book *book = rule_book_new(language, "dictionaries");
    assert_string_equal(language_problem(language), "");
    assert_string_equal(rule_book_left_out(book), "");
    struct rule_tried tried = {0};
    for (size_t id = 0; rule_book_rule(book, id); id++)
        rule_try(&tried, book, language, LANG_EN, id);
    assert_string_equal(str_text(&tried.told), "");
    assert_true(tried.rules > 0 && tried.examples >= 2 * tried.rules);
    str_free(&tried.told);
    rule_book_free(book);
}

/* An example that is not true is told, with its line. */
static void untrue_examples_are_told(void **state) {
    (void)state;
    static const char yaml[] = "rule: style.trial\n"
                               "about: uji\n"
                               "replace:\n"
                               "  dalam rangka: untuk\n"
                               "wrong:\n"
                               "  - Rapat <<dalam rangka -> guna>> evaluasi.\n"
                               "  - Rapat <<sehubungan dengan>> evaluasi.\n"
                               "  - Rapat tanpa tanda.\n"
                               "right:\n"
                               "  - Rapat dalam rangka evaluasi.\n";
    struct rule_book *book = rule_book_new(language, NULL);
    struct error e = {.lang = LANG_EN};
    assert_true(rule_book_add_file(book, slice_of(yaml), "uji.yaml", &e));
    struct rule_tried tried = {0};
    rule_try(&tried, book, language, LANG_EN, RULE_BUILTIN);
    assert_int_equal(tried.failed, 4);
    static const char *const told[] = {"uji.yaml, line 6: the fix is \"untuk\", not \"guna\"",
                                       "uji.yaml, line 7: \"sehubungan dengan\" is not found",
                                       "uji.yaml, line 8: an example of \"wrong\" without",
                                       "uji.yaml, line 10: found \"dalam rangka\", which is not marked"};
    for (size_t i = 0; i < 4; i++)
        if (!strstr(str_text(&tried.told), told[i])) fail_msg("%s\n%s", told[i], str_text(&tried.told));
    str_free(&tried.told);
    error_free(&e);
    rule_book_free(book);
}

/* Wrong and right, of one sentence where an example says what becomes of it. */
static void what_is_shown_is_mended(void **state) {
    (void)state;
    static const struct {
        const char *wrong, *shown, *right;
    } cases[] = {
        {"[Rapat <<kata>>., <<Kata -> Kita>> dan <<kata -> kita>> pulang.]", "Kata dan kata pulang.",
         "Kita dan kita pulang."},
        {"[<<Kata -> Kita>> dan <<kata>> pulang., Rapat <<kata>>.]", "Kata dan kata pulang.", "Rapat."}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str yaml = {0};
        struct error e = {.lang = LANG_EN};
        struct rule_book *book = rule_book_new(language, NULL);
        str_printf(&yaml, "rule: style.trial\nabout: uji\nmatch: kata\nwrong: %s\nright: Rapat.\n",
                   cases[i].wrong);
        assert_true(rule_book_add_file(book, str_slice(&yaml), "uji.yaml", &e));
        const struct rule *rule = rule_book_rule(book, RULE_BUILTIN);
        assert_string_equal(rule_text(rule, RULE_WRONG, LANG_ID), cases[i].shown);
        assert_string_equal(rule_text(rule, RULE_RIGHT, LANG_EN), cases[i].right);
        rule_book_free(book);
        str_free(&yaml);
        error_free(&e);
    }
}

static void mistakes_have_their_line(void **state) {
    (void)state;
    static const struct {
        const char *yaml, *said;
    } cases[] = {
        {"about: x\n", "h.yaml, line 1: a rule file begins with"},
        {"rule: A B\n", "h.yaml, line 1: \"A B\" is no name of a rule"},
        {"rule: style.x\nabout: x\nmatch: kata\nwrong: <<kata>>\n",
         "line 1: the rule \"style.x\" needs an example"},
        {"rule: style.x\nabout: x\ncocok: kata\n", "line 3: the key \"cocok\" is not known here"},
        {"rule: style.x\nabout:\n  jv: x\n", "line 3: the key \"jv\""},
        {"rule: style.x\nabout: x\nseverity: berat\n", "line 3: write \"rule: severity\""},
        {"rule: style.x\nabout: x\non: mungkin\n", "line 3: \"on\" is yes or no"},
        {"rule: style.x\nabout: x\nmore-than: banyak\n", "line 3: \"more-than\" is a number"},
        {"rule: style.x\nabout: x\nrank: 10\n", "line 3: \"rank\" is 9 at most"},
        {"rule: style.x\nabout: x\nmatch: (kata\nwrong: <<kata>>\nright: x\n",
         "line 3, pattern \"(kata\": before place 6 a \")\" is missing"},
        {"rule: style.x\nabout: x\npatterns:\n  - becomes: a\nwrong: <<kata>>\nright: x\n",
         "line 4: this pattern has no \"match\""},
        {"rule: style.x\nabout: x\nmatch: (kata) [itu]\nbecomes: ini | $1 $2\nwrong: kata <<itu>>\nright: x\n",
         "line 3: the fix \"$1 $2\" uses $2, but its pattern has not that many groups"},
        {"rule: style.x\nmatch: kata\nwrong: <<kata>>\nright: x\n", "needs a \"message\" or \"about\""},
        {"rule: attribution.vague\nabout: x\nmatch: kata\nwrong: [\n", "h.yaml"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct rule_book *book = rule_book_new(language, NULL);
        struct error e = {.lang = LANG_EN};
        assert_false(rule_book_add_file(book, slice_of(cases[i].yaml), "h.yaml", &e));
        if (!strstr(str_text(&e.text), cases[i].said)) fail_msg("%s\n%s", cases[i].yaml, str_text(&e.text));
        assert_null(rule_book_rule(book, RULE_BUILTIN));
        error_free(&e);
        rule_book_free(book);
    }
}

static const char house[] =
    "only: [house]\n"
    "limits: {house.yang: 2}\n"
    "patterns:\n"
    "  bupati:\n"
    "    match: (pak|bapak) [bupati]\n"
    "    message: Tulis jabatannya saja.\n"
    "    severity: error\n"
    "    wrong: Kata pak <<bupati>> kemarin.\n"
    "    right: Kata bupati kemarin.\n"
    "  istilah:\n"
    "    message: {id: 'Pakai {fix}.', en: 'Use {fix}.'}\n"
    "    patterns:\n"
    "      - match: warga (negara)?\n"
    "        becomes: penduduk $1 | orang\n"
    "        except: warga negara asing\n"
    "      - match: masyarakat\n"
    "        becomes: warga\n"
    "    wrong: [<<Warga negara -> Penduduk negara>> pulang., <<masyarakat -> warga>> pulang.]\n"
    "    right: Warga negara asing pulang.\n"
    "  yang:\n"
    "    match: yang\n"
    "    within: sentence\n"
    "    more-than: 3\n"
    "    message: '{count} kali, lebih dari {limit}.'\n"
    "    wrong: <<yang yang yang yang x>>\n"
    "    right: yang yang x\n";

static void check_house(struct rule_book *book, const char *draft, struct str *got) {
    struct settings settings = {0};
    struct rule_set set;
    rule_set_default(&set, book);
    assert_true(settings_parse(&settings, SETTINGS_HOUSE, slice_of(house), "h.yaml", NULL));
    assert_true(rule_set_apply(&set, &settings, NULL));
    struct text *text = text_with(slice_of(draft));
    struct checker *checker = checker_new(language, LANG_ID, set.enabled);
    checker_rules(checker, &set);
    checker_attach(checker, text);
    assert_true(checker_run(checker, 0, NULL, NULL));
    const struct findings *findings = checker_findings(checker);
    for (size_t i = 0; i < findings->list.count; i++) {
        const struct finding *f = &findings->list.items[i];
        str_printf(got, "%s %d %zu-%zu %s%s%s\n", finding_rule(f)->name, (int)f->severity, f->start, f->end,
                   f->message, f->suggestions.count > 1 ? "|" : "",
                   f->suggestions.count > 1 ? f->suggestions.items[1] : "");
    }
    checker_free(checker);
    text_free(text);
    settings_free(&settings);
}

static void a_house_has_rules_of_its_own(void **state) {
    (void)state;
    struct rule_book *book = rule_book_new(language, "dictionaries");
    struct error e = {.lang = LANG_EN};
    if (!rule_book_add_house(book, slice_of(house), "h.yaml", &e)) fail_msg("%s", str_text(&e.text));
    struct rule_tried tried = {0};
    for (size_t id = RULE_BUILTIN; rule_book_rule(book, id); id++)
        rule_try(&tried, book, language, LANG_ID, id);
    assert_string_equal(str_text(&tried.told), "");
    struct str got = {0};
    check_house(book,
                "Kata pak Bupati, warga negara pulang dan warga negara asing tidak.\n\nIa yang yang yang.\n\n"
                "<!-- sunting: ignore house.istilah: kutipan -->\n\nMasyarakat pulang.\n",
                &got);
    assert_string_equal(str_text(&got), "house.bupati 2 9-15 Tulis jabatannya saja.\n"
                                        "house.istilah 1 17-29 Pakai penduduk negara.|orang\n"
                                        "house.yang 1 68-86 3 kali, lebih dari 2.\n");
    str_free(&got);
    str_free(&tried.told);
    error_free(&e);
    rule_book_free(book);
}

/* The rule that is sure is fixed without asking; where two speak of the same words the higher rank is heard.
 */
static void rank_and_certainty_are_those_of_the_file(void **state) {
    (void)state;
    struct rule_book *book = rule_book_new(language, NULL);
    static const char yaml[] =
        "patterns:\n"
        "  satu: {match: warga desa, becomes: warga, message: satu, rank: 1, wrong: <<warga desa>>, right: x}\n"
        "  dua: {match: desa, becomes: nagari, message: dua, rank: 2, sure: yes, wrong: <<desa>>, right: x}\n";
    struct error e = {0};
    if (!rule_book_add_house(book, slice_of(yaml), "h.yaml", &e)) fail_msg("%s", str_text(&e.text));
    struct rule_set set;
    rule_set_default(&set, book);
    for (size_t id = 0; id < RULE_BUILTIN; id++)
        set.enabled[id] = false;
    struct text *text = text_with(SLICE("Semua warga desa hadir.\n"));
    struct checker *checker = checker_new(language, LANG_ID, set.enabled);
    checker_rules(checker, &set);
    checker_suggest(checker, true);
    checker_attach(checker, text);
    assert_true(checker_run(checker, 0, NULL, NULL));
    assert_int_equal(checker_findings(checker)->list.count, 1);
    assert_string_equal(checker_findings(checker)->list.items[0].message, "dua");
    assert_int_equal(fix_all(checker, text), 1);
    struct str fixed = {0};
    text_copy(text, 0, text_length(text), &fixed);
    assert_string_equal(str_text(&fixed), "Semua warga nagari hadir.\n");
    str_free(&fixed);
    checker_free(checker);
    text_free(text);
    error_free(&e);
    rule_book_free(book);
}

/* One rule that is wrong does not take the others with it. */
static void a_house_that_is_half_wrong_is_half_right(void **state) {
    (void)state;
    struct rule_book *book = rule_book_new(language, NULL);
    struct error e = {.lang = LANG_EN};
    static const char yaml[] = "patterns:\n"
                               "  satu: {match: kata, message: x, wrong: <<kata>>, right: x}\n"
                               "  dua: {match: '(', message: x, wrong: <<kata>>, right: x}\n"
                               "  tiga: {match: kita, message: x, wrong: <<kita>>, right: x}\n";
    assert_false(rule_book_add_house(book, slice_of(yaml), "h.yaml", &e));
    assert_true(strstr(str_text(&e.text), "h.yaml, line 3, pattern \"(\": at place 2") != NULL);
    assert_string_equal(rule_book_rule(book, RULE_BUILTIN)->name, "house.satu");
    assert_string_equal(rule_book_rule(book, RULE_BUILTIN + 1)->name, "house.tiga");
    error_free(&e);
    rule_book_free(book);
}

int main(void) {
    language = language_new("dictionaries", LANG_ID);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(examples_are_true),
        cmocka_unit_test(untrue_examples_are_told),
        cmocka_unit_test(what_is_shown_is_mended),
        cmocka_unit_test(mistakes_have_their_line),
        cmocka_unit_test(a_house_has_rules_of_its_own),
        cmocka_unit_test(rank_and_certainty_are_those_of_the_file),
        cmocka_unit_test(a_house_that_is_half_wrong_is_half_right),
    };
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    language_free(language);
    return failed;
}
