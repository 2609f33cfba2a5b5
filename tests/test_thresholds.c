/*
 * The numbers of the rules, each with a case just below and just above. Distances are in words of a sentence
 * that is written out; counts are tried on the words of the dictionaries that lie nearest on either side, so
 * that other counts need no other test. Where a number comes from is said here: most were chosen while
 * reading what the rule finds in articles and press releases, and are as good as that.
 */
#include "language/lexicon/frequency.h"
#include "language/sentence/speech.h"
#include "language/spelling/speller.h"
#include "trial.h"

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
    /* figure.c: a score stands after its index, and the year and the place may stand between. */
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
        size_t silent = bench_check(bench, pairs[i].silent, pairs[i].rule, &wrong, &right);
        size_t found = bench_check(bench, pairs[i].found, pairs[i].rule, &wrong, &right);
        if (!silent && found) continue;
        failed++;
        print_error("%s: %zu in \"%s\", %zu in \"%s\"\n", pairs[i].what, silent, pairs[i].silent, found,
                    pairs[i].found);
    }
    str_free(&wrong);
    str_free(&right);
    assert_int_equal(failed, 0);
}

/* foreign.c: a word in one of 280 articles (60 of 16,800) is at home, even where English has it too. */
static void near_seldom(struct trial *t, struct slice word) {
    struct language *language = t->bench->language;
    size_t times = frequency_of(language, word);
    if (!between(times, 40, 85) || word.len < 4 || trial_is_listed(t, word) ||
        slice_find(word, SLICE("-"), 0) != SIZE_MAX || language_begins(language, LEXICON_FOREIGN, word) ||
        word_is_english(language, word) || !speller_is_english(language_speller(language), word))
        return;
    struct str words = {0}, wrong = {0};
    str_printf(&words, "Dinas memakai %.*s camera baru.", SLICE_ARG(word));
    str_printf(&wrong, "%.*s camera", SLICE_ARG(word));
    trial_expect(t, RULE_SPELLING_FOREIGN, str_text(&words), times >= 60,
                 times >= 60 ? "camera" : str_text(&wrong), NULL);
    str_free(&words);
    str_free(&wrong);
}

static void foreign_words(void **state) {
    static const struct trial_number number = {"SELDOM 60", near_seldom};
    trial_all(*state, &number, 1, trial_each_counted);
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
    if (!halves(word, &left, &right) || !slice_equal(left, right) || trial_is_listed(t, left) ||
        word_is_english(language, left))
        return;
    size_t times = frequency_of(language, left), doubled = frequency_of(language, word);
    if (!between(times, doubled * 60, doubled * 600)) return;
    struct str words = {0}, wrong = {0};
    bool above = doubled * 200 >= times;
    str_printf(&words, "Camat memeriksa %.*s %.*s itu.", SLICE_ARG(left), SLICE_ARG(left));
    str_printf(&wrong, "%.*s %.*s", SLICE_ARG(left), SLICE_ARG(left));
    char *wanted = slice_copy(above ? word : left);
    trial_expect(t, RULE_SPELLING_REPEATED, str_text(&words), above, str_text(&wrong), wanted);
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
    trial_expect(t, RULE_SPELLING_REPEATED, str_text(&words), above, above ? str_text(&wrong) : NULL, NULL);
    str_free(&words);
    str_free(&wrong);
}

/* repeated.c: in fewer articles stand slips and names; "bahu-membahu" stands in 13. */
static void near_changed_min(struct trial *t, struct slice word) {
    struct slice left, right;
    struct language *language = t->bench->language;
    size_t times = frequency_of(language, word);
    if (!between(times, 3, 7) || !halves(word, &left, &right) || slice_equal(left, right) ||
        trial_is_listed(t, left) || common_tail(left, right) < 4 ||
        frequency_of_pair(language, left, right) || frequency_of_lists(language, word) >= 3) /* LISTS_SOME */
        return;
    try_changed(t, left, right, times >= 5);
}

/* repeated.c: berjam-jam and lauk-pauk have three letters in common at the end; any two words may have two.
 */
static void near_alike_min(struct trial *t, struct slice word) {
    struct slice left, right;
    struct language *language = t->bench->language;
    size_t times = frequency_of(language, word);
    if (times < 5 || !halves(word, &left, &right) || trial_is_listed(t, left) ||
        frequency_of_pair(language, left, right) * 2 >= times || left.data[0] == right.data[0])
        return;
    size_t tail = common_tail(left, right);
    if (between(tail, 2, 3)) try_changed(t, left, right, tail == 3);
}

/* repeated.c: "Camat Rusak Rusak datang" may be a name; of a word that one article in 168 has, it is not. */
static void near_common_min(struct trial *t, struct slice word) {
    struct language *language = t->bench->language;
    size_t times = frequency_of(language, word);
    if (!between(times, 95, 104) || word.len < 4 || trial_is_listed(t, word) ||
        word_is_english(language, word) || slice_find(word, SLICE("-"), 0) != SIZE_MAX ||
        word.data[0] < 'a' || word.data[0] > 'z' ||
        speech_classes(language, word) & (SPEECH_ROLE | SPEECH_ORG))
        return;
    struct str words = {0}, wrong = {0};
    int first = word.data[0] - 'a' + 'A';
    struct slice rest = slice_range(word, 1, word.len);
    str_printf(&wrong, "%c%.*s %c%.*s", first, SLICE_ARG(rest), first, SLICE_ARG(rest));
    str_printf(&words, "Warga memeriksa %s itu.", str_text(&wrong));
    bool above = times >= 100;
    trial_expect(t, RULE_SPELLING_REPEATED, str_text(&words), above, above ? str_text(&wrong) : NULL, NULL);
    str_free(&words);
    str_free(&wrong);
}

static void repetitions(void **state) {
    static const struct trial_number numbers[] = {{"DOUBLES_SHARE 200", near_doubles_share},
                                                  {"CHANGED_MIN 5", near_changed_min},
                                                  {"ALIKE_MIN 3", near_alike_min},
                                                  {"COMMON_MIN 100", near_common_min}};
    trial_all(*state, numbers, sizeof numbers / sizeof *numbers, trial_each_counted);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(distances), cmocka_unit_test(foreign_words),
                                       cmocka_unit_test(repetitions)};
    return cmocka_run_group_tests(tests, bench_setup, bench_teardown);
}
