#include "language/sentence/words.h"

/*
 * Words set in italics: *word*, _word_, ***word***, <i>word</i>. The marks pair as in CommonMark
 * (section 6.2): one that can open waits for one that can close; **word** is bold and says nothing about its
 * language. One without a partner, a footnote's star, is no emphasis.
 */
struct delimiter {
    size_t token, count; /* the first of its marks, and how many wait */
};

struct emphasis {
    struct analysis *a;
    VEC(struct delimiter) open[2]; /* that wait for a partner: stars, underscores */
    int *steps;                    /* at each token, how many italics begin less how many end */
    bool any;
};

/* '*', '_', or 0. */
static char mark_of(const struct analysis *a, size_t i) {
    return token_is_mark(a, i, "*_") ? a->text.data[a->tokens.items[i].start] : 0;
}

static bool is_wordlike(const struct token *t) {
    return t->kind == TOKEN_WORD || t->kind == TOKEN_NUMBER;
}

static bool is_escaped(const struct analysis *a, size_t i) {
    return a->tokens.items[i].start > 0 && a->text.data[a->tokens.items[i].start - 1] == '\\';
}

static void set(struct emphasis *e, size_t first, size_t end) {
    e->steps[first]++;
    e->steps[end]--;
    e->any = true;
}

/* Lets the run of marks from token i on close what is open; returns how many of them are left. */
static size_t close(struct emphasis *e, bool under, size_t i, size_t count) {
    while (count && e->open[under].count) {
        struct delimiter *opener = vec_last(&e->open[under]);
        size_t used = count >= 2 && opener->count >= 2 ? 2 : 1;
        if (used == 1) set(e, opener->token, i);
        while (e->open[!under].count && vec_last(&e->open[!under])->token > opener->token)
            e->open[!under].count--;
        opener->count -= used;
        count -= used;
        if (!opener->count) e->open[under].count--;
    }
    return count;
}

/* The run of equal marks that begins at token i; returns its length. */
static size_t read_run(struct emphasis *e, size_t i, char mark) {
    const struct analysis *a = e->a;
    const struct token *first = &a->tokens.items[i];
    size_t count = 1;
    while (i + count < a->tokens.count && mark_of(a, i + count) == mark &&
           !(first[count].flags & TOKEN_SPACE_BEFORE))
        count++;
    bool last = i + count == a->tokens.count;
    bool space_before = first->flags & TOKEN_SPACE_BEFORE;
    bool space_behind = last || first[count].flags & TOKEN_SPACE_BEFORE;
    bool word_before = !space_before && is_wordlike(&first[-1]);
    bool word_behind = !space_behind && is_wordlike(&first[count]);
    bool left = !space_behind && (word_behind || !word_before);
    bool right = !space_before && (word_before || !word_behind);
    bool under = mark == '_', opens = left, closes = right;
    if (under && word_before && word_behind) opens = closes = false; /* nama_berkas */
    size_t rest = closes ? close(e, under, i, count) : count;
    if (opens && rest) vec_push(&e->open[under], (struct delimiter){i, rest});
    return count;
}

/* <i>, <em> and their ends. */
static void read_tag(struct emphasis *e, size_t i, size_t *tag) {
    struct slice text = token_text(e->a, &e->a->tokens.items[i]);
    if (slice_equal_nocase(text, SLICE("<i>")) || slice_equal_nocase(text, SLICE("<em>"))) {
        *tag = i;
    } else if (*tag != SIZE_MAX &&
               (slice_equal_nocase(text, SLICE("</i>")) || slice_equal_nocase(text, SLICE("</em>")))) {
        set(e, *tag, i);
        *tag = SIZE_MAX;
    }
}

static void mark_tokens(const struct emphasis *e) {
    int depth = 0;
    for (size_t i = 0; i < e->a->tokens.count; i++) {
        depth += e->steps[i];
        if (depth > 0) e->a->tokens.items[i].flags |= TOKEN_ITALIC;
    }
}

static bool has_marks(struct slice s) {
    return slice_find_byte(s, '*', 0) != SIZE_MAX || slice_find_byte(s, '_', 0) != SIZE_MAX ||
           slice_find_byte(s, '<', 0) != SIZE_MAX;
}

void emphasis_find(struct analysis *analysis) {
    if (!has_marks(analysis->text)) return;
    struct emphasis e = {.a = analysis, .steps = memory_zero(analysis->tokens.count + 1, sizeof(int))};
    size_t tag = SIZE_MAX, count;
    for (size_t i = 0; i < analysis->tokens.count; i += count) {
        char mark = mark_of(analysis, i);
        count = 1;
        if (mark && !is_escaped(analysis, i))
            count = read_run(&e, i, mark);
        else if (analysis->tokens.items[i].kind == TOKEN_OPAQUE)
            read_tag(&e, i, &tag);
    }
    if (e.any) mark_tokens(&e);
    vec_free(&e.open[0]);
    vec_free(&e.open[1]);
    free(e.steps);
}
