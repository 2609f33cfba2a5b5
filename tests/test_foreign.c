/* spelling.foreign: the Indonesian word for it, or italics; what is at home in Indonesian is left alone. */
#include "check_text.h"
#include "spelling.h"

static void foreign_words(void **state) {
    static const struct spelling_case cases[] = {
        {"Bupati menghadiri launching aplikasi baru.", "launching", "peluncuran"},
        {"Para stakeholder diundang ke balai kota.", "stakeholder", "pemangku kepentingan"},
        {"Meeting digelar di aula.", "Meeting", "Rapat"},
        {"Panitia menyiapkan coffee break di teras.", "coffee break", "rehat kopi"},
        {"Dinas memakai speed camera baru.", "speed camera", "*speed camera*"},
        {"Bupati menghadiri *launching* aplikasi baru.", NULL, NULL},
        {"Kejahatan extra ordinary di kota.", "extra ordinary", "*extra ordinary*"},
        {"Kejahatan *extra ordinary* di kota.", NULL, NULL},
        {"Ujaran kebencian (*hate speech*) itu ditindak.", NULL, NULL},
        {"Kejahatan _extra ordinary_ atau ***hate speech*** di kota.", NULL, NULL},
        {"Kejahatan <i>extra ordinary</i> di kota.", NULL, NULL},
        {"Kejahatan **yang *extra ordinary* dan *hate speech***.", NULL, NULL},
        {"Kejahatan **extra ordinary** di kota.", "extra ordinary", "*extra ordinary*"},
        {"*Syarat berlaku bagi hate speech.", "hate speech", "*hate speech*"},
        {"Hasil 3 * 4 extra ordinary * 5.", "extra ordinary", "*extra ordinary*"},
        {"Rapat membahas stunting dan internet desa.", NULL, NULL},
        {"Film Return of the King diputar.", NULL, NULL},
        {"Nilainya dua juta dollar menurut dia.", NULL, NULL},
        {"Jalan sepanjang 3 km itu rusak.", NULL, NULL},
        {"Warga bergotong royong membersihkan saluran air.", NULL, NULL},
    };
    bench_cases(*state, RULE_SPELLING_FOREIGN, cases, sizeof cases / sizeof *cases);
}

/* Our affixes about a word that is English and nothing else. */
static void affixed(void **state) {
    static const struct spelling_case cases[] = {
        {"Operator mengupgrade server itu.", "mengupgrade", "meng-*upgrade*"},
        {"Data itu terupdate tiap hari.", "terupdate", "ter-*update*"},
        {"Petugas menginput data.", NULL, NULL},
        {"Warga mengamankan, mengalami, dan membagikan hal itu.", NULL, NULL},
        {"Lomba itu berhadiah Stand baru.", "Stand", "Stan"},
    };
    bench_cases(*state, RULE_SPELLING_FOREIGN, cases, sizeof cases / sizeof *cases);
}

/* What is said of Indonesian says nothing about a passage in English: no word of it, and no speaker. */
static void passages(void **state) {
    (void)state;
    static const char english[] =
        "\"We will keep the market open for everybody,\" the mayor said, and teh crowd was glad of it.\n";
    static const char in_both[] =
        "\"We will keep the market open,\" kata wali kota itu saat membuka pasar.\n";
    expect_findings(
        "spelling,typography,attribution,style", english,
        "\"We will keep the market open for everybody,\" the mayor said, and teh crowd was glad of it.");
    expect_findings("spelling,typography",
                    "Mesyuarat itu diadakan kerana aktiviti ini pentting bagi universiti.",
                    "Mesyuarat itu diadakan kerana aktiviti ini pentting bagi universiti.");
    expect_findings("spelling", "Manakala doktor itu meneliti projek ini, warga menunggu karna hujan.",
                    "projek>proyek;karna>karena");
    expect_findings("spelling", "Rapat itu ditunda karna aktiviti itu sepi.", "karna>karena;aktiviti");
    expect_findings("spelling", in_both, "will keep the market>*will keep the market*");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(affixed), cmocka_unit_test(foreign_words),
                                       cmocka_unit_test(passages)};
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
