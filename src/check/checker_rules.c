#include "check/checker_parts.h"

#include "check/front_value.h"
#include "check/rule_book.h"
#include "check/story.h"
#include "language/spelling/passage.h"

/* A block of up to so many bytes, a long paragraph, is checked in one go: it takes about a millisecond. */
enum { ASK_BYTES = 2000 };

static void add_check(struct checks *checks, const struct check *check) {
    for (size_t i = 0; i < checks->count; i++)
        if (checks->list[i] == check) return;
    checks->list[checks->count++] = check;
}

/* What is said of a value of the front matter: how it is written, not what it says. */
static bool reads_values(const struct check *check) {
    bool reads = false;
    for (size_t rule = 0; rule < RULE_BUILTIN && !reads; rule++) {
        struct slice name = slice_of(rule_get((enum rule_id)rule)->name);
        reads = rule_get((enum rule_id)rule)->check == check &&
                (slice_starts(name, SLICE("spelling.")) || slice_starts(name, SLICE("typography.")));
    }
    return reads && check->block;
}

void checker_choose_checks(struct checker *checker) {
    struct checks *checks = &checker->checks;
    checks->count = 0;
    for (size_t rule = 0; rule < RULE_BUILTIN; rule++)
        if (checker->enabled[rule]) add_check(checks, rule_get((enum rule_id)rule)->check);
    for (size_t i = 0; i < checks->count; i++)
        checks->reads_values[i] = reads_values(checks->list[i]);
}

void checker_weigh(const struct checker *checker, struct findings *findings) {
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

static bool is_foreign(const struct checker *checker, const struct analysis *a) {
    return passage_is_english(checker->language, a) || passage_is_malay(a);
}

static void check_value(struct checker *checker, const struct check_context *context, struct block *value) {
    const struct checks *checks = &checker->checks;
    analysis_make(&value->analysis, checker->language, value->text);
    value->foreign = is_foreign(checker, &value->analysis);
    for (size_t i = 0; i < checks->count && !value->foreign; i++)
        if (checks->reads_values[i]) checks->list[i]->block(context, value, &value->findings);
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
    block->foreign = is_foreign(checker, &block->analysis);
    block->tells = block->kind == BLOCK_PROSE && story_tells(&block->analysis);
    if (block->kind == BLOCK_FRONT)
        directives_find_front(&block->directives, checker->book, block->text);
    else if (block->kind != BLOCK_CODE)
        directives_find(&block->directives, checker->book, block->text);
    block->begun = true;
}

/* Frees what stands after the first so many. */
static void drop_after(struct findings *findings, size_t kept) {
    while (findings->list.count > kept)
        finding_free(&findings->list.items[--findings->list.count]);
}

/* The checks from the one on that comes next. False: interrupted; the next call goes on with the check that
 * was, or would have come next. */
static bool check_rules(struct checker *checker, const struct check_context *context, struct block *block) {
    bool gave_up = false, may_ask = block->text.len > ASK_BYTES;
    struct check_context asking = *context;
    if (may_ask) asking.gave_up = &gave_up;
    for (; block->next_check < checker->checks.count; block->next_check++) {
        const struct check *check = checker->checks.list[block->next_check];
        size_t before = block->findings.list.count;
        if (check->block) check->block(&asking, block, &block->findings);
        if (gave_up) drop_after(&block->findings, before);
        if (gave_up) return false;
        if (!may_ask || !check_interrupted(context)) continue;
        block->next_check++;
        return false;
    }
    return true;
}

static void check_foreign(const struct checker *checker, const struct check_context *context,
                          struct block *block) {
    for (size_t i = 0; i < checker->checks.count; i++)
        if (checker->checks.list[i]->foreign)
            checker->checks.list[i]->foreign(context, block, &block->findings);
}

/* False: interrupted. */
bool checker_check_block(struct checker *checker, const struct check_context *context, struct block *block) {
    if (!block->begun) analyse(checker, block);
    if (block->foreign) document_unlist(&checker->document); /* listed before that was known */
    bool looked_at = block_has_prose(block) || block->kind == BLOCK_FRONT;
    if (looked_at && !check_rules(checker, context, block)) return false;
    if (block_has_prose(block)) rule_book_check(checker->book, context, block, &block->findings);
    if (block->foreign) check_foreign(checker, context, block);
    findings_move(&block->findings, block->start);
    check_values(checker, context, block);
    drop_disabled(checker, &block->findings);
    checker_weigh(checker, &block->findings);
    findings_sort(&block->findings);
    block->analysed = true;
    checker->pending--;
    checker->merged_stale = true;
    return true;
}

/* A check that is interrupted begins anew, those before it stand. */
bool checker_check_document(struct checker *checker, const struct check_context *context) {
    struct findings *found = &checker->so_far;
    document_list(&checker->document);
    for (; checker->next_wide < checker->checks.count; checker->next_wide++) {
        const struct check *check = checker->checks.list[checker->next_wide];
        size_t before = found->list.count;
        if (!check->document || check->document(context, &checker->document, found)) continue;
        drop_after(found, before);
        return false;
    }
    size_t before = found->list.count;
    if (!rule_book_check_wide(checker->book, context, &checker->document, found)) {
        drop_after(found, before);
        return false;
    }
    drop_disabled(checker, found);
    if (checker->document.blocks.count) front_values_guard(checker->document.blocks.items[0], found);
    checker_weigh(checker, found);
    findings_sort(found);
    checker_retire(checker, &checker->wide);
    checker->wide = *found;
    *found = (struct findings){0};
    checker_document_again(checker);
    checker->document_pending = false;
    return true;
}
