#ifndef SUNTING_CHECK_RULE_SET_H
#define SUNTING_CHECK_RULE_SET_H

#include "check/rule_book.h"
#include "config/settings.h"

/* Which rules are on, and how grave what they find is. */
struct rule_set {
    bool enabled[RULE_COUNT];
    enum severity severity[RULE_COUNT];
    size_t limits[RULE_COUNT]; /* of rules that count; 0: their own */
    struct rule_book *book;    /* not owned; NULL: the rules of the program alone */
};

/* As the rules themselves say. */
void rule_set_default(struct rule_set *set, struct rule_book *book);
/* As the settings say, over what is there. False with a sentence in e for the first rule that does not exist;
 * the other settings count all the same. */
bool rule_set_apply(struct rule_set *set, const struct settings *settings, struct error *e);

#endif
