#ifndef SUNTING_TESTS_CHECK_TEXT_H
#define SUNTING_TESTS_CHECK_TEXT_H

/*
 * Checks a draft with some rules ("typography.space", "typography", ...: as --only has them) and expects
 * these findings, in order: "text>first suggestion" each, only "text" where nothing is suggested, with ';'
 * between.
 */
void expect_findings(const char *rules, const char *draft, const char *expected);

#endif
