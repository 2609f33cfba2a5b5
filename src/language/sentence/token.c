#include "base/utf8.h"
#include "language/sentence/analysis.h"
#include "language/sentence/coded.h"

static bool is_hyphen(uint32_t rune) {
    return rune == '-' || rune == 0x2010 || rune == 0x2011;
}

static uint32_t rune_at(struct slice s, size_t at) {
    size_t n;
    return at < s.len ? utf8_decode(s, at, &n) : 0;
}

/* A mark that joins two parts of one word: Jum'at, ASN-nya; Ma''ruf, as a database doubles it. */
static bool joins(struct slice s, size_t at, size_t len, uint32_t rune) {
    uint32_t next = rune_at(s, at + len);
    if (rune == '\'' && next == rune && rune_is_lower(rune_at(s, at + 2))) return true;
    if (is_hyphen(rune)) return rune_is_letter(next) || rune_is_digit(next);
    return coded_is_apostrophe(rune) && rune_is_letter(next);
}

static size_t letters_at(struct slice s, size_t at) {
    size_t n = 0;
    for (size_t i = at, len; i < s.len && rune_is_letter(utf8_decode(s, i, &len)); i += len)
        n++;
    return n;
}

/* A publisher named like its address: Kompas.com, Padangkita.co.id. */
static bool is_site_ending(struct slice s, size_t at) {
    static const char *const endings[] = {"com", "co", "id", "net", "org", "news", "go", "tv", "ac", "info"};
    size_t n = 0;
    while (at + n < s.len && rune_is_lower((unsigned char)s.data[at + n]))
        n++;
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (slice_equal_text(slice_range(s, at, at + n), endings[i]))
            return !rune_is_letter(rune_at(s, at + n));
    return false;
}

/* The part from start to dot is one of S.Sos, M.Si, Ph.D, A.Md.Kep, a.n, d.a: degrees begin with one of five
 * letters, so that H.Agus and ASN.Ia stay a title, a name and two sentences. */
static bool is_dotted_part(struct slice s, size_t start, size_t dot) {
    uint32_t first = rune_at(s, start), next = rune_at(s, dot + 1);
    size_t letters = letters_at(s, dot + 1);
    if (rune_is_lower(first)) return dot - start == 1 && rune_is_lower(next) && letters == 1;
    if (!rune_is_upper(first) || !rune_is_letter(next)) return false;
    if (dot - start == 1) return letters <= (strchr("SMABD", (int)first) ? 4 : 2);
    return dot - start <= 3 && rune_is_lower(rune_at(s, dot - 1)) && rune_is_upper(next) && letters <= 3;
}

static bool joins_dot(struct slice s, size_t start, size_t part, size_t dot) {
    if (dot + 1 >= s.len || s.data[dot] != '.') return false;
    if (is_dotted_part(s, part, dot)) return true;
    return dot - start > 2 && is_site_ending(s, dot + 1);
}

/* A currency written against its amount, Rp1.500: the amount is a token of its own. */
static bool is_currency(struct slice word) {
    return slice_equal_nocase(word, SLICE("Rp")) || slice_equal_text(word, "IDR") ||
           slice_equal_text(word, "USD");
}

static size_t word_at(struct slice s, size_t at, uint16_t *flags) {
    size_t letters = 0, upper = 0, i = at, part = at, n, coded;
    for (; i < s.len; i += n) {
        for (char c; i < s.len && (c = s.data[i], (c | ' ') >= 'a' && (c | ' ') <= 'z');
             i++) { /* nearly all */
            if (letters == 0 && c <= 'Z') *flags |= TOKEN_CAPITAL;
            letters++;
            upper += c <= 'Z';
        }
        if (i == s.len) break;
        uint32_t rune = utf8_decode(s, i, &n), sign;
        if (rune_is_letter(rune)) {
            if (letters == 0 && rune_is_upper(rune)) *flags |= TOKEN_CAPITAL;
            letters++;
            upper += rune_is_upper(rune);
        } else if (rune_is_digit(rune)) {
            if (is_currency(slice_range(s, at, i))) break;
            *flags |= TOKEN_DIGIT;
        } else if (joins(s, i, n, rune)) {
            if (is_hyphen(rune)) *flags |= TOKEN_HYPHEN;
            part = i + n;
        } else if ((coded = coded_in_word(s, i, &sign)) > 0) {
            *flags |= TOKEN_CODED;
            n = coded;
            letters += rune_is_letter(sign);
            upper += rune_is_upper(sign);
        } else if (rune == '.' && joins_dot(s, at, part, i)) {
            *flags |= TOKEN_DOTTED;
            part = i + 1;
        } else {
            break;
        }
    }
    if (letters > 1 && upper == letters) *flags |= TOKEN_UPPER;
    if (letters && upper == 0) *flags |= TOKEN_LOWER;
    return i - at;
}

static size_t number_at(struct slice s, size_t at) {
    size_t i = at;
    while (i < s.len &&
           (rune_is_digit((unsigned char)s.data[i]) ||
            (s.data[i] && strchr(".,:/", s.data[i]) && rune_is_digit((unsigned char)rune_at(s, i + 1)))))
        i++;
    return i - at;
}

/* Digits that begin a word: 2D, 4G, 17-an, 1990-an. */
static bool number_goes_on(struct slice s, size_t end) {
    if (rune_is_letter(rune_at(s, end))) return true;
    return slice_starts(slice_range(s, end, s.len), SLICE("-an")) && !rune_is_letter(rune_at(s, end + 3));
}

static bool is_mark(uint32_t rune) {
    if (rune < 0x80) return rune && strchr(".,;:!?'\"()[]{}-/*_", (int)rune) != NULL;
    return (rune >= 0x2010 && rune <= 0x203A) || rune == 0xAB || rune == 0xBB;
}

static size_t find_one(struct slice s, size_t at, uint32_t rune, size_t n, struct token *token) {
    if (rune_is_letter(rune)) {
        token->kind = TOKEN_WORD;
        return word_at(s, at, &token->flags);
    }
    if (rune_is_digit(rune)) {
        token->flags |= TOKEN_DIGIT;
        n = number_at(s, at);
        bool word = number_goes_on(s, at + n);
        token->kind = word ? TOKEN_WORD : TOKEN_NUMBER;
        return word ? n + word_at(s, at + n, &token->flags) : n;
    }
    token->kind = is_mark(rune) ? TOKEN_PUNCTUATION : TOKEN_SYMBOL;
    if (rune == '.')
        while (at + n < s.len && s.data[at + n] == '.')
            n++;
    return n;
}

/* What a span of markup is to the tokens: true when it stands for one. */
static bool is_token(const struct markup_span *span, struct token *token, uint16_t *before) {
    token->kind = TOKEN_OPAQUE;
    if (span->rune) {
        if (rune_is_space(span->rune)) *before |= TOKEN_SPACE_BEFORE;
        if (is_mark(span->rune)) token->kind = TOKEN_PUNCTUATION;
        return !rune_is_space(span->rune);
    }
    if (span->kind == MARKUP_BREAK) *before |= TOKEN_SPACE_BEFORE | TOKEN_BREAK_BEFORE;
    return span->kind == MARKUP_OPAQUE;
}

enum { BYTES_OF_TOKEN = 6 }; /* about; a word of Indonesian has seven with its space, marks have one */

void tokens_find(struct analysis *analysis) {
    struct slice s = analysis->text;
    const struct markup *markup = &analysis->markup;
    uint16_t before = TOKEN_SPACE_BEFORE;
    size_t italic = 0, italic_end = 0;
    vec_reserve(&analysis->tokens, s.len / BYTES_OF_TOKEN + 1);
    for (size_t i = 0, n, next = 0; i < s.len; i += n) {
        struct token token = {.start = (uint32_t)i};
        while (next < markup->spans.count && markup->spans.items[next].end <= i)
            next++;
        const struct markup_span *span = next < markup->spans.count ? &markup->spans.items[next] : NULL;
        if (span && span->start <= i) {
            n = span->end - i;
            if (!is_token(span, &token, &before)) continue;
        } else {
            uint32_t rune = utf8_decode(s, i, &n);
            if (rune_is_space(rune)) before |= TOKEN_SPACE_BEFORE;
            if (rune_is_space(rune) || coded_is_invisible(rune)) continue;
            n = find_one(s, i, rune, n, &token);
        }
        token.end = (uint32_t)(i + n);
        token.flags |= before;
        for (; italic < markup->italics.count && markup->italics.items[italic].start <= i; italic++)
            if (markup->italics.items[italic].end > italic_end)
                italic_end = markup->italics.items[italic].end;
        if (i < italic_end) token.flags |= TOKEN_ITALIC;
        vec_push(&analysis->tokens, token);
        before = 0;
    }
}
