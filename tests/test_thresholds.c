/*
 * The numbers of the rules, each with a case just below and just above. Distances are in words of a sentence
 * that is written out; counts are tried on the words of the dictionaries that lie nearest on either side, so
 * that other counts need no other test. Where a number comes from is said here: most were chosen while
 * reading what the rule finds in articles and press releases, and are as good as that.
 */
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"
#include "language/spelling/nonstandard.h"
#include "language/spelling/speller.h"
#include "spelling.h"

/* All others off: a neighbour's finding would win over one of this rule. */
static size_t findings_of(struct bench *bench, enum rule_id rule, const char *words, struct str *wrong,
                          struct str *right) {
    return bench_check(bench, words, rule, wrong, right);
}

struct pair {
    enum rule_id rule;
    const char *what, *silent, *found;
};

static const struct pair pairs[] = {
    /* figure.c: as far as "kapasitas tempat tidur rumah sakit yang terpakai" reaches. */
    {RULE_ATTRIBUTION_FIGURE, "BEFORE", "Di sana kapasitas rumah warga desa lama yang terisi 67 persen.",
     "Di sana kapasitas rumah warga desa lama yang sudah terisi 67 persen."},
    /* figure.c: "67 persen, sesuai dengan target": the target of another clause is further off. */
    {RULE_ATTRIBUTION_FIGURE, "AFTER", "Sebanyak 67 persen warga desa itu kuota lama.",
     "Sebanyak 67 persen warga desa lama itu kuota lama."},
    /* figure.c: a score stands behind its index, and the year and the place may stand between. */
    {RULE_ATTRIBUTION_FIGURE, "SCORE",
     "Adapun indeks satu dua tiga empat lima enam tujuh delapan sembilan 72,15.",
     "Adapun indeks satu dua tiga empat lima enam tujuh delapan 72,15."},
    /* figure.c: one source for a paragraph of figures, no longer than paragraphs of a press release are. */
    {RULE_ATTRIBUTION_FIGURE, "CHAIN",
     "Menurut BPS, sebanyak 67 persen warga bekerja. Sebanyak 12 persen menganggur. Sebanyak 13 persen sakit. "
     "Sebanyak 14 persen pergi. Sebanyak 15 persen pulang.",
     "Menurut BPS, sebanyak 67 persen warga bekerja. Sebanyak 12 persen menganggur. Sebanyak 13 persen sakit. "
     "Sebanyak 14 persen pergi. Sebanyak 16 persen pindah. Sebanyak 15 persen pulang."},
    /* vague.c: the subject may have an apposition; further off, the verb is another clause's. */
    {RULE_ATTRIBUTION_VAGUE, "VERB_WITHIN",
     "Banyak pihak dari desa dan kota di pulau ini kemarin pagi menilai layanan membaik.",
     "Banyak pihak dari desa dan kota di pulau ini kemarin menilai layanan membaik."},
    /* vague.c: "Salah satunya Rina" or "Salah satunya adalah seorang warga bernama Rina". */
    {RULE_ATTRIBUTION_VAGUE, "NAMED_WITHIN",
     "Banyak pihak menilai layanan membaik. Salah satunya warga desa di sana bernama Rina.",
     "Banyak pihak menilai layanan membaik. Salah satunya warga desa lama di sana bernama Rina."},
    /* capital_raised.c: what news raises once in ten times is now and then a name (Padi), what it raises
       less is none. */
    {RULE_TYPOGRAPHY_RAISED, "RAISED_TIMES", "Sejak kemarin warga desa di sana menerima Padi baru.",
     "Sejak kemarin warga desa di sana menerima Lencana baru."},
    /* capital_raised.c: rarer words are counted too seldom to tell. */
    {RULE_TYPOGRAPHY_RAISED, "RAISED_LEAST", "Sejak kemarin warga desa di sana menerima Akselerator baru.",
     "Sejak kemarin warga desa di sana menerima Amalan baru."},
    /* capital_raised.c: a heading that a sentence was glued to is seldom longer. */
    {RULE_TYPOGRAPHY_RAISED, "LONG_HEADING", "Banyak warga desa itu pulang sejak pagi hari Secara bersama.",
     "Banyak warga desa itu pulang sejak pagi hari tadi Secara bersama."},
    /* comma.c: shorter ones are terms and titles. */
    {RULE_TYPOGRAPHY_COMMA, "STATEMENT", "Camat Rina mengatakan \"Jalan desa ini aman\" kemarin.",
     "Camat Rina mengatakan \"Jalan desa ini sudah aman\" kemarin."},
    /* repeated_phrase.c: what slips in again is part of a sentence, seldom as much as seven words. */
    {RULE_SPELLING_REPEATED, "PHRASE_MOST",
     "Kemarin warga desa lama di tepi sungai itu warga desa lama di tepi sungai itu pulang.",
     "Kemarin warga desa lama di tepi sungai warga desa lama di tepi sungai pulang."},
    /* repeated_phrase.c: further off, it is what somebody says next. */
    {RULE_SPELLING_REPEATED, "CLAUSE_WITHIN",
     "Camat juga menyampaikan bahwa jalan desa lama di tepi sungai itu sudah baik dan kering lagi sekali Camat "
     "juga menyampaikan terima kasih.",
     "Camat juga menyampaikan bahwa jalan desa lama di tepi sungai itu sudah baik dan kering lagi Camat juga "
     "menyampaikan terima kasih."},
    /* repeated_phrase.c: "dalam kata pembuka sambutannya", no longer. */
    {RULE_SPELLING_REPEATED, "NAME_WITHIN",
     "Rina Dewi dalam kata pembuka yang sambutannya, Rina Dewi berharap panen berlimpah.",
     "Rina Dewi dalam kata pembuka sambutannya, Rina Dewi berharap panen berlimpah."},
    /* foreign.c: shorter ones are abbreviations and units. */
    {RULE_SPELLING_FOREIGN, "FOREIGN_MIN", "Dinas memakai of baru.", "Dinas memakai who baru."},
};

static void distances(void **state) {
    struct bench *bench = *state;
    struct str wrong = {0}, right = {0};
    size_t failed = 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        size_t silent = findings_of(bench, pairs[i].rule, pairs[i].silent, &wrong, &right);
        size_t found = findings_of(bench, pairs[i].rule, pairs[i].found, &wrong, &right);
        if (!silent && found) continue;
        failed++;
        print_error("%s: %zu in \"%s\", %zu in \"%s\"\n", pairs[i].what, silent, pairs[i].silent, found,
                    pairs[i].found);
    }
    str_free(&wrong);
    str_free(&right);
    assert_int_equal(failed, 0);
}

/* A number that is being tried: what must be seen on words that lie near it. */
struct trial {
    struct bench *bench;
    const char *what;
    size_t below, above, failed;
};

enum { EACH_SIDE = 6 /* words tried on either side of a number */ };

/* Whether the rule's finding begins where expected (NULL: none) and offers that (NULL: whatever). */
static void expect(struct trial *t, enum rule_id rule, const char *words, bool above,
                   const char *wrong_wanted, const char *right_wanted) {
    size_t *side = above ? &t->above : &t->below;
    if (*side >= EACH_SIDE) return;
    ++*side;
    struct str wrong = {0}, right = {0};
    size_t found = findings_of(t->bench, rule, words, &wrong, &right);
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

static void end(const struct trial *t) {
    if (!t->below || !t->above) print_error("%s: %zu below, %zu above\n", t->what, t->below, t->above);
    assert_true(t->below && t->above);
    assert_int_equal(t->failed, 0);
}

/* Calls visit for every line of a lexicon. */
static void each(struct trial *t, enum lexicon_name name, void (*visit)(struct trial *, struct slice)) {
    struct slice key;
    for (size_t at = 0; lexicon_next(language_lexicon(t->bench->language, name), &at, &key, NULL);)
        visit(t, key);
}

static bool is_listed(struct trial *t, struct slice word) {
    static const enum lexicon_name tables[] = {LEXICON_NONSTANDARD, LEXICON_PREPOSITIONS, LEXICON_COMPOUNDS,
                                               LEXICON_REDUPLICATIONS, LEXICON_GOVERNMENT};
    for (size_t i = 0; i < sizeof tables / sizeof *tables; i++)
        if (language_begins(t->bench->language, tables[i], word)) return true;
    return false;
}

static bool between(size_t n, size_t low, size_t high) {
    return n >= low && n <= high;
}

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
    return !is_listed(t, str_slice(&apart->joined)) && !is_listed(t, pair);
}

static void try_apart(struct trial *t, const struct apart *apart, bool above) {
    struct str words = {0}, right = {0};
    str_printf(&words, "Bantuan itu ada %s warga.", str_text(&apart->joined));
    str_printf(&right, "di %.*s", SLICE_ARG(apart->word));
    expect(t, RULE_SPELLING_PREPOSITION, str_text(&words), above, above ? str_text(&apart->joined) : NULL,
           above ? str_text(&right) : NULL);
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
        frequency_of_pair(language, SLICE("di"), verb) || is_listed(t, word))
        return;
    struct str words = {0}, wrong = {0};
    str_printf(&words, "Hal itu kemarin di %.*s warga.", SLICE_ARG(verb));
    str_printf(&wrong, "di %.*s", SLICE_ARG(verb));
    expect(t, RULE_SPELLING_PREPOSITION, str_text(&words), times >= 3, times >= 3 ? str_text(&wrong) : NULL,
           NULL);
    str_free(&words);
    str_free(&wrong);
}

/* "di rekrut": a verb that shows no suffix, known by how much commoner it is with its prefix than without. */
static bool reads_bare(struct trial *t, struct slice word, struct slice *verb) {
    struct language *language = t->bench->language;
    if (word.len < strlen("diXXX") || !slice_starts(word, SLICE("di")) || is_listed(t, word)) return false;
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
    expect(t, RULE_SPELLING_PREPOSITION, str_text(&words), above, above ? str_text(&wrong) : NULL, NULL);
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
static void each_apart(struct trial *t, void (*visit)(struct trial *, struct slice)) {
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
    static const struct {
        const char *what;
        void (*visit)(struct trial *, struct slice);
    } numbers[] = {{"MUCH_COMMONER 5", near_much_commoner},
                   {"NOUN_PAIRS 30", near_noun_pairs},
                   {"NOUN_PAIRS_BARE 10", near_noun_pairs_bare}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct trial t = {.bench = *state, .what = numbers[i].what};
        each_apart(&t, numbers[i].visit);
        end(&t);
    }
    static const struct {
        const char *what;
        void (*visit)(struct trial *, struct slice);
    } passives[] = {{"PASSIVES_MIN 3", near_passives_min},
                    {"BARE_PASSIVES_MIN 10", near_bare_passives_min},
                    {"BARE_SHARE 2", near_bare_share}};
    for (size_t i = 0; i < sizeof passives / sizeof *passives; i++) {
        struct trial t = {.bench = *state, .what = passives[i].what};
        each(&t, LEXICON_FREQUENCY, passives[i].visit);
        end(&t);
    }
}

/* foreign.c: a word in one of 280 articles (60 of 16,800) is at home, even where English has it too. */
static void near_seldom(struct trial *t, struct slice word) {
    struct language *language = t->bench->language;
    size_t times = frequency_of(language, word);
    if (!between(times, 40, 85) || word.len < 4 || is_listed(t, word) ||
        slice_find(word, SLICE("-"), 0) != SIZE_MAX || language_begins(language, LEXICON_FOREIGN, word) ||
        word_is_english(language, word) || !speller_is_english(language_speller(language), word))
        return;
    struct str words = {0}, wrong = {0};
    str_printf(&words, "Dinas memakai %.*s camera baru.", SLICE_ARG(word));
    str_printf(&wrong, "%.*s camera", SLICE_ARG(word));
    expect(t, RULE_SPELLING_FOREIGN, str_text(&words), times >= 60, times >= 60 ? "camera" : str_text(&wrong),
           NULL);
    str_free(&words);
    str_free(&wrong);
}

static void foreign_words(void **state) {
    struct trial t = {.bench = *state, .what = "SELDOM 60"};
    each(&t, LEXICON_FREQUENCY, near_seldom);
    end(&t);
}

/* The halves of "bahu-membahu" and "benda-benda". */
static bool halves(struct slice word, struct slice *left, struct slice *right) {
    size_t hyphen = slice_find(word, SLICE("-"), 0);
    if (hyphen == SIZE_MAX) return false;
    *left = slice_range(word, 0, hyphen);
    *right = slice_range(word, hyphen + 1, word.len);
    return slice_find(*right, SLICE("-"), 0) == SIZE_MAX && left->len > 3 && right->len > 2;
}

/* repeated.c: "hari-hari" stands in one of fourteen articles with "hari", "ini-ini" in none: 200 lies
 * between. */
static void near_doubles_share(struct trial *t, struct slice word) {
    struct slice left, right;
    struct language *language = t->bench->language;
    if (!halves(word, &left, &right) || !slice_equal(left, right) || is_listed(t, left) ||
        word_is_english(language, left))
        return;
    size_t times = frequency_of(language, left), doubled = frequency_of(language, word);
    if (!between(times, doubled * 60, doubled * 600)) return;
    struct str words = {0}, wrong = {0};
    bool above = doubled * 200 >= times;
    str_printf(&words, "Camat memeriksa %.*s %.*s itu.", SLICE_ARG(left), SLICE_ARG(left));
    str_printf(&wrong, "%.*s %.*s", SLICE_ARG(left), SLICE_ARG(left));
    char *wanted = slice_copy(above ? word : left);
    expect(t, RULE_SPELLING_REPEATED, str_text(&words), above, str_text(&wrong), wanted);
    free(wanted);
    str_free(&words);
    str_free(&wrong);
}

static size_t common_tail(struct slice left, struct slice right) {
    size_t tail = 0;
    while (tail < left.len && tail < right.len &&
           left.data[left.len - 1 - tail] == right.data[right.len - 1 - tail])
        tail++;
    return tail;
}

static void try_changed(struct trial *t, struct slice left, struct slice right, bool above) {
    struct str words = {0}, wrong = {0};
    str_printf(&words, "Menurut catatan lurah %.*s %.*s tadi pagi.", SLICE_ARG(left), SLICE_ARG(right));
    str_printf(&wrong, "%.*s %.*s", SLICE_ARG(left), SLICE_ARG(right));
    expect(t, RULE_SPELLING_REPEATED, str_text(&words), above, above ? str_text(&wrong) : NULL, NULL);
    str_free(&words);
    str_free(&wrong);
}

/* repeated.c: in fewer articles stand slips and names; "bahu-membahu" stands in 13. */
static void near_changed_min(struct trial *t, struct slice word) {
    struct slice left, right;
    struct language *language = t->bench->language;
    size_t times = frequency_of(language, word);
    if (!between(times, 3, 7) || !halves(word, &left, &right) || slice_equal(left, right) ||
        is_listed(t, left) || common_tail(left, right) < 4 || frequency_of_pair(language, left, right) ||
        frequency_of_lists(language, word) >= 3) /* LISTS_SOME */
        return;
    try_changed(t, left, right, times >= 5);
}

/* repeated.c: berjam-jam and lauk-pauk have three letters in common at the end; any two words may have two.
 */
static void near_alike_min(struct trial *t, struct slice word) {
    struct slice left, right;
    struct language *language = t->bench->language;
    size_t times = frequency_of(language, word);
    if (times < 5 || !halves(word, &left, &right) || is_listed(t, left) ||
        frequency_of_pair(language, left, right) * 2 >= times || left.data[0] == right.data[0])
        return;
    size_t tail = common_tail(left, right);
    if (between(tail, 2, 3)) try_changed(t, left, right, tail == 3);
}

/* repeated.c: "Camat Rusak Rusak datang" may be a name; of a word that one article in 168 has, it is not. */
static void near_common_min(struct trial *t, struct slice word) {
    struct language *language = t->bench->language;
    size_t times = frequency_of(language, word);
    if (!between(times, 95, 104) || word.len < 4 || is_listed(t, word) || word_is_english(language, word) ||
        slice_find(word, SLICE("-"), 0) != SIZE_MAX || word.data[0] < 'a' || word.data[0] > 'z' ||
        speech_classes(language, word) & (SPEECH_ROLE | SPEECH_ORG))
        return;
    struct str words = {0}, wrong = {0};
    int first = word.data[0] - 'a' + 'A';
    struct slice rest = slice_range(word, 1, word.len);
    str_printf(&wrong, "%c%.*s %c%.*s", first, SLICE_ARG(rest), first, SLICE_ARG(rest));
    str_printf(&words, "Warga memeriksa %s itu.", str_text(&wrong));
    bool above = times >= 100;
    expect(t, RULE_SPELLING_REPEATED, str_text(&words), above, above ? str_text(&wrong) : NULL, NULL);
    str_free(&words);
    str_free(&wrong);
}

static void repetitions(void **state) {
    static const struct {
        const char *what;
        void (*visit)(struct trial *, struct slice);
    } numbers[] = {{"DOUBLES_SHARE 200", near_doubles_share},
                   {"CHANGED_MIN 5", near_changed_min},
                   {"ALIKE_MIN 3", near_alike_min},
                   {"COMMON_MIN 100", near_common_min}};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        struct trial t = {.bench = *state, .what = numbers[i].what};
        each(&t, LEXICON_FREQUENCY, numbers[i].visit);
        end(&t);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances),
        cmocka_unit_test(prepositions),
        cmocka_unit_test(foreign_words),
        cmocka_unit_test(repetitions),
    };
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
