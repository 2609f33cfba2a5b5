/* spelling.repeated: true repetitions, reduplication without its hyphen, and what is neither. */
#include "spelling.h"

static void repetitions(void **state) {
    static const struct spelling_case cases[] = {
        {"Kegiatan ini ini dibuka wali kota.", "ini ini", "ini"},
        {"Warga yang yang hadir diminta mengisi daftar.", "yang yang", "yang"},
        {"Ini ini saja yang dibahas.", "Ini ini", "Ini"},
        {"Desa itu di Kabupaten Musi Banyuasin Banyuasin.", "Banyuasin Banyuasin", "Banyuasin"},
        {"Syair itu berbunyi ngaso ngaso bara lao.", NULL, NULL}, /* another language */
        {"Ia datang ke ke ke balai desa.", "ke ke ke", "ke"},
        {"Peraturan Nomor 50 Tahun Tahun 2020 berlaku.", "Tahun Tahun", "Tahun"},
        {"Program pemulihan ekonomi ekonomi daerah dimulai.", "ekonomi ekonomi", "ekonomi"},
        {"Camat memeriksa benda benda bersejarah.", "benda benda", "benda-benda"},
        {"Bantuan beras, gula, dan lain lain dibagikan.", "lain lain", "lain-lain"},
        {"Hal itu diatur dalam Undang Undang Desa.", "Undang Undang", "Undang-Undang"},
        {"Warga bersama sama membersihkan parit.", "bersama sama", "bersama-sama"},
        {"Upaya itu dilakukan terus menerus oleh dinas.", "terus menerus", "terus-menerus"},
        {"Lampu warna warni dipasang.", "warna warni", "warna-warni"},
        {"Kepala sekolah memuji siswa siswinya.", "siswa siswinya", "siswa-siswinya"},
        {"Lurah menemui warga warganya.", NULL, NULL},
        {"Petani menanam umbi umbian.", "umbi umbian", "umbi-umbian"},
        {"Hal itu diatur peraturan perundang undangan.", "perundang undangan", "perundang-undangan"},
        {"Warga makan makanan sehat dan minum minuman segar.", NULL, NULL},
        {"Pasar dikunjungi rata rata 3.100 orang setiap hari.", "rata rata", "rata-rata"},
        {"Timbangan wajib dikalibrasi atau tera atau tera ulang.", NULL, NULL},
        {"A. Potensi desa potensi desa meliputi tanah dan air.", NULL, NULL},
        {"Cara mencegah banjir kali Banjir kali datang tiap tahun.", NULL, NULL},
        {"Jalan di Tanjung Jabung Jabung Timur rusak.", "Jabung Jabung", "Jabung"},
        {"Hari jadi Kota Sungai Penuh Penuh Makna.", NULL, NULL},
        {"Lurah Teluk Dalam dalam laporannya menyebut itu.", NULL, NULL},
        {"Hari demi hari air surut.", NULL, NULL},
        {"![Review Bintang Kuning](https://a.id/a.png)![Review Bintang Kuning](https://a.id/b.png)", NULL,
         NULL},
        {"**Lomba Makan Kerupuk** Lomba makan kerupuk digelar di lapangan.", NULL, NULL},
        {"Acara digelar di Kafe Lupa Lupa, Padang.", NULL, NULL},
        {"Gun Gun Heryanto hadir sebagai pembicara.", NULL, NULL},
        {"Nomor 20 20 dan 5 5 tetap.", NULL, NULL},
        {"Yang hadir, hadir sejak pagi.", NULL, NULL},
        {"Ya ya, kata warga itu.", NULL, NULL},
        {"Warga beramai-ramai mengangkat kayu.", NULL, NULL},
        {"Jangan datang kalau begitu begini.", NULL, NULL},
        {"|Uraian|Isi|\n|---|---|\n|Tema|Tema dua|\n|Warga|<b>Warga</b> hadir|", NULL, NULL},
    };
    bench_cases(*state, RULE_SPELLING_REPEATED, cases, sizeof cases / sizeof *cases);
}

/* Several words that stand twice; a list, a slogan and what is said aloud may repeat them. */
static void phrases(void **state) {
    static const struct spelling_case cases[] = {
        {"Kerukunan itu wujud dari wujud dari iman warga.", "wujud dari wujud dari", "wujud dari"},
        {"Kami berharap kami berharap jalan itu selesai.", "Kami berharap kami berharap", "Kami berharap"},
        {"Rapat dibuka Kepala Dinas Kepala Dinas Pertanian.", "Kepala Dinas Kepala Dinas", "Kepala Dinas"},
        {"Rina Dewi dalam sambutannya, Rina Dewi berharap panen berlimpah.",
         "Rina Dewi dalam sambutannya, Rina Dewi", "Rina Dewi dalam sambutannya"},
        {"Camat juga menyampaikan, masih dalam suasana panen Camat juga menyampaikan terima kasih.",
         "Camat juga menyampaikan", NULL},
        {"Surat itu ditandatangani Menteri Menteri Pertanian.", "Menteri Menteri", "Menteri"},
        {"Desa itu punya sawah tadah hujan, sawah tadah air, dan kebun.", NULL, NULL},
        {"Mereka memasak nasi putih, Nasi Putih, dan lauk.", NULL, NULL},
        {"\"Terima kasih, terima kasih,\" kata Rina.", NULL, NULL},
        {"Badan Koordinasi Keluarga Berencana Nasional menjadi Badan Kependudukan dan Keluarga Berencana Nasional.",
         NULL, NULL},
        {"Rina tetap dekat dengan Aris, Rina pun pulang.", NULL, NULL},
        {"Dari hari ke hari air surut, dari hari ke hari pula warga pulang.", NULL, NULL},
    };
    bench_cases(*state, RULE_SPELLING_REPEATED, cases, sizeof cases / sizeof *cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(repetitions), cmocka_unit_test(phrases)};
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
