#include "check/sentence_of.h"

void sentence_append_spaced(struct str *out, struct slice s) {
    s = slice_trim(s);
    for (size_t i = 0; i < s.len; i++) {
        bool blank = s.data[i] && strchr(" \t\r\n", s.data[i]);
        if (!blank)
            str_append_byte(out, s.data[i]);
        else if (out->len && out->data[out->len - 1] != ' ')
            str_append_byte(out, ' ');
    }
}

bool sentence_append(const struct document *document, size_t start, size_t end, struct str *out) {
    size_t begun = vec_before(struct block *const, b, &document->blocks, (*b)->start <= start), whole = end;
    const struct block *block = begun ? document->blocks.items[begun - 1] : NULL;
    size_t from = start;
    bool found = false;
    if (block)
        vec_each(const struct sentence, s, &block->analysis.sentences) {
            if (block->start + s->end <= start) continue;
            if (block->start + s->start < from) from = block->start + s->start;
            whole = block->start + s->end;
            found = true;
            break;
        }
    struct str text = {0};
    text_copy(document->text, from, whole > from ? whole : end, &text);
    sentence_append_spaced(out, str_slice(&text));
    str_free(&text);
    return found;
}
