/* sunting export: nothing that the draft says is lost on its way out, and nothing comes along that is for
 * Sunting. */
#include "base/file.h"
#include "draft/import/import.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const char draft[] =
    "---\ntitle: \"Pasar Murah & Panen\"\ntags: [pasar murah, kota-baru 2]\n---\n\n"
    "**KOTA BARU** — Pemkot membuka *pasar murah*, Senin (23/11/2026).[^1]\n\n"
    "<!-- sunting: ignore spelling.unknown: nama -->\n“Harga turun,” kata Wali Kota **Rahmat\n"
    "Hidayat**. Warga ~~lama~~ senang.\n\n## Rincian\n\n- Beras\n- Minyak\n    1. curah\n\n3. tiga\n4. empat\n\n"
    "| Barang | Harga |\n| --- | --- |\n| Beras | |\n\n"
    "Lihat [laman](https://kota.go.id/a) atau <https://kota.go.id>.\\\nBaris &amp; dua.\n\n"
    "<p>Dari <b>CMS</b>.</p>\n\n[^1]: Data *dinas*.\n";

static void expect(const char *arguments, const char *input, const char *expected) {
    struct str out = {0};
    assert_int_equal(program_run(arguments, input, &out), 0);
    assert_string_equal(str_text(&out), expected);
    str_free(&out);
}

static void text_is_words_alone(void **state) {
    (void)state;
    expect(
        "ekspor --to text -", draft,
        "Pasar Murah & Panen\n\nKOTA BARU — Pemkot membuka pasar murah, Senin (23/11/2026).[1]\n\n"
        "“Harga turun,” kata Wali Kota Rahmat Hidayat. Warga lama senang.\n\nRincian\n\n- Beras\n- Minyak\n  1. curah\n3. tiga\n4. empat\n\n"
        "Barang | Harga\nBeras | \n\nLihat laman (https://kota.go.id/a) atau https://kota.go.id.\nBaris & dua.\n\n"
        "Dari CMS.\n\n---\n\n[1] Data dinas.\n");
}

static void whatsapp_has_its_own_marks(void **state) {
    (void)state;
    expect("export --to whatsapp -", "Ini **tebal** , *miring* dan ~~coret~~.\n\n**dua *tiga***\n",
           "Ini *tebal* , _miring_ dan ~coret~.\n\n*dua* *_tiga*_\n");
}

static void html_is_a_page(void **state) {
    (void)state;
    struct str out = {0};
    assert_int_equal(program_run("export --to html -", draft, &out), 0);
    assert_non_null(strstr(str_text(&out), "<h1>Pasar Murah &amp; Panen</h1>"));
    assert_non_null(strstr(str_text(&out), "<strong>KOTA BARU</strong>"));
    assert_non_null(strstr(str_text(&out), "<td>Beras</td>"));
    assert_null(strstr(str_text(&out), "sunting:"));
    assert_null(strstr(str_text(&out), "tags"));
    str_free(&out);
}

/* A caption of n letters a, then one that goes on. */
static void expect_caption(size_t n, const char *head, bool whole) {
    struct str input = {0}, out = {0};
    str_append_text(&input, "---\ntitle: Judul\n---\n\nA");
    str_append_repeated(&input, 'a', n - 2);
    str_append_text(&input, ".\n");
    assert_int_equal(program_run("export --to social -", str_text(&input), &out), 0);
    assert_int_equal(strncmp(str_text(&out), head, strlen(head)), 0);
    assert_true(whole == (strstr(str_text(&out), "\nJudul\n") == NULL));
    str_free(&input);
    str_free(&out);
}

static void captions_are_whole_sentences_within_the_limit(void **state) {
    (void)state;
    struct str out = {0};
    assert_int_equal(program_run("export --to social -", draft, &out), 0);
    assert_non_null(strstr(str_text(&out), "\n\n#PasarMurah #KotaBaru2\n"));
    assert_non_null(
        strstr(str_text(&out),
               "\n\nKOTA BARU — Pemkot membuka pasar murah, Senin (23/11/2026). “Harga turun,” kata"));
    expect_caption(280, "== X: 280 ", true);
    expect_caption(281, "== X: 5 ", false); /* the title alone */
    assert_int_equal(program_run("--lang en export --to social -",
                                 "Lihat https://kota.go.id/halaman/yang/sangat/panjang ya.\n", &out),
                     0);
    assert_int_equal(strncmp(str_text(&out), "== X: 33 of 280", 15), 0); /* 6 + 23 + 4 */
    str_free(&out);
}

/* What goes out as a document comes in again with all that it said. */
static void documents_hold_the_whole_draft(void **state) {
    (void)state;
    char *folder = folder_make();
    struct str path = {0}, arguments = {0}, out = {0}, bytes = {0}, markdown = {0};
    struct error e = {0};
    file_make(folder, "berita.md", slice_of(draft));
    str_printf(&arguments, "export --to docx '%s/berita.md'", folder);
    assert_int_equal(program_run(str_text(&arguments), "", &out), 0);
    assert_int_equal(program_run(str_text(&arguments), "", &out), 2); /* it is there already */
    str_append_text(&arguments, " --overwrite");
    assert_int_equal(program_run(str_text(&arguments), "", &out), 0);
    str_printf(&path, "%s/berita.docx", folder);
    assert_true(file_read(str_text(&path), 1 << 20, &bytes, &e));
    assert_true(import_read(IMPORT_ZIP, "berita.docx", str_slice(&bytes), &markdown, &e));
    assert_string_equal(
        str_text(&markdown),
        "# Pasar Murah & Panen\n\n**KOTA BARU** — Pemkot membuka *pasar murah*, Senin (23/11/2026).[1]\n\n"
        "“Harga turun,” kata Wali Kota **Rahmat Hidayat**. Warga ~~lama~~ senang.\n\n## Rincian\n\n"
        "- Beras\n- Minyak\n    1. curah\n3. tiga\n4. empat\n\n| Barang | Harga |\n| --- | --- |\n| Beras |  |\n\n"
        "Lihat [laman](<https://kota.go.id/a>) atau [https://kota.go.id](<https://kota.go.id>).\\\nBaris & dua.\n\n"
        "Dari **CMS**.\n\n[1] Data *dinas*.\n");
    folder_remove(folder);
    str_free(&path);
    str_free(&arguments);
    str_free(&out);
    str_free(&bytes);
    str_free(&markdown);
    error_free(&e);
}

static void what_cannot_be_exported_says_why(void **state) {
    (void)state;
    static const struct {
        const char *arguments, *words;
    } rows[] = {{"ekspor -", "--to: html, text, whatsapp, social, docx"},
                {"ekspor --to pdf -", "\"pdf\""},
                {"ekspor --to text /nonexistent.md", "tidak ada"},
                {"ekspor --to text a.md b.md", "Satu naskah"},
                {"ekspor --to text -o /nonexistent/a.txt /dev/null", "/dev/null"}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct str out = {0};
        assert_int_equal(program_complains(rows[i].arguments, &out), 2);
        if (!strstr(str_text(&out), rows[i].words))
            print_error("%s: %s\n", rows[i].arguments, str_text(&out));
        assert_non_null(strstr(str_text(&out), rows[i].words));
        str_free(&out);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_words_alone),
        cmocka_unit_test(whatsapp_has_its_own_marks),
        cmocka_unit_test(html_is_a_page),
        cmocka_unit_test(captions_are_whole_sentences_within_the_limit),
        cmocka_unit_test(documents_hold_the_whole_draft),
        cmocka_unit_test(what_cannot_be_exported_says_why),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
