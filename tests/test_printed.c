/* What a command prints on a terminal: nothing of a draft, of its name or of a message can steer it. */
#include "base/file.h"
#include "base/utf8.h"
#include "driver.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* Window titles, the clipboard, colours, one-byte CSI, the bell, text that runs backwards. */
static const char hostile[] = "Rapat \033[31mitu itu\033]0;judul\a ditutup. \033]52;c;aGFp\a Aktifitas "
                              "\xc2\x9b"
                              "2Jselesai \xe2\x80\xae sekali.\r\n\n"
                              "\"Semua \033[8mharus\b siap,\" kata Bupati \033[5mRudi Hartono.\n";
static const char name[] = "racun\033]0;x\a.md";

static const char *const commands[][6] = {
    {"check", "--format=text", NULL},     {"check", "--format=csv", NULL},
    {"check", "--format=gnu", NULL},      {"check", "--format=json", NULL},
    {"check", "--format=sarif", NULL},    {"check", "--format=github", NULL},
    {"check", "--color=never", NULL},     {"sentences", NULL},
    {"sentences", "--format=json", NULL}, {"quotes", NULL},
    {"quotes", "--format=csv", NULL},     {"quotes", "--format=json", NULL},
    {"check", "--only=\033[31m", NULL},   {"dictionary", "explain", NULL},
};

/* One of the colours that the text report is painted with, or nothing: its length. */
static size_t paint_at(struct slice output, size_t at) {
    static const char *const paints[] = {"\033[0m",    "\033[1m",    "\033[1;36m",
                                         "\033[1;33m", "\033[1;31m", "\033[2m"};
    for (size_t i = 0; i < sizeof paints / sizeof *paints; i++)
        if (slice_starts(slice_range(output, at, output.len), slice_of(paints[i]))) return strlen(paints[i]);
    return 0;
}

static void expect_harmless(struct slice output, bool painted, const char *command) {
    for (size_t at = 0, n; at < output.len; at += n) {
        uint32_t rune = utf8_decode(output, at, &n);
        size_t paint = painted ? paint_at(output, at) : 0;
        if (paint) n = paint;
        bool control = rune < ' ' || (rune >= 0x7F && rune < 0xA0) || rune == 0x202E;
        if (control && !paint && rune != '\r' && rune != '\n')
            fail_msg("sunting %s: byte %02X of a draft reaches the terminal", command, rune);
    }
}

static void nothing_of_a_draft_steers_the_terminal(void **state) {
    (void)state;
    char *home = folder_make();
    struct str path = {0};
    file_make(home, name, slice_of(hostile));
    str_printf(&path, "%s/%s", home, name);
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++) {
        char *argv[8] = {slice_copy(SLICE(SUNTING_PROGRAM))};
        size_t count = 1;
        for (const char *const *word = commands[i]; *word; word++)
            argv[count++] = slice_copy(slice_of(*word));
        argv[count++] = slice_copy(str_slice(&path));
        struct pty *pty = pty_start(argv, home, 24, 80, NULL);
        assert_true(pty_exit(pty, 60000) >= 0);
        assert_true(pty_output(pty).len > 20);
        bool painted = strcmp(commands[i][0], "check") == 0 && commands[i][1] &&
                       strcmp(commands[i][1], "--format=text") == 0;
        expect_harmless(pty_output(pty), painted, commands[i][1] ? commands[i][1] : commands[i][0]);
        pty_free(pty);
        while (count--)
            free(argv[count]);
    }
    str_free(&path);
    folder_remove(home);
}

/* Into a file go the bytes that the draft has. */
static void a_file_gets_the_bytes(void **state) {
    (void)state;
    struct str out = {0};
    assert_int_equal(program_run("sentences -", "Satu \033[1m dua.\n", &out), 0);
    assert_string_equal(str_text(&out), "Satu \033[1m dua.\n");
    str_free(&out);
}

/* The backslash that ends a line of Markdown is none of the words that were said; one inside a line is. */
static void a_quotation_stands_on_one_line(void **state) {
    (void)state;
    struct str out = {0};
    assert_int_equal(program_run("--lang en quotes -",
                                 "\"Kami siap,\\\ndengan \\*apa\\* pun,\" ujar Rudi Hartono.\n", &out),
                     0);
    assert_non_null(strstr(str_text(&out), "\"Kami siap, dengan \\*apa\\* pun,\"\n"));
    str_free(&out);
}

static void what_the_kernel_makes_up_is_no_draft(void **state) {
    (void)state;
    struct str out = {0};
    assert_int_equal(program_complains("--lang en check /proc/locks /proc/self/status", &out), 2);
    assert_string_equal(
        str_text(&out),
        "sunting: /proc/locks is made up by the system and no draft, so it cannot be opened.\n"
        "sunting: /proc/self/status is made up by the system and no draft, so it cannot be opened.\n");
    str_free(&out);
}

/* A crash leaves no file with what was being written. */
static void no_core_file_is_left(void **state) {
    (void)state;
    char program[] = SUNTING_PROGRAM, *argv[] = {program, NULL}, *home = folder_make();
    struct pty *pty = pty_start(argv, home, 24, 80, NULL);
    struct str path = {0}, limits = {0};
    assert_true(pty_wait(pty, "Sunting", 60000));
    str_printf(&path, "/proc/%d/limits", (int)pty_pid(pty));
    assert_true(file_read(str_text(&path), 1 << 16, &limits, NULL));
    const char *core = strstr(str_text(&limits), "Max core file size");
    assert_non_null(core);
    assert_int_equal(strtol(core + strlen("Max core file size"), NULL, 10), 0);
    assert_int_not_equal(
        strncmp(core + strlen("Max core file size") + strspn(core + 18, " "), "unlimited", 9), 0);
    pty_free(pty);
    str_free(&path);
    str_free(&limits);
    folder_remove(home);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nothing_of_a_draft_steers_the_terminal), cmocka_unit_test(a_file_gets_the_bytes),
        cmocka_unit_test(a_quotation_stands_on_one_line),
        cmocka_unit_test(what_the_kernel_makes_up_is_no_draft), cmocka_unit_test(no_core_file_is_left)};
    return cmocka_run_group_tests_name("printed", tests, NULL, NULL);
}
