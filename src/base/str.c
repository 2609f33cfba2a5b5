#include "base/str.h"

#include "base/memory.h"
#include "base/utf8.h"

#include <endian.h>
#include <stdio.h>
#include <stdlib.h>

enum { FIRST_CAPACITY = 32 }; /* a word */

bool bytes_equal_long(const char *a, const char *b, size_t n) {
    return memcmp(a, b, n) == 0;
}

bool bytes_equal_nocase(const char *a, const char *b, size_t n) {
    for (size_t i = 0; i < n; i++) {
        unsigned char x = (unsigned char)a[i], y = (unsigned char)b[i];
        if (x != y && ((x ^ y) != ' ' || (x | ' ') < 'a' || (x | ' ') > 'z')) return false;
    }
    return true;
}

int slice_compare(struct slice a, struct slice b) {
    size_t n = a.len < b.len ? a.len : b.len;
    int order = n ? memcmp(a.data, b.data, n) : 0;
    return order ? order : (a.len > b.len) - (a.len < b.len);
}

size_t slice_find(struct slice s, struct slice needle, size_t from) {
    if (from > s.len) return SIZE_MAX;
    if (needle.len == 0) return from;
    const char *hit = memmem(s.data + from, s.len - from, needle.data, needle.len);
    return hit ? (size_t)(hit - s.data) : SIZE_MAX;
}

size_t slice_find_byte(struct slice s, char c, size_t from) {
    if (from >= s.len) return SIZE_MAX;
    const char *hit = memchr(s.data + from, c, s.len - from);
    return hit ? (size_t)(hit - s.data) : SIZE_MAX;
}

static bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

struct slice slice_trim(struct slice s) {
    while (s.len && is_space(s.data[0]))
        s.data++, s.len--;
    while (s.len && is_space(s.data[s.len - 1]))
        s.len--;
    return s;
}

struct slice slice_cut(struct slice *rest, char separator) {
    size_t at = slice_find_byte(*rest, separator, 0);
    struct slice head = *rest;
    if (at == SIZE_MAX) {
        rest->data += rest->len;
        rest->len = 0;
        return head;
    }
    head.len = at;
    *rest = slice_range(*rest, at + 1, rest->len);
    return head;
}

char *slice_copy(struct slice s) {
    char *copy = memory_alloc(s.len + 1);
    if (s.len) memcpy(copy, s.data, s.len);
    copy[s.len] = 0;
    return copy;
}

enum { WORD = sizeof(uint64_t), LANES = HASH_STEP / WORD };

/* Eight bytes a step in four lanes: a byte a step takes a tenth of a second for a draft of 50 MB. */
void hash_add(struct hash *hash, struct slice s) {
    uint64_t lanes[LANES]; /* not through the pointer: the compiler keeps them in registers */
    memcpy(lanes, hash->lanes, sizeof lanes);
    for (size_t at = 0; at < s.len; at += HASH_STEP)
        for (size_t i = 0; i < LANES; i++) {
            uint64_t word;
            memcpy(&word, s.data + at + i * WORD, WORD);
            word = lanes[i] ^ le64toh(word);
            lanes[i] = (word << 29 | word >> 35) * 0x9e3779b97f4a7c15u;
        }
    memcpy(hash->lanes, lanes, sizeof lanes);
}

uint64_t hash_end(struct hash *hash, struct slice rest) {
    char folded[2 * HASH_STEP];
    size_t whole = rest.len - rest.len % HASH_STEP;
    hash_add(hash, slice_range(rest, 0, whole));
    for (size_t i = 0; i < LANES; i++) {
        uint64_t word = htole64(hash->lanes[i]);
        memcpy(folded + i * WORD, &word, WORD);
    }
    memcpy(folded + HASH_STEP, rest.data + whole, rest.len - whole);
    return slice_hash((struct slice){folded, HASH_STEP + rest.len - whole});
}

uint64_t slice_hash(struct slice s) {
    if (s.len >= HASH_LONG) return hash_end(&(struct hash)HASH_START, s);
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < s.len; i++)
        h = (h ^ (unsigned char)s.data[i]) * 0x100000001b3u;
    h ^= h >> 32;
    h *= 0xd6e8feb86659fd93u;
    return h ^ h >> 32;
}

void str_reserve(struct str *s, size_t more) {
    size_t need = s->len + more + 1;
    if (need <= s->capacity) return;
    size_t grown = s->capacity ? s->capacity + s->capacity / 2 : FIRST_CAPACITY;
    s->capacity = need > grown ? need : grown;
    s->data = memory_resize(s->data, s->capacity, 1);
    s->data[s->len] = 0;
}

void str_append(struct str *s, struct slice bytes) {
    str_reserve(s, bytes.len);
    if (bytes.len) memmove(s->data + s->len, bytes.data, bytes.len);
    s->len += bytes.len;
    s->data[s->len] = 0;
}

void str_append_text(struct str *s, const char *text) {
    str_append(s, slice_of(text));
}

void str_append_byte(struct str *s, char c) {
    str_reserve(s, 1);
    s->data[s->len++] = c;
    s->data[s->len] = 0;
}

void str_append_repeated(struct str *s, char c, size_t times) {
    str_reserve(s, times);
    memset(s->data + s->len, c, times);
    s->len += times;
    s->data[s->len] = 0;
}

void str_append_number(struct str *s, size_t number) {
    char digits[20]; /* of 2^64 - 1 */
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while (number /= 10);
    str_append(s, (struct slice){digits + at, sizeof digits - at});
}

void str_append_rune(struct str *s, uint32_t rune) {
    if (rune < 0x80) {
        str_append_byte(s, (char)rune);
        return;
    }
    char bytes[4];
    size_t n = utf8_encode(rune, bytes);
    str_append(s, (struct slice){bytes, n});
}

void str_vprintf(struct str *s, const char *format, va_list arguments) {
    enum { USUAL = 128 }; /* nearly all fits: formatted once */
    va_list again;
    va_copy(again, arguments);
    str_reserve(s, USUAL);
    int n = vsnprintf(s->data + s->len, USUAL, format, arguments);
    if (n >= USUAL) {
        str_reserve(s, (size_t)n);
        vsnprintf(s->data + s->len, (size_t)n + 1, format, again);
    }
    va_end(again);
    if (n > 0) s->len += (size_t)n;
    s->data[s->len] = 0;
}

void str_printf(struct str *s, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    str_vprintf(s, format, arguments);
    va_end(arguments);
}

void str_splice(struct str *s, size_t at, size_t removed, struct slice inserted) {
    str_reserve(s, inserted.len);
    memmove(s->data + at + inserted.len, s->data + at + removed, s->len - at - removed);
    if (inserted.len) memcpy(s->data + at, inserted.data, inserted.len);
    s->len = s->len - removed + inserted.len;
    s->data[s->len] = 0;
}

void str_clear(struct str *s) {
    s->len = 0;
    if (s->data) s->data[0] = 0;
}

void str_settle(struct str *s) {
    enum { SHORT = 1 << 16 }; /* a page is far less, a text that was pasted soon more */
    if (s->capacity > SHORT)
        str_free(s);
    else
        str_clear(s);
}

void str_release(struct str *s) {
    free(s->data);
    *s = (struct str){0};
}

char *str_steal(struct str *s) {
    str_reserve(s, 0);
    char *bytes = memory_resize(s->data, s->len + 1, 1); /* it stays for long, and will not grow */
    bytes[s->len] = 0;
    *s = (struct str){0};
    return bytes;
}
