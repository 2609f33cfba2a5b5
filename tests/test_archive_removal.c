/* A text that is taken out of an archive leaves nothing there. */
#include "archive/archive.h"
#include "archives.h"
#include "base/file.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define DIKE "Warga bergotong royong memperbaiki tanggul sungai yang jebol akibat hujan deras semalam."
#define RICE "Dinas pertanian mencatat dua puluh hektare sawah terendam lumpur setinggi lutut orang dewasa."
#define SECRET                                                                                                        \
    "Sekretaris Daerah Zulfikarno Wibisanto menyebut kuperatora lengkuasi itu \"harus selesai sebelum panen\", kata " \
    "Zulfikarno Wibisanto kepada para petani lengkuasi di kuperatora desa."

static void path_of(const struct place *place, const char *name, struct str *path) {
    str_clear(path);
    str_printf(path, "%s/%s", place->folder, name);
}

static void a_removed_text_leaves_nothing(void **state) {
    (void)state;
    static const char *const words[] = {
        "zulfikarno",    "wibisanto",           "kuperatora", "lengkuasi", "harus selesai sebelum panen",
        "judul rahasia", "contoh.go.id/rahasia"};
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write_many(&place, 40);
    place_write(&place, "lama/x.md", "Judul Rahasia", "2024-01-01", "url: https://contoh.go.id/rahasia\n",
                SECRET);
    place_run(&place, "arsip tambah @lama", 0, &out);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_true(place_holds(&place, words[i]));
    json_t *root = place_json(&place, "arsip cari kuperatora", 0);
    long long id =
        json_integer_value(json_object_get(json_array_get(json_object_get(root, "results"), 0), "id"));
    json_decref(root);
    struct str line = {0};
    str_printf(&line, "arsip hapus %lld", id);
    place_run(&place, str_text(&line), 2, &out); /* not without a reason */
    assert_true(place_holds(&place, "kuperatora"));
    if (places_on_server()) place_sql(&place, "ANALYZE"); /* what it notes of the texts for itself */
    str_append_text(&line, " --alasan 'permintaan keluarga korban'");
    place_run(&place, str_text(&line), 0, &out);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (place_holds(&place, words[i])) print_error("left: %s\n", words[i]);
        assert_false(place_holds(&place, words[i]));
    }
    place_is_whole(&place);
    place_run(&place, str_text(&line), 2, &out); /* there is none any more */
    place_run(&place, "arsip statistik", 0, &out);
    assert_non_null(strstr(str_text(&out), "2026-11-23: permintaan keluarga korban"));
    /* its number is not given again */
    place_write(&place, "lama/x.md", "Lain", "2024-01-01", "", DIKE);
    place_run(&place, "arsip tambah @lama/x.md", 0, &out);
    root = place_json(&place, "arsip cari tanggul", 0);
    assert_true(
        json_integer_value(json_object_get(json_array_get(json_object_get(root, "results"), 0), "id")) > id);
    json_decref(root);
    place_remove(&place);
    str_free(&line);
    str_free(&out);
}

/* Where a text stood, as no other did: long, so that few of them have room in a page of their index. */
static void append_address(struct str *out, size_t n) {
    str_append_text(out, "https://contoh.go.id/");
    for (size_t i = 0; i < 40; i++)
        str_printf(out, "x%zu", n * 7919 % 10007);
}

static size_t times_in(const struct str *file, size_t n) {
    struct str address = {0};
    size_t times = 0;
    append_address(&address, n);
    struct slice begin = slice_range(str_slice(&address), 0, 60);
    for (size_t at = 0; (at = slice_find(str_slice(file), begin, at)) != SIZE_MAX; at++)
        times++;
    str_free(&address);
    return times;
}

/* Their addresses stand in the table and in its index. When a page was cut in two, SQLite has left a third
 * one behind in what was the other half: such texts are removed. */
static void append_those_left_behind(const struct str *file, size_t count, struct str *numbers) {
    for (size_t i = 0; i < count; i++)
        if (times_in(file, i) > 2) str_printf(numbers, " %zu", i + 1);
}

static void what_was_moved_is_removed_too(void **state) {
    (void)state;
    enum { TEXTS = 600 };
    if (places_on_server()) skip();
    struct place place;
    struct str out = {0}, line = {0}, file = {0}, numbers = {0};
    place_make(&place);
    for (size_t i = 0; i < TEXTS; i++) {
        char name[32];
        snprintf(name, sizeof name, "lama/%04zu.md", i);
        str_clear(&line);
        str_append_text(&line, "url: ");
        append_address(&line, i);
        str_append_byte(&line, '\n');
        str_clear(&out);
        str_printf(&out, DIKE " Ini yang ke-%zu.", i);
        place_write(&place, name, "Tanggul", "2024-01-01", str_text(&line), str_text(&out));
    }
    place_run(&place, "arsip tambah @lama", 0, &out);
    path_of(&place, "arsip.db", &line);
    assert_true(file_read(str_text(&line), SIZE_MAX, &file, NULL));
    append_those_left_behind(&file, TEXTS, &numbers);
    assert_true(numbers.len > 0);
    str_clear(&out);
    str_printf(&out, "arsip hapus --alasan=uji%s", str_text(&numbers));
    place_run(&place, str_text(&out), 0, &file);
    path_of(&place, "arsip.db", &line);
    str_clear(&file);
    assert_true(file_read(str_text(&line), SIZE_MAX, &file, NULL));
    for (char *number = strtok(numbers.data, " "); number; number = strtok(NULL, " "))
        assert_int_equal(times_in(&file, strtoul(number, NULL, 10) - 1), 0);
    place_is_whole(&place);
    place_remove(&place);
    str_free(&line);
    str_free(&out);
    str_free(&file);
    str_free(&numbers);
}

static void all_that_are_named_are_removed_or_none(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Tanggul", "2024-01-01", "", DIKE);
    place_write(&place, "lama/b.md", "Sawah", "2024-01-02", "", RICE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_complains(&place, "arsip hapus 1 2 3 --alasan=uji", &out);
    assert_non_null(strstr(str_text(&out), "Tidak ada tulisan bernomor 3"));
    place_is_whole(&place);
    place_run(&place, "arsip statistik", 0, &out);
    assert_null(strstr(str_text(&out), ": uji"));
    assert_true(place_holds(&place, "semalam"));
    place_run(&place, "arsip hapus 1 2 --alasan=uji", 0, &out);
    assert_false(place_holds(&place, "semalam"));
    assert_false(place_holds(&place, "lumpur"));
    place_is_whole(&place);
    place_remove(&place);
    str_free(&out);
}

static void note_of(const struct place *place, const char *key, struct str *value) {
    struct str path = {0};
    path_of(place, "arsip.db", &path);
    struct language *language = language_new("dictionaries", LANG_ID);
    struct archive *archive = archive_enter(str_text(&path), STORE_READ, 1000, language, NULL);
    assert_non_null(archive);
    assert_true(archive_note(archive, key, value, NULL));
    archive_leave(archive);
    language_free(language);
    str_free(&path);
}

static void a_removal_that_was_cut_off_is_completed(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    if (places_on_server()) skip(); /* a helper of its own would be asked */
    place_make(&place);
    place_write(&place, "lama/a.md", "Tanggul", "2024-01-01", "", DIKE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_sql(&place, "INSERT INTO arsip(kunci, nilai) VALUES('sisa', '1')");
    place_run(&place, "arsip cari tanggul", 0, &out);
    note_of(&place, "sisa", &out);
    assert_string_equal(str_text(&out), "1");
    place_run(&place, "arsip tambah @lama", 0, &out);
    note_of(&place, "sisa", &out);
    assert_string_equal(str_text(&out), "0");
    place_remove(&place);
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_removed_text_leaves_nothing),
        cmocka_unit_test(what_was_moved_is_removed_too),
        cmocka_unit_test(all_that_are_named_are_removed_or_none),
        cmocka_unit_test(a_removal_that_was_cut_off_is_completed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
