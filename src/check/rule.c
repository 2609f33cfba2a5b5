#include "check/messages.h"
#include "check/rule_book.h"

enum { ASK, SURE };

static const struct rule rules[RULE_BUILTIN] = {
#define RULE(ID, name_, severity_, letter_, on_, sure_, rank_, check_)                                       \
    [RULE_##ID] = {.id = RULE_##ID,                                                                          \
                   .name = name_,                                                                            \
                   .severity = SEVERITY_##severity_,                                                         \
                   .letter = letter_,                                                                        \
                   .on = on_,                                                                                \
                   .sure = sure_,                                                                            \
                   .rank = rank_,                                                                            \
                   .check = &check_of_##check_,                                                              \
                   .texts = {MESSAGE_RULE_##ID, MESSAGE_RULE_##ID##_WHY, MESSAGE_RULE_##ID##_WRONG,          \
                             MESSAGE_RULE_##ID##_RIGHT, MESSAGE_RULE_##ID##_SOURCE}},
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

const struct rule *rule_named(struct slice name) {
    for (size_t i = 0; i < RULE_BUILTIN; i++)
        if (slice_equal_text(name, rules[i].name)) return &rules[i];
    return NULL;
}

const char *rule_text(const struct rule *rule, enum rule_text text, enum lang lang) {
    if (!rule->file || rule->id < RULE_BUILTIN) return message_text(lang, rule->texts[text]);
    const char *own = rule->file->texts[text][lang];
    return own ? own : "";
}

bool rules_select(const struct rule_book *book, bool enabled[RULE_COUNT], struct slice names, bool value,
                  struct error *e) {
    while (names.len) {
        struct slice name = slice_trim(slice_cut(&names, ','));
        bool known = false;
        const struct rule *rule;
        for (size_t i = 0; (rule = rule_book_rule(book, i)) != NULL; i++)
            if (names_rule(name, rule->name)) {
                enabled[i] = value;
                known = true;
            }
        if (!known && name.len) return error_set(e, RULE_UNKNOWN, SLICE_ARG(name));
    }
    return true;
}
