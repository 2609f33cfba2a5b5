/* spelling.context: slips that make another word, and right words beside which nothing may be said. */
#include "spelling.h"

#include "language/spelling/rivals.h"
#include "program.h"

#include <dirent.h>
#include <unistd.h>

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

/* What is done, for who does it. */
static void deeds(void **state) {
    static const struct spelling_case cases[] = {
        {"Kedua desa melakukan penandatangan nota itu.", "penandatangan", "penandatanganan"},
        {"Camat melaksanakan penyebar benih ikan.", "penyebar", "penyebaran"},
        {"Camat melakukan pembinaan kepada pembina pramuka.", NULL, NULL},
        {"Hal itu dilakukan penguji kemarin.", NULL, NULL},
        {"Rapat itu dihadiri penandatangan nota itu.", NULL, NULL},
    };
    bench_cases(*state, RULE_SPELLING_CONTEXT, cases, sizeof cases / sizeof *cases);
}

/* A pattern and the ranking agree: one finding. */
static void said_once(void **state) {
    struct str wrong = {0}, right = {0};
    assert_int_equal(bench_check(*state, "Menurut prakiraan, angina kencang masih akan bertiup.",
                                 RULE_SPELLING_CONTEXT, &wrong, &right),
                     1);
    str_free(&wrong);
    str_free(&right);
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
        {"Setelah berziarah ke makan keramat, rombongan kembali ke kantor.", "makan", "makam"},
        {"Kantor kembali buka pada hari pertama setelah libur pajang.", "pajang", "panjang"},
        {"Anggaran itu disusun seusai peraturan menteri keuangan.", "seusai", "sesuai"},
        {"Camat berharap program itu bias bermanfaat bagi warga.", "bias", "bisa"},
        {"Penjual itu masih aka ada di pasar.", "aka", "akan"},
        {"Menurut prakiraan, angina kencang masih akan bertiup.", "angina", "angin"},
    };
    bench_cases(*state, RULE_SPELLING_CONTEXT, cases, sizeof cases / sizeof *cases);
}

/* After who does it, -kan and -i make the verb; what stands beside its rival is meant. */
static void no_slips(void **state) {
    static const struct spelling_case cases[] = {
        {"Perbedaan itu kita sudahi sekarang juga.", NULL, NULL},
        {"Nanti kita akan segerakan pembangunannya.", NULL, NULL},
        {"Bantuan tunai tahun ini kita anggarkan sebesar dua miliar rupiah.", NULL, NULL},
        {"Hal itu yang kita dapati dari sekolah lain.", NULL, NULL},
        {"Mitos yang mereka percayai tidak benar.", NULL, NULL},
        {"Tim akan terus melakukan pemantauan dan sidak terhadap stok beras.", NULL, NULL},
        {"Setelah itu acara inti segera dimulai.", NULL, NULL},
        {"Badan boleh lelah, tapi kaki ini masih kuat berjalan.", NULL, NULL},
        {"Asisten I Setda Rina Wulandari mengharapkan data itu.", NULL, NULL},
        {"Dinas melakukan pengawalan dan pengawasan penyaluran pupuk.", NULL, NULL},
        {"Mereka membeli tahu dan tempe di pasar.", NULL, NULL},
        {"Setiap pemilih di kecamatan itu hadir.", NULL, NULL},
    };
    bench_cases(*state, RULE_SPELLING_CONTEXT, cases, sizeof cases / sizeof *cases);
}

/* The dictionaries without what was prepared of them. */
static char *plain_folder(void) {
    char *folder = folder_make();
    DIR *entries = opendir("dictionaries");
    for (const struct dirent *entry; (entry = readdir(entries)) != NULL;) {
        struct str from = {0}, to = {0};
        if (!slice_ends(slice_of(entry->d_name), SLICE(".tsv"))) continue;
        char *whole = realpath("dictionaries", NULL);
        str_printf(&from, "%s/%s", whole, entry->d_name);
        str_printf(&to, "%s/%s", folder, entry->d_name);
        assert_int_equal(symlink(str_text(&from), str_text(&to)), 0);
        free(whole);
        str_free(&from);
        str_free(&to);
    }
    closedir(entries);
    return folder;
}

static void rivals_are_as_they_were_prepared(void **state) {
    static const char *const words[] = {"acar",  "pada",    "kepala",  "tahu",
                                        "darah", "selesai", "membali", "qaqa"};
    char *folder = plain_folder();
    struct language *prepared = language_new("dictionaries", LANG_ID), *plain = language_new(folder, LANG_ID);
    (void)state;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct str a = {0}, b = {0};
        rivals_keep(prepared, language_word(prepared, slice_of(words[i])), &a);
        rivals_keep(plain, language_word(plain, slice_of(words[i])), &b);
        assert_true(slice_equal(str_slice(&a), str_slice(&b)));
        assert_true(a.len > 0 || strcmp(words[i], "qaqa") == 0);
        str_free(&a);
        str_free(&b);
    }
    language_free(prepared);
    language_free(plain);
    folder_remove(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(deeds),
                                       cmocka_unit_test(said_once),
                                       cmocka_unit_test(slips_in_their_sentences),
                                       cmocka_unit_test(right_words),
                                       cmocka_unit_test(trained_slips),
                                       cmocka_unit_test(no_slips),
                                       cmocka_unit_test(rivals_are_as_they_were_prepared)};
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
