#include "archive/wire.h"

#include <stdlib.h>

static const char *const names[] = {
#define STATEMENT(name, sql) #name,
#include "archive/statements.def"
#undef STATEMENT
};
enum { FRAMES_VERSION = 2 };

uint64_t wire_version(void) {
    uint64_t version = FRAMES_VERSION;
    for (size_t i = 0; i < STATEMENTS; i++)
        version = version * 31 + slice_hash(slice_of(names[i]));
    return version;
}

static void put(struct str *out, const void *bytes, size_t len) {
    str_append(out, (struct slice){bytes, len});
}

static bool get(struct slice *body, void *bytes, size_t len) {
    if (body->len < len) return false;
    memcpy(bytes, body->data, len);
    *body = slice_range(*body, len, body->len);
    return true;
}

size_t wire_begin(struct str *out, enum wire_kind kind, uint32_t request) {
    size_t begun = out->len;
    put(out, &(uint32_t){0}, sizeof(uint32_t));
    str_append_byte(out, (char)kind);
    put(out, &request, sizeof request);
    return begun;
}

void wire_end(struct str *out, size_t begun) {
    uint32_t len = (uint32_t)(out->len - begun - sizeof len);
    memcpy(out->data + begun, &len, sizeof len);
}

void wire_put_number(struct str *out, int64_t number) {
    put(out, &number, sizeof number);
}

void wire_put_text(struct str *out, struct slice text) {
    wire_put_number(out, (int64_t)text.len);
    str_append(out, text);
}

void wire_put_value(struct str *out, const struct store_value *value, size_t first, size_t count) {
    str_append_byte(out, (char)value->kind);
    switch (value->kind) {
    case STORE_NULL:
        break;
    case STORE_NUMBER:
        wire_put_number(out, value->number);
        break;
    case STORE_TEXT:
    case STORE_BYTES:
        wire_put_text(out, value->bytes);
        break;
    case STORE_NUMBERS:
        wire_put_number(out, (int64_t)count);
        if (count) put(out, value->numbers + first, count * sizeof *value->numbers);
        break;
    }
}

enum wire_found wire_take(struct slice bytes, struct wire_frame *frame) {
    uint32_t said;
    unsigned char kind;
    struct slice rest = bytes;
    if (!get(&rest, &said, sizeof said) || !get(&rest, &kind, 1)) return WIRE_PART;
    if (said < WIRE_HEAD - sizeof said || said > WIRE_MOST || kind >= WIRE_KINDS) return WIRE_BAD;
    frame->len = sizeof said + said;
    if (bytes.len < frame->len) return WIRE_PART;
    get(&rest, &frame->request, sizeof frame->request);
    frame->kind = (enum wire_kind)kind;
    frame->body = slice_range(bytes, WIRE_HEAD, frame->len);
    return WIRE_WHOLE;
}

bool wire_get_number(struct slice *body, int64_t *number) {
    return get(body, number, sizeof *number);
}

bool wire_get_text(struct slice *body, struct slice *text) {
    int64_t len;
    if (!wire_get_number(body, &len) || len < 0 || (uint64_t)len > body->len) return false;
    *text = slice_range(*body, 0, (size_t)len);
    *body = slice_range(*body, (size_t)len, body->len);
    return true;
}

static bool get_list(struct slice *body, struct store_value *value, int64_t **list) {
    int64_t count;
    if (!list || !wire_get_number(body, &count) || count < 0 || (uint64_t)count > body->len / sizeof **list)
        return false;
    *list = memory_zero((size_t)count + 1, sizeof **list);
    get(body, *list, (size_t)count * sizeof **list);
    value->numbers = *list;
    value->count = (size_t)count;
    return true;
}

bool wire_get_value(struct slice *body, struct store_value *value, int64_t **list) {
    unsigned char kind;
    *value = (struct store_value){.bytes = SLICE("")};
    if (list) *list = NULL;
    if (!get(body, &kind, 1) || kind > STORE_NUMBERS) return false;
    value->kind = (enum store_kind)kind;
    switch (value->kind) {
    case STORE_NULL:
        return true;
    case STORE_NUMBER:
        return wire_get_number(body, &value->number);
    case STORE_TEXT:
    case STORE_BYTES:
        return wire_get_text(body, &value->bytes);
    default:
        return get_list(body, value, list);
    }
}

bool wire_get_run(struct slice body, struct wire_run *run) {
    int64_t statement, count;
    *run = (struct wire_run){0};
    if (!wire_get_number(&body, &statement) || statement < 0 || statement >= STATEMENTS ||
        !wire_get_number(&body, &count) || count < 0 || count > STORE_ARGUMENTS)
        return false;
    run->statement = (enum statement)statement;
    for (; run->count < count; run->count++)
        if (!wire_get_value(&body, &run->arguments[run->count], &run->lists[run->count])) return false;
    return !body.len;
}

void wire_run_free(struct wire_run *run) {
    for (size_t i = 0; i < STORE_ARGUMENTS; i++)
        free(run->lists[i]);
}

bool wire_get_rows(struct slice body, store_row *row, void *self) {
    int64_t columns;
    if (!wire_get_number(&body, &columns) || columns < 1 || columns > STORE_COLUMNS) return false;
    while (body.len) {
        struct store_value values[STORE_COLUMNS] = {0};
        for (int64_t i = 0; i < columns; i++)
            if (!wire_get_value(&body, &values[i], NULL)) return false;
        if (row) row(self, values);
    }
    return true;
}
