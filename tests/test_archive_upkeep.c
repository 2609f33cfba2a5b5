/* An archive stays whole: built anew, of another version, from a stranger. */
#include "archive/packed.h"
#include "archives.h"
#include "base/restrict_calls.h"
#include "program.h"

#include <linux/landlock.h>
#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cmocka.h>

#define DIKE "Warga bergotong royong memperbaiki tanggul sungai yang jebol akibat hujan deras semalam."
#define RICE "Dinas pertanian mencatat dua puluh hektare sawah terendam lumpur setinggi lutut orang dewasa."

static void path_of(const struct place *place, const char *name, struct str *path) {
    str_clear(path);
    str_printf(path, "%s/%s", place->folder, name);
}

static void a_rebuilt_archive_finds_the_same(void **state) {
    (void)state;
    struct place place;
    struct str before = {0}, after = {0};
    place_make(&place);
    place_write_many(&place, 30);
    place_write(&place, "lama/a.md", "Tanggul", "2024-01-01", "", DIKE " " RICE);
    place_run(&place, "arsip tambah @lama", 0, &before);
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "", RICE " " DIKE);
    place_run(&place, "periksa --only archive @naskah.md -f json", 0, &before);
    place_run(&place, "arsip rawat", 0, &after);
    place_run(&place, "periksa --only archive @naskah.md -f json", 0, &after);
    assert_string_equal(str_text(&before), str_text(&after));
    assert_non_null(strstr(str_text(&after), "archive.copy"));
    place_remove(&place);
    str_free(&before);
    str_free(&after);
}

/* The number before these words, which must be there. */
static long count_before(const char *text, const char *words) {
    const char *at = strstr(text, words);
    assert_non_null(at);
    while (at > text && at[-1] >= '0' && at[-1] <= '9')
        at--;
    return strtol(at, NULL, 10);
}

/* Prints that are not there, since each row has only its first number left, and such as no text has. */
static void what_does_not_agree_is_counted(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    if (places_on_server()) skip(); /* the table has other columns there */
    place_make(&place);
    place_write_many(&place, 20);
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_sql(&place, "UPDATE jejak SET isi = x''");
    place_run(&place, "arsip rawat --periksa", 1, &out);
    long missing = count_before(str_text(&out), " hilang, 0 berlebih;");
    assert_true(missing > 20);
    place_sql(&place, "INSERT INTO jejak(k, isi) VALUES(77 << 28 | 3 << 8, x'0101')");
    place_run(&place, "arsip rawat --periksa", 1, &out);
    assert_int_equal(count_before(str_text(&out), " hilang, 2 berlebih;"), missing);
    place_run(&place, "arsip rawat", 0, &out);
    place_is_whole(&place);
    place_remove(&place);
    str_free(&out);
}

static void every_text_with_an_error_is_listed(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Satu", "2024-01-01", "", DIKE " " RICE);
    place_write(&place, "lama/b.md", "Dua", "2024-01-02", "url: https://contoh.go.id/dua\n", RICE);
    place_write(
        &place, "lama/c.md", "Tiga", "2024-01-03", "",
        "Dinas pertanian mencatat tiga puluh hektare sawah terendam lumpur setinggi lutut orang dewasa.");
    place_write(&place, "lama/d.md", "Empat", "2024-01-04", "", DIKE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_run(&place, "arsip ralat 1 '" RICE "' 'dua belas hektare'", 0, &out);
    assert_non_null(strstr(str_text(&out), "3 tulisan memuat kalimat itu"));
    assert_non_null(strstr(str_text(&out), "Ralat (23 November 2026): dalam tulisan ini semula tertulis"));
    json_t *root = place_json(&place, "arsip ralat 1 '" RICE "'", 0);
    assert_int_equal(json_array_size(json_object_get(root, "results")), 3);
    json_decref(root);
    root =
        place_json(&place, "arsip ralat 4 'tanggul sungai'", 0); /* too short to be compared: searched for */
    assert_int_equal(json_array_size(json_object_get(root, "results")), 2);
    json_decref(root);
    place_remove(&place);
    str_free(&out);
}

static void persons_and_related_texts(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write_many(&place, 10);
    place_write(&place, "lama/a.md", "Rapat", "2024-01-01", "",
                "Rapat itu dibuka Sekretaris Daerah Budi Hamzah.\n\n\"Kami siap,\" kata Budi Hamzah.");
    place_write(&place, "lama/b.md", "Panen", "2025-01-01", "",
                "Panen jagung dibuka Kepala Dinas Pertanian Budi Hamzah di ladang jagung percontohan.");
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_run(&place, "arsip orang budi hamzah", 0, &out);
    const char *newer = strstr(str_text(&out), "Kepala Dinas Pertanian"),
               *older = strstr(str_text(&out), "Sekretaris Daerah");
    assert_non_null(newer);
    assert_non_null(older);
    assert_true(newer < older);
    assert_non_null(strstr(str_text(&out), "\"Kami siap,\""));
    place_run(&place, "arsip orang Budi Hamzar", 0, &out); /* one letter away */
    assert_non_null(strstr(str_text(&out), "Budi Hamzah"));
    place_write(&place, "naskah.md", "Jagung", "2026-11-20", "",
                "Ladang jagung percontohan menghasilkan jagung manis.");
    json_t *root = place_json(&place, "arsip terkait @naskah.md", 0);
    assert_string_equal(
        json_string_value(json_object_get(json_array_get(json_object_get(root, "results"), 0), "title")),
        "Panen");
    json_decref(root);
    place_remove(&place);
    str_free(&out);
}

static void an_archive_does_not_move_into_itself(void **state) {
    (void)state;
    if (places_on_server()) skip();
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Tanggul", "2024-09-09", "", DIKE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_complains(&place, "arsip pindah @lama/../arsip.db", &out);
    assert_non_null(strstr(str_text(&out), "tidak ada yang dipindahkan"));
    place_is_whole(&place);
    place_remove(&place);
    str_free(&out);
}

static void a_hostile_file_is_refused(void **state) {
    (void)state;
    static const char *const statements[] = {
        "CREATE TRIGGER t AFTER INSERT ON artikel BEGIN DELETE FROM dihapus; END",
        "CREATE VIEW v AS SELECT * FROM artikel",
        "CREATE TABLE lain(x)",
        "DROP TABLE kata",
    };
    struct place place;
    struct str out = {0}, line = {0};
    if (places_on_server() || system("command -v sqlite3 >/dev/null 2>&1") != 0) skip();
    for (size_t i = 0; i < sizeof statements / sizeof *statements; i++) {
        place_make(&place);
        place_write(&place, "naskah.md", "Naskah", "2026-11-20", "", DIKE);
        str_clear(&line);
        str_printf(&line, "sqlite3 %s/arsip.db '%s'", place.folder, statements[i]);
        assert_int_equal(system(str_text(&line)), 0);
        place_complains(&place, "periksa @naskah.md", &out);
        if (!strstr(str_text(&out), "bukan buatan Sunting"))
            print_error("%s\n%s", statements[i], str_text(&out));
        assert_non_null(strstr(str_text(&out), "bukan buatan Sunting"));
        place_remove(&place);
    }
    str_free(&line);
    str_free(&out);
}

static void an_archive_of_another_version_is_read_on(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Tanggul", "2024-09-09", "", DIKE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    /* the mark of the list of words that chose what is kept to find a sentence by */
    place_sql(&place, "UPDATE arsip SET nilai = '0' WHERE kunci = 'kata'");
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "", DIKE);
    place_complains(&place, "periksa @naskah.md", &out);
    assert_non_null(strstr(str_text(&out), "disusun oleh versi lain Sunting"));
    assert_non_null(strstr(str_text(&out), "sunting arsip rawat"));
    place_run(&place, "periksa @naskah.md", 0, &out);
    assert_non_null(strstr(str_text(&out), "[archive.copy]"));
    place_write(&place, "lama/b.md", "Sawah", "2024-09-10", "", RICE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    assert_string_equal(str_text(&out), "1 tulisan ditambahkan, 0 diganti, 1 tetap sama, 0 dilewati.\n");
    place_run(&place, "arsip rawat", 0, &out);
    place_complains(&place, "periksa @naskah.md", &out);
    assert_string_equal(str_text(&out), "");
    place_is_whole(&place);
    place_remove(&place);
    str_free(&out);
}

/* As version 1 kept it: a row for each print. */
static void write_as_before(const struct place *place) {
    struct packed prints = {0};
    struct str path = {0}, sql = {0};
    sqlite3 *db = NULL;
    sqlite3_stmt *stmt = NULL;
    path_of(place, "arsip.db", &path);
    assert_int_equal(sqlite3_open(str_text(&path), &db), SQLITE_OK);
    assert_int_equal(sqlite3_prepare_v2(db, "SELECT k, isi FROM jejak ORDER BY k", -1, &stmt, NULL),
                     SQLITE_OK);
    while (sqlite3_step(stmt) == SQLITE_ROW)
        packed_read(&prints, sqlite3_column_int64(stmt, 0),
                    (struct slice){sqlite3_column_blob(stmt, 1), (size_t)sqlite3_column_bytes(stmt, 1)});
    sqlite3_finalize(stmt);
    str_append_text(&sql, "BEGIN; DROP TABLE jejak; CREATE TABLE jejak(k INTEGER PRIMARY KEY);");
    vec_each(const int64_t, number, &prints.list)
        str_printf(&sql, "INSERT INTO jejak(k) VALUES(%lld);", (long long)*number);
    str_append_text(&sql, "PRAGMA user_version=1; COMMIT");
    assert_int_equal(sqlite3_exec(db, str_text(&sql), NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
    vec_free(&prints.list);
    str_free(&path);
    str_free(&sql);
}

static void an_archive_of_the_first_version_is_brought_up(void **state) {
    (void)state;
    struct place place;
    struct str out = {0}, before = {0};
    if (places_on_server()) skip(); /* no table has changed there */
    place_make(&place);
    place_write_many(&place, 60);
    place_write(&place, "lama/a.md", "Tanggul", "2024-09-09", "", DIKE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "", DIKE);
    place_run(&place, "periksa --only archive @naskah.md -f json", 0, &before);
    assert_non_null(strstr(str_text(&before), "archive.copy"));
    write_as_before(&place);
    place_complains(&place, "periksa @naskah.md", &out);
    assert_non_null(strstr(str_text(&out), "Sunting yang lebih lama"));
    assert_non_null(strstr(str_text(&out), "sunting arsip rawat"));
    place_run(&place, "arsip tambah @lama", 0, &out);
    assert_string_equal(str_text(&out), "0 tulisan ditambahkan, 0 diganti, 61 tetap sama, 0 dilewati.\n");
    place_run(&place, "periksa --only archive @naskah.md -f json", 0, &out);
    assert_string_equal(str_text(&out), str_text(&before));
    place_is_whole(&place);
    place_remove(&place);
    str_free(&out);
    str_free(&before);
}

/* The house style of a draft's folder brings a language of its own. */
static void related_texts_beside_a_house_style(void **state) {
    (void)state;
    struct place place;
    struct str out = {0};
    place_make(&place);
    place_write(&place, "lama/a.md", "Tanggul", "2024-09-09", "", DIKE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    file_make(place.folder, ".sunting.yaml", SLICE("words:\n  - medsos\n"));
    place_write(&place, "naskah.md", "Naskah", "2026-11-20", "", DIKE);
    place_run(&place, "arsip terkait @naskah.md", 0, &out);
    assert_non_null(strstr(str_text(&out), "Tanggul"));
    place_remove(&place);
    str_free(&out);
}

/* Outside the folder it is read where the command line names it, and nowhere else. */
static void restricted_mode_reads_what_the_command_line_names(void **state) {
    (void)state;
    struct place place;
    struct str out = {0}, line = {0};
    if (!restrict_calls_possible() ||
        syscall(SYS_landlock_create_ruleset, NULL, 0, LANDLOCK_CREATE_RULESET_VERSION) < 1) {
        print_message("left out: no restricted mode here (kernel, container or processor)\n");
        skip();
    }
    setenv("ASAN_OPTIONS", "detect_leaks=0", 1); /* it reads /proc, which is closed then */
    place_make(&place);
    place_write(&place, "lama/a.md", "Tanggul", "2024-09-09", "", DIKE);
    place_run(&place, "arsip tambah @lama", 0, &out);
    path_of(&place, "kotak", &line);
    mkdir(str_text(&line), 0700);
    str_clear(&line);
    place_write(&place, "kotak/naskah.md", "Naskah", "2026-11-20", "", DIKE);
    place_run(&place, "periksa --restricted=@kotak naskah.md", 0, &out);
    assert_non_null(strstr(str_text(&out), "[archive.copy]"));
    place_complains(&place, "arsip tambah --restricted=@kotak naskah.md", &out);
    assert_non_null(strstr(str_text(&out), "Anda hanya boleh membaca arsip"));
    str_printf(&line, "arsip: %s%s\n", *place.archive ? place.archive : place.folder,
               *place.archive ? "" : "/arsip.db");
    file_make(place.folder, "kotak/pengaturan.yaml", str_slice(&line));
    str_clear(&line);
    str_printf(&line, "periksa --config=pengaturan.yaml --restricted=%s/kotak naskah.md", place.folder);
    program_complains(str_text(&line), &out);
    assert_non_null(strstr(str_text(&out), "ada di luar folder yang boleh dipakai"));
    unsetenv("ASAN_OPTIONS");
    place_remove(&place);
    str_free(&line);
    str_free(&out);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_rebuilt_archive_finds_the_same),
        cmocka_unit_test(what_does_not_agree_is_counted),
        cmocka_unit_test(every_text_with_an_error_is_listed),
        cmocka_unit_test(persons_and_related_texts),
        cmocka_unit_test(an_archive_does_not_move_into_itself),
        cmocka_unit_test(a_hostile_file_is_refused),
        cmocka_unit_test(an_archive_of_another_version_is_read_on),
        cmocka_unit_test(an_archive_of_the_first_version_is_brought_up),
        cmocka_unit_test(related_texts_beside_a_house_style),
        cmocka_unit_test(restricted_mode_reads_what_the_command_line_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
