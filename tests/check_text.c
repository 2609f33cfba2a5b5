#include "check_text.h"

#include "check/checker.h"
#include "check/rule_book.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void describe(const struct text *text, const struct findings *findings, struct str *out) {
    for (size_t i = 0; i < findings->list.count; i++) {
        const struct finding *f = &findings->list.items[i];
        if (i) str_append_byte(out, ';');
        text_copy(text, f->start, f->end, out);
        if (f->suggestions.count) str_printf(out, ">%s", f->suggestions.items[0]);
    }
}

void expect_findings(const char *rules, const char *draft, const char *expected) {
    bool enabled[RULE_COUNT] = {0};
    assert_true(rules_select(NULL, enabled, slice_of(rules), true, NULL));
    struct language *language = language_new("dictionaries", LANG_ID);
    struct text *text = text_with(slice_of(draft));
    struct rule_book *book = rule_book_new(language, "dictionaries");
    struct rule_set set;
    rule_set_default(&set, book);
    memcpy(set.enabled, enabled, sizeof enabled);
    struct checker *checker = checker_new(language, LANG_ID, enabled);
    checker_rules(checker, &set);
    checker_attach(checker, text);
    assert_true(checker_run(checker, 0, NULL, NULL));
    assert_string_equal(language_problem(language), "");
    struct str got = {0};
    describe(text, checker_findings(checker), &got);
    if (strcmp(str_text(&got), expected) != 0) print_error("%s\n", draft);
    assert_string_equal(str_text(&got), expected);
    str_free(&got);
    checker_free(checker);
    text_free(text);
    rule_book_free(book);
    language_free(language);
}

bool is_of_house(size_t rule) {
    const struct rule *of_opening = rule_get(RULE_STYLE_DATELINE);
    return rule < RULE_BUILTIN && rule_get((enum rule_id)rule)->check == of_opening->check &&
           !rule_get((enum rule_id)rule)->on;
}
