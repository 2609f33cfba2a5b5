#include "draft/front/front_matter.h"

void front_items_free(struct front_key *key) {
    for (size_t i = 0; i < key->items.count; i++)
        str_free(&key->items.items[i].value);
    vec_free(&key->items);
}

void front_keys_free(struct front_matter *front) {
    for (size_t i = 0; i < front->keys.count; i++) {
        front_items_free(&front->keys.items[i]);
        str_free(&front->keys.items[i].value);
        free(front->keys.items[i].name);
    }
    vec_free(&front->keys);
}

void front_matter_free(struct front_matter *front) {
    front_keys_free(front);
    str_free(&front->problem);
    *front = (struct front_matter){0};
}

const struct front_key *front_matter_key(const struct front_matter *front, const char *name) {
    for (size_t i = 0; i < front->keys.count; i++)
        if (strcmp(front->keys.items[i].name, name) == 0) return &front->keys.items[i];
    return NULL;
}

const struct front_key *front_title_key(const struct front_matter *front) {
    const struct front_key *title = front_matter_key(front, "title");
    return title ? title : front_matter_key(front, "judul");
}

struct slice front_key_text(const struct front_key *key) {
    struct slice text = str_slice(&key->value);
    while (key->quotes >= FRONT_LITERAL && slice_ends(text, SLICE("\n")))
        text.len--;
    return text;
}

struct slice front_matter_text(const struct front_matter *front, const char *name) {
    const struct front_key *key = front_matter_key(front, name);
    return key && key->kind == FRONT_SCALAR ? front_key_text(key) : SLICE("");
}

bool front_key_is_null(const struct front_key *key) {
    static const char *const nothing[] = {"", "~", "null", "Null", "NULL"};
    if (key->kind != FRONT_SCALAR || key->quotes != FRONT_PLAIN) return false;
    for (size_t i = 0; i < sizeof nothing / sizeof *nothing; i++)
        if (slice_equal_text(str_slice(&key->value), nothing[i])) return true;
    return false;
}
