#ifndef SUNTING_TESTS_MANUAL_PAGES_H
#define SUNTING_TESTS_MANUAL_PAGES_H

#include "base/message.h"

/* The manual pages and the completions of shells, made from the tables of commands, options, settings and
 * rules. */

/* What sunting(1) says to type; by enum lang what it is for. */
struct manual_example {
    const char *command, *texts[2];
};
enum { MANUAL_EXAMPLES = 6 };
extern const struct manual_example manual_examples[MANUAL_EXAMPLES];
/* The files, by enum lang, that hold the lesson of sunting-rules(5). */
extern const char *const manual_lessons[2];

/* Everything that is made: visit(path, content) for each. False: one of them said so. */
bool manual_each(bool (*visit)(const char *path, struct slice content));

#endif
