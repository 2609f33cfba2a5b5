#include "language/sentence/markup_parts.h"

#include "base/utf8.h"

/* Emphasis: CommonMark 6.2, without the rule of three. */
enum { LOOK_BACK = 64 /* runs; keeps a passage of nothing but stars linear */ };

static bool is_mark(uint32_t rune) {
    return !rune_is_letter(rune) && !rune_is_digit(rune) && !rune_is_space(rune);
}

size_t markup_emphasis(struct markup_scan *scan, size_t at) {
    struct slice s = scan->s;
    size_t end = at, n;
    while (end < s.len && s.data[end] == s.data[at])
        end++;
    uint32_t before = at ? utf8_decode(s, utf8_previous(s, at), &n) : ' ';
    uint32_t after = end < s.len ? utf8_decode(s, end, &n) : ' ';
    bool left = !rune_is_space(after) && (!is_mark(after) || rune_is_space(before) || is_mark(before));
    bool right = !rune_is_space(before) && (!is_mark(before) || rune_is_space(after) || is_mark(after));
    bool word = s.data[at] == '_'; /* a_b is one word */
    vec_push(&scan->runs, (struct markup_run){.start = (uint32_t)at,
                                              .count = (uint32_t)(end - at),
                                              .mark = s.data[at],
                                              .opens = left && (!word || !right || is_mark(before)),
                                              .closes = right && (!word || !left || is_mark(after))});
    return end;
}

/* The opening run takes its marks from its end, the closing one from its start. */
static void pair(struct markup_scan *scan, struct markup_run *open, struct markup_run *close) {
    uint32_t used = open->count > 1 && close->count > 1 ? 2 : 1;
    open->count -= used;
    uint32_t from = open->start + open->count;
    markup_add(scan, from, from + used, MARKUP_HIDDEN);
    markup_add(scan, close->start, close->start + used, MARKUP_HIDDEN);
    if (used == 1)
        vec_push(&scan->out->italics, (struct markup_range){.start = from + 1, .end = close->start});
    close->start += used;
    close->count -= used;
}

void markup_pair_emphasis(struct markup_scan *scan) {
    struct markup_run *runs = scan->runs.items;
    for (size_t i = 1; i < scan->runs.count; i++) {
        for (size_t k = i; runs[i].closes && runs[i].count && k-- > 0 && k + LOOK_BACK > i;) {
            if (!runs[k].opens || !runs[k].count || runs[k].mark != runs[i].mark) continue;
            for (size_t between = k + 1; between < i; between++)
                runs[between].opens = false;
            while (runs[k].count && runs[i].count)
                pair(scan, &runs[k], &runs[i]);
        }
    }
}
