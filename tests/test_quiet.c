/* What the terminal is sent while somebody writes at the speed of a person, a key every 0.2 s: little, and
 * nothing that flips to and fro; and where they are is not told of a sentence ago. */
#include "driver.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

enum { ROWS = 24, COLUMNS = 80, KEY_MS = 200, PATIENCE_MS = 20000, KEY_MOST = 500 };

static const char draft[] =
    "---\n"
    "title: Jembatan Baru Dibuka di Merbau\n"
    "date: 2026-11-20\n"
    "status: draf\n"
    "---\n"
    "\n"
    "Pemerintah Kabupaten Merbau membuka jembatan baru di Desa Lubuk pada Jumat (20/11/2026).\n"
    "\n"
    "Jembatan itu menghubungkan dua desa. Panjangnya empat puluh meter.\n";

struct typing {
    struct pty *pty;
    size_t keys, bytes, most;
    size_t flips; /* changes of the title row, or of the hints */
    size_t began; /* the column of the first key that is measured */
    size_t wrong; /* ends of words at which it tells another than that of the cursor */
    struct str title, hints;
};

static void take_row(struct pty *pty, int row, struct str *out) {
    struct str screen = {0};
    pty_screen(pty, &screen);
    struct slice rest = str_slice(&screen);
    for (int i = 0; i < row; i++)
        slice_cut(&rest, '\n');
    str_clear(out);
    str_append(out, slice_cut(&rest, '\n'));
    str_free(&screen);
}

static void note_row(struct typing *typing, int row, struct str *before, bool late) {
    struct str now = {0};
    take_row(typing->pty, row, &now);
    typing->flips += before->len && !late && !slice_equal(str_slice(&now), str_slice(before));
    str_clear(before);
    str_append(before, str_slice(&now));
    str_free(&now);
}

/* "Baris 5, kol 31" */
static size_t told_column(struct pty *pty) {
    struct str row = {0};
    take_row(pty, ROWS - 2, &row);
    size_t at = slice_find(str_slice(&row), SLICE("kol "), 0);
    size_t column = at == SIZE_MAX ? 0 : strtoul(str_text(&row) + at + 4, NULL, 10);
    str_free(&row);
    return column;
}

static long now_ms(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (long)(t.tv_sec * 1000) + t.tv_nsec / 1000000;
}

/* Presses one key, and takes in all that comes of it until the next is due. Where a busy machine made that
 * too late, the editor saw a pause, in which it may tell what there is. */
static void press(struct typing *typing, char c) {
    size_t before = pty_written(typing->pty);
    long due = now_ms() + KEY_MS;
    pty_send(typing->pty, (struct slice){&c, 1});
    for (long left; (left = due - now_ms()) > 0;)
        pty_settle(typing->pty, (int)left, (int)left);
    size_t sent = pty_written(typing->pty) - before;
    bool late = now_ms() > due + KEY_MS / 2;
    typing->keys++;
    typing->bytes += sent;
    if (sent > typing->most && !late) typing->most = sent;
    typing->wrong += c == ' ' && told_column(typing->pty) != typing->began + typing->keys;
    note_row(typing, 0, &typing->title, late);
    note_row(typing, ROWS - 1, &typing->hints, late);
}

/* Goes to a place with keys, and types text there; after a pause the title says what there is. */
static void measure(const char *what, const char *keys, const char *text, double mean_most,
                    const char *said) {
    char *folder = folder_make();
    struct str path = {0};
    str_printf(&path, "%s/draf.md", folder);
    file_make(folder, "draf.md", slice_of(draft));
    char *program = realpath(SUNTING_PROGRAM, NULL);
    char *argv[] = {program, slice_copy(str_slice(&path)), NULL};
    struct typing typing = {.pty = pty_start(argv, folder, ROWS, COLUMNS, NULL)};
    assert_true(pty_wait(typing.pty, "Tidak ada temuan", PATIENCE_MS));
    pty_send(typing.pty, slice_of(keys));
    pty_settle(typing.pty, 1500, PATIENCE_MS);
    size_t began = told_column(typing.pty) + 1;
    press(&typing,
          text[0]); /* with it the title says that the draft is changed: measured from the second on */
    pty_settle(typing.pty, 2500, 2500);
    str_free(&typing.title);
    str_free(&typing.hints);
    typing = (struct typing){.pty = typing.pty, .began = began};
    for (const char *c = text + 1; *c; c++)
        press(&typing, *c);
    double mean = (double)typing.bytes / (double)typing.keys;
    print_message("%s: %zu keys, %.0f bytes a key, %zu at most, title and hints changed %zu times\n", what,
                  typing.keys, mean, typing.most, typing.flips);
    bool told = pty_wait(typing.pty, said, PATIENCE_MS);
    pty_free(typing.pty);
    str_free(&typing.title);
    str_free(&typing.hints);
    folder_remove(folder);
    str_free(&path);
    free(argv[1]);
    free(program);
    assert_true(told);
    assert_true(mean < mean_most);
    assert_true(typing.most <= KEY_MOST);
    assert_int_equal(typing.flips, 0);
    assert_int_equal(typing.wrong, 0);
}

/* The title, the hints and the counter stand still, though many a word is none before it is whole, and the
 * quotation is open for a while. */
static void typing_at_the_end_is_quiet(void **state) {
    (void)state;
    measure("at the end", "\033[1;5F", "\"Warga dapat menyeberang dengan aman,\" kata Kepala Dinas.", 60,
            "Tidak ada temuan");
}

/* A misspelt word is marked when it is left; that the counter says so waits for a pause. */
static void misspelling_is_quiet(void **state) {
    (void)state;
    measure("misspelt", "\033[1;5F", "Masyarakt hadir sejak pagi.", 60, "1 temuan");
}

/* Curses sends the rest of the row anew, which has 76 columns, and 8 bytes for the cursor. */
static void typing_in_a_paragraph_is_quiet(void **state) {
    (void)state;
    measure("in a paragraph", "\033[B\033[B\033[1;5C\033[1;5C", "gantung sepanjang seratus meter ", 84,
            "Tidak ada temuan");
}

/* A page that scrolls by a row: the terminal moves what it shows and is sent the new row, though one row
 * holds a stretch of the row before, further to the right. */
static void scrolling_is_quiet(void **state) {
    enum {
        LINES = 60,
        ROW_MOST = 76 + 90 /* cells of a row; scrolling, counter, cursor, once a hint that goes */
    };
    (void)state;
    char *folder = folder_make(), *program = realpath(SUNTING_PROGRAM, NULL);
    struct str path = {0}, text = {0};
    for (int i = 0; i < LINES; i += 2)
        str_printf(&text,
                   "gantung sepanjang %d meter ke seberang\nwarga menyebut jembatan gantung sepanjang %d\n",
                   i + 100, i + 100);
    str_printf(&path, "%s/draf.txt", folder);
    file_make(folder, "draf.txt", str_slice(&text));
    char *argv[] = {program, str_steal(&path), NULL};
    struct pty *pty = pty_start(argv, folder, ROWS, COLUMNS, NULL);
    assert_true(pty_wait(pty, "Tidak ada temuan", PATIENCE_MS));
    for (int i = 1; i < LINES / 2; i++) /* after the last row of the page */
        pty_send(pty, SLICE("\033[B"));
    pty_settle(pty, 1500, PATIENCE_MS);
    size_t before = pty_written(pty);
    for (int i = 0; i < LINES / 4; i++) {
        pty_send(pty, SLICE("\033[B"));
        pty_settle(pty, KEY_MS, PATIENCE_MS);
    }
    pty_settle(pty, 1500, PATIENCE_MS);
    size_t mean = (pty_written(pty) - before) / (LINES / 4); /* on a busy machine two rows may come at once */
    print_message("scrolling: %zu bytes a row\n", mean);
    pty_free(pty);
    folder_remove(folder);
    str_free(&text);
    free(argv[1]);
    free(program);
    assert_in_range(mean, 1, ROW_MOST);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(typing_at_the_end_is_quiet),
        cmocka_unit_test(misspelling_is_quiet),
        cmocka_unit_test(typing_in_a_paragraph_is_quiet),
        cmocka_unit_test(scrolling_is_quiet),
    };
    return cmocka_run_group_tests_name("quiet", tests, NULL, NULL);
}
