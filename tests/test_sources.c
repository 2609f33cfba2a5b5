/* check/vague.c, passive.c, figure.c: statements without a source that can be checked. */
#include "check/checker.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* The texts of the findings of one rule, with ; between. */
static void assert_found(enum rule_id rule, const char *draft, const char *expected) {
    bool enabled[RULE_COUNT] = {0};
    enabled[rule] = true;
    struct language *language = language_new("dictionaries", LANG_ID);
    struct text *text = text_from(slice_copy(slice_of(draft)), strlen(draft));
    struct checker *checker = checker_new(language, LANG_ID, enabled);
    checker_attach(checker, text);
    checker_run(checker, 0, NULL, NULL);
    const struct findings *findings = checker_findings(checker);
    struct str got = {0};
    for (size_t i = 0; i < findings->list.count; i++) {
        if (i) str_append_byte(&got, ';');
        text_copy(text, findings->list.items[i].start, findings->list.items[i].end, &got);
    }
    assert_string_equal(str_text(&got), expected);
    assert_string_equal(language_problem(language), "");
    str_free(&got);
    checker_free(checker);
    text_free(text);
    language_free(language);
}

static void vague_sources(void **state) {
    (void)state;
    enum rule_id rule = RULE_ATTRIBUTION_VAGUE;
    assert_found(rule, "Sejumlah penelitian menunjukkan bahwa tidur siang menyehatkan.",
                 "Sejumlah penelitian menunjukkan");
    assert_found(rule, "Banyak pihak juga menilai pasar itu kotor.", "Banyak pihak juga menilai");
    assert_found(rule, "Menurut sejumlah warga, air mati tiga hari.", "sejumlah warga");
    assert_found(rule, "Beredar kabar bahwa pasar akan pindah.", "Beredar kabar");
    assert_found(rule, "Keputusan itu dinilai sejumlah kalangan terlambat.", "sejumlah kalangan");
    assert_found(rule, "Kata sumber yang dapat dipercaya, rapat batal.", "sumber yang dapat dipercaya");
    /* a named body clears it, before its verb, as an example, or as the speaker of the sentence */
    assert_found(rule, "Sejumlah penelitian, antara lain dari BRIN (2023), menunjukkan hal itu.", "");
    assert_found(rule, "Sejumlah pakar Universitas Andalas menilai pasar itu kotor.", "");
    assert_found(rule, "Banyak pihak menilai pasar itu kotor, kata Bupati Benny Utama.", "");
    assert_found(rule, "Sejumlah warga mengeluhkan banjir. Salah satunya Rina, warga Lubuk Alung.", "");
    assert_found(rule,
                 "Beberapa warga mengeluhkan banjir. Menurut salah seorang warga, Rina, air cepat naik.", "");
    assert_found(rule, "Sejumlah pedagang mengaku rugi. Rina (36), pedagang sayur, khawatir modalnya habis.",
                 "");
    assert_found(rule, "Banyak pihak menilai izin itu cacat. Mereka antara lain Walhi dan LBH Padang.", "");
    assert_found(rule, "Menurut pakar hukum tata negara Universitas Andalas, Feri, aturan itu sah.", "");
    assert_found(rule, "Banyak pihak menilai pasar itu kotor. Salah satu sebabnya parit yang mampet.",
                 "Banyak pihak menilai");
    /* nobody is said to have said it */
    assert_found(rule, "Jika banyak pihak menilai loket lambat, loket ditambah.", "");
    assert_found(rule, "Jika loket lambat, banyak pihak menilai dinas abai.", "banyak pihak menilai");
    assert_found(rule, "Kemungkinan sebagian orang menganggap tarif itu mahal.", "");
    assert_found(rule, "Banyak orang akan menilai kita dari kebersihan pasar.", "");
    assert_found(rule, "Apakah banyak orang menilai pajak itu adil?", "");
    assert_found(rule, "Dinas meminta beberapa pihak menyatakan sikap tertulis.", "");
    assert_found(rule, "Belum ada penelitian menunjukkan tanaman itu berbahaya.", "");
    assert_found(rule, "Dinas menelusuri informasi yang beredar di grup warga.", "");
    assert_found(rule, "Banyak pihak tidak percaya angka itu.", "Banyak pihak tidak percaya");
    /* a group of any kind, and nobody at all */
    assert_found(rule, "Beberapa pedagang mengaku rugi.", "Beberapa pedagang mengaku");
    assert_found(rule, "Tidak sedikit yang mengeluhkan loket itu.", "Tidak sedikit yang mengeluhkan");
    assert_found(rule, "Ada yang menyebut lahan itu milik adat.", "Ada yang menyebut");
    assert_found(rule, "Ada yang datang berjalan kaki.", "");
    /* no source at all */
    assert_found(rule, "Acara itu melibatkan banyak pihak dan sejumlah warga.", "");
    assert_found(rule, "\"Banyak pihak menilai kami lambat,\" kata Rina.", "");
}

static void passives(void **state) {
    (void)state;
    enum rule_id rule = RULE_ATTRIBUTION_PASSIVE;
    assert_found(rule, "Program ini dinilai berhasil. Cara itu dianggap murah dan diyakini aman.",
                 "dinilai;dianggap;diyakini");
    assert_found(rule, "Pasar itu disebut-sebut terbesar di Sumatera.", "disebut-sebut");
    assert_found(rule, "Program ini dinilai oleh Bappeda berhasil. Cara itu diyakini warga aman.", "");
    assert_found(rule, "Menurut Rina, program ini dinilai berhasil.", "");
    assert_found(rule, "Pelaku diduga mencuri. Peserta yang absen dianggap gugur. Lomba dinilai dari isinya.",
                 "");
}

static void figures(void **state) {
    (void)state;
    enum rule_id rule = RULE_ATTRIBUTION_FIGURE;
    assert_found(rule, "Sebanyak 67 persen warga memakai media sosial.", "67 persen");
    assert_found(rule, "Kabupaten itu menempati peringkat kedua di provinsi.", "peringkat kedua");
    assert_found(rule, "Menurut laporan BPS 2024, sebanyak 67% warga memakai media sosial.", "");
    assert_found(rule, "Data itu dirilis BPS pada Mei. Sebanyak 67% warga memakai media sosial.", "");
    assert_found(
        rule, "Tingkat hunian hotel naik 12 persen. Demikian disampaikan Kepala Dinas Pariwisata Yani.", "");
    assert_found(rule, "\"Hunian naik 12 persen,\" kata Yani.", "");
    assert_found(rule, "Peserta 120 orang membayar Rp50.000 pada 3 Mei 2024. Diskon 20 persen diberikan.",
                 "");
    assert_found(rule, "Kapasitas dibatasi 50 persen.", "");
    assert_found(rule, "Kepala BPS Yani memaparkan hasil survei.\n\nSebanyak 67 persen warga melek media.",
                 "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vague_sources),
        cmocka_unit_test(passives),
        cmocka_unit_test(figures),
    };
    return cmocka_run_group_tests_name("sources", tests, NULL, NULL);
}
