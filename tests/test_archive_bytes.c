/* What stands in an archive is the same whatever machine wrote it: the numbers below were the same on one
 * that has the other byte order (s390x). */
#include "archive/archive.h"
#include "archive/entry.h"
#include "archive/prints.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

/* Longer than what slice_hash() takes byte by byte. */
#define LONG_TEXT                                                                                                    \
    "Warga bergotong royong memperbaiki tanggul sungai yang jebol akibat hujan deras semalam, lalu pulang ke rumah " \
    "masing-masing sebelum petang."

static const uint64_t HASH_OF_WORD = 0x7a123dfe2a10acca, HASH_OF_TEXT = 0x40851231a5e87b7c;
/* The one unit: 0 bytes after the start, 139 long. */
static const unsigned char borders[] = {0x00, 0x8b, 0x01};
static const int64_t prints[] = {26003971550, 26003796491, 26003997207, 26003895978, 17356189955,
                                 17356147804, 17356412067, 34359452776, 34359665956, 27244571903},
                     FIRST_WORD = 4294909415;

enum { PATH_SIZE = 160 };

struct desk {
    char *folder;
    char archive[2 * PATH_SIZE];
};

/* A language of two words, so that no list of ours changes what comes out. */
static int setup(void **state) {
    static struct desk desk;
    desk.folder = folder_make();
    snprintf(desk.archive, sizeof desk.archive, "%s/arsip.db", desk.folder);
    file_make(desk.folder, "frequency.tsv",
              SLICE("# own\ndesa\t310\t5\t1\t0\tdasa\t12\nsungai\t205\t3\t1\t0\t\t0\n"));
    *state = &desk;
    return 0;
}

static int teardown(void **state) {
    struct desk *desk = *state;
    folder_remove(desk->folder);
    return 0;
}

static struct archive *make_archive(const struct desk *desk, struct language *language) {
    struct error e = {0};
    const struct store_value salt[] = {store_text(SLICE("garam")), store_text(SLICE("0123456789abcdef"))};
    struct archive *archive = archive_enter(desk->archive, STORE_MAKE, 1000, language, &e);
    assert_non_null(archive);
    assert_true(STORE_RUN(archive_store(archive), NOTE_SET, salt, NULL, NULL, &e));
    archive_leave(archive);
    archive = archive_enter(desk->archive, STORE_WRITE, 1000, language, &e);
    assert_non_null(archive);
    return archive;
}

static void hashes_are(void **state) {
    (void)state;
    assert_true(slice_hash(SLICE("tanggul")) == HASH_OF_WORD);
    assert_true(slice_hash(SLICE(LONG_TEXT)) == HASH_OF_TEXT);
}

static void a_text_is_entered_so(void **state) {
    const struct desk *desk = *state;
    struct language *language = language_new(desk->folder, LANG_EN);
    struct archive *archive = make_archive(desk, language);
    struct entry entry = {0};
    str_append_text(&entry.text, LONG_TEXT);
    entry_analyse(&entry, archive);
    assert_int_equal(entry.borders.len, sizeof borders);
    assert_memory_equal(entry.borders.data, borders, sizeof borders);
    assert_int_equal(entry.prints.count, sizeof prints / sizeof *prints);
    for (size_t i = 0; i < entry.prints.count; i++)
        assert_true(entry.prints.items[i].print == prints[i] && !entry.prints.items[i].unit);
    assert_true(entry.words.items[1] == FIRST_WORD);
    entry_free(&entry);
    archive_leave(archive);
    language_free(language);
}

/* The archive counts whether all prints are there (rawat --periksa): each must be one. */
static void no_print_stands_twice(void **state) {
    const struct desk *desk = *state;
    struct language *language = language_new(desk->folder, LANG_EN);
    struct archive *archive = archive_enter(desk->archive, STORE_READ, 1000, language, NULL);
    struct entry entry = {0};
    str_append_text(&entry.text, "Warga kantor Dinas Pertanian mengajak dinas pertanian.");
    entry_analyse(&entry, archive);
    assert_int_equal(entry.prints.count, 10); /* pairs of five */
    for (size_t i = 0; i < entry.prints.count; i++)
        for (size_t k = 0; k < i; k++)
            assert_true(entry.prints.items[i].print != entry.prints.items[k].print);
    entry_free(&entry);
    archive_leave(archive);
    language_free(language);
}

/* One who reads the lists and one who has them prepared agree on which lists an archive was built by. */
static void it_is_current_with_prepared_words(void **state) {
    const struct desk *desk = *state;
    char path[2 * PATH_SIZE];
    struct error e = {0};
    struct prepared_writer writer = {0};
    struct language *language = language_new(desk->folder, LANG_EN);
    language_prepare(language, &writer);
    snprintf(path, sizeof path, "%s/%s", desk->folder, PREPARED_FILE);
    assert_true(prepared_write(&writer, path, prepared_code(), NULL));
    prepared_writer_free(&writer);
    language_free(language);
    language = language_new(desk->folder, LANG_EN);
    struct archive *archive = archive_enter(desk->archive, STORE_READ, 1000, language, &e);
    assert_non_null(archive);
    assert_true(language_lexicon(language, LEXICON_FREQUENCY)->keys.slots.len > 0);
    assert_true(archive_is_current(archive, &e));
    archive_leave(archive);
    language_free(language);
    unlink(path);
    file_make(desk->folder, "frequency.tsv",
              SLICE("# own\ndesa\t311\t5\t1\t0\tdasa\t12\nsungai\t205\t3\t1\t0\t\t0\n"));
    language = language_new(desk->folder, LANG_EN);
    archive = archive_enter(desk->archive, STORE_READ, 1000, language, &e);
    assert_false(archive_is_current(archive, &e));
    archive_leave(archive);
    language_free(language);
    error_free(&e);
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(hashes_are), cmocka_unit_test(a_text_is_entered_so),
                                       cmocka_unit_test(no_print_stands_twice),
                                       cmocka_unit_test(it_is_current_with_prepared_words)};
    return cmocka_run_group_tests(tests, setup, teardown);
}
