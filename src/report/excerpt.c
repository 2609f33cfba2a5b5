#include "report/excerpt.h"

#include "base/safe.h"
#include "base/utf8.h"

enum { CUT_WIDTH = 3 }; /* of "..." */

static size_t width_at(struct slice line, size_t at, size_t *next) {
    *next = grapheme_next(line, at);
    return (size_t)grapheme_width(slice_range(line, at, *next));
}

/* Moves from back by whole clusters, at most columns wide. */
static size_t go_back(struct slice line, size_t from, size_t columns) {
    while (from > 0) {
        size_t before = grapheme_previous(line, from), next;
        size_t width = width_at(line, before, &next);
        if (width > columns) break;
        columns -= width;
        from = before;
    }
    return from;
}

/* Whole clusters, at most columns wide: what base/safe.h draws for one is as wide as grapheme_width() says.
 */
static size_t append_clusters(struct str *out, struct slice line, size_t from, size_t to, size_t columns,
                              size_t *end) {
    size_t width = 0, at = from;
    for (size_t next; at < to; at = next) {
        size_t more = width_at(line, at, &next);
        if (width + more > columns) break;
        width += more;
    }
    safe_append(out, slice_range(line, from, at));
    *end = at;
    return width;
}

void excerpt_make(struct excerpt *excerpt, struct slice line, size_t start, size_t end, size_t columns) {
    *excerpt = (struct excerpt){0};
    size_t room = columns > 4 * CUT_WIDTH ? columns - 2 * CUT_WIDTH : 2 * CUT_WIDTH, at;
    size_t before_start =
        end - start > room / 2 ? room / 3 : room - CUT_WIDTH; /* the whole line when it fits */
    size_t first = go_back(line, start, before_start);
    if (first > 0 && before_start > room / 3) first = go_back(line, start, room / 3);
    if (first > 0) str_append_text(&excerpt->text, "...");
    excerpt->column = first > 0 ? CUT_WIDTH : 0;
    size_t before = append_clusters(&excerpt->text, line, first, start, room, &at);
    excerpt->column += before;
    size_t inside = append_clusters(&excerpt->text, line, at, end, room - before, &at);
    excerpt->width = inside ? inside : 1;
    if (at >= end) append_clusters(&excerpt->text, line, at, line.len, room - before - inside, &at);
    if (at < line.len) str_append_text(&excerpt->text, "...");
}

void excerpt_free(struct excerpt *excerpt) {
    str_free(&excerpt->text);
}
