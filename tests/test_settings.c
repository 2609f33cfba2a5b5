#include "base/file.h"
#include "config/settings.h"
#include "config/settings_write.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <sys/stat.h>

#include <cmocka.h>

static void settings_that_are_none_are_refused_with_their_line(void **state) {
    (void)state;
    static const struct {
        enum settings_from from;
        const char *yaml, *words;
    } rows[] = {
        {SETTINGS_USER, "except: [style]\nsemua: ya\n", "u.yaml, line 2"},
        {SETTINGS_HOUSE, "theme: malam\n", "\"theme\""}, /* the house does not choose the user's theme */
        {SETTINGS_USER, "a: &a 1\n", "line 1"},
        {SETTINGS_USER, "except: *a\n", "line 1"},
        {SETTINGS_USER, "except: !!python/object x\n", "line 1"},
        {SETTINGS_USER, "except: a\nexcept: b\n", "line 2"},
        {SETTINGS_USER, "except: [a\n", "u.yaml"},
        {SETTINGS_USER, "except: {a: b}\n", "\"except\""},
        {SETTINGS_USER, "\nseverity: {style: grave}\n", "line 2"},
        {SETTINGS_USER, "severity: error\n", "line 1"},
        {SETTINGS_USER, "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[", "u.yaml"},
        {SETTINGS_USER, "halo\n", "\"halo\""},
        {SETTINGS_USER, "lang: id\nbackups: 101\n", "u.yaml, line 2"},
        {SETTINGS_USER, "backups: -1\n", "line 1"},
        {SETTINGS_USER, "backups: lima\n", "line 1"},
        {SETTINGS_USER, "backups:\n", "line 1"},
        {SETTINGS_HOUSE, "backups: 5\n", "\"backups\""}, /* nor how much of their disk is used */
        {SETTINGS_DRAFT, "sunting: {backups: 5}\n", "\"backups\""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct settings settings = {0};
        struct error e = {.lang = LANG_EN};
        bool ok = settings_parse(&settings, rows[i].from, slice_of(rows[i].yaml), "u.yaml", &e);
        if (ok || !strstr(str_text(&e.text), rows[i].words))
            print_error("%s: %s\n", rows[i].yaml, str_text(&e.text));
        assert_false(ok);
        assert_non_null(strstr(str_text(&e.text), rows[i].words));
        settings_free(&settings);
        error_free(&e);
    }
}

static void settings_that_are_good_are_read(void **state) {
    (void)state;
    struct settings settings = {0};
    static const char yaml[] =
        "lang: en\nfail-on: warning\nexcept:\n  - style\n  - typography\nwords: [medsos=pos]\n"
        "severity:\n  spelling.foreign: error\n";
    assert_true(settings_parse(&settings, SETTINGS_USER, slice_of(yaml), "u.yaml", NULL));
    assert_string_equal(settings.lang, "en");
    assert_string_equal(settings.fail_on, "warning");
    assert_int_equal(settings.rules.items.count, 2);
    assert_string_equal(settings.rules.items.items[1].value, "typography");
    assert_int_equal(settings.rules.items.items[1].line, 5);
    assert_string_equal(settings.words.items.items[0].name, "medsos=pos");
    assert_string_equal(settings.severity.items.items[0].name, "spelling.foreign");
    settings_free(&settings);
}

static void backups_are_counted(void **state) {
    (void)state;
    static const struct {
        const char *yaml;
        size_t kept;
    } rows[] = {{"", SETTINGS_BACKUPS}, {"backups: 0\n", 0}, {"backups: 12\n", 12}, {"backups: 100\n", 100}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct settings settings = {0};
        assert_true(settings_parse(&settings, SETTINGS_USER, slice_of(rows[i].yaml), "u.yaml", NULL));
        assert_int_equal(settings_backups(&settings), rows[i].kept);
        settings_free(&settings);
    }
}

/* The draft's own keys may be anything; only "sunting" is ours. */
static void front_matter_gives_only_what_is_ours(void **state) {
    (void)state;
    struct settings settings = {0};
    static const char yaml[] = "title: {a: b}\nexcept: [x]\nsunting:\n  except: [style]\n";
    assert_true(settings_parse(&settings, SETTINGS_DRAFT, slice_of(yaml), "d", NULL));
    assert_int_equal(settings.rules.items.count, 1);
    assert_string_equal(settings.rules.items.items[0].value, "style");
    settings_free(&settings);
}

static void the_house_style_is_the_nearest_above(void **state) {
    (void)state;
    char *folder = folder_make();
    struct str path = {0}, found = {0}, expected = {0};
    file_make(folder, ".sunting.yaml", SLICE("except: [spelling.repeated]\n"));
    str_printf(&path, "%s/naskah", folder);
    assert_int_equal(mkdir(str_text(&path), 0700), 0);
    file_make(str_text(&path), "a.md", SLICE("Ada satu satu.\n"));
    str_append_text(&path, "/a.md");
    assert_true(settings_find_house(str_text(&path), &found));
    str_printf(&expected, "%s/.sunting.yaml", folder);
    assert_string_equal(str_text(&found), str_text(&expected));

    struct str arguments = {0}, out = {0};
    str_printf(&arguments, "check --fail-on hint --format gnu --only spelling.repeated %s", str_text(&path));
    assert_int_equal(program_run(str_text(&arguments), NULL, &out), 1); /* --only is stronger */
    str_clear(&arguments);
    str_printf(&arguments, "check --fail-on hint --format gnu --except directive %s", str_text(&path));
    assert_int_equal(program_run(str_text(&arguments), NULL, &out), 0);
    file_make(folder, ".sunting.yaml", SLICE("severity: {spelling.repeated: error}\nwords: [satua]\n"));
    str_clear(&arguments);
    str_printf(&arguments, "check --format gnu %s", str_text(&path));
    assert_int_equal(program_run(str_text(&arguments), NULL, &out), 1);
    assert_non_null(strstr(str_text(&out), ": error: "));
    file_make(folder, ".sunting.yaml", SLICE("except: [ejaan]\n"));
    assert_int_equal(program_run(str_text(&arguments), NULL, &out), 2);
    str_free(&arguments);
    str_free(&out);
    str_free(&path);
    str_free(&found);
    str_free(&expected);
    folder_remove(folder);
}

/* One value is set; comments, order and all else stay. A form that only hands should change is left alone. */
static void one_setting_is_written(void **state) {
    (void)state;
    static const struct {
        const char *before, *after; /* NULL: refused */
    } rows[] = {
        {"", "theme: kontras\n"},
        {"# ini\nlang: id", "# ini\nlang: id\ntheme: kontras\n"},
        {"theme: gelap # malam\nlang: en\n", "theme: kontras # malam\nlang: en\n"},
        {"lang: en\r\ntheme: \"gelap\"\r\n", "lang: en\r\ntheme: kontras\r\n"},
        {"theme:\nlang: en\n", "theme: kontras\nlang: en\n"},
        {"limits: {a.b: 3}\n# theme: gelap\n", "limits: {a.b: 3}\n# theme: gelap\ntheme: kontras\n"},
        {"{theme: gelap}\n", NULL},
        {"theme: >\n  gelap\n", NULL},
        {"theme: \"gelap\n  malam\"\n", NULL},
        {"lang: [\n", NULL},
    };
    char *folder = folder_make();
    struct str path = {0};
    str_printf(&path, "%s/config.yaml", folder);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str held = {0};
        struct error e = {0};
        file_make(folder, "config.yaml", slice_of(rows[i].before));
        bool ok = settings_write(str_text(&path), "theme", SLICE("kontras"), &e);
        assert_int_equal(ok, rows[i].after != NULL);
        assert_int_equal(e.text.len > 0, !ok);
        assert_true(file_read(str_text(&path), 1000, &held, NULL));
        assert_string_equal(str_text(&held), ok ? rows[i].after : rows[i].before);
        str_free(&held);
        error_free(&e);
    }
    str_clear(&path);
    str_printf(&path, "%s/baru/sunting/config.yaml", folder);
    assert_true(settings_write(str_text(&path), "theme", SLICE("kontras"), NULL));
    str_free(&path);
    folder_remove(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(settings_that_are_none_are_refused_with_their_line),
        cmocka_unit_test(settings_that_are_good_are_read),
        cmocka_unit_test(backups_are_counted),
        cmocka_unit_test(front_matter_gives_only_what_is_ours),
        cmocka_unit_test(the_house_style_is_the_nearest_above),
        cmocka_unit_test(one_setting_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
