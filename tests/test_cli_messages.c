/* What commands say of themselves, and of what they cannot do. */
#include "cli/cli.h"
#include "program.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static void every_command_has_help_in_both_languages(void **state) {
    (void)state;
    struct str out = {0};
    for (size_t i = 0; commands[i]; i++) {
        struct str arguments = {0};
        str_printf(&arguments, "%s --help --lang en", commands[i]->name);
        assert_int_equal(program_run(str_text(&arguments), NULL, &out), 0);
        assert_non_null(strstr(str_text(&out), "Usage: sunting"));
        for (const struct option_row *row = commands[i]->options; row && row->kind != OPTION_END; row++)
            assert_non_null(strstr(str_text(&out), row->name));
        str_clear(&arguments);
        str_printf(&arguments, "%s --help --lang id", commands[i]->indonesian);
        assert_int_equal(program_run(str_text(&arguments), NULL, &out), 0);
        assert_non_null(strstr(str_text(&out), "Pemakaian: sunting"));
        str_free(&arguments);
    }
    str_free(&out);
}

static void help_lists_the_commands_in_columns(void **state) {
    (void)state;
    struct str out = {0};
    for (enum lang lang = LANG_ID; lang <= LANG_EN; lang++) {
        assert_int_equal(program_run(lang == LANG_EN ? "--help --lang en" : "--lang=id --help", "", &out), 0);
        size_t column = 0;
        for (size_t i = 0; commands[i]; i++) {
            const char *about = strstr(str_text(&out), message_text(lang, commands[i]->about)), *line = about;
            assert_non_null(about);
            while (line > out.data && line[-1] != '\n')
                line--;
            if (!column) column = (size_t)(about - line);
            assert_int_equal(about - line, column);
        }
    }
    str_free(&out);
}

static void complaints_name_what_is_wrong(void **state) {
    (void)state;
    static const struct {
        const char *arguments, *words;
    } rows[] = {
        {"check --lang en --formt x -", "--formt"},
        {"--lang en --formt x check -", "--formt"},
        {"--lang id cek", "sunting periksa?"},
        {"--lang en sentenses", "sunting sentences?"},
        {"--lang en qqqqqq", "\"qqqqqq\". The list"},
        {"check --lang en -x", "-x. See: sunting check --help"},
        {"--lang id ekspor -f text -", "-f tidak dikenal. Lihat: sunting ekspor --help"},
        {"--lang id -x", "-x tidak dikenal. Lihat: sunting --help"},
        {"check --lang en --only", "--only needs a value. See: sunting check --help"},
        {"check --lang en --fail-on bad -", "hint, warning, error, never"},
        {"check --lang en --only mistake -", "mistake"},
        {"check --lang en /nonexistent/draf.md", "/nonexistent/draf.md"},
    };
    struct str out = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        assert_int_equal(program_complains(rows[i].arguments, &out), 2);
        if (!strstr(str_text(&out), rows[i].words)) print_error("%s: %s", rows[i].arguments, str_text(&out));
        assert_non_null(strstr(str_text(&out), rows[i].words));
    }
    str_free(&out);
}

static void what_cannot_be_read_is_said_once(void **state) {
    (void)state;
    struct str out = {0}, arguments = {0};
    char *folder = folder_make();
    assert_int_equal(program_run("check --lang id /nonexistent/draf.md", "", &out), 2);
    assert_string_equal(str_text(&out), "");
    assert_int_equal(program_complains("check --lang id /nonexistent/draf.md", &out), 2);
    assert_string_equal(str_text(&out),
                        "sunting: Berkas /nonexistent/draf.md tidak ada. Periksa nama dan foldernya.\n");
    /* a slip in the settings is explained as one in the front matter is */
    file_make(folder, "rusak.yaml", SLICE("lang: id\nexcept: [spelling\n"));
    str_printf(&arguments, "check --lang id --config %s/rusak.yaml -", folder);
    assert_int_equal(program_complains(str_text(&arguments), &out), 2);
    assert_non_null(strstr(str_text(&out), "Baris 2: kurung dibuka"));
    folder_remove(folder);
    str_free(&arguments);
    str_free(&out);
}

static void missing_dictionaries_are_told(void **state) {
    (void)state;
    struct str out = {0}, arguments = {0}, inner = {0};
    char *folder = folder_make();
    file_make(folder, "draf.md", SLICE("Rapat itu dihadiri banyak warga desa."));
    str_printf(&inner, "%s/dictionaries", folder);
    assert_int_equal(mkdir(str_text(&inner), 0755), 0);
    str_printf(&arguments, "check --lang id %s/draf.md", folder);
    setenv("SUNTING_DATA", folder, 1);
    assert_int_equal(program_complains(str_text(&arguments), &out), 2);
    unsetenv("SUNTING_DATA");
    assert_ptr_equal(strstr(str_text(&out), "sunting: Kamus tidak lengkap"), str_text(&out));
    assert_null(strstr(str_text(&out) + 1, "sunting: "));
    folder_remove(folder);
    str_free(&out);
    str_free(&arguments);
    str_free(&inner);
}

/* A newer version's rule, or a broken one, is left out with one line; the exit status is that of the others.
 */
static void a_rule_file_that_is_not_understood_is_left_out(void **state) {
    (void)state;
    struct str out = {0}, arguments = {0}, command = {0};
    char *folder = folder_make(), *here = getcwd(NULL, 0);
    str_printf(&command,
               "mkdir %s/dictionaries && cd %s/dictionaries && ln -s %s/dictionaries/* . && rm rules && "
               "cp -r %s/dictionaries/rules . && printf 'rule: x.baru\nsihir: ya\n' > rules/x.baru.yaml",
               folder, folder, here, here);
    assert_int_equal(system(str_text(&command)), 0);
    file_make(folder, "draf.md", SLICE("Banyak aktifitas warga desa itu.\n"));
    file_make(folder, "lain.md", SLICE("Rapat itu dihadiri banyak warga desa.\n"));
    str_printf(&arguments, "check --lang id --fail-on warning -f gnu %s", folder);
    setenv("SUNTING_DATA", folder, 1);
    assert_int_equal(program_run(str_text(&arguments), NULL, &out), 1);
    assert_non_null(strstr(str_text(&out), "[spelling.nonstandard]"));
    assert_int_equal(program_complains(str_text(&arguments), &out), 1);
    assert_ptr_equal(
        strstr(str_text(&out), "sunting: Dilewati, karena tidak dikenal Sunting versi ini: x.baru."),
        str_text(&out));
    assert_null(strstr(str_text(&out) + 1, "sunting: "));
    str_clear(&arguments);
    str_printf(&arguments, "check --lang id -f json %s/lain.md", folder);
    assert_int_equal(program_run(str_text(&arguments), NULL, &out), 0);
    assert_non_null(strstr(str_text(&out), "\"incomplete\":\"Dilewati"));
    unsetenv("SUNTING_DATA");
    folder_remove(folder);
    free(here);
    str_free(&out);
    str_free(&arguments);
    str_free(&command);
}

static void the_system_refuses_in_the_language_of_the_user(void **state) {
    (void)state;
    struct error e = {.lang = LANG_ID};
    assert_string_equal(error_reason(&e, ENOSPC), "disk penuh");
    assert_string_equal(error_reason(NULL, EACCES), "Anda tidak berhak");
    e.lang = LANG_EN;
    assert_string_equal(error_reason(&e, ENOSPC), "the disk is full");
    assert_non_null(error_reason(&e, EXDEV));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_command_has_help_in_both_languages),
        cmocka_unit_test(help_lists_the_commands_in_columns),
        cmocka_unit_test(complaints_name_what_is_wrong),
        cmocka_unit_test(what_cannot_be_read_is_said_once),
        cmocka_unit_test(missing_dictionaries_are_told),
        cmocka_unit_test(a_rule_file_that_is_not_understood_is_left_out),
        cmocka_unit_test(the_system_refuses_in_the_language_of_the_user),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
