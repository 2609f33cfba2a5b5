#ifndef SUNTING_TESTS_CHECK_TEXT_H
#define SUNTING_TESTS_CHECK_TEXT_H

#include <stdbool.h>
#include <stddef.h>

/*
 * Checks a draft with some rules ("typography.space", "typography", ...: as --only has them) and expects
 * these findings, in order: "text>first suggestion" each, only "text" where nothing is suggested, with ';'
 * between.
 */
void expect_findings(const char *rules, const char *draft, const char *expected);

/* Whether the rule is about the opening of a draft and off: a matter of the house, which drafts and words
 * that are checked with all rules need not fulfil. */
bool is_of_house(size_t rule);

#endif
