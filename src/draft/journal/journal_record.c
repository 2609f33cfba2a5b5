#include "draft/journal/journal_record.h"

#include "base/crc32c.h"

enum { FRAME = 8, BODY_HEAD = 17 };

static void put(struct str *out, uint64_t value, size_t bytes) {
    for (size_t i = 0; i < bytes; i++)
        str_append_byte(out, (char)(value >> 8 * i));
}

static void put_slice(struct str *out, struct slice s) {
    put(out, s.len, 4);
    str_append(out, s);
}

/* Reads from the front of rest; once something is missing, ok is false and everything else reads as 0. */
struct record_reader {
    struct slice rest;
    bool ok;
};

static struct slice get_bytes(struct record_reader *r, size_t len) {
    if (!r->ok || len > r->rest.len) {
        r->ok = false;
        return SLICE("");
    }
    struct slice bytes = slice_range(r->rest, 0, len);
    r->rest = slice_range(r->rest, len, r->rest.len);
    return bytes;
}

static uint64_t get(struct record_reader *r, size_t bytes) {
    struct slice s = get_bytes(r, bytes);
    uint64_t value = 0;
    for (size_t i = 0; i < s.len; i++)
        value |= (uint64_t)(uint8_t)s.data[i] << 8 * i;
    return value;
}

/* One that this machine cannot count to is as broken as one that is cut off. */
static size_t get_size(struct record_reader *r, size_t bytes) {
    uint64_t value = get(r, bytes);
    size_t size = (size_t)value;
    r->ok = r->ok && size == value;
    return size;
}

static struct slice get_slice(struct record_reader *r) {
    return get_bytes(r, get_size(r, 4));
}

void owner_encode(struct str *out, const struct owner *owner) {
    put_slice(out, owner->user);
    put_slice(out, owner->host);
    put_slice(out, owner->terminal);
    put_slice(out, owner->from);
    put_slice(out, owner->boot);
    put(out, owner->pid, 4);
    put(out, owner->started, 8);
    put(out, (uint64_t)owner->since_ms, 8);
}

static struct owner get_owner(struct record_reader *r) {
    struct owner owner = {.user = get_slice(r)};
    owner.host = get_slice(r);
    owner.terminal = get_slice(r);
    owner.from = get_slice(r);
    owner.boot = get_slice(r);
    owner.pid = (uint32_t)get(r, 4);
    owner.started = get(r, 8);
    owner.since_ms = (int64_t)get(r, 8);
    return owner;
}

bool owner_decode(struct slice bytes, struct owner *owner) {
    struct record_reader r = {bytes, true};
    *owner = get_owner(&r);
    return r.ok;
}

static void put_saved(struct str *out, const struct journal_saved *saved) {
    put_slice(out, saved->path);
    put(out, saved->file.exists, 1);
    put(out, saved->file.device, 8);
    put(out, saved->file.inode, 8);
    put(out, saved->file.size, 8);
    put(out, (uint64_t)saved->file.modified.tv_sec, 8);
    put(out, (uint64_t)saved->file.modified.tv_nsec, 4);
    put(out, saved->file.hash, 8);
    put(out, saved->hash, 8);
    put(out, saved->length, 8);
}

static struct journal_saved get_saved(struct record_reader *r) {
    struct journal_saved saved = {.path = get_slice(r)};
    saved.file.exists = get(r, 1) != 0;
    saved.file.device = get(r, 8);
    saved.file.inode = (ino_t)get(r, 8);
    saved.file.size = get(r, 8);
    saved.file.modified.tv_sec = (time_t)get(r, 8);
    saved.file.modified.tv_nsec = (long)get(r, 4);
    saved.file.hash = get(r, 8);
    saved.hash = get(r, 8);
    saved.length = get(r, 8);
    return saved;
}

size_t journal_edit_size(const struct edit *edit) {
    return FRAME + BODY_HEAD + 8 + 4 + edit->removed.len + 4 + edit->inserted.len;
}

static void put_body(struct str *out, const struct journal_record *record) {
    put(out, record->sequence, 8);
    put(out, (uint64_t)record->time_ms, 8);
    put(out, record->kind, 1);
    switch (record->kind) {
    case JOURNAL_OPENED:
    case JOURNAL_HANDED:
        owner_encode(out, &record->owner);
        break;
    case JOURNAL_SAVED:
        put_saved(out, &record->saved);
        break;
    case JOURNAL_BASE:
        put_slice(out, record->base);
        break;
    case JOURNAL_EDIT:
    case JOURNAL_UNDO:
    case JOURNAL_REDO:
        put(out, record->edit.offset, 8);
        put_slice(out, record->edit.removed);
        put_slice(out, record->edit.inserted);
        break;
    case JOURNAL_GROUP:
    case JOURNAL_CLOSED:
        break;
    }
}

/* The length takes part: a damaged one must not find a checksum that fits. */
static uint32_t checksum(struct slice frame, struct slice body) {
    return crc32c(crc32c(0, slice_range(frame, 0, 4)), body);
}

void journal_encode(struct str *out, const struct journal_record *record) {
    size_t start = out->len;
    put(out, 0, FRAME);
    put_body(out, record);
    struct slice body = slice_range(str_slice(out), start + FRAME, out->len);
    char *frame = out->data + start;
    for (size_t i = 0; i < 4; i++)
        frame[i] = (char)(body.len >> 8 * i);
    uint32_t crc = checksum((struct slice){frame, FRAME}, body);
    for (size_t i = 0; i < 4; i++)
        frame[4 + i] = (char)(crc >> 8 * i);
}

static bool get_body(struct record_reader *r, struct journal_record *record) {
    *record = (struct journal_record){.sequence = get(r, 8)};
    record->time_ms = (int64_t)get(r, 8);
    record->kind = (enum journal_kind)get(r, 1);
    switch (record->kind) {
    case JOURNAL_OPENED:
    case JOURNAL_HANDED:
        record->owner = get_owner(r);
        break;
    case JOURNAL_SAVED:
        record->saved = get_saved(r);
        break;
    case JOURNAL_BASE:
        record->base = get_slice(r);
        break;
    case JOURNAL_EDIT:
    case JOURNAL_UNDO:
    case JOURNAL_REDO:
        record->edit.offset = get_size(r, 8);
        record->edit.removed = get_slice(r);
        record->edit.inserted = get_slice(r);
        break;
    case JOURNAL_GROUP:
    case JOURNAL_CLOSED:
        break;
    default:
        return false;
    }
    return r->ok && r->rest.len == 0;
}

bool journal_decode(struct slice bytes, size_t *at, struct journal_record *record) {
    struct record_reader r = {slice_range(bytes, *at, bytes.len), true};
    struct slice frame = get_bytes(&r, FRAME);
    if (!r.ok) return false;
    struct record_reader head = {frame, true};
    size_t length = get_size(&head, 4);
    uint32_t crc = (uint32_t)get(&head, 4);
    struct slice body = get_bytes(&r, length);
    if (!r.ok || length < BODY_HEAD || checksum(frame, body) != crc) return false;
    struct record_reader inside = {body, true};
    if (!get_body(&inside, record)) return false;
    *at += FRAME + length;
    return true;
}
