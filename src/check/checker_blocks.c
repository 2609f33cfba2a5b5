#include "check/checker_parts.h"

#include "check/front_value.h"
#include "draft/front/front_matter.h"

#include <stdlib.h>

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
    checker_retire(checker, &block->findings);
    analysis_free(&block->analysis);
    directives_free(&block->directives);
    block->analysis = (struct analysis){0};
    block->directives = (struct directives){0};
    block->begun = block->analysed = false;
    block->next_check = 0;
}

/* A definition came or went: [words][label] may now be a link, or none. */
void checker_collect_labels(struct checker *checker) {
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

static void free_blocks(struct checker *checker, size_t first, size_t count) {
    for (size_t i = first; i < first + count; i++) {
        struct block *block = checker->document.blocks.items[i];
        if (!block->analysed) checker->pending--;
        checker_retire(checker, &block->findings);
        block_free(block);
    }
    document_unlist(&checker->document);
}

void checker_drop_blocks(struct checker *checker, size_t first, size_t count) {
    free_blocks(checker, first, count);
    if (count) vec_remove(&checker->document.blocks, first, count);
}

/* After most keys there are as many as before, and the thousands after them need not move. */
static void replace_blocks(struct checker *checker, size_t first, size_t count, struct block *const *fresh,
                           size_t fresh_count) {
    free_blocks(checker, first, count);
    if (fresh_count > count)
        vec_open(&checker->document.blocks, first + count, fresh_count - count);
    else if (fresh_count < count)
        vec_remove(&checker->document.blocks, first + fresh_count, count - fresh_count);
    if (fresh_count) memcpy(checker->document.blocks.items + first, fresh, fresh_count * sizeof(*fresh));
    checker->pending += fresh_count;
}

void checker_attach(struct checker *checker, const struct text *text) {
    checker_forget(checker);
    checker->document.text = text;
    checker->document.part = checker->part.whole && text_length(text) > checker->part.whole;
    for (size_t line = 0; line < checker_end(checker);) {
        struct block *block = block_new(text, line, checker_end(checker), checker->language);
        vec_push(&checker->document.blocks, block);
        line += block->lines;
    }
    checker->pending = checker->document.blocks.count;
    checker_collect_labels(checker);
    checker_document_again(checker);
}

size_t checker_block_at(const struct checker *checker, size_t line) {
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
    size_t least = checker->part.first;
    for (size_t back = 0; reaching > least && back < MOST_BACK; back++, reaching--)
        if (blocks[reaching - 1]->kind == BLOCK_BLANK) break;
    size_t line = blocks[first]->line;
    for (size_t i = first; i-- > least && blocks[i]->line + MOST_BACK_WAITING > line;)
        if (blocks[i]->waits && i < reaching) reaching = i;
    return reaching;
}

/* Lines that an edit replaced: up to old_end before it, up to new_end after it. */
struct replaced {
    size_t old_end, new_end;
};

/* Whether a block from *last on, from before the edit, begins where line is now; *last is the first that does
 * not begin before it. */
static bool begins_as_before(const struct checker *checker, const struct replaced *lines, size_t line,
                             size_t *last) {
    size_t count = checker->document.blocks.count;
    if (line < lines->new_end) return false;
    struct block *const *blocks = checker->document.blocks.items;
    while (*last < count && blocks[*last]->line + lines->new_end < line + lines->old_end)
        (*last)++;
    return *last < count && blocks[*last]->line >= lines->old_end &&
           blocks[*last]->line + lines->new_end == line + lines->old_end;
}

void checker_settle(struct checker *checker) {
    size_t by = checker->late;
    checker->late = 0;
    for (size_t i = checker->late_from; by && i < checker->document.blocks.count; i++) {
        struct block *block = checker->document.blocks.items[i];
        block->start += by;
        if (block->analysed) findings_move(&block->findings, by);
    }
}

/* The blocks from so many on stand elsewhere now; who moves only by bytes is moved when somebody looks. */
static void move_blocks(struct checker *checker, size_t from, const struct edit *edit,
                        const struct change *change) {
    size_t by = change->inserted - change->removed;
    for (size_t i = from; by && i < checker->document.blocks.count; i++)
        checker->document.blocks.items[i]->line += by;
    checker->late_from = from;
    checker->late += edit->inserted.len - edit->removed.len;
}

static void split_again(struct checker *checker, const struct edit *edit, const struct change *change) {
    const struct text *text = checker->document.text;
    const struct replaced lines = {change->first + change->removed, change->first + change->inserted};
    if (checker->document.part) checker->part.end += change->inserted - change->removed;
    size_t first = checker_block_at(checker, change->first);
    if (first > checker->part.first) first--; /* the block before may now go on into the edited line */
    first = block_reaching(checker, first);
    if (!checker->part.line && front_changed(checker)) first = 0;

    VEC(struct block *) fresh = {0};
    size_t end = checker_end(checker), line = checker->document.blocks.items[first]->line,
           last = first; /* the first old one that stays */
    while (line < end && !begins_as_before(checker, &lines, line, &last)) {
        struct block *block = block_new(text, line, end, checker->language);
        vec_push(&fresh, block);
        line += block->lines;
    }
    if (line >= end) last = checker->document.blocks.count;

    if (last != checker->late_from || fresh.count != last - first) checker_settle(checker);
    bool labels = have_labels(checker->document.blocks.items + first, last - first) ||
                  have_labels(fresh.items, fresh.count);
    replace_blocks(checker, first, last - first, fresh.items, fresh.count);
    move_blocks(checker, first + fresh.count, edit, change);
    vec_free(&fresh);
    if (labels) checker_collect_labels(checker);
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
    checker_retire(checker, &gone);
}

void checker_edited(struct checker *checker, const struct edit *edit, const struct change *change) {
    const struct text *text = checker->document.text;
    bool part = checker->document.part;
    if (!part && checker->part.whole && text_length(text) > checker->part.whole)
        checker_attach(checker, text); /* grown too large */
    else if (part && !checker_part_holds(checker, edit, change))
        checker_forget(checker);
    else
        split_again(checker, edit, change);
    move_findings(checker, edit);
    checker_document_again(checker);
}
