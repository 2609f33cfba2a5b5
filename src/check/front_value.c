#include "check/front_value.h"

#include "draft/front/front_matter.h"

#include <stdlib.h>

static bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

/* The same bytes, apart from white space: folded lines are one line in the value. */
static bool reads_alike(struct slice raw, struct slice value) {
    size_t r = 0, v = 0;
    for (;; r++, v++) {
        while (r < raw.len && is_space(raw.data[r]))
            r++;
        while (v < value.len && is_space(value.data[v]))
            v++;
        if (r == raw.len || v == value.len) return r == raw.len && v == value.len;
        if (raw.data[r] != value.data[v]) return false;
    }
}

/* Sites that cut a title or description out of the text, mostly in the middle of a word: it is read there. */
static bool stands_in_body(const struct text *text, size_t line, struct slice value) {
    for (; line < text_line_count(text); line++)
        if (slice_find(text_line(text, line), value, 0) != SIZE_MAX) return true;
    return false;
}

static void read_value(struct block *front, const struct text *text, const struct front_key *key,
                       enum block_kind kind) {
    if (!key || key->kind != FRONT_SCALAR || front_key_is_null(key)) return;
    size_t start = key->start, end = key->end;
    if (key->quotes == FRONT_SINGLE || key->quotes == FRONT_DOUBLE) start++, end--;
    if (start >= end) return;
    struct str raw = {0};
    if (key->quotes >= FRONT_LITERAL) /* "|" or ">" on a line of its own */
        start = text_line_start(text, text_line_at(text, start) + 1);
    if (start < end) text_copy(text, start, end, &raw);
    if (!raw.len || !reads_alike(str_slice(&raw), str_slice(&key->value))) {
        str_free(&raw);
        return;
    }
    if (stands_in_body(text, front->lines, str_slice(&raw))) {
        str_free(&raw);
        return;
    }
    struct block *block = memory_zero(1, sizeof *block);
    *block =
        (struct block){.kind = kind, .line = key->line, .lines = 1, .start = start, .quotes = key->quotes};
    block->text.len = raw.len;
    block->text.data = block->joined = str_steal(&raw);
    vec_push(&front->values, block);
}

void front_values_read(struct block *front, const struct text *text) {
    struct front_matter matter;
    front_matter_parse(&matter, text, LANG_ID);
    if (!matter.broken) {
        read_value(front, text, front_title_key(&matter), BLOCK_HEADING);
        read_value(front, text, front_matter_key(&matter, "description"), BLOCK_PROSE);
    }
    front_matter_free(&matter);
}

static bool bears(const struct block *value, const struct finding *finding, struct slice words) {
    if (slice_find_byte(words, '\\', 0) != SIZE_MAX) return false;
    if (value->quotes == FRONT_DOUBLE) return slice_find_byte(words, '"', 0) == SIZE_MAX;
    if (value->quotes == FRONT_SINGLE) return slice_find_byte(words, '\'', 0) == SIZE_MAX;
    if (value->quotes >= FRONT_LITERAL) return true;
    bool first = finding->start == value->start;
    return slice_find(words, SLICE(": "), 0) == SIZE_MAX && slice_find(words, SLICE(" #"), 0) == SIZE_MAX &&
           !slice_ends(words, SLICE(":")) &&
           !(first && words.len && strchr("\"'[]{}>|*&!%#`@,?:-", words.data[0]));
}

static void guard(const struct block *value, struct finding *finding) {
    size_t kept = 0;
    for (size_t i = 0; i < finding->suggestions.count; i++) {
        char *words = finding->suggestions.items[i];
        if (bears(value, finding, slice_of(words)))
            finding->suggestions.items[kept++] = words;
        else
            free(words);
    }
    finding->suggestions.count = kept;
}

void front_values_guard(const struct block *front, struct findings *findings) {
    vec_each(struct block *const, value, &front->values)
        vec_each(struct finding, finding, &findings->list) {
            if ((*value)->start <= finding->start && finding->end <= (*value)->start + (*value)->text.len)
                guard(*value, finding);
        }
}
