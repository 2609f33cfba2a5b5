/* The prepared file says what the dictionaries say, and is passed over when it is not of them. */
#include "language/lexicon/language.h"
#include "language/lexicon/word_graph.h"
#include "language/spelling/word_maker.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATH_SIZE = 160 };

/* A folder with two small dictionaries. */
struct desk {
    char folder[PATH_SIZE];
};

static void write_file(const struct desk *desk, const char *name, const char *text) {
    char path[2 * PATH_SIZE];
    snprintf(path, sizeof path, "%s/%s", desk->folder, name);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static int setup(void **state) {
    static struct desk desk;
    strcpy(desk.folder, "/tmp/sunting-test-prepared-XXXXXX");
    if (!mkdtemp(desk.folder)) return -1;
    write_file(&desk, "government.tsv", "# own\nbimtek\nperangkat daerah\nperangkat desa\n");
    write_file(&desk, "numbers.tsv", "# own\ndua\t2\nsatu\t1\n");
    *state = &desk;
    return 0;
}

static int teardown(void **state) {
    struct desk *desk = *state;
    char command[2 * PATH_SIZE];
    snprintf(command, sizeof command, "rm -rf %s", desk->folder);
    return system(command);
}

static void write_prepared(const struct desk *desk, uint64_t code) {
    char path[2 * PATH_SIZE];
    struct prepared_writer writer = {0};
    struct language *language = language_new(desk->folder, LANG_EN);
    language_prepare(language, &writer);
    snprintf(path, sizeof path, "%s/%s", desk->folder, PREPARED_FILE);
    assert_true(prepared_write(&writer, path, code, NULL));
    prepared_writer_free(&writer);
    language_free(language);
}

static bool is_used(const struct desk *desk, enum lexicon_name name) {
    struct language *language = language_new(desk->folder, LANG_EN);
    const struct lexicon *lexicon = language_lexicon(language, name);
    bool used = lexicon->keys.slots.len > 0;
    struct slice fields;
    assert_true(language_has(language, LEXICON_GOVERNMENT, SLICE("perangkat desa")));
    assert_false(language_has(language, LEXICON_GOVERNMENT, SLICE("perangkat")));
    assert_true(language_begins(language, LEXICON_GOVERNMENT, SLICE("perangkat")));
    assert_false(language_begins(language, LEXICON_GOVERNMENT, SLICE("perang")));
    assert_true(lexicon_find(language_lexicon(language, LEXICON_NUMBERS), SLICE("satu"), &fields));
    assert_true(slice_equal_text(fields, "1"));
    language_free(language);
    return used;
}

static void it_is_used_while_it_holds(void **state) {
    const struct desk *desk = *state;
    assert_false(is_used(desk, LEXICON_GOVERNMENT));
    write_prepared(desk, prepared_code());
    assert_true(is_used(desk, LEXICON_GOVERNMENT));
    write_prepared(desk, prepared_code() + 1); /* of another program */
    assert_false(is_used(desk, LEXICON_GOVERNMENT));
    write_prepared(desk, prepared_code());
    write_file(desk, "government.tsv", "# own\nbimtek\nperangkat daerah\nperangkat desa\nrenstra\n");
    assert_false(is_used(desk, LEXICON_GOVERNMENT)); /* a source is another */
    assert_true(is_used(desk, LEXICON_NUMBERS));
}

/* Damage is seen when it is opened, or leads to wrong answers, never outside of the file. */
static void damage_leads_nowhere(void **state) {
    const struct desk *desk = *state;
    char path[2 * PATH_SIZE];
    struct stat st;
    write_prepared(desk, prepared_code());
    snprintf(path, sizeof path, "%s/%s", desk->folder, PREPARED_FILE);
    assert_int_equal(stat(path, &st), 0);
    for (off_t at = 0; at < st.st_size; at += 3) {
        int fd = open(path, O_RDWR | O_CLOEXEC);
        char byte, damaged;
        assert_int_equal(pread(fd, &byte, 1, at), 1);
        damaged = (char)(byte ^ 0x55);
        assert_int_equal(pwrite(fd, &damaged, 1, at), 1);
        struct language *language = language_new(desk->folder, LANG_EN);
        const struct prepared *prepared = language_prepared(language);
        assert_true(!prepared->bytes.len || !prepared_is_whole(prepared));
        language_has(language, LEXICON_GOVERNMENT, SLICE("bimtek"));
        language_begins(language, LEXICON_GOVERNMENT, SLICE("perangkat"));
        language_free(language);
        assert_int_equal(pwrite(fd, &byte, 1, at), 1);
        close(fd);
    }
    assert_int_equal(truncate(path, st.st_size / 2), 0);
    assert_false(is_used(desk, LEXICON_GOVERNMENT));
}

static void a_graph_has_its_words_and_no_others(void **state) {
    (void)state;
    static const char *const words[] = {"a", "abadi", "abai", "batu", "batuan", "ratu", "ratuan"};
    struct word_graph_maker *maker = word_graph_begin();
    struct str edges = {0};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        word_graph_add(maker, slice_of(words[i]));
    word_graph_end(maker, &edges);
    struct word_graph graph = {str_slice(&edges)};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct slice word = slice_of(words[i]);
        assert_true(word_graph_has(&graph, word));
        if (word.len > 1) assert_false(word_graph_has(&graph, slice_range(word, 1, word.len)));
    }
    assert_false(word_graph_has(&graph, SLICE("aba")));
    assert_false(word_graph_has(&graph, SLICE("ratuann")));
    assert_false(word_graph_has(&graph, SLICE("")));
    str_free(&edges);
}

static void append(void *by, struct slice word) {
    str_printf(by, "%.*s ", SLICE_ARG(word));
}

static void words_are_made_of_entries_and_affixes(void **state) {
    (void)state;
    struct str made = {0};
    assert_true(word_maker_run(SLICE("FLAG long\nPFX B1 Y 2\nPFX B1 0 ber [^r]\nPFX B1 0 be r\nSFX Bb Y 1\n"
                                     "SFX Bb 0 /B1l0 .\nSFX l0 Y 1\nSFX l0 0 lah .\n"),
                               SLICE("2\nrunding/Bb\nakhir/B1\n"), append, &made));
    assert_string_equal(str_text(&made), "runding runding berunding rundinglah berundinglah akhir berakhir ");
    assert_false(word_maker_run(SLICE("COMPOUNDFLAG X\n"), SLICE("0\n"), append, &made));
    str_free(&made);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_is_used_while_it_holds, setup, teardown),
        cmocka_unit_test_setup_teardown(damage_leads_nowhere, setup, teardown),
        cmocka_unit_test(a_graph_has_its_words_and_no_others),
        cmocka_unit_test(words_are_made_of_entries_and_affixes)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
