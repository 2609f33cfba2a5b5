/* The whole check over arbitrary bytes, every rule on: findings lie inside the text, and an edit that is
 * taken back leaves the same findings. */
#include "check/checker.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void require(bool holds) {
    if (!holds) abort();
}

static size_t count_findings(struct checker *checker, size_t length) {
    require(checker_run(checker, 0, NULL, NULL));
    const struct findings *found = checker_findings(checker);
    for (size_t i = 0; i < found->list.count; i++) {
        const struct finding *f = &found->list.items[i];
        require(f->start <= f->end && f->end <= length);
        for (size_t k = 0; k < f->related.count; k++)
            require(f->related.items[k].start <= f->related.items[k].end &&
                    f->related.items[k].end <= length);
    }
    return found->list.count;
}

static void apply(struct checker *checker, struct text *text, const struct edit *edit) {
    struct change change = text_apply(text, edit);
    checker_edited(checker, edit, &change);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    static struct language *language;
    static struct rule_book *book;
    if (!language) language = language_new("dictionaries", LANG_ID);
    if (!book) book = rule_book_new(language, "dictionaries");
    struct rule_set set;
    rule_set_default(&set, book);
    for (size_t i = 0; i < RULE_COUNT; i++)
        set.enabled[i] = true;
    struct text *text = text_with((struct slice){(const char *)bytes, len});
    struct checker *checker = checker_new(language, len % 2 ? LANG_ID : LANG_EN, set.enabled);
    checker_rules(checker, &set);
    checker_attach(checker, text);
    size_t before = count_findings(checker, len), at = len ? bytes[0] % (len + 1) : 0;
    struct slice typed = SLICE("\"ya. Dan\n\n");
    apply(checker, text, &(struct edit){.offset = at, .inserted = typed});
    count_findings(checker, len + typed.len);
    apply(checker, text, &(struct edit){.offset = at, .removed = typed});
    require(count_findings(checker, len) == before);
    checker_free(checker);
    text_free(text);
    return 0;
}
