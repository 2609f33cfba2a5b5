#include "training/roster.h"

#include "base/file.h"
#include "base/utf8.h"
#include "draft/encoding.h"
#include "draft/import/csv.h"
#include "training/messages.h"
#include "training/password.h"

#include <unistd.h>

enum { ROSTER_BYTES = 4 << 20, PEOPLE_MAX = 999, HEAD_ROWS = 10 };
static const char *const name_heads[] = {"nama", "name"};
static const char *const office_heads[] = {"instansi", "kantor", "opd", "dinas", "unit", "satuan", "office"};

static const char *const sum_words[] = {"jumlah", "total"};

static bool is_word_of(struct slice cell, const char *const *words, size_t count) {
    while (cell.len) {
        struct slice word = slice_cut(&cell, ' ');
        if (slice_ends(word, SLICE(":"))) word.len--;
        for (size_t i = 0; i < count; i++)
            if (slice_equal_nocase(word, slice_of(words[i]))) return true;
    }
    return false;
}

struct columns {
    size_t name, office; /* SIZE_MAX: none */
};

/* "Nama Dinas" is an office. */
static struct columns columns_of_heads(const struct csv_row *row) {
    struct columns found = {SIZE_MAX, SIZE_MAX};
    for (size_t i = 0; i < row->cells.count; i++) {
        struct slice cell = str_slice(&row->cells.items[i]);
        if (is_word_of(cell, office_heads, sizeof office_heads / sizeof *office_heads)) {
            if (found.office == SIZE_MAX) found.office = i;
        } else if (is_word_of(cell, name_heads, sizeof name_heads / sizeof *name_heads)) {
            if (found.name == SIZE_MAX) found.name = i;
        }
    }
    return found;
}

static bool has_letters(struct slice cell) {
    for (size_t i = 0; i < cell.len; i++)
        if ((cell.data[i] | 32) >= 'a' && (cell.data[i] | 32) <= 'z') return true;
    return false;
}

static struct columns columns_of_letters(const struct csv_row *row) {
    struct columns found = {SIZE_MAX, SIZE_MAX};
    for (size_t i = 0; i < row->cells.count && found.office == SIZE_MAX; i++)
        if (has_letters(str_slice(&row->cells.items[i])))
            *(found.name == SIZE_MAX ? &found.name : &found.office) = i;
    return found;
}

/* The heads may stand below a title of the whole sheet. Returns the first row after them. */
static size_t find_columns(const struct csv *csv, struct columns *columns) {
    for (size_t i = 0; i < csv->rows.count && i < HEAD_ROWS; i++) {
        *columns = columns_of_heads(&csv->rows.items[i]);
        if (columns->name != SIZE_MAX) return i + 1;
    }
    *columns =
        csv->rows.count ? columns_of_letters(&csv->rows.items[0]) : (struct columns){SIZE_MAX, SIZE_MAX};
    return 0;
}

/* A name without what stands before a dot at its front, or after a comma: Dr. H. Dedi Putra, S.E. */
static struct slice bare_name(struct slice name) {
    size_t comma = slice_find_byte(name, ',', 0);
    if (comma != SIZE_MAX) name.len = comma;
    for (;;) {
        struct slice rest = name, word = slice_cut(&rest, ' ');
        if (!rest.len || !slice_ends(word, SLICE("."))) return slice_trim(name);
        name = rest;
    }
}

static bool is_same(struct slice a, struct slice b) {
    struct str left = {0}, right = {0};
    str_append_lower(&left, a);
    str_append_lower(&right, b);
    bool same = slice_equal(str_slice(&left), str_slice(&right));
    str_free(&left);
    str_free(&right);
    return same;
}

static const struct roster_person *find(const struct roster *roster, struct slice name, struct slice office,
                                        bool bare) {
    vec_each(const struct roster_person, person, &roster->people) {
        struct slice other = str_slice(&person->name);
        if (!is_same(str_slice(&person->office), office)) continue;
        if (bare ? is_same(bare_name(other), bare_name(name)) : is_same(other, name)) return person;
    }
    return NULL;
}

static bool is_taken(const struct roster *roster, struct slice login) {
    vec_each(const struct roster_person, person, &roster->people)
        if (slice_equal(str_slice(&person->login), login)) return true;
    return false;
}

/* peserta01, peserta02, ...: short to type on a phone, and no name that others may read. */
static void make_login(const struct roster *roster, struct str *login) {
    for (size_t n = 1; !login->len || is_taken(roster, str_slice(login)); n++) {
        str_clear(login);
        str_printf(login, "peserta%02zu", n);
    }
}

static bool add_person(struct roster *roster, struct slice name, struct slice office, struct error *e) {
    struct roster_person person = {.fresh = true};
    make_login(roster, &person.login);
    str_append(&person.name, name);
    str_append(&person.office, office);
    bool ok = roster->people.count < PEOPLE_MAX || error_set(e, ROSTER_MANY, PEOPLE_MAX);
    ok = ok && password_make(&person.password, e);
    vec_push(&roster->people, person);
    return ok;
}

static struct slice cell_of(const struct csv_row *row, size_t column) {
    return column < row->cells.count ? str_slice(&row->cells.items[column]) : SLICE("");
}

static bool add_row(struct roster *roster, const struct csv_row *row, struct columns columns, size_t kept,
                    struct str *told, struct error *e) {
    struct slice name = cell_of(row, columns.name), office = cell_of(row, columns.office);
    enum lang lang = e ? e->lang : LANG_ID;
    bool sum = is_word_of(name, sum_words, sizeof sum_words / sizeof *sum_words);
    if (!has_letters(name) || (sum && !office.len)) return true; /* or a line to be filled in by hand */
    const struct roster_person *same = find(roster, name, office, false);
    const struct roster_person *alike = same ? NULL : find(roster, name, office, true);
    if (same && same >= roster->people.items + kept)
        message(told, lang, ROSTER_TWICE, row->line, SLICE_ARG(name), str_text(&same->login));
    if (same) return true;
    if (alike) message(told, lang, ROSTER_ALIKE, row->line, SLICE_ARG(name), str_text(&alike->name));
    return add_person(roster, name, office, e);
}

/* As a spreadsheet saves it: UTF-8, UTF-16, or Windows-1252. */
static bool read_list(struct csv *csv, const char *path, struct error *e) {
    struct str bytes = {0}, text = {0};
    bool ok = file_read(path, ROSTER_BYTES, &bytes, e);
    struct encoded encoded = encoding_recognise(str_slice(&bytes));
    if (ok && (encoded.encoding == ENCODING_NONE || encoded.encoding == ENCODING_MIXED))
        ok = error_set(e, ROSTER_NO_TEXT, path);
    if (ok) {
        encoding_decode(encoded, str_slice(&bytes), &text);
        csv_parse(csv, str_slice(&text), CSV_LIST);
    }
    str_free(&bytes);
    str_free(&text);
    return ok;
}

bool roster_add(struct roster *roster, const char *path, struct str *told, struct error *e) {
    struct csv csv = {0};
    struct columns columns = {SIZE_MAX, SIZE_MAX};
    size_t kept = roster->people.count;
    bool ok = read_list(&csv, path, e);
    size_t first = ok ? find_columns(&csv, &columns) : 0;
    for (size_t i = first; ok && columns.name != SIZE_MAX && i < csv.rows.count; i++)
        ok = add_row(roster, &csv.rows.items[i], columns, kept, told, e);
    if (ok && !roster->people.count) ok = error_set(e, ROSTER_EMPTY, path);
    csv_free(&csv);
    return ok;
}

bool roster_read(struct roster *roster, const char *path, struct error *e) {
    struct str bytes = {0};
    if (access(path, F_OK) != 0) return true;
    bool ok = file_read(path, ROSTER_BYTES, &bytes, e);
    for (struct slice rest = str_slice(&bytes); ok && rest.len;) {
        struct slice line = slice_cut(&rest, '\n');
        if (!line.len) continue;
        struct roster_person *person = vec_add(&roster->people);
        str_append(&person->login, slice_cut(&line, '\t'));
        str_append(&person->password, slice_cut(&line, '\t'));
        str_append(&person->name, slice_cut(&line, '\t'));
        str_append(&person->office, line);
    }
    str_free(&bytes);
    return ok;
}

void roster_append(const struct roster *roster, struct str *out) {
    vec_each(const struct roster_person, person, &roster->people)
        str_printf(out, "%s\t%s\t%s\t%s\n", str_text(&person->login), str_text(&person->password),
                   str_text(&person->name), str_text(&person->office));
}

void roster_free(struct roster *roster) {
    vec_each(struct roster_person, person, &roster->people) {
        str_free(&person->login);
        str_free(&person->password);
        str_free(&person->name);
        str_free(&person->office);
    }
    vec_free(&roster->people);
}
