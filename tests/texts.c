#include "texts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

void expect_slice(struct slice got, struct slice expected, const char *name) {
    if (!slice_equal(got, expected))
        fail_msg("%s: got <%.*s>, expected <%.*s>", name, SLICE_ARG(got), SLICE_ARG(expected));
}

void expect_text(const struct text *text, struct slice expected, const char *name) {
    struct str got = {0};
    text_copy(text, 0, text_length(text), &got);
    expect_slice(str_slice(&got), expected, name);
    str_free(&got);
}
