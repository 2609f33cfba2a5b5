/* check/rules/attribution.c: what is told of a quotation that wants a speaker, and of a speaker who is new.
 */
#include "quoted.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void count_findings(struct language *language, const char *draft, enum rule_id rule, size_t expected) {
    struct text *text = quoted_text(draft);
    struct checker *checker = quoted_check(language, text);
    const struct findings *findings = checker_findings(checker);
    size_t count = 0;
    for (size_t i = 0; i < findings->list.count; i++)
        count += findings->list.items[i].rule == rule;
    assert_int_equal(count, expected);
    checker_free(checker);
    text_free(text);
}

static void speakers_are_introduced(void **state) {
    const enum rule_id rule = RULE_ATTRIBUTION_INTRODUCTION;
    count_findings(*state, "\"Airnya sudah surut,\" kata Yusnidar.", rule, 1);
    count_findings(*state, "\"Airnya sudah surut,\" kata Yusnidar.\n\n\"Syukurlah,\" kata Yusnidar.", rule,
                   1);
    count_findings(*state, "\"Airnya sudah surut,\" kata Yusnidar (45).", rule, 0);
    count_findings(*state, "Yusnidar (45 tahun) datang.\n\n\"Airnya sudah surut,\" kata Yusnidar.", rule, 0);
    count_findings(*state, "\"Airnya sudah surut,\" kata Yusnidar, warga Lolong.", rule, 0);
    count_findings(*state, "\"Airnya sudah surut,\" kata Camat Yusnidar.", rule, 0);
    count_findings(*state, "\"Airnya sudah surut,\" katanya.", rule, 0);
    count_findings(*state, "Camat Yusnidar datang.\n\n\"Airnya sudah surut,\" kata Yusnidar.", rule, 0);
    count_findings(*state,
                   "Yusnidar, penyuluh pertanian di Matur, datang.\n\n\"Airnya surut,\" kata Yusnidar.", rule,
                   0);
    count_findings(*state, "Head of Lokatrip Yusni Utama datang.\n\n\"Airnya surut,\" kata Yusni.", rule, 0);
    /* a slip or a short form of a name is no stranger */
    count_findings(*state, "Camat Yusnidar datang.\n\n\"Airnya sudah surut,\" kata Yusnidr.", rule, 0);
    count_findings(*state, "Camat Yusnidar datang.\n\n\"Airnya sudah surut,\" kata Yusni.", rule, 0);
    count_findings(*state, "Camat Yusnidar datang.\n\n\"Airnya sudah surut,\" kata Yusmaniar.", rule, 1);
}

/* Two marks that close: the second one is too many, and takes nobody's cue away. */
static void a_stray_mark_after_the_speaker(void **state) {
    count_findings(*state, "“Airnya sudah surut sejak pagi dan kami pulang,” kata Camat Yusnidar.”",
                   RULE_ATTRIBUTION_QUOTE, 0);
    count_findings(*state, "“Airnya sudah surut sejak pagi dan kami pulang,”", RULE_ATTRIBUTION_QUOTE, 1);
}

static void findings_name_the_likely_speaker(void **state) {
    struct text *text = quoted_text("Camat Yusnidar menjelaskan hal itu. \"Airnya sudah surut sejak pagi.\"");
    struct checker *checker = quoted_check(*state, text);
    const struct findings *findings = checker_findings(checker);
    assert_int_equal(findings->list.count, 1);
    assert_int_equal(findings->list.items[0].rule, RULE_ATTRIBUTION_IMPLICIT);
    assert_non_null(strstr(findings->list.items[0].message, "kata Yusnidar"));
    checker_free(checker);
    text_free(text);
}

static void a_thing_is_no_likely_speaker(void **state) {
    struct text *text =
        quoted_text("\"Dilarang mencuci di sini,\" demikian tulisan pada spanduk.\n\nWarga patuh.\n\n"
                    "\"Sekarang sungai kami sudah jauh lebih bersih.\"");
    struct checker *checker = quoted_check(*state, text);
    const struct findings *findings = checker_findings(checker);
    assert_int_equal(findings->list.count, 1);
    assert_null(strstr(findings->list.items[0].message, "spanduk"));
    checker_free(checker);
    text_free(text);
}

/* Who asks for something in the sentence before is the one who speaks; who opens something may be. */
static void the_sentence_before_suggests_the_speaker(void **state) {
    static const char quoted[] = "\n\n\"Semboyan itu harus menjadi tekad kita bersama mulai hari ini.\"";
    static const char *const asks[] = {"mengajak", "mengimbau", "meminta", "mengatakan"};
    struct str draft = {0};
    for (size_t i = 0; i < sizeof asks / sizeof *asks; i++) {
        str_clear(&draft);
        str_printf(&draft, "Camat Yusnidar %s warga menjaga parit itu.%s", asks[i], quoted);
        count_findings(*state, str_text(&draft), RULE_ATTRIBUTION_IMPLICIT, 1);
        count_findings(*state, str_text(&draft), RULE_ATTRIBUTION_QUOTE, 0);
    }
    str_clear(&draft);
    str_printf(&draft, "Camat Yusnidar membuka lomba itu.%s", quoted);
    count_findings(*state, str_text(&draft), RULE_ATTRIBUTION_QUOTE, 1);
    str_free(&draft);
}

/* A passage of its own is surely speech in a draft that quotes somebody twice, or when it speaks of itself;
 * elsewhere it may be a saying or a passage of a text, and among other sentences a reader may know who goes
 * on, but for a comma after which something is lost. */
static void the_draft_shows_whether_a_speaker_is_missing(void **state) {
    static const char law[] = "\n\n\"Informasi yang terbuka makin mudah diawasi oleh publik.\"\n\nSekian.";
    static const char own[] = "\n\n\"Kami membuka semua informasi untuk publik di daerah\".\n\nSekian.";
    static const char beside[] = "\n\nParit penuh. \"Air turun ke kali lama di sana.\"\n\nSekian.";
    static const char cut[] = "\n\nParit penuh. \"Air turun ke kali lama di sana,\"\n\nSekian.";
    static const char once[] = "\"Kami siap,\" kata Yusnidar.\n\nHujan turun. Parit penuh lumpur.";
    static const char office[] = "\"Kami siap,\" kata Camat Yusnidar.\n\nHujan turun. Parit penuh lumpur.";
    static const char twice[] =
        "\"Kami siap,\" kata Camat Yusnidar. \"Alat ada,\" kata Yusnidar.\n\nHujan turun.";
    static const char read_out[] =
        "\"Kami siap,\" kata Camat Yusnidar. \"Alat ada,\" kata Yusnidar.\n\nPasal 3 berbunyi:\n\n>";
    static const struct {
        const char *head, *quoted;
        size_t errors;
    } cases[] = {{"Apa itu informasi?", law, 0},
                 {"Apa itu informasi?", own, 1},
                 {once, law, 0},
                 {once, own, 1},
                 {office, law, 1},
                 {twice, law, 1},
                 {read_out, law, 0},
                 {twice, beside, 0},
                 {twice, cut, 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str draft = {0};
        str_printf(&draft, "%s%s", cases[i].head, cases[i].quoted);
        count_findings(*state, str_text(&draft), RULE_ATTRIBUTION_QUOTE, cases[i].errors);
        count_findings(*state, str_text(&draft), RULE_ATTRIBUTION_IMPLICIT, 1 - cases[i].errors);
        str_free(&draft);
    }
}

/* An essay or a story: the writer heard it. */
static void a_writer_who_tells_of_himself_is_asked_for_no_speaker(void **state) {
    static const struct {
        const char *draft;
        size_t findings;
    } cases[] = {
        {"Pagi itu saya ke pasar.\n\n\"Cabai naik lagi sejak kemarin, Pak.\"\n\nSaya pulang tanpa cabai.", 0},
        {"Pagi itu saya ke pasar.\n\n\"Cabai naik lagi sejak kemarin, Pak.\"\n\nPedagang pulang.", 1},
        {"\"Kamu mau ikut ke sungai besok?\"\n\nSari diam.\n\n\"Kalau kamu takut, biar aku saja.\"", 0},
        {"\"Kamu mau ikut ke sungai besok?\"\n\nSari diam.", 1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text *text = quoted_text(cases[i].draft);
        struct checker *checker = quoted_check(*state, text);
        assert_int_equal(checker_findings(checker)->list.count, cases[i].findings);
        checker_free(checker);
        text_free(text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_sentence_before_suggests_the_speaker),
        cmocka_unit_test(the_draft_shows_whether_a_speaker_is_missing),
        cmocka_unit_test(a_writer_who_tells_of_himself_is_asked_for_no_speaker),
        cmocka_unit_test(speakers_are_introduced),
        cmocka_unit_test(a_stray_mark_after_the_speaker),
        cmocka_unit_test(findings_name_the_likely_speaker),
        cmocka_unit_test(a_thing_is_no_likely_speaker),
    };
    return cmocka_run_group_tests(tests, quoted_setup, quoted_teardown);
}
