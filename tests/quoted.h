#ifndef SUNTING_TESTS_QUOTED_H
#define SUNTING_TESTS_QUOTED_H

#include "check/checker.h"
#include "check/rules/quotes.h"

/* Drafts with what `sunting quotes` is to make of them. */

/* Expected: one line a quotation: = attributed, ? implicit, ! nobody; then cue;speaker;person. */
struct example {
    const char *draft, *expected;
};

/* Checks a text by the rules of attribution but .vague, .passive and .figure. Release with checker_free(). */
struct checker *quoted_check(struct language *language, struct text *text);
struct text *quoted_text(const char *draft);
void quoted_expect(struct language *language, const struct example *example);
/* Expected: one line a quotation: person|role, "" when unknown. */
void quoted_expect_office(struct language *language, const struct example *example);

/* Tests whose state is the language. */
int quoted_setup(void **state);
int quoted_teardown(void **state);

/* A test that expects all of a list. */
#define EXPECT_ALL(name, list)                                                                               \
    static void name(void **state) {                                                                         \
        for (size_t i = 0; i < sizeof(list) / sizeof *(list); i++)                                           \
            quoted_expect(*state, &(list)[i]);                                                               \
    }

#define EXPECT_OFFICES(name, list)                                                                           \
    static void name(void **state) {                                                                         \
        for (size_t i = 0; i < sizeof(list) / sizeof *(list); i++)                                           \
            quoted_expect_office(*state, &(list)[i]);                                                        \
    }

#endif
