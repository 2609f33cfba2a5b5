/* language/sentence/clause.c, and the rules that ask it: check/rules/fronted.c, splice.c, comma_subject.c. */
#include "check_text.h"
#include "language/sentence/clause.h"
#include "language/sentence/speech.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* The words from the first to the one before | are, or are not, one noun phrase; 0 stands for none. */
static const struct {
    const char *text;
    size_t words;
    bool phrase;
} phrases[] = {
    {"Bupati Agam Rina Sari menyampaikan hal itu.", 4, true},
    {"Kegiatan ini bertujuan baik.", 2, true},
    {"Kapolres Agam yang hadir di aula itu menegaskan hal lain.", 7, true},
    {"Kapolres yang memimpin dan membuka rapat itu pulang.", 7, false},
    {"Rapat di aula itu ramai.", 4, false},
    {"Hasilnya Tim Agam menang.", 3, false},
    {"Warga desa pulang.", 2, false},
    {"Pekan Senin ini ramai.", 3, false},
    {"Kegiatan meninjau pasar itu ramai.", 4, false},
};

static void noun_phrases(void **state) {
    (void)state;
    struct language *language = language_new("dictionaries", LANG_ID);
    for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
        struct analysis a;
        analysis_make(&a, language, slice_of(phrases[i].text));
        if (clause_is_noun_phrase(&a, 0, phrases[i].words) != phrases[i].phrase)
            fail_msg("%s", phrases[i].text);
        analysis_free(&a);
    }
    language_free(language);
}

static void predicates(void **state) {
    (void)state;
    struct language *language = language_new("dictionaries", LANG_ID);
    struct analysis a;
    analysis_make(&a, language, SLICE("Warga itu juga telah membuka media adalah"));
    assert_int_equal(clause_predicate(&a, 2), 4);
    assert_int_equal(clause_predicate(&a, 5), SIZE_MAX);
    assert_int_equal(clause_predicate(&a, 6), 6);
    assert_int_equal(clause_predicate(&a, SIZE_MAX), SIZE_MAX);
    assert_true(clause_has_predicate(&a, 0, 5));
    assert_false(clause_has_predicate(&a, 0, 4));
    analysis_free(&a);
    language_free(language);
}

static void commas_between_subject_and_verb(void **state) {
    (void)state;
    const char *rule = "typography.comma";
    expect_findings(rule, "Disamping itu, dibangun pula jembatan desa.", "");
    expect_findings(rule, "Posyandu Melati, bertujuan menjaga gizi balita.",
                    "Melati, bertujuan>Melati bertujuan");
    expect_findings(rule, "Dalam rapat itu, Camat Matur, mengatakan jalan rusak.",
                    "Matur, mengatakan>Matur mengatakan");
    expect_findings(rule, "Kapolres Agam yang juga hadir dalam kegiatan ini, menegaskan hal lain.",
                    "ini, menegaskan>ini menegaskan");
    expect_findings(rule, "Rina mengatakan, Rapat warga hari ini, merupakan yang kedua.",
                    "ini, merupakan>ini merupakan");
    expect_findings(rule, "Camat Matur, mewakili bupati, membuka rapat itu.", "");
    expect_findings(rule, "Bupati Agam, didampingi Sekda Rina, membuka rapat itu.", "");
    expect_findings(rule, "Dalam rapat itu, Camat Matur, Rina Sari, mengatakan jalan rusak.", "");
    expect_findings(rule, "Baru-baru ini, menghilang seekor kerbau.", "");
    expect_findings(rule, "Rina Sari S.Pd, mengatakan jalan rusak.", "");
    expect_findings(rule, ", digelar rapat warga nagari.", "");
    expect_findings(rule, "Senin sore ini, digelar rapat warga.", "");
    expect_findings(rule, "Lubuk Basung, membuka pasar baru bukan hal mudah.", "");
}

static void what_stands_first(void **state) {
    (void)state;
    const char *rule = "typography.fronted";
    expect_findings(rule, "Dalam rapat tahunan itu warga meminta jembatan baru.", "itu warga>itu, warga");
    expect_findings(rule, "Setelah rapat tahunan itu Camat Rina meninjau pasar.", "itu Camat>itu, Camat");
    expect_findings(rule, "Untuk menjaga pasar lama Camat Rina meminta warga berjaga.",
                    "lama Camat>lama, Camat");
    expect_findings(rule, "Selain menjaga pasar lama warga juga menanam bibit kakao.",
                    "Selain menjaga pasar lama warga juga menanam");
    expect_findings(rule, "Menurut warga nagari pasar lama dibuka kembali pekan depan, dan jalan diperbaiki.",
                    "Menurut warga nagari pasar lama dibuka");
    expect_findings(rule, "Untuk kegiatan kader nagari baru dilaksanakan pekan depan, Selasa pagi.",
                    "Untuk kegiatan kader nagari baru dilaksanakan");
    expect_findings(rule, "Dalam rapat tahunan itu, warga meminta jembatan baru.", "");
    expect_findings(rule, "Dalam rapat tahunan itu dibahas jembatan baru.", "");
    expect_findings(rule, "Dalam rapat tahunan itu juga warga meminta jembatan.", "");
    expect_findings(rule, "Setelah rapat tahunan itu warga pulang, dan pasar sepi.", "");
    expect_findings(rule, "Karena itulah warga nagari itu menunggu sampai sore hari.", "");
    expect_findings(rule, "Selain itu warga juga menanam bibit kakao di sana.", "");
    expect_findings(rule, "Untuk bantuan itu camat dalam hal ini Dinas Sosial berterima kasih.",
                    "itu camat>itu, camat");
    expect_findings(rule, "Menurut warga yang menunggu sejak pagi hari, pasar dibuka.", "");
    expect_findings(rule, "Sebagai upaya mengurangi sampah, camat membuka bank sampah.", "");
    expect_findings(rule, "Untuk menjaga pasar lama, Camat Rina meminta warga berjaga.", "");
}

static void sentences_joined_by_a_comma(void **state) {
    (void)state;
    const char *rule = "typography.splice";
    expect_findings(rule, "Kader memeriksa semua balita, hal ini dilakukan tiap bulan.",
                    "balita, hal>balita. Hal");
    expect_findings(rule, "Camat mendampingi warga, beliau menyampaikan terima kasih.",
                    "warga, beliau>warga. Beliau");
    expect_findings(rule, "Camat mengucapkan selamat, semoga warga sehat.",
                    "selamat, semoga>selamat. Semoga");
    expect_findings(rule, "Karena hujan turun, kegiatan ini ditunda.", "");
    expect_findings(rule, "Segera setelah menutup rapat, beliau meninjau pasar.", "");
    expect_findings(rule, "Warga tidak hanya menanam bibit, kegiatan itu juga menambah ilmu.", "");
    expect_findings(rule, "Camat mengatakan, kegiatan ini bertujuan baik.", "");
    expect_findings(rule, "Kader yang hadir di sana, kegiatan ini dibuka camat.", "");
    expect_findings(rule, "Camat membuka rapat, kegiatan tahunan warga.", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(noun_phrases),
        cmocka_unit_test(predicates),
        cmocka_unit_test(commas_between_subject_and_verb),
        cmocka_unit_test(what_stands_first),
        cmocka_unit_test(sentences_joined_by_a_comma),
    };
    return cmocka_run_group_tests_name("clause", tests, NULL, NULL);
}
