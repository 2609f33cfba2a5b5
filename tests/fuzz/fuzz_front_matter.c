/* Any bytes as the beginning of a draft: reading never crashes or hangs; in what can be read, a key that is
 * set has the value that was set, and no other key changes. */
#include "draft/front/front_edit.h"

#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define require(condition) ((condition) ? (void)0 : (fprintf(stderr, "not so: %s\n", #condition), abort()))

static void describe(const struct front_matter *front, const struct text *text, const char *except,
                     struct str *out) {
    for (size_t i = 0; i < front->keys.count; i++) {
        const struct front_key *key = &front->keys.items[i];
        require(key->start <= key->end && key->end <= text_length(text));
        if (strcmp(key->name, except) == 0) continue;
        str_printf(out, "%s=%d", key->name, key->kind);
        str_append(out, str_slice(&key->value));
        if (key->kind != FRONT_SCALAR) text_copy(text, key->start, key->end, out);
    }
}

/* Sets one key to the value, then removes it. */
static void edit(struct text *text, const char *name, struct slice value) {
    struct front_matter front;
    struct draft_edit made;
    struct str before = {0}, after = {0};
    front_matter_parse(&front, text, LANG_ID);
    describe(&front, text, name, &before);
    bool set = front_edit_set(&made, text, &front, name, value, YAML_TEXT);
    front_matter_free(&front);
    if (set) {
        text_apply(text, &made.edit);
        draft_edit_free(&made);
        front_matter_parse(&front, text, LANG_EN);
        describe(&front, text, name, &after);
        const struct front_key *key = front_matter_key(&front, name);
        require(!front.broken && key && slice_equal(front_key_text(key), value));
        require(slice_equal(str_slice(&before), str_slice(&after)));
        front_matter_free(&front);
    }
    str_free(&before);
    str_free(&after);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    if (size > 8192) return 0;
    struct slice bytes = {(const char *)data, size};
    struct text *text = text_with(bytes);
    struct front_matter front;
    front_matter_parse(&front, text, LANG_ID);
    bool editable = front.lines && !front.broken;
    char *first =
        front.keys.count ? slice_copy(slice_of(front.keys.items[0].name)) : slice_copy(SLICE("title"));
    front_matter_free(&front);
    if (editable) {
        edit(text, first, SLICE("a: b #c"));
        edit(text, "status", SLICE("siap"));
        edit(text, first, SLICE(""));
    }
    free(first);
    text_free(text);
    return 0;
}
