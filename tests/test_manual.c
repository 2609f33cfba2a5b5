/* The pages in man/ and the completions are what the tables make; `make man` (this program with --write)
 * makes them anew. What they say to type works. */
#include "base/file.h"
#include "check/rule_try.h"
#include "manual_pages.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static bool write_made(const char *path, struct slice content) {
    FILE *file = fopen(path, "wb");
    bool ok = file && fwrite(content.data, 1, content.len, file) == content.len;
    return file && fclose(file) == 0 && ok;
}

static bool is_as_made(const char *path, struct slice content) {
    struct str there = {0};
    bool same = file_read(path, 1 << 20, &there, NULL) && slice_equal(str_slice(&there), content);
    if (!same) print_error("%s is old: make man\n", path);
    str_free(&there);
    return same;
}

static void the_pages_are_what_the_tables_make(void **state) {
    (void)state;
    assert_true(manual_each(is_as_made));
}

/* What the manual says to type works. */
static void the_examples_run(void **state) {
    (void)state;
    char *folder = folder_make();
    for (size_t i = 0; i < MANUAL_EXAMPLES; i++) {
        struct str line = {0};
        str_printf(
            &line,
            "p=$PWD; mkdir -p %s/naskah && cd %s && (test -d .git || git init -q) && printf 'Rapat selesai.\\n' > "
            "naskah/berita.md && git add . && git -c user.name=a -c user.email=a@b.id commit -qm a --allow-empty && "
            "$p/" SUNTING_PROGRAM "%s >/dev/null 2>&1",
            folder, folder, manual_examples[i].command + strlen("sunting"));
        int status = system(str_text(&line));
        if (status != 0) print_error("%s\n", str_text(&line));
        assert_int_equal(status, 0);
        str_free(&line);
    }
    folder_remove(folder);
}

/* What the lesson tells to write works as written: its rules load, and their examples are true. */
static void the_lesson_works(void **state) {
    (void)state;
    for (size_t lang = 0; lang < 2; lang++) {
        struct str lesson = {0};
        size_t rules = 0;
        assert_true(file_read(manual_lessons[lang], 1 << 20, &lesson, NULL));
        for (size_t from = 0, start;
             (start = slice_find(str_slice(&lesson), SLICE(".nf\npatterns:"), from)) != SIZE_MAX;
             from = start + 1) {
            size_t end = slice_find(str_slice(&lesson), SLICE("\n.fi"), start);
            struct str yaml = {0};
            for (size_t i = start + 4; i <= end; i++)
                if (lesson.data[i] != '\\') str_append_byte(&yaml, lesson.data[i]); /* \\- is a dash */
            struct language *language = language_new("dictionaries", LANG_EN);
            struct rule_book *book = rule_book_new(language, NULL);
            struct error e = {.lang = LANG_EN};
            struct rule_tried tried = {0};
            if (!rule_book_add_house(book, str_slice(&yaml), manual_lessons[lang], &e))
                fail_msg("%s", str_text(&e.text));
            for (size_t id = RULE_BUILTIN; rule_book_rule(book, id); id++)
                rule_try(&tried, book, language, LANG_EN, id);
            assert_string_equal(str_text(&tried.told), "");
            rules += tried.rules;
            str_free(&tried.told);
            str_free(&yaml);
            error_free(&e);
            rule_book_free(book);
            language_free(language);
        }
        assert_int_equal(rules, 3);
        str_free(&lesson);
    }
}

int main(int argc, char **argv) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_pages_are_what_the_tables_make),
                                       cmocka_unit_test(the_examples_run),
                                       cmocka_unit_test(the_lesson_works)};
    if (argc > 1 && strcmp(argv[1], "--write") == 0) return manual_each(write_made) ? 0 : 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
