#include "server/host.h"

struct checker *host_checker(const struct host *host, const struct host_rules *rules, const char *path,
                             const struct text *text) {
    static const bool none[RULE_COUNT];
    struct checker *checker = checker_new(rules->language, host->lang, none);
    checker_rules(checker, rules->rules);
    checker_honour(checker, HONOUR_ALL);
    checker_suggest(checker, true);
    checker_name(checker, path);
    checker_attach(checker, text);
    return checker;
}
