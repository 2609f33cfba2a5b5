#include "archive/search_words.h"

#include "base/map.h"
#include "base/utf8.h"
#include "base/vec.h"

enum { SNIPPET_WORDS = 20 };

bool search_word_next(struct slice text, size_t *at, size_t *start, struct str *word) {
    size_t n;
    str_clear(word);
    for (; *at < text.len; *at += n) {
        uint32_t rune = utf8_decode(text, *at, &n);
        if (!rune_is_letter(rune) && !rune_is_number(rune)) {
            if (word->len) return true;
            continue;
        }
        if (!word->len) *start = *at;
        rune = rune_plain(rune);
        if (rune) str_append_rune(word, rune);
    }
    return word->len > 0;
}

struct place {
    size_t start, end;
    bool sought;
};
struct places {
    VEC(struct place) list;
};

static void find_places(struct places *places, struct slice text, struct slice query) {
    struct map sought = {0};
    struct str word = {0};
    for (size_t at = 0, start; search_word_next(query, &at, &start, &word);)
        *map_put(&sought, str_slice(&word)) = 1;
    for (size_t at = 0, start; search_word_next(text, &at, &start, &word);)
        vec_push(&places->list, (struct place){start, at, map_has(&sought, str_slice(&word))});
    str_free(&word);
    map_free(&sought);
}

/* The run of words with most that are sought, those in its middle. */
static size_t choose_first(const struct places *places) {
    size_t count = places->list.count, best = 0, most = 0, inside = 0;
    const struct place *items = places->list.items;
    if (count <= SNIPPET_WORDS) return 0;
    for (size_t i = 0; i < count; i++) {
        inside += items[i].sought;
        if (i >= SNIPPET_WORDS) inside -= items[i - SNIPPET_WORDS].sought;
        if (inside <= most) continue;
        most = inside;
        best = i + 1 < SNIPPET_WORDS ? 0 : i + 1 - SNIPPET_WORDS;
    }
    size_t lead = 0; /* words before the first that is sought */
    while (most && !items[best + lead].sought)
        lead++;
    size_t last = best + lead;
    for (size_t i = last; i < best + SNIPPET_WORDS && i < count; i++)
        if (items[i].sought) last = i;
    size_t first = best + lead, slack = (SNIPPET_WORDS - (last - first + 1)) / 2;
    first = first > slack ? first - slack : 0;
    return first + SNIPPET_WORDS > count ? count - SNIPPET_WORDS : first;
}

void search_snippet(struct str *out, struct slice text, struct slice query) {
    struct places places = {0};
    find_places(&places, text, query);
    size_t count = places.list.count, first = choose_first(&places), end = first + SNIPPET_WORDS;
    size_t from = first ? places.list.items[first].start : 0;
    size_t to = end < count ? places.list.items[end - 1].end : text.len;
    while (end < count && to < text.len && !strchr(" \t\r\n", text.data[to]) &&
           to < places.list.items[end].start)
        to++;
    if (first) str_append_text(out, " … ");
    str_append(out, slice_range(text, from, to));
    if (to < text.len) str_append_text(out, " … ");
    vec_free(&places.list);
}
