#include "check/rule.h"

enum { ASK, SURE };

static const struct rule rules[RULE_COUNT] = {
#define RULE(id, name_, severity_, letter_, on_, sure_, rank_, check_)                                       \
    [RULE_##id] = {.name = name_,                                                                            \
                   .severity = SEVERITY_##severity_,                                                         \
                   .letter = letter_,                                                                        \
                   .on = on_,                                                                                \
                   .sure = sure_,                                                                            \
                   .rank = rank_,                                                                            \
                   .check = &check_of_##check_,                                                              \
                   .about = MESSAGE_RULE_##id,                                                               \
                   .why = MESSAGE_RULE_##id##_WHY,                                                           \
                   .wrong = MESSAGE_RULE_##id##_WRONG,                                                       \
                   .right = MESSAGE_RULE_##id##_RIGHT,                                                       \
                   .source = MESSAGE_RULE_##id##_SOURCE},
#include "check/rules.def"
#undef RULE
};

const struct rule *rule_get(enum rule_id id) {
    return &rules[id];
}

/* "duplicate" and "duplicate." name the family, "duplicate.exact" the rule. */
static bool names_rule(struct slice name, const char *rule) {
    struct slice full = slice_of(rule);
    return name.len && slice_starts(full, name) &&
           (full.len == name.len || name.data[name.len - 1] == '.' || full.data[name.len] == '.');
}

bool rules_select(bool enabled[RULE_COUNT], struct slice names, bool value, struct error *e) {
    while (names.len) {
        struct slice name = slice_trim(slice_cut(&names, ','));
        bool known = false;
        for (size_t i = 0; i < RULE_COUNT; i++)
            if (names_rule(name, rules[i].name)) {
                enabled[i] = value;
                known = true;
            }
        if (!known && name.len) return error_set(e, RULE_UNKNOWN, SLICE_ARG(name));
    }
    return true;
}
