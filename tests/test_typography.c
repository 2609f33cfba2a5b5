/* check/rules/spacing.c, pairs.c, number.c, quote.c, comma.c: typography.*, but for capitals
 * (test_capitals.c). */
#include "base/str.h"
#include "check_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

static void spaces(void **state) {
    (void)state;
    const char *rule = "typography.space";
    expect_findings(rule, "Rapat itu ,kata camat.", "itu ,kata>itu, kata");
    expect_findings(rule, "Rapat itu , kata camat. Naik 1 ,5 persen.", "itu ,>itu,;1 ,>1,");
    expect_findings(rule, "Rapat itu,kata camat.", "itu,kata>itu, kata");
    expect_findings(rule, "Bantuan berupa selimut,100 buah matras, dan 5 tenda.", "selimut,100>selimut, 100");
    expect_findings(rule, "Hadir Hero, SP. M,Si sejak pagi.", "");
    expect_findings(rule, "Rapat  itu selesai.", "Rapat  itu>Rapat itu");
    expect_findings(rule, "Kami di sini.Padang aman.", "sini.Padang>sini. Padang");
    expect_findings(rule, "Rapat digelar di Jabung.Sebelum itu warga hadir.",
                    "Jabung.Sebelum>Jabung. Sebelum");
    expect_findings(rule, "Pasar (Kab.Sigi) dan dr.Agnes hadir di Jalan A.Yani kemarin.",
                    "Kab.Sigi>Kab. Sigi;dr.Agnes>dr. Agnes;A.Yani>A. Yani");
    expect_findings(rule, "Hadir Rina, S.Psi, M.Farm., dan J.K. Rowling.", "");
    expect_findings(rule, "Siaran itu dimuat Padang.News dan Andalas.Com kemarin.", "");
    expect_findings(rule, "Rapat Selasa(8/12/2026) dihadiri Polri(Kepolisian RI).",
                    "Selasa(>Selasa (;Polri(>Polri (");
    expect_findings(rule, "Setiap anggota(s) mengisi kolom nama(1) dan f(x).", "");
    expect_findings(rule, "Acara ditutup di Padang.(rel/tsa)", "Padang.(>Padang. (");
    expect_findings(rule, "Rina berkata,\"Kami siap.\"", "");
    expect_findings(rule, "Pukul 16.00 WIB.(hm.ys)", "WIB.(>WIB. (");
    expect_findings(rule, "Rapat ( baik ) selesai.", "( baik>(baik;baik )>baik)");
    /* none of these is wrong */
    expect_findings(rule, "Pukul 10.30, skor 2:1, S.Sos., Kompas.com, padang.go.id, a.n. camat.", "");
    expect_findings(rule, "Hari  : Senin\n\n\"Kami siap,\" katanya... ya :) dan Rp1.000,00; selesai.", "");
    expect_findings(rule, "Rapat ini\ndiadakan camat.", "");
}

static void quotation_marks(void **state) {
    (void)state;
    const char *rule = "typography.quote";
    expect_findings(
        rule, "Lihat https://pasar.id/ikan\">Pasar Kita\", dan gambar.png\" class=\"kecil\" di sana.", "");
    expect_findings(rule, "Ia berkata, \" Kami siap membantu warga.\"", "\" Kami>\"Kami");
    expect_findings(rule, "Ditambahkannya,\"Kami siap membantu.\"", ",\"Kami>, \"Kami");
    expect_findings(rule, "\"Kami siap membantu \" ujar Camat Rina.", "membantu \" ujar>membantu,\" ujar");
    expect_findings(rule, "\"Kami siap membantu\"ujarnya.", "membantu\"ujarnya>membantu,\" ujarnya");
    expect_findings(rule, "“Kami siap membantu”. Ujar Bupati Rina.", "membantu”. Ujar>membantu,” ujar");
    expect_findings(rule, "“Kami siap membantu.” Tegasnya.", "membantu.” Tegasnya>membantu,” tegasnya");
    expect_findings(rule, "“Kami siap,”ujar Rina.", "siap,”ujar>siap,” ujar");
    expect_findings(rule, "”Kami siap membantu warga,” ujar Rina.", "”Kami>“Kami");
    expect_findings(rule, "‘’Kami siap membantu warga,’’ ujar Rina.", "‘’Kami>“Kami");
    expect_findings(rule, "“Kami siap membantu warga,\" ujar Rina.", "warga,\" ujar>warga,” ujar");
    expect_findings(rule, "\"Kami siap membantu warga desa ini. ujarnya.", "ini. ujarnya>ini,\" ujarnya");
    expect_findings(
        rule, "Menurut camat \"Siap Tanggap\" itu baik. \"Siap?\" tanya Rina. “Kami siap,” ujar Rina.", "");
    expect_findings(
        rule, "\"Kami siap membantu,\" kata Rina. \"Kami di Jl. Melati,\" ujarnya. Kata kunci itu \"aman\".",
        "");
}

/* Marks written as entities, markup beside them, a clitic after them; and the full stop of a whole sentence.
 */
static void quotation_marks_on_sites(void **state) {
    (void)state;
    const char *rule = "typography.quote";
    expect_findings(rule, "<p>&ldquo;Kami siap membantu warga,&rdquo; ujar Rina.</p>", "");
    expect_findings(rule, "Acara &ldquo;Desa Bersih&rdquo; dibuka.", "");
    expect_findings(rule, "Ia menulis &ldquo; Desa Bersih&rdquo; di papan.", "&ldquo; Desa>“Desa");
    expect_findings(rule, "Teater “***Desa Bersih***” dipentaskan.", "");
    expect_findings(rule, "Kami menyiapkan \"dapur\"nya sejak pagi.", "");
    expect_findings(rule, "\"Kami siap membantu warga\". Tambahnya", "warga\". Tambahnya>warga,\" tambahnya");
    expect_findings(rule, "\"Acara ini membuktikan semangat warga tetap menyala\".", "menyala\".>menyala.\"");
    expect_findings(rule, "Acara itu bertema \"membangun desa dari tangan warga sendiri\".", "");
    expect_findings("typography.comma", "\"Kami bagikan beras itu di Tanjab Timur.\" ujar Rina.",
                    "Timur.\" ujar>Timur,\" ujar");
}

/* Both marks look the wrong way: one finding mends the pair, as either alone would leave the other without
 * its partner. A closing mark is not missed where a later paragraph closes. */
static void marks_of_one_pair(void **state) {
    (void)state;
    const char *rule = "typography.quote";
    expect_findings(rule, "Lomba” Desa Bersih “itu digelar camat.",
                    "Lomba” Desa Bersih “itu>Lomba “Desa Bersih” itu");
    expect_findings(rule, "Lomba” Bersih “itu digelar camat.", "Lomba” Bersih “itu>Lomba “Bersih” itu");
    expect_findings(rule, "Rina pulang.” Kami sudah siap membantu, “ujarnya.",
                    ".” Kami sudah siap membantu, “ujarnya>. “Kami sudah siap membantu,” ujarnya");
    expect_findings(rule, "Rina pulang.” Kami sudah siap membantu,” ujarnya.", ".” Kami>. “Kami");
    expect_findings(rule, "”Kami sudah siap membantu,\" ujarnya.", "”Kami>\"Kami");
    expect_findings(
        rule, "\"Kami siap membantu warga desa. Kata mereka, kami cepat.\n\nTunggu saja,\" ujarnya.", "");
    expect_findings(rule, "\"Kami siap membantu warga desa ini. ujarnya.\n\n\"Tunggu saja,\" ujarnya.",
                    "ini. ujarnya>ini,\" ujarnya");
}

static void what_is_written_together(void **state) {
    (void)state;
    const char *rule = "typography.space";
    expect_findings(rule, "Hadir H.Rahman dan Drs.Sutan.", "H.Rahman>H. Rahman;Drs.Sutan>Drs. Sutan");
    expect_findings(rule, "Menurut No.19 dan ayat(2) itu.", "No.19>No. 19;ayat(>ayat (");
    expect_findings(rule, "Bantuan 25kg beras dan 3buah tenda.", "25kg>25 kg;3buah>3 buah");
    expect_findings(rule, "Pada tahun2021 ia menjabatDirektur.",
                    "tahun2021>tahun 2021;menjabatDirektur>menjabat Direktur");
    expect_findings(rule, "Panitia : Sari Dewi", "Panitia :>Panitia:");
    expect_findings(rule, "Jaringan 4G, era 90an, WhatsApp, iPhone, GrabExpress, BPBDs, KPUnya.", "");
}

static void hyphens(void **state) {
    (void)state;
    const char *rule = "typography.hyphen";
    expect_findings(rule, "Warga masing – masing membawa buku- bukunya.",
                    "masing – masing>masing-masing;buku- bukunya>buku-bukunya");
    expect_findings("typography.hyphen", "Camat se - Kabupaten Agam hadir.", "se - Kabupaten>se-Kabupaten");
    expect_findings(rule, "HUT ke- 80 digelar se- provinsi.", "ke- 80>ke-80;se- provinsi>se-provinsi");
    expect_findings(rule, "Ubah berkas /etc/hosts, lalu salin ke /usr dan /home di komputer itu.", "");
    expect_findings(rule, "Panen berlangsung Juni- Juli dan Senin -Jumat.",
                    "Juni- Juli>Juni–Juli;Senin -Jumat>Senin–Jumat");
    expect_findings(rule, "Warga ikut program Tabah -Qu itu. Ia dan Camat -Budi- hadir.",
                    "Tabah -Qu>Tabah-Qu");
    expect_findings(rule, "Warga kabupaten /kota hadir.", "kabupaten /kota>kabupaten/kota");
    expect_findings(rule, "Tahun ajaran 2025/ 2030 di kabupaten / kota.",
                    "2025/ 2030>2025/2030;kabupaten / kota>kabupaten/kota");
    expect_findings(rule, "Boyolali -Dalam rapat itu hadir camat.", "Boyolali -Dalam>Boyolali - Dalam");
    expect_findings(rule, "Padang,--Wali Kota membuka rapat.", "Padang,--Wali>Padang – Wali");
    expect_findings(rule, "PADANG-Dalam rapat itu hadir camat.", "PADANG-Dalam>PADANG – Dalam");
    expect_findings(rule, "Padang - Rapat. PADANG- Rapat. Rute Padang – Solok, Jawa-Bali, dan/atau.", "");
    expect_findings("typography.hyphen", "PADANG, BAPPEDA - Bappeda Agam menggelar rapat.", "");
    expect_findings("typography.hyphen", "Bagi penderita Covid 19 dan covid-19.", "Covid 19>Covid-19");
    expect_findings("typography.hyphen", "Telepon 766038 / 081349330651 atau tahun 2025/ 2030.",
                    "2025/ 2030>2025/2030");
    expect_findings("typography.hyphen", "KTPnya hilang, SDM-nya baik, dan PKKnya ramai.",
                    "KTPnya>KTP-nya;PKKnya>PKK-nya");
    expect_findings("typography.hyphen", "Buka 08.00 - 12.00 WIB, usia 15 – 20 tahun, dan masa 2016 – 2021.",
                    "08.00 - 12.00>08.00–12.00;15 – 20>15–20;2016 – 2021>2016–2021");
    expect_findings("typography.hyphen", "Agam menang 3 - 1, dan usianya 15–20 tahun.", "");
    expect_findings("typography.hyphen", "Embrio di dalam telur — telur yang baru — tumbuh.", "");
    expect_findings("typography.hyphen", "Foto: Budi Hartono / Humas. Murid SD / MI dan siswa / siswi hadir.",
                    "SD / MI>SD/MI;siswa / siswi>siswa/siswi");
    expect_findings("typography.space", "Dikutip dari detikTravel oleh menjabatDirektur.",
                    "menjabatDirektur>menjabat Direktur");
    expect_findings("typography.hyphen", "Istilah *bāsiṭ*/pengulur itu.", "");
    expect_findings("typography.hyphen", "![Rapat - Rapat](rapat.png)", "");
    expect_findings("typography.hyphen", "Banjir di perbatasan Konawe – Konawe Utara. Laki – Laki hadir.",
                    "Laki – Laki>Laki-Laki");
    expect_findings("typography.hyphen", "Jakarta - Jakarta - Panitia dibentuk.", "");
    expect_findings("typography.hyphen", "Rapat -", "");
    expect_findings("typography.hyphen", "Untuk Bentang Lebar / Lapangan, pakai baja/ besi.",
                    "baja/ besi>baja/besi");
    expect_findings("typography.hyphen", "Muaratabu-Kabupaten itu mengirim bantuan.",
                    "Muaratabu-Kabupaten>Muaratabu – Kabupaten");
}

static void degrees(void **state) {
    (void)state;
    const char *rule = "typography.degree";
    expect_findings(rule, "Hadir Rina Wati SH MM di sana.", "Wati SH MM>Wati, S.H., M.M.");
    expect_findings(rule, "Hadir Rina Wati SE, MM. di sana.", "Wati SE, MM.>Wati, S.E., M.M.");
    expect_findings(rule, "Hadir Rina Wati, S.Sos.,MM di sana.", "Wati, S.Sos.,MM>Wati, S.Sos., M.M.");
    expect_findings(rule, "Hadir Rina Wati, S. IK, MM di sana.", "Wati, S. IK, MM>Wati, S.I.K., M.M.");
    expect_findings(rule, "Hadir Rina Wati, S. STP. Ia senang.", "Wati, S. STP.>Wati, S.STP.");
    expect_findings(rule, "Hadir Rina Wati., M.Si. Ia senang.", "Wati., M.Si.>Wati, M.Si.");
    expect_findings(rule, "Hadir Rina Wati, S.H., M.M., di sana. SE Gubernur, MA, PT ST Mas.", "");
}

static void commas_without_reason(void **state) {
    (void)state;
    const char *rule = "typography.comma";
    expect_findings(rule, "Acara dihadiri oleh, Camat Rina.", "oleh, Camat>oleh Camat");
    expect_findings(rule, "Rapat dipimpin langsung, Ketua Rina.", "langsung, Ketua>langsung oleh Ketua");
    expect_findings(rule, "Ia mengatakan, bahwa warga siap.", "mengatakan, bahwa>mengatakan bahwa");
    expect_findings(rule, "Ia menyampaikan bahwa, apel itu bukan rutinitas semata.",
                    "bahwa, apel>bahwa apel");
    expect_findings(
        rule, "Ia yakin bahwa, kata Rina, apel itu penting. Ia tahu bahwa, jika hujan turun, kami pulang.",
        "");
    expect_findings(rule, "Barang itu meliputi; beras dan gula.", "meliputi; beras>meliputi beras");
    expect_findings(rule, "Sementara itu camat pulang ke rumah.", "itu camat>itu, camat");
    expect_findings(rule, "Berkas itu dibaca para warga. Imbuhnya.", "warga. Imbuhnya>warga, imbuhnya");
    expect_findings(rule, "Berkas itu dibaca para warga. Ungkap Camat Rina.", "warga. Ungkap>warga, ungkap");
    expect_findings(
        rule, "Berkas itu dibaca warga. Jelasnya hukum membuat warga tenang. Ucap Camat Rina ramai.", "");
    expect_findings(rule, "Warga hadir di balai desa setempat. (24/01).", "setempat. (>setempat (");
    expect_findings(rule, "Setelah rapat dihadiri, Bupati pulang. Barang itu, antara lain, beras.", "");
    expect_findings(rule, "Sementara itu, camat pulang. Sementara itu yang lain tinggal.", "");
}

static void marks_of_other_offices(void **state) {
    (void)state;
    expect_findings("typography.space", "Pekan Olahraga Provinsi (Porprov)tahun 2022 dibuka.",
                    ")tahun>) tahun");
    expect_findings("typography.space", "Setiap anggota(s)nya hadir. Ia (Rina)pun pulang.", "");
    expect_findings("typography.hyphen", "Rapat di kantor Dinas Sultra/ Ruang Pola dan Bidang / Kantor Agam.",
                    "Sultra/ Ruang>Sultra/Ruang");
    expect_findings("typography.comma",
                    "Lebih lanjut, Rina mengatakan \"Jalan itu kami tutup sejak pagi tadi\".",
                    "mengatakan \"Jalan>mengatakan, \"Jalan");
    expect_findings("typography.comma", "Panitia menyampaikan \"Pemuda Agam Peduli Sesama Warga\" di sana.",
                    "");
    expect_findings("typography.comma", "\"Bantuan ini untuk warga kota\" pesannya.",
                    "kota\" pesannya>kota,\" pesannya");
    expect_findings("typography.quote", "\"Apakah warga siap?,\" ujar Rina. \"Kami siap,\", kata Rina.",
                    "?,\" ujar>?\" ujar;siap,\", kata>siap,\" kata");
    expect_findings("typography.comma", "\"Malas di sana harus kita lawan!\", tegasnya.",
                    "!\", tegasnya>!\" tegasnya");
    expect_findings("typography.comma", "Ada lomba \"Cipta Menu Sehat\" namanya. Rina pulang.", "");
    expect_findings("typography.quote",
                    "Rina mengatakan \"Jalan di tepi sungai itu kami tutup sejak pagi tadi\".",
                    "tadi\".>tadi.\"");
}

static void doubled_marks(void **state) {
    (void)state;
    expect_findings("typography.quote", "String diapit oleh tiga tanda ( \\[```string\\``` ) di sana.", "");
    expect_findings("typography.space", "Baris yang diakhiri tanda ! dan tanda ? tampil. Apa ini ?",
                    "ini ?>ini?");
    expect_findings("typography.space", "Ayat فَضْلِهٖ  ۗ  وَاللّٰهُ  وَاسِعٌ dan sudah cukup,â€ tandasnya.", "");
    expect_findings("typography.space", "Hadir 3  orang.  Mereka pulang.",
                    "3  orang>3 orang;.  Mereka>. Mereka");
    expect_findings("typography.doubled", "Tema: \"????????? ??????\" disiapkan.", "");
    expect_findings("typography.space", "Tema: \"????????? ??????\" disiapkan.", "");
    expect_findings("typography.doubled", "Bacaan: (????\?) dan seterusnya.", "");
    expect_findings("typography.doubled", "- ::calendar:: Jadwal\n- ::fa-brands:github:: Kode", "");
    expect_findings("typography.doubled", "Rute dari pasar:: dermaga, kantor.", "::>:");
    expect_findings("typography.doubled", "Selamat datang!!! Acara dimulai.. Ya,, benar", "!!!>!;..>.;,,>,");
    expect_findings("typography.doubled", "Apa?! Nanti... Selesai.", "");
    expect_findings("typography.doubled", "Warga ke pasar,. Mereka berbelanja,.", ",.>.;,.>.");
    expect_findings("typography.doubled", "Camat Budi Wibawa,. S.H. dan Sekcam Ani,. hadir.", ",.>,;,.>,");
}

static void pairs(void **state) {
    (void)state;
    const char *rule = "typography.pair";
    expect_findings(rule, "Ia berkata, \"Kami siap.\n\nCamat pulang.", "\"");
    expect_findings(rule, "Kota (Padang ramai. Kota Solok) sepi.", "");
    expect_findings(rule, "Kota (Padang ramai. Kota Solok sepi.", "(");
    expect_findings(rule, "Kota Padang) ramai.", ")");
    /* every paragraph opens again, the last one closes */
    expect_findings(rule, "\"Kami siap. Semua ada.\n\n\"Kami tunggu,\" kata Rina.", "");
    expect_findings(rule, "Syaratnya: a) KTP; 2) KK. \"Kami siap,\" kata Rina (40).", "");
    expect_findings("typography.pair", "Ia berkata, \"Ada tiga hal:\n\n- satu\n- dua\n- tiga.\"", "");
    expect_findings(
        "typography.pair",
        "Isinya: \"Kepada warga,\n\nSelamat atas panen raya.\n\nTerima kasih semuanya!\"\n\nWarga pulang.",
        "");
    expect_findings("typography.pair", "Lihat pasar.id\">Pasar Kita di sana. Data ikan (tahun\n\n2025) ada.",
                    "");
    expect_findings("typography.pair", "Data ikan (tahun ada.\n\nPasar ramai.", "(");
    expect_findings("typography.pair", "Ada dua hal:\n1\\) satu hal\n\nSepeda memakai ban 22\" saja.", "");
    expect_findings("typography.pair", "Ada tiga hal: i) satu, ii) dua, iii) tiga, dan iv) empat.", "");
}

static void stops(void **state) {
    (void)state;
    static const char first[] =
        "Jalan nagari itu rusak sejak tahun lalu, dan warga meminta camat memperbaikinya sebelum hujan.\n\n";
    static const struct {
        const char *end, *found;
    } cases[] = {
        {"Camat Rina membuka rapat itu bersama warga yang datang sejak pagi di aula desa, Senin (6/6)",
         "(6/6)>(6/6)."},
        {"\"Kami memperbaiki jalan itu bulan depan dengan dana desa yang ada tahun ini,\" ujarnya",
         "ujarnya>ujarnya."},
        {"Camat Rina membuka rapat itu bersama warga yang datang sejak pagi di aula desa. (rel/tsa)", ""},
        {"Camat Rina membuka rapat itu bersama warga yang datang sejak pagi di aula desa, yaitu:\n\n- Rudi",
         ""},
        {"Camat Rina membuka rapat itu bersama warga yang datang sejak pagi untuk\n\nmelihat jalan.", ""},
        {"Bupati Agam Rina Sari membuka Rapat Koordinasi Pimpinan Wilayah Kabupaten Agam Tahun Anggaran Baru",
         "Baru>Baru."},
        {"Rapat Bupati Agam Rina Sari Bersama Camat Lubuk Basung Dan Wali Nagari Se-Kabupaten Agam Tahun Ini",
         ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str text = {0};
        str_printf(&text, "%s%s\n", first, cases[i].end);
        expect_findings("typography.stop", str_text(&text), cases[i].found);
        str_free(&text);
    }
    /* most paragraphs of the draft have none: a list of another kind */
    expect_findings("typography.stop",
                    "Camat Rina membuka rapat itu bersama warga yang datang sejak pagi di aula desa\n\n"
                    "Lurah Budi menutup rapat itu bersama warga yang datang sejak pagi di aula desa\n",
                    "");
}

static void numbers(void **state) {
    (void)state;
    expect_findings("typography.number", "Hadir 5,000 orang di lahan 5,125 hektare.", "5,000>5.000");
    expect_findings("typography.number", "Naik 5.2 persen menjadi 1.500 persen pada pukul 10.30.", "5.2>5,2");
    expect_findings("typography.number", "HUT ke 80, tahun ke lima, era 2000an.",
                    "ke 80>ke-80;ke lima>kelima;2000an>2000-an");
    expect_findings("typography.number", "Nilainya Rp. 15,395 milyar bagi warga.", "Rp.>Rp");
    expect_findings("typography.number", "Warga datang Selasa (16/7/) pagi.", "16/7/>16/7");
    expect_findings("typography.number", "Bantuan bagi 1500 Keluarga Penerima Manfaat.", "1500>1.500");
    expect_findings("typography.number", "Pergi ke dua desa dan ke 12 nagari.", "");
    expect_findings("typography.number", "Biayanya Rp. 40 juta, bukan Rp 35 juta, lalu Rp.2.500,-.",
                    "Rp.>Rp;Rp.>Rp");
    expect_findings("typography.money", "Rp 1.000, Rp.2.000, rp3.000, Rp4.000,- dan Rp5.000,00.",
                    "Rp 1.000>Rp1.000;Rp.2.000>Rp2.000;rp3.000>Rp3.000;Rp4.000,->Rp4.000");
    expect_findings("typography.number", "Hadir 1500 orang, sebanyak 2000 bibit, dan 12500 warga.",
                    "1500>1.500;2000>2.000;12500>12.500");
    expect_findings(
        "typography.number",
        "Nilainya IPK 3.97 dan versi 3.97. Pada 2024 peserta bertambah. NIP 198001012005011001 orang itu.",
        "3.97>3,97");
    expect_findings("typography.number", "Rapat itu 18/Juli/2025 di aula.", "18/Juli/2025>18 Juli 2025");
    expect_findings("typography.number",
                    "MTQ ke XXVIII, HUT ke-IX, tahap ke II, Presiden ke III, dan MTQ Ke XIV.",
                    "ke XXVIII>ke-28;ke-IX>ke-9;ke II>ke-2;ke III>ke-3;Ke XIV>ke-14");
    expect_findings("typography.number", "Pindah dari kelas I ke II, dari Padang ke X, ukuran M ke XL.", "");
    expect_findings("typography.number", "Dosisnya 1,748,161 dan dananya Rp150,000 serta Rp87,000,000.",
                    "1,748,161>1.748.161;150,000>150.000;87,000,000>87.000.000");
    expect_findings("typography.number", "Nilainya Rp68,500 miliar dan waktunya 39,945. Pasal 351,352,353.",
                    "");
    expect_findings("typography.number", "Era 80 an, naik 5 % dan 4,81 %, lalu 7%.",
                    "80 an>80-an;5 %>5%;4,81 %>4,81%");
}

static void commas(void **state) {
    (void)state;
    const char *rule = "typography.comma";
    expect_findings(rule, "\"Kami sudah siap\" kata Rina.", "siap\" kata>siap,\" kata");
    expect_findings(rule, "“Kami sudah siap”, ujarnya.", "siap”, ujarnya>siap,” ujarnya");
    expect_findings(rule, "“Kami sudah siap.” ucap Rina.", "siap.” ucap>siap,” ucap");
    expect_findings(rule, "Acara digelar Selasa, (15/4) di aula.", "Selasa, (>Selasa (");
    expect_findings(rule, "“Kami siap,” kata Rina. “Apa benar?” tanya Budi. “Ada beras, gula, dll.” ujarnya.",
                    "");
    expect_findings(rule,
                    "Pagi itu langit di atas kota kami terlihat cerah dan berwarna putih,\n\nCamat pulang.",
                    "putih,>putih.");
    expect_findings(rule, "Pagi itu langit di atas kota kami terlihat cerah dan berwarna putih,",
                    "putih,>putih.");
    expect_findings(
        rule,
        "Pagi itu langit di atas kota kami terlihat cerah dan berwarna putih,\n\n<blockquote>Hujan.</blockquote>",
        "");
    expect_findings(
        rule,
        "Alat ini dibuat oleh warga untuk semua orang di desa dan kota,\n\n- bahasa umum\n- bahasa khusus",
        "");
    expect_findings(rule, "Istilah “rapat” kata orang berasal dari Arab.", "");
    expect_findings(rule, "“Kami siap.” Ujar itu lalu dikutip. Selasa (15/4) libur, (15) orang hadir.", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spaces),
        cmocka_unit_test(quotation_marks),
        cmocka_unit_test(quotation_marks_on_sites),
        cmocka_unit_test(marks_of_one_pair),
        cmocka_unit_test(what_is_written_together),
        cmocka_unit_test(hyphens),
        cmocka_unit_test(degrees),
        cmocka_unit_test(commas_without_reason),
        cmocka_unit_test(marks_of_other_offices),
        cmocka_unit_test(doubled_marks),
        cmocka_unit_test(pairs),
        cmocka_unit_test(stops),
        cmocka_unit_test(numbers),
        cmocka_unit_test(commas),
    };
    return cmocka_run_group_tests_name("typography", tests, NULL, NULL);
}
