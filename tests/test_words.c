/* language/sentence/words.c: what stands at a token, whichever index is asked for. */
#include "language/sentence/words.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void answers(void **state) {
    (void)state;
    static const char *const days[] = {"senin", "selasa", NULL};
    struct language *language = language_new("dictionaries", LANG_ID);
    struct analysis a;
    analysis_make(&a, language, SLICE("Selasa(15/4) — Rp5.000, kata Rina..."));
    assert_true(token_is(&a, 0, "SELASA"));
    assert_true(token_among(&a, 0, days));
    assert_true(token_is_capital(&a, 0));
    assert_true(token_is_joined(&a, 1));
    assert_true(token_is_mark(&a, 1, "[("));
    assert_true(token_is_number(&a, 2));
    assert_true(token_is_dash(&a, 4));
    assert_false(token_is_joined(&a, 4));
    assert_true(token_is_small(&a, 8));
    assert_true(slice_equal_text(token_range(&a, 8, 10), "kata Rina"));
    assert_true(slice_equal_text(token_gap(&a, 9), " "));
    assert_true(token_is(&a, 10, "..."));
    assert_false(token_is_mark(&a, 10, ".")); /* three of them are another mark */
    analysis_free(&a);
    language_free(language);
}

/* Before the first and after the last token nothing stands. */
static void outside(void **state) {
    (void)state;
    static const char *const any[] = {"kata", "", NULL};
    struct language *language = language_new("dictionaries", LANG_ID);
    struct analysis a;
    analysis_make(&a, language, SLICE("kata"));
    const size_t indices[] = {SIZE_MAX, 1, 2};
    for (size_t k = 0; k < 3; k++) {
        size_t i = indices[k];
        assert_null(token_at(&a, i));
        assert_int_equal(token_word(&a, i).len, 0);
        assert_false(token_is(&a, i, "kata") || token_among(&a, i, any) || token_is_dash(&a, i));
        assert_false(token_is_mark(&a, i, ".,") || token_is_number(&a, i) || token_is_joined(&a, i));
        assert_false(token_is_capital(&a, i) || token_is_small(&a, i));
    }
    analysis_free(&a);
    language_free(language);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(answers), cmocka_unit_test(outside)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
