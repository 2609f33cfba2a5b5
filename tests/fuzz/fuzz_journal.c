/* Any bytes as a journal: reading, restoring and the history never crash, and agree with each other. With 'R'
 * first, what follows are the bytes themselves; otherwise they are bodies of records, one length byte before
 * each, which get the frame, checksum and sequence that lets them through. */
#include "draft/journal/journal_replay.h"

#include "base/crc32c.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define require(condition) ((condition) ? (void)0 : (fprintf(stderr, "not so: %s\n", #condition), abort()))

static void put_number(struct str *out, uint64_t value, size_t bytes) {
    for (size_t i = 0; i < bytes; i++)
        str_append_byte(out, (char)(value >> 8 * i));
}

static void put_record(struct str *out, uint64_t sequence, struct slice rest) {
    struct str length = {0}, body = {0};
    put_number(&body, sequence, 8);
    put_number(&body, 1792904700000, 8);
    str_append(&body, rest);
    put_number(&length, body.len, 4);
    str_append(out, str_slice(&length));
    put_number(out, crc32c(crc32c(0, str_slice(&length)), str_slice(&body)), 4);
    str_append(out, str_slice(&body));
    str_free(&length);
    str_free(&body);
}

static void compose(struct str *out, struct slice rest) {
    str_append(out, JOURNAL_MAGIC);
    for (uint64_t sequence = 1; rest.len; sequence++) {
        size_t len = (uint8_t)rest.data[0], left = rest.len - 1;
        if (len > left) len = left;
        put_record(out, sequence, slice_range(rest, 1, 1 + len));
        rest = slice_range(rest, 1 + len, rest.len);
    }
}

static void apply(void *context, const struct edit *edit, bool step) {
    (void)step;
    text_apply(context, edit);
}

static struct str bytes_of(const struct text *text) {
    struct str bytes = {0};
    text_copy(text, 0, text_length(text), &bytes);
    return bytes;
}

/* The history, applied to the whole text, leads to what is restored. */
static void check_history(struct slice bytes, const struct journal_content *content,
                          const struct text *last) {
    struct journal_record base;
    size_t at = content->base_at;
    if (at == SIZE_MAX) return;
    require(journal_decode(bytes, &at, &base));
    struct text *text = text_with(base.base);
    if (journal_each(bytes, content, apply, text)) {
        struct str a = bytes_of(text), b = bytes_of(last);
        require(slice_equal(str_slice(&a), str_slice(&b)));
        str_free(&a);
        str_free(&b);
    }
    text_free(text);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct str bytes = {0};
    struct slice input = {(const char *)data, size};
    if (size > 8192) return 0;
    if (size && data[0] == 'R')
        str_append(&bytes, slice_range(input, 1, size));
    else
        compose(&bytes, input);
    struct slice all = str_slice(&bytes);
    struct journal_content content = journal_scan(all);
    require(content.end <= all.len && content.torn == (content.end < all.len));
    struct rebuilt rebuilt = journal_rebuild(all, &content, SLICE("Naskah.\n"));
    if (rebuilt.text) check_history(all, &content, rebuilt.text);
    rebuilt_free(&rebuilt);
    str_free(&bytes);
    return 0;
}
