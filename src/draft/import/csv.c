#include "draft/import/csv.h"

/* A name with degrees is full of commas, so the mark that stands in the most lines wins, not the commonest.
 */
static char separator_of(struct slice text) {
    static const char marks[] = {';', '\t', ','};
    size_t most = 0;
    char chosen = ',';
    for (size_t i = 0; i < sizeof marks; i++) {
        size_t lines = 0;
        for (struct slice rest = text; rest.len;)
            lines += slice_find_byte(slice_cut(&rest, '\n'), marks[i], 0) != SIZE_MAX;
        if (lines > most) {
            most = lines;
            chosen = marks[i];
        }
    }
    return chosen;
}

static void squeeze(struct str *cell) {
    struct slice rest = str_slice(cell);
    struct str made = {0};
    while (rest.len) {
        struct slice word = slice_trim(slice_cut(&rest, ' '));
        if (!word.len) continue;
        if (made.len) str_append_byte(&made, ' ');
        str_append(&made, word);
    }
    str_free(cell);
    *cell = made;
}

/* White space of all kinds is a space, and a no-break space (C2 A0) as well. */
static void add_byte(struct str *cell, char c) {
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
    if (c == '\xa0' && cell->len && cell->data[cell->len - 1] == '\xc2') {
        cell->data[cell->len - 1] = ' ';
        return;
    }
    str_append_byte(cell, c);
}

/* Up to a byte that may mean something. */
static size_t plain_length(struct slice s, char separator, bool quoted) {
    size_t n = 0;
    if (quoted) separator = '"';
    while (n < s.len && ((unsigned char)s.data[n] > '"' || s.data[n] == ' ') && s.data[n] != separator)
        n++; /* all letters */
    while (n < s.len && s.data[n] != '"' && s.data[n] != '\n' && s.data[n] != '\r' && s.data[n] != separator)
        n++;
    return n;
}

/* Reads one cell; true when another follows in its row. */
static bool read_cell(struct slice *rest, char separator, enum csv_kind kind, struct str *cell,
                      size_t *line) {
    bool quoted = false;
    while (rest->len) {
        size_t plain = kind == CSV_TABLE ? plain_length(*rest, separator, quoted) : 0;
        str_append(cell, slice_range(*rest, 0, plain));
        *rest = slice_range(*rest, plain, rest->len);
        if (!rest->len) return false;
        char c = *rest->data;
        *rest = slice_range(*rest, 1, rest->len);
        *line += c == '\n';
        if (c == '"' && quoted && rest->len && *rest->data == '"') {
            str_append_byte(cell, c);
            *rest = slice_range(*rest, 1, rest->len);
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && c == separator) {
            return true;
        } else if (!quoted && c == '\n') {
            return false;
        } else if (kind == CSV_LIST) {
            add_byte(cell, c);
        } else if (c != '\r') {
            str_append_byte(cell, c);
        }
    }
    return false;
}

static void row_free(struct csv_row *row) {
    vec_each(struct str, cell, &row->cells)
        str_free(cell);
    vec_free(&row->cells);
}

/* The names of a table tell its separator; its texts are full of all of them. */
static void read_rows(struct slice text, enum csv_kind kind, bool (*take)(void *self, struct csv_row *row),
                      void *self) {
    size_t line = 1;
    struct slice names = text;
    char separator = separator_of(kind == CSV_TABLE ? slice_cut(&names, '\n') : text);
    struct slice first = {text.data, text.len}, head = slice_trim(slice_cut(&first, '\n'));
    if (head.len == 5 && slice_starts(head, SLICE("sep="))) {
        separator = head.data[4];
        text = first;
        line = 2;
    }
    for (bool wanted = true; text.len && wanted;) {
        struct csv_row row = {.line = line};
        bool more = true, empty = true;
        while (more) {
            struct str cell = {0};
            more = read_cell(&text, separator, kind, &cell, &line);
            if (kind == CSV_LIST) squeeze(&cell);
            empty &= !cell.len;
            vec_push(&row.cells, cell);
        }
        wanted = empty || take(self, &row);
        row_free(&row);
    }
}

struct giving {
    bool (*take)(void *self, const struct csv_row *row);
    void *self;
};

static bool give_row(void *self, struct csv_row *row) {
    const struct giving *giving = self;
    return giving->take(giving->self, row);
}

void csv_each(struct slice text, enum csv_kind kind, bool (*take)(void *self, const struct csv_row *row),
              void *self) {
    read_rows(text, kind, give_row, &(struct giving){take, self});
}

static bool keep_row(void *csv, struct csv_row *row) {
    vec_push(&((struct csv *)csv)->rows, *row);
    *row = (struct csv_row){0};
    return true;
}

void csv_parse(struct csv *csv, struct slice text, enum csv_kind kind) {
    read_rows(text, kind, keep_row, csv);
}

void csv_free(struct csv *csv) {
    vec_each(struct csv_row, row, &csv->rows)
        row_free(row);
    vec_free(&csv->rows);
}
