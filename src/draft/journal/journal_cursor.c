/* Reading a journal past what is damaged in it. */
#include "draft/journal/journal_record.h"

enum {
    FRAME = 8,
    BODY_HEAD = 17,     /* sequence, time, kind */
    EDIT_HEAD = 17 + 8, /* and the offset; then two lengths with their bytes */
    ODD_BYTES_MAX = 3,  /* control characters in the text of a guess; a record that is none has many */
    KIND_LAST = JOURNAL_CLOSED
};

static uint64_t number_at(struct slice bytes, size_t at, size_t len) {
    uint64_t value = 0;
    for (size_t i = 0; i < len; i++)
        value |= (uint64_t)(uint8_t)bytes.data[at + i] << 8 * i;
    return value;
}

struct journal_cursor journal_first(struct slice bytes) {
    size_t start = slice_starts(bytes, JOURNAL_MAGIC) ? JOURNAL_MAGIC.len : 0;
    return (struct journal_cursor){.bytes = bytes, .start = start, .at = start};
}

/* What can be told without the checksum, which costs the length of the record. Between two records that are
 * whole, at most as many can be missing as have room there. */
static bool may_begin(const struct journal_cursor *c, size_t at) {
    if (c->bytes.len - at < FRAME + BODY_HEAD) return false;
    uint64_t length = number_at(c->bytes, at, 4), sequence = number_at(c->bytes, at + FRAME, 8);
    uint8_t kind = (uint8_t)c->bytes.data[at + FRAME + BODY_HEAD - 1];
    return length >= BODY_HEAD && length <= c->bytes.len - at - FRAME && kind >= JOURNAL_OPENED &&
           kind <= KIND_LAST && sequence > c->sequence &&
           sequence - c->sequence <= 1 + (at - c->start) / (FRAME + BODY_HEAD);
}

/* The next record that is whole from at on, or SIZE_MAX. */
static size_t find_next(const struct journal_cursor *c, size_t at) {
    struct journal_record record;
    for (; at < c->bytes.len; at++) {
        size_t end = at;
        if (may_begin(c, at) && journal_decode(c->bytes, &end, &record)) return at;
    }
    return SIZE_MAX;
}

static bool looks_like_text(struct slice s) {
    size_t odd = 0;
    for (size_t i = 0; i < s.len; i++)
        odd += (uint8_t)s.data[i] < 0x20 && s.data[i] != '\n' && s.data[i] != '\t';
    return odd <= ODD_BYTES_MAX;
}

/* Its two lengths have to fill the rest; where they do not, one of them is what is damaged. */
static bool guess_edit(struct slice body, struct journal_record *record) {
    if (body.len < EDIT_HEAD + 8) return false;
    size_t both = body.len - EDIT_HEAD - 8, removed = (size_t)number_at(body, EDIT_HEAD, 4);
    if (removed > both || number_at(body, EDIT_HEAD + 4 + removed, 4) != both - removed) {
        size_t fits = 0;
        while (fits <= both && number_at(body, EDIT_HEAD + 4 + fits, 4) != both - fits)
            fits++;
        if (fits <= both)
            removed = fits;
        else if (removed > both)
            removed = 0;
    }
    record->kind = JOURNAL_EDIT;
    record->edit.offset = (size_t)number_at(body, BODY_HEAD, 8);
    record->edit.removed = slice_range(body, EDIT_HEAD + 4, EDIT_HEAD + 4 + removed);
    record->edit.inserted = slice_range(body, EDIT_HEAD + 8 + removed, body.len);
    return looks_like_text(record->edit.removed) && looks_like_text(record->edit.inserted);
}

/* Of one damaged record most is right: the text of an edit, or the whole text, with a wrong byte in it. */
static void guess(struct slice bytes, struct journal_record *record) {
    if (bytes.len < FRAME + BODY_HEAD) return;
    struct slice body = slice_range(bytes, FRAME, bytes.len);
    enum journal_kind kind = (enum journal_kind)(uint8_t)body.data[BODY_HEAD - 1];
    struct journal_record edit = {.time_ms = (int64_t)number_at(body, 8, 8)};
    if (kind == JOURNAL_BASE && body.len >= BODY_HEAD + 4)
        *record = (struct journal_record){.kind = kind, .base = slice_range(body, BODY_HEAD + 4, body.len)};
    else if (kind == JOURNAL_OPENED || kind == JOURNAL_SAVED || kind == JOURNAL_HANDED ||
             body.len == BODY_HEAD)
        record->kind = kind;
    else if (guess_edit(body, &edit))
        *record = edit;
}

bool journal_read(struct journal_cursor *c, struct journal_record *record) {
    c->start = c->at;
    c->guessed = false;
    if (journal_decode(c->bytes, &c->at, record) && record->sequence == c->sequence + 1) {
        c->sequence++;
        return true;
    }
    size_t next = find_next(c, c->start);
    c->at = c->start;
    if (next == SIZE_MAX) return false;
    uint64_t last = c->sequence;
    *record = (struct journal_record){0};
    c->guessed = true;
    c->at = next;
    c->sequence = number_at(c->bytes, next + FRAME, 8) - 1;
    if (c->sequence == last + 1) guess(slice_range(c->bytes, c->start, next), record);
    return true;
}
