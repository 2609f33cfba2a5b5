/* language/attribution.c and check/attribution.c: who says what, and which quotations want a speaker. */
#include "check/checker.h"
#include "check/quotes.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Expected: one line a quotation: = attributed, ? implicit, ! nobody; then cue;speaker;person. */
struct example {
    const char *draft, *expected;
};

static const struct example after[] = {
    {"\"Kami siap membantu warga,\" kata Bupati Agam Benni Warlis.", "=kata;Benni Warlis;Benni Warlis"},
    {"\"Kami siap membantu warga,\" kata Kepala Dinas Sosial Agam, Villa Erdi, di Lubuk Basung, Senin (4/8/2025).",
     "=kata;Villa Erdi;Villa Erdi"},
    {"\"Kami siap membantu warga,\" ujar Camat Matur, Kabupaten Agam, Yulia Sari.",
     "=ujar;Yulia Sari;Yulia Sari"},
    {"\"Kami siap membantu warga\". Ujar Camat Yulia Sari.", "=Ujar;Yulia Sari;Yulia Sari"},
    {"\"Kami siap membantu warga\" — demikian pesan Camat Yulia Sari.", "=pesan;Yulia Sari;Yulia Sari"},
    {"\"Airnya naik cepat,\" tutur Yusnidar (45), warga Lolong.", "=tutur;Yusnidar;Yusnidar"},
    {"\"Airnya naik cepat sekali,\" kataKapolres Agam.", "=kata;Kapolres Agam;"},
    {"\"Airnya naik cepat sekali,\" ujra Yusnidar.", "=ujra;Yusnidar;Yusnidar"},
    {"\"Airnya naik cepat sekali!\" seru Yusnidar.", "=seru;Yusnidar;Yusnidar"},
    {"\"Apakah airnya naik?\" tanya dia.", "=tanya;dia;"},
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

static const struct example persons[] = {
    {"Wali Kota Padang, Fadly Amran, meresmikan taman.\n\n\"Jaga taman ini,\" kata Fadly.",
     "=kata;Fadly;Fadly Amran"},
    {"Wali Kota Padang, Fadly Amran, meresmikan taman.\n\n\"Jaga taman ini,\" kata Wali Kota.",
     "=kata;Wali Kota;Fadly Amran"},
    {"Fadly Amran menjelaskan rencana itu. Warga setuju.\n\n\"Jaga taman ini,\" pungkasnya.",
     "=pungkasnya;;Fadly Amran"},
    {"Fadly Amran menjelaskan rencana itu.\n\n\"Jaga taman ini,\" lanjut politikus itu.",
     "=lanjut;politikus itu;Fadly Amran"},
    {"Fadly Amran menjelaskan rencana itu.\n\n\"Jaga taman ini,\" lanjut pria yang akrab disapa Ucok itu.",
     "=lanjut;pria yang akrab disapa Ucok itu;Fadly Amran"},
    {"Fadly Amran menjelaskan rencana itu.\n\n\"Jaga taman ini,\" terang perwira tiga balok itu.",
     "=terang;perwira tiga balok itu;Fadly Amran"},
    {"Fadly Amran menjelaskan rencana itu.\n\n\"Jaga taman ini,\" kata putra asli Lubuk Alai tersebut.",
     "=kata;putra asli Lubuk Alai tersebut;Fadly Amran"},
    {"Fadly Amran menjelaskan rencana itu.\n\n\"Jaga taman ini,\" kata mantan Camat Lubuk Alai itu.",
     "=kata;mantan Camat Lubuk Alai itu;Fadly Amran"},
    {"Fadly Amran menjelaskan rencana itu.\n\n\"Jaga taman ini,\" kata peraih Kalpataru itu kepada warga.",
     "=kata;peraih Kalpataru itu;Fadly Amran"},
    {"Fadly Amran menjelaskan rencana itu.\n\nPria kelahiran 1975 itu menambahkan, \"Jaga taman ini.\"",
     "=menambahkan;Pria kelahiran 1975 itu;Fadly Amran"},
    {"Fadly Amran menjelaskan rencana itu.\n\nWanita berhijab itu juga mengatakan, \"Jaga taman ini.\"",
     "=mengatakan;Wanita berhijab itu;Fadly Amran"},
    {"Wali Kota FADLY AMRAN hadir.\n\n\"Jaga taman ini,\" kata Fadly.", "=kata;Fadly;FADLY AMRAN"},
    {"Fadly Amran menjelaskan rencana itu.\n\nDirinya berpesan, \"Jaga taman ini.\"",
     "=berpesan;Dirinya;Fadly Amran"},
    {"Presiden Prabowo Subianto hadir.\n\n\"Daerah harus mandiri,\" kata Kepala Negara.",
     "=kata;Kepala Negara;Presiden Prabowo Subianto"},
    {"Wakil Presiden Gibran Rakabuming hadir.\n\n\"Daerah harus mandiri,\" kata Wapres.",
     "=kata;Wapres;Wakil Presiden Gibran Rakabuming"},
    {"Sekda Andree Algamar, yang akrab disapa Aal, hadir.\n\n\"Mari jaga,\" ajak Aal.",
     "=ajak;Aal;Andree Algamar"},
    {"Tri Rismaharini membuka acara itu.\n\n\"Mari jaga,\" kata Risma.", "=kata;Risma;Tri Rismaharini"},
    {"Jusuf Kalla membuka acara itu.\n\n\"Mari jaga,\" kata JK.", "=kata;JK;Jusuf Kalla"},
    {"\"Mari jaga kampung kita,\" katanya.", "=katanya;;"},
    {"Bupati Tanah Laut H. Syamsir Basri hadir.\n\n\"Mari jaga kali,\" kata Bupati Tanah Laut.",
     "=kata;Bupati Tanah Laut;Syamsir Basri"},
    {"Wali Kota Pariaman, Genius Umar, datang.\n\n\"Mari jaga pantai,\" kata Wako.",
     "=kata;Wako;Genius Umar"},
    {"Sekretaris Daerah Kabupaten Solok, Medison, datang.\n\n\"Mari jaga danau,\" kata Sekda Solok.",
     "=kata;Sekda Solok;Medison"},
    {"Lurah Anduring, Yusmaniar, datang.\n\n\"Mari jaga selokan,\" kata Bu Lurah.",
     "=kata;Bu Lurah;Yusmaniar"},
    {"Salah seorang petani, Marjoni (48), mengaku lega.\n\n\"Airnya jalan,\" ujarnya.", "=ujarnya;;Marjoni"},
    {"Pemenang sayembara, Marjoni (48), warga Salimpaung, terharu. Tangannya gemetar. \"Saya kaget,\" ujarnya.",
     "=ujarnya;;Marjoni"},
    {"Bupati Agam Benni Warlis datang. Salah satunya Marjoni, warga Matur. \"Bagus sekali,\" ujarnya.",
     "=ujarnya;;Marjoni"},
    {"Matur, Humas – Camat Matur, Marjoni, menyerahkan bibit. \"Rawat baik-baik,\" ujarnya.",
     "=ujarnya;;Marjoni"},
    {"Benni Warlis berharap ASN menjadi \"duta nagari\" yang sigap.\n\n\"Kita mulai besok,\" tegasnya.",
     "=tegasnya;;Benni Warlis"},
    {"Benni Warlis hadir. Menurut laporan Save Earth 2023, hutan berkurang. \"Kita tanam lagi,\" tegasnya.",
     "=tegasnya;;Benni Warlis"},
    {"Benni Warlis memimpin rapat.\n\nPasal 4 Peraturan Bupati itu berbunyi, \"Nagari wajib menjaga sumber air.\"",
     "=berbunyi;Pasal 4 Peraturan Bupati itu;"},
    {"Benni Warlis memimpin rapat.\n\nDalam surat edaran itu disebutkan, \"Pungutan dilarang.\"",
     "=disebutkan;surat edaran itu;"},
    {"Kepala Humas Unand Vita Maya Setianingsih hadir. Vita menjelaskan hal itu.\n\n\"Mari jaga,\" kata Vita.",
     "=kata;Vita;Vita Maya Setianingsih"},
    {"Kompol I Made Gede Bawa hadir.\n\n\"Mari jaga,\" kata Gede.", "=kata;Gede;I Made Gede Bawa"},
    {"Warga Solok, Ridho Awan (19), hadir.\n\n\"Mari jaga,\" kata Ridho.", "=kata;Ridho;Ridho Awan"},
    {"Direktur PT Mekar Jaya Tbk, Haru Koesnadi, hadir.\n\n\"Mari jaga,\" kata Haru.",
     "=kata;Haru;Haru Koesnadi"},
    {"Kepala Dinas Kominfo, Boby Firman, hadir.\n\n\"Mari jaga,\" kata Boby.", "=kata;Boby;Boby Firman"},
    {"Lurah Lubuk Minturun Yasrul hadir.\n\n\"Mari jaga,\" kata Yasrul.", "=kata;Yasrul;Yasrul"},
    {"Petani muda Desa Sukamaju, Dadang Hermawan, hadir.\n\n\"Mari jaga,\" kata Dadang.",
     "=kata;Dadang;Dadang Hermawan"},
    {"Wali Kota Palembang Ratu Dewa hadir.\n\n\"Mari jaga,\" kata Ratu Dewa.", "=kata;Ratu Dewa;Ratu Dewa"},
    {"Presiden Joko Widodo tiba. Presiden, Menteri Agama Yaqut Cholil, dan rombongan hadir.\n\n"
     "\"Mari jaga,\" kata Presiden.",
     "=kata;Presiden;Presiden Joko Widodo"},
    {"Ketua MPU Tgk. H. Faisal Ali atau Lem Faisal hadir.\n\n\"Mari jaga,\" kata Lem Faisal.",
     "=kata;Lem Faisal;Faisal Ali"},
    {"Dosen Herdian Hamzah hadir.\n\n\"Mari jaga,\" kata Castro, sapaan Herdian.",
     "=kata;Castro;Herdian Hamzah"},
    {"Ustaz Mas'ud Abdullah hadir.\n\n\"Mari berzakat,\" kata Mas’ud.", "=kata;Mas’ud;Mas'ud Abdullah"},
};

#define FADLY "Fadly Amran menjelaskan rencana itu.\n\n"

/* Local governments: who is spoken of last before -nya, dia or ia, in the ways they introduce people. */
static const struct example local[] = {
    {"\"Mari jaga hutan.\" Demikian penegasan Bupati Agam Benni Warlis.",
     "=penegasan;Benni Warlis;Benni Warlis"},
    {"\"Mari jaga hutan.\" Itulah arahan dari Benni Warlis pada apel.", "=arahan;Benni Warlis;Benni Warlis"},
    {"\"Mari jaga hutan,\" demikian keterangan tertulis Benni Warlis.",
     "=keterangan;Benni Warlis;Benni Warlis"},
    {"\"Mari jaga hutan,\" kata seorang petani yang bernama Marjoni.", "=kata;Marjoni;Marjoni"},
    {"Bupati Agam Benni Warlis yang diwakili Sekda Yusmaniar Jamil membuka rapat. \"Mari bahas,\" ujarnya.",
     "=ujarnya;;Yusmaniar Jamil"},
    {"Bupati Agam Benni Warlis diwakili oleh Asisten I Yusmaniar Jamil hadir. \"Mari bahas,\" ujarnya.",
     "=ujarnya;;Yusmaniar Jamil"},
    {"Bupati Agam, Benni Warlis, melalui Sekda, Yusmaniar Jamil, meminta maaf. \"Mari bahas,\" ujarnya.",
     "=ujarnya;;Yusmaniar Jamil"},
    {"Kepala Desa Suka Maju, Yusmaniar Jamil, mengatakan jalan itu baru. \"Mari jaga,\" ujarnya.",
     "=ujarnya;;Yusmaniar Jamil"},
    {"Guru SDN 05 Lubuk Raja, Yusmaniar Jamil, menerima piagam. \"Mari belajar,\" ujarnya.",
     "=ujarnya;;Yusmaniar Jamil"},
    {FADLY "Seorang peserta tuna netra, Sarjono, mengusulkan pendamping. \"Kami sungkan meminta,\" katanya.",
     "=katanya;;Sarjono"},
    {FADLY "Orang tua murid, Wulandari, sempat bingung. \"Untung ada posko,\" ujar dia.",
     "=ujar;dia;Wulandari"},
    {FADLY "Ketua Dewan Adat Dayak (DAD) Sanggau, Urbanus, mengaku bangga. \"Penarinya muda,\" bebernya.",
     "=bebernya;;Urbanus"},
    {FADLY "Juru bicara Fraksi Golkar, Shabirin Rachmat, minta tarif turun. \"Jangan dicekik,\" katanya.",
     "=katanya;;Shabirin Rachmat"},
    {FADLY "Wisudawan tertua, Mbah Sukinah, 87 tahun, rajin datang. \"Saya senang sekolah,\" tuturnya.",
     "=tuturnya;;Sukinah"},
    {FADLY "Nama kedua, Muh. Ridwan, guru honorer di Desa Laonti. \"Hadiah ini untuk ibu,\" kata dia.",
     "=kata;dia;Muh. Ridwan"},
    {FADLY "Wakil kepala bidang kesiswaan, Erlina, S.Pd., hadir. \"Anak-anak mau mendengar,\" katanya.",
     "=katanya;;Erlina"},
    {"\"Ada sebelas pasien,\" kata penanggung jawab program, Ns. Fitria Handayani.",
     "=kata;Ns. Fitria Handayani;Fitria Handayani"},
    {"Bupati Ende, Yosef Badeoda, hadir di Stadion Marilonga. \"Jaga damai,\" ungkap Bupati yang akrab disapa Pak "
     "Tote.\n\n\"Jaga kota,\" pinta Tote.",
     "=ungkap;Bupati;Yosef Badeoda\n=pinta;Tote;Yosef Badeoda"},
    {"Camat Uniang hadir.\n\n\"Awak baru tahu,\" sela Mak Uniang.", "=sela;Mak Uniang;Uniang"},
    {FADLY "\"Jangan lupa bawa payung,\" tambah pembimbing ibadah itu.",
     "=tambah;pembimbing ibadah itu;Fadly Amran"},
    {"\"Tak payah lagi ke kota,\" timpal istrinya, Maisarah.", "=timpal;Maisarah;Maisarah"},
    {"\"Kami terus menelusuri,\" kata Kapolres Tabanan AKBP I Putu Bayu Pati.",
     "=kata;AKBP I Putu Bayu Pati;I Putu Bayu Pati"},
    {"Kabid Humas, Kombes Pol. Jenny Hengkelare, datang. \"Tersenyumlah, Nak,\" ujar Kombes Pol. Jenny.",
     "=ujar;Kombes Pol. Jenny;Jenny Hengkelare"},
    {"Gubernur H. MUHIDIN datang.\n\n\"Bersabarlah semua,\" tutur H. MUHIDIN.", "=tutur;H. MUHIDIN;MUHIDIN"},
    {"Kepala BPBD, Ir. DEDI MULYADI, datang.\n\n\"Bersabarlah semua,\" tutur DEDI.",
     "=tutur;DEDI;DEDI MULYADI"},
    {"Kepala BPBD, Ir. BAMBANG DEDI MULYADI, datang.\n\n\"Bersabarlah semua,\" tutur BAMBANG.",
     "=tutur;BAMBANG;BAMBANG DEDI MULYADI"},
    {"Kepala Dinas, Teuku Munzir, datang.\n\n\"Bersabarlah semua,\" tutur T. Munzir.",
     "=tutur;T. Munzir;Teuku Munzir"},
    {"Kepala Kantor Kemenag Bumbu, Khairul Bakhri, datang.\n\n\"Jaga badan,\" ujar Kakankemenag.",
     "=ujar;Kakankemenag;Khairul Bakhri"},
    {"Wakil Wali Kota Cilegon, Fajar Hadi, datang.\n\n\"Kota ini etalase,\" kata Wawalkot.",
     "=kata;Wawalkot;Fajar Hadi"},
    {"Bupati Garut, Syakur Amin, menargetkan 1.000 rumah.\n\n\"Jangan ada warga tidur di bawah atap bocor.\"",
     "!;;Syakur Amin"},
};

static const struct example titles[] = {
    {"\"Mari jaga hutan,\" kata Camat Lubuk Raja Munzir Karim.", "=kata;Munzir Karim;Munzir Karim"},
    {"\"Mari jaga hutan,\" kata Camat Padang Ganting Munzir Karim.", "=kata;Munzir Karim;Munzir Karim"},
    {"\"Mari jaga hutan,\" kata Kepala Desa Mekar Jaya Munzir Karim.", "=kata;Munzir Karim;Munzir Karim"},
    {"\"Mari jaga hutan,\" kata Kepala SMPN 1 Rimbo Bujang Munzir Karim.", "=kata;Munzir Karim;Munzir Karim"},
    {"\"Mari jaga hutan,\" kata Kapolsek Parit Culum Munzir Karim.", "=kata;Munzir Karim;Munzir Karim"},
    {"\"Mari jaga hutan,\" kata Camat Lubuk Raja Munzir.", "=kata;Munzir;Munzir"},
    {"Lurah Mekar Sari, Munzir Karim, hadir. \"Mari jaga hutan,\" ujarnya.", "=ujarnya;;Munzir Karim"},
    {"\"Mari jaga hutan,\" kata Camat Munzir Jaya.", "=kata;Munzir Jaya;Munzir Jaya"},
    {"\"Mari jaga hutan,\" kata Camat Matur H.M. Yamin Liwang.", "=kata;H.M. Yamin Liwang;Yamin Liwang"},
    {"\"Mari jaga hutan,\" kata Al Munzir.", "=kata;Al Munzir;Al Munzir"},
    {"\"Mari jaga hutan,\" kata Camat Matur Wa Ode Munzirah.", "=kata;Wa Ode Munzirah;Wa Ode Munzirah"},
    {"\"Mari jaga hutan,\" kata Lalu Munzir Karim.", "=kata;Lalu Munzir Karim;Lalu Munzir Karim"},
    {"\"Mari jaga hutan,\" kata Gubernur Lalu Munzir Karim.", "=kata;Lalu Munzir Karim;Lalu Munzir Karim"},
    {"\"Mari jaga hutan,\" kata Teuku Munzir.", "=kata;Teuku Munzir;Teuku Munzir"},
    {"\"Mari jaga hutan,\" kata Sehat Simarmata.", "=kata;Sehat Simarmata;Sehat Simarmata"},
    {"\"Mari jaga hutan,\" kata Munzir Bahagia.", "=kata;Munzir Bahagia;Munzir Bahagia"},
    {"\"Mari jaga hutan,\" kata Gubernur Munzir Bahagia.", "=kata;Munzir Bahagia;Munzir Bahagia"},
    {"\"Mari jaga hutan,\" kata Bupati I Gusti Ngurah Jaya Negara.",
     "=kata;I Gusti Ngurah Jaya Negara;I Gusti Ngurah Jaya Negara"},
    {"\"Mari jaga hutan,\" kata Fx. Munzir.", "=kata;Fx. Munzir;Fx. Munzir"},
    {"\"Berkas sudah lengkap,\" kata Kabag Kesra Yusmaniar Jamil.", "=kata;Yusmaniar Jamil;Yusmaniar Jamil"},
    {"\"Berkas sudah lengkap,\" kata Kabag Ganyam Yusmaniar Jamil.", "=kata;Yusmaniar Jamil;Yusmaniar Jamil"},
    {"\"Saluran sudah bersih,\" kata Kabid Bina Marga Yusmaniar Jamil.",
     "=kata;Yusmaniar Jamil;Yusmaniar Jamil"},
    {"\"Saluran sudah bersih,\" kata Kabid Cipta Karya Yusmaniar Jamil.",
     "=kata;Yusmaniar Jamil;Yusmaniar Jamil"},
    {"\"Rapat ditunda,\" kata Ketua Komisi II Yusmaniar Jamil.", "=kata;Yusmaniar Jamil;Yusmaniar Jamil"},
    {"\"Rapat ditunda,\" kata Asisten I Yusmaniar Jamil.", "=kata;Yusmaniar Jamil;Yusmaniar Jamil"},
    {"\"Rapat ditunda,\" kata Asisten I Wayan Sugita.", "=kata;I Wayan Sugita;I Wayan Sugita"},
    {"\"Rapat ditunda,\" kata Kasubbag TU Yusmaniar Jamil.", "=kata;Yusmaniar Jamil;Yusmaniar Jamil"},
    {"\"Lapak ditata,\" kata Kepala Satpol PP Yusmaniar Jamil.", "=kata;Yusmaniar Jamil;Yusmaniar Jamil"},
    {"\"Mari jaga hutan,\" kata Wali Nagari Simarasok, Edi Dt. Bandaro Kayo.",
     "=kata;Edi Dt. Bandaro Kayo;Edi Dt. Bandaro Kayo"},
    {"\"Mari jaga hutan,\" kata Kepala Dinas Kehutanan, Drs. Muh. Yamin Daeng Liwang.",
     "=kata;Drs. Muh. Yamin Daeng Liwang;Muh. Yamin Daeng Liwang"},
    {"\"Mari jaga hutan,\" kata Rky. Zulkarnaini.", "=kata;Rky. Zulkarnaini;Zulkarnaini"},
    {"\"Mari jaga hutan,\" kata Tgk. Zulkarnaini.", "=kata;Tgk. Zulkarnaini;Zulkarnaini"},
    {"\"Mari jaga hutan,\" kata Ny. Tiurma boru Simbolon.",
     "=kata;Ny. Tiurma boru Simbolon;Tiurma boru Simbolon"},
    {"\"Mari jaga hutan,\" kata Tiurma br. Simbolon.", "=kata;Tiurma br. Simbolon;Tiurma br. Simbolon"},
    {"\"Mari jaga hutan,\" kata Pj. Bupati Agam, Zulkarnaini.", "=kata;Zulkarnaini;Zulkarnaini"},
    {"\"Mari jaga hutan,\" kata Ketua Gapoktan Lurah Mudiak, Zulkarnaini.", "=kata;Zulkarnaini;Zulkarnaini"},
    {"\"Mari jaga hutan bersama kami,\" demikian Bupati Zulkarnaini.", "=demikian;Zulkarnaini;Zulkarnaini"},
};

/* Press releases: what is no person though it looks like one, and who is meant without a name. */
static const struct example press[] = {
    {"Koperasi Nelayan Saiyo (Konesa) menggelar temu anggota.\n\nKepala Humas Konesa Vita Maya Setianingsih hadir.\n\n"
     "\"Mari jaga,\" kata Vita.",
     "=kata;Vita;Vita Maya Setianingsih"},
    {"Rektor Universitas Pagaruyung (Unpagar) Padang, Efa Yonnedi, hadir.\n\n\"Mari jaga,\" tutup Rektor.",
     "=tutup;Rektor;Efa Yonnedi"},
    {"Sekda Tri Rismaharini (Risma) hadir.\n\n\"Mari jaga,\" kata Risma.", "=kata;Risma;Tri Rismaharini"},
    {"Kepala Kankemenag Agam, Villa Erdi, hadir. Kepala Kankemenag menambahkan hal lain.\n\n\"Mari jaga,\" ujarnya.",
     "=ujarnya;;Villa Erdi"},
    {FADLY "Pihaknya mendorong warga ikut serta.\n\n\"Mari jaga,\" kata dia.", "=kata;dia;Fadly Amran"},
    {FADLY "\"Mari jaga,\" kata alumnus Konesa 1995 itu.", "=kata;alumnus Konesa 1995 itu;Fadly Amran"},
    {"Danramil 04/Sintuak Kapten Inf Villa Erdi hadir. Danramil 04/Sintuak menambahkan hal lain.\n\n\"Mari jaga,\" ujarnya.",
     "=ujarnya;;Villa Erdi"},
    {FADLY "Usai melihat sawah, Villa Erdi memuji petani. Panen kali ini bagus.\n\n\"Mari jaga,\" ujarnya.",
     "=ujarnya;;Villa Erdi"},
    {"Lomba itu dibuka oleh Camat Villa Erdi, disaksikan Fadly Amran.\n\n\"Mari jaga,\" ujarnya.",
     "=ujarnya;;Villa Erdi"},
    {FADLY "Medali emas diraih oleh Villa Erdi.\n\n\"Mari jaga,\" ujarnya.", "=ujarnya;;Fadly Amran"},
    {FADLY "\"Mari jaga,\" tegas Jenderal Bintang Tiga ini.", "=tegas;Jenderal Bintang Tiga ini;Fadly Amran"},
    {"Bupati Agam, Benni Warlis, hadir.\n\n\"Mari jaga,\" kata Bupati dua periode.",
     "=kata;Bupati;Benni Warlis"},
    {"Kabid Pelayanan, Disdukcapil Batang Nofriadi hadir.\n\n\"Mari jaga,\" ujarnya.", "=ujarnya;;Nofriadi"},
    {FADLY "Pascalibur Lebaran, warga mengantre.\n\n\"Mari jaga,\" ujarnya.", "=ujarnya;;Fadly Amran"},
    {"Camat Hermawan Basri hadir.\n\n\"Mari jaga,\" kata Hermawan.\n\nMenurut Wawan, sapaan akrabnya, air keruh.\n\n\"Mari jaga,\" jelasnya.",
     "=kata;Hermawan;Hermawan Basri\n=jelasnya;;Hermawan Basri"},
    {"Camat Agus Dwirianto hadir.\n\n\"Mari jaga,\" kata Agus sapaan akrabnya.", "=kata;Agus;Agus Dwirianto"},
    {FADLY "\"Mari jaga,\" ungkapya.", "=ungkapya;;Fadly Amran"},
    {"\"Mari jaga,\" ujar ujar Bupati Benni Warlis.", "=ujar;Benni Warlis;Benni Warlis"},
    {FADLY "Seperti disampaikan oleh Camat Villa Erdi saat ditemui, beliau menjelaskan, \"Mari jaga kali.\"",
     "=menjelaskan;beliau;Villa Erdi"},
    {FADLY "Bertindak sebagai pembina apel, Camat Villa Erdi.\n\n\"Mari jaga,\" ujarnya.",
     "=ujarnya;;Villa Erdi"},
    {FADLY "Salah satunya dari Camat Matur Villa Erdi. Acara itu ramai.\n\n\"Bagus,\" akunya.",
     "=akunya;;Villa Erdi"},
    {"Apel diikuti Villa Erdi dan semua guru.\n\n\"Mari jaga,\" ujarnya.", "=ujarnya;;Villa Erdi"},
    {"Apel diikuti Villa Erdi dan Fadly Amran.\n\n\"Mari jaga,\" ujarnya.", "=ujarnya;;"},
    {"Gubernur Riau, Abdul Wahid Nasution kembali hadir. Gubernur Wahid memberi hadiah.\n\n"
     "\"Mari jaga,\" kata Gubernur.",
     "=kata;Gubernur;Abdul Wahid Nasution"},
    {"Rektor Prof. Dr. Nofriadi Hasan Utama S.H., M.Hum., hadir.\n\n\"Mari jaga,\" kata Prof. Nofriadi.",
     "=kata;Prof. Nofriadi;Nofriadi Hasan Utama"},
    {"Komandan Lapangan Letkol Inf Nofri RD Lubis hadir.\n\n\"Mari jaga,\" kata Nofri.",
     "=kata;Nofri;Nofri RD Lubis"},
    {"\"Mari jaga,\" kata Kapten Inf Ambon.", "=kata;Kapten Inf Ambon;Ambon"},
    {"Yang memimpin ialah Nofriadi Kepala Seksi Pemerintahan.\n\n\"Mari jaga,\" ujarnya.",
     "=ujarnya;;Nofriadi"},
    {"Kepala Kejaksaan Negeri ( Kajari ) Agam, Villa Erdi, hadir.\n\n\"Mari jaga,\" kata Kajari Agam.",
     "=kata;Kajari Agam;Villa Erdi"},
    {"Wakil Bupati Labuhanbatu Utara H. Syamsir Tanjung hadir.\n\n\"Mari jaga,\" kata Wabup.",
     "=kata;Wabup;Syamsir Tanjung"},
    {"Wali Nagari III Koto Zulfi Anwar hadir.\n\n\"Mari jaga,\" katanya.", "=katanya;;Zulfi Anwar"},
    {FADLY "Tim Kejaksaan Agung memeriksa berkas.\n\n\"Mari jaga,\" ujar dia.", "=ujar;dia;Fadly Amran"},
    {FADLY "Pengecatan Jalan Rambutan dilakukan malam hari.\n\n\"Mari jaga,\" ujarnya.",
     "=ujarnya;;Fadly Amran"},
    {FADLY
     "Kepala desa Penusupan menyampaikan salam. Petani Desa Penusupan hadir.\n\n\"Mari jaga,\" kata Fadly.",
     "=kata;Fadly;Fadly Amran"},
    {"Sekda Agam, yang juga Ketua Kwarcab Pramuka, Villa Erdi, hadir.\n\n\"Mari jaga,\" kata Sekda.",
     "=kata;Sekda;Villa Erdi"},
    {"Sekda Agam Villa Erdi Menghadiri Pembukaan Pekan Budaya.\n\n\"Mari jaga,\" katanya.",
     "=katanya;;Villa Erdi"},
    {"Camat Herdian Hamzah hadir.\n\n\"Mari jaga,\" kata Didit sapaan akrab Herdian.",
     "=kata;Didit;Herdian Hamzah"},
    {"\"Mari jaga,\" ujar Firman Rambe.", "=ujar;Firman Rambe;Firman Rambe"},
    {"Camat Villa Erdi hadir. Singgung soal aduan Ketua RT Fadly Amran yang mengatakan air keruh, kata Camat, itu benar.\n\n"
     "\"Mari jaga,\" tandasnya.",
     "=tandasnya;;Villa Erdi"},
    {"Camat Villa Erdi hadir.\n\n\"Mari jaga,\" kata Fadly Amran.\n\nKedua kata Villa, air harus dibagi rata.\n\n"
     "\"Kita harus hemat air,\" ujarnya.",
     "=kata;Fadly Amran;Fadly Amran\n=ujarnya;;Villa Erdi"},
    {FADLY "Sementara itu ketua panitia mengatakan, pesertanya banyak.\n\n\"Mari jaga,\" katanya.",
     "=katanya;;"},
    {"Penjabat Gubernur Kalimantan Barat, Harisson, hadir.\n\n\"Mari jaga,\" kata Pj Gubernur Kalbar.",
     "=kata;Pj Gubernur Kalbar;Harisson"},
    {"Wali Kota Padang, Fadly Amran, dan Ketua TP PKK, Dian Putri Amran, hadir.\n\n\"Mari jaga,\" kata Mas Amran, "
     "sapaan akrab Wali Kota.",
     "=kata;Mas Amran;Fadly Amran"},
    {FADLY "Nofriadi dari Dinas Sosial Agam menyampaikan hal lain.\n\n\"Mari jaga,\" ujarnya.",
     "=ujarnya;;Nofriadi"},
    {"Kegiatan dibuka Camat Villa Erdi.\n\n\"Mari jaga,\" kata Fadly Amran. Sementara itu, Villa meminta warga rajin. "
     "\"Kita harus hemat air,\" ungkapnya.",
     "=kata;Fadly Amran;Fadly Amran\n=ungkapnya;;Villa Erdi"},
    {"Kepala Pelaksana Badan Penanggulangan Bencana Daerah (BPBD) Villa Erdi hadir.\n\n"
     "\"Mari jaga,\" kata Kepala Pelaksana BPBD Agam.",
     "=kata;Kepala Pelaksana BPBD Agam;Villa Erdi"},
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

static const struct example missing[] = {
    {"Taman itu selesai tahun lalu.\n\n\"Kami akan merawat taman ini dengan baik.\"", "!;;"},
    {"Taman itu selesai tahun lalu.\n\n\"Kami akan merawat taman ini dengan baik\"", "!;;"},
    {"Fadly Amran menjelaskan rencana itu. \"Kami mulai dari pasar lama.\"", "?;;Fadly Amran"},
    {"Menurut Fadly Amran, taman itu perlu.\n\n\"Kami mulai dari pasar lama.\"", "?;;Fadly Amran"},
    {"\"Kami siap,\" kata Fadly Amran.\n\n\"Kami mulai dari pasar lama.\"",
     "=kata;Fadly Amran;Fadly Amran\n?;;Fadly Amran"},
    {"\"Kami siap,\" kata Fadly Amran.\n\nKetua LPTQ Jasman juga memberi selamat. \"Kami bangga dengan kalian.\"",
     "=kata;Fadly Amran;Fadly Amran\n?;;Jasman"},
    {"\"Kami siap,\" kata Fadly Amran.\n\nKetua LPTQ Jasman menyalami juara.\n\n\"Kami bangga dengan kalian.\"",
     "=kata;Fadly Amran;Fadly Amran\n!;;Jasman"},
    {"Hal itu perlu.\n\n\"Kami mulai dari pasar lama.\"\n\nHal senada disampaikan Ketua DPRD Ilham.", "!;;"},
};

static struct checker *check(struct language *language, struct text *text) {
    bool enabled[RULE_COUNT] = {[RULE_ATTRIBUTION_QUOTE] = true,
                                [RULE_ATTRIBUTION_IMPLICIT] = true,
                                [RULE_ATTRIBUTION_INTRODUCTION] = true};
    struct checker *checker = checker_new(language, LANG_ID, enabled);
    checker_attach(checker, text);
    assert_true(checker_run(checker, 0, NULL, NULL));
    return checker;
}

static struct text *text_of(const char *draft) {
    char *bytes = slice_copy(slice_of(draft));
    return text_from(bytes, strlen(bytes));
}

static void expect(struct language *language, const struct example *example) {
    struct text *text = text_of(example->draft);
    struct checker *checker = check(language, text);
    struct attribution found = {0};
    struct str got = {0};
    assert_true(document_quotes(checker_document(checker), language, &found, NULL, NULL));
    for (size_t i = 0; i < found.quotes.count; i++) {
        const struct quote *q = &found.quotes.items[i];
        str_printf(&got, "%s%c%.*s;%.*s;%.*s", i ? "\n" : "", "=?!"[q->standing], SLICE_ARG(q->cue),
                   SLICE_ARG(q->speaker), SLICE_ARG(q->person));
        assert_true(q->start < q->end && q->end <= strlen(example->draft));
    }
    if (strcmp(str_text(&got), example->expected) != 0) print_error("%s\n", example->draft);
    assert_string_equal(str_text(&got), example->expected);
    str_free(&got);
    attribution_free(&found);
    checker_free(checker);
    text_free(text);
}

#define EXPECT_ALL(name, list)                                                                               \
    static void name(void **state) {                                                                         \
        for (size_t i = 0; i < sizeof(list) / sizeof *(list); i++)                                           \
            expect(*state, &(list)[i]);                                                                      \
    }
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
            expect(*state, &(struct example){str_text(&draft), ""});
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
EXPECT_ALL(names_lead_to_persons, persons)
EXPECT_ALL(local_governments_introduce_people, local)
EXPECT_ALL(titles_belong_to_names, titles)
EXPECT_ALL(press_releases_mean_persons, press)
EXPECT_ALL(terms_are_no_statements, terms)
EXPECT_ALL(speakers_are_missing, missing)

static void count_findings(struct language *language, const char *draft, enum rule_id rule, size_t expected) {
    struct text *text = text_of(draft);
    struct checker *checker = check(language, text);
    const struct findings *findings = checker_findings(checker);
    size_t count = 0;
    for (size_t i = 0; i < findings->list.count; i++)
        count += findings->list.items[i].rule == rule;
    assert_int_equal(count, expected);
    checker_free(checker);
    text_free(text);
}

static void speakers_are_introduced(void **state) {
    const enum rule_id rule = RULE_ATTRIBUTION_INTRODUCTION;
    count_findings(*state, "\"Airnya sudah surut,\" kata Yusnidar.", rule, 1);
    count_findings(*state, "\"Airnya sudah surut,\" kata Yusnidar.\n\n\"Syukurlah,\" kata Yusnidar.", rule,
                   1);
    count_findings(*state, "\"Airnya sudah surut,\" kata Yusnidar (45).", rule, 0);
    count_findings(*state, "Yusnidar (45 tahun) datang.\n\n\"Airnya sudah surut,\" kata Yusnidar.", rule, 0);
    count_findings(*state, "\"Airnya sudah surut,\" kata Yusnidar, warga Lolong.", rule, 0);
    count_findings(*state, "\"Airnya sudah surut,\" kata Camat Yusnidar.", rule, 0);
    count_findings(*state, "\"Airnya sudah surut,\" katanya.", rule, 0);
    count_findings(*state, "Camat Yusnidar datang.\n\n\"Airnya sudah surut,\" kata Yusnidar.", rule, 0);
    count_findings(*state,
                   "Yusnidar, penyuluh pertanian di Matur, datang.\n\n\"Airnya surut,\" kata Yusnidar.", rule,
                   0);
    count_findings(*state, "Head of Lokatrip Yusni Utama datang.\n\n\"Airnya surut,\" kata Yusni.", rule, 0);
    /* a slip or a short form of a name is no stranger */
    count_findings(*state, "Camat Yusnidar datang.\n\n\"Airnya sudah surut,\" kata Yusnidr.", rule, 0);
    count_findings(*state, "Camat Yusnidar datang.\n\n\"Airnya sudah surut,\" kata Yusni.", rule, 0);
    count_findings(*state, "Camat Yusnidar datang.\n\n\"Airnya sudah surut,\" kata Yusmaniar.", rule, 1);
}

static void findings_name_the_likely_speaker(void **state) {
    struct text *text = text_of("Camat Yusnidar menjelaskan hal itu. \"Airnya sudah surut sejak pagi.\"");
    struct checker *checker = check(*state, text);
    const struct findings *findings = checker_findings(checker);
    assert_int_equal(findings->list.count, 1);
    assert_int_equal(findings->list.items[0].rule, RULE_ATTRIBUTION_IMPLICIT);
    assert_non_null(strstr(findings->list.items[0].message, "kata Yusnidar"));
    checker_free(checker);
    text_free(text);
}

static void a_thing_is_no_likely_speaker(void **state) {
    struct text *text =
        text_of("\"Dilarang mencuci di sini,\" demikian tulisan pada spanduk.\n\nWarga patuh.\n\n"
                "\"Sekarang sungai kami sudah jauh lebih bersih.\"");
    struct checker *checker = check(*state, text);
    const struct findings *findings = checker_findings(checker);
    assert_int_equal(findings->list.count, 1);
    assert_null(strstr(findings->list.items[0].message, "spanduk"));
    checker_free(checker);
    text_free(text);
}

static bool at_once(void *by) {
    (void)by;
    return true;
}

static void work_can_be_interrupted(void **state) {
    struct text *text = text_of("\"Airnya sudah surut,\" kata Camat Yusnidar.");
    struct checker *checker = check(*state, text);
    struct attribution found = {0};
    assert_false(document_quotes(checker_document(checker), *state, &found, at_once, NULL));
    assert_int_equal(found.quotes.count, 0);
    checker_free(checker);
    text_free(text);
}

static int make_language(void **state) {
    *state = language_new("dictionaries", LANG_ID);
    return 0;
}

static int free_language(void **state) {
    language_free(*state);
    return 0;
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cue_after_the_quotation),
        cmocka_unit_test(cue_before_the_quotation),
        cmocka_unit_test(dash_or_nothing_before_the_speaker),
        cmocka_unit_test(quotations_in_parts),
        cmocka_unit_test(a_text_may_end_anywhere),
        cmocka_unit_test(names_lead_to_persons),
        cmocka_unit_test(local_governments_introduce_people),
        cmocka_unit_test(titles_belong_to_names),
        cmocka_unit_test(press_releases_mean_persons),
        cmocka_unit_test(terms_are_no_statements),
        cmocka_unit_test(speakers_are_missing),
        cmocka_unit_test(speakers_are_introduced),
        cmocka_unit_test(findings_name_the_likely_speaker),
        cmocka_unit_test(a_thing_is_no_likely_speaker),
        cmocka_unit_test(work_can_be_interrupted),
    };
    return cmocka_run_group_tests(tests, make_language, free_language);
}
