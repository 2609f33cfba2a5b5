/* text/search. */
#include "text/search.h"

#include <setjmp.h>
#include <stdarg.h>
#include <time.h>

#include <cmocka.h>

static struct text *text_of(const char *bytes) {
    return text_with(slice_of(bytes));
}

/* The match as text, "" for none. */
static void expect(const char *bytes, const char *pattern, unsigned flags, size_t from, const char *found) {
    struct error e = {0};
    struct text *text = text_of(bytes);
    struct search *search = search_new(slice_of(pattern), flags, &e);
    assert_non_null(search);
    struct match match;
    struct str out = {0};
    if (search_next(search, text, from, &match)) text_copy(text, match.start, match.end, &out);
    assert_string_equal(str_text(&out), found);
    str_free(&out);
    search_free(search);
    text_free(text);
    error_free(&e);
}

static void case_accents_and_shapes_do_not_count(void **state) {
    (void)state;
    expect("Rapat di CAFÉ Melati", "cafe", 0, 0, "CAFÉ");
    expect("Rapat di cafe\u0301 Melati", "café m", 0, 0, "cafe\u0301 M");
    expect("Salat Jum’at", "jum'at", 0, 0, "Jum’at");
    expect("kata “baru” itu", "\"BARU\"", 0, 0, "“baru”");
    expect("tahun 2024–2025", "2024-2025", 0, 0, "2024–2025");
    expect("Kota\u00A0Solok", "kota solok", 0, 0, "Kota\u00A0Solok");
    expect("baris satu\nbaris dua", "DUA", 0, 0, "dua");
    expect("satu dua satu", "satu", 0, 1, "satu");
    expect("satu dua", "satu", 0, 1, "");
}

static void exactly(void **state) {
    (void)state;
    expect("Kota kota", "kota", SEARCH_EXACT, 0, "kota");
    expect("café", "cafe", SEARCH_EXACT, 0, "");
}

static void patterns(void **state) {
    (void)state;
    expect("rapat 13/12/2024 siang", "\\d+/\\d+/\\d+", SEARCH_REGEX, 0, "13/12/2024");
    expect("DINAS dan dinas", "d\\w+s", SEARCH_REGEX, 0, "DINAS");
    expect("DINAS dan dinas", "d\\w+s", SEARCH_REGEX | SEARCH_EXACT, 0, "dinas");
    expect("kosong", "x*", SEARCH_REGEX, 0, "");
}

/* Searches lines of the letter a, forwards and backwards, which find nothing; returns whether it gave up. */
static bool gives_up(const char *pattern, size_t length, size_t lines) {
    struct error e = {0};
    struct str bytes = {0};
    for (size_t i = 0; i < length * lines; i++)
        str_append_byte(&bytes, i % length == length - 1 ? '\n' : 'a');
    struct text *text = text_of(str_text(&bytes));
    struct search *search = search_new(slice_of(pattern), SEARCH_REGEX, &e);
    struct match match;
    assert_non_null(search);
    assert_false(search_next(search, text, 0, &match));
    assert_false(search_previous(search, text, text_length(text), &match));
    bool gave_up = search_gave_up(search);
    search_free(search);
    text_free(text);
    str_free(&bytes);
    return gave_up;
}

static void no_pattern_runs_for_ever(void **state) {
    (void)state;
    clock_t begun = clock();
    assert_true(gives_up("(a+)+[!?]", 40, 3));              /* at one place */
    assert_true(gives_up("(?:(a|aa){0,16}[bc])?", 400, 3)); /* a little at each place */
    assert_true(gives_up("a*+[bc]", 400000, 1));            /* few steps, each of them long */
    assert_true(clock() - begun < 3 * 3 * CLOCKS_PER_SEC);
    assert_false(gives_up("a+[bc]", 400, 3));
    expect("satu dua tiga empat lima", "(\\w+ )+lima", SEARCH_REGEX, 0, "satu dua tiga empat lima");
}

static void broken_patterns_are_told(void **state) {
    (void)state;
    struct error e = {0};
    assert_null(search_new(SLICE("(abc"), SEARCH_REGEX, &e));
    assert_true(e.text.len > 0);
    assert_null(search_new(SLICE(""), 0, &e));
    error_free(&e);
}

/* Whole words only; how many there are, and the how manieth one is at a place. */
static void whole_words_and_counts(void **state) {
    (void)state;
    struct error e = {0};
    size_t before;
    struct text *text = text_of("beras Pemberasan\nberas, beras2 (beras)");
    struct search *all = search_new(SLICE("beras"), 0, &e),
                  *whole = search_new(SLICE("beras"), SEARCH_WORDS, &e);
    assert_int_equal(search_count(all, text, 0, 17, 100, &before), 5);
    assert_int_equal(before, 3);
    assert_int_equal(search_count(whole, text, 0, 17, 100, &before), 3);
    assert_int_equal(before, 2);
    assert_int_equal(search_count(all, text, 0, 0, 2, &before), 2);
    search_free(all);
    search_free(whole);
    text_free(text);
    expect("Pemberasan beras", "beras", SEARCH_WORDS, 11, "beras");
    expect("xsatu satu", "sa.u", SEARCH_WORDS | SEARCH_REGEX, 6, "satu");
}

/* What is wrong is said in the writer's language. */
static void patterns_are_explained(void **state) {
    (void)state;
    static const struct {
        const char *pattern, *words;
    } rows[] = {{"(ab", "belum ditutup dengan )"},
                {"[ab", "belum ditutup dengan ]"},
                {"ab)", "tanpa ("},
                {"*a", "diulang"},
                {"a{3,1}", "terbalik"},
                {"[z-a]", "rentang"},
                {"a\\", "di akhir pola"},
                {"\\i", "tidak dikenal"},
                {"(?<1a>)", "bentuknya"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct error e = {0};
        assert_null(search_new(slice_of(rows[i].pattern), SEARCH_REGEX, &e));
        if (!strstr(str_text(&e.text), rows[i].words)) fail_msg("%s: %s", rows[i].pattern, str_text(&e.text));
        error_free(&e);
    }
}

static void backwards(void **state) {
    (void)state;
    struct error e = {0};
    struct text *text = text_of("satu dua\nsatu tiga satu");
    struct search *search = search_new(SLICE("satu"), 0, &e);
    struct match match;
    size_t from = text_length(text), expected[] = {19, 9, 0};
    for (size_t i = 0; i < 3; i++) {
        assert_true(search_previous(search, text, from, &match));
        assert_int_equal(match.start, expected[i]);
        from = match.start;
    }
    assert_false(search_previous(search, text, from, &match));
    search_free(search);
    text_free(text);
}

static void replacements(void **state) {
    (void)state;
    struct error e = {0};
    struct text *text = text_of("tanggal 13/12/2024");
    struct search *search = search_new(SLICE("(\\d+)/(\\d+)"), SEARCH_REGEX, &e);
    struct match match;
    struct str out = {0};
    assert_true(search_next(search, text, 0, &match));
    search_replacement(search, text, match, SLICE("$2-$1 ($0) $9 $x"), &out);
    assert_string_equal(str_text(&out), "12-13 (13/12)  $x");
    str_free(&out);
    search_free(search);
    text_free(text);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(case_accents_and_shapes_do_not_count),
        cmocka_unit_test(exactly),
        cmocka_unit_test(patterns),
        cmocka_unit_test(no_pattern_runs_for_ever),
        cmocka_unit_test(broken_patterns_are_told),
        cmocka_unit_test(whole_words_and_counts),
        cmocka_unit_test(patterns_are_explained),
        cmocka_unit_test(backwards),
        cmocka_unit_test(replacements),
    };
    return cmocka_run_group_tests_name("search", tests, NULL, NULL);
}
