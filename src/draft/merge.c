#include "draft/merge.h"

static bool lines_equal(const struct text *a, struct lines x, const struct text *b, struct lines y) {
    if (x.count != y.count) return false;
    for (size_t i = 0; i < x.count; i++)
        if (!slice_equal(text_line(a, x.first + i), text_line(b, y.first + i))) return false;
    return true;
}

/* Walks the differences of one side along the base. */
struct merge_walk {
    const struct differences *differences;
    size_t next;     /* the first difference not taken yet */
    ptrdiff_t moved; /* how far lines after the taken ones stand from those of the base */
};

/* Takes all differences that touch the base lines up to *end, which grows by them. */
static bool take(struct merge_walk *walk, size_t *end) {
    bool taken = false;
    for (; walk->next < walk->differences->list.count; walk->next++, taken = true) {
        const struct difference *d = &walk->differences->list.items[walk->next];
        if (d->a.first > *end) break;
        if (d->a.first + d->a.count > *end) *end = d->a.first + d->a.count;
        walk->moved += (ptrdiff_t)d->b.count - (ptrdiff_t)d->a.count;
    }
    return taken;
}

static size_t next_start(const struct merge_walk *walk) {
    if (walk->next == walk->differences->list.count) return SIZE_MAX;
    return walk->differences->list.items[walk->next].a.first;
}

static size_t move(size_t line, ptrdiff_t by) {
    return (size_t)((ptrdiff_t)line + by);
}

static struct lines between(size_t start, ptrdiff_t moved_before, size_t end, ptrdiff_t moved) {
    size_t first = move(start, moved_before);
    return (struct lines){first, move(end, moved) - first};
}

static void add_hunk(struct merge *merge, const struct text *mine, struct merge_hunk hunk, bool by_me,
                     bool by_them) {
    if (!by_them)
        hunk.kind = MERGE_MINE;
    else if (!by_me)
        hunk.kind = MERGE_THEIRS;
    else
        hunk.kind = lines_equal(mine, hunk.mine, merge->theirs, hunk.theirs) ? MERGE_SAME : MERGE_CONFLICT;
    hunk.choice = hunk.kind == MERGE_THEIRS     ? CHOOSE_THEIRS
                  : hunk.kind == MERGE_CONFLICT ? CHOOSE_BOTH
                                                : CHOOSE_MINE;
    vec_push(&merge->hunks, hunk);
}

void merge_make(struct merge *merge, struct slice base, const struct text *mine, const struct text *theirs) {
    struct str bytes = {0};
    struct differences a, b;
    text_copy(theirs, 0, text_length(theirs), &bytes);
    *merge = (struct merge){.base = text_with(base), .theirs = text_with(str_slice(&bytes))};
    str_free(&bytes);
    differences_find(&a, merge->base, mine);
    differences_find(&b, merge->base, merge->theirs);
    struct merge_walk me = {.differences = &a}, them = {.differences = &b};
    for (;;) {
        size_t mine_next = next_start(&me), theirs_next = next_start(&them);
        size_t start = mine_next < theirs_next ? mine_next : theirs_next, end = start;
        if (start == SIZE_MAX) break;
        ptrdiff_t me_before = me.moved, them_before = them.moved;
        bool by_me = false, by_them = false, more = true;
        while (more) {
            bool mine_taken = take(&me, &end), theirs_taken = take(&them, &end);
            by_me |= mine_taken;
            by_them |= theirs_taken;
            more = mine_taken || theirs_taken;
        }
        add_hunk(merge, mine,
                 (struct merge_hunk){.base = {start, end - start},
                                     .mine = between(start, me_before, end, me.moved),
                                     .theirs = between(start, them_before, end, them.moved)},
                 by_me, by_them);
    }
    vec_free(&a.list);
    vec_free(&b.list);
}

void merge_free(struct merge *merge) {
    text_free(merge->base);
    text_free(merge->theirs);
    vec_free(&merge->hunks);
    *merge = (struct merge){0};
}

/* Appends lines, each after a newline but the first of the text. */
static void append_lines(const struct text *text, struct lines lines, struct str *out, bool *first) {
    for (size_t i = 0; i < lines.count; i++) {
        if (!*first) str_append_byte(out, '\n');
        *first = false;
        str_append(out, text_line(text, lines.first + i));
    }
}

void merge_common(const struct text *mine, const struct text *theirs, struct str *base) {
    struct differences found;
    size_t line = 0;
    bool first = true;
    differences_find(&found, mine, theirs);
    for (size_t i = 0; i < found.list.count; i++) {
        const struct lines *own = &found.list.items[i].a;
        append_lines(mine, (struct lines){line, own->first - line}, base, &first);
        line = own->first + own->count;
    }
    append_lines(mine, (struct lines){line, text_line_count(mine) - line}, base, &first);
    vec_free(&found.list);
}

bool merge_edit(struct draft_edit *made, const struct merge *merge, const struct text *mine) {
    struct str whole = {0};
    bool first = true;
    size_t line = 0;
    for (size_t i = 0; i < merge->hunks.count; i++) {
        const struct merge_hunk *hunk = &merge->hunks.items[i];
        append_lines(mine, (struct lines){line, hunk->mine.first - line}, &whole, &first);
        if (hunk->choice != CHOOSE_THEIRS) append_lines(mine, hunk->mine, &whole, &first);
        if (hunk->choice != CHOOSE_MINE) append_lines(merge->theirs, hunk->theirs, &whole, &first);
        line = hunk->mine.first + hunk->mine.count;
    }
    append_lines(mine, (struct lines){line, text_line_count(mine) - line}, &whole, &first);
    bool differs = draft_edit_to(made, mine, str_slice(&whole));
    str_free(&whole);
    return differs;
}
