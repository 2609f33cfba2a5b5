/*
 * Runs every key script below tests/screens against the real program: build/sunting, or $SUNTING.
 *
 * usage: test_screens [PART OF A NAME | --part=K/N]: of N parts the one numbered K, from 1
 */
#include "base/vec.h"
#include "script.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static void run_one(void **state) {
    const char *folder = *state;
    struct str report = {0};
    const char *program = getenv("SUNTING");
    char *path = realpath(program ? program : SUNTING_PROGRAM, NULL);
    if (!path) fail_msg("no program %s", SUNTING_PROGRAM);
    bool ok = script_run(folder, path, &report);
    if (!ok) print_error("%s", str_text(&report));
    str_free(&report);
    free(path);
    assert_true(ok);
}

static int is_case(const struct dirent *entry) {
    return entry->d_name[0] != '.';
}

/* All scripts, those with a part of a name, or those of one part. */
static bool is_wanted(const char *argument, const char *name, unsigned number) {
    unsigned part = 0, parts = 0;
    if (!argument) return true;
    if (sscanf(argument, "--part=%u/%u", &part, &parts) == 2 && parts) return number % parts == part - 1;
    return strstr(name, argument) != NULL;
}

int main(int argc, char **argv) {
    struct dirent **names;
    int count = scandir("tests/screens", &names, is_case, alphasort);
    VEC(struct CMUnitTest) tests = {0};
    for (int i = 0; i < count; i++) {
        struct str folder = {0};
        str_printf(&folder, "tests/screens/%s", names[i]->d_name);
        if (is_wanted(argc > 1 ? argv[1] : NULL, names[i]->d_name, (unsigned)i))
            vec_push(&tests, (struct CMUnitTest){.name = slice_copy(slice_of(names[i]->d_name)),
                                                 .test_func = run_one,
                                                 .initial_state = str_steal(&folder)});
        str_free(&folder);
        free(names[i]);
    }
    free(names);
    if (!tests.count) fprintf(stderr, "no scripts: run from the top of the tree\n");
    int failed = !tests.count ? 1 : _cmocka_run_group_tests("screens", tests.items, tests.count, NULL, NULL);
    for (size_t i = 0; i < tests.count; i++) {
        free((void *)(uintptr_t)tests.items[i].name);
        free(tests.items[i].initial_state);
    }
    vec_free(&tests);
    return failed;
}
