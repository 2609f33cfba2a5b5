/* training/prepare, roster, csv: a class from the list that a trainer has. */
#include "training/classroom.h"
#include "training/roster.h"

#include "base/file.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

/* What came out of a CSV: "login name / office" a line. */
static void read_list(struct slice bytes, struct roster *roster, struct str *told, struct str *people) {
    char *folder = folder_make();
    struct str path = {0};
    struct error e = {0};
    str_printf(&path, "%s/daftar.csv", folder);
    file_make(folder, "daftar.csv", bytes);
    bool ok = roster_add(roster, str_text(&path), told, &e);
    str_clear(people);
    if (ok)
        vec_each(const struct roster_person, p, &roster->people)
            str_printf(people, "%s %s / %s\n", str_text(&p->login), str_text(&p->name), str_text(&p->office));
    else
        str_append(people, str_slice(&e.text));
    error_free(&e);
    str_free(&path);
    folder_remove(folder);
}

static void lists_as_trainers_make_them(void **state) {
    static const struct {
        struct slice csv;
        const char *people;
    } rows[] = {
        /* Excel in Indonesia: semicolons, a byte order mark, CRLF, a title above, a sum below */
        {SLICE("\xef\xbb\xbf"
               "DAFTAR PESERTA;;\r\n;;\r\nNo;Nama Lengkap;Instansi\r\n"
               "1;\"Dr. H. Dedi Putra, S.E., M.Si.\";Dinas Kominfo\r\n2;Rina   Susanti;Bagian Humas\r\n"
               ";;\r\n;Jumlah: 2;\r\n3;;\r\n"),
         "peserta01 Dr. H. Dedi Putra, S.E., M.Si. / Dinas Kominfo\npeserta02 Rina Susanti / Bagian Humas\n"},
        {SLICE("Nama Dinas,Nama\nDinas Sosial,\"Putri, S.Sos.\"\n"),
         "peserta01 Putri, S.Sos. / Dinas Sosial\n"},
        {SLICE("sep=,\r\nNama,OPD\r\nPutri,Bappeda\r\n"), "peserta01 Putri / Bappeda\n"},
        {SLICE("1\tPutri\tBappeda\n2\tBudi\tRSUD \"Bunda\"\n"),
         "peserta01 Putri / Bappeda\npeserta02 Budi / RSUD Bunda\n"},
        {SLICE("Nama;Unit Kerja\n\"Siti\nAminah\";\"RSUD \"\"Bunda\"\"\"\n"),
         "peserta01 Siti Aminah / RSUD \"Bunda\"\n"},
        {SLICE("\xff\xfeN\0a\0m\0a\0\n\0P\0u\0t\0r\0i\0\n\0"), "peserta01 Putri / \n"},
        {SLICE("Nama;Kantor\nRen\xe9"
               "e Luk\xe9;Kominfo\n"),
         "peserta01 Ren\xc3\xa9"
         "e Luk\xc3\xa9 / Kominfo\n"},
        {SLICE("Putri\nBudi\n"), "peserta01 Putri / \npeserta02 Budi / \n"},
    };
    (void)state;
    struct str told = {0}, people = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct roster roster = {0};
        read_list(rows[i].csv, &roster, &told, &people);
        assert_string_equal(str_text(&people), rows[i].people);
        roster_free(&roster);
    }
    str_free(&told);
    str_free(&people);
}

static void nobody_is_made_twice_and_nobody_is_left_out(void **state) {
    (void)state;
    struct roster roster = {0};
    struct str told = {0}, people = {0};
    read_list(
        SLICE("Nama;Kantor\nDedi Putra, S.E.;Kominfo\nDEDI PUTRA, s.e.;kominfo\nDr. Dedi Putra;Kominfo\n"
              "Dedi Putra, S.E.;Humas\n"),
        &roster, &told, &people);
    assert_string_equal(str_text(&people), "peserta01 Dedi Putra, S.E. / Kominfo\npeserta02 Dr. Dedi Putra / "
                                           "Kominfo\npeserta03 Dedi Putra, S.E. / Humas\n");
    assert_non_null(strstr(str_text(&told), "Baris 3: DEDI PUTRA, s.e. sudah ada sebagai peserta01"));
    assert_non_null(strstr(str_text(&told), "Baris 4: Dr. Dedi Putra mungkin orang yang sama"));
    char *password = slice_copy(str_slice(&roster.people.items[0].password));
    str_clear(&told);
    read_list(SLICE("Nama;Kantor\nDedi Putra, S.E.;Humas\nOrang Baru;Humas\nDedi Putra, S.E.;Kominfo\n"),
              &roster, &told, &people);
    assert_int_equal(roster.people.count, 4);
    assert_string_equal(str_text(&roster.people.items[3].login), "peserta04");
    assert_string_equal(str_text(&roster.people.items[0].password), password);
    assert_int_equal(told.len, 0);
    free(password);
    roster_free(&roster);
    str_free(&told);
    str_free(&people);
}

static void a_workbook_is_refused(void **state) {
    (void)state;
    struct roster roster = {0};
    struct str told = {0}, people = {0};
    read_list(SLICE("PK\3\4\24\0\6\0\10\0\0\0!\0"), &roster, &told, &people);
    assert_non_null(strstr(str_text(&people), "bukan CSV"));
    read_list(SLICE("No;Nama\n1;\n2;\n"), &roster, &told, &people);
    assert_non_null(strstr(str_text(&people), "tidak ada nama peserta"));
    roster_free(&roster);
    str_free(&told);
    str_free(&people);
}

/* Two words and two digits, and no two are alike. */
static void passwords_can_be_read(void **state) {
    (void)state;
    struct roster roster = {0};
    struct str csv = {0}, told = {0}, people = {0};
    for (int i = 0; i < 50; i++)
        str_printf(&csv, "Orang %c%c\n", 'A' + i / 10, 'A' + i % 10);
    read_list(str_slice(&csv), &roster, &told, &people);
    assert_int_equal(roster.people.count, 50);
    for (size_t i = 0; i < 50; i++) {
        const struct str *password = &roster.people.items[i].password;
        assert_in_range(password->len, 8, 16);
        for (size_t k = 0; k < password->len; k++)
            assert_true(k + 2 < password->len ? password->data[k] >= 'a' && password->data[k] <= 'z'
                                              : password->data[k] >= '0' && password->data[k] <= '9');
        for (size_t k = 0; k < i; k++)
            assert_false(slice_equal(str_slice(password), str_slice(&roster.people.items[k].password)));
    }
    roster_free(&roster);
    str_free(&csv);
    str_free(&told);
    str_free(&people);
}

static void expect_mode(const char *folder, const char *name, mode_t mode) {
    struct str path = {0};
    struct stat st;
    str_printf(&path, "%s/%s", folder, name);
    if (stat(str_text(&path), &st) != 0) fail_msg("%s", str_text(&path));
    if ((st.st_mode & 0777) != mode) fail_msg("%s: %o", str_text(&path), (unsigned)st.st_mode & 0777);
    str_free(&path);
}

static void a_class_is_made(void **state) {
    (void)state;
    char *folder = folder_make();
    struct str line = {0}, out = {0}, path = {0};
    file_make(folder, "daftar.csv", SLICE("Nama;Kantor\nRina <b>;Kominfo\nBudi;Humas\n"));
    str_printf(&line, "latihan --lang id --host bimtek.example --siapkan %s/kelas1/ %s/daftar.csv", folder,
               folder);
    assert_int_equal(program_run(str_text(&line), NULL, &out), 0);
    assert_non_null(strstr(str_text(&out), "2 peserta dibuat, 0 sudah ada"));
    expect_mode(folder, "kelas1", 0711);
    expect_mode(folder, "kelas1/daftar.tsv", 0600);
    expect_mode(folder, "kelas1/lembar.html", 0600);
    expect_mode(folder, "kelas1/akun.sh", 0700);
    expect_mode(folder, "kelas1/kelas", 0755);
    expect_mode(folder, "kelas1/kelas/latihan/07-di-dan-ke.md", 0644);
    expect_mode(folder, "kelas1/peserta01", 0711);
    expect_mode(folder, "kelas1/peserta02/naskah", 0700);
    str_printf(&path, "%s/kelas1/lembar.html", folder);
    str_clear(&out);
    assert_true(file_read(str_text(&path), 1 << 20, &out, NULL));
    assert_non_null(strstr(str_text(&out), "bimtek.example"));
    assert_non_null(strstr(str_text(&out), "Rina &lt;b&gt;"));
    assert_null(strstr(str_text(&out), "http"));
    str_clear(&line);
    str_printf(&line, "latihan --siapkan '%s/dua kata' %s/daftar.csv", folder, folder);
    assert_int_equal(program_complains(str_text(&line), &out), 2);
    assert_int_equal(program_complains("latihan --siapkan kelas", &out), 2);
    str_free(&line);
    str_free(&out);
    str_free(&path);
    folder_remove(folder);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(lists_as_trainers_make_them),
                                       cmocka_unit_test(nobody_is_made_twice_and_nobody_is_left_out),
                                       cmocka_unit_test(a_workbook_is_refused),
                                       cmocka_unit_test(passwords_can_be_read),
                                       cmocka_unit_test(a_class_is_made)};
    return cmocka_run_group_tests_name("prepare", tests, NULL, NULL);
}
