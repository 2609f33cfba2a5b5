/* language/sentence/markup*.c, check/block.c, check/line.c: which words of a draft a reader sees. */
#include "check/checker.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* A draft, and its words of prose in the order of the draft; | parts what no sentence runs over. */
static const struct {
    const char *draft, *words;
} seen[] = {
    /* code */
    {"Ketik `pindah berkas` lalu simpan.", "Ketik lalu simpan"},
    {"Kata `bayar\npajak` ditulis.", "Kata ditulis"},
    {"Kata `bayar\n\npajak` ditulis.", "Kata bayar|pajak ditulis"},
    {"Ketik ``a ` b`` lalu.", "Ketik lalu"},
    {"Harga \\`beras\\` naik.", "Harga beras naik"},
    {"Jum`at dan Qur`an dibaca.", "Jum at dan Qur an dibaca"},
    {"```kode``` contoh.\n\nSatu.", "contoh|Satu"},
    {"```\nkode\n```\nIsi.", "Isi"},
    {"````\n```\nkode\n```\n````\n\nIsi.", "Isi"},
    {"~~~ sh\nkode\n```\n~~~\nIsi.", "Isi"},
    {"- ```\n  kode\n  ```\n\nIsi.", "Isi"},
    {"> ```\n> kode\nIsi.", "Isi"},
    {"```\nkode tanpa akhir", ""},
    /* HTML */
    {"Warga <b>Padang</b> hadir.", "Warga Padang hadir"},
    {"<p>Satu.</p><p>Dua.</p>", "Satu|Dua"},
    {"<Pemutar\n  src=\"video\"\n  title=\"Bincang\"\n/>\n\nIsi.", "Isi"},
    {"<a href=\"x\n  y\" title='dua kata'>Baca</a> ini.", "Baca ini"},
    {"<script>\nvar a = 1;\n\nb(\"c d\");\n</script>\nIsi.", "Isi"},
    {"<style>\n.kotak { color: red }\n</style>\n\nIsi.", "Isi"},
    {"<pre><code>\nkode\n\nkode\n</code></pre>\nIsi.", "Isi"},
    {"Gunakan <code>ubah nama</code> di sini.", "Gunakan di sini"},
    {"<!-- foto --> Satu.", "Satu"},
    {"<!--\nfoto\n\nlagi\n-->\nSatu.", "Satu"},
    {"Nilai a < b dan c > d.", "Nilai a b dan c d"},
    {"<?php echo 1; ?> Satu. <![CDATA[ dua ]]> Tiga.", "Satu Tiga"},
    {"Surel <humas@padang.go.id> atau <https://padang.go.id/a>.", "Surel atau"},
    {"&ldquo;Siap&rdquo; &amp; &copy; &takdikenal;", "Siap takdikenal"},
    {"kemer&shy;dekaan", "kemer&shy;dekaan"},
    /* links */
    {"[Baca](https://x.id/a_(b) \"judul\") ini.", "Baca ini"},
    {"![danau](danau.jpg  \"Danau di pagi hari\")", "danau"},
    {"Lihat [tautan][sumber] ini.\n\n[sumber]: https://x.id \"Judul\"", "Lihat tautan ini"},
    {"[sumber]: <alamat dengan spasi>\n\"judul\nlagi\"\n\nIsi.", "Isi"},
    {"Menurut catatan[^1] itu.\n\n[^1]: Isi catatan.", "Menurut catatan itu|Isi catatan"},
    {"[kurung] biasa (dan) ini", "kurung biasa dan ini"},
    {"Situs https://x.id/Rapat_(acara) dibuka.", "Situs dibuka"},
    {"Unduh laporan-akhir_2.docx dan surat.pdf segera.", "Unduh dan segera"},
    {"Kolom ketua_bpd, id_2 dan _nama warga_ diisi.", "Kolom dan nama warga diisi"},
    {"Ikuti @pemko dan #bangga.", "Ikuti dan"},
    /* emphasis, escapes */
    {"**Budi** dan *nasi goreng* dan _kopi_.", "Budi dan nasi goreng dan kopi"},
    {"*Syarat berlaku bagi warga.", "Syarat berlaku bagi warga"},
    {"5 \\* 3 \\[a\\]", "a"},
    /* containers */
    {"| Nama | Tugas |\n|---|:---:|\n| Siti | menanam padi |", "Nama|Tugas|Siti|menanam padi"},
    {"Nama | Tugas\n--- | ---\nSiti | menanam\n\nIsi.", "Nama|Tugas|Siti|menanam|Isi"},
    {"> Kutipan satu.\n\n# Judul #\n\nIsi.", "Kutipan satu|Judul|Isi"},
    /* sites */
    {"{% include galeri.html x=\"isi\" %}\n\nIsi.", "Isi"},
    {"Unduh [di sini](/files/Daftar PESERTA 2015.pdf) saja.", "Unduh di sini saja"},
    {"<{% include gambar.html %} {% include x.html %}=\"a.jpg\" alt=\"foto\">\n\nIsi.", "Isi"},
    {"{{< figure src=\"a.png\" >}}\n\nIsi {{ page.title }} lagi.", "Isi lagi"},
    {"[caption id=\"a_1\" width=\"640\"]![](a.jpg) Foto bersama[/caption]\n\nIsi.", "Foto bersama|Isi"},
    {"\\[caption id=\"a\\_1\" align=\"center\"\\]Foto\\[/caption\\]", "Foto"},
    {"[kolom]Satu[/kolom]", "Satu"},
    {"Judul\n{: .kotak }\n\nIsi.{: #akhir}", "Judul|Isi"},
    {"::: tip Aset\nIsi.\n:::", "Aset|Isi"},
    {"!!! note \"Catatan\"\n    Isi.", "Catatan|Isi"},
    {"Luas $x^2 + y$ dan $$\\pi r$$ tetapi $5 dan $6.", "Luas dan tetapi dan"},
    {"import Kotak from '../kotak.astro'\n\nIsi.", "Isi"},
    {"import {\n  Kotak,\n  Baris\n} from '../kotak'\n\nIsi.", "Isi"},
    {"export const isi = {\n  judul: 'kata',\n\n  lain: [1, 2]\n}\nIsi.", "Isi"},
    {"{/* kotak {a} lama */} Isi.", "Isi"},
    {"<Foto gaya={{ lebar: 1, tinggi: 2 }} /> Isi.", "Isi"},
    {"{% highlight sh %}\nkode\n\nkode\n{% endhighlight %}\nIsi.", "Isi"},
    {"{{< highlight go >}}\nkode\n{{< /highlight >}}\nIsi.", "Isi"},
    {"{%- comment -%} lama {%- endcomment -%} Isi.", "Isi"},
    {"Buka [halaman kontak]({{ '/kontak/' | relative_url }}) kami.", "Buka halaman kontak kami"},
    {"<!-- wp:paragraph {\"align\":\"center\"} -->\n<p>Isi.</p>\n<!-- /wp:paragraph -->", "Isi"},
    /* labels: what nothing defines stands there to be read */
    {"Lihat [Tautan  Satu][] dan [ini][Satu] serta [itu][dua].\n\n[tautan satu]: /a\n[SATU]: /b",
     "Lihat Tautan Satu dan ini serta itu dua"},
    {"[\nsatu\n]: /alamat\nIsi.", "Isi"},
    {"[satu]: /alamat 'judul\n\nIsi'", "satu alamat judul|Isi"},
    {"[satu]: /alamat\n\"judul\" lagi", "judul lagi"},
    {"[Catatan]: rapat ditunda.", "Catatan rapat ditunda"},
    {"[Catatan]:\n\nIsi.", "Catatan|Isi"},
};

/* What a reader sees of the draft, block after block. */
static void append_words(struct str *out, struct checker *checker) {
    const struct document *document = checker_document(checker);
    vec_each(struct block *const, block, &document->blocks) {
        const struct analysis *a = &(*block)->analysis;
        bool fresh = out->len > 0;
        for (size_t i = 0; i < a->tokens.count; i++) {
            const struct token *t = &a->tokens.items[i];
            if (t->flags & TOKEN_BREAK_BEFORE) fresh = out->len > 0;
            if (t->kind != TOKEN_WORD) continue;
            if (out->len) str_append_byte(out, fresh ? '|' : ' ');
            str_append(out, token_text(a, t));
            fresh = false;
        }
    }
}

static void readers_see_prose(void **state) {
    (void)state;
    struct language *language = language_new("dictionaries", LANG_ID);
    for (size_t i = 0; i < sizeof seen / sizeof *seen; i++) {
        char *bytes = slice_copy(slice_of(seen[i].draft));
        struct text *text = text_from(bytes, strlen(bytes));
        struct checker *checker = checker_new(language, LANG_ID, (const bool[RULE_COUNT]){0});
        struct str got = {0};
        checker_attach(checker, text);
        assert_true(checker_run(checker, 0, NULL, NULL));
        append_words(&got, checker);
        if (strcmp(str_text(&got), seen[i].words) != 0) print_error("%s\n", seen[i].draft);
        assert_string_equal(str_text(&got), seen[i].words);
        str_free(&got);
        checker_free(checker);
        text_free(text);
    }
    language_free(language);
}

/* What is typed far below may close, or define, what stands above. */
static void an_edit_below_changes_what_is_read_above(void **state) {
    (void)state;
    static const struct {
        const char *draft, *typed, *words;
    } cases[] = {
        {"<!-- satu\n\ndua\n\ntiga\n\nempat\n", "-->\nlima", "lima"},
        {"Lihat [ini][itu].\n\nIsi.\n", "[itu]: /alamat", "Lihat ini|Isi"},
        {"export const a = {\n\nsatu\n", "}\nIsi", "Isi"},
        {"<pre>\nsatu\n\ndua\n\ntiga\n", "</pre>\nIsi", "Isi"},
    };
    struct language *language = language_new("dictionaries", LANG_ID);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text *text = text_with(slice_of(cases[i].draft));
        struct checker *checker = checker_new(language, LANG_ID, (const bool[RULE_COUNT]){0});
        struct str got = {0};
        checker_attach(checker, text);
        assert_true(checker_run(checker, 0, NULL, NULL));
        struct edit edit = {text_length(text), SLICE(""), slice_of(cases[i].typed)};
        struct change change = text_apply(text, &edit);
        checker_edited(checker, &edit, &change);
        assert_true(checker_run(checker, 0, NULL, NULL));
        append_words(&got, checker);
        assert_string_equal(str_text(&got), cases[i].words);
        str_free(&got);
        checker_free(checker);
        text_free(text);
    }
    language_free(language);
}

/* A passage of nothing but signs is read in no more than a moment. */
static void signs_alone_are_linear(void **state) {
    (void)state;
    static const char *const signs[] = {"*a ", "[", "<a ", "`",    "_", "[a](",
                                        "{{",  "$", "](",  "<!--", "|", "&a"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        struct str bytes = {0};
        while (bytes.len < 20000)
            str_append_text(&bytes, signs[i]);
        struct markup markup = {0};
        markup_find(&markup, str_slice(&bytes), NULL, NULL);
        for (size_t k = 1; k < markup.spans.count; k++)
            assert_true(markup.spans.items[k - 1].end <= markup.spans.items[k].start);
        markup_free(&markup);
        str_free(&bytes);
    }
}

/* CommonMark 6.2; a number that no sign has is the sign for what cannot be shown, one with a letter is no
 * number. */
static void entities_are_signs_or_none(void **state) {
    (void)state;
    static const struct {
        const char *name;
        uint32_t rune;
    } rows[] = {{"rsquo", 0x2019}, {"#8217", 0x2019}, {"#x2019", 0x2019},   {"#X2019", 0x2019},
                {"shy", 0xAD},     {"#0", 0xFFFD},    {"#x110000", 0xFFFD}, {"#99999999999", 0xFFFD},
                {"#", 0},          {"#x", 0},         {"#12a", 0},          {"#x12g", 0},
                {"#-1", 0},        {"rsquoo", 0}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (markup_entity_rune(slice_of(rows[i].name)) != rows[i].rune) fail_msg("%s", rows[i].name);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(readers_see_prose),
        cmocka_unit_test(an_edit_below_changes_what_is_read_above),
        cmocka_unit_test(signs_alone_are_linear),
        cmocka_unit_test(entities_are_signs_or_none),
    };
    return cmocka_run_group_tests_name("markup", tests, NULL, NULL);
}
