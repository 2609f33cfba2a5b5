/* cli/walk: which drafts a folder stands for. */
#include "cli/walk.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* Makes a file, and the folder it stands in. */
static void make(const char *name, const char *content) {
    struct str path = {0};
    str_printf(&path, "%s/%s", test_folder, name);
    for (size_t i = strlen(test_folder) + 1; i < path.len; i++) {
        if (path.data[i] != '/') continue;
        path.data[i] = 0;
        mkdir(path.data, 0700);
        path.data[i] = '/';
    }
    file_make(test_folder, name, slice_of(content));
    str_free(&path);
}

/* Walks arguments below the folder, NULL last, and expects these drafts. */
static void expect(const char *const *arguments, const char *expected) {
    char *paths[8];
    int count = 0;
    for (; arguments[count]; count++) {
        struct str path = {0};
        str_printf(&path, "%s/%s", test_folder, arguments[count]);
        paths[count] = str_steal(&path);
    }
    struct walk walk = {0};
    walk_arguments(&walk, count, paths);
    struct str got = {0};
    for (size_t i = 0; i < walk.paths.count; i++)
        str_printf(&got, "%s%s", i ? " " : "", walk.paths.items[i] + strlen(test_folder) + 1);
    assert_string_equal(str_text(&got), expected);
    str_free(&got);
    walk_free(&walk);
    while (count)
        free(paths[--count]);
}

static void what_programs_made_is_left_out(void **state) {
    (void)state;
    make("situs/a.md", "");
    make("situs/node_modules/x/README.md", "");
    make("situs/_site/a.md", "");
    make("situs/public/a.md", "");
    make("situs/resources/a.md", "");
    expect((const char *const[]){"situs", NULL}, "situs/a.md");
    expect((const char *const[]){"situs/public", NULL}, "situs/public/a.md"); /* named by the user */
}

static void each_file_stands_for_itself_once(void **state) {
    (void)state;
    struct str target = {0}, link = {0};
    make("sekali/a.md", "");
    make("sekali/b.md", "");
    str_printf(&target, "%s/sekali/a.md", test_folder);
    str_printf(&link, "%s/sekali/c.md", test_folder);
    assert_int_equal(symlink(str_text(&target), str_text(&link)), 0);
    expect((const char *const[]){"sekali/b.md", "sekali", "sekali/../sekali/a.md", NULL},
           "sekali/b.md sekali/a.md");
    str_free(&target);
    str_free(&link);
}

static void patterns_leave_out(void **state) {
    (void)state;
    make("pola/.git/HEAD", "");
    make("pola/.gitignore", "# lama\n\n/arsip/\n*.tmp.md\nbuku/**/draf.md\n!penting.tmp.md\r\n");
    make("pola/.sunting.yaml", "exclude: [\"rahasia*\", \"kantor/surat\"]\n");
    make("pola/a.md", "");
    make("pola/arsip/b.md", "");
    make("pola/kantor/arsip/c.md", "");
    make("pola/kantor/surat/d.md", "");
    make("pola/x.tmp.md", "");
    make("pola/penting.tmp.md", "");
    make("pola/buku/satu/dua/draf.md", "");
    make("pola/buku/satu/terbit.md", "");
    make("pola/kantor/rahasia-1.md", "");
    make("pola/kantor/.gitignore", "lokal.md\n");
    make("pola/kantor/lokal.md", "");
    make("pola/lokal.md", "");
    expect((const char *const[]){"pola", NULL},
           "pola/a.md pola/buku/satu/terbit.md pola/kantor/arsip/c.md pola/lokal.md pola/penting.tmp.md");
    /* what holds above a folder holds in it; a file that is named is taken */
    expect((const char *const[]){"pola/kantor", "pola/x.tmp.md", NULL},
           "pola/kantor/arsip/c.md pola/x.tmp.md");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_programs_made_is_left_out),
        cmocka_unit_test(each_file_stands_for_itself_once),
        cmocka_unit_test(patterns_leave_out),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
