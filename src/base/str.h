#ifndef SUNTING_BASE_STR_H
#define SUNTING_BASE_STR_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* Bytes that belong to someone else; not terminated, may hold NUL. */
struct slice {
    const char *data;
    size_t len; /* bytes */
};

/* Bytes that belong to whoever holds the struct; data[len] is always NUL once something was appended or
 * reserved. Zero-initialised is empty; release with str_free(). */
struct str {
    char *data; /* NULL while nothing was ever appended */
    size_t len, capacity;
};

#define SLICE(literal) ((struct slice){"" literal, sizeof(literal) - 1})
/* printf arguments for "%.*s". */
#define SLICE_ARG(s) (int)(s).len, (s).data

static inline struct slice slice_of(const char *text) {
    return (struct slice){text, text ? strlen(text) : 0};
}
static inline struct slice slice_range(struct slice s, size_t start, size_t end) {
    return (struct slice){s.data + start, end - start};
}
/* Whether two runs of n bytes are the same. Words are short: no call for them. */
bool bytes_equal_long(const char *a, const char *b, size_t n);
static inline bool bytes_equal(const char *a, const char *b, size_t n) {
    uint64_t x, y;
    if (n > 16) return bytes_equal_long(a, b, n);
    if (n >= 8) {
        uint64_t last_x, last_y;
        memcpy(&x, a, 8), memcpy(&y, b, 8);
        memcpy(&last_x, a + n - 8, 8), memcpy(&last_y, b + n - 8, 8);
        return ((x ^ y) | (last_x ^ last_y)) == 0;
    }
    if (n >= 4) {
        uint32_t first_x, first_y, last_x, last_y;
        memcpy(&first_x, a, 4), memcpy(&first_y, b, 4);
        memcpy(&last_x, a + n - 4, 4), memcpy(&last_y, b + n - 4, 4);
        return ((first_x ^ first_y) | (last_x ^ last_y)) == 0;
    }
    return !n || (a[0] == b[0] && a[n / 2] == b[n / 2] && a[n - 1] == b[n - 1]);
}
static inline bool slice_equal(struct slice a, struct slice b) {
    return a.len == b.len && bytes_equal(a.data, b.data, a.len);
}
static inline bool slice_equal_text(struct slice a, const char *b) {
    return slice_equal(a, slice_of(b));
}
/* ASCII letters compare without case. */
bool bytes_equal_nocase(const char *a, const char *b, size_t n);
static inline bool slice_equal_nocase(struct slice a, struct slice b) {
    return a.len == b.len && bytes_equal_nocase(a.data, b.data, a.len);
}
/* Byte order, a prefix first: <0, 0, >0. */
int slice_compare(struct slice a, struct slice b);
static inline bool slice_starts(struct slice s, struct slice prefix) {
    return s.len >= prefix.len && bytes_equal(s.data, prefix.data, prefix.len);
}
static inline bool slice_ends(struct slice s, struct slice suffix) {
    return s.len >= suffix.len && bytes_equal(s.data + (s.len - suffix.len), suffix.data, suffix.len);
}
/* Index of the first needle at or after from, or SIZE_MAX. */
size_t slice_find(struct slice s, struct slice needle, size_t from);
/* Index of the first byte c at or after from, or SIZE_MAX. */
size_t slice_find_byte(struct slice s, char c, size_t from);
/* Without ASCII white space at both ends. */
struct slice slice_trim(struct slice s);
/* Takes the part before the first separator (all of it when there is none) off the front of *rest. */
struct slice slice_cut(struct slice *rest, char separator);
/* A NUL-terminated copy; release with free(). */
char *slice_copy(struct slice s);
/* 64-bit hash (FNV-1a with a final mix; of HASH_LONG bytes and more, a faster one), the same in every run and
 * on every machine: it may be kept in files. */
enum { HASH_LONG = 1 << 16 };
uint64_t slice_hash(struct slice s);
/* The same of HASH_LONG bytes and more that come in parts: of each part but the last, a multiple of HASH_STEP
 * bytes. */
struct hash {
    uint64_t lanes[4];
};
enum { HASH_STEP = sizeof(struct hash) };
#define HASH_START                                                                                           \
    {                                                                                                        \
        { 1, 2, 3, 4 }                                                                                       \
    }
void hash_add(struct hash *hash, struct slice part);
uint64_t hash_end(struct hash *hash, struct slice rest);
/* One for tables of this machine: eight bytes at a time, in its byte order. */
static inline uint64_t slice_mix(struct slice s) {
    const uint64_t odd = 0x9e3779b97f4a7c15u;
    const char *at = s.data;
    uint64_t h = s.len * odd, last = 0;
    size_t left = s.len;
    for (; left > 8; at += 8, left -= 8) {
        memcpy(&last, at, 8);
        h = (h ^ last) * odd;
        h ^= h >> 32;
    }
    if (left >= 4) {
        uint32_t low, high;
        memcpy(&low, at, 4), memcpy(&high, at + left - 4, 4);
        last = low | (uint64_t)high << 32;
    } else if (left) {
        last = (unsigned char)at[0] | (uint64_t)(unsigned char)at[left / 2] << 8 |
               (uint64_t)(unsigned char)at[left - 1] << 16;
    }
    h = (h ^ last) * odd;
    h = (h ^ h >> 32) * 0xd6e8feb86659fd93u;
    return h ^ h >> 32;
}

static inline struct slice str_slice(const struct str *s) {
    return (struct slice){s->data ? s->data : "", s->len};
}
/* The bytes as a C string; "" when empty. */
static inline const char *str_text(const struct str *s) {
    return s->data ? s->data : "";
}
void str_reserve(struct str *s, size_t more);
/* bytes must not be bytes of s, here and in str_splice. */
void str_append(struct str *s, struct slice bytes);
void str_append_text(struct str *s, const char *text);
void str_append_byte(struct str *s, char c);
void str_append_repeated(struct str *s, char c, size_t times);
/* In decimal digits: many times as fast as str_printf(). */
void str_append_number(struct str *s, size_t number);
/* Appends the UTF-8 form of a code point; U+FFFD for one that is none. */
void str_append_rune(struct str *s, uint32_t rune);
__attribute__((format(printf, 2, 3))) void str_printf(struct str *s, const char *format, ...);
__attribute__((format(printf, 2, 0))) void str_vprintf(struct str *s, const char *format, va_list arguments);
/* Replaces removed bytes at offset at. */
void str_splice(struct str *s, size_t at, size_t removed, struct slice inserted);
void str_clear(struct str *s);
/* The same for one that is mostly short: what a long text took is given back. */
void str_settle(struct str *s);
/* What str_free() does for one that holds memory. */
void str_release(struct str *s);
static inline void str_free(struct str *s) {
    if (s->data) str_release(s);
}
/* Gives the bytes away (never NULL, terminated); the string is empty afterwards. */
char *str_steal(struct str *s);

#endif
