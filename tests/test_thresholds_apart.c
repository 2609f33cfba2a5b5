/* The numbers of spelling.preposition, each tried on the words of the lists that lie nearest to it on both
 * sides: see test_thresholds.c. */
#include "language/lexicon/frequency.h"
#include "language/spelling/nonstandard.h"
#include "trial.h"

/* "di sekolah": di, sekolah, disekolah. */
struct apart {
    struct slice word;
    struct str joined;
    size_t times_joined, times_apart, times_word;
};

static bool read_apart(struct trial *t, struct slice pair, struct apart *apart) {
    struct slice rest = pair, head = slice_cut(&rest, ' ');
    if (!slice_equal_text(head, "di") || rest.len < 5 || slice_find(rest, SLICE("-"), 0) != SIZE_MAX)
        return false;
    *apart = (struct apart){.word = rest};
    str_printf(&apart->joined, "di%.*s", SLICE_ARG(rest));
    struct language *language = t->bench->language;
    apart->times_joined = frequency_of(language, str_slice(&apart->joined));
    apart->times_apart = frequency_of_pair(language, head, rest);
    apart->times_word = frequency_of(language, rest);
    return !trial_is_listed(t, str_slice(&apart->joined)) && !trial_is_listed(t, pair);
}

static void try_apart(struct trial *t, const struct apart *apart, bool above) {
    struct str words = {0}, right = {0};
    str_printf(&words, "Bantuan itu ada %s warga.", str_text(&apart->joined));
    str_printf(&right, "di %.*s", SLICE_ARG(apart->word));
    trial_expect(t, RULE_SPELLING_PREPOSITION, str_text(&words), above,
                 above ? str_text(&apart->joined) : NULL, above ? str_text(&right) : NULL);
    str_free(&words);
    str_free(&right);
}

static void near_much_commoner(struct trial *t, struct slice pair) {
    struct apart a = {0};
    if (read_apart(t, pair, &a) && a.times_joined >= 6 && a.times_apart >= 40 &&
        between(a.times_apart, a.times_joined, a.times_joined * 20))
        try_apart(t, &a, a.times_apart >= 5 * a.times_joined);
    str_free(&a.joined);
}

static void near_noun_pairs(struct trial *t, struct slice pair) {
    struct apart a = {0};
    if (read_apart(t, pair, &a) && a.times_joined && a.times_apart >= 5 * a.times_joined &&
        between(a.times_apart, 10, 60))
        try_apart(t, &a, a.times_apart >= 30);
    str_free(&a.joined);
}

static void near_noun_pairs_bare(struct trial *t, struct slice pair) {
    struct apart a = {0};
    if (read_apart(t, pair, &a) && !a.times_joined && between(a.times_apart, 7, 13) &&
        frequency_of_lists(t->bench->language, a.word) < 4) /* see is_noun_alone() */
        try_apart(t, &a, a.times_apart >= 10);
    str_free(&a.joined);
}

/* Nobody writes "di Xkan" with a noun X, so three articles with "diXkan" are enough to know it. */
static void near_passives_min(struct trial *t, struct slice word) {
    struct language *language = t->bench->language;
    if (word.len <= strlen("diXXXkan")) return;
    struct slice verb = slice_range(word, 2, word.len);
    size_t times = frequency_of(language, word);
    if (!between(times, 2, 4) || !slice_starts(word, SLICE("di")) || !slice_ends(word, SLICE("kan")) ||
        frequency_of_pair(language, SLICE("di"), verb) || trial_is_listed(t, word))
        return;
    struct str words = {0}, wrong = {0};
    str_printf(&words, "Hal itu kemarin di %.*s warga.", SLICE_ARG(verb));
    str_printf(&wrong, "di %.*s", SLICE_ARG(verb));
    trial_expect(t, RULE_SPELLING_PREPOSITION, str_text(&words), times >= 3,
                 times >= 3 ? str_text(&wrong) : NULL, NULL);
    str_free(&words);
    str_free(&wrong);
}

/* "di rekrut": a verb that shows no suffix, known by how much commoner it is with its prefix than without. */
static bool reads_bare(struct trial *t, struct slice word, struct slice *verb) {
    struct language *language = t->bench->language;
    if (word.len < strlen("diXXX") || !slice_starts(word, SLICE("di")) || trial_is_listed(t, word))
        return false;
    /* Another threshold: what is counted there is dibanderol. */
    if (nonstandard_of(language, language_word(language, word))) return false;
    *verb = slice_range(word, 2, word.len);
    struct str apart = {0};
    str_printf(&apart, "di %.*s", SLICE_ARG(*verb));
    bool listed = language_has(language, LEXICON_PREPOSITIONS, str_slice(&apart));
    str_free(&apart);
    bool suffix = slice_ends(*verb, SLICE("kan")) || slice_ends(*verb, SLICE("i"));
    return !listed && !suffix && slice_find(word, SLICE("-"), 0) == SIZE_MAX &&
           !frequency_beside(language, language_word(language, SLICE("ke")),
                             language_word(language, *verb)) &&
           !frequency_beside(language, language_word(language, SLICE("di")), language_word(language, *verb));
}

static void try_bare(struct trial *t, struct slice verb, bool above) {
    struct str words = {0}, wrong = {0};
    str_printf(&words, "Warga itu di %.*s kemarin.", SLICE_ARG(verb));
    str_printf(&wrong, "di %.*s", SLICE_ARG(verb));
    trial_expect(t, RULE_SPELLING_PREPOSITION, str_text(&words), above, above ? str_text(&wrong) : NULL,
                 NULL);
    str_free(&words);
    str_free(&wrong);
}

static void near_bare_passives_min(struct trial *t, struct slice word) {
    struct slice verb;
    size_t times = frequency_of(t->bench->language, word);
    if (between(times, 7, 13) && reads_bare(t, word, &verb) &&
        times >= 2 * frequency_of(t->bench->language, verb))
        try_bare(t, verb, times >= 10);
}

static void near_bare_share(struct trial *t, struct slice word) {
    struct slice verb;
    size_t times = frequency_of(t->bench->language, word);
    if (times < 10 || !reads_bare(t, word, &verb)) return;
    size_t bare = frequency_of(t->bench->language, verb);
    if (bare && between(times, bare, 4 * bare)) try_bare(t, verb, times >= 2 * bare);
}

/* Every pair that begins with di. */
static void each_apart(struct trial *t, trial_visit *visit) {
    struct str pair = {0};
    for (struct slice row = frequency_row(t->bench->language, language_word(t->bench->language, SLICE("di")));
         row.len;) {
        struct slice entry = slice_cut(&row, ' '), next = slice_cut(&entry, '=');
        str_clear(&pair);
        str_printf(&pair, "di %.*s", SLICE_ARG(next));
        visit(t, str_slice(&pair));
    }
    str_free(&pair);
}

/* preposition.c: read on the drafts of articles: below, names and true passives came with them. */
static void prepositions(void **state) {
    static const struct trial_number apart[] = {{"MUCH_COMMONER 5", near_much_commoner},
                                                {"NOUN_PAIRS 30", near_noun_pairs},
                                                {"NOUN_PAIRS_BARE 10", near_noun_pairs_bare}};
    static const struct trial_number passives[] = {{"PASSIVES_MIN 3", near_passives_min},
                                                   {"BARE_PASSIVES_MIN 10", near_bare_passives_min},
                                                   {"BARE_SHARE 2", near_bare_share}};
    trial_all(*state, apart, sizeof apart / sizeof *apart, each_apart);
    trial_all(*state, passives, sizeof passives / sizeof *passives, trial_each_counted);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(prepositions)};
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
