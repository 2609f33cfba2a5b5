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
    struct journal_content content = {.base_at = SIZE_MAX};
    struct journal_record record;
    struct journal_cursor cursor = journal_first(bytes);
    while (journal_read(&cursor, &record)) {
        content.sequence = cursor.sequence;
        content.end = cursor.at;
        content.gaps += cursor.guessed;
        if (!cursor.guessed || is_edit(&record)) take_in(&content, &record, cursor.start, cursor.at);
    }
    content.torn = content.end < bytes.len;
    return content;
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

/* What does not fit is not left out: its text goes where it would have stood. */
static void insert_somewhere(struct text *text, const struct edit *edit) {
    struct edit insertion = {edit->offset, SLICE(""), edit->inserted};
    size_t length = text_length(text);
    if (insertion.offset > length) insertion.offset = length;
    struct str before = {0};
    size_t line = text_line_start(text, text_line_at(text, insertion.offset));
    text_copy(text, line, insertion.offset < length ? insertion.offset + 1 : length, &before);
    while (insertion.offset > line && insertion.offset < length &&
           ((uint8_t)before.data[insertion.offset - line] & 0xC0) == 0x80)
        insertion.offset--; /* not within a letter */
    if (edit->inserted.len) text_apply(text, &insertion);
    str_free(&before);
}

static void replay_edit(struct rebuilt *r, const struct edit *edit, struct slice disk) {
    if (!r->text) {
        r->text = text_with(disk);
        r->complete = false;
    }
    if (stands_there(r->text, edit)) {
        text_apply(r->text, edit);
    } else {
        insert_somewhere(r->text, edit);
        r->complete = false;
    }
}

static void begin_with(struct rebuilt *r, struct slice text, bool whole) {
    text_free(r->text);
    r->text = text_with(text);
    r->complete = whole;
}

static bool holds(const struct journal_saved *saved, struct slice text) {
    return text.len == saved->length && slice_hash(text) == saved->hash;
}

static void note_saved(struct rebuilt *r, const struct journal_content *content) {
    str_clear(&r->saved);
    text_copy(r->text, 0, text_length(r->text), &r->saved);
    r->saved_known = !content->known || holds(&content->saved, str_slice(&r->saved));
}

/* The text is, or is to be, what was saved. */
static void replay_saved(struct rebuilt *r, const struct journal_saved *saved, struct slice disk) {
    struct str now = {0};
    if (r->text && !r->complete) text_copy(r->text, 0, text_length(r->text), &now);
    if (r->text && !r->complete && holds(saved, str_slice(&now)))
        r->complete = true;
    else if ((!r->text || !r->complete) && holds(saved, disk))
        begin_with(r, disk, true);
    str_free(&now);
}

static void replay(struct rebuilt *r, const struct journal_record *record, bool guessed, struct slice disk) {
    if (record->kind == JOURNAL_SAVED && !guessed) replay_saved(r, &record->saved, disk);
    if (record->kind == JOURNAL_BASE && (!guessed || !r->text)) begin_with(r, record->base, !guessed);
    if (is_edit(record)) replay_edit(r, &record->edit, disk);
    if (guessed && (is_edit(record) || !record->kind)) r->complete = false;
}

struct rebuilt journal_rebuild(struct slice bytes, const struct journal_content *content, struct slice disk) {
    struct rebuilt r = {.complete = true};
    struct journal_record record;
    struct journal_cursor cursor = journal_first(bytes);
    bool since_saved = false;
    while (journal_read(&cursor, &record)) {
        replay(&r, &record, cursor.guessed, disk);
        bool edits = is_edit(&record);
        if (r.text && !edits && !since_saved && cursor.at >= content->saved_end) note_saved(&r, content);
        since_saved = since_saved || (edits && cursor.at > content->saved_end);
    }
    return r;
}

void rebuilt_free(struct rebuilt *r) {
    text_free(r->text);
    str_free(&r->saved);
    *r = (struct rebuilt){0};
}

bool journal_has_unsaved(struct slice bytes) {
    struct journal_content content = journal_scan(bytes);
    if (content.torn || content.gaps) return bytes.len > 0;
    if (!content.edits && (content.base_at == SIZE_MAX || content.base_at < content.saved_end)) return false;
    struct rebuilt r = journal_rebuild(bytes, &content, SLICE(""));
    struct str last = {0};
    if (r.text) text_copy(r.text, 0, text_length(r.text), &last);
    bool unsaved = r.text && !(r.complete && content.known && holds(&content.saved, str_slice(&last)));
    rebuilt_free(&r);
    str_free(&last);
    return unsaved;
}

/* A step of undo: edits next to each other of one kind. */
struct replay_step {
    enum journal_kind kind;
    size_t first, count; /* in edits */
};

struct history {
    VEC(struct edit) edits;
    VEC(struct replay_step) steps;
    VEC(size_t) done, undone; /* indexes of steps */
};

static void collect(struct history *h, struct slice bytes, const struct journal_content *content) {
    struct journal_record record;
    bool border = true;
    for (size_t at = content->base_at; at < content->end && journal_decode(bytes, &at, &record);) {
        if (record.kind == JOURNAL_GROUP) border = true;
        if (!is_edit(&record)) continue;
        if (border || vec_last(&h->steps)->kind != record.kind)
            vec_push(&h->steps, (struct replay_step){record.kind, h->edits.count, 0});
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
    struct rebuilt whole = journal_rebuild(bytes, content, SLICE(""));
    bool ok = whole.text && whole.complete && journal_decode(bytes, &at, &base);
    struct text *text = ok ? text_with(base.base) : NULL;
    for (size_t i = 0; ok && i < h->done.count; i++) {
        const struct replay_step *step = &h->steps.items[h->done.items[i]];
        for (size_t k = step->first; ok && k < step->first + step->count; k++) {
            ok = stands_there(text, &h->edits.items[k]);
            if (ok) text_apply(text, &h->edits.items[k]);
        }
    }
    if (ok) {
        struct str a = text_bytes(text), b = text_bytes(whole.text);
        ok = slice_equal(str_slice(&a), str_slice(&b));
        str_free(&a);
        str_free(&b);
    }
    text_free(text);
    rebuilt_free(&whole);
    return ok;
}

bool journal_each(struct slice bytes, const struct journal_content *content, journal_visit *visit,
                  void *context) {
    if (content->base_at == SIZE_MAX || content->gaps) return false;
    struct history h = {0};
    collect(&h, bytes, content);
    bool ok = sort_out(&h) && leads_there(&h, bytes, content);
    for (size_t i = 0; ok && i < h.done.count; i++) {
        const struct replay_step *step = &h.steps.items[h.done.items[i]];
        for (size_t k = 0; k < step->count; k++)
            visit(context, &h.edits.items[step->first + k], k == 0);
    }
    vec_free(&h.edits);
    vec_free(&h.steps);
    vec_free(&h.done);
    vec_free(&h.undone);
    return ok;
}
