#include "config/yaml_kept.h"

static void put_number(struct str *kept, size_t number) {
    uint32_t bytes = (uint32_t)number; /* a document is shorter than YAML_BYTES */
    str_append(kept, (struct slice){(const char *)&bytes, sizeof bytes});
}

static void put_text(struct str *kept, struct slice text) {
    put_number(kept, text.len);
    str_append(kept, text);
}

static bool put(void *self, const struct yaml_value *value) {
    struct str *kept = self;
    str_append_byte(kept, (char)value->depth);
    str_append_byte(kept, (char)value->plain);
    put_number(kept, value->line);
    for (size_t i = 0; i < value->depth; i++) {
        put_number(kept, value->mappings[i]);
        put_text(kept, value->keys[i]);
    }
    put_text(kept, value->text);
    return true;
}

bool yaml_keep(struct slice yaml, struct str *kept) {
    return yaml_values(yaml, "", put, kept, NULL);
}

static bool take_bytes(struct slice *rest, size_t len, struct slice *bytes) {
    if (len > rest->len) return false;
    *bytes = slice_range(*rest, 0, len);
    *rest = slice_range(*rest, len, rest->len);
    return true;
}

static bool take_number(struct slice *rest, size_t *number) {
    struct slice bytes;
    uint32_t read;
    if (!take_bytes(rest, sizeof read, &bytes)) return false;
    memcpy(&read, bytes.data, sizeof read);
    *number = read;
    return true;
}

static bool take_text(struct slice *rest, struct slice *text) {
    size_t len;
    return take_number(rest, &len) && take_bytes(rest, len, text);
}

static bool take(struct slice *rest, struct yaml_value *value) {
    struct slice head;
    if (!take_bytes(rest, 2, &head)) return false;
    value->depth = (unsigned char)head.data[0];
    value->plain = head.data[1];
    bool ok = value->depth <= YAML_DEPTH && take_number(rest, &value->line);
    for (size_t i = 0; ok && i < value->depth; i++)
        ok = take_number(rest, &value->mappings[i]) && take_text(rest, &value->keys[i]);
    return ok && take_text(rest, &value->text);
}

bool yaml_kept_values(struct slice kept, bool (*visit)(void *self, const struct yaml_value *value),
                      void *self) {
    while (kept.len) {
        struct yaml_value value;
        if (!take(&kept, &value) || !visit(self, &value)) return false;
    }
    return true;
}
