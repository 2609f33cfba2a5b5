/* training/lesson, training/judge: checker and key agree on every planted flaw of every lesson, and on
 * nothing else. */
#include "check/checker.h"
#include "check/rule_book.h"
#include "training/fit.h"
#include "training/judge.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct desk {
    struct language *language;
    struct rule_book *book;
    struct lesson_names names;
};

static int set_up(void **state) {
    struct desk *desk = memory_zero(1, sizeof *desk);
    desk->language = language_new("dictionaries", LANG_ID);
    desk->book = rule_book_new(desk->language, "dictionaries");
    lesson_names_find(NULL, &desk->names);
    *state = desk;
    return 0;
}

static int tear_down(void **state) {
    struct desk *desk = *state;
    lesson_names_free(&desk->names);
    rule_book_free(desk->book);
    language_free(desk->language);
    free(desk);
    return 0;
}

static struct lesson *load(const char *name) {
    struct str path = {0};
    struct error e = {0};
    assert_true(lesson_path(NULL, name, &path));
    struct lesson *lesson = lesson_load(str_text(&path), &e);
    if (!lesson) fail_msg("%s", str_text(&e.text));
    str_free(&path);
    return lesson;
}

/* A checker that has run over the draft with the rules of the lesson; its text is the caller's. */
static struct checker *check(struct desk *desk, const struct lesson *lesson, const struct text *text) {
    struct rule_set set;
    rule_set_default(&set, desk->book);
    for (size_t i = 0; i < RULE_COUNT; i++)
        set.enabled[i] = i < RULE_BUILTIN && rule_get((enum rule_id)i)->on;
    assert_true(lesson_take_rules(lesson, &set, NULL));
    struct checker *checker = checker_new(desk->language, LANG_ID, set.enabled);
    checker_rules(checker, &set);
    checker_attach(checker, text);
    checker_run(checker, 0, NULL, NULL);
    return checker;
}

static void judge_text(struct desk *desk, const struct lesson *lesson, struct slice bytes,
                       struct judgement *judgement) {
    struct text *text = text_with(bytes);
    struct checker *checker = check(desk, lesson, text);
    judge(judgement, lesson, text, checker_findings(checker));
    checker_free(checker);
    text_free(text);
}

static void expect_agreement(struct desk *desk, const struct lesson *lesson) {
    struct text *text = text_with(str_slice(&lesson->draft));
    struct checker *checker = check(desk, lesson, text);
    struct str misfits = {0};
    if (!lesson_fits(lesson, checker_findings(checker), LANG_ID, &misfits))
        fail_msg("%s", str_text(&misfits));
    str_free(&misfits);
    checker_free(checker);
    text_free(text);
}

static void checker_and_key_agree(void **state) {
    struct desk *desk = *state;
    assert_true(desk->names.list.count >= 15);
    for (size_t i = 0; i < desk->names.list.count; i++) {
        struct lesson *lesson = load(desk->names.list.items[i]);
        expect_agreement(desk, lesson);
        lesson_free(lesson);
    }
}

/* What the key says instead, flaw by flaw from the last: each step mends one, and nothing new comes up. */
static void the_key_solves_every_lesson(void **state) {
    struct desk *desk = *state;
    for (size_t i = 0; i < desk->names.list.count; i++) {
        struct lesson *lesson = load(desk->names.list.items[i]);
        struct str draft = {0};
        struct judgement judgement = {0};
        str_append(&draft, str_slice(&lesson->draft));
        judge_text(desk, lesson, str_slice(&draft), &judgement);
        assert_int_equal(judgement.open, lesson->flaws.count); /* who does nothing has mended nothing */
        for (size_t k = lesson->flaws.count; k-- > 0;) {
            const struct flaw *flaw = &lesson->flaws.items[k];
            str_splice(&draft, flaw->start, flaw->end - flaw->start, str_slice(&flaw->right));
            judge_text(desk, lesson, str_slice(&draft), &judgement);
            if (judgement.open != k || !judgement.mended.items[k])
                fail_msg("%s: %s: %zu open instead of %zu", lesson->name, str_text(&flaw->words),
                         judgement.open, k);
            if (judgement.others) fail_msg("%s: new findings after %s", lesson->name, str_text(&flaw->right));
        }
        judgement_free(&judgement);
        str_free(&draft);
        lesson_free(lesson);
    }
}

/* In other words, or elsewhere: what counts is whether the rule has something to say at the place. */
static void any_way_of_mending_counts(void **state) {
    static const struct {
        const char *from, *to;
        size_t mended;
    } rows[] = {{"di sampaikan", "dikatakan", 1},
                {"Hal itu di sampaikan Kepala Bagian Umum, Dedi Putra.", "", 1},
                {"terletak dihalaman kantor", "ada di kantor", 1},
                {"dihalaman", "dibelakang", 0},
                {"dimana bak penampung berikutnya akan dibangun", "letak bak penampung berikutnya", 1},
                {"Sumur itu terletak dihalaman kantor wali nagari. Airnya dialirkan kerumah warga",
                 "Di halaman kantor wali nagari terletak sumur itu. Airnya sampai ke rumah warga", 2}};
    struct desk *desk = *state;
    struct lesson *lesson = load("07-di-dan-ke");
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str draft = {0};
        struct judgement judgement = {0};
        str_append(&draft, str_slice(&lesson->draft));
        size_t at = slice_find(str_slice(&draft), slice_of(rows[i].from), 0);
        assert_int_not_equal(at, SIZE_MAX);
        str_splice(&draft, at, strlen(rows[i].from), slice_of(rows[i].to));
        judge_text(desk, lesson, str_slice(&draft), &judgement);
        if (lesson->flaws.count - judgement.open != rows[i].mended) print_error("%s\n", rows[i].to);
        assert_int_equal(lesson->flaws.count - judgement.open, rows[i].mended);
        judgement_free(&judgement);
        str_free(&draft);
    }
    lesson_free(lesson);
}

static size_t count_of(const struct lesson *lesson, const struct str *rule) {
    size_t count = 0;
    vec_each(const struct flaw, flaw, &lesson->flaws)
        count += slice_equal(str_slice(&flaw->rule), str_slice(rule));
    return count;
}

/* The two tests of a workshop plant the same: as many flaws, rule by rule. */
static void the_tests_are_equal(void **state) {
    (void)state;
    struct lesson *before = load("18-uji-awal"), *after = load("19-uji-akhir");
    assert_int_equal(before->flaws.count, after->flaws.count);
    vec_each(const struct flaw, flaw, &before->flaws)
        assert_int_equal(count_of(before, &flaw->rule), count_of(after, &flaw->rule));
    assert_int_equal(before->test, LESSON_BEFORE);
    assert_int_equal(after->test, LESSON_AFTER);
    lesson_free(before);
    lesson_free(after);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(checker_and_key_agree),
        cmocka_unit_test(the_key_solves_every_lesson),
        cmocka_unit_test(any_way_of_mending_counts),
        cmocka_unit_test(the_tests_are_equal),
    };
    return cmocka_run_group_tests_name("lessons", tests, set_up, tear_down);
}
