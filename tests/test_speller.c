/* language/speller: what is known and from where; own words and the affixes of their example. */
#include "language/spelling/speller.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static int open_language(void **state) {
    setenv("XDG_DATA_HOME", "/nonexistent", 1);
    *state = language_new("dictionaries", LANG_ID);
    return 0;
}

static int close_language(void **state) {
    language_free(*state);
    return 0;
}

static void known_words_are_known(void **state) {
    static const char *const words[] = {
        "digelar",
        "tegasnya",
        "medsos",
        "bermedsos",
        "warganet",
        "optimalisasi",
        "akuntabilitas",
        "diseminasi",
        "seputar",
        "Bimtek",
        "Pemko",
        "kebijakan-kebijakannya",
        "disembunyi-sembunyikan",
        "bermaaf-maafan",
        "antarnagari",
        "pascapanen",
        "nonformal",
        "datanya",

        "merealokasi",
        "pagi-sore",
        "ketidakhadirannya",
        "mengesampingkan",
        "seluas-luasnya",
        "musrenbang",
        "diperjuangkannya",
        "disalahgunakan",
        "ketatausahaan",
        "kegotongroyongan",
        "keanekaragamannya",
        "bercermin",
        "lebatnya",
        "tanggulnya",
        "dipilah",
        "inilah",
        "bukalah",
        "menyudahi",
    };
    struct speller *speller = language_speller(*state);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (speller_look(speller, slice_of(words[i])) == WORD_UNKNOWN) fail_msg("%s is unknown", words[i]);
    assert_int_equal(speller_look(speller, SLICE("rumah")), WORD_ATTESTED);
    assert_int_equal(speller_look(speller, SLICE("musrenbang")), WORD_GOVERNMENT);
    assert_int_equal(speller_look(speller, SLICE("spreadsheet")), WORD_FOREIGN);
}

static void misspellings_are_not(void **state) {
    static const char *const words[] = {
        "pesreta",      "kegitan",       "masyarkat", "pembangunnan", "perusahan", "menghadirii",
        "penyampaikan", "menfasilitasi", "acarnya",   "kebersaman",   "walikta",   "pemerinth",
        "didaeerah",    "melali",        "setlah",    "terlah",       "menyajai",
    };
    struct speller *speller = language_speller(*state);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (speller_look(speller, slice_of(words[i])) != WORD_UNKNOWN) fail_msg("%s is known", words[i]);
}

static void hostile_words_are_unknown(void **state) {
    struct speller *speller = language_speller(*state);
    char longest[4 * WORD_LIMIT];
    memset(longest, 'a', sizeof longest);
    assert_int_equal(speller_look(speller, (struct slice){longest, sizeof longest}), WORD_UNKNOWN);
    assert_int_equal(speller_look(speller, SLICE("")), WORD_UNKNOWN);
    assert_int_equal(speller_look(speller, SLICE("\xff\xfe")), WORD_UNKNOWN);
    assert_int_equal(speller_look(speller, SLICE("-")), WORD_UNKNOWN);
    speller_look(speller, SLICE("a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z"));
}

static void own_words_take_what_their_example_takes(void **state) {
    struct speller *speller = language_speller(*state);
    assert_int_equal(speller_look(speller, SLICE("zumbrika")), WORD_UNKNOWN);
    speller_add(speller, SLICE("Zumbrika"), SLICE(""), WORD_OWN);
    assert_int_equal(speller_look(speller, SLICE("zumbrika")), WORD_OWN);
    assert_int_equal(speller_look(speller, SLICE("dizumbrikakan")), WORD_UNKNOWN);
    speller_add(speller, SLICE("zumbrika"), SLICE("data"), WORD_HOUSE);
    assert_int_equal(speller_look(speller, SLICE("zumbrika")), WORD_HOUSE);
    assert_int_equal(speller_look(speller, SLICE("zumbrikanya")), WORD_FORMED);
    assert_int_equal(speller_look(speller, SLICE("pezumbrikaan")), WORD_UNKNOWN);
}

static void without_dictionaries_it_keeps_working(void **state) {
    (void)state;
    struct language *language = language_new("/nonexistent", LANG_ID);
    struct speller *speller = language_speller(language);
    assert_int_equal(speller_look(speller, SLICE("rumah")), WORD_DICTIONARY);
    assert_string_not_equal(language_problem(language), "");
    language_free(language);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(known_words_are_known, open_language, close_language),
        cmocka_unit_test_setup_teardown(misspellings_are_not, open_language, close_language),
        cmocka_unit_test_setup_teardown(hostile_words_are_unknown, open_language, close_language),
        cmocka_unit_test_setup_teardown(own_words_take_what_their_example_takes, open_language,
                                        close_language),
        cmocka_unit_test(without_dictionaries_it_keeps_working),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
