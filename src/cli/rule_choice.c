#include "cli/rule_choice.h"

bool rule_choice_apply(const struct rule_choice *choice, struct rule_set *rules, struct error *e) {
    if (choice->only) memset(rules->enabled, 0, sizeof rules->enabled);
    return (!choice->only || rules_select(rules->book, rules->enabled, slice_of(choice->only), true, e)) &&
           (!choice->except || rules_select(rules->book, rules->enabled, slice_of(choice->except), false, e));
}

bool rule_choice_is_good(struct rule_book *book, const struct rule_choice *choice, struct error *e) {
    struct rule_set rules;
    rule_set_default(&rules, book);
    return rule_choice_apply(choice, &rules, e);
}
