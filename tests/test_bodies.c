/* language/people/name_body.h: the person after a body that bears a name of its own, and what is no person.
 */
#include "quoted.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

#define SAYS "\"Mari jaga kali ini bersama,\" kata "

static const struct example bodies[] = {
    {SAYS "Ketua Gapoktan Sumber Rejeki Darsono.", "Darsono|Ketua Gapoktan Sumber Rejeki"},
    {SAYS "Ketua Kelompok Wanita Tani Mawar Indah Siti Suganda.",
     "Siti Suganda|Ketua Kelompok Wanita Tani Mawar Indah"},
    {SAYS "Ketua Kelompok Tani Maju Bersama, Pak Darsono.", "Darsono|Ketua Kelompok Tani Maju Bersama"},
    {SAYS "Ketua Yayasan Sumba Hospitality Lina Suganda.", "Lina Suganda|Ketua Yayasan Sumba Hospitality"},
    {SAYS "Pendamping Program Keluarga Harapan Lina Suganda.",
     "Lina Suganda|Pendamping Program Keluarga Harapan"},
    {SAYS "Kepala Unit Pengelola Terminal Terpadu Pulo Gebang Lina Suganda.",
     "Lina Suganda|Kepala Unit Pengelola Terminal Terpadu Pulo Gebang"},
    {"Pameran digelar di RSUD Arifin Achmad pekan lalu.\n\n" SAYS "Direktur RSUD Arifin Achmad Lina Suganda.",
     "Lina Suganda|Direktur RSUD Arifin Achmad"},
    {SAYS "Direktur RSUD Arifin Achmad Lina Suganda.", "|Direktur RSUD Arifin Achmad Lina Suganda"},
    {SAYS "Direktur RSUD Arifin Suganda.", "|Direktur RSUD Arifin Suganda"},
    {SAYS "Direktur RSUD Padang Lina Suganda.", "Lina Suganda|Direktur RSUD Padang"},
    {SAYS "Ketua Koperasi Lina Suganda.", "Lina Suganda|Ketua Koperasi"},
    {SAYS "Ketua Serikat Pekerja Hotel Harmoni One Wahyu.", "One Wahyu|Ketua Serikat Pekerja Hotel Harmoni"},
    {SAYS "Ketua RW 13 Sukajaya Yayan Darsono.", "Yayan Darsono|Ketua RW 13 Sukajaya"},
    {"Kepala SMKN 1 Gedongjaya Darsono hadir.\n\n" SAYS "Darsono.", "Darsono|Kepala SMKN 1 Gedongjaya"},
    {SAYS "Pemimpin Redaksi kabarkita.com Lina Suganda.", "Lina Suganda|Pemimpin Redaksi kabarkita.com"},
    {SAYS "Pembina Komunitas Bike to Work (B2W) Lina Suganda.",
     "Lina Suganda|Pembina Komunitas Bike to Work"},
    {SAYS "Kepala SMK Pusaka 01 Brebes H Darsono Suganda MMPd.",
     "Darsono Suganda|Kepala SMK Pusaka 01 Brebes"},
    {"Ketua Dewan Pers Ninik Suganda hadir.\n\n" SAYS "Ninik.", "Ninik Suganda|Ketua Dewan Pers"},
};

static const struct example nobodies[] = {
    {"Gelang Sensor itu disambut Wali Kota Serang Darsono Wibowo. Ia mengaku bangga. Gelang Sensor bergetar saat ada "
     "klakson.\n\n\"Ini karya yang membanggakan bagi kota,\" ujarnya.",
     "Darsono Wibowo|Wali Kota Serang"},
    {"Gubernur Lina Suganda mengajak warga menjaga laut. Sebagaimana diketahui, Blue Economy adalah pemanfaatan laut.\n\n"
     "\"Mari jaga kali ini bersama,\" ujarnya.",
     "Lina Suganda|Gubernur"},
    {"Kecamatan Pujon mengelola wisata. Kepala Desa Pujon Kidul Darsono Wibowo mengatakan pendapatan naik. Padahal dulu, "
     "PADes Pujon Kidul hanya Rp30 juta.\n\n\"Mari jaga kali ini bersama,\" ujarnya.",
     "Darsono Wibowo|Kepala Desa Pujon Kidul"},
    {"MI Salafiyah Maruroh Pesan melaksanakan ujian.\n\nKepala MI Salafiyah Maruroh hadir. Beliau berpesan kepada siswa. "
     "\"Kejujuran adalah pondasi utama bagi kita semua,\" pesannya.",
     "|"},
    {"Lurah hadir saat penyemprotan di RW 13 Sukajaya mengungkapkan hal itu.\n\n" SAYS
     "Ketua RW 13 Sukajaya Yayan Darsono.",
     "Yayan Darsono|Ketua RW 13 Sukajaya"},
    {"Program Bedas Sarerea Lina Suganda diluncurkan.\n\n" SAYS "Bupati Agam Lina Suganda.",
     "Lina Suganda|Bupati Agam"},
    {"Ketua Dharma Wanita Sari Puspita Darsono hadir. Kakanwil Darsono Wibowo membuka acara.\n\n" SAYS
     "H. Darsono.",
     "Darsono Wibowo|Kakanwil"},
    {"Lomba dibuka oleh Lina Suganda selaku Kepala SMK Agam, \"Apa yang diraih saat ini bukan akhir dari perjuangan\" "
     "tutur beliau saat menyampaikan sambutan.",
     "Lina Suganda|Kepala SMK Agam"},
};

EXPECT_OFFICES(persons_stand_after_bodies, bodies)
EXPECT_OFFICES(words_and_places_are_nobody, nobodies)

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(persons_stand_after_bodies),
        cmocka_unit_test(words_and_places_are_nobody),
    };
    return cmocka_run_group_tests(tests, quoted_setup, quoted_teardown);
}
