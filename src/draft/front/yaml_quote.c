#include "draft/front/yaml_quote.h"

#include "base/utf8.h"

static bool is_one_of(struct slice value, const char *const *words) {
    for (; *words; words++)
        if (slice_equal_nocase(value, slice_of(*words))) return true;
    return false;
}

static bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/* 2024-12-13, or that with a time after it. */
static bool is_date(struct slice s) {
    size_t i = 0, parts[3] = {0};
    for (size_t part = 0; part < 3; part++) {
        for (; i < s.len && is_digit(s.data[i]); i++)
            parts[part]++;
        if (part < 2 && (i == s.len || s.data[i++] != '-')) return false;
    }
    if (parts[0] != 4 || !parts[1] || parts[1] > 2 || !parts[2] || parts[2] > 2) return false;
    if (i == s.len) return true;
    if (!strchr("Tt ", s.data[i])) return false;
    for (i++; i < s.len; i++)
        if (!is_digit(s.data[i]) && !strchr(":.+-Zz ", s.data[i])) return false;
    return is_digit(s.data[s.len - 1]) || (s.data[s.len - 1] | 32) == 'z';
}

/* Broad on purpose: hexadecimal, octal, exponents, 1_000 and 10:30 (a number in YAML 1.1) count as well. */
static bool is_number(struct slice s) {
    size_t i = 0;
    while (i < s.len && strchr("+-.", s.data[i]))
        i++;
    if (i == s.len || !is_digit(s.data[i])) return false;
    for (; i < s.len; i++)
        if (!is_digit(s.data[i]) && !strchr("abcdefABCDEFxXoO_.:,+-", s.data[i])) return false;
    return true;
}

enum yaml_meaning yaml_meaning_of(struct slice plain) {
    static const char *const nothing[] = {"", "~", "null", NULL};
    static const char *const truth[] = {"true", "false", "yes", "no", "on", "off", "y", "n", NULL};
    static const char *const numbers[] = {".inf", "-.inf", "+.inf", ".nan", NULL};
    if (is_one_of(plain, nothing)) return YAML_NULL;
    if (is_one_of(plain, truth)) return YAML_BOOLEAN;
    if (is_date(plain)) return YAML_DATE;
    return is_number(plain) || is_one_of(plain, numbers) ? YAML_NUMBER : YAML_TEXT;
}

/* Characters that libyaml reads, and that end no line. */
static bool is_printable(uint32_t rune, size_t len) {
    if (rune == UTF8_INVALID && len == 1) return false;
    if (rune < 0x7F) return rune >= 0x20;
    return rune >= 0xA0 && rune != 0xAD && rune != 0x2028 && rune != 0x2029 && rune != 0xFEFF &&
           !(rune >= 0x200B && rune <= 0x200F) && !(rune >= 0x202A && rune <= 0x202E) &&
           !(rune >= 0x2060 && rune <= 0x206F) && (rune & 0xFFFE) != 0xFFFE;
}

static bool is_all_printable(struct slice value) {
    for (size_t i = 0, n; i < value.len; i += n) {
        uint32_t rune = utf8_decode(value, i, &n);
        if (!is_printable(rune, n)) return false;
    }
    return true;
}

static bool may_be_plain(struct slice value, struct yaml_style style) {
    enum yaml_meaning meaning = yaml_meaning_of(value);
    if (meaning == YAML_NULL || !is_all_printable(value)) return false;
    if (meaning != YAML_TEXT && meaning != style.meaning) return false;
    unsigned char first = (unsigned char)value.data[0];
    bool number = meaning == YAML_NUMBER && strchr("+-.", first);
    if (first < 0x80 && !rune_is_letter(first) && !is_digit((char)first) && !number) return false;
    if (value.data[value.len - 1] == ' ' || value.data[value.len - 1] == ':') return false;
    for (size_t i = 0; i < value.len; i++) {
        char c = value.data[i];
        if (c == ':' && (value.data[i + 1] == ' ' || style.flow)) return false;
        if (c == '#' && value.data[i - 1] == ' ') return false;
        if (style.flow && strchr(",[]{}", c)) return false;
    }
    return true;
}

static void append_single(struct str *out, struct slice value) {
    str_append_byte(out, '\'');
    for (size_t i = 0; i < value.len; i++) {
        if (value.data[i] == '\'') str_append_byte(out, '\'');
        str_append_byte(out, value.data[i]);
    }
    str_append_byte(out, '\'');
}

static void append_double(struct str *out, struct slice value) {
    str_append_byte(out, '"');
    for (size_t i = 0, n; i < value.len; i += n) {
        uint32_t rune = utf8_decode(value, i, &n);
        if (rune == '"' || rune == '\\')
            str_printf(out, "\\%c", (char)rune);
        else if (rune == '\n')
            str_append_text(out, "\\n");
        else if (rune == '\t')
            str_append_text(out, "\\t");
        else if (is_printable(rune, n))
            str_append(out, slice_range(value, i, i + n));
        else
            str_printf(out, rune < 0x100 ? "\\x%02X" : rune < 0x10000 ? "\\u%04X" : "\\U%08X", rune);
    }
    str_append_byte(out, '"');
}

void yaml_append(struct str *out, struct slice value, struct yaml_style style) {
    if (!is_all_printable(value) || style.quotes == FRONT_DOUBLE)
        append_double(out, value);
    else if (style.quotes == FRONT_SINGLE)
        append_single(out, value);
    else if (may_be_plain(value, style))
        str_append(out, value);
    else
        append_double(out, value);
}
