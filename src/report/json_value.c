#include "report/json_value.h"

#include "base/utf8.h"

json_t *json_of(struct slice s) {
    if (!s.data) s = SLICE("");
    json_t *value = json_stringn(s.data, s.len); /* refuses what is no UTF-8 */
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

static int append(const char *bytes, size_t len, void *out) {
    str_append(out, (struct slice){bytes, len});
    return 0;
}

void json_write(json_t *value, struct str *out) {
    json_dump_callback(value, append, out, JSON_COMPACT | JSON_ENCODE_ANY);
    json_decref(value);
}

/* UTF-8 with nothing to escape. */
static bool is_plain(struct slice s) {
    bool ascii = true;
    for (size_t i = 0; i < s.len; i++) {
        unsigned char c = (unsigned char)s.data[i];
        if (c < ' ' || c == 0x7F || c == '"' || c == '\\') return false;
        ascii = ascii && c < 0x80;
    }
    return ascii || utf8_valid(s);
}

/* Nearly all is plain, and then needs no value made: a quarter of the time of a large draft. */
void json_append(struct str *out, struct slice s) {
    if (!is_plain(s)) {
        json_write(json_of(s), out);
        return;
    }
    str_append_byte(out, '"');
    str_append(out, s);
    str_append_byte(out, '"');
}

static void append_position(struct str *out, const struct positions *positions, size_t at) {
    struct position p = position_of(positions, at);
    str_append_text(out, "{\"offset\":");
    str_append_number(out, p.offset);
    str_append_text(out, ",\"line\":");
    str_append_number(out, p.line);
    str_append_text(out, ",\"column\":");
    str_append_number(out, p.column);
    str_append_byte(out, '}');
}

void json_append_span(struct str *out, const struct positions *positions, size_t start, size_t end) {
    str_append_text(out, "\"start\":");
    append_position(out, positions, start);
    str_append_text(out, ",\"end\":");
    append_position(out, positions, end);
}
