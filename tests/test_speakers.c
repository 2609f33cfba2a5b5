/* language/people, language/quotes: the person and the office of each quotation of press releases. */
#include "quoted.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Expected: one line a quotation: person|role, "" when unknown. */
static const struct example offices[] = {
    {"Bupati Sleman Suganda Wirakarta membuka pameran.\n\n\"Mari jaga kali ini bersama,\" kata Bupati.",
     "Suganda Wirakarta|Bupati Sleman"},
    {"Kepala Bidang Data Lina Suganda hadir. Smart Economy menurutnya punya dua loket. \"Untuk warga, caranya sama "
     "saja,\" bebernya.",
     "Lina Suganda|Kepala Bidang Data"},
    {"Ketua Darsono Wibowo membuka rapat. Dalam sambutannya, Lurah Lina Suganda menyampaikan \"Mari bergerak bersama "
     "sama,\" ujarnya. Rapat usai.",
     "Lina Suganda|Lurah"},
    {"Presiden Suganda Wirakarta tiba.\n\n\"Mari jaga kali ini bersama,\" kata Kepala Negara.",
     "Suganda Wirakarta|Kepala Negara"},
    {"Wakil Presiden Lina Wirakarta tiba.\n\n\"Mari jaga kali ini bersama,\" kata Wapres.",
     "Lina Wirakarta|Wapres"},
    {"Kepala Desa Sukarame Lina Suganda menanam padi.\n\n\"Mari jaga kali ini bersama,\" kata Kepala Desa Lina.",
     "Lina Suganda|Kepala Desa Sukarame"},
    {"Kepala Dusun Krajan Martono Seno hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Kepala Dusun Martono.",
     "Martono Seno|Kepala Dusun Krajan"},
    {"Ketua RT 04 Panca Wibisana hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Ketua RT Panca.",
     "Panca Wibisana|Ketua RT 04"},
    {"Kepala Puskesmas Banyuresmi dr. Hartati Wulan hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Kepala Puskesmas Hartati.",
     "Hartati Wulan|Kepala Puskesmas Banyuresmi"},
    {"Kapolsek Cibatu Iptu Sukamto Rahayu hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Kapolsek Sukamto.",
     "Sukamto Rahayu|Kapolsek Cibatu"},
    {"Lurah Panggungharjo Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Lina.",
     "Lina Suganda|Lurah Panggungharjo"},
    {"Lurah Panggungharjo Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Lurah.",
     "Lina Suganda|Lurah Panggungharjo"},
    {"Lurah Condongsari Wagimin Hadi hadir. Wagimin mengajak warga menanam.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Wagimin Hadi|Lurah Condongsari"},
    {"Kepala Desa Karangwuluh Sutrisno Adi hadir.\n\n\"Mari jaga kali ini bersama,\" tutur Sutrisno.",
     "Sutrisno Adi|Kepala Desa Karangwuluh"},
    {"Kades Wonokerso Sutrisno Adi hadir.\n\n\"Mari jaga kali ini bersama,\" tutur Kades Sutrisno.",
     "Sutrisno Adi|Kades Wonokerso"},
    {"Menko Polkam Lina Suganda hadir. Lina Suganda menutup acara.\n\n\"Mari jaga kali ini bersama,\" - Lina Suganda",
     "Lina Suganda|Menko Polkam"},
    {"\"Mari jaga kali ini bersama,\" - Wamendag Lina Suganda", "Lina Suganda|Wamendag"},
    {"\"Mari jaga kali ini bersama,\" kata Mendikdasmen Lina Suganda.", "Lina Suganda|Mendikdasmen"},
    {"\"Mari jaga kali ini bersama,\" kata Menparekraf Lina Suganda.", "Lina Suganda|Menparekraf"},
    {"Wakil Menteri Perdagangan Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" kata Wamendag.",
     "Lina Suganda|Wamendag"},
    {"Menteri Kesehatan Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" kata Menkes.",
     "Lina Suganda|Menkes"},
    {"Wakil Menteri Kesehatan Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" kata Wamenkes Lina.",
     "Lina Suganda|Wamenkes"},
    {"Menteri Agama RI Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" kata Menteri Agama.",
     "Lina Suganda|Menteri Agama RI"},
    {"Menteri Agama Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" kata Menteri Agama RI.",
     "Lina Suganda|Menteri Agama RI"},
    {"Staff Ahli Bupati Darsono Wibowo hadir. Darsono Wibowo membuka rapat.\n\n\"Mari jaga kali ini bersama,\" ujar Darsono.",
     "Darsono Wibowo|Ahli Bupati"},
    {"Kabig Humas Darsono Wibowo hadir. Kegiatan itu ditutup Darsono Wibowo.\n\n\"Mari jaga kali ini bersama,\" ujar Darsono.",
     "Darsono Wibowo|Humas"},
    {"Darsono Wibowo membuka rapat. Turut hadir Staff Ahli Darsono Wibowo.\n\n\"Mari jaga kali ini bersama,\" ujar Darsono.",
     "Darsono Wibowo|Ahli"},
    {"Gubernur Jawa Barat Suganda Wirakarta tiba.\n\n\"Mari jaga kali ini bersama,\" kata Kang Gan --sapaan Suganda Wirakarta-- usai rapat.\n\n\"Mari jaga kali itu bersama,\" kata Kang Gan.",
     "Suganda Wirakarta|Gubernur Jawa Barat\nSuganda Wirakarta|Gubernur Jawa Barat"},
    {"Kasi Data, Darsono Wibowo, membuka rapat.\n\n\"Harapan kami kali ini terjaga,\" ujar pria yang akrab disapa Wibowo, saat ditemui.\n\n\"Mari jaga kali ini bersama,\" jelas Wibowo.",
     "Darsono Wibowo|Kasi Data\nDarsono Wibowo|Kasi Data"},
    {"Ketua Paguyuban Nila Kencana, Sugandani, ditemui. Anggota Paguyuban Nila Kencana hadir.\n\n\"Mari jaga kali ini bersama,\" kata lelaki yang akrab disapa Suga itu.",
     "Sugandani|Ketua Paguyuban Nila Kencana"},
    {"Bupati Agam, Lina Suganda, hadir.\n\n\"Mari jaga kali ini bersama,\" kata Ambu Lina.",
     "Lina Suganda|Bupati Agam"},
    {"Bupati Agam, Lina Suganda, menyebut data itu.\n\nAlasan lain kerap dilontarkan warga.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|Bupati Agam"},
    {"Wakil Bupati Tanjung Jabung Timu meminta camat tanggap.\n\n\"Mari jaga kali ini bersama,\" kata Wabup.",
     "|Wabup"},
    {"Dikatakan Camat Matur Lina Suganda, rapat digelar.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|Camat Matur"},
    {"Kata Camat Matur Lina Suganda, rapat digelar.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|Camat Matur"},
    {"Kepala Cabang Jasa Raharja (Persero) Cabang Agam, Lina Suganda, mengatakan warga tertib. \"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|Kepala Cabang Jasa Raharja (Persero) Cabang Agam"},
    {"Kepala Instalasi Gizi, yaitu I Ketut Suganda, S.Kep. M.Kep. Sp.Kep.J, hadir.\n\n\"Mari jaga kali ini bersama\".",
     "|"},
    {"Camat Matur, Lina Suganda Dengan adanya pompa itu warga senang.\n\n\"Mari jaga kali ini bersama,\" harap Lina.",
     "Lina Suganda|Camat Matur"},
    {"Kepala Badan Meteorologi, Klimatologi, dan Geofisika (BMKG) Darsono Wibowo hadir.\n\n\"Mari jaga kali ini bersama,\" tutur Kepala BMKG.",
     "Darsono Wibowo|Kepala BMKG"},
    {"Ketua Umum (Ketum) Komite Olahraga Daerah Indonesia (KODI) Marjan Nurdin hadir.\n\n\"Mari jaga kali "
     "ini bersama,\" tutur Ketum KODI Pusat.",
     "Marjan Nurdin|Ketum KODI Pusat"},
    {"Kepala Dinas Perikanan dan Kelautan (DPK) Natuna, Darsono Wibowo, hadir.\n\n\"Mari jaga kali ini bersama,\" tutur Kepala DPK.",
     "Darsono Wibowo|Kepala DPK"},
    {"Ketua Forum Kerukunan Umat Beragama (FKUB) Darsono Wibowo hadir.\n\n\"Mari jaga kali ini bersama,\" tutur Ketua FKUB.",
     "Darsono Wibowo|Ketua FKUB"},
    {"Wakil Presiden (Wapres) K.H. Suganda Amin hadir.\n\n\"Mari jaga kali ini bersama,\" tutur Wapres.",
     "Suganda Amin|Wapres"},
    {"Kepala Dinas Pertanian, AM. Suganda, hadir.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "AM. Suganda|Kepala Dinas Pertanian"},
    {"Kepala Badan Riset LT. Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "LT. Suganda|Kepala Badan Riset"},
    {"Sekretaris Daerah, A.L. Suganda, S.H., hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Sekda.",
     "A.L. Suganda|Sekda"},
    {"Bupati Paser HM Ridwan Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Bupati.",
     "HM Ridwan Suganda|Bupati Paser"},
    {"Bupati Paser H.M. Ridwan Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Bupati.",
     "H.M. Ridwan Suganda|Bupati Paser"},
    {"Bupati Paser H. M. Ridwan Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Bupati.",
     "M. Ridwan Suganda|Bupati Paser"},
    {"Ketua Panwaslu Lina S. Wirakarta hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Lina.",
     "Lina S. Wirakarta|Ketua Panwaslu"},
    {"S Murtopo Ketua Panwaslu Ampel hadir. Ketua Panwaslu Ampel S Murtopo memuji warga.\n\n\"Mari jaga kali ini bersama,\" kata Murtopo.",
     "S Murtopo|Ketua Panwaslu Ampel"},
    {"Suganda Wirakarta menjelaskan rencana itu. Kepala Bidokkes Polda Lampung menyatakan hal lain.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "|Kepala Bidokkes Polda Lampung"},
    {"Suganda Wirakarta menjelaskan rencana itu.\n\nKepala Divisi Imigrasi mengatakan hal lain. \"Mari jaga kali ini bersama,\" ujarnya.",
     "|Kepala Divisi Imigrasi"},
    {"Perdana Menteri Lars Lindgren hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Perdana Menteri.",
     "Lars Lindgren|Perdana Menteri"},
    {"Turnamen Kapolda Cup digelar di lapangan.\n\nKepala Urusan Logistik menyatakan puas. \"Mari jaga kali ini bersama,\" ujarnya.",
     "|Kepala Urusan Logistik"},
    {"Kapolda Cup 2025 dibuka.\n\n\"Mari jaga kali ini bersama,\" ujarnya.", "|"},
    {"Praja Pratama dikukuhkan hari ini.\n\n\"Mari jaga kali ini bersama,\" ujarnya.", "|"},
    {"Wakil Menteri Dalam Negeri, Suganda Wirakarta, hadir. Praja Pratama yang dikukuhkan berjumlah 745.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Suganda Wirakarta|Wakil Menteri Dalam Negeri"},
    {"Camat Suganda Wirakarta menjelaskan hal itu. Barang itu milik nakhoda Kapal Motor KLM. Bintang Samudra.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Suganda Wirakarta|Camat"},
    {"Camat Suganda Wirakarta menjelaskan hal itu. KRI Bima Suci menjemput warga.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Suganda Wirakarta|Camat"},
    {"Camat Suganda Wirakarta menjelaskan hal itu. Lina Kartika bertindak sebagai moderator.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Suganda Wirakarta|Camat"},
    {"Rapat dihadiri Perwakilan BIN, Perwakilan AU, dan Kadis Dukcapil.\n\n\"Mari jaga kali ini bersama,\" sambungnya.",
     "|"},
    {"Camat Suganda Wirakarta menjelaskan hal itu. RSUD Haji Anwar Makatutu melayani warga.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Suganda Wirakarta|Camat"},
    {"Camat Suganda Wirakarta menjelaskan hal itu. Bandara Sultan Hasanuddin ditutup.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Suganda Wirakarta|Camat"},
    {"Camat Suganda Wirakarta menjelaskan hal itu. Jalan Cut Nyak Dien rusak.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Suganda Wirakarta|Camat"},
    {"Camat Suganda Wirakarta menjelaskan hal itu. Karang Taruna Tunas Bangsa menanam pohon.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Suganda Wirakarta|Camat"},
    {"Camat Suganda Wirakarta menjelaskan hal itu. Dharma Wanita Persatuan menyerahkan bantuan.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Suganda Wirakarta|Camat"},
    {"Camat Suganda Wirakarta menjelaskan hal itu. Hari Bhayangkara diperingati.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Suganda Wirakarta|Camat"},
    {"Camat Suganda Wirakarta menjelaskan hal itu. Satlantas Polres Garut menyatakan jalan aman. Warga tenang.\n\n\"Mari jaga kali ini bersama,\" ujar Suganda.",
     "Suganda Wirakarta|Camat"},
    {"Suganda Wirakarta hadir. Raden Mas Suganda Wirakarta Kusuma membuka acara.\n\n\"Mari jaga kali ini bersama,\" ujar Suganda.",
     "Suganda Wirakarta Kusuma|"},
    {"Bupati Sleman 2016-2021 Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Lina.",
     "Lina Suganda|Bupati Sleman 2016-2021"},
    {"Bupati Sleman periode 2016–2021 Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Lina.",
     "Lina Suganda|Bupati Sleman periode 2016–2021"},
    {"«Mari jaga kali ini bersama,» kata Lina Suganda.", "Lina Suganda|"},
    {"Bupati Agam, diwakili Sekda, Mawar Rosita, bertindak sebagai pembina apel.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Mawar Rosita|Sekda"},
    {"Apel dipimpin oleh Bupati Agam diwakili Setda Mawardi Rosman.\n\n\"Mari jaga kali ini bersama,\" ujar Setda.",
     "Mawardi Rosman|Setda"},
    {"Upacara dipimpin Menteri Dalam Negeri yang diwakilkan oleh Wakil Menteri Dalam Negeri, Suganda Wirakarta. Wamendagri menegaskan hal itu, \"Mari jaga kali ini bersama,\" ujarnya.",
     "Suganda Wirakarta|Wakil Menteri Dalam Negeri"},
    {"Kepala Kejari Palu melalui Kepala Seksi Pidana Khusus (Kasipidsus) Efrata Lubis mengatakan hal itu.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Efrata Lubis|Kepala Seksi Pidana Khusus"},
    {"Kepala Kejari Palu melalui Kasi Pidsus Efrata Lubis mengatakan hal itu.\n\n\"Mari jaga kali ini bersama,\" ujar Kasi Pidsus.",
     "Efrata Lubis|Kasi Pidsus"},
    {"Bupati Lina Suganda membuka webinar \"Bersama Kita Menjaga Alam Raya Ini\".", ""},
    {"Bupati Lina Suganda membedah buku berjudul \"Kita dan alam yang makin tua.\"", ""},
    {"Kegiatan bertema \"Bersama kita menjaga alam yang makin tua.\" itu dibuka Bupati Lina Suganda.", ""},
    {"Visi: \"Menjadi kabupaten yang mandiri dan nyaman bagi semua warga.\"", ""},
    {"Maklumat Pelayanan: \"Kami siap melayani warga sesuai dengan baku mutu.\"", ""},
    {"Pepatah \"Alam takambang jadi guru bagi kita.\" dipegang teguh warga.", ""},
    {"Kepala Bidang Pangan, Ir. Darsari Restu Hartanti, hadir.\n\n\"Mari jaga kali ini bersama,\" tutur Tanti.",
     "Darsari Restu Hartanti|Kepala Bidang Pangan"},
    {"Kepala Bidang Pangan, Ir. Wahyuni Lestari, hadir.\n\n\"Mari jaga kali ini bersama,\" tutur Yuni.",
     "Wahyuni Lestari|Kepala Bidang Pangan"},
    {"Kepala Bidang Pangan, Ir. Wahyuni Lestari, hadir.\n\n\"Mari jaga kali ini bersama,\" tutur Ratna.",
     "Ratna|"},
    {"Wako Lina Tinjau Pasar Baru\n\nWali Kota Solok Lina meninjau pasar.\n\n\"Mari jaga kali ini bersama,\" ujar Lina.",
     "Lina|Wali Kota Solok"},
    {"Wakil Gubernur Jawa Barat Lina Wirakarta hadir.\n\n\"Mari jaga kali ini bersama,\" ujar Kang Lina.",
     "Lina Wirakarta|Wakil Gubernur Jawa Barat"},
    {"Dalam pelaksanaan Jambore Kader dan Pasar Rakyat, Ketua TP PKK Solok, Ny. Lina Suganda, meninjau pasar.\n\n"
     "\"Mari jaga kali ini bersama,\" ujar Lina.",
     "Lina Suganda|Ketua TP PKK Solok"},
    {"Sekda Prov. Riau, Dr. Lina Suganda, M.Si. hadir. Lebih lanjut, Sekda Prov. Riau mengatakan \"Mari jaga kali ini "
     "bersama.\"",
     "Lina Suganda|Sekda Prov. Riau"},
    {"Ketua TP. PKK Prov. Riau, Lina Suganda, hadir.\n\n\"Mari jaga kali ini bersama,\" kata Ketua TP PKK Riau.",
     "Lina Suganda|Ketua TP PKK Riau"},
    {"Kepala PT. Jaya Raharja Cabang Agam Darsono Wibowo, S.E., melapor.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Darsono Wibowo|Kepala PT. Jaya Raharja Cabang Agam"},
    {"Ketua Pengadilan Agama Kelas II Martapura Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|Ketua Pengadilan Agama Kelas II Martapura"},
    {"Kepala Bidang Martapura Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Martapura Suganda|Kepala Bidang"}, /* no body sits there */
    {"Lurah Darsono Wibowo hadir. Dalam laporannya, Ketua YJI dr. Lina Suganda, Sp.A. M.Kes. menyampaikan bahwa lomba "
     "usai.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|Ketua YJI"},
    {"Wakil Gubernur Darsono Wibowo menerima tamu.\n\nSaat itu, Lina memberikan sepatah kata; \"Mari jaga kali ini "
     "bersama,\" katanya.",
     "|"},
    {"Kasi Bina Ideologi dan Wawasan Kebangsaan Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|Kasi Bina Ideologi dan Wawasan Kebangsaan"},
    {"Ketua Panitia Moh. Asyik Hidayat hadir.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Moh. Asyik Hidayat|Ketua Panitia"},
    {"Plt Bupati Purbalingga Lina Hayu Suganda SE BEcon hadir.\n\n\"Mari jaga kali ini bersama,\" kata Lina.",
     "Lina Hayu Suganda|Plt Bupati Purbalingga"},
    {"dr. Lina Suganda SpPD hadir.\n\n\"Mari jaga kali ini bersama,\" ujarnya.", "Lina Suganda|"},
    {"Paul Suganda, salah satu pendiri Kelompok Wirakarta mengatakan, \"Mari jaga kali ini bersama.\"",
     "Paul Suganda|"},
    {"Sementara itu Bupati Sleman Lina Suganda, SE. MM., mengutarakan hal itu menjadi kebanggaan.\n\n"
     "\"Mari jaga kali ini bersama.\"",
     "Lina Suganda|Bupati Sleman"},
    {"Kepala MI Salafiyatul berpesan kepada murid. Ia hadir.\n\n\"Mari jaga kali ini bersama,\" pesannya.",
     "|Kepala MI Salafiyatul"},
    {"Pengajian itu rutin.\n\n\"Siapa menanam, kelak ia pula yang menuai hasilnya.\" (Al Amru, hal. 15).",
     "|"},
    {"\"Mari jaga kali ini bersama, ujar salah seorang warga yang enggan disebut namanya\".",
     "|salah seorang warga"},
    {"Kepala Kantor BPJS Cabang Batang Acep Dwi Wirakarta hadir.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Acep Dwi Wirakarta|Kepala Kantor BPJS Cabang Batang"},
    {"Camat Batang Anai Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|Camat Batang Anai"},
    {"\"Mari jaga kali ini bersama,\" imbuh Kepala Dishub Hari Wirakarta.", "Hari Wirakarta|Kepala Dishub"},
    {"\"Mari jaga kali ini bersama,\" kata Seno. Darsono Wibowo hadir.\n\nPresiden Seno Wanti-wanti Darsono Wibowo.",
     "Seno|"},
};

static void persons_have_bare_names_and_offices(void **state) {
    for (size_t i = 0; i < sizeof offices / sizeof *offices; i++) {
        struct text *text = quoted_text(offices[i].draft);
        struct checker *checker = quoted_check(*state, text);
        struct attribution found = {0};
        struct str got = {0};
        assert_true(document_quotes(checker_document(checker), *state, &found, NULL, NULL));
        for (size_t k = 0; k < found.quotes.count; k++) {
            const struct quote *q = &found.quotes.items[k];
            str_printf(&got, "%s%.*s|%.*s", k ? "\n" : "", SLICE_ARG(q->person), SLICE_ARG(q->role));
        }
        if (strcmp(str_text(&got), offices[i].expected) != 0) print_error("%s\n", offices[i].draft);
        assert_string_equal(str_text(&got), offices[i].expected);
        str_free(&got);
        attribution_free(&found);
        checker_free(checker);
        text_free(text);
    }
}

/* What looks like somebody's name and is none: the one who spoke before is meant. */
static const struct example nobody[] = {
    {"Camat Lina Suganda menjelaskan hal itu. Peringatan HUT Bhayangkara berlangsung ramai.\n\n\"Mari jaga,\" ujarnya.",
     "=ujarnya;;Lina Suganda"},
    {"Camat Lina Suganda menjelaskan hal itu. Kurikulum Merdeka dipakai semua sekolah.\n\n\"Mari jaga,\" ujarnya.",
     "=ujarnya;;Lina Suganda"},
    {"Camat Lina Suganda menjelaskan hal itu. Diskominfosta Agam merekam acara itu.\n\n\"Mari jaga,\" ujarnya.",
     "=ujarnya;;Lina Suganda"},
    {"Camat Lina Suganda menjelaskan hal itu. LOMBA AKUNTANSI selesai.\n\n\"Mari jaga,\" ujarnya.",
     "=ujarnya;;Lina Suganda"},
};

EXPECT_ALL(things_are_nobody, nobody)

static const struct example sentences_before[] = {
    {"Bupati Sleman Suganda Wirakarta menyampaikan arahan. Pasar itu rampung tahun ini. \"Mari jaga kali ini.\"",
     "?;;Suganda Wirakarta"},
    {"Jadwal apel:\n\n- Bupati Lina Suganda mengatakan siap\n\n\"Mari jaga kali ini bersama.\"", "!;;"},
    {"# Bupati Lina Suganda mengatakan siap\n\n\"Mari jaga kali ini bersama.\"", "!;;"},
    {"Apa Kata Mereka?\n\n\"Mari jaga kali ini bersama.\"\n\nKepala Desa Sukarame Periode 2008 - 2018",
     "?;;"},
    {"Warga bergotong royong di balai desa itu.\n\n\"Mari jaga kali ini bersama.\"\n\nBerita Terkini", "!;;"},
    {"\"Mari jaga kali ini bersama.\"\n\nWali Kota Lina Suganda mengatakan ia akan bertahan.", "?;;"},
    {"\"Mari jaga kali ini bersama,\"\n\nWali Kota Lina Suganda mengatakan ia akan bertahan.", "!;;"},
};

EXPECT_ALL(sentences_before_suggest_a_speaker, sentences_before)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(persons_have_bare_names_and_offices),
        cmocka_unit_test(sentences_before_suggest_a_speaker),
        cmocka_unit_test(things_are_nobody),
    };
    return cmocka_run_group_tests(tests, quoted_setup, quoted_teardown);
}
