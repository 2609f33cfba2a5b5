/* spelling.nonstandard, .preposition, .compound: in sentences, and what they must leave alone. */
#include "spelling.h"

#define RUN(rule, cases) bench_cases(*state, rule, cases, sizeof cases / sizeof *cases)

static void nonstandard(void **state) {
    static const struct spelling_case cases[] = {
        {"Aktifitas warga di pasar itu kembali ramai.", "Aktifitas", "Aktivitas"},
        {"Aktifitasnya dihentikan sementara oleh camat.", "Aktifitasnya", "Aktivitasnya"},
        {"Camat tidak mengijinkan truk melintas.", "mengijinkan", "mengizinkan"},
        {"Kegiatan itu diijinkan camat.", "diijinkan", "diizinkan"},
        {"Warga menanggung resikonya sendiri.", "resikonya", "risikonya"},
        {"Ada resiko-resiko lain.", "resiko-resiko", "risiko-risiko"},
        {"Warga membawa buku2 bekas.", "buku2", "buku-buku"},
        {"Undang2nya sudah terbit.", "Undang2nya", "Undang-undangnya"},
        {"Mudah2an panen berhasil.", "Mudah2an", "Mudah-mudahan"},
        {"Di kelas2, tahap2, km2, h2, dan covid2 tidak ada.", NULL, NULL},
        {"Kebiasaan itu terus dipraktekkan warga.", "dipraktekkan", "dipraktikkan"},
        {"Mari praktekkan di rumah.", "praktekkan", "praktikkan"},
        {"Bupati memfokuskan program pada jaman sekarang.", "jaman", "zaman"},
        {"Dinas mensukseskan program itu.", "mensukseskan", "menyukseskan"},
        {"Dinas mengkoordinasi program itu.", "mengkoordinasi", "mengoordinasi"},
        {"Mempengaruhi warga itu sulit.", "Mempengaruhi", "Memengaruhi"},
        {"Petugas menghimbau warga agar waspada.", "menghimbau", "mengimbau"},
        {"Hal itu menunjukan kerja yang baik.", "menunjukan", "menunjukkan"},
        {"\"Enam bulan gratis. Silahkan datang,\" ucap Camat.", "Silahkan", "Silakan"},
        {"\"Siapa yang datang? Silahkan masuk,\" ucap Camat.", "Silahkan", "Silakan"},
        {"\"Terima kasih kepada drs. Rizki dan Jaman,\" ucap Camat.", NULL, NULL},
        {"Jaman Sutrisno hadir dalam rapat itu.", NULL, NULL},
        {"Rapat dibuka Rizki Ananda di aula.", NULL, NULL},
        {"Rizki Ananda membuka rapat.", NULL, NULL},
        {"Ia lulusan Institut Teknologi Sepuluh Nopember Surabaya.", NULL, NULL},
        {"Acara berlangsung 10 Nopember 2024 di alun-alun.", "Nopember", "November"},
        {"Propinsi Jambi menerima bantuan.", "Propinsi", "Provinsi"},
        {"Kami mengkaji dan mempunyai data itu.", NULL, NULL},
        {"Warga menyampaikan terima kasih kepada wali kota.", NULL, NULL},
        {"Beras, gula, dll. dibagikan kepada warga.", NULL, NULL},
        {"Lihat https://contoh.id/aktifitas untuk jadwal.", NULL, NULL},
        {"Rizki menambahkan bahwa data laporan.org itu benar.", NULL, NULL},
        {"Permasalahan itu dibahas secara massal.", NULL, NULL},
        {"Pemasangan di Komplek Perkantoran selesai.", "Komplek", "Kompleks"},
        {"Warga merayakan Idul Adha bersama.", "Idul Adha", "Iduladha"},
        {"Panitia melaunching aplikasi itu.", "melaunching", "meluncurkan"},
        {"Hal itu mengurangi Resiko dan Kendala.", "Resiko", "Risiko"},
        {"Ia menemui Muhammad Ramadhan.", NULL, NULL},
    };
    RUN(RULE_SPELLING_NONSTANDARD, cases);
}

static void preposition(void **state) {
    static const struct spelling_case cases[] = {
        {"Dimana warga mengadu?", "Dimana", "Di mana"},
        {"Rombongan kembali ke-Padang.", "ke-Padang", "ke Padang"},
        {"Lomba itu di nilai berhasil.", "di nilai", "dinilai"},
        {"Kontraknya bisa di putus.", "di putus", "diputus"},
        {"Kegiatan berlangsung didaerah pesisir.", "didaerah", "di daerah"},
        {"Program itu dimulai ditahun depan.", "ditahun", "di tahun"},
        {"Kedepannya, jalan itu akan diaspal.", "Kedepannya", "Ke depannya"},
        {"Warga berkumpul digudang beras.", "digudang", "di gudang"},
        {"Rombongan tiba diJakarta kemarin.", "diJakarta", "di Jakarta"},
        {"Bantuan di sampaikan camat kepada warga.", "di sampaikan", "disampaikan"},
        {"Di sampaikan bahwa jalan rusak.", "Di sampaikan", "Disampaikan"},
        {"Jalan itu di perbarui tahun depan.", "di perbarui", "diperbarui"},
        {"Warga dapat di layani petugas.", "di layani", "dilayani"},
        {"Program itu akan di evaluasi tahun depan.", "di evaluasi", "dievaluasi"},
        {"Masa tanggap darurat di perpanjang lagi.", "di perpanjang", "diperpanjang"},
        {"Rapat itu di gelar di aula.", "di gelar", "digelar"},
        {"Pasien itu berada di ruang rawat inap.", NULL, NULL},
        {"Warga tinggal di relokasi Pasar Baru.", NULL, NULL},
        {"Kapal karam di lepas pantai Pariaman.", NULL, NULL},
        {"Ia keluar rumah dan tiba di sekolah.", NULL, NULL},
        {"Kedua kepala desa itu diangkat kembali.", NULL, NULL},
        {"Bantuan diberikan di televisi dan di organisasi itu.", NULL, NULL},
        {"Lebih baik dari pada tahun lalu.", "dari pada", "daripada"},
        {"Dua dari pada peserta itu.", "dari pada", "daripada"},
        {"Harga naik dua perseratus.", NULL, NULL},
        {"Tarif itu Rp5.000 perorang.", "perorang", "per orang"},
        {"Itu sidang yang ke lima.", "yang ke lima", "yang kelima"},
        {"Leonardo DiCaprio datang kemari.", NULL, NULL},
        {"Dana itu ke dua lokasi.", NULL, NULL},
        {"Cara itu layak di tiru kabupaten lain.", "di tiru", "ditiru"},
        {"Semangatnya patut di contoh.", "di contoh", "dicontoh"},
        {"Acara itu akan di aula kantor camat.", NULL, NULL},
        {"Warga harus di rumah.", NULL, NULL},
    };
    RUN(RULE_SPELLING_PREPOSITION, cases);
}

static void compound(void **state) {
    static const struct spelling_case cases[] = {
        {"Rapat antar instansi digelar besok.", "antar instansi", "antarinstansi"},
        {"Rapat antar bagian digelar besok.", "antar bagian", "antarbagian"},
        {"Layanan antar jemput siswa dibuka.", NULL, NULL},
        {"Pegawai non ASN ikut rapat.", "non ASN", "non-ASN"},
        {"Pegawai Non ASN ikut rapat.", "Non ASN", "Non-ASN"},
        {"Warga se Kota Bukittinggi hadir.", "se Kota", "se-Kota"},
        {"Nilai itu tertinggi se Jawa-Bali.", "se Jawa-Bali", "se-Jawa-Bali"},
        {"Program antar anak-anak nagari dibuka.", NULL, NULL},
        {"Warga se kabupaten hadir.", "se kabupaten", "sekabupaten"},
        {"Camat se-kabupaten hadir.", "se-kabupaten", "sekabupaten"},
        {"Camat se-kabupaten Pasaman hadir.", NULL, NULL},
        {"Pendidikan non-formal diperluas.", "non-formal", "nonformal"},
        {"Walikota Padang hadir.", "Walikota", "Wali Kota"},
        {"Kami terimakasih kepada warga.", "terimakasih", "terima kasih"},
        {"Terimakasih kepada warga.", "Terimakasih", "Terima kasih"},
        {"Usulan itu ditindak lanjuti camat.", "ditindak lanjuti", "ditindaklanjuti"},
        {"Dana itu dipertanggung jawabkan.", "dipertanggung jawabkan", "dipertanggungjawabkan"},
        {"Camat menyelesai kan sengketa itu.", "menyelesai kan", "menyelesaikan"},
        {"Sengketa itu sudah di selesai kan camat.", "di selesai kan", "diselesaikan"},
        {"Pelayan an publik dibuka.", "Pelayan an", "Pelayanan"},
        {"Peserta nya banyak sekali.", "Peserta nya", "Pesertanya"},
        {"Nanti kan ada rapat, jadi kan harus siap.", NULL, NULL},
        {"Apapun alasannya, jalan itu ditutup.", "Apapun", "Apa pun"},
        {"Wargapun pulang.", "Wargapun", "Warga pun"},
        {"Petanipun pulang.", "Petanipun", "Petani pun"},
        {"Walaupun hujan, warga meskipun lelah tetap hadir.", NULL, NULL},
        {"Rumpun bambu dan para petani.", NULL, NULL},
        {"Beras maupun gula dijual.", NULL, NULL},
        {"Ia tidak mau pun tidak ragu.", NULL, NULL},
        {"PT Sarana Multi Usaha dan SE No 3 ada di sini.", NULL, NULL},
        {"Ia aktif di Anti Corruption Committee.", NULL, NULL},
        {"Jasa antar-jemput siswa dan bus non-bus rapid transit.", NULL, NULL},
        {"PT Kerjasama Abadi menang tender.", NULL, NULL},
        {"Desa ini lah yang menang.", "ini lah", "inilah"},
        {"Datang ke posyandu-lah, Ibu.", "posyandu-lah", "posyandulah"},
        {"Pegawai yang bertanggung-jawab hadir.", "bertanggung-jawab", "bertanggung jawab"},
        {"Harga naik dua kilo gram.", "kilo gram", "kilogram"},
        {"Warga laki-laki dan ayah-ibu hadir.", NULL, NULL},
        {"Ini KTP-lah yang diminta.", NULL, NULL},
    };
    RUN(RULE_SPELLING_COMPOUND, cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(nonstandard), cmocka_unit_test(preposition),
                                       cmocka_unit_test(compound)};
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
