/*
 * True and false findings of each rule on the drafts of tests/gold, written for this. Beside NAME.md,
 * NAME.tsv holds its flaws, one a line: the rule that should find it, and words of the draft that the finding
 * should touch. A finding that touches none of its rule's flaws is false; a flaw that no finding touches is
 * missed.
 *
 * tests/gold/counts.tsv holds the counts; the test fails when they change. `make gold` shows them and what is
 * false and missed; `make gold UPDATE=1` (this program with --write) writes them.
 */
#include "base/file.h"
#include "base/vec.h"
#include "check/checker.h"
#include "check/rule_book.h"
#include "check_text.h"

#include <dirent.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

#define FOLDER "tests/gold"

struct counts {
    size_t right, wrong, missed;
};

struct gold {
    struct language *language;
    struct rule_book *book;
    struct rule_set rules; /* all of them on */
    struct counts of[RULE_COUNT];
    struct str told; /* what is false or missed, one a line */
    size_t drafts;
};

/* A flaw of a draft: anywhere its words stand. */
struct flaw {
    enum rule_id rule;
    struct slice words;
    bool found;
};

struct flaws {
    VEC(struct flaw) list;
};

static const struct rule *rule_of(const struct gold *gold, size_t id) {
    return rule_book_rule(gold->book, id);
}

static enum rule_id rule_called(const struct gold *gold, struct slice name) {
    const struct rule *rule;
    for (size_t i = 0; (rule = rule_of(gold, i)); i++)
        if (slice_equal_text(name, rule->name)) return (enum rule_id)i;
    fail_msg("tests/gold: no rule %.*s", SLICE_ARG(name));
    return RULE_COUNT;
}

static void read_flaws(const struct gold *gold, struct slice lines, struct slice draft, struct flaws *flaws) {
    while (lines.len) {
        struct slice words = slice_cut(&lines, '\n'), name = slice_cut(&words, '\t');
        if (slice_find(draft, words, 0) == SIZE_MAX) fail_msg("tests/gold: no \"%.*s\"", SLICE_ARG(words));
        vec_push(&flaws->list, (struct flaw){.rule = rule_called(gold, name), .words = words});
    }
}

static bool touches(const struct finding *f, struct slice draft, struct slice words) {
    for (size_t at = 0; (at = slice_find(draft, words, at)) != SIZE_MAX; at++)
        if (f->start < at + words.len && f->end > at) return true;
    return false;
}

static void judge(struct gold *gold, const char *name, const struct finding *f, struct slice draft,
                  struct flaws *flaws) {
    bool right = false;
    for (size_t i = 0; i < flaws->list.count; i++) {
        struct flaw *flaw = &flaws->list.items[i];
        if (flaw->rule != f->rule || !touches(f, draft, flaw->words)) continue;
        flaw->found = right = true;
    }
    if (right) {
        gold->of[f->rule].right++;
        return;
    }
    gold->of[f->rule].wrong++;
    str_printf(&gold->told, "false   %-26s %s: %.*s\n", finding_rule(f)->name, name,
               SLICE_ARG(slice_range(draft, f->start, f->end)));
}

static void check_draft(struct gold *gold, const char *name) {
    struct str draft = {0}, lines = {0}, path = {0};
    struct flaws flaws = {0};
    str_printf(&path, FOLDER "/%s.md", name);
    assert_true(file_read(str_text(&path), 1 << 20, &draft, NULL));
    str_clear(&path);
    str_printf(&path, FOLDER "/%s.tsv", name);
    assert_true(file_read(str_text(&path), 1 << 20, &lines, NULL));
    read_flaws(gold, str_slice(&lines), str_slice(&draft), &flaws);
    struct text *text = text_with(str_slice(&draft));
    struct checker *checker = checker_new(gold->language, LANG_ID, gold->rules.enabled);
    checker_rules(checker, &gold->rules);
    checker_attach(checker, text);
    assert_true(checker_run(checker, 0, NULL, NULL));
    const struct findings *found = checker_findings(checker);
    for (size_t i = 0; i < found->list.count; i++)
        judge(gold, name, &found->list.items[i], str_slice(&draft), &flaws);
    for (size_t i = 0; i < flaws.list.count; i++) {
        const struct flaw *flaw = &flaws.list.items[i];
        if (flaw->found) continue;
        gold->of[flaw->rule].missed++;
        str_printf(&gold->told, "missed  %-26s %s: %.*s\n", rule_of(gold, flaw->rule)->name, name,
                   SLICE_ARG(flaw->words));
    }
    gold->drafts++;
    checker_free(checker);
    text_free(text);
    vec_free(&flaws.list);
    str_free(&draft);
    str_free(&lines);
    str_free(&path);
}

static int is_draft(const struct dirent *entry) {
    return slice_ends(slice_of(entry->d_name), SLICE(".md"));
}

static void check_all(struct gold *gold) {
    struct dirent **names;
    int count = scandir(FOLDER, &names, is_draft, alphasort);
    gold->language = language_new("dictionaries", LANG_ID);
    gold->book = rule_book_new(gold->language, "dictionaries");
    rule_set_default(&gold->rules, gold->book);
    for (size_t i = 0; i < RULE_COUNT; i++)
        gold->rules.enabled[i] = !is_of_house(i); /* no flaw */
    for (int i = 0; i < count; i++) {
        names[i]->d_name[strlen(names[i]->d_name) - strlen(".md")] = 0;
        check_draft(gold, names[i]->d_name);
        free(names[i]);
    }
    free(names);
    assert_string_equal(language_problem(gold->language), "");
}

static void gold_free(struct gold *gold) {
    rule_book_free(gold->book);
    language_free(gold->language);
    str_free(&gold->told);
}

/* Of each rule that has one: its name, true, false, missed. */
static void append_counts(const struct gold *gold, struct str *out) {
    str_append_text(out, "# Findings on the drafts of this folder: made by `make gold UPDATE=1`.\n"
                         "# rule\ttrue\tfalse\tmissed\n");
    for (size_t i = 0; rule_of(gold, i); i++) {
        const struct counts *c = &gold->of[i];
        if (c->right + c->wrong + c->missed)
            str_printf(out, "%s\t%zu\t%zu\t%zu\n", rule_of(gold, i)->name, c->right, c->wrong, c->missed);
    }
}

static void counts_are_as_recorded(void **state) {
    (void)state;
    struct gold gold = {0};
    struct str recorded = {0}, counted = {0};
    check_all(&gold);
    append_counts(&gold, &counted);
    assert_true(gold.drafts >= 30);
    assert_true(file_read(FOLDER "/counts.tsv", 1 << 20, &recorded, NULL));
    bool same = slice_equal(str_slice(&recorded), str_slice(&counted));
    if (!same)
        print_error(
            "%s\nThe counts have changed (recorded: " FOLDER "/counts.tsv):\n%s\nLook at what is false and "
            "missed above. If the change is meant: make gold UPDATE=1, and commit counts.tsv with it.\n",
            str_text(&gold.told), str_text(&counted));
    assert_true(same);
    gold_free(&gold);
    str_free(&recorded);
    str_free(&counted);
}

static int show(bool write) {
    struct gold gold = {0};
    struct str counted = {0};
    check_all(&gold);
    append_counts(&gold, &counted);
    printf("%s\n%-28s %6s %6s %6s\n", str_text(&gold.told), "", "true", "false", "missed");
    struct counts sum = {0};
    for (size_t i = 0; rule_of(&gold, i); i++) {
        const struct counts *c = &gold.of[i];
        if (!(c->right + c->wrong + c->missed)) continue;
        printf("%-28s %6zu %6zu %6zu\n", rule_of(&gold, i)->name, c->right, c->wrong, c->missed);
        sum.right += c->right;
        sum.wrong += c->wrong;
        sum.missed += c->missed;
    }
    printf("%-28s %6zu %6zu %6zu\n", "", sum.right, sum.wrong, sum.missed);
    FILE *file = write ? fopen(FOLDER "/counts.tsv", "wb") : NULL;
    bool ok = !write || (file && fwrite(counted.data, 1, counted.len, file) == counted.len);
    if (file && fclose(file) != 0) ok = false;
    gold_free(&gold);
    str_free(&counted);
    return ok ? 0 : 1;
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(counts_are_as_recorded)};
    if (argc > 1) return show(strcmp(argv[1], "--write") == 0);
    return cmocka_run_group_tests(tests, NULL, NULL);
}
