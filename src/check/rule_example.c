#include "check/rule_example.h"

void rule_example_read(const char *example, struct str *plain, struct rule_places *places) {
    struct slice text = slice_of(example);
    for (size_t i = 0; i < text.len; i++) {
        struct slice rest = slice_range(text, i, text.len);
        size_t end = slice_starts(rest, SLICE("<<")) ? slice_find(text, SLICE(">>"), i) : SIZE_MAX;
        if (end == SIZE_MAX) {
            str_append_byte(plain, text.data[i]);
            continue;
        }
        struct slice marked = slice_range(text, i + 2, end);
        size_t arrow = slice_find(marked, SLICE(" -> "), 0);
        struct rule_place place = {.start = plain->len};
        if (arrow != SIZE_MAX) {
            place.fix = slice_range(marked, arrow + 4, marked.len);
            marked = slice_range(marked, 0, arrow);
        }
        str_append(plain, marked);
        place.end = plain->len;
        if (places) vec_push(&places->list, place);
        i = end + 1;
    }
}

void rule_example_mend(const char *example, struct str *plain, struct str *right) {
    struct rule_places places = {0};
    size_t done = 0, from = right->len;
    rule_example_read(example, plain, &places);
    vec_each(const struct rule_place, place, &places.list) {
        if (!place->fix.len) {
            right->len = from;
            break;
        }
        str_append(right, slice_range(str_slice(plain), done, place->start));
        str_append(right, place->fix);
        done = place->end;
    }
    if (done && right->len > from) str_append(right, slice_range(str_slice(plain), done, plain->len));
    vec_free(&places.list);
}
