#include "draft/draft.h"

#include <fcntl.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

static char folder[] = "/tmp/sunting-draft-XXXXXX";

static int enter_folder(void **state) {
    (void)state;
    return mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state) {
    (void)state;
    unlink("naskah.md");
    return chdir("/") || rmdir(folder);
}

static void write_file(const char *name, struct slice bytes) {
    int fd = open(name, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, bytes.data, bytes.len), (ssize_t)bytes.len);
    close(fd);
}

static struct draft *load_bytes(struct slice bytes) {
    write_file("naskah.md", bytes);
    struct error e = {0};
    struct draft *draft = draft_load("naskah.md", DRAFT_LIMIT, &e);
    error_free(&e);
    return draft;
}

static void assert_text(const struct draft *draft, struct slice expected) {
    struct str got = {0};
    text_copy(draft->text, 0, text_length(draft->text), &got);
    assert_int_equal(got.len, expected.len);
    assert_memory_equal(str_text(&got), expected.data, expected.len);
    str_free(&got);
}

/* How files are read: bytes, encoding, text. */
static const struct {
    const char *name;
    struct slice bytes;
    enum encoding encoding;
    size_t mark;
    bool crlf, notice;
    struct slice text;
} cases[] = {
    {"plain", SLICE("Warga\nhadir\n"), ENCODING_UTF8, 0, false, false, SLICE("Warga\nhadir\n")},
    {"empty", SLICE(""), ENCODING_UTF8, 0, false, false, SLICE("")},
    {"no final newline", SLICE("Warga"), ENCODING_UTF8, 0, false, false, SLICE("Warga")},
    {"crlf", SLICE("satu\r\ndua\r\ntiga"), ENCODING_UTF8, 0, true, false, SLICE("satu\ndua\ntiga")},
    {"mixed line ends", SLICE("satu\r\ndua\n"), ENCODING_UTF8, 0, false, false, SLICE("satu\r\ndua\n")},
    {"lone carriage return", SLICE("a\rb\r\n"), ENCODING_UTF8, 0, true, false, SLICE("a\rb\n")},
    {"byte order mark", SLICE("\xEF\xBB\xBFWarga\r\nikut"), ENCODING_UTF8, 3, true, false,
     SLICE("Warga\nikut")},
    {"utf-16 le", SLICE("\xFF\xFEI\0\x14\x20\r\0\n\0b\0"), ENCODING_UTF16_LE, 2, true, true,
     SLICE("I\xE2\x80\x94\nb")},
    {"utf-16 be", SLICE("\xFE\xFF\0I\xD8\x3D\xDE\x00\0\n\0b"), ENCODING_UTF16_BE, 2, false, true,
     SLICE("I\xF0\x9F\x98\x80\nb")},
    {"utf-16 without mark", SLICE("W\0a\0r\0g\0a\0\n\0"), ENCODING_UTF16_LE, 0, false, true,
     SLICE("Warga\n")},
    {"windows-1252",
     SLICE("kata dia \x93"
           "Kami hadir\x94 \x96 caf\xE9\r\n"),
     ENCODING_WINDOWS_1252, 0, true, true,
     SLICE("kata dia \xE2\x80\x9CKami hadir\xE2\x80\x9D \xE2\x80\x93 caf\xC3\xA9\n")},
    {"one broken byte", SLICE("kafe \xC3\xA9 rusak \x9D di sini"), ENCODING_MIXED, 0, false, true,
     SLICE("kafe \xC3\xA9 rusak \x9D di sini")},
    {"zeros after a crash", SLICE("Naskah yang panjang ini selamat\0\0\0"), ENCODING_UTF8, 0, false, false,
     SLICE("Naskah yang panjang ini selamat\0\0\0")},
};

static void test_files_are_recognised(void **state) {
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct draft *draft = load_bytes(cases[i].bytes);
        if (!draft) fail_msg("%s: refused", cases[i].name);
        if (draft->encoded.encoding != cases[i].encoding)
            fail_msg("%s: encoding %d", cases[i].name, draft->encoded.encoding);
        assert_int_equal(draft->encoded.mark, cases[i].mark);
        assert_int_equal(draft->crlf, cases[i].crlf);
        assert_int_equal(draft->notices.len > 0, cases[i].notice);
        assert_text(draft, cases[i].text);
        assert_true(file_seems_same("naskah.md", &draft->disk));
        draft_free(draft);
    }
}

static void test_other_formats_are_refused(void **state) {
    (void)state;
    static const struct slice files[] = {
        SLICE("%PDF-1.4\nplain"), SLICE("\x89PNG\r\n\x1A\n\0\0\0\rIHDR\0\0\1\0\0\0\1\0"),
        SLICE("\xFF\xFE"
              "a\0\0\xDC"
              "b\0"), /* UTF-16 with half a character */
    };
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct error e = {.lang = LANG_EN};
        write_file("naskah.md", files[i]);
        assert_null(draft_load("naskah.md", DRAFT_LIMIT, &e));
        assert_true(slice_find(str_slice(&e.text), SLICE("is no text"), 0) != SIZE_MAX);
        error_free(&e);
    }
}

static void assert_refused(const char *path, size_t limit, const char *word) {
    struct error e = {.lang = LANG_EN};
    assert_null(draft_load(path, limit, &e));
    assert_non_null(strstr(str_text(&e.text), word));
    error_free(&e);
}

static void test_what_is_no_file_is_refused(void **state) {
    (void)state;
    write_file("naskah.md", SLICE("{\\rtf1 Warga hadir}"));
    assert_refused("naskah.md", DRAFT_LIMIT, "another form");
    write_file("naskah.md", SLICE("12345"));
    assert_refused("tidak-ada.md", DRAFT_LIMIT, "no file");
    assert_refused(".", DRAFT_LIMIT, "not a regular file");
    assert_refused("/dev/null", DRAFT_LIMIT, "not a regular file");
    assert_refused("naskah.md", 4, "too large");
    assert_int_equal(mkfifo("pipa", 0600), 0);
    assert_refused("pipa", DRAFT_LIMIT, "not a regular file");
    unlink("pipa");
}

static void test_new_draft_is_empty(void **state) {
    (void)state;
    struct draft *draft = draft_new("baru.md");
    assert_int_equal(text_length(draft->text), 0);
    assert_false(draft->disk.exists);
    assert_true(file_seems_same("baru.md", &draft->disk));
    draft_free(draft);
}

static void test_a_strange_byte_is_met_anywhere(void **state) {
    (void)state;
    for (size_t at = 0; at < 24; at++) {
        char text[] = "Bupati meninjau pasarnya", mixed[] = "Bupati meninjau pasarnya";
        mixed[at] = '\x81';
        assert_int_equal(encoding_recognise(slice_of(mixed)).encoding, ENCODING_MIXED);
        assert_int_equal(encoding_recognise(slice_of(mixed)).invalid, 1);
        memset(text, 31, at + 1);
        bool binary = (at + 1) * 10 > 24 * 3;
        assert_int_equal(encoding_recognise(slice_of(text)).encoding == ENCODING_NONE, binary);
        memset(text, 127, at + 1);
        assert_int_equal(encoding_recognise(slice_of(text)).encoding == ENCODING_NONE, binary);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_files_are_recognised),
        cmocka_unit_test(test_a_strange_byte_is_met_anywhere),
        cmocka_unit_test(test_other_formats_are_refused),
        cmocka_unit_test(test_what_is_no_file_is_refused),
        cmocka_unit_test(test_new_draft_is_empty),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
