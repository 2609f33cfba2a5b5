/* Every lesson through the real terminal: solved to its end by keys alone, and left by somebody who does
 * nothing. */
#include "base/utf8.h"
#include "program.h"
#include "script.h"
#include "training/lesson.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static struct lesson *load(const char *name) {
    struct str path = {0};
    struct error e = {0};
    assert_true(lesson_path(NULL, name, &path));
    struct lesson *lesson = lesson_load(str_text(&path), &e);
    if (!lesson) fail_msg("%s", str_text(&e.text));
    str_free(&path);
    return lesson;
}

/* Where the body begins: after the front matter and the empty line. */
static size_t body_of(const struct lesson *lesson) {
    return slice_find(str_slice(&lesson->draft), SLICE("---\n\n"), 3) + 5;
}

/* How many times a search finds the words, whatever their capitals, before this place. */
static size_t count_before(const struct lesson *lesson, const struct flaw *flaw) {
    struct str draft = {0}, words = {0};
    size_t count = 0;
    str_append_lower(&draft, str_slice(&lesson->draft));
    str_append_lower(&words, str_slice(&flaw->words));
    for (size_t at = body_of(lesson);
         (at = slice_find(str_slice(&draft), str_slice(&words), at)) != SIZE_MAX && at < flaw->start; at++)
        count++;
    str_free(&draft);
    str_free(&words);
    return count;
}

/* The words are searched for from the start of the text, deleted, and what the key says is typed. */
static void append_mending(struct str *script, const struct lesson *lesson, const struct flaw *flaw) {
    str_printf(script, "keys Ctrl+Home ^F\ntype %s\nkeys Enter Esc\n", str_text(&flaw->words));
    for (size_t n = count_before(lesson, flaw); n; n--)
        str_append_text(script, "keys ^G\n");
    str_append_text(script, "type ");
    for (size_t n = utf8_count(str_slice(&flaw->words)); n; n--)
        str_append_text(script, "\033[3~"); /* Delete */
    str_append_byte(script, '\n');
    if (flaw->right.len) str_printf(script, "type %s\n", str_text(&flaw->right));
}

/* The title stands in the form of F3: all that is wrong with it at once. */
static bool append_title(struct str *script, const struct lesson *lesson) {
    struct slice draft = str_slice(&lesson->draft);
    size_t start = slice_find(draft, SLICE("title: \""), 0) + 8,
           end = slice_find(draft, SLICE("\"\n"), start);
    struct str title = {0};
    bool any = false;
    str_append(&title, slice_range(draft, start, end));
    for (size_t i = lesson->flaws.count; i-- > 0;) {
        const struct flaw *flaw = &lesson->flaws.items[i];
        if (flaw->paragraph) continue;
        str_splice(&title, flaw->start - start, flaw->words.len, str_slice(&flaw->right));
        any = true;
    }
    if (any)
        str_printf(script, "keys F3\nwait Ringkasan\nkeys ^U\ntype %s\nkeys F3\ngone Ringkasan\n",
                   str_text(&title));
    str_free(&title);
    return any;
}

static void begin(struct str *script, const struct lesson *lesson) {
    str_printf(script, "size 100x40\nrun --lang id latihan %s\nwait Anda belajar\nkeys Enter\nwait %zu ",
               lesson->name, lesson->test ? lesson->flaws.count : 0);
    str_printf(script, lesson->test ? "kesalahan\n" : "dari %zu\n", lesson->flaws.count);
}

static void run(struct str *script, const struct lesson *lesson, const char *folder) {
    struct str report = {0};
    file_make(folder, "script", str_slice(script));
    char *program = realpath(SUNTING_PROGRAM, NULL);
    const char *other = getenv("SUNTING");
    if (!script_run(folder, other ? other : program, &report))
        fail_msg("%s: %s", lesson->name, str_text(&report));
    free(program);
    str_free(&report);
    str_clear(script);
}

static void solve(const struct lesson *lesson, const char *folder) {
    struct str script = {0};
    size_t count = lesson->flaws.count;
    begin(&script, lesson);
    append_title(&script, lesson);
    for (size_t i = count; i-- > 0;)
        if (lesson->flaws.items[i].paragraph) append_mending(&script, lesson, &lesson->flaws.items[i]);
    if (!lesson->test) str_printf(&script, "wait %zu dari %zu\n", count, count);
    str_append_text(&script, "keys ^S\ngone *\nkeys ^Q\n");
    str_printf(&script, "wait %zu dari %zu kesalahan diperbaiki\n", count, count);
    if (lesson->test == LESSON_BEFORE) str_append_text(&script, "wait Jalur cepat\n");
    str_append_text(&script, "keys Enter\nexit 0\n");
    str_append_text(&script, "contains state/sunting/results \"done\":true\n");
    run(&script, lesson, folder);
    str_free(&script);
}

static void do_nothing(const struct lesson *lesson, const char *folder) {
    struct str script = {0};
    begin(&script, lesson);
    str_printf(&script,
               "keys ^Q\nwait Masih ada %zu\ntype s\nwait 0 dari %zu kesalahan\nkeys Enter\nexit 0\n",
               lesson->flaws.count, lesson->flaws.count);
    run(&script, lesson, folder);
    str_free(&script);
}

static void every_lesson(void (*play)(const struct lesson *lesson, const char *folder)) {
    struct lesson_names names = {0};
    char *folder = folder_make();
    const char *only = getenv("LESSON");
    lesson_names_find(NULL, &names);
    for (size_t i = 0; i < names.list.count; i++) {
        if (only && !strstr(names.list.items[i], only)) continue;
        struct lesson *lesson = load(names.list.items[i]);
        play(lesson, folder);
        lesson_free(lesson);
    }
    lesson_names_free(&names);
    folder_remove(folder);
}

static void keys_solve_every_lesson(void **state) {
    (void)state;
    every_lesson(solve);
}

static void who_does_nothing_solves_none(void **state) {
    (void)state;
    every_lesson(do_nothing);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(keys_solve_every_lesson),
                                       cmocka_unit_test(who_does_nothing_solves_none)};
    return cmocka_run_group_tests_name("lesson keys", tests, NULL, NULL);
}
