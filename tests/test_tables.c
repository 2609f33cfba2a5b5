/* Every entry of the spelling tables, through the checker, in a sentence of its own. */
#include "spelling.h"

static const char *frame_of(struct slice when) {
    if (slice_equal_text(when, "passive")) return "Hal itu akan %.*s oleh petugas.";
    if (slice_equal_text(when, "pair")) return "Kami baik datang %.*s pergi.";
    if (slice_equal_text(when, "day")) return "Rapat digelar hari %.*s tadi pagi.";
    if (slice_equal_text(when, "start")) return "%c%.*s usulan itu sudah disampaikan.";
    return "Menurut catatan lurah %.*s tadi pagi.";
}

static void append_sentence(struct str *out, struct slice key, struct slice when) {
    const char *frame = frame_of(when);
    size_t at = 0;
    for (; frame[at]; at++) {
        if (frame[at] != '%') {
            str_append_byte(out, frame[at]);
        } else if (frame[at + 1] == 'c') {
            at++;
            str_append_byte(out, (char)(key.data[0] - 'a' + 'A'));
            key = slice_range(key, 1, key.len);
        } else {
            at += 3;
            str_append(out, key);
        }
    }
}

static void check_table(struct bench *bench, enum lexicon_name name, enum rule_id rule) {
    const struct lexicon *lexicon = language_lexicon(bench->language, name);
    struct slice key, fields;
    struct str text = {0}, wrong = {0}, right = {0};
    size_t failed = 0, entries = 0;
    for (size_t at = 0; lexicon_next(lexicon, &at, &key, &fields); entries++) {
        struct slice meant = lexicon_field(fields, 0), when = lexicon_field(fields, 1);
        bool exempt = slice_equal_text(meant, "-");
        str_clear(&text);
        append_sentence(&text, key, when);
        size_t found = bench_check(bench, str_text(&text), rule, &wrong, &right);
        if (exempt ? found == 0
                   : found == 1 && slice_equal_nocase(str_slice(&wrong), key) &&
                         slice_equal_nocase(str_slice(&right), meant))
            continue;
        failed++;
        print_error("%s: %zu \"%s\" -> \"%s\"\n", str_text(&text), found, str_text(&wrong), str_text(&right));
    }
    str_free(&text);
    str_free(&wrong);
    str_free(&right);
    assert_int_equal(failed, 0);
    assert_true(entries > 50);
}

static void nonstandard_table(void **state) {
    check_table(*state, LEXICON_NONSTANDARD, RULE_SPELLING_NONSTANDARD);
}

static void preposition_table(void **state) {
    check_table(*state, LEXICON_PREPOSITIONS, RULE_SPELLING_PREPOSITION);
}

static void compound_table(void **state) {
    check_table(*state, LEXICON_COMPOUNDS, RULE_SPELLING_COMPOUND);
}

static void reduplication_table(void **state) {
    check_table(*state, LEXICON_REDUPLICATIONS, RULE_SPELLING_REPEATED);
}

/* What is offered for an entry is no finding itself. */
static void offered_is_clean(struct bench *bench, struct slice key, struct slice fields, struct str *told) {
    struct str words = {0};
    struct slice right = lexicon_field(fields, 0);
    append_sentence(&words, right, lexicon_field(fields, 1));
    /* its first letter may have become a capital */
    size_t at = slice_find(str_slice(&words), slice_range(right, 1, right.len), 0) - 1;
    struct text *text = text_with(str_slice(&words));
    checker_attach(bench->checker, text);
    assert_true(checker_run(bench->checker, 0, NULL, NULL));
    const struct findings *found = checker_findings(bench->checker);
    for (size_t i = 0; i < found->list.count; i++) {
        const struct finding *f = &found->list.items[i];
        const char *by = rule_get(f->rule)->name;
        bool inside = f->start < at + right.len && f->end > at;
        if (!inside || strncmp(by, "spelling.", strlen("spelling.")) != 0) continue;
        str_printf(told, "%.*s -> %.*s: %s: %s\n", SLICE_ARG(key), SLICE_ARG(right), by, f->message);
    }
    text_free(text);
    str_free(&words);
}

static void nothing_offered_is_a_finding(void **state) {
    static const enum lexicon_name tables[] = {LEXICON_NONSTANDARD, LEXICON_PREPOSITIONS, LEXICON_COMPOUNDS,
                                               LEXICON_REDUPLICATIONS, LEXICON_FOREIGN};
    struct bench *bench = *state;
    struct str told = {0};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
        struct slice key, fields;
        for (size_t at = 0; lexicon_next(language_lexicon(bench->language, tables[i]), &at, &key, &fields);)
            if (!slice_equal_text(lexicon_field(fields, 0), "-")) offered_is_clean(bench, key, fields, &told);
    }
    if (told.len) print_error("%s", str_text(&told));
    assert_int_equal(told.len, 0);
    str_free(&told);
}

/* A look-up is a binary search: the lines must be in byte order, each key once. */
static void lexicons_are_sorted(void **state) {
    struct bench *bench = *state;
    for (int name = 0; name < LEXICON_COUNT; name++) {
        struct slice key, before = {0};
        for (size_t at = 0;
             lexicon_next(language_lexicon(bench->language, (enum lexicon_name)name), &at, &key, NULL);
             before = key)
            if (before.len && slice_compare(before, key) >= 0)
                fail_msg("lexicon %d: \"%.*s\" stands before \"%.*s\"", name, SLICE_ARG(before),
                         SLICE_ARG(key));
    }
    assert_string_equal(language_problem(bench->language), "");
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(nonstandard_table),
                                       cmocka_unit_test(preposition_table),
                                       cmocka_unit_test(compound_table),
                                       cmocka_unit_test(reduplication_table),
                                       cmocka_unit_test(nothing_offered_is_a_finding),
                                       cmocka_unit_test(lexicons_are_sorted)};
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
