/* What an archive finds in a draft. */
#include "archives.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define DIKE "Warga bergotong royong memperbaiki tanggul sungai yang jebol akibat hujan deras semalam."
#define VISIT "Sekretaris daerah meninjau pekerjaan itu pada Sabtu pagi pukul 08.00 bersama para camat."
#define RICE "Dinas pertanian mencatat dua puluh hektare sawah terendam lumpur setinggi lutut orang dewasa."
#define MARKET "Pasar murah dibuka di halaman kantor camat dan diserbu ibu rumah tangga sejak subuh."
#define OTHER "Perpustakaan keliling menambah tiga ratus judul buku cerita bagi pelajar kampung nelayan."

/* "rule sentences": what is found in naskah.md, with how many places in the archive. */
static void expect(const struct place *place, const char *arguments, const char *expected) {
    struct str got = {0};
    json_t *root = place_json(place, arguments, 0), *finding, *related;
    size_t i, k;
    json_array_foreach(json_object_get(json_array_get(json_object_get(root, "files"), 0), "findings"), i,
                       finding) {
        size_t archived = 0;
        json_array_foreach(json_object_get(finding, "related"), k, related) archived +=
            json_object_get(related, "archive") != NULL;
        str_printf(&got, "%s%s %zu", i ? "; " : "", json_string_value(json_object_get(finding, "rule")),
                   archived);
    }
    assert_string_equal(str_text(&got), expected);
    json_decref(root);
    str_free(&got);
}

static void expect_draft(const struct place *place, const char *body, const char *expected) {
    place_write(place, "naskah.md", "Naskah", "2026-11-20", "status: draf\n", body);
    expect(place, "arsip periksa @naskah.md", expected);
}

static void published_sentences_are_found(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Tanggul Diperbaiki", "2024-09-09", "", DIKE " " VISIT "\n\n" RICE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    assert_string_equal(str_text(&out), "1 tulisan ditambahkan, 0 diganti, 0 tetap sama, 0 dilewati.\n");
    expect_draft(&place, OTHER "\n\n" MARKET, "");
    expect_draft(&place, DIKE " " OTHER "\n\n" MARKET, "archive.copy 1");
    /* two sentences of one text are one finding; another hour is told */
    expect_draft(&place,
                 DIKE " " OTHER
                      " Sekretaris daerah meninjau pekerjaan itu pada Sabtu pagi pukul 10.00 bersama para "
                      "camat.\n\n" MARKET " Ini kalimat yang lain sama sekali dari semua tulisan lama.",
                 "archive.copy 2");
    expect_draft(&place, DIKE " " VISIT "\n\n" RICE " " OTHER, "archive.published 3");
    /* the text itself is not compared with itself */
    expect(&place, "arsip periksa @lama/a.md", "");
    place_run(&place, "periksa --only archive @naskah.md", 0, &out);
    assert_non_null(
        strstr(str_text(&out), "hampir sama dengan \"Tanggul Diperbaiki\" (9 September 2024): 3 dari 4"));
    place_remove(&place);
    str_free(&out);
}

static void differing_numbers_are_named(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Kunjungan", "2024-09-09",
                "kantor: Humas\nurl: https://contoh.go.id/a\n", VISIT);
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_write(
        &place, "naskah.md", "Naskah", "2026-11-20", "",
        "Sekretaris daerah meninjau pekerjaan itu pada Sabtu pagi pukul 06.00 bersama para camat.\n\n" OTHER
        "\n\n" MARKET);
    json_t *root = place_json(&place, "check --only archive @naskah.md", 0);
    const char *rule, *here, *there, *title, *date, *office, *url, *newest;
    double score;
    int articles, start;
    assert_int_equal(json_unpack(root,
                                 "{s:[{s:[{s:s,s:[{s:{s:i},s:{s:s,s:s,s:s,s:s,s:F,s:[{s:s,s:s}]}}]}]}],"
                                 "s:{s:{s:i,s:s}}}",
                                 "files", "findings", "rule", &rule, "related", "start", "offset", &start,
                                 "archive", "title", &title, "date", &date, "office", &office, "url", &url,
                                 "score", &score, "differs", "here", &here, "there", &there, "summary",
                                 "archive", "articles", &articles, "newest", &newest),
                     0);
    assert_string_equal(rule, "archive.copy");
    assert_string_equal(here, "06.00");
    assert_string_equal(there, "08.00");
    assert_string_equal(title, "Kunjungan");
    assert_string_equal(office, "Humas");
    assert_string_equal(url, "https://contoh.go.id/a");
    assert_string_equal(date, "2024-09-09");
    assert_string_equal(newest, "2024-09-09");
    assert_int_equal(articles, 1);
    assert_int_equal(start, 0);
    assert_true(score > 0.8 && score < 1);
    json_decref(root);
    place_remove(&place);
    str_free(&out);
}

/* Three texts that hold DIKE, among a hundred that do not, the last two on these days. */
static void tell_thrice(const char *second, const char *third, const char *expected) {
    static const char *const bodies[] = {DIKE " " RICE, DIKE " " MARKET, DIKE " " OTHER};
    const char *const dates[] = {"2024-01-01", second, third};
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write_many(&place, 100);
    for (size_t i = 0; i < 3; i++) {
        char name[] = "lama/a.md";
        name[5] = (char)('a' + i);
        place_write(&place, name, "Tulisan", dates[i], "", bodies[i]);
        place_run(&place, "arsip tambah @lama", 0, &out);
        expect_draft(&place,
                     DIKE " Perahu baru itu diserahkan kepada kelompok nelayan teluk pada Rabu siang.",
                     i < 2 ? "archive.copy 1" : expected);
    }
    place_remove(&place);
    str_free(&out);
}

static void set_phrases_are_left_alone(void **state) {
    (void)state;
    tell_thrice("2024-02-09", "2024-05-20", "");
    tell_thrice("2024-01-03", "2024-01-05", "archive.copy 1"); /* one matter, told again */
    tell_thrice("2024-01-03", "suatu hari", "");
}

#define LED "Rapat dipimpin langsung oleh Kepala Dinas Kelautan dan Perikanan Provinsi Muara Jati, Bapak "

/* Who led which meeting stands in half of the texts; that it is the same person says nothing. */
static void a_chairman_is_no_copy(void **state) {
    (void)state;
    static const char *const names[] = {"Sahrul Gunadi",  "Wirasena Laksana", "Tegar Baskara",
                                        "Yudha Prakosa",  "Bram Santika",     "Lingga Mahesa",
                                        "Rafi Wicaksana", "Surya Dirgantara", "Arya Kusumah"};
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write_many(&place, 9);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char name[] = "lama/a.md";
        name[5] = (char)('a' + i);
        str_clear(&out);
        str_printf(&out, LED "%s.\n\n", names[i]);
        place_write(&place, name, "Rapat", "2024-01-01", "", str_text(&out));
    }
    place_run(&place, "arsip tambah @lama", 0, &out);
    expect_draft(&place, LED "Sahrul Gunadi.\n\n" OTHER " " MARKET, "");
    place_remove(&place);
    str_free(&out);
}

/* check_archive.c: one sentence is told from six content words on, two whatever their length. */
static void short_sentences_are_told_together(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Tulisan", "2024-01-01", "",
                "Nelayan menjemur jaring di dermaga. Pedagang menimbang cabai di gudang.\n\n"
                "Nelayan muda menjemur jaring baru di dermaga.");
    place_run(&place, "arsip tambah @lama", 0, &out);
    expect_draft(&place, "Nelayan menjemur jaring di dermaga.\n\n" OTHER " " MARKET, "");
    expect_draft(&place, "Nelayan muda menjemur jaring baru di dermaga.\n\n" OTHER " " MARKET,
                 "archive.copy 1");
    expect_draft(&place,
                 "Nelayan menjemur jaring di dermaga. Pedagang menimbang cabai di gudang.\n\n" OTHER
                 " " MARKET,
                 "archive.copy 2");
    place_remove(&place);
    str_free(&out);
}

static void a_changed_text_replaces_the_old_one(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Satu", "2024-01-01", "", DIKE " " RICE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_write(&place, "lama/a.md", "Satu", "2024-01-01", "", DIKE " " MARKET);
    place_run(&place, "arsip tambah @lama", 0, &out);
    assert_string_equal(str_text(&out), "0 tulisan ditambahkan, 1 diganti, 0 tetap sama, 0 dilewati.\n");
    place_run(&place, "arsip tambah @lama", 0, &out);
    assert_string_equal(str_text(&out), "0 tulisan ditambahkan, 0 diganti, 1 tetap sama, 0 dilewati.\n");
    expect_draft(&place, RICE " " OTHER, "");
    expect_draft(&place, MARKET " " OTHER " " RICE, "archive.copy 1");
    place_remove(&place);
    str_free(&out);
}

static void names_are_compared_with_the_archive(void **state) {
    (void)state;
    struct place place;
    struct str out = {0}, name = {0};
    place_make(&place);
    for (size_t i = 0; i < 6; i++) {
        str_clear(&name);
        str_printf(&name, "lama/%zu.md", i);
        place_write(&place, str_text(&name), "Rapat", "2024-01-01", "",
                    i < 5 ? "Rapat itu dibuka Sekretaris Daerah Budi Hamzah di aula.\n\n" DIKE
                          : "Rapat itu dibuka Kepala Dinas Pertanian Rina Suryani di kebun.");
    }
    place_run(&place, "arsip tambah @lama", 0, &out);
    /* name_rule.c: three texts are enough to say how they write it, two are not */
    for (size_t i = 1; i < 4; i++) {
        str_clear(&name);
        str_printf(&name, "lama/lurah-%zu.md", i);
        place_write(&place, str_text(&name), "Warga", "2024-02-01", "",
                    "Warga diterima Lurah Dewi Mulyana di balai.\n\n" MARKET);
        place_run(&place, "arsip tambah @lama", 0, &out);
        expect_draft(&place, "Acara itu ditutup Lurah Dewi Mulyano.", i < 3 ? "" : "archive.name 0");
    }
    expect_draft(&place, "Acara itu ditutup Sekretaris Daerah Budi Hamzar.", "archive.name 0");
    expect_draft(&place, "Acara itu ditutup Sekretaris Daerah Budi Hamzah.", "");
    /* a full stop or a hyphen is no other name, nor is a word that the archive knows well */
    for (size_t i = 1; i < 4; i++) {
        str_clear(&name);
        str_printf(&name, "lama/kepala-%zu.md", i);
        place_write(&place, str_text(&name), "Kerja Sama", "2024-03-01", "",
                    "Menteri Luar Negeri Seo B Ram menerima Kepala Dinas Tarno.\n\n"
                    "Sore harinya ia menerima Bupati Tarna di tempat yang sama.");
    }
    place_run(&place, "arsip tambah @lama", 0, &out);
    expect_draft(&place, "Acara itu ditutup Menteri Luar Negeri Seo B. Ram.", "");
    expect_draft(&place, "Acara itu ditutup Menteri Luar Negeri Seo B-Ram.", "");
    expect_draft(&place, "Acara itu ditutup Menteri Luar Negeri Seo B Rem.", "archive.name 0");
    expect_draft(&place, "Acara itu ditutup Kepala Dinas Tarna.", "");
    expect_draft(&place, "Acara itu ditutup Kepala Dinas Tarmo.", "archive.name 0");
    expect_draft(&place, "Acara itu ditutup Kepala Desa Budi Hamzar.", ""); /* another office */
    expect_draft(&place, "Acara itu ditutup Kepala Dinas Pertanian Rina Suryana.",
                 ""); /* told once: not sure */
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "",
                "Acara itu ditutup Sekretaris Daerah Budi Hamzar.");
    place_run(&place, "periksa --only archive @naskah.md", 0, &out);
    assert_non_null(
        strstr(str_text(&out), "Arsip menulis \"Budi Hamzah\" (5 tulisan), bukan \"Budi Hamzar\"."));
    place_remove(&place);
    str_free(&out);
    str_free(&name);
}

/* Whichever was added first. */
static void of_two_texts_the_newer_is_named(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Yang Baru", "2024-02-09", "", DIKE);
    place_write(&place, "lama/b.md", "Yang Lama", "2024-02-01", "", DIKE);
    place_write(&place, "lama/c.md", "Pasar Z", "2024-02-09", "", MARKET);
    place_write(&place, "lama/d.md", "Pasar A", "2024-02-09", "", MARKET);
    place_run(&place, "arsip tambah @lama/a.md", 0, &out);
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "status: draf\n",
                DIKE "\n\n" MARKET "\n\n" OTHER);
    place_run(&place, "arsip periksa @naskah.md", 0, &out);
    assert_non_null(strstr(str_text(&out), "\"Yang Baru\""));
    assert_non_null(strstr(str_text(&out), "\"Pasar Z\""));
    place_remove(&place);
    str_free(&out);
}

/* Of two old sentences the one with the same figures is told, though the other is newer. */
static void the_same_figures_come_first(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Tanggul Satu", "2024-01-09", "",
                "Warga bergotong royong memperbaiki tanggul sungai nomor 1 yang jebol akibat hujan deras.");
    place_write(&place, "lama/b.md", "Tanggul Dua", "2024-02-09", "",
                "Warga bergotong royong memperbaiki tanggul sungai nomor 2 yang jebol akibat hujan deras.");
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "status: draf\n",
                "Warga bergotong royong memperbaiki tanggul sungai nomor 1 yang jebol akibat hujan deras.");
    place_run(&place, "arsip periksa @naskah.md", 0, &out);
    assert_non_null(strstr(str_text(&out), "\"Tanggul Satu\""));
    place_remove(&place);
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_sentences_are_found),
        cmocka_unit_test(differing_numbers_are_named),
        cmocka_unit_test(set_phrases_are_left_alone),
        cmocka_unit_test(a_chairman_is_no_copy),
        cmocka_unit_test(short_sentences_are_told_together),
        cmocka_unit_test(a_changed_text_replaces_the_old_one),
        cmocka_unit_test(names_are_compared_with_the_archive),
        cmocka_unit_test(of_two_texts_the_newer_is_named),
        cmocka_unit_test(the_same_figures_come_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
