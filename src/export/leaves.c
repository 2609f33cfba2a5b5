#include "export/leaves.h"

#include "draft/import/readers.h"
#include "language/sentence/markup.h"

#include <md4c.h>
#include <stdio.h>

enum { LISTS = 32 /* within each other; deeper ones count as the last */ };

struct leaves_reading {
    struct leaves *leaves;
    struct leaf *open; /* NULL: the next words begin one */
    unsigned looks;
    const char *link;
    struct {
        bool numbered;
        unsigned next;
        size_t list;
    } lists[LISTS];
    size_t depth, quotes;
    bool item, head; /* an item begins; the row is the head of a table */
    size_t skipped;  /* images open: their text is no text */
    bool cell;       /* the next run begins one */
    bool html;       /* a block of tags is read */
    struct str tags; /* so far */
};

static struct leaf *leaf_open(struct leaves_reading *r, enum leaf_kind kind) {
    r->open = vec_add(&r->leaves->list);
    r->open->kind = kind;
    return r->open;
}

static void item_open(struct leaves_reading *r) {
    size_t level = r->depth ? r->depth - 1 : 0;
    struct leaf *leaf = leaf_open(r, LEAF_ITEM);
    leaf->level = (int)level;
    if (r->lists[level].numbered)
        snprintf(leaf->number, sizeof leaf->number, "%u.", r->lists[level].next++);
    else
        snprintf(leaf->number, sizeof leaf->number, "-");
    leaf->list = r->lists[level].list;
    r->item = false;
}

static void text_open(struct leaves_reading *r) {
    if (r->item)
        item_open(r);
    else
        leaf_open(r, r->quotes ? LEAF_QUOTE : LEAF_TEXT);
}

static void put(struct leaves_reading *r, struct slice text) {
    if (r->skipped) return;
    if (!r->open) text_open(r);
    struct leaf *leaf = r->open;
    struct leaf_run *last = leaf->runs.count ? vec_last(&leaf->runs) : NULL;
    if (!last || last->looks != r->looks || last->link != r->link || r->cell)
        vec_push(&leaf->runs,
                 (struct leaf_run){r->looks, leaf->words.len, leaf->words.len, r->link, r->cell});
    r->cell = false;
    str_append(&leaf->words, text);
    vec_last(&leaf->runs)->end = leaf->words.len;
}

static void list_open(struct leaves_reading *r, bool numbered, unsigned first) {
    if (r->depth < LISTS) {
        r->lists[r->depth].numbered = numbered;
        r->lists[r->depth].next = first;
        r->lists[r->depth].list = numbered ? ++r->leaves->lists : 0;
        r->depth++;
    }
    r->open = NULL;
}

static int enter_block(MD_BLOCKTYPE type, void *detail, void *self) {
    struct leaves_reading *r = self;
    if (type != MD_BLOCK_TD && type != MD_BLOCK_TH) r->open = NULL;
    switch (type) {
    case MD_BLOCK_QUOTE:
        r->quotes++;
        break;
    case MD_BLOCK_UL:
        list_open(r, false, 1);
        break;
    case MD_BLOCK_OL:
        list_open(r, true, ((MD_BLOCK_OL_DETAIL *)detail)->start);
        break;
    case MD_BLOCK_LI:
        r->item = true;
        break;
    case MD_BLOCK_H:
        leaf_open(r, LEAF_HEADING)->level = (int)((MD_BLOCK_H_DETAIL *)detail)->level;
        break;
    case MD_BLOCK_CODE:
        leaf_open(r, LEAF_CODE);
        break;
    case MD_BLOCK_HR:
        leaf_open(r, LEAF_RULER);
        break;
    case MD_BLOCK_HTML:
        r->html = true;
        break;
    case MD_BLOCK_THEAD:
        r->head = true;
        break;
    case MD_BLOCK_TR:
        leaf_open(r, LEAF_ROW)->first = r->head;
        break;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
        r->cell = true;
        put(r, SLICE("")); /* an empty cell is one too */
        break;
    default:
        break;
    }
    return 0;
}

static void read(struct leaves *leaves, struct slice markdown, unsigned flags);

/* Paragraphs that are written with tags are paragraphs too. */
static void take_tags(struct leaves_reading *r) {
    struct str markdown = {0};
    html_read(str_slice(&r->tags), &markdown);
    read(r->leaves, str_slice(&markdown), MD_FLAG_NOHTML);
    str_free(&markdown);
    str_clear(&r->tags);
    r->html = false;
}

static int leave_block(MD_BLOCKTYPE type, void *detail, void *self) {
    struct leaves_reading *r = self;
    (void)detail;
    if (type == MD_BLOCK_QUOTE) r->quotes--;
    if ((type == MD_BLOCK_UL || type == MD_BLOCK_OL) && r->depth) r->depth--;
    if (type == MD_BLOCK_LI && r->item) item_open(r); /* an empty one */
    if (type == MD_BLOCK_THEAD) r->head = false;
    if (type == MD_BLOCK_HTML) take_tags(r);
    if (type != MD_BLOCK_TD && type != MD_BLOCK_TH) r->open = NULL;
    return 0;
}

static unsigned look_of(MD_SPANTYPE type) {
    return type == MD_SPAN_STRONG ? LEAF_BOLD
           : type == MD_SPAN_EM   ? LEAF_ITALIC
           : type == MD_SPAN_DEL  ? LEAF_STRUCK
                                  : 0;
}

static int enter_span(MD_SPANTYPE type, void *detail, void *self) {
    struct leaves_reading *r = self;
    r->looks |= look_of(type);
    if (type == MD_SPAN_IMG) r->skipped++;
    if (type != MD_SPAN_A) return 0;
    const MD_ATTRIBUTE *target = &((MD_SPAN_A_DETAIL *)detail)->href;
    vec_push(&r->leaves->links, slice_copy((struct slice){target->text, target->size}));
    r->link = *vec_last(&r->leaves->links);
    return 0;
}

static int leave_span(MD_SPANTYPE type, void *detail, void *self) {
    struct leaves_reading *r = self;
    (void)detail;
    r->looks &= ~look_of(type);
    if (type == MD_SPAN_IMG) r->skipped--;
    if (type == MD_SPAN_A) r->link = NULL;
    return 0;
}

static void put_entity(struct leaves_reading *r, struct slice entity) {
    uint32_t rune = entity.len > 2 ? markup_entity_rune(slice_range(entity, 1, entity.len - 1)) : 0;
    struct str sign = {0};
    if (rune)
        str_append_rune(&sign, rune);
    else
        str_append(&sign, entity);
    put(r, str_slice(&sign));
    str_free(&sign);
}

static int text(MD_TEXTTYPE type, const MD_CHAR *bytes, MD_SIZE size, void *self) {
    struct leaves_reading *r = self;
    struct slice words = {bytes, size};
    if (r->html) {
        str_append(&r->tags, words);
        return 0;
    }
    switch (type) {
    case MD_TEXT_HTML:
        if (slice_starts(words, SLICE("<br"))) put(r, SLICE("\n"));
        break;
    case MD_TEXT_BR:
        put(r, SLICE("\n"));
        break;
    case MD_TEXT_SOFTBR:
        put(r, SLICE(" "));
        break;
    case MD_TEXT_NULLCHAR:
        break;
    case MD_TEXT_ENTITY:
        put_entity(r, words);
        break;
    default:
        put(r, words);
    }
    return 0;
}

static void read(struct leaves *leaves, struct slice markdown, unsigned flags) {
    struct leaves_reading reading = {.leaves = leaves};
    const MD_PARSER parser = {.flags = (MD_DIALECT_GITHUB & ~(unsigned)MD_FLAG_TASKLISTS) | flags,
                              .enter_block = enter_block,
                              .leave_block = leave_block,
                              .enter_span = enter_span,
                              .leave_span = leave_span,
                              .text = text};
    md_parse(markdown.data, (MD_SIZE)markdown.len, &parser, &reading);
    str_free(&reading.tags);
}

void leaves_read(struct leaves *leaves, struct slice markdown) {
    read(leaves, markdown, 0);
}

void leaves_free(struct leaves *leaves) {
    vec_each(struct leaf, leaf, &leaves->list) {
        str_free(&leaf->words);
        vec_free(&leaf->runs);
    }
    vec_each(char *, link, &leaves->links)
        free(*link);
    vec_free(&leaves->list);
    vec_free(&leaves->links);
}
