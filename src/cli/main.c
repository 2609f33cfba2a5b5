#include "base/file.h"
#include "check/checker.h"

#include <stdio.h>

int main(int argc, char **argv) {
    struct error e = {0};
    struct str bytes = {0};
    if (argc < 2 || !file_read(argv[1], 64 << 20, &bytes, &e)) {
        fprintf(stderr, "sunting: %s\n", str_text(&e.text));
        return 2;
    }
    bool enabled[RULE_COUNT];
    for (size_t i = 0; i < RULE_COUNT; i++)
        enabled[i] = rule_get((enum rule_id)i)->on;
    size_t len = bytes.len;
    struct text *text = text_from(str_steal(&bytes), len);
    struct language *language = language_new("dictionaries", LANG_ID);
    struct checker *checker = checker_new(language, LANG_ID, enabled);
    checker_attach(checker, text);
    checker_run(checker, 0, NULL, NULL);
    const struct findings *findings = checker_findings(checker);
    for (size_t i = 0; i < findings->list.count; i++)
        printf("%zu %s\n", findings->list.items[i].start, findings->list.items[i].message);
    checker_free(checker);
    language_free(language);
    text_free(text);
    error_free(&e);
    return 0;
}
