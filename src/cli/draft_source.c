#include "cli/draft_source.h"

#include "base/file.h"

enum { DRAFT_LIMIT = 64 << 20 };

bool draft_source_read(struct draft_source *source, const char *path, struct error *e) {
    *source = (struct draft_source){.path = path};
    struct str bytes = {0};
    if (!file_read(path, DRAFT_LIMIT, &bytes, e)) {
        str_free(&bytes);
        return false;
    }
    size_t len = bytes.len;
    source->text = text_from(str_steal(&bytes), len);
    positions_make(&source->positions, source->text);
    return true;
}

void draft_source_free(struct draft_source *source) {
    positions_free(&source->positions);
    text_free(source->text);
    source->text = NULL;
}

struct checker *draft_source_check(const struct draft_source *source, struct language *language,
                                   enum lang lang, const bool enabled[RULE_COUNT]) {
    static const bool none[RULE_COUNT];
    struct checker *checker = checker_new(language, lang, enabled ? enabled : none);
    checker_suggest(checker, true);
    checker_attach(checker, source->text);
    checker_run(checker, 0, NULL, NULL);
    return checker;
}
