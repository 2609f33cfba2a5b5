#include "check/checker.h"

#include "check/conflict.h"
#include "check/front_value.h"
#include "check/rule_book.h"
#include "check/suppress.h"
#include "draft/front/front_matter.h"

#include <stdlib.h>

/* A block of up to so many bytes, a long paragraph, is checked in one go: it takes about a millisecond. */
enum { ASK_BYTES = 2000 };

struct checker {
    struct language *language;
    enum lang lang;
    bool enabled[RULE_COUNT];
    enum severity severities[RULE_COUNT];
    size_t limits[RULE_COUNT];
    struct rule_book *book;  /* not owned; may be NULL */
    struct archive *archive; /* not owned; may be NULL */
    bool suggest;
    bool from_body; /* lines are counted from there */
    enum honour honour;
    struct document document;
    char *path;               /* of the document */
    size_t pending;           /* blocks not yet analysed */
    bool document_pending;    /* the checks of the whole document are to be run */
    size_t next_wide;         /* the rule to go on with, when they were interrupted */
    struct findings so_far;   /* of those that are done; positions in the file */
    struct findings wide;     /* findings of those checks; positions in the file */
    struct findings notes;    /* findings about directives; positions in the file */
    struct findings merged;   /* what checker_findings() gives; owns nothing its items point to */
    struct findings silenced; /* by directives; owns as little */
    VEC(struct findings)
    retired; /* of blocks that are gone, while those who show findings still point to them */
    bool merged_stale;
};

struct checker *checker_new(struct language *language, enum lang lang, const bool enabled[RULE_COUNT]) {
    struct checker *checker = memory_zero(1, sizeof *checker);
    checker->language = language;
    checker->lang = lang;
    memcpy(checker->enabled, enabled, sizeof checker->enabled);
    for (size_t i = 0; i < RULE_BUILTIN; i++)
        checker->severities[i] = rule_get((enum rule_id)i)->severity;
    return checker;
}

static void retire(struct checker *checker, struct findings *findings) {
    if (findings->list.count)
        vec_push(&checker->retired, *findings);
    else
        findings_free(findings);
    *findings = (struct findings){0};
}

static void free_retired(struct checker *checker) {
    vec_each(struct findings, findings, &checker->retired)
        findings_free(findings);
    vec_clear(&checker->retired);
}

/* Whether one of the blocks defines a label. */
static bool have_labels(struct block *const *blocks, size_t count) {
    bool have = false;
    for (size_t i = 0; i < count && !have; i++)
        have = blocks[i]->label;
    return have;
}

/* A block to be checked anew, although its words are the same. */
static void renew(struct checker *checker, struct block *block) {
    if (block->analysed) checker->pending++;
    retire(checker, &block->findings);
    analysis_free(&block->analysis);
    directives_free(&block->directives);
    block->analysis = (struct analysis){0};
    block->directives = (struct directives){0};
    block->begun = block->analysed = false;
    block->next_rule = 0;
}

/* A definition came or went: [words][label] may now be a link, or none. */
static void collect_labels(struct checker *checker) {
    struct document *document = &checker->document;
    map_free(&document->labels);
    document->labels = (struct map){0};
    vec_each(struct block *const, block, &document->blocks) {
        if ((*block)->label) map_put(&document->labels, slice_of((*block)->label));
    }
    vec_each(struct block *const, block, &document->blocks) {
        if ((*block)->begun && slice_find((*block)->text, SLICE("]["), 0) != SIZE_MAX) renew(checker, *block);
    }
}

static void drop_blocks(struct checker *checker, size_t first, size_t count) {
    for (size_t i = first; i < first + count; i++) {
        struct block *block = checker->document.blocks.items[i];
        if (!block->analysed) checker->pending--;
        retire(checker, &block->findings);
        block_free(block);
    }
    if (count) vec_remove(&checker->document.blocks, first, count);
}

/* The checks of the whole document begin with the first again: the text is another. */
static void document_again(struct checker *checker) {
    findings_free(&checker->so_far);
    checker->next_wide = 0;
    checker->document_pending = checker->merged_stale = true;
}

void checker_free(struct checker *checker) {
    if (!checker) return;
    drop_blocks(checker, 0, checker->document.blocks.count);
    vec_free(&checker->document.blocks);
    map_free(&checker->document.labels);
    free_retired(checker);
    vec_free(&checker->retired);
    findings_free(&checker->wide);
    findings_free(&checker->so_far);
    findings_free(&checker->notes);
    vec_free(&checker->merged.list);
    vec_free(&checker->silenced.list);
    free(checker->path);
    free(checker);
}

void checker_rules(struct checker *checker, const struct rule_set *set) {
    memcpy(checker->enabled, set->enabled, sizeof checker->enabled);
    memcpy(checker->severities, set->severity, sizeof checker->severities);
    memcpy(checker->limits, set->limits, sizeof checker->limits);
    checker->book = set->book;
    checker_restart(checker);
}

void checker_suggest(struct checker *checker, bool suggest) {
    checker->suggest = suggest;
}

void checker_honour(struct checker *checker, enum honour honour) {
    checker->honour = honour;
    checker->merged_stale = true;
}

void checker_archive(struct checker *checker, struct archive *archive) {
    checker->archive = archive;
    if (checker->document.text) document_again(checker);
}

void checker_attach(struct checker *checker, const struct text *text) {
    drop_blocks(checker, 0, checker->document.blocks.count);
    retire(checker, &checker->wide);
    checker->document.text = text;
    for (size_t line = 0; line < text_line_count(text);) {
        struct block *block = block_new(text, line, checker->language);
        vec_push(&checker->document.blocks, block);
        line += block->lines;
    }
    checker->pending = checker->document.blocks.count;
    collect_labels(checker);
    document_again(checker);
}

void checker_name(struct checker *checker, const char *path) {
    free(checker->path);
    checker->document.path = checker->path = slice_copy(slice_of(path));
}

void checker_restart(struct checker *checker) {
    if (checker->document.text) checker_attach(checker, checker->document.text);
}

/* Index of the block that holds line. */
static size_t block_at(const struct checker *checker, size_t line) {
    size_t begun = vec_before(struct block *const, block, &checker->document.blocks, (*block)->line <= line);
    return begun ? begun - 1 : 0;
}

/* Whether the front matter now ends elsewhere: its end decides whether its beginning is one. */
static bool front_changed(const struct checker *checker) {
    const struct block *block = checker->document.blocks.items[0];
    return front_matter_lines(checker->document.text) != (block->kind == BLOCK_FRONT ? block->lines : 0);
}

/* Lines that one paragraph, or a comment, may have before what it left open ends: see block.c. */
enum { MOST_BACK = 40, MOST_BACK_WAITING = 1000 };

/* The first block that what is changed in block first may belong to from now on. */
static size_t block_reaching(const struct checker *checker, size_t first) {
    struct block *const *blocks = checker->document.blocks.items;
    size_t reaching = first;
    for (size_t back = 0; reaching > 0 && back < MOST_BACK; back++, reaching--)
        if (blocks[reaching - 1]->kind == BLOCK_BLANK) break;
    size_t line = blocks[first]->line;
    for (size_t i = first; i-- > 0 && blocks[i]->line + MOST_BACK_WAITING > line;)
        if (blocks[i]->waits && i < reaching) reaching = i;
    return reaching;
}

static void split_again(struct checker *checker, const struct edit *edit, const struct change *change) {
    const struct text *text = checker->document.text;
    size_t first = block_at(checker, change->first);
    if (first > 0) first--; /* the block before may now go on into the edited line */
    first = block_reaching(checker, first);
    if (front_changed(checker)) first = 0;
    size_t line = checker->document.blocks.items[first]->line;
    size_t old_end = change->first + change->removed, new_end = change->first + change->inserted;

    VEC(struct block *) fresh = {0};
    size_t last = first; /* first old block that stays */
    while (line < text_line_count(text)) {
        if (line >= new_end) { /* untouched lines: does an old block start here? */
            while (last < checker->document.blocks.count &&
                   checker->document.blocks.items[last]->line + new_end < line + old_end)
                last++;
            if (last < checker->document.blocks.count) {
                const struct block *old = checker->document.blocks.items[last];
                if (old->line >= old_end && old->line + new_end == line + old_end) break;
            }
        }
        struct block *block = block_new(text, line, checker->language);
        vec_push(&fresh, block);
        line += block->lines;
    }
    if (line >= text_line_count(text)) last = checker->document.blocks.count;

    bool labels = have_labels(checker->document.blocks.items + first, last - first) ||
                  have_labels(fresh.items, fresh.count);
    drop_blocks(checker, first, last - first);
    vec_open(&checker->document.blocks, first, fresh.count);
    if (fresh.count)
        memcpy(checker->document.blocks.items + first, fresh.items, fresh.count * sizeof *fresh.items);
    checker->pending += fresh.count;
    for (size_t i = first + fresh.count; i < checker->document.blocks.count; i++) {
        struct block *block = checker->document.blocks.items[i];
        block->line = block->line + change->inserted - change->removed;
        size_t by = edit->inserted.len - edit->removed.len;
        block->start += by;
        if (block->analysed) findings_move(&block->findings, by);
    }
    vec_free(&fresh);
    if (labels) collect_labels(checker);
}

static void move_related(struct finding *finding, const struct edit *edit) {
    vec_each(struct related, related, &finding->related) {
        related->start = edit_moves(edit, related->start, true);
        related->end = edit_moves(edit, related->end, false);
    }
}

/* Moves the findings of whole-document checks along; those whose words changed are retired. Where a finding
 * that is shown speaks of another place, that moves too. */
static void move_findings(struct checker *checker, const struct edit *edit) {
    struct findings gone = {0};
    vec_each(struct findings, findings, &checker->retired)
        vec_each(struct finding, finding, &findings->list)
            move_related(finding, edit);
    size_t kept = 0;
    vec_each(struct finding, finding, &checker->wide.list) {
        bool touched = finding_touched(finding, edit);
        finding->start = edit_moves(edit, finding->start, true);
        finding->end = edit_moves(edit, finding->end, false);
        move_related(finding, edit);
        if (touched)
            vec_push(&gone.list, *finding);
        else
            checker->wide.list.items[kept++] = *finding;
    }
    checker->wide.list.count = kept;
    retire(checker, &gone);
}

void checker_edited(struct checker *checker, const struct edit *edit, const struct change *change) {
    split_again(checker, edit, change);
    move_findings(checker, edit);
    document_again(checker);
}

/* Calls visit for each different check of the rules that are on. */
static const struct check *next_check(const struct checker *checker, size_t *rule) {
    for (; *rule < RULE_BUILTIN; (*rule)++) {
        const struct check *check = rule_get((enum rule_id) * rule)->check;
        bool seen = !checker->enabled[*rule];
        for (size_t before = 0; before < *rule && !seen; before++)
            seen = checker->enabled[before] && rule_get((enum rule_id)before)->check == check;
        if (!seen) {
            (*rule)++;
            return check;
        }
    }
    return NULL;
}

static void weigh(const struct checker *checker, struct findings *findings) {
    vec_each(struct finding, finding, &findings->list)
        finding->severity = checker->severities[finding->rule];
}

static void drop_disabled(const struct checker *checker, struct findings *findings) {
    size_t kept = 0;
    for (size_t i = 0; i < findings->list.count; i++) {
        if (checker->enabled[findings->list.items[i].rule])
            findings->list.items[kept++] = findings->list.items[i];
        else
            finding_free(&findings->list.items[i]);
    }
    findings->list.count = kept;
}

/* What is said of a value of the front matter: how it is written, not what it says. */
static bool reads_values(const struct check *check) {
    bool reads = false;
    for (size_t rule = 0; rule < RULE_BUILTIN && !reads; rule++) {
        struct slice name = slice_of(rule_get((enum rule_id)rule)->name);
        reads = rule_get((enum rule_id)rule)->check == check &&
                (slice_starts(name, SLICE("spelling.")) || slice_starts(name, SLICE("typography.")));
    }
    return reads;
}

static void check_value(struct checker *checker, const struct check_context *context, struct block *value) {
    const struct check *check;
    analysis_make(&value->analysis, checker->language, value->text);
    for (size_t rule = 0; (check = next_check(checker, &rule));)
        if (check->block && reads_values(check)) check->block(context, value, &value->findings);
    findings_move(&value->findings, value->start);
    value->analysed = true;
}

/* The findings of the values stand among those of the front matter, in their places in the file. */
static void check_values(struct checker *checker, const struct check_context *context, struct block *front) {
    vec_each(struct block *const, value, &front->values) {
        check_value(checker, context, *value);
        front_values_guard(front, &(*value)->findings);
        vec_each(const struct finding, finding, &(*value)->findings.list)
            vec_push(&front->findings.list, *finding);
        vec_free(&(*value)->findings.list);
    }
}

static void analyse(const struct checker *checker, struct block *block) {
    if (block_has_prose(block))
        analysis_make_in(&block->analysis, checker->language, block->text, &checker->document.labels);
    if (block->kind == BLOCK_FRONT)
        directives_find_front(&block->directives, checker->book, block->text);
    else if (block->kind != BLOCK_CODE)
        directives_find(&block->directives, checker->book, block->text);
    block->begun = true;
}

/* Frees what stands behind the first so many. */
static void drop_behind(struct findings *findings, size_t kept) {
    while (findings->list.count > kept)
        finding_free(&findings->list.items[--findings->list.count]);
}

/* The rules from the one on that comes next. False: interrupted; the next call goes on with the rule that
 * was, or would have come next. */
static bool check_rules(struct checker *checker, const struct check_context *context, struct block *block) {
    bool gave_up = false, may_ask = block->text.len > ASK_BYTES;
    struct check_context asking = *context;
    if (may_ask) asking.gave_up = &gave_up;
    const struct check *check;
    for (size_t rule = block->next_rule; (check = next_check(checker, &rule)); block->next_rule = rule) {
        size_t before = block->findings.list.count;
        if (check->block) check->block(&asking, block, &block->findings);
        if (gave_up) drop_behind(&block->findings, before);
        if (gave_up) return false;
        if (!may_ask || !check_interrupted(context)) continue;
        block->next_rule = rule;
        return false;
    }
    return true;
}

/* False: interrupted. */
static bool check_block(struct checker *checker, const struct check_context *context, struct block *block) {
    if (!block->begun) analyse(checker, block);
    bool looked_at = block_has_prose(block) || block->kind == BLOCK_FRONT;
    if (looked_at && !check_rules(checker, context, block)) return false;
    if (block_has_prose(block)) rule_book_check(checker->book, context, block, &block->findings);
    findings_move(&block->findings, block->start);
    check_values(checker, context, block);
    drop_disabled(checker, &block->findings);
    weigh(checker, &block->findings);
    findings_sort(&block->findings);
    block->analysed = true;
    checker->pending--;
    checker->merged_stale = true;
    return true;
}

/* A check that is interrupted begins anew, those before it stand. */
static bool check_document(struct checker *checker, const struct check_context *context) {
    struct findings *found = &checker->so_far;
    const struct check *check;
    for (size_t rule = checker->next_wide; (check = next_check(checker, &rule)); checker->next_wide = rule) {
        size_t before = found->list.count;
        if (!check->document || check->document(context, &checker->document, found)) continue;
        drop_behind(found, before);
        return false;
    }
    size_t before = found->list.count;
    if (!rule_book_check_wide(checker->book, context, &checker->document, found)) {
        drop_behind(found, before);
        return false;
    }
    drop_disabled(checker, found);
    if (checker->document.blocks.count) front_values_guard(checker->document.blocks.items[0], found);
    weigh(checker, found);
    findings_sort(found);
    retire(checker, &checker->wide);
    checker->wide = *found;
    *found = (struct findings){0};
    document_again(checker);
    checker->document_pending = false;
    return true;
}

void checker_count_from_body(struct checker *checker, bool from_body) {
    if (checker->from_body == from_body) return;
    checker->from_body = from_body;
    if (checker->document.text) checker_restart(checker);
}

bool checker_run(struct checker *checker, size_t line, bool (*interrupted)(void *), void *by) {
    if (!checker->document.text) return true;
    struct check_context context = {.language = checker->language,
                                    .lang = checker->lang,
                                    .enabled = checker->enabled,
                                    .limits = checker->limits,
                                    .house = rule_book_house(checker->book),
                                    .suggest = checker->suggest,
                                    .archive = checker->archive,
                                    .lines_hidden =
                                        checker->from_body ? front_matter_hidden(checker->document.text) : 0,
                                    .interrupted = interrupted,
                                    .interrupted_by = by};
    size_t count = checker->document.blocks.count, from = block_at(checker, line);
    for (size_t i = 0; i < count && checker->pending; i++) {
        struct block *block = checker->document.blocks.items[(from + i) % count];
        if (block->analysed) continue;
        if (check_interrupted(&context) || !check_block(checker, &context, block)) return false;
    }
    return !checker->document_pending || check_document(checker, &context);
}

bool checker_done(const struct checker *checker) {
    return checker->pending == 0 && !checker->document_pending;
}

/* Puts what checks of the whole document found between what lies in the order of the blocks. */
static void merge(struct checker *checker) {
    struct findings *merged = &checker->merged;
    const struct finding *wide = checker->wide.list.items, *end = wide + checker->wide.list.count;
    vec_clear(&merged->list);
    vec_each(struct block *const, block, &checker->document.blocks) {
        if (!(*block)->analysed) continue; /* its findings are not sorted yet */
        vec_each(const struct finding, finding, &(*block)->findings.list) {
            while (wide != end && finding_order(wide, finding) < 0)
                vec_push(&merged->list, *wide++);
            vec_push(&merged->list, *finding);
        }
    }
    while (wide != end)
        vec_push(&merged->list, *wide++);
    conflicts_settle(merged);
}

const struct findings *checker_findings(struct checker *checker) {
    if (!checker->merged_stale) return &checker->merged;
    merge(checker);
    free_retired(checker);
    vec_clear(&checker->silenced.list);
    findings_free(&checker->notes);
    struct suppression how = {.book = checker->book,
                              .enabled = checker->enabled,
                              .lang = checker->lang,
                              .honour = checker->honour,
                              .complete = checker_done(checker)};
    findings_suppress(&checker->merged, &checker->silenced, &checker->notes, &checker->document, &how);
    weigh(checker, &checker->notes);
    vec_each(const struct finding, note, &checker->notes.list)
        vec_push(&checker->merged.list, *note);
    if (checker->notes.list.count) findings_sort(&checker->merged);
    checker->merged_stale = false;
    return &checker->merged;
}

const struct findings *checker_silenced(struct checker *checker) {
    checker_findings(checker);
    return &checker->silenced;
}

const struct document *checker_document(struct checker *checker) {
    return &checker->document;
}
