/* Bytes as a script of edits: the text, its lines and its marks equal a flat string. Each edit is four bytes
 * (where, how many removed, how many inserted, what) out of 256ths of the text. */
#include "text/marks.h"
#include "text/text.h"

#include <stdio.h>
#include <stdlib.h>

enum { EDITS_MAX = 64 };

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define require(condition) ((condition) ? (void)0 : (fprintf(stderr, "not so: %s\n", #condition), abort()))

static void check(const struct text *text, const struct str *model) {
    struct str bytes = {0};
    size_t lines = 1, line = 0, start = 0;
    text_copy(text, 0, text_length(text), &bytes);
    require(slice_equal(str_slice(&bytes), str_slice(model)));
    for (size_t i = 0; i < model->len; i++)
        lines += model->data[i] == '\n';
    require(text_line_count(text) == lines);
    for (size_t i = 0; i <= model->len; i++) {
        if (i < model->len && model->data[i] != '\n') continue;
        require(text_line_at(text, start) == line && text_line_at(text, i) == line);
        require(text_line_start(text, line) == start);
        require(slice_equal(text_line(text, line), slice_range(str_slice(model), start, i)));
        start = i + 1;
        line++;
    }
    str_free(&bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char source[] = "a\nkata\n\n\xe2\x80\x9ckutipan\xe2\x80\x9d dan\r\nlagi \xff\n\n\nselesai.";
    if (size > EDITS_MAX * 4) return 0;
    struct str model = {0};
    struct marks marks = {0};
    struct text *text = text_new();
    size_t front = marks_add(&marks, 0, false), back = marks_add(&marks, 0, true);
    for (size_t i = 0; i + 4 <= size; i += 4) {
        size_t at = model.len * data[i] / 255, rest = model.len - at, removed = rest * data[i + 1] / 255;
        size_t len = data[i + 2] % (sizeof source - 1), from = data[i + 3] % (sizeof source - len);
        struct str gone = {0};
        str_append(&gone, slice_range(str_slice(&model), at, at + removed));
        struct edit edit = {at, str_slice(&gone), {source + from, len}};
        text_apply(text, &edit);
        marks_edited(&marks, &edit);
        str_splice(&model, at, removed, edit.inserted);
        str_free(&gone);
        check(text, &model);
        require(mark_get(&marks, front) == 0 && mark_get(&marks, back) <= model.len);
    }
    marks_free(&marks);
    text_free(text);
    str_free(&model);
    return 0;
}
