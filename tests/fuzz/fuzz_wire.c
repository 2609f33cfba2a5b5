/* Any bytes as what sunting and the helper of an engine say to each other: either side takes whole frames, or
 * hangs up; what it takes lies inside of them, and is said again byte for byte. */
#include "archive/wire.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define require(condition) ((condition) ? (void)0 : (fprintf(stderr, "not so: %s\n", #condition), abort()))

static bool lies_in(struct slice part, struct slice whole) {
    return !part.len || (part.data >= whole.data && part.data + part.len <= whole.data + whole.len);
}

static void take_row(void *self, const struct store_value *columns) {
    const struct slice *body = self;
    for (size_t i = 0; i < STORE_COLUMNS; i++)
        require(lies_in(columns[i].bytes, *body));
}

static void take_run(struct slice body) {
    struct wire_run run;
    struct str again = {0};
    if (wire_get_run(body, &run)) {
        wire_put_number(&again, run.statement);
        wire_put_number(&again, run.count);
        for (int i = 0; i < run.count; i++) {
            require(lies_in(run.arguments[i].bytes, body));
            wire_put_value(&again, &run.arguments[i], 0, run.arguments[i].count);
        }
        require(slice_equal(str_slice(&again), body));
    }
    wire_run_free(&run);
    str_free(&again);
}

static void take_failure(struct slice body) {
    int64_t trouble, number;
    struct slice said, whole = body;
    if (wire_get_number(&body, &trouble) && wire_get_number(&body, &number) && wire_get_text(&body, &said))
        require(lies_in(said, whole));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    struct slice rest = {(const char *)data, size};
    struct wire_frame frame;
    while (wire_take(rest, &frame) == WIRE_WHOLE) {
        require(frame.len >= WIRE_HEAD && frame.len <= rest.len && lies_in(frame.body, rest));
        if (frame.kind == WIRE_RUN) take_run(frame.body);
        if (frame.kind == WIRE_ROWS) wire_get_rows(frame.body, take_row, &frame.body);
        if (frame.kind == WIRE_FAILED || frame.kind == WIRE_OPEN) take_failure(frame.body);
        rest = slice_range(rest, frame.len, rest.len);
    }
    return 0;
}
