/* check/rules/vague.c, passive.c, figure.c: statements without a source that can be checked. */
#include "check/rule.h"
#include "check_text.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void assert_found(enum rule_id rule, const char *draft, const char *expected) {
    expect_findings(rule_get(rule)->name, draft, expected);
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
    assert_found(rule, "Sejumlah pedagang mengaku rugi. Rina (36 tahun) khawatir modalnya habis.", "");
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
    assert_found(rule, "Banyak warga lebih mudah menemukan loket itu.", "");
    assert_found(rule, "Berbagai pihak datang tanpa menyebutkan nama.", "");
    assert_found(rule, "Dinas meminta beberapa pihak menyatakan sikap tertulis.", "");
    assert_found(rule, "Belum ada penelitian menunjukkan tanaman itu berbahaya.", "");
    assert_found(rule, "Dinas menelusuri informasi yang beredar di grup warga.", "");
    assert_found(rule, "Banyak pihak tidak percaya angka itu.", "Banyak pihak tidak percaya");
    assert_found(rule, "Beberapa orang tidak menyebut bukit itu gunung, tetapi punggung naga.", "");
    assert_found(rule, "Debu itu membuat banyak orang merasa sesak dan tidak yakin akan udara di sana.", "");
    assert_found(rule, "Informasi yang diperoleh digunakan untuk menyusun jadwal tanam.", "");
    assert_found(rule, "Informasi yang diperoleh, korban terseret arus.", "Informasi yang diperoleh");
    assert_found(rule, "Unduh aplikasi itu dari sumber tepercaya.", "");
    assert_found(rule, "Menurut sumber tepercaya, rapat batal.", "Menurut sumber");
    assert_found(rule, "Sumber itu bekerja di pelabuhan. Menurut sumber ini, kapal akan tiba.", "");
    /* somebody else acts; a rumour is told of; the sentence before names who counts them up */
    assert_found(rule, "Teh itu membantu beberapa orang tertidur, seorang perawat mengatakan.", "");
    assert_found(rule, "Di antara banyaknya kabar yang beredar mengenai banjir, warga tenang.", "");
    assert_found(rule, "Informasi yang beredar luas di grup warga pun memicu kepanikan.", "");
    assert_found(rule, "Muncul kabar bahwa menara pasar itu dikabarkan roboh.", "");
    assert_found(rule, "Informasi yang beredar, pasar itu akan pindah.", "Informasi yang beredar");
    assert_found(
        rule,
        "Menurut Rina Sari, ada yang menilai pasar itu cukup. Ada pula yang kecewa, dan ada yang menilai pasar itu kotor.",
        "");
    /* a legend has nobody who could be named */
    assert_found(rule, "Konon, pada zaman dahulu bukit itu tempat raja bertapa.", "");
    assert_found(rule, "Konon, loket itu akan ditutup pekan depan.", "Konon");
    assert_found(rule, "Ada cerita tentang sumur yang konon dijaga orang halus.", "");
    /* what they think of, and what they complain of: no claim; nor is news of somebody */
    assert_found(rule, "Waktu itu banyak yang tidak percaya pada koperasi nelayan.", "");
    assert_found(rule, "Beberapa warga mengeluhkan soal parit di belakang pasar.", "");
    assert_found(rule, "Beberapa warga mengatakan kepada petugas bahwa parit itu mampet.",
                 "Beberapa warga mengatakan");
    assert_found(rule, "Perahu itu lama tak terdengar kabarnya.", "");
    assert_found(rule, "Kabarnya, perahu itu dijual.", "Kabarnya");
    /* a group of any kind, and nobody at all */
    assert_found(rule, "Beberapa pedagang mengaku rugi.", "Beberapa pedagang mengaku");
    assert_found(rule, "Tidak sedikit yang mengeluhkan loket itu.", "Tidak sedikit yang mengeluhkan");
    assert_found(rule, "Ada yang menyebut lahan itu milik adat.", "Ada yang menyebut");
    assert_found(rule, "Ada yang datang berjalan kaki.", "");
    /* data that nobody owns */
    assert_found(rule, "Menurut data yang dirangkum, panen padi naik.", "data yang dirangkum");
    assert_found(rule, "Berdasarkan informasi yang diterima, jalan itu putus.", "informasi yang diterima");
    assert_found(rule, "Data terbaru menunjukkan panen padi naik.", "Data terbaru menunjukkan");
    assert_found(rule, "Data terbaru BPS menunjukkan panen padi naik.", "");
    assert_found(rule, "Dari keterangan yang didapat, sopir mengantuk.", "keterangan yang didapat");
    assert_found(rule, "Menurut data yang dirangkum Dinas Pertanian, panen padi naik.", "");
    assert_found(rule, "Menurut data yang diperoleh dari BPBD, tiga rumah rusak.", "");
    assert_found(rule, "Menurut data yang dirangkum, polisi menyatakan jalan itu putus.", "");
    assert_found(rule, "Data yang diperoleh diolah selama sebulan.", "");
    assert_found(rule, "Petugas memeriksa informasi yang diterima.", "");
    assert_found(rule, "Kalangan pedagang mengatakan pasar sepi.", "Kalangan pedagang mengatakan");
    assert_found(rule, "Sebagian warga mengakui parit itu mampet.", "Sebagian warga mengakui");
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
    assert_found(rule, "Menurut Rina, bantuan itu perlu. Penyalurannya dinilai berhasil.", "");
    assert_found(rule, "Program ini dinilai berhasil. Hal itu disampaikan Bupati Agam Benni Warlis.", "");
    /* a paragraph away; but what is quoted there is not said here */
    assert_found(rule, "Menurut Rina, bantuan itu perlu.\n\nPenyalurannya dinilai berhasil.", "");
    assert_found(rule, "Program ini dinilai berhasil.\n\nHal itu disampaikan Bupati Agam Benni Warlis.", "");
    assert_found(rule, "\"Bantuan itu perlu,\" kata Rina.\n\nPasar baru dinilai sepi.", "dinilai");
    assert_found(rule, "Menurut Rina, bantuan itu perlu. Warga senang.\n\nPasar dinilai sepi.", "dinilai");
    assert_found(rule, "Pasar dinilai sepi.\n\n# Pasar\n\nHal itu disampaikan Rina.", "dinilai");
    assert_found(rule, "Aturan itu dinilai anggota dewan memberatkan.", "");
    assert_found(rule, "Beliau dianggap pemimpin yang jujur.", "dianggap");
    assert_found(rule, "Jika tidak diperpanjang, izin itu dianggap tidak berlaku.", "");
    assert_found(rule, "Selama ini peluang mereka dinilai kecil.", "dinilai");
    assert_found(rule, "Warga memilih jalan lama karena dinilai lebih dekat.", "");
    assert_found(rule, "Pelaku diduga mencuri. Peserta yang absen dianggap gugur. Lomba dinilai dari isinya.",
                 "");
}

struct example {
    const char *draft, *expected;
};

static const struct example bare_figures[] = {
    {"Sebanyak 67 persen warga memakai media sosial.", "67 persen"},
    {"Tingkat kepuasan masyarakat mencapai 91,4 persen pada triwulan terakhir.", "91,4 persen"},
    {"Sebanyak 75 persen pedagang menyatakan puas.", "75 persen"},
    {"Diperkirakan angka itu naik 20 persen pada akhir tahun.", "20 persen"},
    {"Angka kemiskinan Kabupaten Agam turun menjadi 5,4 persen.", "5,4 persen"},
    {"Prevalensi tengkes di Nagari Gadut tinggal 14,2%.", "14,2%"},
    {"Saat ini 38 persen jalan kabupaten rusak berat.", "38 persen"},
    {"Kabupaten itu menempati peringkat kedua di provinsi.", "peringkat kedua"},
    {"Kota Pariaman berada di urutan ke-3 kota terbersih se-Indonesia.", "urutan ke-3"},
    {"Tujuh dari sepuluh rumah tangga belum memilah sampah.", "Tujuh dari sepuluh"},
    {"Sebanyak 3 dari 10 anak di kecamatan itu belum diimunisasi.", "3 dari 10"},
    {"Kunjungan wisatawan naik dua kali lipat sejak jalan itu dibuka.", "dua kali lipat"},
    {"Indeks Pembangunan Manusia Kabupaten Solok naik menjadi 72,15.", "72,15"},
    {"Skor kepuasan pelayanan kini berada di angka 87,62.", "87,62"},
    {"Angka kematian ibu masih 189 per 100.000 kelahiran hidup.", "189 per 100.000"},
    {"Menurut rencana, puskesmas itu direnovasi. Cakupan imunisasi di sana baru 61 persen.", "61 persen"},
    {"Menurut survei, 82 persen warga puas.", "82 persen"},
    {"Berdasarkan hasil survei terbaru, 82 persen warga puas.", "82 persen"},
    {"Tingkat literasi mencapai 70 persen, menunjukkan minat baca membaik.", "70 persen"},
    {"Sebagian besar petani beralih ke pupuk organik. Hasil panen pun naik 15 persen.", "15 persen"},
    /* the source of a quotation, of a paragraph or of words further up is not that of the figure */
    {"\"Pelayanan harus cepat,\" kata Bupati Benni Warlis.\n\nTingkat kepuasan masyarakat 91,4 persen.",
     "91,4 persen"},
    {"“Stok beras aman.” — Bupati Agam Benni Warlis\n\nKonsumsi beras warga turun 4 persen.", "4 persen"},
    {"\"Kami siap.\"\n\nSebanyak 62 persen pelanggan sudah membayar secara nontunai.", "62 persen"},
    {"Benni Warlis mengatakan pasar itu selesai. Warga senang. Omzet pedagang naik 40 persen.", "40 persen"},
    {"Menurut Benni Warlis, jalan itu mulus. Jembatan juga rampung. Waktu tempuh pun berkurang 30 persen.",
     "30 persen"},
    {"Acara itu dihadiri Kepala BPS Agam Yani. Inflasi kabupaten 2,1 persen.", "2,1 persen"},
    {"Program itu menurunkan angka kemiskinan 12 persen.", "12 persen"},
    {"Program \"Nagari Bersih\" menekan timbulan sampah 25 persen.", "25 persen"},
    {"Data dikumpulkan sejak Januari. Partisipasi warga mencapai 90 persen.", "90 persen"},
    {"Partisipasi warga 90 persen. Acara itu dihadiri Camat Yulia Sari.", "90 persen"},
    /* nor is what somebody says in the next paragraph about something else */
    {"Sampah berkurang 25 persen dalam setahun.\n\n\"Kami senang,\" kata Camat Yulia Sari.", "25 persen"},
    {"Acara dibuka Camat Yulia Sari.\n\nSampah berkurang 25 persen.\n\n\"Truknya 12,\" kata Yulia.",
     "25 persen"},
    {"Transparansi ini mendorong perbaikan. Belanja baru mencapai 52 persen.", "52 persen"},
    {"Pendapatan daerah baru masuk 28 persen dari target tahun ini.", "28 persen"},
    {"Realisasi belanja baru mencapai 52,38%, jauh di bawah target.", "52,38%"},
    {"Sampah berkurang dua persen dalam setahun.", "dua persen"},
    {"Yani menyebut kasus turun jadi 40.\n\nWarga lega.\n\nKesembuhan naik 12 persen.", "12 persen"},
    {"# Kota Bersih\n\nSampah berkurang 25 persen dalam setahun.\n\nWarga berharap taman ditambah.",
     "25 persen"},
};

static const char *const sourced_figures[] = {
    "Menurut laporan BPS 2024, sebanyak 67% warga memakai media sosial.",
    "Data itu dirilis BPS pada Mei. Sebanyak 67% warga memakai media sosial.",
    "Tingkat hunian hotel naik 12 persen. Demikian disampaikan Kepala Dinas Pariwisata Yani.",
    "Tingkat hunian hotel naik 12 persen. Menurut data Dinas Pariwisata.",
    "Kepala BPS Yani memaparkan hasil survei.\n\nSebanyak 67 persen warga melek media.",
    "Dinas Kesehatan mencatat 41 kasus. Angka itu naik 12 persen. Kesembuhan 88 persen.",
    "BPS mencatat ekspor 309 miliar rupiah. Impor 44 miliar rupiah. Selisihnya naik 11 persen.",
    "Yani menyebut cakupan imunisasi 61 persen.\n\nAdapun cakupan vitamin A 72 persen.",
    "\"Hunian naik 12 persen,\" kata Yani.",
    "\"Hunian hotel membaik,\" kata Yani. Tingkat hunian kini 56 persen.",
    "Sebanyak 98 persen warga memegang kartu identitas (Disdukcapil, 2024).",
    "Sebanyak 98 persen warga memegang kartu identitas. Sumber: Disdukcapil Agam.",
    "Angka itu lebih baik daripada prediksi sebelumnya yang dilakukan BMKG, yakni 46 persen.",
    "Pemeriksaan yang dilakukan Dinas Pangan menunjukkan 97 persen sampel aman.",
    "Camat Matur menerima laporan dari wali nagari bahwa 30 persen sawah kering.",
    "Tingkat kepuasan 91 persen, kata Yani.",
    "Yani optimistis ekonomi tumbuh 5,3 persen.",
    "Dinas telah menerima laporan realisasi dari 34 nagari, atau 92 persen.",
    "Data pemerintah menunjukkan 64 persen listrik berasal dari batu bara.",
    "Perjalanan kereta 90 persen sepi. Hal ini terlihat dari data penumpang.",
    "Laman Dinkes mencatat 381 kasus. Rinciannya, 12 dirawat.\n\nTingkat kesembuhan 85,7 persen.",
    "Indeks literasi kini 81,25. \"Angka itu tertinggi di provinsi,\" sebut Yani.",
    ("Dalam diskusi \"Layanan Daring: Kebijakan dan Tantangan\", Yani menyebut 9 dari 10 anak terdata.\n\nSebanyak "
     "61 persen di antaranya balita."),
    "Yani bercerita, \"Dulu ramai.\n\nSekarang sepi, berkurang 50 persen,\" katanya.",
    "Yani mengakui serapan baru 45 persen.",
    "Hasil survei Ombudsman menempatkan kota itu di peringkat kedua.",
    "Indeks Pembangunan Manusia naik menjadi 72,15, menurut BPS.",
    /* told by whoever spoke before, or by the paragraph after */
    "Camat Yulia Sari meninjau pasar. Dikatakannya, sampah berkurang 25 persen.",
    "Camat Yulia Sari meninjau pasar. Dijelaskan, sampah berkurang 25 persen.",
    "Sampah berkurang 25 persen. Warga lega.\n\nHal itu diutarakan Camat Yulia Sari saat apel.",
    "Sampah berkurang 25 persen.\n\n\"Turun 25 persen dalam setahun,\" kata Camat Yulia Sari.",
    "Ia merinci kasus di 14 nagari.\n\nDi pesisir ada 40 kasus.\n\nAdapun di lembah 12 persen dari semuanya.",
    "Perempuan itu menyebut tiga desa. Belanja baru mencapai 52 persen.",
    "Pemkab itu mendorong perbaikan. Belanja baru mencapai 52 persen.",
    "KPU mengesahkan hasil pleno dengan partisipasi 83,3 persen.",
    /* what somebody decides, pays, plans or wins is no statistic; nor are dates and numbers of persons */
    "Peserta 120 orang membayar Rp50.000 pada 3 Mei 2024. Diskon 20 persen diberikan.",
    "Kapasitas dibatasi 50 persen.",
    "Pemerintah kabupaten menargetkan tengkes turun menjadi 14 persen.",
    "Bauran energi bersih diupayakan naik dua kali lipat.",
    "Tahap pertama cair 40 persen, paling lambat Juni.",
    "Program itu menyasar 40 persen keluarga termiskin.",
    "Tunjangan guru ditingkatkan 25 persen.",
    "Dari tiap tiket, agen mendapat 10 persen.",
    "Pajak hotel ditetapkan 10 persen.",
    "Sebanyak 25 persen dari dana nagari dialokasikan untuk irigasi.",
    "Pemkab Agam merealisasikan 92 persen anggaran.",
    "Perusahaan daerah itu membukukan laba yang naik 8 persen.",
    "Jika 30 persen warga absen, rapat ditunda.",
    "Gedung itu dirancang menghemat listrik 30 persen.",
    "Nagari Sungai Pua meraih peringkat pertama lomba desa tingkat provinsi.",
    "Sebanyak 120 peserta dari 14 kecamatan hadir, tiga di antaranya balita.",
};

static void figures(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof bare_figures / sizeof *bare_figures; i++)
        assert_found(RULE_ATTRIBUTION_FIGURE, bare_figures[i].draft, bare_figures[i].expected);
    for (size_t i = 0; i < sizeof sourced_figures / sizeof *sourced_figures; i++)
        assert_found(RULE_ATTRIBUTION_FIGURE, sourced_figures[i], "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(vague_sources),
        cmocka_unit_test(passives),
        cmocka_unit_test(figures),
    };
    return cmocka_run_group_tests_name("sources", tests, NULL, NULL);
}
