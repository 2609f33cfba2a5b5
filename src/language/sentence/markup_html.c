#include "language/sentence/markup_parts.h"

#include "base/utf8.h"

/* Tags, comments and entities: CommonMark 6.6, 2.5. */
static bool is_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
}

static bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

static size_t skip_space(struct slice s, size_t i) {
    while (i < s.len && is_space(s.data[i]))
        i++;
    return i;
}

/* After the value of an attribute at i; SIZE_MAX when it does not end. A value in braces is of JSX. */
static size_t skip_value(struct slice s, size_t i) {
    char quote = i < s.len ? s.data[i] : 0;
    if (quote == '{') {
        size_t open = 0;
        for (; i < s.len; i++) {
            open += s.data[i] == '{';
            open -= s.data[i] == '}';
            if (!open) return i + 1;
        }
        return SIZE_MAX;
    }
    if (quote == '"' || quote == '\'') {
        size_t end = slice_find_byte(s, quote, i + 1);
        return end == SIZE_MAX ? end : end + 1;
    }
    size_t start = i;
    while (i < s.len && !is_space(s.data[i]) && !strchr("\"'=<>`", s.data[i]))
        i++;
    return i > start || i >= s.len ? i : SIZE_MAX - 1;
}

/* After a {% ... %} or {{ ... }} of Liquid at i, which fills in a part of a tag; i when there is none. */
static size_t skip_liquid(struct slice s, size_t i) {
    struct slice rest = slice_range(s, i < s.len ? i : s.len, s.len);
    bool order = slice_starts(rest, SLICE("{%"));
    if (!order && !slice_starts(rest, SLICE("{{"))) return i;
    size_t end = slice_find(s, slice_of(order ? "%}" : "}}"), i);
    return end == SIZE_MAX ? i : end + 2;
}

/* After the > of the tag at at; at when it is none, SIZE_MAX when the passage ends inside it. */
static size_t tag_end(struct slice s, size_t at) {
    size_t i = at + 1;
    bool closing = i < s.len && s.data[i] == '/';
    i += closing;
    size_t filled = skip_liquid(s, i);
    if (filled == i &&
        (i >= s.len || !rune_is_letter((unsigned char)s.data[i]) || (unsigned char)s.data[i] >= 0x80))
        return at;
    for (i = filled; i < s.len && is_name(s.data[i]);)
        i++;
    for (;;) {
        size_t space = i;
        i = skip_space(s, i);
        if (i >= s.len) return SIZE_MAX;
        if (s.data[i] == '>') return i + 1;
        if (!closing && s.data[i] == '/') return i + 1 < s.len && s.data[i + 1] == '>' ? i + 2 : at;
        if (closing || i == space) return at;
        size_t name = i;
        for (i = skip_liquid(s, i); i < s.len && (is_name(s.data[i]) || strchr("_:.@", s.data[i]));)
            i++;
        if (i == name) return at;
        size_t equal = skip_space(s, i);
        if (equal >= s.len) return SIZE_MAX;
        if (s.data[equal] != '=') continue;
        i = skip_value(s, skip_space(s, equal + 1));
        if (i == SIZE_MAX) return SIZE_MAX;
        if (i == SIZE_MAX - 1) return at;
    }
}

static size_t name_end(struct slice s, size_t i) {
    while (i < s.len && is_name(s.data[i]))
        i++;
    return i;
}

/* Whether the name of an element is in the list, " a b c ". */
static bool is_listed(struct slice name, const char *list) {
    char word[16] = " ";
    if (!name.len || name.len > sizeof word - 3) return false;
    for (size_t i = 0; i < name.len; i++)
        word[i + 1] = name.data[i] >= 'A' && name.data[i] <= 'Z' ? (char)(name.data[i] | ' ') : name.data[i];
    word[name.len + 1] = ' ';
    return strstr(list, word) != NULL;
}

static const char in_lines[] =
    " a abbr acronym b bdi bdo big cite code del dfn em font i img ins kbd label mark q s samp"
    " small span strike strong sub sup time tt u var wbr ";

/* From offset at, after </name>; SIZE_MAX when it is not there. */
static size_t after_closing(struct slice s, size_t at, struct slice name) {
    for (size_t i = at; (i = slice_find(s, SLICE("</"), i)) != SIZE_MAX; i += 2) {
        struct slice other = slice_range(s, i + 2, name_end(s, i + 2));
        if (!slice_equal_nocase(other, name)) continue;
        size_t end = slice_find_byte(s, '>', i);
        return end == SIZE_MAX ? end : end + 1;
    }
    return SIZE_MAX;
}

/* <script>, <style>, <pre>, <code>: with what they hold. */
static size_t raw_element(struct markup_scan *scan, size_t at, size_t open_end, struct slice name) {
    static const struct {
        const char *name, *closing;
        enum markup_kind kind;
    } raws[] = {{"script", "</script>", MARKUP_BREAK}, {"style", "</style>", MARKUP_BREAK},
                {"pre", "</pre>", MARKUP_BREAK},       {"svg", "</svg>", MARKUP_BREAK},
                {"code", NULL, MARKUP_OPAQUE},         {"kbd", NULL, MARKUP_OPAQUE},
                {"samp", NULL, MARKUP_OPAQUE}};
    for (size_t i = 0; i < sizeof raws / sizeof *raws; i++) {
        if (!slice_equal_nocase(name, slice_of(raws[i].name))) continue;
        struct slice reach = raws[i].closing ? scan->s : markup_reach(scan, at);
        size_t end = after_closing(reach, open_end, name);
        if (end == SIZE_MAX) {
            if (!raws[i].closing) return at;
            scan->open = MARKUP_OPEN_RAW;
            scan->waits_for = raws[i].closing;
            end = scan->s.len;
        }
        markup_add(scan, at, end, raws[i].kind);
        return end;
    }
    return at;
}

static void note_italics(struct markup_scan *scan, struct slice name, bool closing, size_t at, size_t end) {
    if (!is_listed(name, " i em cite dfn ")) return;
    if (!closing) {
        scan->italics = (uint32_t)end + 1;
    } else if (scan->italics) {
        vec_push(&scan->out->italics, (struct markup_range){.start = scan->italics - 1, .end = (uint32_t)at});
        scan->italics = 0;
    }
}

static size_t tag(struct markup_scan *scan, size_t at) {
    struct slice s = markup_reach(scan, at);
    size_t end = tag_end(s, at);
    if (end == at) return at;
    if (end == SIZE_MAX) {
        if (scan->open == MARKUP_CLOSED) scan->open = MARKUP_OPEN_SOFT;
        return at;
    }
    bool closing = s.data[at + 1] == '/';
    struct slice name = slice_range(s, at + 1 + closing, name_end(s, at + 1 + closing));
    size_t raw = closing || s.data[end - 2] == '/' ? at : raw_element(scan, at, end, name);
    if (raw > at) return raw;
    note_italics(scan, name, closing, at, end);
    markup_add(scan, at, end, is_listed(name, in_lines) ? MARKUP_HIDDEN : MARKUP_BREAK);
    return end;
}

/* From opening to closing mark; what never closes goes on to the end. */
static size_t declaration(struct markup_scan *scan, size_t at, size_t from, const char *closing,
                          enum markup_kind kind) {
    size_t end = slice_find(scan->s, slice_of(closing), from);
    if (end == SIZE_MAX) {
        scan->open = MARKUP_OPEN_RAW;
        scan->waits_for = closing;
        end = scan->s.len;
    } else {
        end += strlen(closing);
    }
    markup_add(scan, at, end, kind);
    return end;
}

/* <https://...>, <nama@kantor.go.id> */
static size_t autolink_end(struct slice s, size_t at) {
    size_t i = at + 1, colon = 0, host = 0;
    for (; i < s.len && s.data[i] != '>' && s.data[i] != '<' && (unsigned char)s.data[i] > ' '; i++) {
        if (s.data[i] == ':' && !colon) colon = i;
        if (s.data[i] == '@') host = i;
    }
    if (i >= s.len || s.data[i] != '>') return at;
    bool scheme = colon > at + 2 && colon < at + 34 && !host;
    for (size_t k = at + 1; scheme && k < colon; k++)
        scheme = is_name(s.data[k]) || s.data[k] == '+' || s.data[k] == '.';
    bool mailto = colon > at + 2 && host > colon;
    bool mail = host > at + 1 && host + 1 < i && slice_find_byte(slice_range(s, at, i), '\\', 0) == SIZE_MAX;
    return scheme || mailto || mail ? i + 1 : at;
}

size_t markup_html(struct markup_scan *scan, size_t at) {
    struct slice rest = slice_range(scan->s, at, scan->s.len);
    if (slice_starts(rest, SLICE("<!-->")) || slice_starts(rest, SLICE("<!--->"))) {
        size_t end = slice_find_byte(scan->s, '>', at) + 1;
        markup_add(scan, at, end, MARKUP_COMMENT);
        return end;
    }
    if (slice_starts(rest, SLICE("<!--"))) return declaration(scan, at, at + 4, "-->", MARKUP_COMMENT);
    if (slice_starts(rest, SLICE("<?"))) return declaration(scan, at, at + 2, "?>", MARKUP_HIDDEN);
    if (slice_starts(rest, SLICE("<![CDATA["))) return declaration(scan, at, at + 9, "]]>", MARKUP_HIDDEN);
    if (rest.len > 2 && rest.data[1] == '!' && rune_is_letter((unsigned char)rest.data[2]))
        return declaration(scan, at, at + 2, ">", MARKUP_HIDDEN);
    size_t end = autolink_end(scan->s, at);
    if (end > at) {
        markup_add(scan, at, end, MARKUP_OPAQUE);
        return end;
    }
    return tag(scan, at);
}

static const struct {
    const char *name;
    uint32_t rune;
} entities[] = {
#define ENTITY(name, rune) {#name, rune},
#include "language/sentence/entities.def"
#undef ENTITY
};

/* What a digit is worth; as much as the base when it is none. */
static uint32_t digit_value(char c, uint32_t base) {
    char small = (char)(c | ' ');
    if (c >= '0' && c <= '9') return (uint32_t)(c - '0');
    return base > 10 && small >= 'a' && small <= 'f' ? (uint32_t)(small - 'a' + 10) : base;
}

/* Of #8217 or #x2019; 0 when other signs than digits are among them, or none. */
static uint32_t numbered_rune(struct slice number) {
    uint32_t base = number.len > 1 && (number.data[1] | ' ') == 'x' ? 16 : 10, rune = 0;
    struct slice digits = slice_range(number, base > 10 ? 2 : 1, number.len);
    for (size_t i = 0; i < digits.len; i++) {
        uint32_t digit = digit_value(digits.data[i], base);
        if (digit == base) return 0;
        if (rune < 0x110000) rune = rune * base + digit;
    }
    if (!digits.len) return 0;
    return rune && rune < 0x110000 ? rune : 0xFFFD;
}

uint32_t markup_entity_rune(struct slice name) {
    if (name.data[0] == '#') return numbered_rune(name);
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (slice_equal_text(name, entities[i].name)) return entities[i].rune;
    return 0;
}

size_t markup_entity(struct markup_scan *scan, size_t at) {
    enum { LONGEST = 32 };
    struct slice s = scan->s;
    size_t i = at + 1;
    i += i < s.len && s.data[i] == '#';
    size_t start = i;
    while (i < s.len && i < at + LONGEST && is_name(s.data[i]) && s.data[i] != '-')
        i++;
    if (i == start || i >= s.len || s.data[i] != ';') return at;
    uint32_t rune = markup_entity_rune(slice_range(s, at + 1, i));
    if (!rune || rune == 0xAD) return at; /* a soft hyphen, &shy; too, stands in a word: coded.h */
    markup_add(scan, at, i + 1, MARKUP_OPAQUE);
    vec_last(&scan->out->spans)->rune = rune;
    return i + 1;
}
