#include "base/utf8.h"
#include "language/analysis.h"

/* First version: a straight or curly double mark opens, the next one closes. */
void quotations_find(struct analysis *analysis) {
    struct slice s = analysis->text;
    struct quotation open = {0};
    bool inside = false;
    for (size_t i = 0, n; i < s.len; i += n) {
        uint32_t rune = utf8_decode(s, i, &n);
        if (rune != '"' && rune != 0x201C && rune != 0x201D) continue;
        if (!inside) {
            open = (struct quotation){.start = (uint32_t)i, .inner_start = (uint32_t)(i + n)};
        } else {
            open.inner_end = (uint32_t)i;
            open.end = (uint32_t)(i + n);
            open.closed = true;
            vec_push(&analysis->quotations, open);
        }
        inside = !inside;
    }
    if (inside) {
        open.inner_end = open.end = (uint32_t)s.len;
        vec_push(&analysis->quotations, open);
    }
}
