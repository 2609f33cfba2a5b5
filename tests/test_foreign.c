/* spelling.foreign: the Indonesian word for it, or italics; what is at home in Indonesian is left alone. */
#include "spelling.h"

static void foreign_words(void **state) {
    static const struct spelling_case cases[] = {
        {"Bupati menghadiri launching aplikasi baru.", "launching", "peluncuran"},
        {"Para stakeholder diundang ke balai kota.", "stakeholder", "pemangku kepentingan"},
        {"Meeting digelar di aula.", "Meeting", "Rapat"},
        {"Panitia menyiapkan coffee break di teras.", "coffee break", "rehat kopi"},
        {"Dinas memakai speed camera baru.", "speed camera", "*speed camera*"},
        {"Bupati menghadiri *launching* aplikasi baru.", NULL, NULL},
        {"Rapat membahas stunting dan internet desa.", NULL, NULL},
        {"Film Return of the King diputar.", NULL, NULL},
        {"Nilainya dua juta dollar menurut dia.", NULL, NULL},
        {"Jalan sepanjang 3 km itu rusak.", NULL, NULL},
        {"Warga bergotong royong membersihkan saluran air.", NULL, NULL},
    };
    bench_cases(*state, RULE_SPELLING_FOREIGN, cases, sizeof cases / sizeof *cases);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(foreign_words)};
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
