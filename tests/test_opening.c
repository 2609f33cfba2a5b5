/* What a reader sees first: title, lead, dateline; and paragraphs that fill a telephone. */
#include "check_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

#define TITLE "# Warga Pesisir Ikut Latihan Evakuasi\n\n"
#define TEN "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh "

static void test_dateline(void **state) {
    (void)state;
    static const struct {
        const char *draft, *found;
    } cases[] = {
        {TITLE "PADANG — Warga pesisir berlari ke bukit terdekat.\n", ""},
        {TITLE "Padang, Humas – Warga pesisir berlari ke bukit terdekat.\n", ""},
        {TITLE "PADANG - Warga pesisir berlari ke bukit terdekat.\n", "->—"},
        {TITLE "PADANG- Warga pesisir berlari ke bukit terdekat.\n", "-> —"},
        {TITLE "Padang, Humas -- Warga pesisir berlari ke bukit.\n", "-->—"},
        {TITLE "Padang,--Warga pesisir berlari ke bukit terdekat.\n", "--> — "},
        {TITLE "Padang (13/12) -Warga pesisir berlari ke bukit.\n", "->— "},
        {TITLE "Warga pesisir berlari ke bukit terdekat kemarin.\n", "Warga"},
        /* A place and a word in one: typography.hyphen speaks of it. */
        {TITLE "PADANG-Warga pesisir berlari ke bukit terdekat.\n", ""},
        /* No lead yet. */
        {TITLE "SIARAN PERS\n\nNomor: 12/2026\n\nPADANG — Warga pesisir berlari ke bukit itu.\n", ""},
        {TITLE "![Warga pesisir berlari ke bukit terdekat](a.jpg)\n\nPADANG — Warga ikut latihan di bukit.\n",
         ""},
        {TITLE "Bupati hadir - acara ramai sekali, kata warga.\n", "Bupati"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_findings("style.dateline", cases[i].draft, cases[i].found);
}

static void test_lead_of_title(void **state) {
    (void)state;
    static const struct {
        const char *draft, *found;
    } cases[] = {
        {TITLE "PADANG — Warga pesisir ikut latihan evakuasi.\n",
         "PADANG — Warga pesisir ikut latihan evakuasi."},
        {"---\ntitle: Warga Pesisir Ikut Latihan Evakuasi\n---\n\nEvakuasi: warga pesisir ikut latihan lagi.\n",
         "Evakuasi: warga pesisir ikut latihan lagi."},
        /* Five words of six are in both; five of seven are not four in five. */
        {TITLE "Kemarin warga pesisir ikut latihan evakuasi.\n",
         "Kemarin warga pesisir ikut latihan evakuasi."},
        {TITLE "Kemarin pagi warga pesisir ikut latihan evakuasi.\n", ""},
        {TITLE "Seribu orang berlari ke bukit kemarin pagi.\n", ""},
        /* A title of three words says too little to be copied. */
        {"# Warga Ikut Latihan\n\nPADANG — Warga ikut latihan itu.\n", ""},
        {"PADANG — Warga pesisir ikut latihan evakuasi.\n", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_findings("style.lead_title", cases[i].draft, cases[i].found);
}

static void test_lead_of_event(void **state) {
    (void)state;
    static const struct {
        const char *draft, *found;
    } cases[] = {
        {"PADANG — Wali kota menghadiri acara pelatihan di balai warga.\n", "menghadiri"},
        {"Bupati bersama camat membuka langsung rapat itu kemarin pagi.\n", "membuka"},
        {"PADANG — Warga wajib memilah sampah mulai Januari setelah rapat digelar.\n", ""},
        {"PADANG — Wali kota membuka jalan baru bagi warga dua kampung.\n", ""},
        {"PADANG — Jalan baru selesai. Wali kota menghadiri acara pembukaannya kemarin.\n", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_findings("style.lead_event", cases[i].draft, cases[i].found);
}

static void test_facts_of_lead(void **state) {
    (void)state;
#define NOWHEN "Warga kota akan memilah sampah sendiri di rumah."
    static const struct {
        const char *draft, *found;
    } cases[] = {
        {NOWHEN "\n", NOWHEN},
        {"PADANG — " NOWHEN "\n", "PADANG — " NOWHEN},
        {"PADANG — Warga kota akan memilah sampah mulai Senin.\n", ""},
        {"Warga kota akan memilah sampah di Padang besok pagi.\n", ""},
        {"Warga akan memilah sampah di rumah (6/1/2025) lagi.\n",
         "Warga akan memilah sampah di rumah (6/1/2025) lagi."},
        {"Warga Desa Lubuk akan memilah sampah mulai 6 Januari.\n", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_findings("style.lead_facts", cases[i].draft, cases[i].found);
}

static void test_paragraph(void **state) {
    (void)state;
    expect_findings("style.paragraph",
                    "Warga " TEN TEN TEN TEN "kata. Lalu " TEN TEN TEN TEN TEN
                    "akhir kata itu dia kini saja pula.\n",
                    "");
    expect_findings("style.paragraph",
                    "Warga " TEN TEN TEN TEN "kata. Lalu " TEN TEN TEN TEN TEN
                    "akhir kata itu dia kini saja pula. Ya.\n",
                    "Warga");
    /* One sentence that long is told as such. */
    expect_findings("style.paragraph", "Warga " TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN "kata.\n", "");
    expect_findings("style.paragraph",
                    "- Warga " TEN TEN TEN TEN TEN "kata. Lalu " TEN TEN TEN TEN TEN TEN "ini.\n", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dateline),      cmocka_unit_test(test_lead_of_title),
        cmocka_unit_test(test_lead_of_event), cmocka_unit_test(test_facts_of_lead),
        cmocka_unit_test(test_paragraph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
