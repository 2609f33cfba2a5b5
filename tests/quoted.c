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

/* The lines that line() writes, one for each quotation of the draft. */
static void expect_lines(struct language *language, const struct example *example,
                         void (*line)(struct str *out, const struct quote *quote)) {
    struct text *text = quoted_text(example->draft);
    struct checker *checker = quoted_check(language, text);
    struct attribution found = {0};
    struct str got = {0};
    assert_true(document_quotes(checker_document(checker), language, &found, NULL, NULL));
    for (size_t i = 0; i < found.quotes.count; i++) {
        const struct quote *q = &found.quotes.items[i];
        if (i) str_append_byte(&got, '\n');
        line(&got, q);
        assert_true(q->start < q->end && q->end <= strlen(example->draft));
    }
    if (strcmp(str_text(&got), example->expected) != 0) print_error("%s\n", example->draft);
    assert_string_equal(str_text(&got), example->expected);
    str_free(&got);
    attribution_free(&found);
    checker_free(checker);
    text_free(text);
}

static void write_cue(struct str *out, const struct quote *q) {
    str_printf(out, "%c%.*s;%.*s;%.*s", "=?!"[q->standing], SLICE_ARG(q->cue), SLICE_ARG(q->speaker),
               SLICE_ARG(q->person));
}

static void write_office(struct str *out, const struct quote *q) {
    str_printf(out, "%.*s|%.*s", SLICE_ARG(q->person), SLICE_ARG(q->role));
}

void quoted_expect(struct language *language, const struct example *example) {
    expect_lines(language, example, write_cue);
}

void quoted_expect_office(struct language *language, const struct example *example) {
    expect_lines(language, example, write_office);
}

int quoted_setup(void **state) {
    *state = language_new("dictionaries", LANG_ID);
    return 0;
}

int quoted_teardown(void **state) {
    language_free(*state);
    return 0;
}
