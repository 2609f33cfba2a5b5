/* check/duplicate*.c: sentences that stand twice. */
#include "check/checker.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

static struct checker *check(const char *draft, struct text **text, struct language **language) {
    bool enabled[RULE_COUNT] = {
        [RULE_DUPLICATE_EXACT] = true, [RULE_DUPLICATE_QUOTED] = true, [RULE_DUPLICATE_SIMILAR] = true};
    *language = language_new("dictionaries", LANG_EN);
    *text = text_from(slice_copy(slice_of(draft)), strlen(draft));
    struct checker *checker = checker_new(*language, LANG_EN, enabled);
    checker_attach(checker, *text);
    assert_true(checker_run(checker, 0, NULL, NULL));
    return checker;
}

static char letter_of(enum rule_id rule) {
    return rule == RULE_DUPLICATE_EXACT ? 'e' : rule == RULE_DUPLICATE_QUOTED ? 'q' : 's';
}

/* The findings as "e3>1 s5>2": kind, the line of the copy, the line of the first. */
static void assert_found(const char *draft, const char *expected) {
    struct text *text;
    struct language *language;
    struct checker *checker = check(draft, &text, &language);
    const struct findings *findings = checker_findings(checker);
    struct str got = {0};
    for (size_t i = 0; i < findings->list.count; i++) {
        const struct finding *f = &findings->list.items[i];
        str_printf(&got, "%s%c%zu>%zu", i ? " " : "", letter_of(f->rule), text_line_at(text, f->start) + 1,
                   text_line_at(text, f->related.items[0].start) + 1);
    }
    assert_string_equal(str_text(&got), expected);
    str_free(&got);
    checker_free(checker);
    text_free(text);
    language_free(language);
}

#define FLOOD "Banjir merendam ratusan rumah warga di dua nagari pada Minggu malam"
#define AID "Bupati menyerahkan bantuan beras kepada para pengungsi di posko utama"

static void exact_copies(void **state) {
    (void)state;
    assert_found(FLOOD ".\n" AID ".\n" FLOOD ".\n", "e3>1");
    /* case, spacing, quotation marks and punctuation do not count */
    assert_found("Banjir merendam \"ratusan\" rumah warga (dua nagari), pada Minggu malam.\n" AID
                 ".\nbanjir merendam ratusan  rumah warga ( dua nagari ) pada Minggu malam!\n",
                 "e3>1");
    assert_found(AID ". " FLOOD ". " FLOOD ".\n", "e1>1");
    /* in two sections, and asked in the middle of a paragraph */
    assert_found("## Banjir\n\n" FLOOD ".\n\n## Bantuan\n\n" FLOOD ".\n", "e7>3");
    assert_found(AID ". " FLOOD "?\n\nSiapa tahu. " FLOOD "? Tidak.\n", "e3>1");
    assert_found("<h3>Banjir</h3><p>" FLOOD ".</p>\n\n<h3>Bantuan</h3><p>" FLOOD ".</p>\n", "e3>1");
    /* a sentence of a quotation */
    assert_found("\"" FLOOD ". Kami sedih,\" kata Rina.\n\n\"Kami mohon doa. " FLOOD
                 ". Sekian,\" kata Budi.\n",
                 "e3>1");
}

static void similar_sentences(void **state) {
    (void)state;
    assert_found(FLOOD
                 ".\nSelain itu, banjir merendam ratusan rumah warga di dua nagari pada Minggu malam.\n",
                 "s2>1");
    assert_found(FLOOD ".\nBanjir merendam ratusan rumah di dua nagari Minggu malam.\n", "s2>1");
    assert_found("Pelatihan jurnalistik di Aula Bupati (28/2/2024) diikuti empat puluh pegawai.\n"
                 "Pelatihan jurnalistik di Aula Bupati diikuti empat puluh pegawai.\n",
                 "s2>1");
    assert_found("Pada Minggu malam, banjir merendam ratusan rumah warga di dua nagari.\n" FLOOD ".\n",
                 "s2>1");
    /* joined, then split */
    assert_found(FLOOD ", dan bupati menyerahkan bantuan beras kepada para pengungsi di posko utama.\n" FLOOD
                       ".\n" AID ".\n",
                 "s2>1 s3>1");
    assert_found(FLOOD ".\n" AID ".\n" FLOOD
                       ", dan bupati menyerahkan bantuan beras kepada para pengungsi di posko utama.\n",
                 "s3>1");
    /* the half that was cut off opens with who did it */
    assert_found(
        "Bupati membuka bazar pangan di lapangan dan menyerahkan bantuan beras kepada 64 pengungsi di posko.\n"
        "Ia juga menyerahkan bantuan beras kepada 64 pengungsi di posko.\n",
        "s2>1");
    /* all of one in another, word for word */
    assert_found("Kita adalah penggerak perubahan bagi anak usia dini, termasuk para guru di sana.\n" AID
                 ".\nKita adalah penggerak perubahan bagi anak usia dini.\n",
                 "s3>1");
    /* one utterance heard twice */
    assert_found(
        "\"Kalau kemasannya bagus dan izinnya lengkap, gula semut masuk ke toko besar,\" kata Rina.\n"
        "\"Kalau kemasan bagus dan izin lengkap, gula semut masuk toko-toko besar,\" tutur Rina.\n",
        "s2>1");
    /* the same of another thing: its name changed each time, or once and nothing else */
    assert_found("Kompas siang adalah alat untuk menentukan arah menuju sasaran pada siang hari.\n" AID
                 ".\nKompas malam adalah alat untuk menentukan arah menuju sasaran pada malam hari.\n",
                 "");
    assert_found(
        "Kepala Bidang Perikanan memimpin kelompok jabatan fungsional dan para pelaksana teknis.\n" AID
        ".\nKepala Bidang Peternakan memimpin kelompok jabatan fungsional dan para pelaksana teknis.\n",
        "");
    assert_found(
        "Kepala Bidang Perikanan memimpin kelompok jabatan fungsional dan para pelaksana teknis.\n" AID
        ".\nKepala Bidang Perikanan memimpin kelompok jabatan fungsional dan pelaksana teknis.\n",
        "s3>1");
}

#define REED "menjaga kebersihan sungai dan memilah sampah plastik setiap pekan"

/* Told by the writer and quoted: sure enough to warn. Both spoken, or both told, may be two things. */
static void told_and_quoted(void **state) {
    (void)state;
    assert_found("Camat Winarti mengajak warga " REED ".\n\n\"Saya mengajak warga " REED
                 ",\" kata Winarti.\n",
                 "q3>1");
    assert_found("\"Kami mengajak warga " REED ",\" kata Winarti.\n\nIa mengajak warga " REED ".\n", "q3>1");
    assert_found("\"Kami mengajak warga " REED ",\" kata Winarti.\n\n\"Kami mengajak seluruh warga " REED
                 ",\" kata Rina.\n",
                 "s3>1");
    assert_found("Camat mengajak warga " REED ".\n\nCamat juga mengajak warga " REED ".\n", "s3>1");
    assert_found("Camat Winarti mengajak warga " REED ".\n\n\"Kami bersyukur,\" kata Winarti.\n", "");
}

static void no_duplicates(void **state) {
    (void)state;
    /* what somebody comes back to, in a few words; more of them were heard twice */
    assert_found("\"Anak nelayan masa depan laut kita. Mereka belajar menjahit jala,\" kata Rina.\n" AID
                 ".\n\"Anak nelayan masa depan laut kita. Jaga mereka,\" tutur Rina.\n",
                 "");
    assert_found("\"Anak nelayan di pulau ini masa depan laut kita. Mereka menjahit jala,\" kata Rina.\n" AID
                 ".\n\"Anak nelayan di pulau ini masa depan laut kita. Jaga mereka,\" tutur Rina.\n",
                 "e3>1");
    /* one caption below two pictures */
    assert_found(
        "[caption id=\"7\"]" FLOOD ".[/caption]\n\n" AID ".\n\n[caption id=\"8\"]" FLOOD ".[/caption]\n", "");
    /* a full stop of an abbreviation ends no sentence */
    assert_found(
        "Lalu, Kepala Dinas Komunikasi dan Informatika Prov. Sultra mengimbau peserta mengikuti pelatihan.\n" AID
        ".\nAcara ditutup Kepala Dinas Komunikasi dan Informatika Prov. Sultra pada sore yang cerah.\n",
        "");
    /* two prices */
    assert_found(
        "Mesin giling padi asal daerah ini dijual dengan harga Rp7 juta belum termasuk ongkos kirim.\n" AID
        ".\nMesin giling padi asal daerah ini dijual dengan harga Rp9 juta belum termasuk ongkos kirim.\n",
        "");
    assert_found("# " FLOOD "\n\n" FLOOD ".\n", "");
    assert_found("- " FLOOD "\n- " FLOOD "\n", "");
    assert_found("Kami siap sekali.\n" AID ".\nKami siap sekali.\n", "");
    assert_found("Kepala Dinas Pendidikan Kabupaten Agam\n" AID ".\nKepala Dinas Pendidikan Kabupaten Agam\n",
                 "");
    assert_found("Pasal 12 Ayat (1) Undang-Undang Nomor 31 Tahun 1999.\n" AID
                 ".\nPasal 12 Ayat (1) Undang-Undang Nomor 31 Tahun 1999.\n",
                 "");
    /* items and cells in HTML, clauses of a statute */
    assert_found("<ul>\n<li>" FLOOD "</li>\n<li>" FLOOD "</li>\n</ul>\n", "");
    /* what an image says, and its caption below */
    assert_found("![" FLOOD " sejak pagi sampai sore hari ini](a.png)\n\n" FLOOD
                 " sejak pagi sampai sore hari ini\n",
                 "");
    assert_found("<table><tr><td>" FLOOD "</td><td>" FLOOD "</td></tr></table>\n", "");
    assert_found("(4) Teguran sebagaimana dimaksud pada ayat (1) diberikan oleh kepala dinas.\n" AID
                 ".\n(4) Teguran sebagaimana dimaksud pada ayat (1) diberikan oleh kepala dinas.\n",
                 "");
    /* steps, questions that head their answers, sections of the same heading, when a page was read */
    assert_found("a) " FLOOD ".\n\nb) " AID ".\n\na) " FLOOD ".\n", "");
    assert_found(FLOOD "?\n\n" AID ".\n\n**1. " FLOOD "?**\n\nYa.\n", "");
    assert_found("## 1. Verifikasi\n\n" FLOOD ".\n\n## Lewat HP\n\n## 4. Verifikasi\n\n" FLOOD ".\n", "");
    assert_found("<h3 class=\"x\">Selesai.</h3>\n\n" FLOOD ".\n\n<h3>b. Selesai</h3>\n\n" FLOOD ".\n", "");
    assert_found("Laporan Kami.\n\nTerakhir diakses pada tanggal 3 Maret 2024.\n\nBuku Kita.\n\n"
                 "Terakhir diakses pada tanggal 3 Maret 2024.\n",
                 "");
    /* a manual of many sections */
    assert_found(
        "## A\n\nHalaman ini akan menunjukkan seluruh pendidikan Anda yang sudah dimasukkan ke sistem.\n\n"
        "## B\n\nHalaman ini akan menunjukkan seluruh sertifikat Anda yang sudah dimasukkan ke sistem.\n\n"
        "## C\n\n## D\n\n## E\n",
        "");
    /* what a story says again */
    assert_found("\"Kau ingat? " FLOOD ".\"\n\nAku diam.\n\n\"Kau tahu, " AID ". " FLOOD ".\"\n", "");
    /* the same told of another place and another number */
    assert_found("Lebar saluran di nagari itu 2,5 meter.\n" AID ".\nLebar saluran di nagari itu 25 meter.\n",
                 "");
    assert_found("Kecamatan Baso menerima bantuan sebanyak 120 paket pada hari pertama.\n"
                 "Kecamatan Kamang menerima bantuan sebanyak 340 paket pada hari kedua.\n",
                 "");
    assert_found(
        "Bantuan dengan nilai Rp600.000 sebulan diberikan kepada keluarga petani selama tiga bulan tanpa "
        "potongan.\nNilainya Rp600.000 sebulan selama tiga bulan tanpa potongan.\n",
        "");
}

static void messages_name_line_and_words(void **state) {
    (void)state;
    struct text *text;
    struct language *language;
    struct checker *checker =
        check(FLOOD ".\n\nBanjir kembali merendam ratusan rumah penduduk di dua nagari pada Minggu malam.\n",
              &text, &language);
    const struct findings *findings = checker_findings(checker);
    assert_int_equal(findings->list.count, 1);
    assert_string_equal(
        findings->list.items[0].message,
        "This sentence is nearly the same as the one in line 1. Only here: kembali, penduduk. "
        "Only there: warga. If they mean the same, remove one of them or merge them.");
    checker_free(checker);
    text_free(text);
    language_free(language);
}

static bool at_once(void *never) {
    (void)never;
    return true;
}

static void stops_when_interrupted(void **state) {
    (void)state;
    struct text *text;
    struct language *language;
    struct checker *checker = check(FLOOD ".\n" FLOOD ".\n", &text, &language);
    checker_restart(checker);
    assert_false(checker_run(checker, 0, at_once, NULL));
    assert_true(checker_run(checker, 0, NULL, NULL));
    assert_int_equal(checker_findings(checker)->list.count, 1);
    checker_free(checker);
    text_free(text);
    language_free(language);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(exact_copies),           cmocka_unit_test(similar_sentences),
        cmocka_unit_test(no_duplicates),          cmocka_unit_test(messages_name_line_and_words),
        cmocka_unit_test(stops_when_interrupted), cmocka_unit_test(told_and_quoted),
    };
    return cmocka_run_group_tests_name("duplicates", tests, NULL, NULL);
}
