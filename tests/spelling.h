/* Checks one text and looks for one finding: what the tests of the spelling rules share. */
#ifndef TESTS_SPELLING_H
#define TESTS_SPELLING_H

#include "check/checker.h"
#include "check_text.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

/* A test of one sentence: what is wrong in it and its first suggestion; both NULL: nothing of this rule. */
struct spelling_case {
    const char *text, *wrong, *right;
};

struct bench {
    struct language *language;
    struct checker *checker;
};

static inline int bench_setup(void **state) {
    static bool all[RULE_COUNT];
    for (size_t i = 0; i < RULE_COUNT; i++)
        all[i] = !is_of_house(i);
    struct bench *bench = memory_zero(1, sizeof *bench);
    bench->language = language_new("dictionaries", LANG_ID);
    bench->checker = checker_new(bench->language, LANG_ID, all);
    checker_suggest(bench->checker, true);
    *state = bench;
    return 0;
}

static inline int bench_teardown(void **state) {
    struct bench *bench = *state;
    checker_free(bench->checker);
    language_free(bench->language);
    free(bench);
    return 0;
}

/* Checks text and calls visit for each finding of the rule, with its words. */
static inline size_t bench_check(struct bench *bench, const char *words, enum rule_id rule, struct str *wrong,
                                 struct str *right) {
    struct text *text = text_with(slice_of(words));
    checker_attach(bench->checker, text);
    assert_true(checker_run(bench->checker, 0, NULL, NULL));
    const struct findings *found = checker_findings(bench->checker);
    size_t count = 0;
    str_clear(wrong);
    str_clear(right);
    for (size_t i = 0; i < found->list.count; i++) {
        const struct finding *f = &found->list.items[i];
        if (f->rule != rule) continue;
        if (count++ == 0) {
            text_copy(text, f->start, f->end, wrong);
            if (f->suggestions.count) str_append_text(right, f->suggestions.items[0]);
        }
    }
    text_free(text);
    return count;
}

static inline void bench_cases(struct bench *bench, enum rule_id rule, const struct spelling_case *cases,
                               size_t count) {
    struct str wrong = {0}, right = {0};
    size_t failed = 0;
    for (size_t i = 0; i < count; i++) {
        const struct spelling_case *c = &cases[i];
        size_t found = bench_check(bench, c->text, rule, &wrong, &right);
        bool good = c->wrong ? found == 1 && !strcmp(str_text(&wrong), c->wrong) &&
                                   (!c->right || !strcmp(str_text(&right), c->right))
                             : found == 0;
        if (good) continue;
        failed++;
        print_error("%s\n   found %zu: \"%s\" -> \"%s\"\n", c->text, found, str_text(&wrong),
                    str_text(&right));
    }
    str_free(&wrong);
    str_free(&right);
    assert_int_equal(failed, 0);
}

#endif
