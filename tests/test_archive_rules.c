/* An archive knows by which rules its texts were entered. */
#include "archives.h"
#include "program.h"

#include <setjmp.h>
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

/* What the archive said of its rules (the list of words, and RULES of src/archive/archive.c) when these texts
 * had these prints. Where the prints alone are others, sentences are cut or words read in another way: an
 * archive from before then lacks them without knowing it, so RULES is to be raised. After that, or with
 * another list of words, both are renewed here. */
static const struct { const char *rules, *prints; } known = {"3d452d7f41db279d-5", "e3fa08e65c5bb68f"};

static const char sentences[] =
    "LUHUR – Wakil Bupati Luhur, dr. H. Rahmat Hidayat, M.Kes., meninjau Jl. Melati No. 7 pukul 08.30 WIB. \"Jalan ini "
    "dipakai warga tiga desa. Kami perbaiki bulan ini!\" ujarnya, Jumat (20/11/2026). Menurut Kepala Dinas PUPR Sari "
    "Dewi, S.T., anggaran yang disiapkan Rp1,25 miliar, naik 4,5 persen dari tahun lalu. Hadir a.n. camat, Sdr. Budi; "
    "lihat luhurkab.go.id. 1. Pendaftaran dibuka di kantor desa. 2. Berkas diserahkan paling lambat tgl. 30 November. "
    "Apakah warga puas? \"Sudah lama kami menunggu...\" kata Ketua RT 03/RW 05 itu.";

static int append_row(void *context, int count, char **columns, char **names) {
    struct str *out = context;
    (void)names;
    for (int i = 0; i < count; i++)
        str_printf(out, "%s%s", out->len ? " " : "", columns[i]);
    return 0;
}

static void ask(const struct place *place, const char *sql, struct str *out) {
    struct str path = {0};
    sqlite3 *db;
    str_clear(out);
    str_printf(&path, "%s/arsip.db", place->folder);
    assert_int_equal(sqlite3_open(str_text(&path), &db), SQLITE_OK);
    assert_int_equal(sqlite3_exec(db, sql, append_row, out, NULL), SQLITE_OK);
    assert_int_equal(sqlite3_close(db), SQLITE_OK);
    str_free(&path);
}

static void other_prints_are_other_rules(void **state) {
    (void)state;
    struct place place;
    struct str rules = {0}, rows = {0}, prints = {0};
    place_make(&place);
    place_sql(&place, "UPDATE arsip SET nilai = '0000000000000001' WHERE kunci = 'garam'");
    place_write_many(&place, 10);
    place_write(&place, "lama/jalan.md", "Jalan Desa", "2026-11-20", "", sentences);
    place_run(&place, "arsip tambah @lama", 0, &rows);
    ask(&place, "SELECT nilai FROM arsip WHERE kunci = 'kata'", &rules);
    ask(&place, "SELECT hex(isi) FROM jejak ORDER BY k", &rows);
    assert_true(rows.len > 1000);
    str_printf(&prints, "%016llx", (unsigned long long)slice_hash(str_slice(&rows)));
    place_remove(&place);
    if (strcmp(str_text(&rules), known.rules) != 0 || strcmp(str_text(&prints), known.prints) != 0)
        fail_msg("rules \"%s\", prints \"%s\"; known are \"%s\", \"%s\"", str_text(&rules), str_text(&prints),
                 known.rules, known.prints);
    str_free(&rules);
    str_free(&rows);
    str_free(&prints);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(other_prints_are_other_rules)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
