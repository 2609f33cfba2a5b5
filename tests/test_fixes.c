/*
 * check/fix: no fix that a finding offers harms a draft. With paths as arguments it tries the drafts there
 * and counts.
 */
#include "fix_trial.h"
#include "texts.h"

#include "cli/walk.h"
#include "draft/draft.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>

#include <cmocka.h>

/* What is left of a draft when the last finding of the rule gets its last fix; unchanged when there is none.
 */
static void mend(struct language *language, struct text *text) {
    bool enabled[RULE_COUNT] = {
        [RULE_DUPLICATE_EXACT] = true, [RULE_DUPLICATE_QUOTED] = true, [RULE_DUPLICATE_SIMILAR] = true};
    struct checker *checker = checker_new(language, LANG_ID, enabled);
    checker_attach(checker, text);
    checker_run(checker, 0, NULL, NULL);
    const struct findings *found = checker_findings(checker);
    assert_true(found->list.count > 0);
    struct fix fix;
    size_t which = 0;
    while (fix_get(checker_document(checker), vec_last(&found->list), which, &fix))
        which++;
    if (which) {
        struct str removed = {0};
        fix_get(checker_document(checker), vec_last(&found->list), which - 1, &fix);
        text_copy(text, fix.start, fix.end, &removed);
        text_apply(text, &(struct edit){fix.start, str_slice(&removed), fix.text});
        str_free(&removed);
    }
    checker_free(checker);
}

#define TWIN "Harga beras di pasar induk naik sejak awal bulan."

/* Taking out a repeated sentence leaves the marks and the speaker of the quotation it stands in. */
static void removals(void **state) {
    (void)state;
    static const struct {
        const char *draft, *mended;
    } cases[] = {
        /* alone, as one of several, first, last */
        {TWIN "\n\n" TWIN "\n\nAkhir.", TWIN "\n\nAkhir."},
        {TWIN "\n" TWIN "\nAkhir.\n", TWIN "\nAkhir.\n"},
        {TWIN " Sebab itu. " TWIN " Akhir.", TWIN " Sebab itu. Akhir."},
        {TWIN "\n\n" TWIN " Akhir.", TWIN "\n\nAkhir."},
        {TWIN "\n\nAwal. " TWIN, TWIN "\n\nAwal."},
        /* in a quotation */
        {TWIN "\n\n\"" TWIN " Kami siaga,\" ujar Rina.", TWIN "\n\n\"Kami siaga,\" ujar Rina."},
        {TWIN "\n\n\"Kami siaga. " TWIN " Tenang,\" ujar Rina.",
         TWIN "\n\n\"Kami siaga. Tenang,\" ujar Rina."},
        {TWIN "\n\n\"Kami siaga. Harga beras di pasar induk naik sejak awal bulan,\" ujar Rina.",
         TWIN "\n\n\"Kami siaga,\" ujar Rina."},
        {TWIN "\n\n“Kami siap? Harga beras di pasar induk naik sejak awal bulan,” ujar Rina.",
         TWIN "\n\n“Kami siap?” ujar Rina."},
        {TWIN "\n\nRina berkata, \"Kami siaga. " TWIN "\"", TWIN "\n\nRina berkata, \"Kami siaga.\""},
        /* what would leave half a pair stays */
        {TWIN "\n\n*" TWIN " Kami siaga.*", TWIN "\n\n*" TWIN " Kami siaga.*"},
    };
    struct language *language = language_new("dictionaries", LANG_ID);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text *text = text_with(slice_of(cases[i].draft));
        mend(language, text);
        expect_text(text, slice_of(cases[i].mended), cases[i].draft);
        text_free(text);
    }
    language_free(language);
}

static bool try_file(struct fix_trial *trial, const char *path) {
    struct error e = {0};
    struct draft *draft = draft_load(path, DRAFT_LIMIT, &e);
    if (draft) {
        struct str bytes = {0};
        text_copy(draft->text, 0, text_length(draft->text), &bytes);
        fix_trial_text(trial, path, str_slice(&bytes));
        fix_trial_all(trial, path, str_slice(&bytes));
        str_free(&bytes);
    } else {
        print_error("%s\n", str_text(&e.text));
    }
    bool read = draft != NULL;
    draft_free(draft);
    error_free(&e);
    return read;
}

static struct fix_trial try_paths(int count, char **paths) {
    struct language *language = language_new("dictionaries", LANG_ID);
    struct fix_trial trial = {.language = language, .book = rule_book_new(language, "dictionaries")};
    struct walk walk = {0};
    walk_arguments(&walk, count, paths);
    for (size_t i = 0; i < walk.paths.count; i++)
        try_file(&trial, walk.paths.items[i]);
    walk_free(&walk);
    rule_book_free(trial.book);
    language_free(language);
    return trial;
}

static void own_drafts(void **state) {
    (void)state;
    char samples[] = "samples", drafts[] = "tests/drafts", *paths[] = {samples, drafts};
    struct fix_trial trial = try_paths(2, paths);
    print_error("%s", str_text(&trial.complaints));
    assert_int_equal(trial.broken, 0);
    assert_true(trial.drafts > 5 && trial.fixes > 50);
    str_free(&trial.complaints);
}

static int report(int count, char **paths) {
    struct fix_trial trial = try_paths(count, paths);
    printf("%s%zu drafts, %zu findings, %zu fixes, %zu removals not offered, %zu sure, %zu broken, "
           "%zu with a new warning or hint\n",
           str_text(&trial.complaints), trial.drafts, trial.findings, trial.fixes, trial.refused, trial.sure,
           trial.broken, trial.warned);
    str_free(&trial.complaints);
    return trial.broken > 0;
}

int main(int argc, char **argv) {
    if (argc > 1) return report(argc - 1, argv + 1);
    const struct CMUnitTest tests[] = {cmocka_unit_test(own_drafts), cmocka_unit_test(removals)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
