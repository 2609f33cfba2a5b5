#include "quoted.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct checker *quoted_check(struct language *language, struct text *text) {
    bool enabled[RULE_COUNT] = {[RULE_ATTRIBUTION_QUOTE] = true,
                                [RULE_ATTRIBUTION_IMPLICIT] = true,
                                [RULE_ATTRIBUTION_INTRODUCTION] = true};
    struct checker *checker = checker_new(language, LANG_ID, enabled);
    checker_attach(checker, text);
    assert_true(checker_run(checker, 0, NULL, NULL));
    return checker;
}

struct text *quoted_text(const char *draft) {
    char *bytes = slice_copy(slice_of(draft));
    return text_from(bytes, strlen(bytes));
}

void quoted_expect(struct language *language, const struct example *example) {
    struct text *text = quoted_text(example->draft);
    struct checker *checker = quoted_check(language, text);
    struct attribution found = {0};
    struct str got = {0};
    assert_true(document_quotes(checker_document(checker), language, &found, NULL, NULL));
    for (size_t i = 0; i < found.quotes.count; i++) {
        const struct quote *q = &found.quotes.items[i];
        str_printf(&got, "%s%c%.*s;%.*s;%.*s", i ? "\n" : "", "=?!"[q->standing], SLICE_ARG(q->cue),
                   SLICE_ARG(q->speaker), SLICE_ARG(q->person));
        assert_true(q->start < q->end && q->end <= strlen(example->draft));
    }
    if (strcmp(str_text(&got), example->expected) != 0) print_error("%s\n", example->draft);
    assert_string_equal(str_text(&got), example->expected);
    str_free(&got);
    attribution_free(&found);
    checker_free(checker);
    text_free(text);
}

int quoted_setup(void **state) {
    *state = language_new("dictionaries", LANG_ID);
    return 0;
}

int quoted_teardown(void **state) {
    language_free(*state);
    return 0;
}
