/* The prepared file says what the dictionaries say, and is passed over when it is not of them. */
#include "language/lexicon/frequency.h"
#include "language/lexicon/language.h"
#include "language/lexicon/word_graph.h"
#include "language/lexicon/word_records.h"
#include "language/spelling/word_maker.h"
#include "language/spelling/wordbook.h"
#include "program.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

enum { PATH_SIZE = 160 };

/* A folder with two small dictionaries. */
struct desk {
    char *folder;
};

static int setup(void **state) {
    static struct desk desk;
    desk.folder = folder_make();
    file_make(desk.folder, "government.tsv", SLICE("# own\nbimtek\nperangkat daerah\nperangkat desa\n"));
    file_make(desk.folder, "numbers.tsv", SLICE("# own\ndua\t2\nsatu\t1\n"));
    file_make(desk.folder, "pairs.tsv", SLICE("desa\tadat=4 dan=2,9\nkepala\tdesa=80,7\nselaku\tkepala=5\n"));
    file_make(desk.folder, "forms.tsv", SLICE("agam\t0\t9\t12\t3\t39\ndesa\t70\t8\t90\t0\t310\n"));
    file_make(desk.folder, "agreed.tsv", SLICE("adat\t6\ndesa\t6\n"));
    file_make(
        desk.folder, "frequency.tsv",
        SLICE("desa\t310\t5\t1\t0\tdasa\t12\nkepala\t205\t3\t1\t0\t\t0\nstart\t12\t1\t0\t1\tstar\t9\n"));
    *state = &desk;
    return 0;
}

static int teardown(void **state) {
    struct desk *desk = *state;
    folder_remove(desk->folder);
    return 0;
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

static void reverse(unsigned char *bytes, size_t size, size_t count) {
    for (; count--; bytes += size)
        for (size_t i = 0; i < size / 2; i++) {
            unsigned char byte = bytes[i];
            bytes[i] = bytes[size - 1 - i];
            bytes[size - 1 - i] = byte;
        }
}

/* As a machine of the other byte order writes it: after the 8 bytes of its name four numbers of 4 bytes. */
static void it_is_passed_over_in_the_other_byte_order(void **state) {
    const struct desk *desk = *state;
    char path[2 * PATH_SIZE];
    unsigned char head[16];
    write_prepared(desk, prepared_code());
    assert_true(is_used(desk, LEXICON_GOVERNMENT));
    snprintf(path, sizeof path, "%s/%s", desk->folder, PREPARED_FILE);
    int fd = open(path, O_RDWR);
    assert_true(pread(fd, head, sizeof head, 8) == sizeof head);
    reverse(head, 4, 4);
    assert_true(pwrite(fd, head, sizeof head, 8) == sizeof head);
    close(fd);
    assert_false(is_used(desk, LEXICON_GOVERNMENT)); /* what the lists say is known from the lists */
    reverse(head, 4, 4);
    reverse(head + 4, 4, 1); /* this alone, too */
    fd = open(path, O_RDWR);
    assert_true(pwrite(fd, head, sizeof head, 8) == sizeof head);
    close(fd);
    assert_false(is_used(desk, LEXICON_GOVERNMENT));
}

static void it_is_used_while_it_holds(void **state) {
    const struct desk *desk = *state;
    assert_false(is_used(desk, LEXICON_GOVERNMENT));
    write_prepared(desk, prepared_code());
    assert_true(is_used(desk, LEXICON_GOVERNMENT));
    write_prepared(desk, prepared_code() + 1); /* of another program */
    assert_false(is_used(desk, LEXICON_GOVERNMENT));
    write_prepared(desk, prepared_code());
    file_make(desk->folder, "government.tsv",
              SLICE("# own\nbimtek\nperangkat daerah\nperangkat desa\nrenstra\n"));
    assert_false(is_used(desk, LEXICON_GOVERNMENT)); /* a source is another */
    assert_true(is_used(desk, LEXICON_NUMBERS));
}

/* All that is counted of a few words, in a line each. */
static void append_counts(const struct desk *desk, bool prepared, struct str *out) {
    static const char *const words[] = {"adat", "agam", "desa", "kepala", "selaku", "start", "tiada", ""};
    struct language *language = language_new(desk->folder, LANG_EN);
    assert_int_equal(language_word_records(language)->table.slots.len > 0, prepared);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        struct word *word = language_word(language, slice_of(words[i]));
        const struct word_tables *tables = frequency_tables(language, word);
        str_printf(out, "%s %u %u%u %u %u %d '%.*s' %u", words[i], tables->counts.documents,
                   tables->counts.indonesian, tables->counts.english, tables->counts.neighbour, tables->lists,
                   (int)tables->written, SLICE_ARG(tables->row),
                   frequency_beside(language, word, language_word(language, SLICE("desa"))));
        for (size_t form = 0; form <= FORM_ALL; form++)
            str_printf(out, " %u", tables->forms[form]);
        str_append_byte(out, '\n');
    }
    language_free(language);
}

static void counts_are_the_same(void **state) {
    const struct desk *desk = *state;
    struct str plain = {0}, prepared = {0};
    append_counts(desk, false, &plain);
    assert_non_null(strstr(str_text(&plain), "desa 310 10 12 6 0 'adat=4 dan=2,9' 0 70 8 90 0 310\n"));
    assert_non_null(strstr(str_text(&plain), "kepala 205 10 0 0 0 'desa=80,7' 247 0 0 0 0 0\n"));
    write_prepared(desk, prepared_code());
    append_counts(desk, true, &prepared);
    assert_string_equal(str_text(&prepared), str_text(&plain));
    file_make(desk->folder, "agreed.tsv",
              SLICE("adat\t6\ndesa\t6\nkepala\t6\n")); /* one of the tables is another now */
    str_clear(&prepared);
    append_counts(desk, false, &prepared);
    assert_non_null(strstr(str_text(&prepared), "kepala 205 10 0 6 0 'desa=80,7' 247"));
    str_free(&plain);
    str_free(&prepared);
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
        frequency_beside(language, language_word(language, SLICE("desa")),
                         language_word(language, SLICE("adat"))); /* reads its row */
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

/* kompas.com and žižek are in no dictionary, and hunspell itself need not be loaded to say so. */
static void a_wordbook_says_what_hunspell_says(void **state) {
    static const char *const words[] = {
        "sedang",   "sedxng", "kompas.com", "s.d",    "go.id",    "kompas.id-nya", "rapat.desa",  "3.5",
        "3.5-an",   "a.1",    "rapat.",     ".rapat", "rapat..a", "a.n.",          "makan-minum", "17-an.a",
        "a.-rapat", "žižek",  "café",       "jum’at", "jumʼat",   "kafe-café",     "rapatž",      "ž"};
    struct language *language = language_new("dictionaries", LANG_EN);
    const struct prepared none = {.bytes = SLICE("")};
    struct error e = {.lang = LANG_EN};
    struct wordbook *prepared = wordbook_open("id_ID", language_prepared(language), &e),
                    *asked = wordbook_open("id_ID", &none, &e);
    (void)state;
    assert_true(word_is_plain(SLICE("kompas.com")));
    assert_false(word_is_plain(SLICE("3.5")) || word_is_plain(SLICE("rapat.")) ||
                 word_is_plain(SLICE(".rapat")));
    for (size_t i = 0; asked && i < sizeof words / sizeof *words; i++) {
        assert_int_equal(wordbook_has(prepared, slice_of(words[i])), wordbook_has(asked, slice_of(words[i])));
        assert_int_equal(wordbook_has_entry(prepared, slice_of(words[i])),
                         wordbook_has_entry(asked, slice_of(words[i])));
    }
    wordbook_close(prepared);
    wordbook_close(asked);
    error_free(&e);
    language_free(language);
}

/* `make test` prepares a file, so no other test reads the lists themselves. */
static void findings_are_the_same(void **state) {
    static const char drafts[] = "check --hints --jobs=1 -f json tests/gold tests/drafts samples";
    (void)state;
    struct str command = {0}, prepared = {0}, plain = {0};
    if (access("dictionaries/" PREPARED_FILE, F_OK) != 0) skip(); /* hunspell-id is missing */
    char *folder = folder_make();
    str_printf(&command, "mkdir %s/dictionaries && ln -s \"$PWD\"/dictionaries/* %s/dictionaries && rm %s/%s",
               folder, folder, folder, "dictionaries/" PREPARED_FILE);
    assert_int_equal(system(str_text(&command)), 0);
    assert_int_equal(program_run(drafts, "", &prepared), 1);
    setenv("SUNTING_DATA", folder, 1);
    assert_int_equal(program_run(drafts, "", &plain), 1);
    unsetenv("SUNTING_DATA");
    assert_true(plain.len > 0);
    assert_string_equal(str_text(&prepared), str_text(&plain));
    folder_remove(folder);
    str_free(&command);
    str_free(&prepared);
    str_free(&plain);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(it_is_passed_over_in_the_other_byte_order, setup, teardown),
        cmocka_unit_test_setup_teardown(it_is_used_while_it_holds, setup, teardown),
        cmocka_unit_test_setup_teardown(counts_are_the_same, setup, teardown),
        cmocka_unit_test_setup_teardown(damage_leads_nowhere, setup, teardown),
        cmocka_unit_test(a_graph_has_its_words_and_no_others),
        cmocka_unit_test(words_are_made_of_entries_and_affixes),
        cmocka_unit_test(a_wordbook_says_what_hunspell_says),
        cmocka_unit_test(findings_are_the_same)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
