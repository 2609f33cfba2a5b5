#include "check/rule_set.h"

#include "check/messages.h"

#include <stdlib.h>

void rule_set_default(struct rule_set *set, struct rule_book *book) {
    const struct rule *rule;
    *set = (struct rule_set){.book = book};
    for (size_t i = 0; (rule = rule_book_rule(book, i)) != NULL; i++) {
        set->enabled[i] = rule->on;
        set->severity[i] = rule->severity;
    }
}

static bool refuse(const struct setting *setting, const char *rule, struct error *e) {
    return error_set(e, SETTINGS_NO_RULE, setting->file, setting->line, rule);
}

/* "only" of one file clears what was on once, then adds. */
static bool apply_rules(struct rule_set *set, const struct settings_list *list, struct error *e) {
    bool ok = true;
    unsigned cleared = 0;
    for (size_t i = 0; i < list->items.count; i++) {
        const struct setting *setting = &list->items.items[i];
        bool only = strcmp(setting->name, "only") == 0;
        if (only && !(cleared & setting->from)) {
            memset(set->enabled, 0, sizeof set->enabled);
            cleared |= setting->from;
        }
        bool value = strcmp(setting->name, "except") != 0;
        if (!rules_select(set->book, set->enabled, slice_of(setting->value), value, NULL))
            ok = refuse(setting, setting->value, ok ? e : NULL);
    }
    return ok;
}

static enum severity severity_of(const char *name) {
    return strcmp(name, "error") == 0     ? SEVERITY_ERROR
           : strcmp(name, "warning") == 0 ? SEVERITY_WARNING
                                          : SEVERITY_HINT;
}

bool rule_set_apply(struct rule_set *set, const struct settings *settings, struct error *e) {
    bool ok = apply_rules(set, &settings->rules, e);
    for (size_t i = 0; i < settings->severity.items.count; i++) {
        const struct setting *setting = &settings->severity.items.items[i];
        bool named[RULE_COUNT] = {false};
        if (!rules_select(set->book, named, slice_of(setting->name), true, NULL))
            ok = refuse(setting, setting->name, ok ? e : NULL);
        for (size_t rule = 0; rule < RULE_COUNT; rule++)
            if (named[rule]) set->severity[rule] = severity_of(setting->value);
    }
    for (size_t i = 0; i < settings->limits.items.count; i++) {
        const struct setting *setting = &settings->limits.items.items[i];
        bool named[RULE_COUNT] = {false};
        if (!rules_select(set->book, named, slice_of(setting->name), true, NULL))
            ok = refuse(setting, setting->name, ok ? e : NULL);
        for (size_t rule = 0; rule < RULE_COUNT; rule++)
            if (named[rule]) set->limits[rule] = strtoul(setting->value, NULL, 10);
    }
    return ok;
}
