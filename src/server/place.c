#include "server/place.h"

#include "base/utf8.h"

static size_t units_of(uint32_t rune, size_t bytes, enum place_unit unit) {
    return unit == PLACE_UTF8 ? bytes : rune > 0xFFFF ? 2 : 1;
}

size_t place_utf16(struct slice s) {
    size_t units = 0;
    for (size_t at = 0, n; at < s.len; at += n) {
        uint32_t rune = utf8_decode(s, at, &n);
        units += units_of(rune, n, PLACE_UTF16);
    }
    return units;
}

json_t *place_json(const struct text *text, size_t offset, enum place_unit unit) {
    size_t line = text_line_at(text, offset), column = offset - text_line_start(text, line);
    struct slice s = text_line(text, line);
    if (column > s.len) column = s.len;
    size_t character = unit == PLACE_UTF8 ? column : place_utf16(slice_range(s, 0, column));
    return json_pack("{s:I, s:I}", "line", (json_int_t)line, "character", (json_int_t)character);
}

json_t *place_range(const struct text *text, size_t start, size_t end, enum place_unit unit) {
    return json_pack("{s:o, s:o}", "start", place_json(text, start, unit), "end",
                     place_json(text, end, unit));
}

bool place_read(const struct text *text, const json_t *place, enum place_unit unit, size_t *offset) {
    const json_t *line = json_object_get(place, "line"), *character = json_object_get(place, "character");
    if (!json_is_integer(line) || !json_is_integer(character)) return false;
    json_int_t row = json_integer_value(line), left = json_integer_value(character);
    if (row < 0 || left < 0) return false;
    if ((size_t)row >= text_line_count(text)) {
        *offset = text_length(text);
        return true;
    }
    struct slice s = text_line_body(text, (size_t)row);
    size_t at = 0;
    for (size_t n; at < s.len && left > 0; at += n) {
        uint32_t rune = utf8_decode(s, at, &n);
        left -= (json_int_t)units_of(rune, n, unit);
    }
    *offset = text_line_start(text, (size_t)row) + at;
    return true;
}

bool place_read_range(const struct text *text, const json_t *range, enum place_unit unit, size_t *start,
                      size_t *end) {
    return place_read(text, json_object_get(range, "start"), unit, start) &&
           place_read(text, json_object_get(range, "end"), unit, end) && *start <= *end;
}
