/* base/library, and spelling where hunspell cannot be loaded. dlopen() comes here first (--wrap). */
#include "base/library.h"
#include "language/spelling/speller.h"
#include "language/spelling/wordbook.h"
#include "program.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static bool hidden; /* no library is found */

void *__real_dlopen(const char *file, int how);
void *__wrap_dlopen(const char *file, int how);
void *__wrap_dlopen(const char *file, int how) {
    return hidden ? NULL : __real_dlopen(file, how);
}

#define MATHS_FUNCTIONS(one) one(cbrt) one(hypot)
struct maths {
    MATHS_FUNCTIONS(LIBRARY_MEMBER) void *handle;
};

static void each_name_has_its_function(void **state) {
    static const char *const names[] = {MATHS_FUNCTIONS(LIBRARY_NAME) NULL};
    struct maths maths = {0};
    (void)state;
    assert_true(library_open(&maths.handle, "libm.so.6", &maths, names));
    assert_true(maths.cbrt(27) > 2.9 && maths.cbrt(27) < 3.1);
    assert_true(maths.hypot(3, 4) > 4.9 && maths.hypot(3, 4) < 5.1);
    library_close(&maths.handle);
    assert_null(maths.handle);
    library_close(&maths.handle);
}

static void a_library_that_lacks_a_function_is_none(void **state) {
    static const char *const names[] = {"cbrt", "no_such_function", NULL};
    struct maths maths = {0};
    (void)state;
    assert_false(library_open(&maths.handle, "libm.so.6", &maths, names));
    assert_null(maths.handle);
    assert_false(library_open(&maths.handle, "libnot-installed.so.9", &maths, names));
    assert_null(maths.handle);
}

/* A dictionary of which nothing was prepared asks hunspell at once; a word that what was prepared does not
 * decide asks it then. Either way the reason is said; of the other words only what looks like a slip of a
 * common one stays unknown. */
static void without_hunspell_it_is_said(void **state) {
    struct prepared none = {.bytes = SLICE("")};
    struct error e = {.lang = LANG_EN};
    (void)state;
    hidden = true;
    assert_null(wordbook_open("id_ID", &none, &e));
    assert_non_null(strstr(str_text(&e.text), "libhunspell"));
    error_free(&e);

    struct language *language = language_new("dictionaries", LANG_EN);
    assert_int_equal(speller_look(language_speller(language), SLICE("qaqa-qaqa-qaqu")), WORD_DICTIONARY);
    assert_non_null(strstr(language_problem(language), "libhunspell"));
    assert_int_equal(speller_look(language_speller(language), SLICE("melakukqn")), WORD_UNKNOWN);
    assert_int_equal(speller_look(language_speller(language), SLICE("sedang")), WORD_ATTESTED);
    language_free(language);

    hidden = false;
    struct wordbook *book = wordbook_open("id_ID", &none, &e);
    assert_non_null(book);
    assert_true(wordbook_has(book, SLICE("sedang")));
    assert_false(wordbook_has(book, SLICE("sedxng")));
    wordbook_close(book);
}

/* Restricted, no library can be read any more: it was loaded before. */
static void restricted_it_is_there(void **state) {
    struct str arguments = {0}, out = {0};
    (void)state;
    file_make(test_folder, "naskah.md", SLICE("Wali kota membuka qàqà di kota itu.\n"));
    str_printf(&arguments, "--lang=en --restricted='%s' check naskah.md", test_folder);
    program_complains(str_text(&arguments), &out);
    assert_null(strstr(str_text(&out), "hunspell"));
    str_free(&arguments);
    str_free(&out);
}

int main(void) {
    setenv("XDG_DATA_HOME", "/nonexistent", 1);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_name_has_its_function),
        cmocka_unit_test(a_library_that_lacks_a_function_is_none),
        cmocka_unit_test(without_hunspell_it_is_said),
        cmocka_unit_test(restricted_it_is_there),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
