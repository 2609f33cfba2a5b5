#include "draft/journal/journal_replay.h"

#include "base/vec.h"

static bool is_edit(const struct journal_record *record) {
    return record->kind == JOURNAL_EDIT || record->kind == JOURNAL_UNDO || record->kind == JOURNAL_REDO;
}

static void take_in(struct journal_content *content, const struct journal_record *record, size_t start,
                    size_t end) {
    if (record->kind == JOURNAL_OPENED || record->kind == JOURNAL_HANDED) {
        content->owner = record->owner;
        content->owned = true;
    } else if (record->kind == JOURNAL_SAVED) {
        content->saved = record->saved;
        content->known = true;
        content->saved_end = end;
        content->edits = 0;
        content->last_ms = 0;
    } else if (record->kind == JOURNAL_BASE) {
        content->base_at = start;
    } else if (is_edit(record)) {
        content->edits++;
        content->last_ms = record->time_ms;
    }
}

struct journal_content journal_scan(struct slice bytes) {
    struct journal_content content = {.base_at = SIZE_MAX, .torn = bytes.len > 0};
    if (!slice_starts(bytes, JOURNAL_MAGIC)) return content;
    struct journal_record record;
    size_t at = JOURNAL_MAGIC.len;
    for (;;) {
        size_t start = at;
        if (!journal_decode(bytes, &at, &record) || record.sequence != content.sequence + 1) {
            content.end = start;
            content.torn = start < bytes.len;
            return content;
        }
        content.sequence++;
        take_in(&content, &record, start, at);
    }
}

static bool stands_there(const struct text *text, const struct edit *edit) {
    size_t length = text_length(text);
    if (edit->offset > length || edit->removed.len > length - edit->offset) return false;
    struct str there = {0};
    text_copy(text, edit->offset, edit->offset + edit->removed.len, &there);
    bool same = slice_equal(str_slice(&there), edit->removed);
    str_free(&there);
    return same;
}

struct text *journal_rebuild(struct slice bytes, const struct journal_content *content, struct slice disk,
                             bool *complete) {
    struct text *text = NULL;
    struct journal_record record;
    size_t at = content->base_at;
    if (at != SIZE_MAX) {
        if (!journal_decode(bytes, &at, &record)) return NULL;
        text = text_with(record.base);
    } else if (content->known && disk.len == content->saved.length &&
               slice_hash(disk) == content->saved.hash) {
        at = content->saved_end;
        text = text_with(disk);
    } else {
        return NULL;
    }
    *complete = true;
    while (at < content->end && journal_decode(bytes, &at, &record)) {
        if (!is_edit(&record)) continue;
        if (!stands_there(text, &record.edit)) {
            *complete = false;
            break;
        }
        text_apply(text, &record.edit);
    }
    return text;
}

bool journal_has_unsaved(struct slice bytes) {
    struct journal_content content = journal_scan(bytes);
    if (content.torn) return true;
    if (!content.edits) return false;
    bool complete;
    struct text *text = content.known ? journal_rebuild(bytes, &content, SLICE(""), &complete) : NULL;
    struct str last = {0};
    if (text) text_copy(text, 0, text_length(text), &last);
    bool saved = text && complete && slice_hash(str_slice(&last)) == content.saved.hash;
    text_free(text);
    str_free(&last);
    return !saved;
}

/* A step of undo: edits next to each other of one kind. */
struct step {
    enum journal_kind kind;
    size_t first, count; /* in edits */
};

struct history {
    VEC(struct edit) edits;
    VEC(struct step) steps;
    VEC(size_t) done, undone; /* indexes of steps */
};

static void collect(struct history *h, struct slice bytes, const struct journal_content *content) {
    struct journal_record record;
    bool border = true;
    for (size_t at = content->base_at; at < content->end && journal_decode(bytes, &at, &record);) {
        if (record.kind == JOURNAL_GROUP) border = true;
        if (!is_edit(&record)) continue;
        if (border || vec_last(&h->steps)->kind != record.kind)
            vec_push(&h->steps, (struct step){record.kind, h->edits.count, 0});
        vec_push(&h->edits, record.edit);
        vec_last(&h->steps)->count++;
        border = false;
    }
}

/* Undoing a step takes the last one away, whatever its edits were joined into. */
static bool sort_out(struct history *h) {
    for (size_t i = 0; i < h->steps.count; i++) {
        enum journal_kind kind = h->steps.items[i].kind;
        if (kind == JOURNAL_EDIT) {
            vec_push(&h->done, i);
            vec_clear(&h->undone);
        } else if (kind == JOURNAL_UNDO) {
            if (!h->done.count) return false;
            vec_push(&h->undone, h->done.items[--h->done.count]);
        } else {
            if (!h->undone.count) return false;
            vec_push(&h->done, h->undone.items[--h->undone.count]);
        }
    }
    return true;
}

static struct str text_bytes(const struct text *text) {
    struct str bytes = {0};
    text_copy(text, 0, text_length(text), &bytes);
    return bytes;
}

/* True when the steps that are left lead to the same text as all of them. */
static bool leads_there(const struct history *h, struct slice bytes, const struct journal_content *content) {
    struct journal_record base;
    size_t at = content->base_at;
    bool ok;
    struct text *whole = journal_rebuild(bytes, content, SLICE(""), &ok);
    if (!whole || !journal_decode(bytes, &at, &base)) return false;
    struct text *text = text_with(base.base);
    for (size_t i = 0; ok && i < h->done.count; i++) {
        const struct step *step = &h->steps.items[h->done.items[i]];
        for (size_t k = step->first; ok && k < step->first + step->count; k++) {
            ok = stands_there(text, &h->edits.items[k]);
            if (ok) text_apply(text, &h->edits.items[k]);
        }
    }
    struct str a = text_bytes(text), b = text_bytes(whole);
    ok = ok && slice_equal(str_slice(&a), str_slice(&b));
    str_free(&a);
    str_free(&b);
    text_free(text);
    text_free(whole);
    return ok;
}

bool journal_each(struct slice bytes, const struct journal_content *content, journal_visit *visit,
                  void *context) {
    if (content->base_at == SIZE_MAX) return false;
    struct history h = {0};
    collect(&h, bytes, content);
    bool ok = sort_out(&h) && leads_there(&h, bytes, content);
    for (size_t i = 0; ok && i < h.done.count; i++) {
        const struct step *step = &h.steps.items[h.done.items[i]];
        for (size_t k = 0; k < step->count; k++)
            visit(context, &h.edits.items[step->first + k], k == 0);
    }
    vec_free(&h.edits);
    vec_free(&h.steps);
    vec_free(&h.done);
    vec_free(&h.undone);
    return ok;
}
