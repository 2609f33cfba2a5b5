#include "language/sentence/opaque.h"

#include "base/utf8.h"

enum { SPAN_LIMIT = 2000, ADDRESS_LIMIT = 80 };

static bool is_alnum(char c) {
    return rune_is_digit((unsigned char)c) || rune_is_letter((unsigned char)c);
}

static bool is_one_of(char c, const char *set) {
    return c && strchr(set, c);
}

/* Up to white space or a mark that no address holds, without the marks that belong to the sentence. */
static size_t address_length(struct slice s) {
    size_t n = 0;
    while (n < s.len && n < SPAN_LIMIT && (unsigned char)s.data[n] > ' ' &&
           !is_one_of(s.data[n], "\"<>)]}|") && !slice_starts(slice_range(s, n, s.len), SLICE("”")))
        n++;
    while (n > 1 && is_one_of(s.data[n - 1], ".,;:!?'*_"))
        n--;
    return n;
}

static size_t starts_url(struct slice s) {
    static const char *const schemes[] = {"http://", "https://", "www.", "ftp://", "mailto:"};
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++) {
        struct slice scheme = slice_of(schemes[i]);
        if ((s.data[0] | 32) == scheme.data[0] && s.len > scheme.len &&
            slice_equal_nocase(slice_range(s, 0, scheme.len), scheme))
            return scheme.len;
    }
    return 0;
}

/* name@host.tld */
static size_t email_length(struct slice s) {
    size_t n = 0;
    while (n < s.len && n < ADDRESS_LIMIT && (is_alnum(s.data[n]) || is_one_of(s.data[n], "._+-")))
        n++;
    if (n == 0 || n >= s.len || s.data[n] != '@') return 0;
    size_t host = ++n;
    while (n < s.len && n < host + ADDRESS_LIMIT && (is_alnum(s.data[n]) || is_one_of(s.data[n], ".-")))
        n++;
    while (n > host && is_one_of(s.data[n - 1], ".-"))
        n--;
    return slice_find_byte(slice_range(s, host, n), '.', 1) != SIZE_MAX ? n : 0;
}

/* A host in small letters with two dots or more (padang.go.id), or a path behind it. */
static size_t host_length(struct slice s) {
    size_t n = 0, dots = 0;
    while (n < s.len && n < ADDRESS_LIMIT &&
           (rune_is_lower((unsigned char)s.data[n]) || is_one_of(s.data[n], "-.") ||
            rune_is_digit((unsigned char)s.data[n]))) {
        if (s.data[n] == '.') {
            if (n == 0 || s.data[n - 1] == '.') return 0;
            dots++;
        }
        n++;
    }
    while (n && s.data[n - 1] == '.')
        n--, dots--;
    struct slice host = slice_range(s, 0, n);
    bool known =
        slice_ends(host, SLICE(".id")) || slice_ends(host, SLICE(".com")) || slice_ends(host, SLICE(".org"));
    if (!known || (dots < 2 && !(n < s.len && s.data[n] == '/'))) return 0;
    return n < s.len && s.data[n] == '/' ? address_length(s) : n;
}

static size_t tag_length(struct slice s) {
    if (slice_starts(s, SLICE("<!--"))) {
        size_t end = slice_find(s, SLICE("-->"), 4);
        return end == SIZE_MAX ? 0 : end + 3;
    }
    if (s.len < 2 || !(is_alnum(s.data[1]) || is_one_of(s.data[1], "/!"))) return 0;
    size_t end = slice_find_byte(s, '>', 1);
    return end == SIZE_MAX ? 0 : end + 1;
}

static size_t code_length(struct slice s) {
    size_t ticks = 1;
    while (ticks < s.len && ticks < 8 && s.data[ticks] == '`')
        ticks++;
    size_t end = slice_find(s, slice_range(s, 0, ticks), ticks);
    return end == SIZE_MAX ? 0 : end + ticks;
}

static size_t entity_length(struct slice s) {
    size_t n = 1;
    while (n < s.len && n < 10 && (is_alnum(s.data[n]) || (n == 1 && s.data[n] == '#')))
        n++;
    return n > 2 && n < s.len && s.data[n] == ';' ? n + 1 : 0;
}

/* The part in round brackets behind [text]. */
static size_t target_length(struct slice s) {
    size_t end = slice_find_byte(s, ')', 1);
    size_t space = slice_find_byte(s, ' ', 1);
    if (end == SIZE_MAX || end == 1) return 0;
    bool title = space != SIZE_MAX && space + 1 < end && is_one_of(s.data[space + 1], "\"'");
    return space == SIZE_MAX || space > end || title ? end + 1 : 0;
}

static size_t mention_length(struct slice s) {
    size_t n = 1;
    while (n < s.len && n < ADDRESS_LIMIT && (is_alnum(s.data[n]) || is_one_of(s.data[n], "_.")))
        n++;
    while (n > 1 && s.data[n - 1] == '.')
        n--;
    return n > 1 && (s.data[0] == '@' || rune_is_letter((unsigned char)s.data[1])) ? n : 0;
}

size_t opaque_length(struct slice s, size_t at) {
    struct slice rest = slice_range(s, at, s.len - at > SPAN_LIMIT ? at + SPAN_LIMIT : s.len);
    switch (rest.data[0]) {
    case '<':
        return tag_length(rest);
    case '`':
        return code_length(rest);
    case '&':
        return entity_length(rest);
    case '(':
        return at && s.data[at - 1] == ']' ? target_length(rest) : 0;
    case '@':
    case '#':
        return mention_length(rest);
    default:
        break;
    }
    if (!is_alnum(rest.data[0])) return 0;
    size_t n = starts_url(rest) ? address_length(rest) : 0;
    if (!n) n = email_length(rest);
    return n ? n : host_length(rest);
}
