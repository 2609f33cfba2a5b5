/* check/spacing.c, pairs.c, number.c, capital.c: typography.*. */
#include "check/checker.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Each finding as "text>suggestion", with ; between; no > where there is no suggestion. */
static void assert_found(const char *rules, const char *draft, const char *expected) {
    bool enabled[RULE_COUNT] = {0};
    assert_true(rules_select(enabled, slice_of(rules), true, NULL));
    struct language *language = language_new("dictionaries", LANG_ID);
    struct text *text = text_from(slice_copy(slice_of(draft)), strlen(draft));
    struct checker *checker = checker_new(language, LANG_ID, enabled);
    checker_attach(checker, text);
    checker_run(checker, 0, NULL, NULL);
    const struct findings *findings = checker_findings(checker);
    struct str got = {0};
    for (size_t i = 0; i < findings->list.count; i++) {
        const struct finding *f = &findings->list.items[i];
        if (i) str_append_byte(&got, ';');
        text_copy(text, f->start, f->end, &got);
        if (f->suggestions.count) str_printf(&got, ">%s", f->suggestions.items[0]);
    }
    assert_string_equal(str_text(&got), expected);
    str_free(&got);
    checker_free(checker);
    text_free(text);
    language_free(language);
}

static void spaces(void **state) {
    (void)state;
    const char *rule = "typography.space";
    assert_found(rule, "Rapat itu ,kata camat.", "itu ,>itu,");
    assert_found(rule, "Rapat itu,kata camat.", "itu,kata>itu, kata");
    assert_found(rule, "Rapat  itu selesai.", "Rapat  itu>Rapat itu");
    assert_found(rule, "Kami di sini.Padang aman.", "sini.Padang>sini. Padang");
    assert_found(rule, "Acara ditutup di Padang.(rel/tsa)", "Padang.(>Padang. (");
    assert_found(rule, "Pukul 16.00 WIB.(hm.ys)", "WIB.(>WIB. (");
    assert_found(rule, "Rapat ( baik ) selesai.", "( baik>(baik;baik )>baik)");
    /* none of these is wrong */
    assert_found(rule, "Pukul 10.30, skor 2:1, S.Sos., Kompas.com, padang.go.id, H.Agus, a.n. camat.", "");
    assert_found(rule, "Hari : Senin\n\n\"Kami siap,\" katanya... ya :) dan Rp1.000,00; selesai.", "");
    assert_found(rule, "Rapat ini\ndiadakan camat.", "");
}

static void doubled_marks(void **state) {
    (void)state;
    assert_found("typography.doubled", "Selamat datang!!! Acara dimulai.. Ya,, benar", "!!!>!;..>.;,,>,");
    assert_found("typography.doubled", "Apa?! Nanti... Selesai.", "");
}

static void pairs(void **state) {
    (void)state;
    const char *rule = "typography.pair";
    assert_found(rule, "Ia berkata, \"Kami siap.\n\nCamat pulang.", "\"");
    assert_found(rule, "Kota (Padang ramai. Kota Solok) sepi.", "");
    assert_found(rule, "Kota (Padang ramai. Kota Solok sepi.", "(");
    assert_found(rule, "Kota Padang) ramai.", ")");
    /* every paragraph opens again, the last one closes */
    assert_found(rule, "\"Kami siap. Semua ada.\n\n\"Kami tunggu,\" kata Rina.", "");
    assert_found(rule, "Syaratnya: a) KTP; 2) KK. \"Kami siap,\" kata Rina (40).", "");
}

static void numbers(void **state) {
    (void)state;
    assert_found("typography.number", "Naik 5.2 persen menjadi 1.500 persen pada pukul 10.30.", "5.2>5,2");
    assert_found("typography.number", "HUT ke 80, tahun ke lima, era 2000an.",
                 "ke 80>ke-80;ke lima>kelima;2000an>2000-an");
    assert_found("typography.number", "Pergi ke dua desa dan ke 12 nagari.", "");
    assert_found("typography.number", "Biayanya Rp. 40 juta, bukan Rp 35 juta.", "Rp.>Rp");
    assert_found("typography.money", "Rp 1.000, Rp. 2.000, rp3.000, Rp4.000,- dan Rp5.000,00.",
                 "Rp 1.000>Rp1.000;Rp. 2.000>Rp2.000;rp3.000>Rp3.000;Rp4.000,->Rp4.000");
}

static void capitals(void **state) {
    (void)state;
    const char *rule = "typography.capital";
    assert_found(rule, "Pada 12 oktober umat islam dan suku minang hadir.",
                 "oktober>Oktober;islam>Islam;minang>Minang");
    assert_found(rule, "Acara selesai malam ini. semua peserta sudah pulang.", "semua>Semua");
    assert_found(rule, "Rapat rabu (12/3/2025) pukul 09.00 wib, lalu minggu 16 Maret.",
                 "rabu>Rabu;wib>WIB;minggu>Minggu");
    assert_found("typography.capital,spelling.unknown", "Pada hari kamis kami rapat.", "kamis>Kamis");
    assert_found(rule, "Nabi saw. bersabda demikian. Allah Swt. berfirman demikian.", "");
    assert_found(rule, "Dalam minggu 3 kali rapat.", "");
    assert_found(rule, "Orangutan sumatera makan gula jawa pada maret yang minggu.", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spaces),  cmocka_unit_test(doubled_marks), cmocka_unit_test(pairs),
        cmocka_unit_test(numbers), cmocka_unit_test(capitals),
    };
    return cmocka_run_group_tests_name("typography", tests, NULL, NULL);
}
