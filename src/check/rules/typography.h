#ifndef SUNTING_CHECK_RULES_TYPOGRAPHY_H
#define SUNTING_CHECK_RULES_TYPOGRAPHY_H

#include "check/rule.h"
#include "language/sentence/words.h"

/* Findings that say "write it like this": bytes start to end of the block should read right. The message gets
 * the wrong text and the right one; say picks the sentence of the rule. */
typedef void typography_say(struct finding *finding, enum lang lang, struct slice wrong, struct slice right);

enum letters {
    LETTERS_KEPT,
    LETTERS_SMALL, /* all of them */
    LETTERS_CAPITALS,
    LETTERS_FIRST_SMALL, /* the others as they are */
    LETTERS_FIRST_CAPITAL
};
/* Appends the word with its letters changed. */
void typography_append(struct str *out, struct slice word, enum letters letters);

void typography_report(const struct check_context *context, const struct analysis *a, struct findings *out,
                       enum rule_id rule, size_t start, size_t end, struct slice right, typography_say *say);
/* Tokens first and last with glue between them belong in place of what stands there. */
struct typography_join {
    size_t first, last;
    const char *glue;
    enum letters letters; /* of the last */
};
void typography_report_join(const struct check_context *context, const struct analysis *a,
                            struct findings *out, enum rule_id rule, struct typography_join join,
                            typography_say *say);

#endif
