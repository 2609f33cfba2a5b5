/* check/pattern: what a pattern matches, and what is said of one that is none. */
#include "check/pattern/pattern.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static struct language *language;

/* A pattern, and a sentence where what it reports stands in <<...>>; without them it must not match. */
static const struct {
    const char *pattern, *text;
} cases[] = {
    {"kata", "Ada <<kata>> di sini."},
    {"kata", "<<KATA>> itu penting."},
    {"kata", "Ada perkataan di sini."},
    {"\"Rp\"", "Harganya <<Rp>>5.000."},
    {"\"Rp\"", "Harganya rp5.000."},
    {"dalam rangka", "Rapat <<dalam rangka>> evaluasi."},
    {"dalam rangka", "Rapat dalam sebuah rangka."},
    {"<people>", "Ia berbahasa <<Minang>>."},
    {"# (persen|%)", "Sebanyak <<67 persen>> warga."},
    {"# (persen|%)", "Sebanyak <<67%>> warga."},
    {"# persen", "Sebanyak 67 warga."},
    {"#4", "Pada <<2024>> ada 12 atau 12.345."},
    {"08~&#10-13", "Hubungi <<081234567890>> saja, bukan 12."},
    {"di~kan", "Hal itu <<disampaikan>> bupati."},
    {"di~kan", "Hal itu disampaik bupati."},
    {"~nya", "Kata <<bupatinya>> begitu."},
    {"para ULANG", "<<Para warga-warga>> sana-sini, sayur-sayuran."},
    {"jual ULANG", "Ia <<jual sayur-sayuran>>."},
    {"KAPITAL KAPITAL", "<<Padang Panjang>> ramai."},
    {"NAMA", "Di <<Padang>> ramai."},
    {"NAMA", "Padang ramai."},
    {"BESAR", "Kata <<BPS>> begitu."},
    {"pada hari =,", "Datang <<pada hari,>> Senin."},
    {"pada hari _,", "Datang <<pada hari ,>> Senin."},
    {"pada hari _,", "Datang pada hari, Senin."},
    {"banyak ..2 menilai", "<<Banyak orang tua menilai>> begitu."},
    {"banyak ..2 menilai", "Banyak orang tua murid menilai begitu."},
    {"banyak .. menilai", "<<Banyak orang tua murid di sana menilai>> begitu."},
    {"banyak [pihak] menilai", "Banyak <<pihak>> menilai begitu."},
    {"sangat !(baik|besar)", "Ini <<sangat indah>> sekali."},
    {"sangat !(baik|besar)", "Ini sangat baik sekali."},
    {"[sangat] !baik", "Ini <<sangat>>"},
    {"KAPITAL&!<people>", "jawa <<Rina>> jawa"},
    {"AWAL [dan]", "<<Dan>> ia pergi."},
    {"AWAL [dan]", "Ia dan dia pergi."},
    {"[pergi] (\".\"|AKHIR)", "Ia <<pergi>>."},
    {"ha{3}", "Ia tertawa <<ha ha ha>> keras."},
    {"ha{3}", "Ia tertawa ha ha keras."},
    {"ha{2,}", "Ia tertawa <<ha ha ha ha>> keras."},
    {"ha+ hi?", "Ia tertawa <<ha ha hi>> keras."},
    {"(a|b)* c", "x <<a b a c>> x"},
    {"\"(\" # \")\"", "Pada Selasa <<(15)>> itu."},
    {"disebut-sebut", "Ia <<disebut-sebut>> hadir."},
    {"yang .. yang", "Orang <<yang datang yang pulang yang>> pergi."},
    {"KATA{3,} AKHIR", "<<satu dua tiga>>"},
    /* what nearly every token is, at the beginning, is looked at last */
    {"(KATA|ANGKA){2} [desa]", "Warga 12 <<desa>> itu, desa, satu desa."},
    {"(KATA|ANGKA){2} [desa]", "Satu desa."},
    {"KECIL [\"Desa\"] KECIL", "di <<Desa>> itu"},
    {"KECIL [\"Desa\"] KECIL", "Di Desa itu"},
    {"(AWAL|!,) antara [lain]", "Antara <<lain>>."},
    {"(AWAL|!,) antara [lain]", "Itu, antara lain."},
    {"(KATA)* , [bahwa]", "Ia berkata , <<bahwa>> begitu."},
    {"KATA{1,2} di{1,2}", "<<satu dua di di>> x"},
    {"!(jalan) [\"Ir\"] KATA{0,2}", "satu <<Ir>> dua, jalan Ir x"},
    {"(KATA){9} [itu]", "a b c d e f g h i <<itu>>"},
    {"(KATA){9} [itu]", "a b c d e f g h itu"},
};

static void matches_as_written(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct error e = {.lang = LANG_EN};
        struct patterns *patterns = patterns_new(language);
        if (patterns_add(patterns, slice_of(cases[i].pattern), &e) == SIZE_MAX)
            fail_msg("%s: %s", cases[i].pattern, str_text(&e.text));
        struct str plain = {0}, got = {0};
        for (const char *c = cases[i].text; *c; c++)
            if ((c[0] == '<' || c[0] == '>') && c[0] == c[1])
                c++;
            else
                str_append_byte(&plain, *c);
        struct analysis a;
        analysis_make(&a, language, str_slice(&plain));
        size_t at = 0;
        for (size_t k = 0; k < a.sentences.count; k++) {
            struct pattern_matches found = {0};
            patterns_find(patterns, &a, &a.sentences.items[k], &found);
            if (found.list.count) {
                struct pattern_parts parts;
                patterns_parts(patterns, &a.sentences.items[k], &found.list.items[0], &parts);
                size_t start = a.tokens.items[parts.report.first].start;
                size_t end = a.tokens.items[parts.report.end - 1].end;
                str_append(&got, slice_range(a.text, at, start));
                str_append_text(&got, "<<");
                str_append(&got, slice_range(a.text, start, end));
                str_append_text(&got, ">>");
                at = end;
            }
            vec_free(&found.list);
        }
        str_append(&got, slice_range(a.text, at, a.text.len));
        if (strcmp(str_text(&got), cases[i].text) != 0)
            fail_msg("%s on %s: %s", cases[i].pattern, cases[i].text, str_text(&got));
        analysis_free(&a);
        str_free(&plain);
        str_free(&got);
        patterns_free(patterns);
        error_free(&e);
    }
}

static void groups_are_told(void **state) {
    (void)state;
    struct patterns *patterns = patterns_new(language);
    patterns_add(patterns, SLICE("(# )? (kali|hari) [(KATA)] (x)?"), NULL);
    struct analysis a;
    analysis_make(&a, language, SLICE("Selama 3 hari hujan turun."));
    struct pattern_matches found = {0};
    patterns_find(patterns, &a, a.sentences.items, &found);
    assert_int_equal(found.list.count, 2); /* 3 hari hujan; hari hujan */
    struct pattern_parts parts;
    patterns_parts(patterns, a.sentences.items, &found.list.items[0], &parts);
    assert_int_equal(parts.groups[0].first, 1);
    assert_int_equal(parts.groups[1].first, 2);
    assert_int_equal(parts.report.first, 3);
    assert_int_equal(parts.groups[2].first, 3);
    assert_int_equal(parts.groups[3].end, 0);
    vec_free(&found.list);
    analysis_free(&a);
    patterns_free(patterns);
}

static void says_what_is_wrong(void **state) {
    (void)state;
    static const struct {
        const char *pattern, *said;
    } wrong[] = {
        {"", "at place 1 a word"},
        {"a )", "at place 3 a word"},
        {"(a", "before place 3 a \")\" is missing"},
        {"<saling>", "at place 2: no class is called \"saling\""},
        {"\"dua kata\"", "at place 2: exactly one word"},
        {"a{0}", "number from 1"},
        {"a{1,200}", "number from 1"},
        {"[a] [b]", "only one part to report"},
        {"a? b*", "matches any sentence"},
        {"~", "affixes are written like"},
        {"((a{100}){100}){100}", "too large"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct error e = {.lang = LANG_EN};
        struct patterns *patterns = patterns_new(language);
        assert_true(patterns_add(patterns, slice_of(wrong[i].pattern), &e) == SIZE_MAX);
        if (!strstr(str_text(&e.text), wrong[i].said))
            fail_msg("%s: %s", wrong[i].pattern, str_text(&e.text));
        patterns_free(patterns);
        error_free(&e);
    }
}

/* With a thousand others in the same machine each finds what it finds alone. */
static void many_are_one(void **state) {
    (void)state;
    struct patterns *patterns = patterns_new(language);
    struct str text = {0};
    for (int i = 0; i < 1000; i++) {
        str_clear(&text);
        str_printf(&text, "kata%d .. (x|y) # ha{2,5}", i);
        assert_int_equal(patterns_add(patterns, str_slice(&text), NULL), i);
    }
    struct analysis a;
    analysis_make(&a, language, SLICE("Ada kata7 lalu kata77 dan y 5 ha ha ha ha."));
    struct pattern_matches found = {0};
    patterns_find(patterns, &a, a.sentences.items, &found);
    assert_int_equal(found.list.count, 2);
    assert_int_equal(found.list.items[0].pattern, 7);
    assert_int_equal(found.list.items[1].pattern, 77);
    assert_int_equal(found.list.items[1].places.end - found.list.items[1].places.first, 8);
    vec_free(&found.list);
    analysis_free(&a);
    patterns_free(patterns);
    str_free(&text);
}

static const char *const kept_sources[] = {"\"Rp\" #4-6", "di~kan [KATA]", "(a|b)* c", "yang .. !(yang|x)"};

/* What they find in a sentence, one after the other. */
static void append_found(struct patterns *patterns, struct language *own, struct str *out) {
    struct analysis a;
    struct pattern_matches found = {0};
    analysis_make(&a, own, SLICE("Rp 2024 yang disampaikan a b a c x yang y."));
    patterns_find(patterns, &a, a.sentences.items, &found);
    vec_each(const struct pattern_match, match, &found.list) {
        struct pattern_parts parts;
        patterns_parts(patterns, a.sentences.items, match, &parts);
        str_printf(out, "%zu: %zu-%zu ", match->pattern, parts.report.first, parts.report.end);
    }
    vec_free(&found.list);
    analysis_free(&a);
}

static bool take(struct slice kept, struct str *found) {
    struct language *own = language_new("/nonexistent", LANG_ID);
    struct patterns *patterns = patterns_new(own);
    bool taken = patterns_take(patterns, kept);
    if (taken) append_found(patterns, own, found);
    patterns_free(patterns);
    language_free(own);
    return taken;
}

/* The same as those that were compiled; bytes that are cut off are none, and those that are damaged do no
 * harm. */
static void kept_patterns_are_the_same(void **state) {
    (void)state;
    struct language *own = language_new("/nonexistent", LANG_ID);
    struct patterns *patterns = patterns_new(own);
    struct str kept = {0}, compiled = {0}, taken = {0};
    for (size_t i = 0; i < sizeof kept_sources / sizeof *kept_sources; i++)
        patterns_add(patterns, slice_of(kept_sources[i]), NULL);
    append_found(patterns, own, &compiled);
    patterns_keep(patterns, &kept);
    assert_true(take(str_slice(&kept), &taken));
    assert_string_equal(str_text(&taken), str_text(&compiled));
    assert_string_equal(str_text(&taken), "0: 0-2 3: 2-12 1: 4-5 2: 4-8 2: 5-8 2: 6-8 2: 7-8 3: 9-12 ");
    for (size_t len = 0; len < kept.len; len++)
        assert_false(take(slice_range(str_slice(&kept), 0, len), &taken));
    for (size_t i = 0; i < 8 * kept.len; i++) {
        kept.data[i / 8] ^= (char)(1 << i % 8);
        str_clear(&taken);
        take(str_slice(&kept), &taken);
        kept.data[i / 8] ^= (char)(1 << i % 8);
    }
    patterns_add(patterns, SLICE("lain"), NULL); /* no longer empty, and of another vocabulary */
    assert_false(patterns_take(patterns, str_slice(&kept)));
    str_free(&kept);
    str_free(&compiled);
    str_free(&taken);
    patterns_free(patterns);
    language_free(own);
}

int main(void) {
    language = language_new("dictionaries", LANG_ID);
    const struct CMUnitTest tests[] = {cmocka_unit_test(matches_as_written),
                                       cmocka_unit_test(groups_are_told),
                                       cmocka_unit_test(says_what_is_wrong), cmocka_unit_test(many_are_one),
                                       cmocka_unit_test(kept_patterns_are_the_same)};
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    language_free(language);
    return failed;
}
