/* Bytes as a draft that is edited: its blocks hold all its lines, what is hidden stands in order, and after
 * each edit it is split as a draft that was never anything else. The last three bytes of every sixteen are an
 * edit: where (in 256ths), how many bytes go (in 256ths of the rest), what comes. */
#include "check/checker.h"

#include <stdio.h>
#include <stdlib.h>

enum { EDITS_MAX = 8, DRAFT_MAX = 4000 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define require(condition) ((condition) ? (void)0 : (fprintf(stderr, "not so: %s\n", #condition), abort()))

static void check_blocks(const struct document *document) {
    size_t line = 0;
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.items[i];
        const struct markup *markup = &block->analysis.markup;
        require(block->line == line && block->lines > 0);
        require(block->start == text_line_start(document->text, line));
        line += block->lines;
        for (size_t k = 0; k < markup->spans.count; k++) {
            const struct markup_span *span = &markup->spans.items[k];
            require(span->start < span->end && span->end <= block->text.len);
            require(k == 0 || markup->spans.items[k - 1].end <= span->start);
        }
    }
    require(line == text_line_count(document->text));
}

static void check_same(const struct document *a, const struct document *b) {
    require(a->blocks.count == b->blocks.count);
    for (size_t i = 0; i < a->blocks.count; i++) {
        const struct block *x = a->blocks.items[i], *y = b->blocks.items[i];
        require(x->kind == y->kind && x->line == y->line && x->lines == y->lines);
        require(slice_equal(x->text, y->text));
        require(x->analysis.markup.spans.count == y->analysis.markup.spans.count);
    }
}

static void check(struct checker *checker, struct language *language, const struct text *text) {
    static const bool enabled[RULE_COUNT];
    struct checker *fresh = checker_new(language, LANG_ID, enabled);
    require(checker_run(checker, 0, NULL, NULL));
    checker_attach(fresh, text);
    require(checker_run(fresh, 0, NULL, NULL));
    check_blocks(checker_document(checker));
    check_same(checker_document(checker), checker_document(fresh));
    checker_free(fresh);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static struct language *language; /* loading the dictionaries for each input would take nearly all time */
    static const bool enabled[RULE_COUNT];
    static const char *const pieces[] = {"\n",        "\n\n", "```", "<!--", "-->",
                                         "[a]: /b\n", "> ",   "- ",  "|",    "</pre>"};
    if (size > DRAFT_MAX) return 0;
    if (!language) language = language_new("dictionaries", LANG_ID);
    struct text *text = text_with((struct slice){(const char *)data, size});
    struct checker *checker = checker_new(language, LANG_ID, enabled);
    checker_attach(checker, text);
    check(checker, language, text);
    for (size_t i = 0; i < EDITS_MAX && i * 16 + 15 < size; i++) {
        const uint8_t *how = data + i * 16 + 13;
        size_t len = text_length(text), at = len * how[0] / 256, gone = (len - at) * how[1] / 256 / 8;
        struct str removed = {0};
        text_copy(text, at, at + gone, &removed);
        struct edit edit = {at, str_slice(&removed),
                            slice_of(pieces[how[2] % (sizeof pieces / sizeof *pieces)])};
        struct change change = text_apply(text, &edit);
        checker_edited(checker, &edit, &change);
        check(checker, language, text);
        str_free(&removed);
    }
    checker_free(checker);
    text_free(text);
    return 0;
}
