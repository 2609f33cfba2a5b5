/* spelling.context: slips that make another word, and right words beside which nothing may be said. */
#include "spelling.h"

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

/* What the trees found in text that nobody had trained them on. */
static void trained_slips(void **state) {
    static const struct spelling_case cases[] = {
        {"Pemerintah kabupaten akan menyalurkan bantuan kepada warga yang meninggal di lokasi bencana, terdiri atas beras dan "
         "tenda, untuk beberapa tahu mendatang.",
         "tahu", "tahun"},
        {"Camat berharap program itu bias bermanfaat bagi warga.", "bias", "bisa"},
        {"Penjual itu masih aka ada di pasar.", "aka", "akan"},
        {"Menurut prakiraan, angina kencang masih akan bertiup.", "angina", "angin"},
    };
    bench_cases(*state, RULE_SPELLING_CONTEXT, cases, sizeof cases / sizeof *cases);
}

/* Behind who does it, -kan and -i make the verb; what stands beside its rival is meant. */
static void no_slips(void **state) {
    static const struct spelling_case cases[] = {
        {"Perbedaan itu kita sudahi sekarang juga.", NULL, NULL},
        {"Nanti kita akan segerakan pembangunannya.", NULL, NULL},
        {"Dinas melakukan pengawalan dan pengawasan penyaluran pupuk.", NULL, NULL},
        {"Mereka membeli tahu dan tempe di pasar.", NULL, NULL},
        {"Setiap pemilih di kecamatan itu hadir.", NULL, NULL},
    };
    bench_cases(*state, RULE_SPELLING_CONTEXT, cases, sizeof cases / sizeof *cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(slips_in_their_sentences),
                                       cmocka_unit_test(right_words), cmocka_unit_test(trained_slips),
                                       cmocka_unit_test(no_slips)};
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
