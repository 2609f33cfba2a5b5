#include "base/utf8.h"
#include "language/sentence/analysis.h"
#include "language/sentence/opaque.h"

static bool is_apostrophe(uint32_t rune) {
    return rune == '\'' || rune == 0x2019 || rune == 0x2018 || rune == 0x2BC;
}

static bool is_hyphen(uint32_t rune) {
    return rune == '-' || rune == 0x2010 || rune == 0x2011;
}

static uint32_t rune_at(struct slice s, size_t at) {
    size_t n;
    return at < s.len ? utf8_decode(s, at, &n) : 0;
}

/* A mark that joins two parts of one word: Jum'at, ASN-nya. */
static bool joins(struct slice s, size_t at, size_t len, uint32_t rune) {
    uint32_t next = rune_at(s, at + len);
    if (is_hyphen(rune)) return rune_is_letter(next) || rune_is_digit(next);
    return is_apostrophe(rune) && rune_is_letter(next);
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

static size_t word_at(struct slice s, size_t at, uint8_t *flags) {
    size_t letters = 0, upper = 0, i = at, part = at, n;
    for (; i < s.len; i += n) {
        uint32_t rune = utf8_decode(s, i, &n);
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
    size_t opaque = rune < 0x80 ? opaque_length(s, at) : 0;
    if (opaque) {
        token->kind = TOKEN_OPAQUE;
        return opaque;
    }
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
        n = find_one(s, i, rune, n, &token);
        token.end = (uint32_t)(i + n);
        vec_push(&analysis->tokens, token);
        space = false;
    }
}
