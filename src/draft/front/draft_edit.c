#include "draft/front/draft_edit.h"

void draft_edit_free(struct draft_edit *made) {
    str_free(&made->removed);
    str_free(&made->inserted);
    *made = (struct draft_edit){0};
}

bool draft_edit_finish(struct draft_edit *made, const struct text *text, size_t start, size_t end) {
    text_copy(text, start, end, &made->removed);
    made->edit = (struct edit){
        .offset = start, .removed = str_slice(&made->removed), .inserted = str_slice(&made->inserted)};
    return true;
}

static bool is_inside_rune(struct slice s, size_t at) {
    return at < s.len && (s.data[at] & 0xC0) == 0x80;
}

bool draft_edit_to(struct draft_edit *made, const struct text *text, struct slice whole) {
    *made = (struct draft_edit){0};
    struct str old = {0};
    text_copy(text, 0, text_length(text), &old);
    struct slice before = str_slice(&old);
    size_t start = 0, end = 0, shorter = before.len < whole.len ? before.len : whole.len;
    while (start < shorter && before.data[start] == whole.data[start])
        start++;
    while (start && (is_inside_rune(before, start) || is_inside_rune(whole, start)))
        start--;
    while (end < shorter - start && before.data[before.len - 1 - end] == whole.data[whole.len - 1 - end])
        end++;
    while (end && is_inside_rune(before, before.len - end))
        end--;
    bool differs = start + end < before.len || start + end < whole.len;
    if (differs) {
        str_append(&made->inserted, slice_range(whole, start, whole.len - end));
        draft_edit_finish(made, text, start, before.len - end);
    }
    str_free(&old);
    return differs;
}
