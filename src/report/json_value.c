#include "report/json_value.h"

#include "base/utf8.h"

json_t *json_of(struct slice s) {
    json_t *value = json_stringn(s.data ? s.data : "", s.len); /* refuses what is no UTF-8 */
    if (value) return value;
    struct str valid = {0};
    for (size_t i = 0, n; i < s.len; i += n)
        str_append_rune(&valid, utf8_decode(s, i, &n));
    value = json_stringn_nocheck(str_text(&valid), valid.len);
    str_free(&valid);
    return value;
}

json_t *json_number(size_t n) {
    return json_integer((json_int_t)n);
}

json_t *json_position(const struct positions *positions, size_t offset) {
    struct position p = position_of(positions, offset);
    json_t *object = json_object();
    json_object_set_new(object, "offset", json_number(p.offset));
    json_object_set_new(object, "line", json_number(p.line));
    json_object_set_new(object, "column", json_number(p.column));
    return object;
}

void json_set_span(json_t *object, const struct positions *positions, size_t start, size_t end) {
    json_object_set_new(object, "start", json_position(positions, start));
    json_object_set_new(object, "end", json_position(positions, end));
}

static int append(const char *bytes, size_t len, void *out) {
    str_append(out, (struct slice){bytes, len});
    return 0;
}

void json_write(json_t *value, struct str *out) {
    json_dump_callback(value, append, out, JSON_COMPACT | JSON_ENCODE_ANY);
    json_decref(value);
}
