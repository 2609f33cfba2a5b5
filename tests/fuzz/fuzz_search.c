/* Searching with arbitrary patterns in arbitrary text: the first byte says how, the rest of its line is the
 * pattern. No pattern may hang the program; matches lie in the text and come in order. */
#include "base/memory.h"
#include "text/search.h"

#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

static void walk(const struct search *search, const struct text *text) {
    struct match match;
    struct str replacement = {0};
    size_t from = 0;
    for (int i = 0; i < 64 && search_next(search, text, from, &match); i++) {
        if (match.start < from || match.end < match.start || match.end > text_length(text)) abort();
        search_replacement(search, text, match, SLICE("[$0 $1 $9 $]"), &replacement);
        from = match.end > match.start ? match.end : match.end + 1;
        if (from > text_length(text)) break;
    }
    if (search_previous(search, text, text_length(text), &match) && match.end > text_length(text)) abort();
    str_free(&replacement);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len) {
    if (!len) return 0;
    unsigned flags = bytes[0] % ((SEARCH_EXACT | SEARCH_REGEX) + 1);
    struct slice rest = {(const char *)bytes + 1, len - 1}, pattern = slice_cut(&rest, '\n');
    struct text *text = text_with(rest);
    struct error e = {.lang = LANG_ID};
    struct search *search = search_new(pattern, flags, &e);
    if (!search && !e.text.len) abort();
    if (search) walk(search, text);
    search_free(search);
    error_free(&e);
    text_free(text);
    return 0;
}
