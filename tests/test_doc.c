/* draft/import/doc: old documents of Word. tests/word/surat.doc is written by LibreOffice from surat.fodt
 * beside it: soffice --headless --convert-to doc:"MS Word 97" surat.fodt. */
#include "base/file.h"
#include "draft/import/doc.h"
#include "draft/import/doc_book.h"
#include "draft/import/import.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <unistd.h>

#include <cmocka.h>

static void read_letter(struct str *bytes) {
    assert_true(file_read("tests/word/surat.doc", 1 << 20, bytes, NULL));
}

static void without_antiword_skip(void) {
    if (access("/usr/bin/antiword", X_OK) != 0) skip();
}

static void a_letter_is_read(void **state) {
    static const char expected[] =
        "# Wali Kota Resmikan Pasar Sukamaju\n\n"
        "SUKAMAJU – Wali Kota Sukamaju Rahmat Hidayat meresmikan pasar itu, Senin (2/3/2026). “Pasar ini milik "
        "warga,” kata dia. Biayanya **Rp2,5 miliar** dan *food court* seluas 40 m².\n\n"
        "Kalimat ini yang baru diubah. Catatan[?] dan akhir[?] ada. ~~Dicoret.~~\n\n"
        "## Rincian\n\n"
        "- Kios baru;\n- di lantai satu\n- di lantai dua\n- Los ikan.\n\n"
        "Selang seling.\n\n"
        "- Tempat parkir.\n- butir pertama\n- butir kedua\n\n"
        "| Pasar | Kios |\n| --- | --- |\n| Sukamaju<br>Timur | 120 |\n\n"
        "Nama: Rahmat\\\nJabatan: Wali Kota tetap. Lihat laman kota. Baris \\* bintang [kurung] #tagar.\n\n"
        "Penutup.\n\n"
        "[i] Catatan akhir di sini.\n\n"
        "Isi kotak teks.\n\n"
        "[1] Data Dinas Perdagangan.\n";
    (void)state;
    without_antiword_skip();
    struct str bytes = {0}, out = {0};
    struct error e = {0};
    read_letter(&bytes);
    assert_int_equal(import_recognise("surat.doc", str_slice(&bytes)), IMPORT_OLE);
    assert_true(import_read(IMPORT_OLE, "surat.doc", str_slice(&bytes), &out, &e));
    assert_string_equal(str_text(&out), expected);
    str_free(&bytes);
    str_free(&out);
    error_free(&e);
}

static void the_command_reads_it_like_any_document(void **state) {
    (void)state;
    without_antiword_skip();
    struct str out = {0}, bytes = {0}, letter = {0};
    read_letter(&letter);
    file_make(test_folder, "surat.doc", str_slice(&letter));
    file_make(test_folder, "~$rat.doc", SLICE("\25Humas"));
    str_printf(&bytes, "check -f gnu '%s'", test_folder);
    assert_int_equal(program_run(str_text(&bytes), "", &out), 0);
    str_clear(&bytes);
    str_printf(&bytes, "export -t text '%s/surat.doc'", test_folder);
    assert_int_equal(program_run(str_text(&bytes), "", &out), 0);
    assert_non_null(strstr(str_text(&out), "Nama: Rahmat\nJabatan: Wali Kota tetap."));
    str_clear(&bytes);
    str_printf(&bytes, "--restricted='%s' check surat.doc", test_folder);
    assert_int_not_equal(program_complains(str_text(&bytes), &out), 0);
    assert_non_null(strstr(str_text(&out), "mode terbatas"));
    str_clear(&bytes);
    str_printf(&bytes, "--restricted='%s' check -f gnu .", test_folder);
    program_complains(str_text(&bytes), &out);
    assert_null(strstr(str_text(&out), "surat.doc")); /* nobody asked for it */
    str_free(&bytes);
    str_free(&letter);
    str_free(&out);
}

#define PARA(words) "<para>\n" words "\n</para>\n\n"
#define ITEMS(items) "<orderedlist numeration='arabic'>\n" items "</orderedlist>\n"
#define ITEM(words) "<listitem>\n" PARA(words) "</listitem>\n"
#define BOOK(inner)                                                                                          \
    "<book lang='id'>\n<title>Sifat</title><bookinfo><title>Sifat</title></bookinfo>" inner "</book>\n"
#define CHAPTER(title, inner) "<chapter>\n<title>" title "</title>\n" inner "</chapter>\n"

static void what_antiword_says_twice_is_put_together(void **state) {
    static const struct {
        const char *book, *text, *expected;
    } rows[] = {
        {CHAPTER("", PARA("Satu. Dua.") PARA("Tiga.")), "Satu. Dua.\nTiga.\n", "Satu. Dua.\n\nTiga.\n"},
        /* lines end where they do in Word, also between looks; not where the text does not have the words */
        {CHAPTER("", PARA("Nama: AniKota: Maju")), "Nama: Ani\nKota: Maju\n", "Nama: Ani\\\nKota: Maju\n"},
        {CHAPTER("", PARA("<emphasis role='bold'>Nama</emphasis>Kota  ")), "Nama\nKota\n",
         "**Nama**\\\nKota\n"},
        {CHAPTER("", PARA("Nama Kota")), "Nama lama\nKota\n", "Nama Kota\n"},
        {CHAPTER("", PARA("x") PARA("AB")), "A\nB\n\nx\nAB\n", "x\n\nAB\n"},
        /* numbers as they stand in the document */
        {CHAPTER("", ITEMS(ITEM("kios")) PARA("Lalu.") ITEMS(ITEM("los") ITEM("parkir"))),
         "  1. kios\nLalu.\n  2. los\n  b) parkir\n", "1. kios\n\nLalu.\n\n2. los\nb) parkir\n"},
        {CHAPTER("", ITEMS(ITEM("kios") ITEM("los"))), "• kios\n  Jumlah 12. los\n", "- kios\n- los\n"},
        {CHAPTER("Judul", "<sect1><title><emphasis role='bold'>Isi</emphasis></title>" PARA("x") "</sect1>"),
         "Judul\n\n1 Isi\n\nx\n", "# Judul\n\n## Isi\n\nx\n"},
        /* notes */
        {CHAPTER("", PARA("Naik<footnote><para>\n</para></footnote>. [2] x") PARA("[1] y")),
         "Naik[1]. [2] x\n[1] y\n"
         "-----------------------\n[1] Data\tdinas.\n",
         "Naik[^1]. [2] x\n\n[1] y\n\n[^1]: Data\tdinas.\n"},
        {CHAPTER("", PARA("x")), "x\n[1]\tSatu.\n[2]\tDua.\n", "x\n\n[1] Satu.\n\n[2] Dua.\n"},
        {CHAPTER("", PARA("Naik<footnote/><footnote/>. Turun<footnote/>.")),
         "Naik[1][2]. Turun[3].\n[1] Satu.\n[2]\n[3] Tiga.\n",
         "Naik[^1][^2]. Turun[^3].\n\n[^1]: Satu.\n[^2]: \n[^3]: Tiga.\n"},
        {CHAPTER("", PARA("x") "y<footnote/>"), "x\ny[1]\n[1] Satu.\n", "x\n\ny[^1]\n\n[^1]: Satu.\n"},
        {CHAPTER("", PARA("x") PARA("-----------------------Kotak")), "x\n-----------------------\nKotak\n",
         "x\n\nKotak\n"},
        {CHAPTER("", PARA("[pic]") PARA("Foto [pic]di kota")), "[pic]\nFoto [pic]di kota\n",
         "Foto di kota\n"},
        {CHAPTER("",
                 PARA("<informaltable><tgroup><tbody><row><entry>\nA\nB\n</entry><entry>\n1\n</entry></row>"
                      "<row><entry>\n\n</entry><entry>\n2\n</entry></row></tbody></tgroup></informaltable>")
                     PARA("Akhir")),
         "|A |1 |\n|B | |\n| |2 |\nAkhir\n", "| A<br>B | 1 |\n| --- | --- |\n|  | 2 |\n\nAkhir\n"},
        {CHAPTER("", PARA("&amp; &lt;i&gt;")), "", "& \\<i>\n"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str out = {0}, book = {0};
        struct error e = {0};
        str_printf(&book, BOOK("%s"), rows[i].book);
        assert_true(doc_book_read(str_slice(&book), slice_of(rows[i].text), "surat.doc", &out, &e));
        assert_string_equal(str_text(&out), rows[i].expected);
        str_free(&out);
        str_free(&book);
        error_free(&e);
    }
}

static void expect_refusal(const struct doc_helper *helper, struct slice bytes, const char *words) {
    struct str out = {0};
    struct error e = {.lang = LANG_ID};
    assert_false(doc_read(helper, "surat.doc", bytes, &out, &e));
    if (!strstr(str_text(&e.text), words)) print_error("%s\n", str_text(&e.text));
    assert_non_null(strstr(str_text(&e.text), words));
    assert_non_null(strstr(str_text(&e.text), "surat.doc"));
    str_free(&out);
    error_free(&e);
}

#define OLE "\xD0\xCF\x11\xE0"

static void what_is_no_readable_letter_is_said_in_a_sentence(void **state) {
    static const char *const nowhere[] = {"/nowhere/antiword", NULL}, *const prints[] = {"/usr/bin/od", NULL},
                             *const fails[] = {"/nowhere/antiword", "/bin/false", NULL},
                             *const silent[] = {"/bin/true", NULL};
    static const struct doc_helper none = {nowhere, 5, 9}, flood = {prints, 20, 9},
                                   slow = {prints, 0, 1 << 20}, wrong = {fails, 5, 9}, empty = {silent, 5, 9};
    (void)state;
    struct str bytes = {0};
    read_letter(&bytes);
    assert_false(doc_can_read(&none));
    assert_true(doc_can_read(&empty));
    expect_refusal(&none, str_slice(&bytes), "sudo apt install antiword");
    expect_refusal(&flood, str_slice(&bytes), "terlalu besar");
    expect_refusal(&slow, str_slice(&bytes), "terlalu besar");
    expect_refusal(&wrong, str_slice(&bytes), "rusak");
    expect_refusal(&empty, str_slice(&bytes), "rusak");
    expect_refusal(&none, SLICE(OLE "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0\0\0"), "kata sandi");
    expect_refusal(&none, SLICE(OLE "W\0o\0r\0k\0b\0o\0o\0k\0\0\0"), "Excel");
    expect_refusal(&none, SLICE(OLE), "rusak");
    without_antiword_skip();
    expect_refusal(&doc_antiword, slice_range(str_slice(&bytes), 0, bytes.len / 2), "rusak");
    size_t text = slice_find(str_slice(&bytes), SLICE("\xEC\xA5"), 0);
    bytes.data[text + 11] |= 1;
    expect_refusal(&doc_antiword, str_slice(&bytes), "dikunci dengan kata sandi");
    str_free(&bytes);
}

static void what_is_only_called_doc_is_what_it_is(void **state) {
    (void)state;
    assert_int_equal(import_recognise("surat.doc", SLICE("PK\3\4x")), IMPORT_ZIP);
    assert_int_equal(import_recognise("surat.DOC", SLICE("<html><p>x")), IMPORT_HTML);
    assert_int_equal(import_recognise("surat.doc", SLICE("{\\rtf1 x}")), IMPORT_WORD);
    assert_int_equal(import_recognise("surat.xml", SLICE("<?xml version=\"1.0\"?>\n"
                                                         "<?mso-application progid=\"Word.Document\"?>")),
                     IMPORT_WORD);
    assert_int_equal(import_recognise("surat.doc", SLICE("MIME-Version: 1.0\n")), IMPORT_WORD);
    assert_int_equal(import_recognise("surat.txt", SLICE("MIME-Version: 1.0\n")), IMPORT_NONE);
    assert_int_equal(import_recognise("surat.doc", SLICE("<?xml version=\"1.0\"?><a/>")), IMPORT_NONE);
    struct str out = {0};
    struct error e = {.lang = LANG_ID};
    assert_false(import_read(IMPORT_WORD, "surat.doc", SLICE("{\\rtf1 x}"), &out, &e));
    assert_non_null(strstr(str_text(&e.text), "simpan sebagai .docx"));
    error_free(&e);
    assert_int_equal(import_recognise("surat.doc", SLICE("\x7F"
                                                         "ELF\1")),
                     IMPORT_NONE);
    assert_int_equal(import_recognise("surat.doc", SLICE("Naskah biasa.\n")), IMPORT_NONE);
    assert_int_equal(import_recognise("~$rat.doc", SLICE("\25Humas")), IMPORT_LOCK);
    assert_true(import_has_name("surat.doc"));
    assert_false(import_has_name("~$rat.doc"));
    assert_false(import_has_name("surat.dot"));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_letter_is_read),
        cmocka_unit_test(the_command_reads_it_like_any_document),
        cmocka_unit_test(what_antiword_says_twice_is_put_together),
        cmocka_unit_test(what_is_no_readable_letter_is_said_in_a_sentence),
        cmocka_unit_test(what_is_only_called_doc_is_what_it_is),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
