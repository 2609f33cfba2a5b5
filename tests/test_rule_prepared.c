/* Rule files as they were read beforehand: the same rules, another file passes them over, and damaged bytes
 * are no rules. */
#include "check/rule_book.h"
#include "check/rule_prepared.h"
#include "config/yaml_kept.h"
#include "language/lexicon/language.h"
#include "program.h"

#include "base/file.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static bool list(void *self, const struct yaml_value *value) {
    for (size_t i = 0; i < value->depth; i++)
        str_printf(self, "%.*s(%zu) ", SLICE_ARG(value->keys[i]), value->mappings[i]);
    str_printf(self, "= %.*s (%d, line %zu)\n", SLICE_ARG(value->text), value->plain, value->line);
    return true;
}

static bool compare(void *self, const char *name, const char *path) {
    struct str yaml = {0}, kept = {0}, read = {0}, again = {0};
    (void)name;
    assert_true(file_read(path, RULE_FILE_BYTES, &yaml, NULL));
    assert_true(yaml_values(str_slice(&yaml), path, list, &read, NULL));
    assert_true(yaml_keep(str_slice(&yaml), &kept));
    assert_true(yaml_kept_values(str_slice(&kept), list, &again));
    assert_true(read.len > 0);
    assert_string_equal(str_text(&read), str_text(&again));
    str_free(&yaml);
    str_free(&kept);
    str_free(&read);
    str_free(&again);
    ++*(size_t *)self;
    return true;
}

static void values_are_kept(void **state) {
    size_t files = 0;
    (void)state;
    assert_true(rules_each("dictionaries", compare, &files));
    assert_true(files > 10);
}

#define RULE(about)                                                                                          \
    "rule: style.uji\nabout: " about "\nmatch: dalam rangka\nbecomes: untuk\nwrong: Ia <<dalam rangka>> "    \
    "rapat.\nright: Ia rapat.\n"

/* A folder with one rule file and what was prepared of it. */
static void make_folder(void) {
    struct prepared_writer writer = {0};
    struct str path = {0};
    str_printf(&path, "%s/rules", test_folder);
    mkdir(str_text(&path), 0700);
    file_make(str_text(&path), "style.uji.yaml", SLICE(RULE("satu")));
    file_make(str_text(&path), "style.rusak.yaml", SLICE("rule: [\n"));
    file_make(str_text(&path), "catatan.txt", SLICE("bukan aturan\n"));
    rules_prepare(test_folder, &writer);
    str_clear(&path);
    str_printf(&path, "%s/" PREPARED_FILE, test_folder);
    assert_true(prepared_write(&writer, str_text(&path), prepared_code(), NULL));
    prepared_writer_free(&writer);
    str_free(&path);
}

static void assert_rule(const char *about, bool prepared) {
    struct language *language = language_new(test_folder, LANG_ID);
    struct rule_book *book = rule_book_new(language, test_folder);
    const struct rule *rule = rule_book_named(book, SLICE("style.uji"));
    assert_int_equal(rules_are_prepared(language_prepared(language), test_folder), prepared);
    assert_non_null(rule);
    assert_string_equal(rule_book_file(book, rule->id)->texts[RULE_ABOUT][LANG_ID], about);
    assert_string_equal(rule_book_left_out(book), "style.rusak");
    rule_book_free(book);
    language_free(language);
}

static void a_rule_file_that_changed_is_read(void **state) {
    struct str path = {0};
    (void)state;
    make_folder();
    assert_rule("satu", true);
    str_printf(&path, "%s/rules", test_folder);
    file_make(str_text(&path), "style.uji.yaml", SLICE(RULE("satu dua")));
    assert_rule("satu dua", false);
    str_free(&path);
}

/* What it was prepared of counts, as long as the file is as large and no newer. */
static void what_was_prepared_is_used(void **state) {
    struct str path = {0};
    struct prepared prepared = {.bytes = SLICE("")};
    (void)state;
    make_folder();
    str_printf(&path, "%s/" PREPARED_FILE, test_folder);
    assert_true(prepared_open(&prepared, str_text(&path), prepared_code()));
    str_clear(&path);
    str_printf(&path, "%s/rules/style.uji.yaml", test_folder);
    assert_true(rules_prepared(&prepared, "style.uji.yaml", str_text(&path)).len > 0);
    assert_int_equal(rules_prepared(&prepared, "style.lain.yaml", str_text(&path)).len, 0);
    assert_int_equal(rules_prepared(&prepared, "style.uji.yaml", "/nonexistent").len, 0);
    prepared_close(&prepared);
    str_free(&path);
}

static void damaged_bytes_are_no_rules(void **state) {
    struct str kept = {0}, read = {0};
    (void)state;
    assert_true(yaml_keep(SLICE(RULE("satu")), &kept));
    for (size_t len = 1; len < kept.len; len++) {
        struct rule_files files = {0};
        assert_false(rule_file_read_kept(&files, slice_range(str_slice(&kept), 0, len), "x"));
        assert_int_equal(files.list.count, 0);
        vec_free(&files.list);
    }
    for (size_t i = 0; i < 8 * kept.len; i++) { /* a bit is another one */
        struct rule_files files = {0};
        kept.data[i / 8] ^= (char)(1 << i % 8);
        str_clear(&read);
        yaml_kept_values(str_slice(&kept), list, &read);
        rule_file_read_kept(&files, str_slice(&kept), "x");
        vec_each(struct rule_file *const, file, &files.list)
            rule_file_free(*file);
        vec_free(&files.list);
        kept.data[i / 8] ^= (char)(1 << i % 8);
    }
    str_free(&kept);
    str_free(&read);
}

static void assert_rules(const char *names) {
    struct language *language = language_new(test_folder, LANG_ID);
    struct rule_book *book = rule_book_new(language, test_folder);
    struct str found = {0};
    for (size_t id = RULE_BUILTIN; rule_book_rule(book, id); id++)
        str_printf(&found, "%s ", rule_book_rule(book, id)->name);
    assert_string_equal(str_text(&found), names);
    assert_true(rule_book_add_file(book,
                                   SLICE("rule: style.kini\nabout: kini\nmatch: saat ini\nbecomes: kini\n"
                                         "wrong: Ia <<saat ini>> rapat.\nright: Ia rapat.\n"),
                                   "style.kini.yaml", NULL));
    assert_non_null(rule_book_named(book, SLICE("style.kini")));
    rule_book_free(book);
    language_free(language);
    str_free(&found);
}

/* Compiled patterns are of all files together: one more or less, and they do not count. */
static void compiled_patterns_are_of_all_files(void **state) {
    struct prepared_writer writer = {0};
    struct prepared prepared = {.bytes = SLICE("")};
    struct str rules = {0}, path = {0};
    (void)state;
    str_printf(&rules, "%s/rules", test_folder);
    mkdir(str_text(&rules), 0700);
    file_make(test_folder, "classes.tsv", SLICE("saying\tsaid\tkata ujar\n"));
    file_make(str_text(&rules), "style.uji.yaml", SLICE(RULE("satu")));
    str_printf(&path, "%s/style.rusak.yaml", str_text(&rules)); /* of make_folder() */
    unlink(str_text(&path));
    str_clear(&path);
    struct language *language = language_new(test_folder, LANG_ID);
    language_prepare(language, &writer);
    language_free(language);
    rule_book_prepare(test_folder, &writer);
    str_printf(&path, "%s/" PREPARED_FILE, test_folder);
    assert_true(prepared_write(&writer, str_text(&path), prepared_code(), NULL));
    prepared_writer_free(&writer);
    assert_true(prepared_open(&prepared, str_text(&path), prepared_code()));
    assert_true(prepared_section(&prepared, "patterns").len > 0);
    prepared_close(&prepared);
    assert_rules("style.uji ");
    file_make(str_text(&rules), "style.satu.yaml",
              SLICE("rule: style.satu\nabout: satu\nmatch: satu buah\nbecomes: satu\n"
                    "wrong: Ada <<satu buah>> rapat.\nright: Ada rapat.\n"));
    assert_rules("style.satu style.uji ");
    str_clear(&path);
    str_printf(&path, "%s/style.uji.yaml", str_text(&rules));
    unlink(str_text(&path));
    assert_rules("style.satu ");
    str_free(&rules);
    str_free(&path);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_kept),
        cmocka_unit_test(a_rule_file_that_changed_is_read),
        cmocka_unit_test(what_was_prepared_is_used),
        cmocka_unit_test(damaged_bytes_are_no_rules),
        cmocka_unit_test(compiled_patterns_are_of_all_files),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
