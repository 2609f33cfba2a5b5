/* language/people, language/quotes: the ways in which releases name who speaks, and what is no part of a
 * name. */
#include "quoted.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Expected: one line a quotation: person|role, "" when unknown. */
static const struct example names[] = {
    {"M. Ali Suganda selaku Camat mengucapkan terima kasih. \"Mari jaga kali ini bersama,\" ujarnya.",
     "M. Ali Suganda|Camat"},
    {"Warga datang pagi. R. Suryo Atmojo, Camat Cibadak, menjelaskan hal itu. \"Mari jaga kali ini bersama,\" ujarnya.",
     "R. Suryo Atmojo|Camat Cibadak"},
    {"\"Mari jaga kali ini bersama,\" kata Sekdes Sumber Rejo, M. Ali Suganda.",
     "M. Ali Suganda|Sekdes Sumber Rejo"},
    {"\"Mari jaga kali ini bersama,\" kata Lina Suganda, S. Pd.", "Lina Suganda|"},
    {"\"Mari jaga kali ini bersama,\" kata A. Rahman H. Said.", "A. Rahman H. Said|"},
    {"\"Mari jaga kali ini bersama,\" kata Gubernur Jambi H. Suganda.", "Suganda|Gubernur Jambi"},
    {"A. Maksud dan tujuan.\n\n\"Mari jaga kali ini bersama,\" kata Lina Suganda.", "Lina Suganda|"},
    {"\"Mari jaga kali ini bersama,\" kata Kepala Bidang Data Tan Mei Ling.",
     "Tan Mei Ling|Kepala Bidang Data"},
    {"\"Mari jaga kali ini bersama,\" kata Lina Suganda, Senin 4 Mei 2026.", "Lina Suganda|"},
    {"\"Mari jaga kali ini bersama,\" kata LINA SUGANDA.", "LINA SUGANDA|"},
    {"\"Mari jaga kali ini bersama,\" kata Ketua BPBD SUGANDA.", "SUGANDA|Ketua BPBD"},
    {"LINA SUGANDA BUKA PASAR\n\nCamat Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" kata Lina.",
     "Lina Suganda|Camat"},
    {"\"Mari jaga kali ini bersama,\" kata Hari Prihatno.", "Hari Prihatno|"},
    {"\"Mari jaga kali ini bersama,\" kata Abdul Hakim bin Yusuf.", "Abdul Hakim bin Yusuf|"},
    {"\"Mari jaga kali ini bersama,\" kata Ustazah Titik Nurhayati.", "Titik Nurhayati|"},
    {"Di gang itu seorang pria bernama Suganda tekun bekerja.\n\nIa lahir di Blora.\n\n\"Mari jaga kali ini "
     "bersama,\" kata dia.",
     "Suganda|"},
    {"Dosen Lina Suganda menjelaskan hal itu. Dalam penanggalan Jawa, Selasa Kliwon disebut baik.\n\n"
     "\"Mari jaga kali ini bersama,\" ungkapnya.",
     "Lina Suganda|Dosen"},
    {"\"Mari jaga kali ini bersama,\" kata Perempuan bernama lengkap Lina Suganda itu.", "Lina Suganda|"},
};

static const struct example offices[] = {
    {"\"Mari jaga kali ini bersama,\" kata Kepala SMA Negeri 1 Wonosari Lina Suganda.",
     "Lina Suganda|Kepala SMA Negeri 1 Wonosari"},
    {"\"Mari jaga kali ini bersama,\" kata Rektor Universitas Andalas Lina Suganda.",
     "Lina Suganda|Rektor Universitas Andalas"},
    {"\"Mari jaga kali ini bersama,\" kata Rektor Universitas Gadjah Mada.",
     "|Rektor Universitas Gadjah Mada"},
    {"\"Mari jaga kali ini bersama,\" kata Pengasuh Pondok Pesantren Darul Ulum Lina Suganda.",
     "Lina Suganda|Pengasuh Pondok Pesantren Darul Ulum"},
    {"\"Mari jaga kali ini bersama,\" kata Direktur PDAM Tirta Raharja Lina Suganda.",
     "Lina Suganda|Direktur PDAM Tirta Raharja"},
    {"\"Mari jaga kali ini bersama,\" kata Ketua Pengadilan Negeri Balige Lina Suganda.",
     "Lina Suganda|Ketua Pengadilan Negeri Balige"},
    {"\"Mari jaga kali ini bersama,\" kata Kaprodi Akuntansi Lina Suganda.",
     "Lina Suganda|Kaprodi Akuntansi"},
    {"\"Mari jaga kali ini bersama,\" kata Kepala Desa Lina Suganda.", "Lina Suganda|Kepala Desa"},
    {"\"Mari jaga kali ini bersama,\" kata Kepala Desa Penusupan Suganda.", "Suganda|Kepala Desa Penusupan"},
    {"\"Mari jaga kali ini bersama,\" kata bidan desa Lina Suganda.", "Lina Suganda|bidan desa"},
    {"\"Mari jaga kali ini bersama,\" kata Koordinator Lapangan Lina Suganda.",
     "Lina Suganda|Koordinator Lapangan"},
    {"\"Mari jaga kali ini bersama,\" kata Keuchik Lam Ujong, Lina Suganda.",
     "Lina Suganda|Keuchik Lam Ujong"},
    {"Siswa kelas XI Lina Suganda mengatakan hal itu. \"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|Siswa kelas XI"},
    {"Hukum Tua Lina Suganda hadir. \"Mari jaga kali ini bersama,\" ujarnya.", "Lina Suganda|Hukum Tua"},
};

/* An office with its place or body and nobody's name. */
static const struct example nobody[] = {
    {"\"Mari jaga kali ini bersama,\" kata Kepala SMP Negeri 2 Wonosari.", "|Kepala SMP Negeri 2 Wonosari"},
    {"\"Mari jaga kali ini bersama,\" kata Kepala Desa Karang Indah.", "|Kepala Desa Karang Indah"},
    {"\"Mari jaga kali ini bersama,\" kata Rektor Universitas Gunadarma.", "|Rektor Universitas Gunadarma"},
    {"\"Mari jaga kali ini bersama,\" kata Pembina Ekskul Robotik.", "|Pembina Ekskul Robotik"},
    {"\"Mari jaga kali ini bersama,\" kata Lurah Mekar Jaya Bpk. Andi Firmansyah.",
     "Andi Firmansyah|Lurah Mekar Jaya"},
    {"Warga Kabupaten Tanah Rindang hadir. \"Mari jaga kali ini bersama,\" kata Bupati Tanah Rindang Suryono Wibawa.",
     "Suryono Wibawa|Bupati Tanah Rindang"},
    {"Warga Desa Matur hadir. \"Mari jaga kali ini bersama,\" kata Kades Matur Sapuan.",
     "Sapuan|Kades Matur"},
    {"\"Mari jaga kali ini bersama,\" kata Ketua Panitia Lomba Kaligrafi.", "|Ketua Panitia Lomba Kaligrafi"},
    {"Acara itu digelar di Joglo Mangun Suganda.\n\n\"Mari jaga kali ini bersama,\" kata panitia itu.", "|"},
};

/* Who spoke before, and where a name begins, is seen from the rest of the draft. */
static const struct example drafts[] = {
    {"Direktur Padi, Direktorat Tanaman, Kementan M Ali Suganda mengatakan padi cukup.\n\n"
     "\"Mari jaga kali ini bersama,\" kata Ali.\n\nPanen raya tiba bulan depan.\n\n"
     "\"Mari tanam padi ini bersama,\" ujarnya.",
     "M Ali Suganda|Direktur Padi, Direktorat Tanaman, Kementan\n"
     "M Ali Suganda|Direktur Padi, Direktorat Tanaman, Kementan"},
    {"Kepala Desa M. Ali Suganda menyampaikan hal itu. \"Mari jaga kali ini bersama,\" ujarnya.",
     "M. Ali Suganda|Kepala Desa"},
    {"Warga Kabupaten Mandailing Natal (Madina) datang.\n\nWakil Bupati Madina Lina Suganda hadir. "
     "\"Mari jaga kali ini bersama,\" kata dia.",
     "Lina Suganda|Wakil Bupati Madina"},
    {"Lina Suganda selaku Pembina Desa Jayanti Mengatakan, desa itu maju.\n\n"
     "\"Mari jaga kali ini bersama,\" tuturnya.",
     "Lina Suganda|Pembina Desa Jayanti"},
    {"Guru Lina Suganda hadir.\n\n\"Mari jaga kali ini bersama,\" kata perempuan yang sudah mengajar di Blora "
     "sejak 26 tahun silam tersebut.",
     "Lina Suganda|Guru"},
    {"Lina Suganda mengaku siap bermain. \"Mari jaga kali ini bersama,\" kata pemain yang biasa disapa Si "
     "Kancil (Cerdik) ini.",
     "Lina Suganda|"},
};

/* The sentence before presents who speaks, by no verb of saying. */
static const struct example presented[] = {
    {"Hal yang sama dirasakan Lina Suganda. \"Mari jaga kali ini bersama,\" ujarnya.", "Lina Suganda|"},
    {"Apresiasi datang dari Ketua Komite, Lina Suganda. \"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|Ketua Komite"},
    {"Ketua Darsono Wibowo membuka acara.\n\nHarapan serupa datang dari Lina Suganda.\n\n"
     "\"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|"},
    {"Begitu pula dengan Lina Suganda. \"Mari jaga kali ini bersama,\" ujarnya.", "Lina Suganda|"},
    {"Bagi Lina Suganda, pelatihan itu membuka jalan. \"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|"},
    {"Hal senada juga disampaikan warga lainnya, Lina Suganda. \"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|warga lainnya"},
    {"Di tempat terpisah Ketua Komite Lina Suganda menyambut baik. \"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|Ketua Komite"},
    {"Ketua Darsono Wibowo membuka acara. Ia menyalami Lina Suganda. \"Mari jaga kali ini bersama,\" ujarnya.",
     "Darsono Wibowo|Ketua"},
    {"Ketua Darsono Wibowo membuka acara.\n\nWarga menyalami Lina Suganda di sana.\n\n"
     "\"Mari jaga kali ini bersama,\" ujarnya.",
     "Darsono Wibowo|Ketua"},
    {"Hal yang sama dirasakan para petani. \"Mari jaga kali ini bersama,\" ujarnya.", "|"},
};

#define EXPECT_OFFICES(name, list)                                                                           \
    static void name(void **state) {                                                                         \
        for (size_t i = 0; i < sizeof(list) / sizeof *(list); i++)                                           \
            quoted_expect_office(*state, &(list)[i]);                                                        \
    }

EXPECT_OFFICES(names_are_whole, names)
EXPECT_OFFICES(bodies_and_places_are_no_names, offices)
EXPECT_OFFICES(the_draft_tells_who, drafts)
EXPECT_OFFICES(offices_alone_are_nobody, nobody)
EXPECT_OFFICES(who_is_presented_speaks, presented)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_whole),         cmocka_unit_test(bodies_and_places_are_no_names),
        cmocka_unit_test(the_draft_tells_who),     cmocka_unit_test(offices_alone_are_nobody),
        cmocka_unit_test(who_is_presented_speaks),
    };
    return cmocka_run_group_tests(tests, quoted_setup, quoted_teardown);
}
