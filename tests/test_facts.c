/* check/rules/placeholder.c, sum.c, sum_money.c, draft_date.c: facts that the draft itself contradicts. */
#include "check/rules/draft_date.h"
#include "check_text.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void leftovers(void **state) {
    (void)state;
    static const char rule[] = "fact.placeholder";
    expect_findings(rule, "Nama: [NAma], NIK: [NIk]", ""); /* what a program fills in a letter */
    expect_findings(rule, "Acara dibuka [Nama Bupati] di aula.", "[Nama Bupati]");
    expect_findings(rule, "Acara pada XX November 2026.", "XX");
    expect_findings(rule, "Jalankan [salin] [lokasi berkas asal] [lokasi berkas tujuan] di terminal.", "");
    expect_findings(rule, "Sekian, semoga membantu. Lorem Ipsum adalah contoh teks percetakan.", "");
    expect_findings(rule, "Semoga membantu!\n\nLorem ipsum dolor sit amet.",
                    "Semoga membantu;Lorem ipsum dolor");
    expect_findings(rule, "Berikut rilis berita yang Anda minta. Beri tahu saya jika ada yang kurang.",
                    "berita yang Anda minta;Beri tahu saya jika");
    expect_findings(rule, "Semoga membantu. Jika ada yang kurang, beri tahu saya.", "Semoga membantu");
    expect_findings(rule, "Semoga membantu. Sampai jumpa di pasar tani!", "");
    expect_findings(rule, "Dana Rp XX disiapkan.", "XX");
    expect_findings(rule, "Rapat pada hari ...., di aula.", "hari ....");
    expect_findings(rule, "Rapat tanggal ... Juni di aula.", "tanggal ...");
    expect_findings(rule, "Tentu, berikut draf siaran pers itu. Semoga membantu!",
                    "berikut draf siaran pers;Semoga membantu");
    expect_findings(rule, "Lorem ipsum dolor.", "Lorem ipsum dolor");
    expect_findings(rule, "Program itu disebut sebagai model bahasa yang besar.", "");
    expect_findings(rule, "Maaf, sebagai model bahasa saya tidak dapat menulis itu.", "sebagai model bahasa");
    /* what only looks so */
    expect_findings(rule, "PON XX Papua dan Angkatan XX dibuka. Suatu hari... ia datang.", "");
    expect_findings(rule, "Lihat [[Kontak Kami](kontak.md)] dan [[Kontak Kami]](kontak.md) itu.", "");
    expect_findings(rule, "Lihat [tautan ini](http://x.id/\">Pasar Kita di sana.", "");
    expect_findings(rule, "Moderator berkata, \"Kami ingin mendengar Ibu [nama] juga.\"", "");
    expect_findings(rule, "Lihat [nama](https://x.id) dan [sic] dan [update] itu.", "");
    expect_findings(rule, "[nama] => Rina Sari\n[tanggal] => 2026-03-14", "");
    expect_findings(rule, "Bantuan itu semoga bermanfaat bagi warga.", "");
}

static void one_person_told_two_ways(void **state) {
    (void)state;
    static const char rule[] = "fact.person";
    expect_findings(rule, "Pasar dibuka Rina Sari (36). Menurut Rina Sari (37), harga turun.", "37>36");
    expect_findings(rule,
                    "Hadir Wakil Bupati Agam Rina Sari.\n\nSementara itu, Bupati Agam Rina Sari pulang.",
                    "Bupati Agam>Wakil Bupati Agam");
    expect_findings(rule,
                    "Hadir Ketua DPRD Agam Rina Sari.\n\nRapat dipimpin Sekretaris DPRD Agam Rina Sari.",
                    "Sekretaris DPRD Agam>Ketua DPRD Agam");
    /* person.c: an age from AGE_LEAST to AGE_MOST; what is less or more is another number */
    expect_findings(rule, "Rina Sari (5) menang. Menurut Rina Sari (6), hadiahnya baru.", "6>5");
    expect_findings(rule, "Rina Sari (4) menang. Menurut Rina Sari (6), hadiahnya baru.", "");
    expect_findings(rule, "Rina Sari (109) datang. Menurut Rina Sari (110), desa itu ramai.", "110>109");
    expect_findings(rule, "Rina Sari (109) datang. Menurut Rina Sari (111), desa itu ramai.", "");
    /* another person, another number, two offices that one may hold, an office of before */
    expect_findings(rule, "Pasar dibuka Rina Sari (36). Menurut Dewi Sari (37), harga turun.", "");
    expect_findings(rule, "Hadir Rina Sari (36). Lihat Pasal (12), Padang (36), Padang (40).", "");
    expect_findings(rule, "Hadir Bupati Agam Rina Sari.\n\nKetua Tim Agam Rina Sari membuka rapat.", "");
    expect_findings(rule, "Hadir mantan Sekretaris DPRD Agam Rina Sari.\n\nKetua DPRD Agam Rina Sari bicara.",
                    "");
}

static void no_sentences(void **state) {
    (void)state;
    static const char rule[] = "style.subject";
    expect_findings(rule, "Pasar itu dibuka. Dihadiri oleh Sekda dan camat setempat.",
                    "Dihadiri oleh Sekda dan camat setempat");
    expect_findings(rule, "Turut disambut langsung oleh Camat Rina. Rapat usai.",
                    "Turut disambut langsung oleh Camat Rina");
    expect_findings(rule, "Pada acara ini turut dihadiri oleh camat.", "Pada acara>Acara");
    expect_findings(rule, "Kegiatan ini dalam rangka memperingati HUT RI.",
                    "Kegiatan ini dalam rangka memperingati HUT RI");
    expect_findings(rule, "Bupati membuka pasar itu. Kamis 17/7/2025", "Kamis 17/7/2025");
    expect_findings(rule, "Bupati membuka pasar itu. Jumat, 25 Juli 2025.", "Jumat, 25 Juli 2025");
    expect_findings(rule, "Ada satu hal lagi. Yakni jalan desa.", "Yakni jalan desa");
    expect_findings(rule, "Penghargaan yang diterima ini juga sebagai bentuk apresiasi.",
                    "Penghargaan yang diterima ini juga sebagai bentuk apresiasi");
    expect_findings(rule, "Aksi tanam pohon itu atas kerja sama dua dinas.",
                    "Aksi tanam pohon itu atas kerja sama dua dinas");
    expect_findings(rule, "Sebabnya banyak. Antara lain sanitasi dan pola asuh.",
                    "Antara lain sanitasi dan pola asuh");
    expect_findings(rule, "Rapat itu usai. Dilaksanakan di aula baru yang berdiri di Matur.",
                    "Dilaksanakan di aula baru yang berdiri di Matur");
    expect_findings(rule, "Bertempat di aula camat pada Selasa pagi.",
                    "Bertempat di aula camat pada Selasa pagi");
    expect_findings(rule, "Selain menyediakan bibit kopi bagi petani. Kini dinas membuka kelas.",
                    "Selain menyediakan bibit kopi bagi petani");
    expect_findings(rule, "Meskipun hujan deras belum reda. Warga pulang.",
                    "Meskipun hujan deras belum reda");
    expect_findings(rule, "Kegiatan penyuluhan gizi balita yang bertempat di aula nagari.",
                    "Kegiatan penyuluhan gizi balita yang bertempat di aula nagari");
    expect_findings(rule, "Kegiatan penyuluhan gizi balita nagari itu dibuka camat.", "");
    expect_findings(rule, "Kegiatan penyuluhan gizi balita nagari di ikuti tiga puluh kader.", "");
    expect_findings(rule, "Kegiatan penyuluhan gizi balita nagari penuh dengan tawa warga.", "");
    expect_findings(rule, "Kegiatan penyuluhan gizi balita nagari Matur, Selasa pagi.", "");
    /* whole sentences, and what stands alone */
    expect_findings(rule, "Bertempat di aula camat, turut hadir Lurah Rina.", "");
    expect_findings(rule, "Dilaksanakan di aula, rapat itu dibuka camat.", "");
    expect_findings(rule, "Meskipun hujan deras warga tetap datang. Selain Rina hadir Budi.", "");
    expect_findings(rule, "Penghargaan ini diberikan sebagai bentuk apresiasi.", "");
    expect_findings(rule, "Ia tinggal di rumah itu sebagai penjaga dan bekerja di kebun.", "");
    expect_findings(rule, "\"Kegiatan ini sebagai bentuk syukur,\" kata Camat Rina.", "");
    expect_findings(rule, "Didampingi oleh Sekda, Bupati Rina meninjau pasar itu.", "");
    expect_findings(rule, "Dihadiri oleh camat, acara itu digelar di aula.", "");
    expect_findings(rule, "Kegiatan ini dalam rangka HUT RI dan digelar di aula.", "");
    expect_findings(rule, "Kamis 17/7/2025\n\nBupati membuka pasar itu.", "");
    expect_findings(rule, "- Dihadiri oleh camat.", "");
}

static void sums(void **state) {
    (void)state;
    static const char rule[] = "fact.sum";
    expect_findings(rule, "Hadir 40 peserta terdiri atas 25 guru dan 16 siswa.", "40 peserta");
    expect_findings(rule, "Ada 12 truk, rinciannya 5 truk beras, 4 truk air, dan 2 truk tenda.", "12 truk");
    expect_findings(rule, "Ada tiga desa, yakni Matur, Palupuh, Baso, dan Candung.", "tiga desa");
    expect_findings(
        rule, "Banjir merendam 120 rumah di tiga desa, yakni Desa Matur, Desa Baso, dan Desa Sari.", "");
    expect_findings(rule,
                    "Banjir merendam 120 rumah di dua desa, yakni Desa Matur, Desa Baso, dan Desa Sari.",
                    "dua desa");
    expect_findings(rule, "Ada lima bidang, yakni gizi, air bersih, pendidikan, dan jalan desa.",
                    "lima bidang");
    expect_findings(rule, "Ada lima bidang tahun 2027 yakni gizi, air bersih, pendidikan, dan jalan desa.",
                    "lima bidang");
    expect_findings(rule, "Pembangunan itu 10 bulan, mulai November 2024 hingga Mei 2025.", "10 bulan");
    expect_findings(
        rule,
        "Dana Rp148.460.664 pulih.\n\nAsalnya dinas Rp100.000.000, klinik Rp19.028.277, dan badan "
        "Rp29.132.387.",
        "Rp148.460.664");
    expect_findings(
        rule,
        "Hibah itu Rp2,7 miliar. Dari dana itu Rp200 juta untuk atlet, sisanya Rp500 juta untuk kantor.",
        "Rp200 juta");
    expect_findings(rule, "Ada tiga acara:\n\n1. Satu\n2. Dua\n", "tiga acara");
    expect_findings(
        rule, "Bantuan untuk 150 lansia, 75 balita dan 50 ibu, sehingga total penerima sebanyak 285 orang.",
        "total penerima sebanyak 285");
    expect_findings(rule, "Peserta adalah 25 guru dan 16 siswa, dengan jumlah keseluruhan 40 orang.",
                    "jumlah keseluruhan 40");
    /* they agree, or a part may be left out */
    expect_findings(rule, "Peserta adalah 25 guru dan 16 siswa, dengan jumlah keseluruhan 41 orang.", "");
    expect_findings(rule, "Bantuan dibagikan di 12 desa di 3 kecamatan dengan total 16 penerima.", "");
    expect_findings(rule, "Klub itu berlaga 13 kali dan di peringkat 8 dengan total 23 poin.", "");
    expect_findings(rule, "Rapat dihadiri 4 perwakilan, dengan hasil sebagai berikut:\n\n1. Satu\n2. Dua\n",
                    "");
    expect_findings(rule, "Untuk Level 4 peserta mengikuti ketentuan berikut:\n\n1. Satu\n2. Dua\n", "");
    expect_findings(rule, "Hadir 41 peserta terdiri atas 25 guru dan 16 siswa.", "");
    expect_findings(rule, "Hadir 41 orang, yang terdiri dari 25 guru dan 16 siswa, dengan 3 regu lomba.", "");
    expect_findings(rule, "Hadir 50 orang terdiri dari 5 camat, 20 kades, dan perwakilan warga.", "");
    expect_findings(rule, "Ada empat desa, yakni Matur, Palupuh, Baso, dan Candung.", "");
    expect_findings(rule, "Ada empat bidang, yakni gizi, air bersih, pendidikan, dan jalan desa.", "");
    expect_findings(rule, "Ada tiga bidang, yakni gizi, pendidikan, pemuda dan olahraga.", "");
    expect_findings(rule, "Ada enam penerima, yakni ibu, kakak, dan keempat adiknya.", "");
    expect_findings(rule, "Ada enam orang di rumah, yakni ibu, kakak, dan adiknya.", "");
    expect_findings(rule, "Ada dua bidang, yakni gizi, yang kurang, air bersih, dan jalan.", "");
    expect_findings(rule, "Ada tiga desa, antara lain Matur, Palupuh, Baso, dan Candung.", "");
    expect_findings(rule, "Ada dua desa, yaitu Matur yang baru, Baso, dan Candung.", "");
    expect_findings(rule, "Pembangunan itu 7 bulan, mulai November 2024 hingga Mei 2025.", "");
    expect_findings(rule, "Ada 2 jenis buku Tema 3, yaitu buku guru dan buku siswa.", "");
    expect_findings(rule, "Jabatan itu kini dua tingkat, yaitu golongan 1 dan 2.", "");
    expect_findings(rule, "Dana Rp 144.667,66 triliun dan Rp 9.999.999.999.999 triliun dari Rp 1 triliun.",
                    "");
    expect_findings(rule, "Naik 3 bulan. Harga Rp12.000 menjadi Rp15.000.", "");
    expect_findings(rule, "Hibah itu Rp700 juta. Dari dana itu Rp200 juta untuk atlet, sisanya Rp500 juta.",
                    "");
    expect_findings(rule, "Ada tiga acara:\n\n1. Satu\n2. Dua\n3. Tiga\n", "");
}

static void short_forms(void **state) {
    (void)state;
    static const char rule[] = "fact.abbreviation";
    expect_findings(rule, "Badan Nasional Penanggulangan Bencana (BNBP) hadir.",
                    "Badan Nasional Penanggulangan Bencana (BNBP)");
    expect_findings(rule, "Dana bantuan tunai langsung (BLT) cair.", "bantuan tunai langsung (BLT)");
    expect_findings(rule, "Data terpadu ekonomi nasional (DTSEN) dipakai.",
                    "Data terpadu ekonomi nasional (DTSEN)");
    expect_findings(rule, "Usaha Kecil dan Menengah (UMKM) dibina.", "Usaha Kecil dan Menengah (UMKM)");
    expect_findings(rule, "Badan Penanggulangan Bencana Daerah (BPPD) hadir.",
                    "Badan Penanggulangan Bencana Daerah (BPPD)");
    /* they fit, or are of something else */
    expect_findings(rule, "Televisi Republik Indonesia (TVRI) dan Dinas Pekerjaan Umum (PU) hadir.", "");
    expect_findings(rule, "Organisasi Kesehatan Dunia (WHO) dan Kartu Tanda Penduduk (KTP-el) disebut.", "");
    expect_findings(rule, "PT Borneo Lumbung Energi (BLEM) dan PT Sri Rejeki Isman Tbk (SRIL) untung.", "");
    expect_findings(rule, "Dinas Keluarga Berencana dan Pembangunan Keluarga (KKBPK) hadir.", "");
    expect_findings(rule, "Menteri Kelautan dan Perikanan (KKP) hadir.", "");
    expect_findings(rule, "Rapat Dewan Perwakilan Rakyat Daerah (DPRD) dan tim penggerak PKK (TPPKK).", "");
}

static void weekdays_by_the_date_of_the_draft(void **state) {
    (void)state;
    static const char rule[] = "fact.weekday";
    expect_findings(rule, "---\ntitle: x\ndate: 2026-06-12\n---\n\nRapat Jumat (12/6) dan Senin (22/6).", "");
    expect_findings(rule, "---\ntitle: x\ndate: 2026-06-12\n---\n\nRapat Kamis (12/6).",
                    "Kamis (12/6)>Jumat (12/6)");
    expect_findings(rule, "---\ntitle: x\npubDate: Jun 12 2026\n---\n\nRapat Kamis (12/6).",
                    "Kamis (12/6)>Jumat (12/6)");
    expect_findings(rule, "---\ntitle: x\ndate: 1781222400\n---\n\nRapat Kamis (12/6).",
                    "Kamis (12/6)>Jumat (12/6)");
    /* put on a site in a later year; fifteen days from its date it may be, and is a slip */
    expect_findings(rule, "---\ntitle: x\ndate: 2020-09-12\n---\n\nRapat Selasa (21/5).", "");
    /* of the year after: still to come, or the site is dated before what it tells */
    expect_findings(rule, "---\ntitle: x\ndate: 2019-02-12\n---\n\nWarga memilih Rabu (17/4).", "");
    expect_findings(rule, "---\ntitle: x\ndate: 2024-01-01\n---\n\nWarga rapat Rabu (24/7).", "");
    expect_findings(rule, "---\ntitle: x\ndate: 2019-02-12\n---\n\nWarga memilih Kamis (17/4).",
                    "Kamis (17/4)>Selasa (17/4)");
    expect_findings(rule, "---\ntitle: x\ndate: 2026-06-27\n---\n\nRapat Kamis (12/6).",
                    "Kamis (12/6)>Jumat (12/6)");
    expect_findings(rule, "---\ntitle: x\ndate: 2026-06-28\n---\n\nRapat Kamis (12/6).", "");
    expect_findings(rule, "Sumber: Warta Pasar Vol.X N0.37 Maret 2015 dan No. 38 Maret 2015", "");
    expect_findings(rule, "Rapat 37 Maret 2015 di aula.", "37 Maret 2015");
    expect_findings(rule, "Rapat Kamis (18/Juli/2025).", "Kamis (18/Juli/2025)>Jumat (18/Juli/2025)");
}

static void years_follow_the_draft(void **state) {
    (void)state;
    const struct date draft = {12, 1, 2026};
    assert_int_equal(draft_year_of(&draft, &(struct date){10, 1, 0}), 2026);
    assert_int_equal(draft_year_of(&draft, &(struct date){10, 2, 0}), 2026);
    assert_int_equal(draft_year_of(&draft, &(struct date){28, 12, 0}), 2025);
    assert_int_equal(draft_year_of(&(struct date){20, 12, 2025}, &(struct date){5, 1, 0}), 2026);
    assert_int_equal(draft_year_of(&(struct date){20, 12, 2025}, &(struct date){5, 3, 0}), 2025);
    struct date named;
    assert_true(draft_date_in_name("berita/2024-12-13-rapat.md", &named));
    assert_int_equal(named.day, 13);
    assert_false(draft_date_in_name("rapat-2024-12-13.md", &named));
    assert_false(draft_date_in_name(NULL, &named));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leftovers),
        cmocka_unit_test(one_person_told_two_ways),
        cmocka_unit_test(no_sentences),
        cmocka_unit_test(sums),
        cmocka_unit_test(short_forms),
        cmocka_unit_test(weekdays_by_the_date_of_the_draft),
        cmocka_unit_test(years_follow_the_draft),
    };
    return cmocka_run_group_tests_name("facts", tests, NULL, NULL);
}
