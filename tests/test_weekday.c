/* check/rules/weekday.c, calendar.c: fact.weekday. */
#include "check/rules/calendar.h"
#include "check_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void assert_found(const char *draft, const char *expected) {
    expect_findings("fact.weekday", draft, expected);
}

static void right_dates(void **state) {
    (void)state;
    assert_found("Rapat Jumat (13/12/2024), Senin malam (2/12/2024), dan Selasa, 3 Desember 2024.", "");
    assert_found("Sidang Senin–Rabu (4–6/11/2024) dan Sabtu-Minggu (30/11-1/12/2024).", "");
    assert_found("Pada hari Senin tanggal 4 November 2024; Ahad 1 Desember 2024; Jum'at (13-12-2024).", "");
    /* no year, none borrowed; a week; a letter number; a weekday with a range */
    assert_found("Pada 2024, Jumat (26/2) dan Kamis (2/5). Sejak minggu (2/12/2024). Nomor 45/13/2024.", "");
    assert_found("Senin (4-6/11/2024). Buka Senin, 24 jam. 29 Februari 2024.", "");
}

static void wrong_weekdays(void **state) {
    (void)state;
    assert_found("Rapat Kamis (13/12/2024).", "Kamis (13/12/2024)>Jumat (13/12/2024)");
    assert_found("Rapat Kamis 13 Desember 2024 di aula.", "Kamis 13 Desember 2024>Jumat 13 Desember 2024");
    assert_found("Rapat Kamis, 13 Desember 2024.", "Kamis, 13 Desember 2024>Jumat, 13 Desember 2024");
    assert_found("Rapat Kamis malam (13/12/2024).", "Kamis malam (13/12/2024)>Jumat malam (13/12/2024)");
    assert_found("Malam Ahad, 1 Mei 1999. Sabtu malam Ahad, 1 Mei 1999. Malam Ahad, 2 Mei 1999.", "");
    assert_found("Malam Ahad, 4 Mei 1999.", "Ahad, 4 Mei 1999>Selasa, 4 Mei 1999");
    assert_found("Hari Kamis tanggal 13-12-2024.", "Kamis tanggal 13-12-2024>Jumat tanggal 13-12-2024");
    assert_found("Senin–Kamis (4–6/11/2024)", "Senin–Kamis (4–6/11/2024)>Senin–Rabu (4–6/11/2024)");
    assert_found("Selasa-Rabu (4-6/11/2024)", "Selasa-Rabu (4-6/11/2024)>Senin-Rabu (4-6/11/2024)");
    assert_found("Senin dan Selasa, 14 dan 15 Januari 2024",
                 "Senin dan Selasa, 14 dan 15 Januari 2024>Minggu dan Senin, 14 dan 15 Januari 2024");
    assert_found("Jum’at–Sabtu (4–5/11/2024)", "Jum’at–Sabtu (4–5/11/2024)>Senin–Selasa (4–5/11/2024)");
    assert_found("Pada 13 Desember 2024 (Kamis).", "13 Desember 2024 (Kamis>13 Desember 2024 (Jumat");
    assert_found("Jum'at (12/12/2024) dan Minggu, 2 Desember 2024",
                 "Jum'at (12/12/2024)>Kamis (12/12/2024);Minggu, 2 Desember 2024>Senin, 2 Desember 2024");
}

static void impossible_dates(void **state) {
    (void)state;
    assert_found("Rapat Rabu (31/2/2024).", "31/2/2024");
    assert_found("Rapat pada 30 Februari di aula, 31 April 2024, dan 29 Februari 2023.",
                 "30 Februari;31 April 2024;29 Februari 2023");
    assert_found("Ada 45 Mei dan 31 Mei, serta 29 Februari.", "");
}

static void years_that_fit(void **state) {
    (void)state;
    assert_int_equal(year_with_weekday(&(struct date){13, 12, 2024}, 4 /* right already: another year */),
                     2019);
    assert_int_equal(year_with_weekday(&(struct date){13, 12, 2024}, 3), 2029);
    assert_int_equal(year_with_weekday(&(struct date){8, 9, 3020}, 1), 2020);
    assert_int_equal(date_weekday(&(struct date){1, 1, 2000}), 5);
    assert_int_equal(date_weekday(&(struct date){29, 2, 2024}), 3);
    assert_false(date_exists(&(struct date){29, 2, 1900}));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(right_dates),
        cmocka_unit_test(wrong_weekdays),
        cmocka_unit_test(impossible_dates),
        cmocka_unit_test(years_that_fit),
    };
    return cmocka_run_group_tests_name("weekday", tests, NULL, NULL);
}
