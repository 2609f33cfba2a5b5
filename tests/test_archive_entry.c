/* What goes into an archive, what is found by its words, and what is no archive. */
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
#define RICE "Dinas pertanian mencatat dua puluh hektare sawah terendam lumpur setinggi lutut orang dewasa."
#define MARKET "Pasar murah dibuka di halaman kantor camat dan diserbu ibu rumah tangga sejak subuh."

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

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(drafts_and_embargoes_stay_out),
        cmocka_unit_test(words_are_searched),
        cmocka_unit_test(a_first_archive_is_noted),
        cmocka_unit_test(what_is_no_archive_is_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
