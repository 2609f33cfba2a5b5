/* language/suggest: the right word stands first. */
#include "language/spelling/speller.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static struct language *language;

static int open_language(void **state) {
    (void)state;
    language = language_new("dictionaries", LANG_ID);
    return 0;
}

static int close_language(void **state) {
    (void)state;
    language_free(language);
    return 0;
}

static void first_is(const char *wrong, const char *before, const char *after, const char *right) {
    struct suggestions list;
    speller_suggest(language_speller(language), slice_of(wrong), slice_of(before), slice_of(after), &list);
    if (!list.count) fail_msg("%s: nothing", wrong);
    assert_string_equal(list.items[0], right);
    suggestions_free(&list);
}

static void slips_of_every_kind(void **state) {
    (void)state;
    first_is("pesreta", "", "", "peserta");
    first_is("kegitan", "", "", "kegiatan");
    first_is("pembangunnan", "", "", "pembangunan");
    first_is("pemerintsh", "", "", "pemerintah");
    first_is("menfasilitasi", "", "", "memfasilitasi");
    first_is("kolaborsai", "", "", "kolaborasi");
    first_is("keriativitas", "", "", "kreativitas");
    first_is("penyampaikan", "", "", "penyampaian");
    first_is("terimakasih", "", "", "terima kasih");
    first_is("istemewa", "", "", "istimewa");
    first_is("akuntabiltas", "", "", "akuntabilitas");
    first_is("pelatitihan", "", "", "pelatihan");
    first_is("aklak", "", "", "akhlak");
    first_is("arab", "negara", "", "Arab");
    first_is("dikejauhan", "tampak", "dari", "di kejauhan");
    first_is("dikeesokan", "", "hari", "di keesokan");
    first_is("kepelosok", "sampai", "nagari", "ke pelosok");
    first_is("reporitori", "", "", "repositori");
    first_is("ucing", "", "", "kucing");
    first_is("mengahilkan", "", "", "menghasilkan");
    first_is("masarakat", "", "", "masyarakat");
    first_is("mengawasan", "", "", "pengawasan");
    first_is("diresmian", "", "", "diresmikan");
    first_is("mengintegrrasikan", "", "", "mengintegrasikan");
}

static void the_words_beside_it_decide(void **state) {
    (void)state;
    first_is("wargs", "para", "", "warga");
    first_is("ruma", "", "sakit", "rumah");
}

static void what_is_proposed_is_standard(void **state) {
    (void)state;
    first_is("kerjsama", "", "", "kerja sama");
    first_is("mensosialiasikan", "", "", "menyosialisasikan");
    first_is("aktifits", "", "", "aktivitas");
    first_is("menyelenggaran", "", "", "penyelenggaraan");
    first_is("diimingi", "", "", "diiming-imingi");
}

static void the_case_is_kept(void **state) {
    (void)state;
    first_is("Pesreta", "", "", "Peserta");
    first_is("PESRETA", "", "", "PESERTA");
}

static void letters_that_look_alike(void **state) {
    (void)state;
    first_is("lbu", "kepada", "", "Ibu");
    first_is("lndonesia", "", "", "Indonesia");
    first_is("Iokasi", "menuju", "", "lokasi");
    first_is("Penghasllan", "", "", "Penghasilan");
    first_is("IOKASI", "", "", "LOKASI");
}

static void never_more_than_six_and_none_for_what_is_no_word(void **state) {
    (void)state;
    struct suggestions list;
    speller_suggest(language_speller(language), SLICE("mka"), SLICE(""), SLICE(""), &list);
    assert_true(list.count >= 1 && list.count <= SUGGESTIONS);
    suggestions_free(&list);
    char longest[4 * WORD_LIMIT];
    memset(longest, 'a', sizeof longest);
    speller_suggest(language_speller(language), (struct slice){longest, sizeof longest}, SLICE(""), SLICE(""),
                    &list);
    assert_int_equal(list.count, 0);
    speller_suggest(language_speller(language), SLICE("\xff\xfeq"), (struct slice){longest, sizeof longest},
                    SLICE(""), &list);
    suggestions_free(&list);
}

/* peny- and memper- stand in the dictionary, and are known when they are written; no one means them. */
static void bound_forms_are_no_proposals(void **state) {
    (void)state;
    static const char *const wrong[] = {"peny", "penye", "memp", "antarr", "sekr", "meng"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct suggestions list;
        speller_suggest(language_speller(language), slice_of(wrong[i]), SLICE(""), SLICE(""), &list);
        for (size_t k = 0; k < list.count; k++)
            if (strchr("-", list.items[k][strlen(list.items[k]) - 1]) || list.items[k][0] == '-')
                fail_msg("%s: %s", wrong[i], list.items[k]);
        suggestions_free(&list);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(slips_of_every_kind),
        cmocka_unit_test(the_words_beside_it_decide),
        cmocka_unit_test(what_is_proposed_is_standard),
        cmocka_unit_test(the_case_is_kept),
        cmocka_unit_test(letters_that_look_alike),
        cmocka_unit_test(bound_forms_are_no_proposals),
        cmocka_unit_test(never_more_than_six_and_none_for_what_is_no_word),
    };
    return cmocka_run_group_tests(tests, open_language, close_language);
}
