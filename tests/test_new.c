/* sunting new: drafts from templates, never over what is there; what is left to fill in is found. */
#include "base/file.h"
#include "base/str.h"
#include "program.h"

#include <jansson.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static char *folder;

static int enter(void **state) {
    (void)state;
    folder = folder_make();
    return setenv("SUNTING_TODAY", "2026-11-23", 1);
}

static int leave(void **state) {
    (void)state;
    folder_remove(folder);
    return 0;
}

static int run(const char *options, const char *name) {
    struct str arguments = {0}, out = {0};
    str_printf(&arguments, "baru %s %s/%s", options, folder, name);
    int status = program_run(str_text(&arguments), NULL, &out);
    str_free(&arguments);
    str_free(&out);
    return status;
}

static void read_made(const char *name, struct str *out) {
    struct str path = {0};
    str_clear(out);
    str_printf(&path, "%s/%s", folder, name);
    assert_true(file_read(str_text(&path), 1 << 20, out, NULL));
    str_free(&path);
}

static void templates_are_filled(void **state) {
    (void)state;
    struct str out = {0};
    assert_int_equal(run("", "pasar-murah"), 0);
    read_made("pasar-murah.md", &out);
    assert_non_null(strstr(str_text(&out), "title: \"Pasar murah\"\ndate: 2026-11-23\n"));
    assert_non_null(strstr(str_text(&out), "Senin (23/11/2026)"));
    assert_null(strchr(str_text(&out), '{'));
    assert_int_equal(run("--template foto", "a\\\"b.md"), 0);
    read_made("a\"b.md", &out);
    assert_non_null(strstr(str_text(&out), "title: \"Ab\"\n"));
    str_free(&out);
}

/* Each template is a draft whose front matter is right, and whose gaps are errors. */
static void each_template_is_a_draft(void **state) {
    (void)state;
    static const char *const names[] = {"berita", "siaran-pers", "foto", "ralat"};
    struct str arguments = {0}, out = {0};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char options[64], name[64];
        snprintf(options, sizeof options, "-t %s", names[i]);
        snprintf(name, sizeof name, "%s.md", names[i]);
        assert_int_equal(run(options, name), 0);
        str_clear(&arguments);
        str_printf(&arguments,
                   "check -f json --only fact.placeholder,metadata,typography,spelling.unknown %s/%s", folder,
                   name);
        program_run(str_text(&arguments), NULL, &out);
        json_t *root = json_loadb(str_text(&out), out.len, 0, NULL), *one;
        const json_t *findings =
            json_object_get(json_array_get(json_object_get(root, "files"), 0), "findings");
        size_t k;
        assert_true(json_array_size(findings) > 0);
        json_array_foreach(findings, k, one) {
            const char *rule = json_string_value(json_object_get(one, "rule"));
            if (strcmp(rule, "fact.placeholder") != 0) print_error("%s: %s\n", names[i], str_text(&out));
            assert_string_equal(rule, "fact.placeholder");
        }
        json_decref(root);
    }
    str_free(&arguments);
    str_free(&out);
}

static void what_is_there_stays(void **state) {
    (void)state;
    struct str out = {0};
    file_make(folder, "ada.md", SLICE("isi\n"));
    assert_int_equal(run("", "ada.md"), 2);
    read_made("ada.md", &out);
    assert_string_equal(str_text(&out), "isi\n");
    assert_int_equal(run("-t tidakada", "x.md"), 2);
    assert_int_equal(run("-t ../templates/foto", "x.md"), 2);
    assert_int_equal(run("", "tidakada/x.md"), 2);
    assert_int_equal(program_run("baru", NULL, &out), 2);
    str_free(&out);
}

/* All settings of the house style are comments, and right once they are none. */
static void the_house_style_explains_itself(void **state) {
    (void)state;
    struct str out = {0}, yaml = {0}, arguments = {0};
    assert_int_equal(run("--gaya", ""), 0);
    assert_int_equal(run("--gaya", ""), 2);
    read_made(".sunting.yaml", &out);
    for (struct slice rest = str_slice(&out); rest.len;) {
        struct slice line = slice_cut(&rest, '\n');
        assert_true(!line.len || line.data[0] == '#');
        bool setting = line.len > 2 && slice_find_byte(line, ':', 0) != SIZE_MAX &&
                       (line.data[2] == ' ' || (line.data[2] >= 'a' && line.data[2] <= 'z')) &&
                       !slice_starts(line, SLICE("# vale"));
        if (setting) str_append(&yaml, slice_range(line, 2, line.len));
        if (setting) str_append_byte(&yaml, '\n');
    }
    file_make(folder, ".sunting.yaml", str_slice(&yaml));
    file_make(
        folder, "b.md",
        SLICE(
            "---\ntitle: A\ndate: 2026-11-23\nauthor: B\ntags: [a, b]\n---\n\nKata bapak bupati kemarin.\n"));
    str_printf(&arguments, "check -f gnu %s/b.md", folder);
    int status = program_run(str_text(&arguments), NULL, &out);
    if (status == 2) print_error("%s\n", str_text(&yaml));
    assert_int_not_equal(status, 2);
    assert_non_null(strstr(str_text(&out), "house.istilah"));
    str_free(&out);
    str_free(&yaml);
    str_free(&arguments);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(templates_are_filled), cmocka_unit_test(each_template_is_a_draft),
        cmocka_unit_test(what_is_there_stays), cmocka_unit_test(the_house_style_explains_itself)};
    return cmocka_run_group_tests(tests, enter, leave);
}
