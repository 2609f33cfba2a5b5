#include "text/undo.h"

#include "base/utf8.h"
#include "base/vec.h"

struct record {
    size_t offset;
    struct str removed, inserted;
    size_t group; /* counts up; edits of one group have the same number */
    size_t cursor;
};

struct undo {
    VEC(struct record) records;
    size_t done;  /* records [0, done) stand in the text, the rest can be redone */
    size_t group; /* number of the open group */
    bool open;    /* the next edit may join the open group */
    size_t depth; /* of undo_begin() */
    enum undo_kind kind;
    int64_t when; /* of the last edit, ms */
    size_t bytes;
    size_t saved; /* value of done when the text was saved; SIZE_MAX: that state is gone */
};

struct undo *undo_new(void) {
    struct undo *undo = memory_zero(1, sizeof *undo);
    undo->kind = UNDO_ALONE;
    return undo;
}

static void record_free(struct undo *undo, struct record *record) {
    undo->bytes -= record->removed.len + record->inserted.len;
    str_free(&record->removed);
    str_free(&record->inserted);
}

void undo_free(struct undo *undo) {
    if (!undo) return;
    vec_each(struct record, record, &undo->records)
        record_free(undo, record);
    vec_free(&undo->records);
    free(undo);
}

static void forget_redo(struct undo *undo) {
    if (undo->done == undo->records.count) return;
    while (undo->records.count > undo->done)
        record_free(undo, &undo->records.items[--undo->records.count]);
    if (undo->saved != SIZE_MAX && undo->saved > undo->done) undo->saved = SIZE_MAX;
}

/* Drops the oldest groups while the history is too large. */
static void forget_oldest(struct undo *undo) {
    size_t n = 0;
    while (undo->bytes > UNDO_BYTES_MAX && n < undo->done && undo->records.items[n].group != undo->group)
        record_free(undo, &undo->records.items[n++]);
    while (n && n < undo->done && undo->records.items[n].group == undo->records.items[n - 1].group)
        record_free(undo, &undo->records.items[n++]);
    if (!n) return;
    vec_remove(&undo->records, 0, n);
    undo->done -= n;
    if (undo->saved != SIZE_MAX) undo->saved = undo->saved < n ? SIZE_MAX : undo->saved - n;
}

static bool ends_in_space(struct slice s) {
    return s.len && rune_is_space((unsigned char)s.data[s.len - 1]);
}

static bool begins_with_space(struct slice s) {
    return s.len && rune_is_space((unsigned char)s.data[0]);
}

/* Whether the edit goes on with the run of typing or erasing that the last record is. */
static bool goes_on(const struct undo *undo, const struct edit *edit, enum undo_kind kind, int64_t now) {
    if (!undo->open || !undo->done || kind == UNDO_ALONE || kind != undo->kind) return false;
    if (now - undo->when > UNDO_PAUSE_MS) return false;
    const struct record *last = &undo->records.items[undo->done - 1];
    if (kind == UNDO_ERASING)
        return edit->inserted.len == 0 &&
               (edit->offset == last->offset || edit->offset + edit->removed.len == last->offset);
    if (edit->offset != last->offset + last->inserted.len || edit->removed.len) return false;
    /* A new word begins after a space. */
    return !ends_in_space(str_slice(&last->inserted)) || begins_with_space(edit->inserted);
}

/* Joins the edit with the last record of its group, so that a run of keys costs one record. */
static void join(struct undo *undo, const struct edit *edit) {
    struct record *last = &undo->records.items[undo->done - 1];
    if (edit->removed.len)
        str_splice(&last->removed, edit->offset < last->offset ? 0 : last->removed.len, 0, edit->removed);
    str_append(&last->inserted, edit->inserted);
    if (edit->offset < last->offset) last->offset = edit->offset;
    undo->bytes += edit->removed.len + edit->inserted.len;
    if (undo->saved == undo->done) undo->saved = SIZE_MAX;
}

bool undo_record(struct undo *undo, const struct edit *edit, enum undo_kind kind, size_t cursor,
                 int64_t now_ms) {
    forget_redo(undo);
    bool run = undo->depth == 0 && goes_on(undo, edit, kind, now_ms);
    bool fresh = undo->depth ? !undo->open : !run;
    if (fresh) undo->group++;
    /* What was saved must stay a border between two steps. */
    if (run && undo->saved == undo->done) {
        run = false;
        undo->group++;
    }
    if (run) {
        join(undo, edit);
    } else {
        vec_push(&undo->records,
                 (struct record){.offset = edit->offset, .group = undo->group, .cursor = cursor});
        str_append(&vec_last(&undo->records)->removed, edit->removed);
        str_append(&vec_last(&undo->records)->inserted, edit->inserted);
        undo->done = undo->records.count;
        undo->bytes += edit->removed.len + edit->inserted.len;
        forget_oldest(undo);
    }
    undo->open = true;
    undo->kind = kind;
    undo->when = now_ms;
    return fresh;
}

void undo_close(struct undo *undo) {
    if (undo->depth == 0) undo->open = false;
}

void undo_begin(struct undo *undo) {
    if (undo->depth++ == 0) undo->open = false;
}

void undo_end(struct undo *undo) {
    if (--undo->depth == 0) undo->open = false;
}

bool undo_possible(const struct undo *undo) {
    return undo->done > 0;
}

bool redo_possible(const struct undo *undo) {
    return undo->done < undo->records.count;
}

bool undo_step(struct undo *undo, undo_apply *apply, void *context, size_t *cursor) {
    if (!undo_possible(undo)) return false;
    undo->open = false;
    size_t group = undo->records.items[undo->done - 1].group;
    while (undo->done && undo->records.items[undo->done - 1].group == group) {
        const struct record *record = &undo->records.items[--undo->done];
        struct edit edit = {record->offset, str_slice(&record->inserted), str_slice(&record->removed)};
        apply(context, &edit);
        *cursor = record->cursor;
    }
    return true;
}

bool undo_look(const struct undo *undo, undo_apply *apply, void *context) {
    if (!undo_possible(undo)) return false;
    size_t group = undo->records.items[undo->done - 1].group;
    for (size_t n = undo->done; n && undo->records.items[n - 1].group == group; n--) {
        const struct record *record = &undo->records.items[n - 1];
        struct edit edit = {record->offset, str_slice(&record->inserted), str_slice(&record->removed)};
        apply(context, &edit);
    }
    return true;
}

bool redo_step(struct undo *undo, undo_apply *apply, void *context, size_t *cursor) {
    if (!redo_possible(undo)) return false;
    undo->open = false;
    size_t group = undo->records.items[undo->done].group;
    while (undo->done < undo->records.count && undo->records.items[undo->done].group == group) {
        const struct record *record = &undo->records.items[undo->done++];
        struct edit edit = {record->offset, str_slice(&record->removed), str_slice(&record->inserted)};
        apply(context, &edit);
        *cursor = record->offset + record->inserted.len;
    }
    return true;
}

void undo_mark_saved(struct undo *undo) {
    undo->saved = undo->done;
    undo->open = false;
}

bool undo_is_saved(const struct undo *undo) {
    return undo->saved == undo->done;
}
