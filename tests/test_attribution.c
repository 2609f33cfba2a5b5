/* language/quotes/attribution.c: who says what, and which quotations want a speaker. */
#include "quoted.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const struct example after[] = {
    {"\"Kami siap membantu warga,\" kata Bupati Agam Benni Warlis.", "=kata;Benni Warlis;Benni Warlis"},
    {"\"Kami siap membantu warga,\" kata Kepala Dinas Sosial Agam, Villa Erdi, di Lubuk Basung, Senin (4/8/2025).",
     "=kata;Villa Erdi;Villa Erdi"},
    {"\"Kami siap membantu warga,\" ujar Camat Matur, Kabupaten Agam, Yulia Sari.",
     "=ujar;Yulia Sari;Yulia Sari"},
    {"\"Kami siap membantu warga\". Ujar Camat Yulia Sari.", "=Ujar;Yulia Sari;Yulia Sari"},
    {"Warga Kecamatan Musuk hadir. Ketua Panwaslu Musuk S Murdaka membuka rapat.\n\n\"Kami siap membantu warga,\" kata Murdaka.",
     "=kata;Murdaka;S Murdaka"},
    {"\"Kami siap membantu warga\" — demikian pesan Camat Yulia Sari.", "=pesan;Yulia Sari;Yulia Sari"},
    {"\"Airnya naik cepat,\" tutur Yusnidar (45), warga Lolong.", "=tutur;Yusnidar;Yusnidar"},
    {"\"Airnya naik cepat sekali,\" kataKapolres Agam.", "=kata;Kapolres Agam;"},
    {"\"Airnya naik cepat sekali,\" ujra Yusnidar.", "=ujra;Yusnidar;Yusnidar"},
    {"\"Airnya naik cepat sekali!\" seru Yusnidar.", "=seru;Yusnidar;Yusnidar"},
    {"\"Apakah airnya naik?\" tanya dia.", "=tanya;dia;"},
    {"\"Airnya naik cepat sekali,\" Yusnidar menirukan apa yang didengarnya.",
     "=menirukan;Yusnidar;Yusnidar"},
    {"\"Kami siap membantu warga.\" Demikian disampaikan Wakil Bupati Agam Muhammad Iqbal.",
     "=disampaikan;Muhammad Iqbal;Muhammad Iqbal"},
    {"\"Kami siap membantu warga.\"\n\nHal itu disampaikan Wakil Bupati Agam Muhammad Iqbal, Selasa.",
     "=disampaikan;Muhammad Iqbal;Muhammad Iqbal"},
    {"\"Kami siap membantu warga,\" sambil tersenyum ujar Bupati Benni Warlis.",
     "=ujar;Benni Warlis;Benni Warlis"},
    {"\"Semoga lekas pulih,\" tulis Benni Warlis dalam akun Instagram-nya.",
     "=tulis;Benni Warlis;Benni Warlis"},
    {"\"Setiap orang wajib menjaga kebersihan,\" demikian bunyi Pasal 12 Perda itu.",
     "=bunyi;Pasal 12 Perda itu;"},
};

static const struct example before[] = {
    {"Bupati Agam Benni Warlis mengatakan, \"Kami siap membantu warga.\"",
     "=mengatakan;Benni Warlis;Benni Warlis"},
    {"Bupati Agam Benni Warlis menegaskan: \"Kami siap membantu warga.\"",
     "=menegaskan;Benni Warlis;Benni Warlis"},
    {"Menurut Villa Erdi, \"bantuan itu sudah sampai di tangan warga\".", "=Menurut;Villa Erdi;Villa Erdi"},
    {"Kata Villa Erdi, \"Bantuan itu sudah sampai.\"", "=Kata;Villa Erdi;Villa Erdi"},
    {"Hal senada disampaikan Ketua DPRD, Ilham: \"Kami dukung anggarannya.\"", "=disampaikan;Ilham;Ilham"},
    {"Benni Warlis: \"Kami siap membantu warga.\"", "=;Benni Warlis;Benni Warlis"},
    {"Tanya: \"Kapan jalan itu diperbaiki?\"\n\nJawab: \"Mulai bulan depan, insyaallah.\"", "=;;\n=;;"},
    {"Allah berfirman, \"Tolong-menolonglah kamu dalam kebajikan.\"", "=berfirman;Allah;"},
    {"Disebutkan dalam Stranas, \"Pengadaan wajib lewat katalog.\"", "=Disebutkan;Stranas;"},
    {"Demikian bunyi Keppres: \"Hari itu ditetapkan sebagai hari libur.\"", "=bunyi;Keppres;"},
    {"Berikut pernyataan Bupati Benni Warlis:\n\n\"Kami siap membantu warga.\"",
     "=;Benni Warlis;Benni Warlis"},
};

static const struct example dashed[] = {
    {"\"Panen ini hasil kerja keras kita.\" - Menteri Pertanian Amran Sulaiman",
     "=;Amran Sulaiman;Amran Sulaiman"},
    {"\"Panen ini hasil kerja keras kita,\"- Amran Sulaiman", "=;Amran Sulaiman;Amran Sulaiman"},
    {"“Panen ini hasil kerja keras kita” -Amran Sulaiman", "=;Amran Sulaiman;Amran Sulaiman"},
    {"“Panen ini hasil kerja keras kita.” — Bupati Agam", "=;Bupati Agam;"},
    {"\"Panen ini hasil kerja keras kita.\" Ketua Kelompok Tani Saiyo, Marjoni", "=;Marjoni;Marjoni"},
    {"\"Panen ini hasil kerja keras kita\" Bupati Agam Benni Warlis, dalam keterangan tertulisnya.",
     "=;Benni Warlis;Benni Warlis"},
    {"\"Panen ini hasil kerja keras kita.\" (Bupati Agam Benni Warlis)", "=;Benni Warlis;Benni Warlis"},
    {"\"Ekonomi daerah tumbuh di atas rata-rata.\" - laporan LPEM FEB UI", "=;laporan LPEM FEB UI;"},
    {"\"Setiap orang berhak atas pekerjaan.\" - Pasal 27 UUD 1945", "=;Pasal 27 UUD 1945;"},
    {"\"Panen ini hasil kerja keras kita - Bupati Agam\"", "=;Bupati Agam;"},
    {"\"Panen ini hasil kerja keras kita.\"\n\nBupati Agam Benni Warlis mengungkapkan hal itu kemarin.",
     "=mengungkapkan;Benni Warlis;Benni Warlis"},
    {"\"Panen ini hasil kerja keras kita\".\n\nDemikian disampaikan Bupati Agam Benni Warlis saat membuka rapat.",
     "=disampaikan;Benni Warlis;Benni Warlis"},
    {"Rapat usai.\n\n\"Panen ini hasil kerja keras kita\".\n\n(MC Diskominfo Agam)", "!;;"},
    {"\"Panen ini hasil kerja keras kita\"\n- Benni Warlis, Bupati Agam", "=;Benni Warlis;Benni Warlis"},
    {"\"Panen ini hasil kerja keras kita.\"\nBupati Agam Benni Warlis", "=;Benni Warlis;Benni Warlis"},
    {"\"Panen ini kerja kita.\" - Bupati Agam Benni Warlis\n\n\"Mari jaga sawah kita bersama-sama.\"\n\n"
     "\"Harga pupuk harus turun.\" - Benni Warlis",
     "=;Benni Warlis;Benni Warlis\n!;;Benni Warlis\n=;Benni Warlis;Benni Warlis"},
};

static const struct example parts[] = {
    {"\"Kami siap,\" ujar Benni Warlis. \"Semua alat sudah ada di lokasi.\"",
     "=ujar;Benni Warlis;Benni Warlis\n=;;Benni Warlis"},
    {"\"Kami,\" ujar Benni Warlis, \"sudah siap sejak kemarin.\"",
     "=ujar;Benni Warlis;Benni Warlis\n=ujar;Benni Warlis;Benni Warlis"},
    {"\"Bagaimana caranya? Kerja keras.\" \"Tidak ada jalan lain,\" ujar Benni Warlis.",
     "=;;Benni Warlis\n=ujar;Benni Warlis;Benni Warlis"},
    {"\"Jalan ini panjang sekali.\n\n\"Kami akan mulai besok,\" kata Benni Warlis.",
     "=kata;Benni Warlis;Benni Warlis"},
    {"\"Jalan ini panjang sekali.\n\nKami akan mulai besok, \"kata Benni Warlis.",
     "=kata;Benni Warlis;Benni Warlis"},
    {"\"Kami akan mulai besok pagi, kata Benni Warlis.", "=kata;Benni Warlis;Benni Warlis"},
    {"Kami akan mulai besok pagi,\" kata Benni Warlis.", "=kata;Benni Warlis;Benni Warlis"},
};

static const struct example terms[] = {
    {"ASN diharapkan menjadi \"duta informasi\" yang baik.", ""},
    {"Acara itu bertema \"Dari nagari untuk Indonesia yang lebih maju\".", ""},
    {"Dengan slogan \"Bersama kita bisa!\", ia mengajak warga.", ""},
    {"“Kita Jaga Bersama Kota Kita” menjadi tema tahun ini.", ""},
    {"Program \"Agam Menanam\", kata Benni, sudah berjalan.", ""},
    {"Lagu \"Ayam Den Lapeh\" diputar malam itu.", ""},
    {"Anak-anak berbalas pantun.\n\n“Pergi ke pasar membeli pandan,\npandan dibawa ke tepi kali.\n"
     "Kalau kita menjaga badan,\nhidup sehat setiap hari.”",
     ""},
    {"Acara usai.\n\n\"Selamat Hari Jadi ke-183 kota kami tercinta\"", ""},
    {"Pemenang lomba, Marjoni (", ""},
    {"# \"Kita Harus Bersatu Membangun Nagari\"", ""},
};

/* No speech, though it stands in marks; and speech of which the next sentence says whose it is. */
static const struct example excused[] = {
    {"كُلُّ مَعْرُوفٍ صَدَقَةٌ\n\n\"Setiap kebaikan adalah sedekah bagi yang berbuat.\"", ""},
    {"![“Selamat datang di kantor kami yang baru.”](foto.jpg)", ""},
    {"<blockquote><p>“Tolong bangunkan saya besok pagi!”</p>\n\n<cite>seorang warga berteriak</cite></blockquote>",
     "=;;"},
    {"<blockquote>\n<p>“Tolong bangunkan saya besok pagi!”</p><cite>seorang warga</cite></blockquote>",
     "=;;"},
    {"Kami menunggu kabar.\n\n---\n\n*\"Berkurban dengan mudah, berkah sampai ke yang membutuhkan\"*", ""},
    {"\"Airnya naik sejak subuh tadi.\" Demikian Rina bersabda.", "=;;"},
    {"\"Airnya naik sejak subuh tadi\". Demikian Rina bersabda. Selama ini tenang.", "=;;"},
    {"Seperti halnya, \"Sapa bisa ngelakoni Gusti nyembadani.\", lirik lagu itu sangat dalam.", "=;;"},
    {"Tugas itu diatur oleh Peraturan Gubernur tentang “Melaksanakan kewenangan di bidang pekerjaan umum.”",
     ""},
    {"Rina mempelajari kota. Atau dengan kata-katanya sendiri, “Kota ini menikahi beton dan pasir.” Ia menulis \"kota\" "
     "lagi.",
     "=;;"},
    {"Hasilnya tampil. \"Pada kasus ini kita perlu `$` di depan nama.\"", ""},
    {"Gubernur Benni Warlis menjawab keluhan itu.\n\n\"Kami akan memperbaiki jalan itu.\"\n\n"
     "\"Dananya sudah ada tahun ini.\"\n\n\"Mohon doa semua warga.\"",
     "?;;Benni Warlis\n?;;Benni Warlis\n?;;Benni Warlis"},
    {"Guru berinovasi. **“The power of love.”**, memunculkan rasa cinta terhadap profesi.", ""},
    {"Motonya singkat: aja dumeh — \"jangan sekali-kali bersikap mentang-mentang.\"", ""},
    {"Artinya lebih tepat, “ujaran yang menembus batas tanpa perantara.”", ""},
    {"\"Apakah jembatan itu jadi dibangun tahun ini?\"\n\nPertanyaan itu datang dari warga.", "=;;"},
    {"\"Airnya naik sejak subuh tadi.\"\n\nBegitu kesan warga Lolong.", "=;;"},
    {"\"Tolong-menolonglah kamu dalam kebajikan.\"\n\n(QS Al-Maidah: 2)", "=;;"},
    {"Bupati Agam Benni Warlis menegaskan:\n\n\\> “Kami siap membantu warga.”",
     "=menegaskan;Benni Warlis;Benni Warlis"},
    {"“Ketua panitia Marjoni menuturkan bahwa air naik sejak subuh.\n\nRapat ditutup.", ""},
    {"Warga saling memaafkan. Dengan cara meminta maaf dan juga memaafkan sesama,”.", ""},
    {"Mereka dikenal sebagai “Tiga Serangkai” Pendiri Fatayat NU.", ""},
    {"Pernahkah Anda mendengar ungkapan, *\"Hidup tidak berubah karena kita mengganti isinya\"*?", ""},
    {"Gereja menggembalakan umat-Nya (Matius 16:18-19). \"Apa yang kauikat di dunia ini akan terikat di surga.\"",
     ""},
    {"Rapat dimulai pukul sepuluh (16 orang). \"Semua alat sudah siap di lokasi.\"", "!;;"},
    {"# Visi Sekolah\n\n\"Terwujudnya sekolah yang unggul dan membentuk manusia sempurna.\"", ""},
    {"VISI\n\n“Terwujudnya sekolah yang unggul dan membentuk manusia sempurna”.\n\nMISI\n\nMendidik anak.",
     ""},
    {"Maklumat Pelayanan: \"Kami siap melayani sesuai dengan baku mutu yang ditetapkan.\"", ""},
    {"Visi Kota\n\n\"Terwujudnya sekolah yang unggul dan membentuk manusia sempurna.\"", ""},
    {"Kami mendukung visi dan misi Kabupaten Agam, yakni, “Mempercepat perbaikan jalan dan memperluas sasaran ke nagari”, "
     "khususnya lewat anggaran.",
     ""},
    {"Moto kami tahun ini adalah \"Beri kami kabar, akan kami tulis sampai ke ujung nagari.\"", ""},
    {"“Beri kami data dan seuntai kata, akan kami tulis jadi berita”. Itulah harapan seluruh pegawai.",
     "=;;"},
    {"Taman itu dibuka sesuai dengan keinginan Bapak Marjoni sebagai pendiri. \"Saya ingin anak-anak punya tempat bermain.\"",
     "=;;"},
    {"# Sejarah Sekolah\n\n\"Sekolah ini kami bangun bersama warga desa.\"", "!;;"},
};

/* Names beside words that look like one, or like an office. */
static const struct example beside_names[] = {
    {"| Aspek | Rincian |\n|---|---|\n| Total Kerugian | Rp2 miliar |\n\n\"Kami menunggu kepastian,\" ujar warga.",
     "=ujar;warga;"},
    {"“Kesenian ini layak kita rawat.” Kata KH. Miftah selaku Ketua Panitia.", "=Kata;KH. Miftah;Miftah"},
    {"\"Kami siap membantu warga,\" ujar Kadisbunprov Kalbar, Hero Wirya.", "=ujar;Hero Wirya;Hero Wirya"},
    {"Workshop Pengembangan Bambu Lestari digelar Dinas Kehutanan.\n\n\"Bambu itu kuat dan lentur,\" ungkapnya.",
     "=ungkapnya;;"},
    {"Hadir Plt. Kepala Dinas Sosial Villa Erdi.\n\n\"Bantuan sudah sampai,\" ungkapnya.",
     "=ungkapnya;;Villa Erdi"},
    {"Warga BKPH Tambora datang. Kepala BKPH Tambora Burhan membuka rapat.\n\n\"Kami siap membantu,\" kata Burhan.",
     "=kata;Burhan;Burhan"},
    {"Guru itu mengajar di kota Bima. \"Persiapan kami matang,\" tuturnya.", "=tuturnya;;"},
    {"“Kami siap membantu warga,” kata Rois Syuriah Nahdlatul Ulama Jepara Yatun.", "=kata;Yatun;Yatun"},
};

static const struct example missing[] = {
    {"Taman itu selesai tahun lalu.\n\n\"Kami akan merawat taman ini dengan baik.\"", "!;;"},
    {"Taman itu selesai tahun lalu.\n\n\"Kami akan merawat taman ini dengan baik\"\n\nRapat usai.", "!;;"},
    {"Fadly Amran menjelaskan rencana itu. \"Kami mulai dari pasar lama.\"", "?;;Fadly Amran"},
    {"Hal itu diungkap Fadly Amran di taman.\n\n\"Kami mulai dari pasar lama.\"", "?;;Fadly Amran"},
    {"Menurut Fadly Amran, taman itu perlu.\n\n\"Kami mulai dari pasar lama.\"", "?;;Fadly Amran"},
    {"\"Kami siap,\" kata Fadly Amran.\n\n\"Kami mulai dari pasar lama.\"",
     "=kata;Fadly Amran;Fadly Amran\n?;;Fadly Amran"},
    {"\"Kami siap,\" kata Fadly Amran.\n\nKetua LPTQ Jasman juga memberi selamat. \"Kami bangga dengan kalian.\"",
     "=kata;Fadly Amran;Fadly Amran\n?;;Jasman"},
    {"\"Kami siap,\" kata Fadly Amran.\n\nKetua LPTQ Jasman menyalami juara.\n\n\"Kami bangga dengan kalian.\"",
     "=kata;Fadly Amran;Fadly Amran\n!;;Jasman"},
    {"\"Kami siap,\" kata Fadly Amran. \"Taman itu indah sekali.\"\n\n\"Kami mulai dari pasar lama.\"",
     "=kata;Fadly Amran;Fadly Amran\n=;;Fadly Amran\n?;;Fadly Amran"},
    {"Taman itu selesai.\n\n\"Kami mulai dari pasar lama.\"Para pedagang akan pindah.", "?;;"},
    {"Rina Sari datang. Rina Sari meyakini jalan itu akan selesai. \"Kita mulai dari pasar lama.\"", "?;;"},
    {"Rina Sari datang. Rina Sari meyakini jalan itu akan selesai. \"Kita mulai dari pasar lama,\"\n\nRapat usai.",
     "!;;Rina Sari"},
    {"\"Kita mulai dari pasar lama,\" Padang (KITA) - Gubernur tiba di pasar itu.", "?;;"},
    {"Pada [Rina Sari](https://x.id/\">laman Kita, https://x.id/rina) mengajukan pertanyaan tentang pasar itu:\n\n"
     "**“Kita boleh berjualan, tetapi apakah kita bisa menyewa kios?**\n\nKetentuan itu ada dalam perda.",
     "?;;"},
    {"Kota itu ramai. Kader desa bekerja setiap hari untuk umat dan bangsa. \"Kader desa bekerja tulus setiap hari untuk "
     "umat dan bangsa\". Rapat usai.",
     "?;;"},
    {"Taman itu selesai. Rina mengulas buku Taman Kota.\n\n\"Taman tidak memiliki pagar untuk mengusir orang.\"\n\nHari "
     "sudah sore.",
     "?;;"},
    {"Taman itu selesai. Rina mengulas buku Taman Kota.\n\n\"Taman kami tidak memiliki pagar.\"\n\nHari sudah sore.",
     "!;;Rina"},
    {"Hal itu perlu.\n\n\"Kami mulai dari pasar lama.\"\n\nHal senada disampaikan Ketua DPRD Ilham.", "!;;"},
};

/* Of every length, so that the last token also stands at the end of its memory. */
static void a_text_may_end_anywhere(void **state) {
    static const char *const ends[] = {"(",  "Bupati", "kata", "yang",  "-",
                                       "H.", "III",    "Lalu", "Cipta", "itu"};
    enum { LONGEST = 48 };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        struct str draft = {0};
        for (size_t words = 0; words < LONGEST; words++) {
            size_t stem = draft.len;
            str_append_text(&draft, ends[i]);
            quoted_expect(*state, &(struct example){str_text(&draft), ""});
            draft.len = stem;
            str_append_text(&draft, words % 3 ? "Camat " : "Desa ");
        }
        str_free(&draft);
    }
}

EXPECT_ALL(cue_after_the_quotation, after)
EXPECT_ALL(cue_before_the_quotation, before)
EXPECT_ALL(dash_or_nothing_before_the_speaker, dashed)
EXPECT_ALL(quotations_in_parts, parts)
EXPECT_ALL(terms_are_no_statements, terms)
EXPECT_ALL(some_need_no_speaker, excused)
EXPECT_ALL(words_beside_a_name, beside_names)
EXPECT_ALL(speakers_are_missing, missing)

static bool at_once(void *by) {
    (void)by;
    return true;
}

static void work_can_be_interrupted(void **state) {
    struct text *text = quoted_text("\"Airnya sudah surut,\" kata Camat Yusnidar.");
    struct checker *checker = quoted_check(*state, text);
    struct attribution found = {0};
    assert_false(document_quotes(checker_document(checker), *state, &found, at_once, NULL));
    assert_int_equal(found.quotes.count, 0);
    checker_free(checker);
    text_free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cue_after_the_quotation),
        cmocka_unit_test(cue_before_the_quotation),
        cmocka_unit_test(dash_or_nothing_before_the_speaker),
        cmocka_unit_test(quotations_in_parts),
        cmocka_unit_test(a_text_may_end_anywhere),
        cmocka_unit_test(terms_are_no_statements),
        cmocka_unit_test(some_need_no_speaker),
        cmocka_unit_test(words_beside_a_name),
        cmocka_unit_test(speakers_are_missing),
        cmocka_unit_test(work_can_be_interrupted),
    };
    return cmocka_run_group_tests(tests, quoted_setup, quoted_teardown);
}
