#include "base/utf8.h"
#include "language/sentence/analysis.h"
#include "language/sentence/mark.h"
#include "language/sentence/speech.h"

/*
 * Which mark opens and which closes is chosen for the paragraph as a whole, so that one missing or wrongly
 * turned mark does not flip those after it: the cheapest reading wins (Viterbi over three depths: outside,
 * in a quotation, in a quotation inside it). Nothing is carried over to the next paragraph.
 */
enum { DEPTHS = 3, NEVER = 1 << 28 };
enum { COST_UNCLOSED = 8, COST_UNOPENED = 8, COST_NESTED = 4, COST_END_INSIDE = 6 };

enum act { ACT_OPEN, ACT_CLOSE, ACT_OPEN_AGAIN, ACT_CLOSE_ONLY };

struct quotation_step {
    int cost;
    uint8_t from, act;
};

struct depths {
    struct quotation_step at[DEPTHS];
};

static void try_step(struct depths *next, size_t to, size_t from, enum act act, int cost) {
    if (cost < next->at[to].cost)
        next->at[to] = (struct quotation_step){.cost = cost, .from = (uint8_t)from, .act = (uint8_t)act};
}

static void read_mark(const struct depths *last, struct depths *next, const struct quote_mark *mark) {
    int open = mark_opening_cost(mark), close = mark_closing_cost(mark);
    for (size_t depth = 0; depth < DEPTHS; depth++)
        next->at[depth].cost = NEVER;
    int outside = last->at[0].cost, inside = last->at[1].cost, nested = last->at[2].cost;
    try_step(next, 1, 0, ACT_OPEN, outside + open);
    try_step(next, 0, 0, ACT_CLOSE_ONLY, outside + close + COST_UNOPENED);
    try_step(next, 0, 1, ACT_CLOSE, inside + close);
    try_step(next, 1, 1, ACT_OPEN_AGAIN, inside + open + COST_UNCLOSED);
    try_step(next, 2, 1, ACT_OPEN, inside + open + COST_NESTED);
    try_step(next, 1, 2, ACT_CLOSE, nested + close);
}

/* The depth in which the paragraph ends most cheaply. */
static size_t best_end(const struct depths *last) {
    int outside = last->at[0].cost, inside = last->at[1].cost + COST_END_INSIDE;
    return inside < outside ? 1 : 0;
}

/* After the last sentence before the mark that says who speaks, with a verb of saying; 0 when none does. */
static size_t after_reported(const struct analysis *a, struct language *language, size_t mark) {
    size_t start = 0;
    bool reported = false;
    for (size_t i = 0; i + 1 < a->tokens.count && a->tokens.items[i + 1].start < mark; i++) {
        const struct token *t = &a->tokens.items[i], *next = t + 1;
        bool ends = slice_equal_text(token_text(a, t), ".") && next->flags & TOKEN_CAPITAL;
        if (ends && reported && next->flags & TOKEN_SPACE_BEFORE) {
            start = next->start;
            reported = false;
        }
        if (!(t->flags & TOKEN_LOWER)) continue;
        uint32_t classes = speech_classes(language, token_text(a, t));
        reported = reported || (classes & SPEECH_ACTIVE && !(classes & SPEECH_WEAK));
    }
    return start;
}

/* "..., " ungkap Rina senang.": only who spoke stands between the quotation before and the mark, which is one
 * too many. */
static bool is_stray(struct language *language, struct slice s, size_t from, size_t mark) {
    while (from < mark && strchr(" \t,", s.data[from]))
        from++;
    size_t end = from;
    while (end < mark && rune_is_lower((unsigned char)s.data[end]))
        end++;
    uint32_t classes = end > from ? speech_classes(language, slice_range(s, from, end)) : 0;
    return classes & (SPEECH_BARE | SPEECH_NYA) && !(classes & SPEECH_WEAK);
}

/* Where a quotation without an opening mark may have begun: after the sentence before it. */
static size_t guess_start(const struct analysis *a, struct language *language, size_t from, size_t mark) {
    struct slice s = a->text;
    size_t start = from ? from : after_reported(a, language, mark);
    if (from) {
        size_t point = slice_find(slice_range(s, 0, mark), SLICE(". "), from);
        start = point != SIZE_MAX && point + 2 < mark ? point + 2 : from;
        if (start == from && is_stray(language, s, from, mark)) return mark;
    }
    while (start < mark && strchr(" \t,.", s.data[start]))
        start++;
    return start;
}

static size_t trim_end(struct slice s, size_t start, size_t end) {
    while (end > start && (unsigned char)s.data[end - 1] <= ' ')
        end--;
    return end;
}

static void close_at(struct quotation *q, size_t inner_end, size_t end, bool closed) {
    q->inner_end = (uint32_t)inner_end;
    q->end = (uint32_t)end;
    q->closed = closed;
}

/* Makes the quotations that the chosen acts describe; index of the open one at each depth in open[]. */
static void build(struct analysis *a, struct language *language, const struct quote_marks *marks,
                  const uint8_t *acts, size_t depth) {
    size_t open[DEPTHS] = {0}, level = 0, last_end = 0;
    for (size_t i = 0; i < marks->list.count; i++) {
        const struct quote_mark *mark = &marks->list.items[i];
        enum act act = (enum act)acts[i];
        if (act == ACT_OPEN_AGAIN) {
            struct quotation *q = &a->quotations.items[open[level--]];
            size_t end = trim_end(a->text, q->inner_start, mark->start);
            close_at(q, end, end, false);
        }
        if (act == ACT_OPEN || act == ACT_OPEN_AGAIN) {
            open[++level] = a->quotations.count;
            vec_push(&a->quotations, (struct quotation){.start = mark->start,
                                                        .inner_start = mark->end,
                                                        .opened = true,
                                                        .nested = level > 1,
                                                        .single = mark->single});
        } else if (act == ACT_CLOSE) {
            close_at(&a->quotations.items[open[level--]], mark->start, mark->end, true);
        } else {
            size_t start = guess_start(a, language, last_end, mark->start);
            vec_push(&a->quotations,
                     (struct quotation){.start = (uint32_t)start, .inner_start = (uint32_t)start});
            close_at(vec_last(&a->quotations), mark->start, mark->end, true);
        }
        if (level == 0) last_end = mark->end;
    }
    while (depth--) {
        size_t end = trim_end(a->text, 0, a->text.len);
        close_at(&a->quotations.items[open[level--]], end, end, false);
    }
}

static void read_doubles(struct analysis *a, struct language *language, const struct quote_marks *marks) {
    size_t count = marks->list.count;
    struct depths *readings = memory_zero(count + 1, sizeof *readings);
    uint8_t *acts = memory_alloc(count + 1);
    readings[0] = (struct depths){.at = {{.cost = 0}, {.cost = NEVER}, {.cost = NEVER}}};
    for (size_t i = 0; i < count; i++)
        read_mark(&readings[i], &readings[i + 1], &marks->list.items[i]);
    size_t end = best_end(&readings[count]), depth = end;
    for (size_t i = count; i-- > 0;) {
        acts[i] = readings[i + 1].at[depth].act;
        depth = readings[i + 1].at[depth].from;
    }
    build(a, language, marks, acts, end);
    free(acts);
    free(readings);
}

/* The quotation of double marks around offset, or NULL. The quotations are sorted by start; *at only grows.
 */
static struct quotation *around(struct analysis *a, size_t count, size_t *at, size_t offset) {
    while (*at < count && (a->quotations.items[*at].end <= offset || a->quotations.items[*at].nested))
        ++*at;
    struct quotation *q = *at < count ? &a->quotations.items[*at] : NULL;
    return q && q->start <= offset ? q : NULL;
}

/* Single marks pair only when both stand where the spaces say so, within the same double marks. */
static void read_singles(struct analysis *a, const struct quote_marks *marks) {
    size_t doubles = a->quotations.count, at = 0;
    const struct quote_mark *open = NULL;
    struct quotation *open_in = NULL;
    for (size_t i = 0; i < marks->list.count; i++) {
        const struct quote_mark *mark = &marks->list.items[i];
        struct quotation *in = around(a, doubles, &at, mark->start);
        if (open && in != open_in) open = NULL;
        if (mark->space_before && !mark->space_after && !mark->closing_glyph) {
            open = mark;
            open_in = in;
        } else if (mark->space_before && !mark->space_after && !open) {
            open = mark;
            open_in = in;
        } else if (open && (mark->space_after || mark->closing_glyph) && !mark->space_before) {
            vec_push(&a->quotations, (struct quotation){.start = open->start,
                                                        .end = mark->end,
                                                        .inner_start = open->end,
                                                        .inner_end = mark->start,
                                                        .opened = true,
                                                        .closed = true,
                                                        .nested = in != NULL,
                                                        .single = true});
            in = open_in = NULL; /* the push may have moved the quotations */
            open = NULL;
        } else if (in && !in->closed && mark->point_before && mark->space_after && mark->small_after) {
            close_at(in, mark->start, mark->end, true); /* “..., ’ kata X: opened double, closed single */
        }
    }
}

static int by_start(const void *left, const void *right) {
    const struct quotation *a = left, *b = right;
    return a->start < b->start ? -1 : a->start > b->start ? 1 : (int)a->nested - (int)b->nested;
}

void quotations_find(struct analysis *analysis, struct language *language) {
    struct quote_marks all = {0}, doubles = {0}, singles = {0};
    marks_find(&all, language, analysis);
    for (size_t i = 0; i < all.list.count; i++)
        vec_push(all.list.items[i].single ? &singles.list : &doubles.list, all.list.items[i]);
    if (doubles.list.count) read_doubles(analysis, language, &doubles);
    if (singles.list.count) read_singles(analysis, &singles);
    if (analysis->quotations.count > 1)
        qsort(analysis->quotations.items, analysis->quotations.count, sizeof *analysis->quotations.items,
              by_start);
    vec_free(&all.list);
    vec_free(&doubles.list);
    vec_free(&singles.list);
}

size_t quotations_before(const struct analysis *a, size_t offset) {
    return vec_before(const struct quotation, q, &a->quotations, q->start < offset);
}

bool token_is_quoted(const struct analysis *a, size_t i) {
    size_t last = quotations_before(a, a->tokens.items[i].end);
    for (size_t back = 0; back < NESTED_QUOTATIONS && back < last; back++)
        if (a->quotations.items[last - 1 - back].end > a->tokens.items[i].start) return true;
    return false;
}
