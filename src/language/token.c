#include "base/utf8.h"
#include "language/analysis.h"

/* Length of the opaque token (URL, e-mail, handle, tag, code, HTML) at offset at, or 0. */
static size_t opaque_at(struct slice s, size_t at) {
    struct slice rest = slice_range(s, at, s.len);
    bool url = slice_starts(rest, SLICE("http://")) || slice_starts(rest, SLICE("https://")) ||
               slice_starts(rest, SLICE("www."));
    bool mention = (rest.data[0] == '@' || rest.data[0] == '#') && rest.len > 1 &&
                   rune_is_letter((unsigned char)rest.data[1]);
    if (rest.data[0] == '`' || rest.data[0] == '<') {
        char close = rest.data[0] == '<' ? '>' : '`';
        bool tag =
            close == '`' ||
            (rest.len > 1 && (rune_is_letter((unsigned char)rest.data[1]) || strchr("/!", rest.data[1])));
        size_t end = tag ? slice_find_byte(rest, close, 1) : SIZE_MAX;
        return end == SIZE_MAX ? 0 : end + 1;
    }
    if (!url && !mention) return 0;
    size_t n = 0;
    while (n < rest.len && (unsigned char)rest.data[n] > ' ' && !strchr("\"<>)]", rest.data[n]))
        n++;
    while (n > 1 && strchr(".,;:!?'", rest.data[n - 1]))
        n--;
    return n;
}

static bool is_apostrophe(uint32_t rune) {
    return rune == '\'' || rune == 0x2019 || rune == 0x2BC;
}

/* A mark that joins two parts of one word: Jum'at, ASN-nya. */
static bool joins(struct slice s, size_t at, size_t len, uint32_t rune) {
    if (rune != '-' && !is_apostrophe(rune)) return false;
    if (at + len >= s.len) return false;
    size_t n;
    uint32_t next = utf8_decode(s, at + len, &n);
    return rune_is_letter(next) || (rune == '-' && rune_is_digit(next));
}

static size_t word_at(struct slice s, size_t at, uint8_t *flags) {
    size_t letters = 0, upper = 0, lower = 0, i = at, n;
    for (; i < s.len; i += n) {
        uint32_t rune = utf8_decode(s, i, &n);
        if (rune_is_letter(rune)) {
            if (letters == 0 && rune_is_upper(rune)) *flags |= TOKEN_CAPITAL;
            letters++;
            upper += rune_is_upper(rune);
            lower += !rune_is_upper(rune);
        } else if (rune_is_digit(rune)) {
            *flags |= TOKEN_DIGIT;
        } else if (joins(s, i, n, rune)) {
            if (rune == '-') *flags |= TOKEN_HYPHEN;
        } else {
            break;
        }
    }
    if (letters > 1 && upper == letters) *flags |= TOKEN_UPPER;
    if (letters && lower == letters) *flags |= TOKEN_LOWER;
    return i - at;
}

static size_t number_at(struct slice s, size_t at) {
    size_t i = at;
    while (i < s.len && (rune_is_digit((unsigned char)s.data[i]) ||
                         (strchr(".,:/", s.data[i]) && s.data[i] && i + 1 < s.len &&
                          rune_is_digit((unsigned char)s.data[i + 1]))))
        i++;
    return i - at;
}

void tokens_find(struct analysis *analysis) {
    struct slice s = analysis->text;
    bool space = true;
    for (size_t i = 0, n; i < s.len; i += n) {
        uint32_t rune = utf8_decode(s, i, &n);
        if (rune_is_space(rune)) {
            space = true;
            continue;
        }
        struct token token = {.start = (uint32_t)i, .flags = space ? TOKEN_SPACE_BEFORE : 0};
        size_t opaque = opaque_at(s, i);
        if (opaque) {
            token.kind = TOKEN_OPAQUE;
            n = opaque;
        } else if (rune_is_letter(rune)) {
            token.kind = TOKEN_WORD;
            n = word_at(s, i, &token.flags);
        } else if (rune_is_digit(rune)) {
            token.kind = TOKEN_NUMBER;
            token.flags |= TOKEN_DIGIT;
            n = number_at(s, i);
            size_t after;
            /* 2D, 4G, 17-an: digits that begin a word */
            if (i + n < s.len && rune_is_letter(utf8_decode(s, i + n, &after))) {
                token.kind = TOKEN_WORD;
                n = word_at(s, i, &token.flags);
            }
        } else {
            bool mark = rune < 0x80 ? strchr(".,;:!?'\"()[]{}-/*_", (int)rune) != NULL
                                    : (rune >= 0x2010 && rune <= 0x203A) || rune == 0xAB || rune == 0xBB;
            token.kind = mark ? TOKEN_PUNCTUATION : TOKEN_SYMBOL;
            if (rune == '.')
                while (i + n < s.len && s.data[i + n] == '.')
                    n++;
        }
        token.end = (uint32_t)(i + n);
        vec_push(&analysis->tokens, token);
        space = false;
    }
}
