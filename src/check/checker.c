#include "check/checker_parts.h"

#include "check/conflict.h"
#include "check/rule_book.h"
#include "draft/front/front_matter.h"

#include <stdlib.h>

struct checker *checker_new(struct language *language, enum lang lang, const bool enabled[RULE_COUNT]) {
    struct checker *checker = memory_zero(1, sizeof *checker);
    checker->language = language;
    checker->lang = lang;
    memcpy(checker->enabled, enabled, sizeof checker->enabled);
    for (size_t i = 0; i < RULE_BUILTIN; i++)
        checker->severities[i] = rule_get((enum rule_id)i)->severity;
    checker_choose_checks(checker);
    return checker;
}

void checker_retire(struct checker *checker, struct findings *findings) {
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

void checker_document_again(struct checker *checker) {
    findings_free(&checker->so_far);
    checker->next_wide = 0;
    checker->document_pending = checker->merged_stale = true;
}

void checker_free(struct checker *checker) {
    if (!checker) return;
    checker_drop_blocks(checker, 0, checker->document.blocks.count);
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
    checker_choose_checks(checker);
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
    if (checker->document.text) checker_document_again(checker);
}

void checker_name(struct checker *checker, const char *path) {
    free(checker->path);
    checker->document.path = checker->path = slice_copy(slice_of(path));
}

void checker_restart(struct checker *checker) {
    if (checker->document.text) checker_attach(checker, checker->document.text);
}

void checker_count_from_body(struct checker *checker, bool from_body) {
    if (checker->from_body == from_body) return;
    checker->from_body = from_body;
    if (checker->document.text) checker_restart(checker);
}

bool checker_run(struct checker *checker, size_t line, bool (*interrupted)(void *), void *by) {
    if (!checker->document.text) return true;
    checker_settle(checker);
    if (!checker_reaches(checker, line)) checker_look(checker, line);
    struct check_context context = {.language = checker->language,
                                    .lang = checker->lang,
                                    .enabled = checker->enabled,
                                    .limits = checker->limits,
                                    .house = rule_book_house(checker->book),
                                    .suggest = checker->suggest,
                                    .archive = checker->document.part ? NULL : checker->archive,
                                    .lines_hidden =
                                        checker->from_body ? front_matter_hidden(checker->document.text) : 0,
                                    .interrupted = interrupted,
                                    .interrupted_by = by};
    size_t count = checker->document.blocks.count, from = checker_block_at(checker, line);
    for (size_t i = 0; i < count && checker->pending; i++) {
        struct block *block = checker->document.blocks.items[(from + i) % count];
        if (block->analysed) continue;
        if (check_interrupted(&context) || !checker_check_block(checker, &context, block)) return false;
    }
    return !checker->document_pending || checker_check_document(checker, &context);
}

bool checker_done(const struct checker *checker) {
    return checker->pending == 0 && !checker->document_pending;
}

static void keep_told(const struct checker *checker, struct findings *findings) {
    size_t from, to, kept = 0;
    checker_told(checker, &from, &to);
    vec_each(const struct finding, finding, &findings->list)
        if (finding->start >= from && finding->start < to) findings->list.items[kept++] = *finding;
    findings->list.count = kept;
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
    if (checker->document.part) keep_told(checker, merged);
    conflicts_settle(merged);
}

const struct findings *checker_findings(struct checker *checker) {
    checker_settle(checker);
    if (!checker->merged_stale) return &checker->merged;
    merge(checker);
    free_retired(checker);
    vec_clear(&checker->silenced.list);
    findings_free(&checker->notes);
    struct suppression how = {.book = checker->book,
                              .enabled = checker->enabled,
                              .lang = checker->lang,
                              .honour = checker->honour,
                              .complete = checker_done(checker) && !checker->document.part};
    findings_suppress(&checker->merged, &checker->silenced, &checker->notes, &checker->document, &how);
    checker_weigh(checker, &checker->notes);
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
    checker_settle(checker);
    document_list(&checker->document);
    return &checker->document;
}
