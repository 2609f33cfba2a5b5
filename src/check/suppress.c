#include "check/suppress.h"

#include "base/map.h"
#include "base/utf8.h"
#include "check/messages.h"
#include "check/rule_book.h"

/* Where one directive holds. */
struct silence {
    const struct directive *directive;
    size_t twin;           /* of one with words: the next of the same paragraph and words, or SIZE_MAX */
    size_t start, end;     /* of the directive, in the file */
    size_t from;           /* what it silences */
    size_t to[RULE_COUNT]; /* by rule; 0 for the others */
    bool used;
};

struct silences {
    VEC(struct silence) list;
    VEC(size_t) open[RULE_COUNT];   /* "off" without its "on" so far: indices */
    VEC(size_t) unused[RULE_COUNT]; /* those that hold here and have silenced nothing of the rule yet */
    size_t to[RULE_COUNT];          /* up to where one that holds here silences the rule */
    struct map words;               /* by paragraph and words, folded: 1 + the last silence with those */
    size_t paragraph;               /* the block that paragraph_for() found last */
};

static void silences_free(struct silences *silences) {
    for (size_t rule = 0; rule < RULE_COUNT; rule++) {
        vec_free(&silences->open[rule]);
        vec_free(&silences->unused[rule]);
    }
    map_free(&silences->words);
    vec_free(&silences->list);
}

static struct silence *add(struct silences *silences, const struct block *block, const struct directive *d) {
    struct silence *silence = vec_add(&silences->list);
    silence->directive = d;
    silence->start = block->start + d->start;
    silence->end = block->start + d->end;
    silence->from = silence->end;
    return silence;
}

/* The line of the block that holds the directive, without it. */
static bool shares_line(const struct block *block, const struct directive *d) {
    size_t start = d->start, end = d->end;
    while (start > 0 && block->text.data[start - 1] != '\n')
        start--;
    while (end < block->text.len && block->text.data[end] != '\n')
        end++;
    return slice_trim(slice_range(block->text, start, d->start)).len ||
           slice_trim(slice_range(block->text, d->end, end)).len;
}

/* The paragraph that "ignore" speaks of: the one it begins or shares a line with, or else the next. */
static size_t paragraph_for(struct silences *silences, const struct document *document, size_t block,
                            const struct directive *d) {
    const struct block *here = document->blocks.items[block];
    struct slice before = slice_trim(slice_range(here->text, 0, d->start));
    struct slice after = slice_trim(slice_range(here->text, d->end, here->text.len));
    if (block_has_prose(here) && ((!before.len && after.len) || shares_line(here, d))) return block;
    if (silences->paragraph > block) return silences->paragraph; /* no prose before it */
    while (++block < document->blocks.count && !block_has_prose(document->blocks.items[block]))
        continue;
    return silences->paragraph = block;
}

static void set_ends(struct silence *silence, size_t to) {
    for (size_t rule = 0; rule < RULE_COUNT; rule++)
        if (silence->directive->rules[rule]) silence->to[rule] = to;
}

/* "on" ends every "off" before it that is still open. */
static void close_open(struct silences *silences, struct silence *on) {
    bool all = true, closed = false;
    for (size_t rule = 0; rule < RULE_COUNT; rule++)
        all &= !on->directive->rules[rule];
    for (size_t rule = 0; rule < RULE_COUNT; rule++) {
        if (!all && !on->directive->rules[rule]) continue;
        vec_each(const size_t, open, &silences->open[rule])
            silences->list.items[*open].to[rule] = on->start;
        closed |= silences->open[rule].count > 0;
        vec_clear(&silences->open[rule]);
    }
    on->used = closed;
}

static void note_open(struct silences *silences, const struct directive *off) {
    for (size_t rule = 0; rule < RULE_COUNT; rule++)
        if (off->rules[rule]) vec_push(&silences->open[rule], silences->list.count - 1);
}

static void words_key(struct str *key, size_t paragraph, struct slice words) {
    str_clear(key);
    str_printf(key, "%zu ", paragraph);
    str_append_lower(key, slice_trim(words));
}

static void add_words(struct silences *silences, struct silence *silence) {
    struct str key = {0};
    words_key(&key, silence->from, slice_of(silence->directive->words));
    uintptr_t *last = map_put(&silences->words, str_slice(&key));
    silence->twin = *last ? *last - 1 : SIZE_MAX;
    *last = (uintptr_t)(silence - silences->list.items) + 1;
    str_free(&key);
}

static void collect(struct silences *silences, const struct document *document, enum honour honour) {
    for (size_t i = 0; i < document->blocks.count; i++) {
        const struct block *block = document->blocks.items[i];
        for (size_t k = 0; k < block->directives.list.count; k++) {
            const struct directive *d = &block->directives.list.items[k];
            struct silence *silence = add(silences, block, d);
            if (d->kind == DIRECTIVE_ON) {
                close_open(silences, silence);
            } else if (d->kind == DIRECTIVE_IGNORE) {
                size_t next = paragraph_for(silences, document, i, d);
                if (next == document->blocks.count) continue;
                const struct block *paragraph = document->blocks.items[next];
                silence->from = paragraph->start;
                if (d->words) {
                    add_words(silences, silence);
                    continue;
                }
                set_ends(silence, paragraph->start + paragraph->text.len);
            } else if (d->kind != DIRECTIVE_BAD) {
                if (d->kind == DIRECTIVE_DRAFT) silence->from = 0;
                if (d->kind != DIRECTIVE_DRAFT || honour == HONOUR_ALL) set_ends(silence, SIZE_MAX);
                if (d->kind == DIRECTIVE_OFF) note_open(silences, d);
            }
        }
    }
}

/* From here on it silences its rules. */
static void begin(struct silences *silences, size_t index) {
    const struct silence *silence = &silences->list.items[index];
    for (size_t rule = 0; rule < RULE_COUNT; rule++) {
        if (!silence->to[rule]) continue;
        vec_push(&silences->unused[rule], index);
        if (silence->to[rule] > silences->to[rule]) silences->to[rule] = silence->to[rule];
    }
}

/* What holds at the finding is used by it, and need not be looked at again. */
static bool is_silent(struct silences *silences, const struct finding *finding) {
    if (finding->start >= silences->to[finding->rule]) return false;
    vec_each(const size_t, index, &silences->unused[finding->rule]) {
        struct silence *silence = &silences->list.items[*index];
        silence->used |= finding->start < silence->to[finding->rule];
    }
    vec_clear(&silences->unused[finding->rule]);
    return true;
}

/* Whether one names the words of the finding. */
static bool words_are_silent(struct silences *silences, const struct document *document,
                             const struct finding *finding) {
    size_t begun = vec_before(struct block *const, b, &document->blocks, (*b)->start <= finding->start);
    if (!silences->words.count || !begun) return false;
    const struct block *block = document->blocks.items[begun - 1];
    struct str words = {0}, key = {0};
    text_copy(document->text, finding->start, finding->end, &words);
    words_key(&key, block->start, str_slice(&words));
    const uintptr_t *last = map_get(&silences->words, str_slice(&key));
    bool silent = false;
    for (size_t i = last ? *last - 1 : SIZE_MAX; i != SIZE_MAX; i = silences->list.items[i].twin) {
        struct silence *silence = &silences->list.items[i];
        if (!silence->directive->rules[finding->rule]) continue;
        silent = silence->used = true;
    }
    str_free(&words);
    str_free(&key);
    return silent;
}

static int by_from(const void *left, const void *right) {
    const struct silence *a = *(const struct silence *const *)left,
                         *b = *(const struct silence *const *)right;
    return (a->from > b->from) - (a->from < b->from);
}

/* Moves the silenced ones of the findings in merged, which are in the order of their places. */
static void sweep(struct silences *silences, const struct document *document, struct findings *merged,
                  struct findings *silenced) {
    size_t count = silences->list.count, next = 0, kept = 0;
    const struct silence **order = memory_alloc(count * sizeof *order);
    for (size_t i = 0; i < count; i++)
        order[i] = &silences->list.items[i];
    qsort(order, count, sizeof *order, by_from);
    for (size_t i = 0; i < merged->list.count; i++) {
        for (; next < count && order[next]->from <= merged->list.items[i].start; next++)
            begin(silences, (size_t)(order[next] - silences->list.items));
        bool silent = is_silent(silences, &merged->list.items[i]);
        if (words_are_silent(silences, document, &merged->list.items[i]) || silent)
            vec_push(&silenced->list, merged->list.items[i]);
        else
            merged->list.items[kept++] = merged->list.items[i];
    }
    merged->list.count = kept;
    free(order);
}

/* False when a rule it names is off now though it is on by itself: its findings were not looked for. */
static bool was_looked_for(const struct directive *d, const struct rule_book *book,
                           const bool enabled[RULE_COUNT]) {
    bool any = false;
    for (size_t rule = 0; rule < RULE_COUNT; rule++) {
        const struct rule *named = d->rules[rule] ? rule_book_rule(book, rule) : NULL;
        if (named && !enabled[rule] && named->on) return false;
        any |= d->rules[rule] && enabled[rule];
    }
    return any || d->kind == DIRECTIVE_ON;
}

static void note(const struct silence *silence, struct findings *notes, const struct rule_book *book,
                 const bool enabled[RULE_COUNT], enum lang lang, bool complete) {
    const struct directive *d = silence->directive;
    if (d->unknown && enabled[RULE_DIRECTIVE_UNKNOWN]) {
        struct finding *finding = finding_add(notes, RULE_DIRECTIVE_UNKNOWN, silence->start, silence->end);
        if (d->kind == DIRECTIVE_BAD)
            finding_say(finding, lang, DIRECTIVE_BAD_VERB, d->text);
        else if (*d->text)
            finding_say(finding, lang, DIRECTIVE_BAD_RULE, d->text);
        else
            finding_say(finding, lang, DIRECTIVE_NO_RULE);
    } else if (complete && !d->unknown && !silence->used && d->kind != DIRECTIVE_DRAFT &&
               enabled[RULE_DIRECTIVE_UNUSED] && was_looked_for(d, book, enabled)) {
        struct finding *finding = finding_add(notes, RULE_DIRECTIVE_UNUSED, silence->start, silence->end);
        if (d->kind == DIRECTIVE_ON)
            finding_say(finding, lang, DIRECTIVE_NOTHING_OFF);
        else
            finding_say(finding, lang, DIRECTIVE_SILENCES_NOTHING);
        finding_suggest(finding, SLICE(""));
    }
}

void findings_suppress(struct findings *merged, struct findings *silenced, struct findings *notes,
                       const struct document *document, const struct suppression *how) {
    struct silences silences = {0};
    bool honoured = how->honour != HONOUR_NOTHING;
    collect(&silences, document, how->honour);
    if (silences.list.count && honoured) sweep(&silences, document, merged, silenced);
    for (size_t i = 0; i < silences.list.count; i++)
        note(&silences.list.items[i], notes, how->book, how->enabled, how->lang, how->complete && honoured);
    silences_free(&silences);
}

/* directive.*: the findings come from findings_suppress(), which alone knows what was silenced. */
const struct check check_of_directive = {0};
