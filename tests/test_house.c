/* What a house style says beside its rules. */
#include "check/checker.h"
#include "check/rule_book.h"
#include "check_text.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

/* The messages of the rule, a line each. */
static void expect_in(enum rule_id rule, const char *house, const char *front, const char *body,
                      const char *expected) {
    struct language *language = language_new("dictionaries", LANG_ID);
    struct rule_book *book = rule_book_new(language, NULL);
    struct error e = {0};
    if (!rule_book_add_house(book, slice_of(house), "gaya", &e)) fail_msg("%s", str_text(&e.text));
    struct str draft = {0}, got = {0};
    str_printf(&draft, "---\n%s---\n\n%s\n", front, body);
    struct text *text = text_with(str_slice(&draft));
    struct rule_set set;
    rule_set_default(&set, book);
    memset(set.enabled, 0, sizeof set.enabled);
    set.enabled[rule] = true;
    struct checker *checker = checker_new(language, LANG_EN, set.enabled);
    checker_rules(checker, &set);
    checker_attach(checker, text);
    assert_true(checker_run(checker, 0, NULL, NULL));
    const struct findings *found = checker_findings(checker);
    for (size_t i = 0; i < found->list.count; i++) {
        const struct finding *f = &found->list.items[i];
        str_printf(&got, "%zu-%zu %s", f->start, f->end, f->message);
        for (size_t k = 0; k < f->suggestions.count; k++)
            str_printf(&got, " [%s]", f->suggestions.items[k]);
        str_append_byte(&got, '\n');
    }
    assert_string_equal(str_text(&got), expected);
    checker_free(checker);
    text_free(text);
    str_free(&draft);
    str_free(&got);
    rule_book_free(book);
    language_free(language);
}

static void expect(const char *house, const char *front, const char *expected) {
    expect_in(RULE_METADATA_FIELD, house, front, "Rapat dibuka camat.", expected);
}

static void what_is_missing_or_empty_is_said(void **state) {
    (void)state;
    const char *house = "fields: {author: text, tags: {kind: list, length: 2-3}}\n";
    expect(house, "author: Rina\ntags: [a, b]\n", "");
    expect(house, "tags: [a, b]\n", "0-3 The front matter has no \"author\". Add that key with its value.\n");
    expect(house, "author:\ntags: [a]\n",
           "4-11 \"author\" is still empty. Fill it in.\n"
           "18-21 \"tags\" has 1 items; the house style asks for 2 to 3.\n");
    expect(house, "author: [a]\ntags: a\n",
           "12-15 \"author\" must hold one text, not a list.\n"
           "22-23 \"tags\" must hold a list, such as [one, two].\n");
    expect(house, "<<: *umum\n", ""); /* what a merged mapping holds is for the site to know */
}

static void length_date_and_choice_are_held(void **state) {
    (void)state;
    const char *house = "fields:\n  description: {kind: teks, length: 3-5}\n  acara: tanggal\n"
                        "  jenis: {one-of: [berita, siaran pers]}\n";
    expect(house, "description: empat\nacara: 2025-03-01\njenis: siaran pers\n", "");
    expect(house, "description: panjang\nacara: 1 Maret 2025\njenis: opini\n",
           "17-24 \"description\" has 7 characters; the house style asks for 3 to 5.\n"
           "32-44 Write the date \"1 Maret 2025\" as 2025-03-01, so that publishing systems can read it. "
           "[2025-03-01]\n"
           "52-57 \"jenis\" must be one of: berita, siaran pers. [berita] [siaran pers]\n");
}

static void short_forms_are_spelt_out_first(void **state) {
    (void)state;
    const char *house = "abbreviations: {OPD: organisasi perangkat daerah}\n";
    expect_in(
        RULE_STYLE_ABBREVIATION, house, "title: OPD\n", "Semua OPD hadir. OPD lain menyusul.",
        "26-29 \"OPD\" has not been spelt out. Write \"organisasi perangkat daerah\" where it is used first. "
        "[organisasi perangkat daerah (OPD)]\n");
    expect_in(RULE_STYLE_ABBREVIATION, house, "title: OPD\n",
              "Organisasi perangkat daerah hadir.\n\nSemua OPD hadir.", "");
    expect_in(RULE_STYLE_ABBREVIATION, house, "title: OPD\n",
              "Semua OPD (organisasi perangkat daerah) hadir.", "");
    expect_in(RULE_STYLE_ABBREVIATION, house, "title: OPD\n", "# OPD\n\nOPDB dan opd hadir.", "");
}

static void expect_refused(const char *house) {
    struct language *language = language_new("dictionaries", LANG_ID);
    struct rule_book *book = rule_book_new(language, NULL);
    struct error e = {.lang = LANG_EN};
    assert_false(rule_book_add_house(book, slice_of(house), "style.yaml", &e));
    assert_non_null(strstr(str_text(&e.text), "style.yaml, line 2"));
    error_free(&e);
    rule_book_free(book);
    language_free(language);
}

static void mistakes_in_fields_are_told_with_their_line(void **state) {
    (void)state;
    expect_refused("fields:\n  author: yes\n");
    expect_refused("fields:\n  author: {length: 5-2}\n");
    expect_refused("fields:\n  author: {length: 99999-100000}\n");
    expect_refused("fields:\n  author: {sort: text}\n");
    expect_refused("abbreviations:\n  OPD: {a: b}\n");
}

/* By the settings or by the rules, whoever reads it first. */
static void what_is_wrong_is_said_once(void **state) {
    (void)state;
    static const char *const broken[] = {"also: [\n", "also: [tidak.ada]\n", "patterns:\n  a: 1\n"};
    char *folder = folder_make();
    struct str line = {0}, out = {0};
    file_make(folder, "a.md", SLICE("Rapat dibuka.\n"));
    str_printf(&line, "check %s/a.md", folder);
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        file_make(folder, ".sunting.yaml", slice_of(broken[i]));
        assert_int_equal(program_complains(str_text(&line), &out), 2);
        const char *end = strchr(str_text(&out), '\n');
        assert_non_null(end);
        assert_string_equal(end, "\n");
    }
    folder_remove(folder);
    str_free(&line);
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_missing_or_empty_is_said),
        cmocka_unit_test(length_date_and_choice_are_held),
        cmocka_unit_test(short_forms_are_spelt_out_first),
        cmocka_unit_test(mistakes_in_fields_are_told_with_their_line),
        cmocka_unit_test(what_is_wrong_is_said_once),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
