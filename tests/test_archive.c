/* sunting archive: filling, searching, and what is found in a draft. */
#include "archives.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

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

static void drafts_and_embargoes_stay_out(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Draf", "2024-01-01", "status: draf\n", DIKE);
    place_write(&place, "lama/b.md", "Hugo", "2024-01-01", "draft: true\n", DIKE);
    place_write(&place, "lama/c.md", "Besok", "2024-01-01", "embargo: 2026-11-24\n", DIKE);
    place_write(&place, "lama/d.md", "Kemarin", "2024-01-01", "embargo: 2026-11-22\n", DIKE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    assert_string_equal(str_text(&out), "1 tulisan ditambahkan, 0 diganti, 0 tetap sama, 3 dilewati.\n");
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

static void words_are_searched(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Satu", "2024-01-01", "kantor: A\n", DIKE " " RICE);
    place_write(&place, "lama/b.md", "Dua", "2025-01-01", "kantor: B\n", DIKE " " MARKET);
    place_run(&place, "arsip tambah @lama", 0, &out);
    static const struct {
        const char *arguments, *titles;
    } rows[] = {{"arsip cari tanggul", "Dua Satu"},
                {"archive search TANGGUL sungai", "Dua Satu"},
                {"arsip cari 'sungai tanggul'", ""}, /* a phrase */
                {"arsip cari 'tanggul sungai' --sampai 2024-12-31", "Satu"},
                {"arsip cari tanggul --sejak 2024-12-31", "Dua"},
                {"arsip cari tanggul --kantor A", "Satu"},
                {"arsip cari tanggul --jumlah 1", "Dua"},
                {"arsip cari lumpur --urut relevansi", "Satu"},
                {"arsip cari '\" OR * NEAR('", ""}, /* no word of the engine's language */
                {"arsip cari pesawat", ""}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        json_t *root = place_json(&place, rows[i].arguments, 0), *result;
        struct str titles = {0};
        size_t k;
        json_array_foreach(json_object_get(root, "results"), k, result)
            str_printf(&titles, "%s%s", k ? " " : "", json_string_value(json_object_get(result, "title")));
        if (strcmp(str_text(&titles), rows[i].titles) != 0) print_error("%s\n", rows[i].arguments);
        assert_string_equal(str_text(&titles), rows[i].titles);
        json_decref(root);
        str_free(&titles);
    }
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
        str_printf(&name, "lama/iran-%zu.md", i);
        place_write(&place, str_text(&name), "Kerja Sama", "2024-03-01", "",
                    "Menteri Luar Negeri Seo B Ram menerima Duta Besar Iran.\n\n"
                    "Sore harinya ia menerima Bupati Irak di tempat yang sama.");
    }
    place_run(&place, "arsip tambah @lama", 0, &out);
    expect_draft(&place, "Acara itu ditutup Menteri Luar Negeri Seo B. Ram.", "");
    expect_draft(&place, "Acara itu ditutup Menteri Luar Negeri Seo B-Ram.", "");
    expect_draft(&place, "Acara itu ditutup Menteri Luar Negeri Seo B Rem.", "archive.name 0");
    expect_draft(&place, "Acara itu ditutup Duta Besar Irak.", "");
    expect_draft(&place, "Acara itu ditutup Duta Besar Iram.", "archive.name 0");
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

static void what_is_no_archive_is_refused(void **state) {
    (void)state;
    if (places_on_server()) skip();
    struct place place;
    struct str out = {0}, path = {0};
    place_make(&place);
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "", DIKE);
    static const struct {
        const char *name, *content, *says;
    } rows[] = {{"kosong.db", "", "bukan arsip Sunting"},
                {"teks.db", "bukan basis data, hanya teks yang cukup panjang", "rusak"},
                {NULL, NULL, "tidak ada"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        if (rows[i].name) file_make(place.folder, rows[i].name, slice_of(rows[i].content));
        str_clear(&path);
        str_printf(&path, "%s/%s", place.folder, rows[i].name ? rows[i].name : "hilang.db");
        struct place other = {.folder = place.folder, .archive = str_text(&path)};
        place_complains(&other, "periksa @naskah.md", &out);
        if (!strstr(str_text(&out), rows[i].says)) print_error("%s", str_text(&out));
        assert_non_null(strstr(str_text(&out), rows[i].says));
        assert_ptr_equal(strchr(str_text(&out), '\n'), strrchr(str_text(&out), '\n')); /* one line */
    }
    str_clear(&path);
    str_printf(&path, "%s/pipa", place.folder);
    mkfifo(str_text(&path), 0600);
    struct place pipe = {.folder = place.folder, .archive = str_text(&path)},
                 folder = {.folder = place.folder, .archive = place.folder};
    place_complains(&pipe, "periksa @naskah.md", &out);
    assert_non_null(strstr(str_text(&out), "bukan arsip Sunting"));
    place_complains(&folder, "periksa @naskah.md", &out);
    assert_non_null(strstr(str_text(&out), "bukan arsip Sunting"));
    place_complains(&place, "arsip buat", &out); /* it is there already */
    assert_non_null(strstr(str_text(&out), "sudah ada"));
    place_remove(&place);
    str_free(&path);
    str_free(&out);
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

/* Without a place it is made among the user's own files, and used from then on. */
static void a_first_archive_is_noted(void **state) {
    (void)state;
    if (places_on_server()) skip();
    struct place place;
    struct str out = {0}, line = {0};
    place_make(&place);
    setenv("XDG_DATA_HOME", place.folder, 1);
    assert_int_equal(program_run("arsip statistik", "", &out), 2);
    assert_int_equal(program_run("arsip buat", "", &out), 0);
    assert_non_null(strstr(str_text(&out), "/sunting/arsip.db dibuat."));
    assert_non_null(strstr(str_text(&out), "/sunting/config.yaml: perintah dan editor memakainya"));
    place_write(&place, "lama/a.md", "Tanggul Diperbaiki", "2024-09-09", "", DIKE);
    str_printf(&line, "arsip tambah %s/lama", place.folder);
    assert_int_equal(program_run(str_text(&line), "", &out), 0);
    assert_string_equal(str_text(&out), "1 tulisan ditambahkan, 0 diganti, 0 tetap sama, 0 dilewati.\n");
    assert_int_equal(program_run("arsip buat", "", &out), 2);
    str_clear(&line);
    str_printf(&line, "arsip buat %s/lain.db", place.folder);
    assert_int_equal(program_run(str_text(&line), "", &out), 0);
    assert_non_null(strstr(str_text(&out), "tetap menyebut arsip"));
    unsetenv("XDG_DATA_HOME");
    place_remove(&place);
    str_free(&line);
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(published_sentences_are_found),
        cmocka_unit_test(differing_numbers_are_named),
        cmocka_unit_test(set_phrases_are_left_alone),
        cmocka_unit_test(a_chairman_is_no_copy),
        cmocka_unit_test(short_sentences_are_told_together),
        cmocka_unit_test(drafts_and_embargoes_stay_out),
        cmocka_unit_test(a_changed_text_replaces_the_old_one),
        cmocka_unit_test(words_are_searched),
        cmocka_unit_test(names_are_compared_with_the_archive),
        cmocka_unit_test(of_two_texts_the_newer_is_named),
        cmocka_unit_test(the_same_figures_come_first),
        cmocka_unit_test(a_first_archive_is_noted),
        cmocka_unit_test(what_is_no_archive_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
