#include "check/rules/draft_date.h"

#include "base/paths.h"
#include "base/utf8.h"
#include "check/rules/metadata_date.h"

#include <stdlib.h>

/* published: true, as Jekyll has it: no date. */
static bool is_switch(const struct front_key *key) {
    static const char *const switches[] = {"true", "false", "yes", "no"};
    bool is = false;
    for (size_t i = 0; key && key->kind == FRONT_SCALAR && i < sizeof switches / sizeof *switches && !is; i++)
        is = slice_equal_nocase(slice_trim(str_slice(&key->value)), slice_of(switches[i]));
    return is;
}

/* postDate, tgl_terbit, created_on: what holds a date and says so. */
static bool is_date_of_its_own(const struct front_key *key) {
    static const char *const parts[] = {"date", "tanggal", "tgl", "publ", "terbit", "creat"};
    struct str name = {0};
    char iso[11];
    str_append_lower(&name, slice_of(key->name));
    bool is = false;
    for (size_t i = 0; i < sizeof parts / sizeof *parts && !is; i++)
        is = slice_find(str_slice(&name), slice_of(parts[i]), 0) != SIZE_MAX;
    is = is && slice_find(str_slice(&name), SLICE("updat"), 0) == SIZE_MAX && key->kind == FRONT_SCALAR &&
         date_recognise(str_slice(&key->value), iso) != DATE_NONE;
    str_free(&name);
    return is;
}

const struct front_key *draft_date_key(const struct front_matter *front) {
    static const char *const first[] = {"date", "pubDate", "publishDate", "pubDatetime", "tanggal"};
    const struct front_key *published = front_matter_key(front, "published"), *key = NULL;
    for (size_t i = 0; i < sizeof first / sizeof *first && !key; i++)
        key = front_matter_key(front, first[i]);
    if (!key && published && !is_switch(published)) key = published;
    for (size_t i = 0; i < front->keys.count && !key; i++)
        if (is_date_of_its_own(&front->keys.items[i])) key = &front->keys.items[i];
    return key;
}

/* The number whose digits stand from start to before end. */
static int number_at(struct slice s, size_t start, size_t end) {
    int number = 0;
    for (size_t i = start; i < end; i++)
        number = number * 10 + (s.data[i] - '0');
    return number;
}

/* 2024-12-13 and what follows it */
static bool read_iso(struct slice s, struct date *date) {
    if (s.len < 10 || s.data[4] != '-' || s.data[7] != '-') return false;
    for (size_t i = 0; i < 10; i++)
        if (i != 4 && i != 7 && (s.data[i] < '0' || s.data[i] > '9')) return false;
    *date =
        (struct date){.year = number_at(s, 0, 4), .month = number_at(s, 5, 7), .day = number_at(s, 8, 10)};
    return date_exists(date);
}

/* The digits before the next hyphen, least to most of them, without which there is no date. */
static bool take_number(struct slice *s, size_t least, size_t most, int *number) {
    size_t n = 0;
    while (n < s->len && n <= most && s->data[n] >= '0' && s->data[n] <= '9')
        n++;
    if (n < least || n > most || n >= s->len || s->data[n] != '-') return false;
    *number = number_at(*s, 0, n);
    *s = slice_range(*s, n + 1, s->len);
    return true;
}

/* 2024-12-13-rapat.md, 2024-3-6-rapat.md: Jekyll reads both. */
bool draft_date_in_name(const char *path, struct date *date) {
    struct slice name = slice_of(path ? path_name(path) : "");
    return take_number(&name, 4, 4, &date->year) && take_number(&name, 1, 2, &date->month) &&
           take_number(&name, 1, 2, &date->day) && name.len && date_exists(date);
}

bool draft_date(const struct document *document, enum lang lang, struct date *date) {
    struct front_matter front;
    front_matter_parse(&front, document->text, lang);
    const struct front_key *key = draft_date_key(&front);
    bool found = false;
    if (key && key->kind == FRONT_SCALAR) {
        char iso[11];
        date_recognise(str_slice(&key->value), iso);
        found = read_iso(slice_of(iso), date) || read_iso(slice_trim(str_slice(&key->value)), date);
    }
    front_matter_free(&front);
    return found || draft_date_in_name(document->path, date);
}

int draft_year_of(const struct date *draft, const struct date *date) {
    int day = draft->month * 31 + draft->day, other = date->month * 31 + date->day, year = draft->year;
    enum { MONTH = 31, YEAR = 12 * 31 };
    if (other - day > MONTH) return year - 1;
    return other + YEAR - day <= MONTH ? year + 1 : year;
}
