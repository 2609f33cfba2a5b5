#include "trial.h"

enum { EACH_SIDE = 6 /* words tried on either side of a number */ };

void trial_expect(struct trial *t, enum rule_id rule, const char *words, bool above, const char *wrong_wanted,
                  const char *right_wanted) {
    size_t *side = above ? &t->above : &t->below;
    if (*side >= EACH_SIDE) return;
    ++*side;
    struct str wrong = {0}, right = {0};
    size_t found = bench_check(t->bench, words, rule, &wrong, &right);
    bool as_wanted = wrong_wanted ? found && strcmp(str_text(&wrong), wrong_wanted) == 0 : !found;
    if (right_wanted && as_wanted) as_wanted = strcmp(str_text(&right), right_wanted) == 0;
    if (!as_wanted) {
        t->failed++;
        print_error("%s, %s: \"%s\": \"%s\" -> \"%s\"\n", t->what, above ? "above" : "below", words,
                    str_text(&wrong), str_text(&right));
    }
    str_free(&wrong);
    str_free(&right);
}

void trial_each_counted(struct trial *t, trial_visit *visit) {
    const struct lexicon *counted = language_lexicon(t->bench->language, LEXICON_FREQUENCY);
    struct slice word;
    for (size_t at = 0; lexicon_next(counted, &at, &word, NULL);)
        visit(t, word);
}

void trial_all(struct bench *bench, const struct trial_number *numbers, size_t count,
               void (*each)(struct trial *t, trial_visit *visit)) {
    for (size_t i = 0; i < count; i++) {
        struct trial t = {.bench = bench, .what = numbers[i].what};
        each(&t, numbers[i].visit);
        if (!t.below || !t.above) print_error("%s: %zu below, %zu above\n", t.what, t.below, t.above);
        assert_true(t.below && t.above);
        assert_int_equal(t.failed, 0);
    }
}

bool trial_is_listed(struct trial *t, struct slice word) {
    static const enum lexicon_name tables[] = {LEXICON_NONSTANDARD, LEXICON_PREPOSITIONS, LEXICON_COMPOUNDS,
                                               LEXICON_REDUPLICATIONS, LEXICON_GOVERNMENT};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (language_begins(t->bench->language, tables[i], word)) return true;
    return false;
}

bool between(size_t n, size_t low, size_t high) {
    return n >= low && n <= high;
}
