/*
 * One script on several terminals at once. What is seen must be the same on all; how it looks is one table
 * for a folder, `looks`: a row a style, a column a terminal. A golden screen names the row of each of its
 * cells, so that it is exact on every terminal and still one file.
 */
#include "script_steps.h"

#include "base/utf8.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

/* --- a golden screen on one terminal --- */

/* {12} in a golden screen: the row of the table. Only there: elsewhere braces are text. */
static bool read_mark(struct slice *rest, size_t *number) {
    size_t at = 1;
    if (!rest->len || rest->data[0] != '{') return false;
    for (*number = 0; at < rest->len && rune_is_digit((unsigned char)rest->data[at]); at++)
        *number = *number * 10 + (size_t)(rest->data[at] - '0');
    if (at == 1 || at >= rest->len || rest->data[at] != '}') return false;
    *rest = slice_range(*rest, at + 1, rest->len);
    return true;
}

/* The look in a row and column of the table; empty when there is none. */
static struct slice look_in(struct slice table, size_t row, size_t column) {
    struct slice line = {0}, look = {0};
    for (size_t i = 0; i <= row + 1; i++) /* the first line names the terminals */
        line = slice_cut(&table, '\n');
    for (size_t i = 0; i <= column; i++)
        look = slice_cut(&line, '\t');
    return look;
}

static void end_row(struct str *out, size_t start) {
    while (out->len > start && out->data[out->len - 1] == ' ')
        out->len--;
    str_append_byte(out, '\n');
}

/* As pty_colours() would have it on the terminal of the column. */
static void render(struct slice golden, struct slice table, size_t column, struct str *out) {
    while (golden.len) {
        struct slice row = slice_cut(&golden, '\n'), look = {0};
        size_t start = out->len, number;
        while (row.len) {
            if (!read_mark(&row, &number)) {
                str_append_byte(out, row.data[0]);
                row = slice_range(row, 1, row.len);
                continue;
            }
            struct slice next = look_in(table, number, column);
            if (!slice_equal(next, look)) str_printf(out, "{%.*s}", SLICE_ARG(next));
            look = next;
        }
        end_row(out, start);
    }
}

bool views_expect(struct script *s, struct slice name, struct str *out) {
    struct str golden = {0}, table = {0};
    bool ok = script_read(s, s->folder, name, &golden) && script_read(s, s->folder, SLICE("looks"), &table);
    if (ok) render(str_slice(&golden), str_slice(&table), s->terminal, out);
    str_free(&golden);
    str_free(&table);
    return ok;
}

/* --- writing them anew --- */

struct joining {
    struct str *table; /* of all views so far */
    size_t rows;
    struct str screens[TERMINALS_MAX]; /* of one view, a terminal each */
    struct slice rests[TERMINALS_MAX], row[TERMINALS_MAX], looks[TERMINALS_MAX];
    size_t count; /* of terminals */
};

/* {7/4 b} in what pty_colours() says. */
static void take_look(struct slice *rest, struct slice *look) {
    size_t end = rest->len && rest->data[0] == '{' ? slice_find_byte(*rest, '}', 0) : SIZE_MAX;
    if (end == SIZE_MAX || slice_find_byte(slice_range(*rest, 0, end), '/', 0) == SIZE_MAX) return;
    *look = slice_range(*rest, 1, end);
    *rest = slice_range(*rest, end + 1, rest->len);
}

/* The row of the table with the looks that are in force; it is added when there is none. */
static size_t row_of(struct joining *joining) {
    struct str want = {0};
    size_t number = 0;
    for (size_t i = 0; i < joining->count; i++)
        str_printf(&want, "%s%.*s", i ? "\t" : "", SLICE_ARG(joining->looks[i]));
    struct slice rest = str_slice(joining->table);
    slice_cut(&rest, '\n');
    while (number < joining->rows && !slice_equal(slice_cut(&rest, '\n'), str_slice(&want)))
        number++;
    if (number == joining->rows) {
        str_printf(joining->table, "%s\n", str_text(&want));
        joining->rows++;
    }
    str_free(&want);
    return number;
}

/* One character of all, which must be the same; false at the end of the row. */
static bool join_character(struct joining *joining, struct slice *letter, bool *same) {
    bool any = false;
    for (size_t i = 0; i < joining->count; i++) {
        struct slice *row = &joining->row[i], here = SLICE(" ");
        size_t len = 0;
        take_look(row, &joining->looks[i]);
        if (row->len) {
            utf8_decode(*row, 0, &len);
            here = slice_range(*row, 0, len);
            *row = slice_range(*row, len, row->len);
            any = true;
        }
        if (i == 0) *letter = here;
        *same = *same && slice_equal(here, *letter);
    }
    return any;
}

static bool join_screens(struct joining *joining, struct str *out) {
    bool same = true;
    for (size_t i = 0; i < joining->count; i++)
        joining->rests[i] = str_slice(&joining->screens[i]);
    while (joining->rests[0].len) {
        size_t start = out->len, before = SIZE_MAX, number;
        struct slice letter;
        for (size_t i = 0; i < joining->count; i++) {
            joining->row[i] = slice_cut(&joining->rests[i], '\n');
            joining->looks[i] = SLICE("");
        }
        bool more = true;
        while (more) {
            more = join_character(joining, &letter, &same);
            number = row_of(joining);
            if (number != before) str_printf(out, "{%zu}", number);
            before = number;
            if (more) str_append(out, letter);
        }
        end_row(out, start);
    }
    return same;
}

static bool join_view(struct script *s, struct slice name, struct str *table, size_t count) {
    struct joining joining = {.table = table, .count = count};
    struct str golden = {0};
    bool ok = true;
    struct slice rest = str_slice(table);
    for (slice_cut(&rest, '\n'); rest.len; joining.rows++)
        slice_cut(&rest, '\n');
    for (size_t i = 0; ok && i < count; i++) {
        struct str file = {0};
        str_printf(&file, "%.*s.%zu", SLICE_ARG(name), i);
        ok = script_read(s, s->views, str_slice(&file), &joining.screens[i]);
        str_free(&file);
    }
    if (ok && !join_screens(&joining, &golden))
        ok = script_fail(s, "terminals show different characters:", name);
    ok = ok && script_update(s, name, str_slice(&golden));
    for (size_t i = 0; i < count; i++)
        str_free(&joining.screens[i]);
    str_free(&golden);
    return ok;
}

/* Every view of the script, in its order, and the table. */
static bool join_views(struct script *s, struct slice terminals, size_t count) {
    struct str table = {0}, list = {0};
    bool ok = script_read(s, s->views, SLICE("names"), &list);
    str_printf(&table, "%.*s\n", SLICE_ARG(terminals));
    for (struct slice names = str_slice(&list); ok && names.len;)
        ok = join_view(s, slice_cut(&names, '\n'), &table, count);
    ok = ok && script_write(s->folder, SLICE("looks"), str_slice(&table));
    str_free(&table);
    str_free(&list);
    return ok;
}

bool views_keep(struct script *s, struct slice name, struct slice seen) {
    struct str path = {0};
    str_printf(&path, "%.*s.%zu", SLICE_ARG(name), s->terminal);
    bool ok = script_write(s->views, str_slice(&path), seen);
    str_clear(&path);
    str_printf(&path, "%s/names", s->views);
    FILE *names = s->terminal ? NULL : fopen(str_text(&path), "a");
    if (names) fprintf(names, "%.*s\n", SLICE_ARG(name));
    if (names) fclose(names);
    str_free(&path);
    return ok;
}

/* --- all terminals side by side --- */

static pid_t start(const struct script *template, struct slice steps, struct slice terminal, size_t number) {
    pid_t child = fork();
    if (child != 0) return child;
    struct str report = {0};
    struct script s = *template;
    s.report = &report;
    s.terminal = number;
    if (slice_equal(terminal, SLICE("NO_COLOR")))
        str_append_text(&s.environment[s.variables++], "NO_COLOR=1");
    else
        str_printf(&s.environment[s.variables++], "TERM=%.*s", SLICE_ARG(terminal));
    bool ok = script_session(&s, steps);
    if (!ok) fprintf(stderr, "%.*s: %s", SLICE_ARG(terminal), str_text(&report));
    str_free(&report);
    fflush(NULL);
    _exit(!ok);
}

bool views_run(struct script *s, struct slice terminals, struct slice steps) {
    pid_t children[TERMINALS_MAX];
    size_t count = 0;
    bool ok = true;
    struct str command = {0};
    if (!mkdtemp(s->views)) return script_fail(s, "mkdtemp", slice_of(s->views));
    for (struct slice rest = terminals; rest.len && count < TERMINALS_MAX; count++)
        children[count] = start(s, steps, slice_cut(&rest, ' '), count);
    for (size_t i = 0; i < count; i++) {
        int status = 1;
        ok = children[i] > 0 && waitpid(children[i], &status, 0) > 0 && status == 0 && ok;
    }
    if (!ok) script_fail(s, "fails on some terminals:", terminals);
    if (ok && script_updates()) ok = join_views(s, terminals, count);
    str_printf(&command, "rm -rf '%s'", s->views);
    if (system(str_text(&command)) != 0) perror("rm");
    str_free(&command);
    return ok;
}
