/* spelling.context: slips that make another word, and right words beside which nothing may be said. */
#include "spelling.h"

#include "language/spelling/slips.h"

static void slips_in_their_sentences(void **state) {
    static const struct spelling_case cases[] = {
        {"Bupati hadir dalam acar tersebut bersama jajaran.", "acar", "acara"},
        {"Kegiatan itu dihadiri pada pejabat di lingkungan dinas.", "pada", "para"},
        {"Bantuan itu diberikan kepada pada petani di tiga desa.", "pada", "para"},
        {"Kami mengucapkan terima kasih atau dukungan masyarakat.", "atau", "atas"},
        {"Ia menyampaikan terima kasih kepala seluruh panitia.", "kepala", "kepada"},
        {"Lomba itu dilaksanakan salam rangka hari jadi kabupaten.", "salam", "dalam"},
        {"Peserta berasal dari berbagai darah di provinsi itu.", "darah", "daerah"},
    };
    bench_cases(*state, RULE_SPELLING_CONTEXT, cases, sizeof cases / sizeof *cases);
}

static void right_words(void **state) {
    static const struct spelling_case cases[] = {
        {"Petugas menerima bukti uang saat penyerahan.", NULL, NULL},
        {"Warga memakan acar dan lauk di rumah.", NULL, NULL},
        {"Palang merah mengumpulkan darah dari warga.", NULL, NULL},
        {"Hal itu tecermin dari capaian tahun ini.", NULL, NULL},
        {"Bantuan diserahkan kepada kepala dinas dan kepala desa.", NULL, NULL},
        {"Rapat membahas dana transfer ke daerah, atau kas desa.", NULL, NULL},
        {"Jumlah gang di kelurahan itu bertambah.", NULL, NULL},
        {"Pendaftaran kami buka lagi minggu depan.", NULL, NULL},
        {"Para petani menanam padi pada awal musim.", NULL, NULL},
        {"Kini warga dapat mengurus surat di kantor camat.", NULL, NULL},
        {"Bupati berharap kegiatan ini terus berlanjut pada tahun depan.", NULL, NULL},
    };
    bench_cases(*state, RULE_SPELLING_CONTEXT, cases, sizeof cases / sizeof *cases);
}

static bool slips(struct language *language, const char *word, const char *meant) {
    for (struct slice rest = slips_of(language, slice_of(word)); rest.len;)
        if (slice_equal_text(slice_cut(&rest, ' '), meant)) return true;
    return false;
}

static void kinds_of_slips(void **state) {
    struct language *language = ((struct bench *)*state)->language;
    assert_true(slips(language, "acar", "acara"));    /* forgotten at the end */
    assert_true(slips(language, "ama", "lama"));      /* at the start */
    assert_true(slips(language, "salam", "dalam"));   /* neighbouring key */
    assert_true(slips(language, "seusai", "sesuai")); /* swapped */
    assert_true(slips(language, "iini", "ini"));      /* hit twice */
    assert_false(slips(language, "kepala", "kepada"));
    assert_false(slips(language, "ini", "ini"));
}

/* Two words on either side: agents for what they do, words with a capital. */
static void agents_and_capitals(void **state) {
    static const struct spelling_case cases[] = {
        {"Kepala desa menyampaikan permohon maaf kepada warga.", "permohon", "permohonan"},
        {"Setiap pemilih di kecamatan itu hadir.", NULL, NULL},
    };
    bench_cases(*state, RULE_SPELLING_CONTEXT, cases, sizeof cases / sizeof *cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(agents_and_capitals),
                                       cmocka_unit_test(slips_in_their_sentences),
                                       cmocka_unit_test(right_words), cmocka_unit_test(kinds_of_slips)};
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
