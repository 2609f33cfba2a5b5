#include "language/sentence/address.h"

#include "base/utf8.h"

enum { SPAN_LIMIT = 2000, ADDRESS_LIMIT = 80, ENDING_LIMIT = 5 };

static bool is_alnum(char c) {
    return rune_is_digit((unsigned char)c) || rune_is_letter((unsigned char)c);
}

static bool is_one_of(char c, const char *set) {
    return c && strchr(set, c);
}

/* Up to white space or a mark that no address holds, without the marks that belong to the sentence. */
static size_t url_length(struct slice s) {
    size_t n = 0, open = 0;
    for (; n < s.len && n < SPAN_LIMIT && (unsigned char)s.data[n] > ' '; n++) {
        if (s.data[n] == ')' && !open) break; /* brackets inside belong to the address: Rapat_(acara) */
        open += s.data[n] == '(';
        open -= s.data[n] == ')';
        if (is_one_of(s.data[n], "\"<>]}|") || slice_starts(slice_range(s, n, s.len), SLICE("”"))) break;
    }
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

/* A host in small letters with two dots or more (padang.go.id), or a path after it. */
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
    return n < s.len && s.data[n] == '/' ? url_length(s) : n;
}

/* Of a letter or more and a digit at most, before which nothing but a name can stand: docx, mp4, html. */
static bool is_file_ending(struct slice ending) {
    static const char endings[] =
        " avi bmp csv doc docx epub gif htm html jpeg jpg js json md mkv mov mp3 mp4 odp ods"
        " odt pdf php png ppt pptx psd rar rtf svg tar txt wav webp xls xlsx xml yaml yml"
        " zip ";
    char folded[ENDING_LIMIT + 3] = " ";
    if (ending.len < 2 || ending.len > ENDING_LIMIT) return false;
    for (size_t i = 0; i < ending.len; i++)
        folded[i + 1] = (char)(ending.data[i] | ' ');
    folded[ending.len + 1] = ' ';
    return strstr(endings, folded) != NULL;
}

/* laporan-akhir_2.docx */
static size_t file_length(struct slice s) {
    size_t n = 0;
    while (n < s.len && n < ADDRESS_LIMIT &&
           (is_alnum(s.data[n]) || (unsigned char)s.data[n] >= 0x80 || is_one_of(s.data[n], "-_.")))
        n++;
    while (n > 1 && is_one_of(s.data[n - 1], "-_."))
        n--;
    size_t dot = n;
    while (dot > 0 && s.data[dot - 1] != '.')
        dot--;
    return dot > 1 && is_file_ending(slice_range(s, dot, n)) ? n : 0;
}

static size_t mention_length(struct slice s) {
    size_t n = 1;
    while (n < s.len && n < ADDRESS_LIMIT && (is_alnum(s.data[n]) || is_one_of(s.data[n], "_.")))
        n++;
    while (n > 1 && s.data[n - 1] == '.')
        n--;
    return n > 1 && (s.data[0] == '@' || rune_is_letter((unsigned char)s.data[1])) ? n : 0;
}

static bool is_of_name(char c) {
    return ((c | ' ') >= 'a' && (c | ' ') <= 'z') || (unsigned char)c >= 0x80 || (c >= '0' && c <= '9') ||
           c == '-' || c == '_' || c == '+';
}

/* Every address has one of these marks after letters, digits and such; words of prose hardly ever do.
 * joined: one of the letters is "_". */
static bool may_be_address(struct slice s, bool *joined) {
    size_t n = 0;
    *joined = false;
    while (n < s.len && n <= ADDRESS_LIMIT && is_of_name(s.data[n]))
        *joined |= s.data[n++] == '_';
    return n < s.len && (n > ADDRESS_LIMIT || s.data[n] == '.' || s.data[n] == ':' || s.data[n] == '@');
}

/* nama_tabel, ketua_bpd: a name of a column or a variable, in which CommonMark sees no emphasis either. Of
 * 3,464 posts of sites 339 findings stood beside such a sign; of 39 that were read none was right. */
static size_t identifier_length(struct slice s) {
    size_t n = 0, joints = 0;
    while (n < s.len && n < ADDRESS_LIMIT && (is_alnum(s.data[n]) || s.data[n] == '_')) {
        joints += s.data[n] == '_' && n + 1 < s.len && is_alnum(s.data[n + 1]);
        n++;
    }
    while (n && s.data[n - 1] == '_')
        n--;
    return joints ? n : 0;
}

size_t address_length(struct slice s, size_t at) {
    struct slice rest = slice_range(s, at, s.len - at > SPAN_LIMIT ? at + SPAN_LIMIT : s.len);
    if (rest.data[0] == '@' || rest.data[0] == '#') return mention_length(rest);
    if (!is_alnum(rest.data[0])) return 0;
    size_t n = 0;
    bool joined;
    if (may_be_address(rest, &joined)) {
        if (starts_url(rest)) n = url_length(rest);
        if (!n) n = email_length(rest);
        if (!n) n = host_length(rest);
        if (!n) n = file_length(rest);
    }
    return !n && joined ? identifier_length(rest) : n;
}
