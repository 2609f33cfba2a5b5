/* spelling.name: one name spelt two ways, and two names that look alike. */
#include "spelling.h"

static void names(void **state) {
    static const struct spelling_case cases[] = {
        {"Rapat dibuka Rudi Algamar di aula. Menurut Rudi Algammar, jalan itu selesai.", "Algammar",
         "Algamar"},
        {"Rapat dipimpin Sutrisno. Warga menemui Sutrisno. Kata dia, Sutrsino akan hadir.", "Sutrsino",
         "Sutrisno"},
        {"Camat Rudi Kartono hadir. Usul Budi Kartini diterima.", NULL, NULL},
        {"Hadir Andri Wibowo dan Andra Saputra di sana.", NULL, NULL},
        {"Adik Putra Wijaya dan Putri Wijaya menari.", NULL, NULL},
        {"Warga Bantul dan warga Bantur bertemu di Bantul.", NULL, NULL},
        /* the commoner way is wrong: lists have the place in two words */
        {"Rapat di Kulonprogo. Warga Kulonprogo hadir. Bupati Kulon Progo pulang.", "Kulonprogo",
         "Kulon Progo"},
        {"Dinas Sumber Daya Air Sumatra Barat (Sumbar) dan Balai Sumber Daya Hayati rapat.", NULL, NULL},
        {"Tim Ditjen Pajak bertemu tim Dirjen Pajak.", NULL, NULL},
        {"Ia datang dari Desa Sukamaju, bukan Desa Sukamaja.", NULL, NULL},
        /* Once each: only long names that no list has, which begin and end alike. */
        {"Petugas menyita Corisoprolin kemarin. Semua obat Carisoprolin dilarang dijual.", "Carisoprolin",
         "Corisoprolin"},
        {"Petugas menyita Corisolin kemarin. Semua obat Carisolin dilarang.", "Carisolin", "Corisolin"},
        {"Petugas menyita Corisoli kemarin. Semua obat Carisoli dilarang.", NULL, NULL},
        {"Buat akun Email Baru. Buat akun Gmail Baru. Akun Email Baru itu jadi.", NULL, NULL},
        {"Apel dipimpin Ayodhia Kalake. Saat itu Ayodia menyampaikan pesan.", "Ayodia", "Ayodhia"},
        {"Hadir Budi Hermawan. Kepala Divisi Dr. Hernawan, M.Pd. pulang.", NULL, NULL},
        {"Apel dipimpin Ayodhia Kalake. Saat itu Ayodia Putra menyampaikan pesan.", NULL, NULL},
        {"Hadir Muji Asari, S.Pd.I. dan Rudi Asari, M.Pd.I. di sana.", NULL, NULL},
        {"Sekolah Islamic Modern dibuka. Nilai Islami dijaga, dan lagu Islami diputar.", NULL, NULL},
        {"Nilai Qur'ani dijaga. Al-Qur'an dibaca. Kitab Qur'an itu dibaca, lalu Al-Qur'an disimpan.", NULL,
         NULL},
        {"Para Kadus berkumpul. Para Kades datang, lalu Kades pulang.", NULL, NULL},
        {"Menu Grilld Chicken dan Grilld Fish habis. Masih ada Grilled Chicken.", NULL, NULL},
        {"Wassalamualaikum warahmatullah. Assalamualaikum warahmatullah, kata Bupati.", NULL, NULL},
        {"Kabupaten Batang ramai. Orang Batang menyebutnya Mbatang. Nama Batang itu lama.", NULL, NULL},
        {"Dasar kita Bhineka Tunggal Ika. Rasa Bhineka Tunggal tumbuh. Jiwa Bhinneka Tunggal hidup.",
         "Bhineka", "Bhinneka"},
        {"Hadir pula Siti Aminah. Bantuan untuk Siti Aminah diserahkan Rudi Aminuh.", NULL, NULL},
    };
    bench_cases(*state, RULE_SPELLING_NAME, cases, sizeof cases / sizeof *cases);
}

/* Joined and apart, with a hyphen and without; places by the list of them. */
static void written_two_ways(void **state) {
    static const struct spelling_case cases[] = {
        {"Wakapolres hadir bersama Waka Polres lama.", "Waka Polres", "Wakapolres"},
        {"Bupati Al-Badar hadir. Menurut Al Badar, panen baik, lalu Al Badar pulang.", "Al-Badar",
         "Al Badar"},
        {"Kapal itu singgah di Muarasabaktimur.", "Muarasabaktimur", "Muara Sabak Timur"},
        {"Rombongan berangkat ke Suarabaya kemarin.", "Suarabaya", "Surabaya"},
        {"Rombongan bertemu Suarabaya kemarin.", NULL, NULL},
        {"Rombongan ke Suarabaya Mulya, lalu ke Sukamulia.", NULL, NULL},
        {"Warga Kerawang datang. Pemuda Kerawang ikut. Rapat digelar di Kabupaten Kerawang.", NULL, NULL},
        {"Rapat digelar di Kabupaten Kerawang kemarin.", "Kerawang", "Karawang"},
        {"Rapat digelar di Kabupaten Karawang kemarin.", NULL, NULL},
        {"Rapat digelar Pemkab. Kerawang kemarin.", "Kerawang", "Karawang"},
        {"Rapat digelar di Provinsi Sumetera Selatan kemarin.", "Sumetera Selatan", "Sumatera Selatan"},
        {"Rapat digelar di Provinsi Sumatera Selatan kemarin.", NULL, NULL},
        {"Forum Kecamatan Sehat dibentuk kemarin.", NULL, NULL},
        {"Undang-Undang Desa dan Undang Undang Dasar berlaku.", NULL, NULL},
        {"Ia tinggal di Tanjungselor.", NULL, NULL},
        {"Perahu menyusuri Sungaikapawas ke hulu. Warga Sungaikapawas menunggu di tepi Sungai Kapawas.",
         "Sungaikapawas", "Sungai Kapawas"},
        {"Yang Mahapengasih lagi Mahapemurah. Allah Yang Maha Pemurah memberi.", NULL, NULL},
        {"# Rumah Sari Dibuka\n\nWarga membaca di Rumahsari sejak pagi.", NULL, NULL},
        /* Capitals: a short form has them, a word has not, and the start of a sentence explains one. */
        {"# PROFIL BIMBINGAN SMK NEGERI 3 CIMAHI\n\nGuru SMK Negeri hadir. Murid SMK Negeri pulang.", NULL,
         NULL},
        {"Dana itu dari BANK Nagari. Menurut dia, BANK Nagari dan Bank Nagari sama.", "BANK", "Bank"},
        {"# Tim Ki Kalbar Datang\n\nSiang itu KI Kalbar menilai layanan.", "Ki", "KI"},
        {"Sekolah Al Akhyar dibuka. Guru AL Akhyar hadir, murid AL Akhyar pulang.", "AL", "Al"},
        {"Dosen STKIP Siliwangi datang. Kampus STKIP SILIWANGI ramai.", "SILIWANGI", "Siliwangi"},
        {"Susunan Organisasi SEKRETARIAT KECAMATAN TAMBANG diubah. Bagan Organisasi Sekretariat lama hilang.",
         NULL, NULL},
        {"Paket lewat Kantor POS. Warga antre di Kantor Pos. Kantor POS buka.", "POS", "Pos"},
        {"Ia lahir di DI Yogyakarta. Di Yogyakarta pula ia belajar.", NULL, NULL},
    };
    bench_cases(*state, RULE_SPELLING_NAME, cases, sizeof cases / sizeof *cases);
}

static void points_at_the_other_spelling(void **state) {
    struct bench *bench = *state;
    static const char words[] = "Hadir Rudi Algamar.\n\nLalu Rudi Algammar pulang, dan Rudi Algamar tinggal.";
    struct text *text = text_with(slice_of(words));
    checker_attach(bench->checker, text);
    assert_true(checker_run(bench->checker, 0, NULL, NULL));
    const struct findings *found = checker_findings(bench->checker);
    const struct finding *name = NULL;
    vec_each(const struct finding, finding, &found->list) {
        if (finding->rule != RULE_SPELLING_NAME) continue;
        assert_null(name);
        name = finding;
    }
    assert_non_null(name);
    assert_int_equal(name->start, 31);
    assert_int_equal(name->related.items[0].start, 11);
    assert_int_equal(name->related.items[0].end, 18);
    text_free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(names), cmocka_unit_test(written_two_ways),
                                       cmocka_unit_test(points_at_the_other_spelling)};
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
