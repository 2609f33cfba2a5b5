/* Every example that users see is true: of each rule, of the README, of the manual. */
#include "archive/batch.h"
#include "base/file.h"
#include "check/checker.h"
#include "check/rule_book.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* An example of front matter is one line of it; the others are without fault. */
static void draft_of(const struct rule *rule, const char *example, struct str *draft) {
    static const char *const fields[] = {"title: Warga Ikut Latihan", "date: 2024-12-13", "status: siap",
                                         "author: Rina Wijaya"};
    if (strncmp(rule->name, "metadata.", strlen("metadata.")) != 0) {
        str_append_text(draft, example);
        return;
    }
    struct slice rest = slice_of(example), key = slice_cut(&rest, ':');
    bool placed = false;
    str_append_text(draft, "---\n");
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        bool here = slice_starts(slice_of(fields[i]), key);
        str_printf(draft, "%s\n", here ? example : fields[i]);
        placed |= here;
    }
    if (!placed) str_printf(draft, "%s\n", example);
    str_append_text(draft, "---\n\nRapat dibuka camat.\n");
}

/* What the wrong examples of archive.* repeat, and those who spell a name as it is. */
static void fill_archive(struct archive *archive, const char *const *texts, size_t count) {
    struct batch *batch = batch_begin(archive, NULL);
    for (size_t i = 0; i < count; i++) {
        struct entry entry = {0};
        str_append_text(&entry.text, texts[i]);
        str_printf(&entry.origin, "%zu", i);
        assert_int_equal(batch_add(batch, &entry, NULL), ADD_NEW);
        entry_free(&entry);
    }
    assert_true(batch_end(batch, NULL));
}

static struct archive *archive_of(struct language *language) {
    const char *texts[8];
    size_t count = 0;
    texts[count++] = rule_text(rule_get(RULE_ARCHIVE_COPY), RULE_WRONG, LANG_ID);
    texts[count++] = rule_text(rule_get(RULE_ARCHIVE_PUBLISHED), RULE_WRONG, LANG_ID);
    while (count < 7)
        texts[count++] = rule_text(rule_get(RULE_ARCHIVE_NAME), RULE_RIGHT, LANG_ID);
    char *folder = folder_make();
    struct str path = {0};
    str_printf(&path, "%s/arsip.db", folder);
    struct archive *archive = archive_enter(str_text(&path), STORE_MAKE, 0, language, NULL);
    assert_non_null(archive);
    fill_archive(archive, texts, count);
    folder_remove(folder); /* it stays open */
    str_free(&path);
    return archive;
}

/* How many findings of the rule, or of any (NULL), the example has. */
static size_t findings_of(struct language *language, struct rule_book *book, const struct rule *rule,
                          const char *example, const struct rule *wanted, struct str *told) {
    struct rule_set set;
    rule_set_default(&set, book);
    for (size_t id = 0; id < RULE_COUNT; id++)
        set.enabled[id] = id < RULE_BUILTIN && (rule_get((enum rule_id)id)->on || id == rule->id);
    struct str draft = {0};
    draft_of(rule, example, &draft);
    struct text *text = text_with(str_slice(&draft));
    struct checker *checker = checker_new(language, LANG_EN, set.enabled);
    checker_rules(checker, &set);
    struct archive *archive = archive_of(language);
    checker_archive(checker, archive);
    checker_attach(checker, text);
    assert_true(checker_run(checker, 0, NULL, NULL));
    const struct findings *found = checker_findings(checker);
    size_t count = 0;
    for (size_t i = 0; i < found->list.count; i++) {
        const struct rule *by = rule_get(found->list.items[i].rule);
        bool bare = by == rule_get(RULE_DIRECTIVE_UNUSED) && rule == rule_get(RULE_DIRECTIVE_UNKNOWN);
        if (wanted ? by != wanted : bare) continue; /* a command by itself has nothing to silence */
        count++;
        str_printf(told, "  %s: %s\n", by->name, found->list.items[i].message);
    }
    checker_free(checker);
    archive_leave(archive);
    text_free(text);
    str_free(&draft);
    return count;
}

static void wrong_is_found_and_right_is_not(void **state) {
    (void)state;
    struct language *language = language_new("dictionaries", LANG_ID);
    struct rule_book *book = rule_book_new(language, "dictionaries");
    assert_true(rule_book_add_house(
        book, SLICE("fields: {author: text}\nabbreviations: {OPD: organisasi perangkat daerah}\n"), "style",
        NULL));
    size_t failed = 0;
    for (size_t id = 0; id < RULE_BUILTIN; id++)
        for (size_t lang = 0; lang < 2; lang++) {
            const struct rule *rule = rule_get((enum rule_id)id);
            const char *wrong = rule_text(rule, RULE_WRONG, (enum lang)lang);
            const char *right = rule_text(rule, RULE_RIGHT, (enum lang)lang);
            struct str told = {0};
            bool found = findings_of(language, book, rule, wrong, rule, &told) > 0;
            if (!found) print_error("%s does not find its own example: %s\n", rule->name, wrong);
            str_clear(&told);
            bool clean = findings_of(language, book, rule, right, NULL, &told) == 0;
            if (!clean)
                print_error("%s: its right example has findings: %s\n%s", rule->name, right, str_text(&told));
            if (!found || !clean) failed++;
            str_free(&told);
        }
    assert_string_equal(language_problem(language), "");
    rule_book_free(book);
    language_free(language);
    assert_int_equal(failed, 0);
}

/* Silenced or not, a sentence that comes twice. */
#define TWICE "Pelatihan ini diikuti empat puluh pegawai. Pelatihan ini diikuti empat puluh pegawai.\n"
#define BODY "Rapat dibuka camat.\n"

/* Checks a draft beside a house style; nothing may be said about either but findings of the prose. */
static void expect_understood(const char *what, const char *draft, const char *house) {
    struct str arguments = {0}, out = {0};
    char *folder = folder_make();
    file_make(folder, "berita.md", slice_of(draft));
    file_make(folder, ".sunting.yaml", slice_of(house));
    str_printf(&arguments, "check --fail-on=hint %s", folder);
    int status = program_run(str_text(&arguments), "", &out);
    if (status != 0) print_error("%s\n%s", what, str_text(&out));
    assert_int_equal(status, 0);
    program_complains(str_text(&arguments), &out);
    assert_string_equal(str_text(&out), "");
    folder_remove(folder);
    str_free(&arguments);
    str_free(&out);
}

/* "sunting periksa berita.md    what it does" runs, all but the editor. */
static void expect_runs(struct slice line) {
    size_t end = slice_find(line, SLICE("  "), 0);
    struct slice command = slice_range(line, strlen("sunting "), end == SIZE_MAX ? line.len : end);
    if (slice_find(command, SLICE(" "), 0) == SIZE_MAX) return;
    char *folder = folder_make(), *text = slice_copy(command);
    struct str out = {0}, arguments = {0};
    file_make(folder, "berita.md", SLICE("---\ntitle: Rapat\ndate: 2024-12-13\nstatus: siap\n---\n\n" BODY));
    for (struct slice rest = slice_of(text); rest.len;) {
        struct slice word = slice_cut(&rest, ' ');
        bool is_draft = slice_ends(word, SLICE(".md"));
        str_printf(&arguments, "%s%s%.*s ", is_draft ? folder : "", is_draft ? "/" : "", SLICE_ARG(word));
    }
    setenv("XDG_DATA_HOME", folder, 1);
    int status = program_run(str_text(&arguments), "", &out);
    if (status != 0) print_error("sunting %s: %d\n%s", text, status, str_text(&out));
    assert_int_equal(status, 0);
    unsetenv("XDG_DATA_HOME");
    folder_remove(folder);
    free(text);
    str_free(&out);
    str_free(&arguments);
}

static void examples_of_the_readme_work(void **state) {
    (void)state;
    struct str page = {0}, house = {0};
    size_t commands = 0, directives = 0;
    assert_true(file_read("README.md", 1 << 20, &page, NULL));
    for (struct slice rest = str_slice(&page); rest.len;) {
        struct slice line = slice_cut(&rest, '\n');
        if (!slice_starts(line, SLICE("    "))) continue;
        line = slice_trim(line);
        if (slice_starts(line, SLICE("sunting "))) {
            expect_runs(line);
            commands++;
        } else if (slice_starts(line, SLICE("<!--"))) {
            struct str draft = {0};
            str_printf(&draft, "%.*s\n" TWICE, SLICE_ARG(line));
            expect_understood(str_text(&draft), str_text(&draft), "");
            str_free(&draft);
            directives++;
        } else if (slice_find(line, SLICE(": ["), 0) != SIZE_MAX ||
                   slice_find(line, SLICE(": {"), 0) != SIZE_MAX) {
            str_printf(&house, "%.*s\n", SLICE_ARG(line));
        }
    }
    expect_understood(str_text(&house), BODY, str_text(&house));
    assert_true(commands && directives && house.len);
    str_free(&page);
    str_free(&house);
}

/* "sunting: {except: [...]}" in a sentence of the manual. */
static void examples_of_the_manual_work(void **state) {
    (void)state;
    static const char *const pages[] = {"man/sunting-config.5", "man/id/sunting-config.5"};
    for (size_t i = 0; i < sizeof pages / sizeof *pages; i++) {
        struct str page = {0}, draft = {0};
        assert_true(file_read(pages[i], 1 << 20, &page, NULL));
        size_t start = slice_find(str_slice(&page), SLICE("sunting: {"), 0);
        assert_true(start != SIZE_MAX);
        size_t end = slice_find(str_slice(&page), SLICE("}"), start);
        assert_true(end != SIZE_MAX);
        struct slice example = slice_range(str_slice(&page), start, end + 1);
        str_printf(&draft, "---\ntitle: Rapat\ndate: 2024-12-13\nstatus: siap\n%.*s\n---\n\n" BODY,
                   SLICE_ARG(example));
        expect_understood(str_text(&draft), str_text(&draft), "");
        str_free(&page);
        str_free(&draft);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(wrong_is_found_and_right_is_not),
        cmocka_unit_test(examples_of_the_readme_work),
        cmocka_unit_test(examples_of_the_manual_work),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
