/* The whole check of hostile drafts: eight times the text takes about eight times as long, not sixty-four. */
#include "check/checker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <time.h>

#include <cmocka.h>

enum { SMALL = 6000, TIMES = 8, RATIO_MOST = 24 };

/* Each once took the square of its length. */
static const char *const pieces[] = {"I ",
                                     "Kepala Dinas ",
                                     "enggan disebut namanya ",
                                     "menurut kabar ",
                                     "gunawan kata tidak sedikit orang tua",
                                     "sumber yang dapat dipercaya kendati pun% maupun ujar "};

static clock_t check(struct language *language, const char *piece, size_t length) {
    struct rule_book *book = rule_book_new(language, "dictionaries");
    struct rule_set set;
    rule_set_default(&set, book);
    for (size_t i = 0; i < RULE_COUNT; i++)
        set.enabled[i] = true;
    struct str bytes = {0};
    while (bytes.len < length)
        str_append(&bytes, slice_of(piece));
    struct text *text = text_with(str_slice(&bytes));
    struct checker *checker = checker_new(language, LANG_ID, set.enabled);
    checker_rules(checker, &set);
    clock_t begun = clock();
    checker_attach(checker, text);
    assert_true(checker_run(checker, 0, NULL, NULL));
    clock_t taken = clock() - begun;
    checker_free(checker);
    rule_book_free(book);
    text_free(text);
    str_free(&bytes);
    return taken;
}

static void time_grows_with_length(void **state) {
    (void)state;
    struct language *language = language_new("dictionaries", LANG_ID);
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        check(language, pieces[i], 1); /* loads what it needs */
        clock_t small = check(language, pieces[i], SMALL), most = small * RATIO_MOST + CLOCKS_PER_SEC / 20;
        clock_t large = check(language, pieces[i], (size_t)SMALL * TIMES);
        if (large > most) fail_msg("%s: %ld, then %ld us", pieces[i], (long)small, (long)large);
    }
    language_free(language);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(time_grows_with_length)};
    return cmocka_run_group_tests_name("hostile_time", tests, NULL, NULL);
}
