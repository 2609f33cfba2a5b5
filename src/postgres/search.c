#include "postgres/search.h"

#include "archive/search_words.h"

/* PostgreSQL's own limits ("Limitations" of its chapter on full text search), with room to spare. */
enum { PLACE_MOST = 16383, WORD_BYTES = 1000, VECTOR_BYTES = 900000 };

void search_vector(struct str *out, struct slice text) {
    struct str word = {0};
    size_t place = 2, begun = out->len;
    for (size_t at = 0, start;
         out->len - begun < VECTOR_BYTES && search_word_next(text, &at, &start, &word);) {
        if (word.len <= WORD_BYTES) str_printf(out, "'%s':%zu ", str_text(&word), place);
        if (place < PLACE_MOST) place++;
    }
    str_free(&word);
}

/* One phrase; "" when nothing in it is a word. */
static void append_phrase(struct str *out, struct slice phrase, const char *between) {
    struct str word = {0};
    const char *before = out->len ? between : "";
    for (size_t at = 0, start; search_word_next(phrase, &at, &start, &word);) {
        if (word.len > WORD_BYTES) continue;
        str_printf(out, "%s'%s'", before, str_text(&word));
        before = " <-> ";
    }
    str_free(&word);
}

void search_query(struct str *out, struct slice query) {
    const char *between = slice_find(query, SLICE("\" OR \""), 0) != SIZE_MAX ? " | " : " & ";
    struct str made = {0};
    slice_cut(&query, '"');
    while (query.len) {
        append_phrase(&made, slice_cut(&query, '"'), between);
        slice_cut(&query, '"');
    }
    str_append(out, str_slice(&made));
    str_free(&made);
}
