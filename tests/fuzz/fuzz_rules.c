/* Rule files and house styles of arbitrary bytes, and what their patterns do to a draft: "---" alone on a
 * line parts the two. */
#include "check/checker.h"
#include "check/rule_try.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void check(struct language *language, struct rule_book *book, struct slice draft) {
    struct rule_set set;
    rule_set_default(&set, book);
    for (size_t id = 0; id < RULE_COUNT; id++)
        set.enabled[id] = id >= RULE_BUILTIN;
    struct text *text = text_with(draft);
    struct checker *checker = checker_new(language, LANG_ID, set.enabled);
    checker_rules(checker, &set);
    checker_attach(checker, text);
    checker_run(checker, 0, NULL, NULL);
    const struct findings *findings = checker_findings(checker);
    for (size_t i = 0; i < findings->list.count; i++)
        if (findings->list.items[i].start > findings->list.items[i].end ||
            findings->list.items[i].end > text_length(text) || !findings->list.items[i].message)
            abort();
    checker_free(checker);
    text_free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    static struct language *language;
    if (!language) language = language_new("dictionaries", LANG_ID);
    struct slice whole = {(const char *)bytes, len};
    size_t bar = slice_find(whole, SLICE("\n---\n"), 0);
    struct slice yaml = bar == SIZE_MAX ? whole : slice_range(whole, 0, bar + 1);
    struct slice draft = bar == SIZE_MAX ? whole : slice_range(whole, bar + 5, len);
    struct error e = {.lang = LANG_ID};
    struct rule_book *book = rule_book_new(language, NULL);
    struct rule_tried tried = {0};
    if (!rule_book_add_file(book, yaml, "aturan.yaml", &e) && !e.text.len) abort();
    str_clear(&e.text);
    if (!rule_book_add_house(book, yaml, ".sunting.yaml", &e) && !e.text.len) abort();
    check(language, book, draft);
    if (rule_book_rule(book, RULE_BUILTIN)) rule_try(&tried, book, language, LANG_EN, RULE_BUILTIN);
    str_free(&tried.told);
    error_free(&e);
    rule_book_free(book);
    return 0;
}
