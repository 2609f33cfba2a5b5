/* draft/import: documents of other programs as drafts: every paragraph in its order, or one clear sentence.
 */
#include "base/file.h"
#include "documents.h"
#include "draft/import/import.h"
#include "draft/import/package.h"
#include "program.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static void expect(enum import_kind kind, struct slice bytes, const char *expected) {
    struct str out = {0};
    struct error e = {0};
    bool ok = import_read(kind, "surat", bytes, &out, &e);
    if (!ok) print_error("%s\n", str_text(&e.text));
    assert_true(ok);
    assert_string_equal(str_text(&out), expected);
    str_free(&out);
    error_free(&e);
}

/* The sentence that the refusal says has these words. */
static void expect_refusal(enum import_kind kind, struct slice bytes, const char *words) {
    struct str out = {0};
    struct error e = {.lang = LANG_ID};
    assert_false(import_read(kind, "surat.docx", bytes, &out, &e));
    if (!strstr(str_text(&e.text), words)) print_error("%s\n", str_text(&e.text));
    assert_non_null(strstr(str_text(&e.text), words));
    assert_non_null(strstr(str_text(&e.text), "surat.docx"));
    str_free(&out);
    error_free(&e);
}

static const char styles[] =
    "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:style w:styleId=\"Judul1\"><w:name w:val=\"heading 1\"/><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:styleId=\"Anak\"><w:name w:val=\"Gaya Kantor\"/><w:basedOn w:val=\"Judul1\"/></w:style>"
    "<w:style w:styleId=\"Kuat\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>"
    "<w:style w:styleId=\"Butir\"><w:name w:val=\"List Bullet\"/><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr>"
    "</w:pPr></w:style></w:styles>";
static const char numbering[] =
    "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:abstractNum w:abstractNumId=\"5\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum>"
    "<w:abstractNum w:abstractNumId=\"6\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"decimal\"/></w:lvl>"
    "</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"5\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"6\"/></w:num></w:numbering>";
static const char relations[] =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
    "<Relationship Id=\"rId7\" Target=\"https://kota.go.id/a b\" TargetMode=\"External\"/></Relationships>";
static const char footnotes[] =
    "<w:footnotes xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
    "<w:footnote w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    "<w:footnote w:id=\"3\"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t>Data dinas.</w:t></w:r></w:p></w:footnote>"
    "</w:footnotes>";

static void expect_docx(const char *paragraphs, const char *expected) {
    struct str body = {0}, bytes = {0};
    docx_body(&body, paragraphs);
    const struct document_part parts[] = {
        {"[Content_Types].xml", SLICE("<Types/>")},  {"word/document.xml", str_slice(&body)},
        {"word/styles.xml", slice_of(styles)},       {"word/numbering.xml", slice_of(numbering)},
        {"word/footnotes.xml", slice_of(footnotes)}, {"word/_rels/document.xml.rels", slice_of(relations)}};
    document_bytes(test_folder, parts, sizeof parts / sizeof *parts, &bytes);
    assert_int_equal(import_recognise("surat.docx", str_slice(&bytes)), IMPORT_ZIP);
    expect(IMPORT_ZIP, str_slice(&bytes), expected);
    str_free(&body);
    str_free(&bytes);
}

#define P(inner) "<w:p>" inner "</w:p>"
#define R(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define STYLE(id) "<w:pPr><w:pStyle w:val=\"" id "\"/></w:pPr>"
#define ITEM(list, level)                                                                                    \
    "<w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list "\"/></w:numPr></w:pPr>"
#define B(text) "<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define I(text) "<w:r><w:rPr><w:i/></w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"

static void word_documents_keep_their_paragraphs(void **state) {
    (void)state;
    static const struct {
        const char *paragraphs, *expected;
    } rows[] = {
        {P(R("Satu.")) P("") P(R("Dua. ") R("Tiga.")), "Satu.\n\nDua. Tiga.\n"},
        {P(STYLE("Judul1") B("Wali Kota ") R("Hadir")) P(STYLE("Anak") R("Anak Judul")),
         "# Wali Kota Hadir\n\n# Anak Judul\n"},
        {P("<w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>" R("Latar")), "## Latar\n"},
        {P(R("Ini ") B("penting ") I("sekali") R(".")), "Ini **penting** *sekali*.\n"},
        {P(B("tebal ") "<w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>dan miring</w:t></w:r>"),
         "**tebal *dan miring***\n"},
        {P("<w:r><w:rPr><w:b w:val=\"0\"/></w:rPr><w:t>biasa</w:t></w:r>"), "biasa\n"},
        {P("<w:r><w:rPr><w:rStyle w:val=\"Kuat\"/></w:rPr><w:t>kuat</w:t></w:r>"), "**kuat**\n"},
        {P(STYLE("Butir") R("satu")) P(ITEM("1", "1") R("dalam")) P(ITEM("1", "1") R("lagi"))
             P(STYLE("Butir") R("dua")) P(R("Selesai.")),
         "- satu\n    1. dalam\n    2. lagi\n- dua\n\nSelesai.\n"},
        {P(ITEM("2", "0") R("tiga")) P(ITEM("2", "0") R("empat")), "3. tiga\n4. empat\n"},
        {P(ITEM("1", "1") R("tergantung")), "1. tergantung\n"},
        /* tracked changes as accepted */
        {P(R("Harga ") "<w:del w:id=\"1\"><w:r><w:delText>naik</w:delText></w:r></w:del>"
                       "<w:ins w:id=\"2\"><w:r><w:t>turun</w:t></w:r></w:ins>" R(".")),
         "Harga turun.\n"},
        {P("<w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr>" R("Satu ")) P(R("kalimat.")) P(R("Lain.")),
         "Satu kalimat.\n\nLain.\n"},
        {P("<w:moveFrom><w:r><w:t>pindah</w:t></w:r></w:moveFrom>" R("tetap"))
             P("<w:moveTo><w:r><w:t>pindah</w:t></w:r></w:moveTo>"),
         "tetap\n\npindah\n"},
        {P("<w:r><w:rPr><w:b/><w:rPrChange w:id=\"4\"><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>"),
         "**x**\n"},
        /* one of the two forms of a text box, after the paragraph it hangs on */
        {P(R("Muka ") "<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>" P(R("Kotak satu"))
               P(R("Kotak dua")) "</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>" P(
                   R("Kotak satu")) "</w:txbxContent>"
                                    "</mc:Fallback></mc:AlternateContent></w:r>" R("belakang")) P(R("Akhir")),
         "Muka belakang\n\nKotak satu\n\nKotak dua\n\nAkhir\n"},
        {P(R("Jumlahnya 12") "<w:r><w:footnoteReference w:id=\"3\"/></w:r>" R(" ton.")),
         "Jumlahnya 12[^1] ton.\n\n[^1]: Data dinas.\n"},
        {P("<w:hyperlink r:id=\"rId7\">" R("laman") "</w:hyperlink>" R(" itu")),
         "[laman](<https://kota.go.id/a b>) itu\n"},
        {P("<w:hyperlink w:anchor=\"bab\">" R("bab") "</w:hyperlink>"), "bab\n"},
        {P("<w:r><w:t>atas</w:t><w:br/><w:t>bawah</w:t><w:tab/><w:t>kanan</w:t></w:r>"),
         "atas\\\nbawah kanan\n"},
        {P("<w:r><w:rPr><w:vanish/></w:rPr><w:t>rahasia</w:t></w:r>" R("terbuka")), "terbuka\n"},
        {P("<w:r><w:instrText>PAGE</w:instrText></w:r>" R("7")), "7\n"},
        {"<w:sdt><w:sdtPr><w:placeholder/></w:sdtPr><w:sdtContent>" P(R("isi")) "</w:sdtContent></w:sdt>",
         "isi\n"},
        {"<w:tbl><w:tr><w:tc>" P(R("Barang")) "</w:tc><w:tc>" P(R("Harga")) "</w:tc></w:tr><w:tr><w:tc>" P(
             R("Beras|jagung")) P(R("kering")) "</w:tc><w:tc>" P("") "</w:tc></w:tr></w:tbl>" P(R("Akhir")),
         "| Barang | Harga |\n| --- | --- |\n| Beras\\|jagung<br>kering |  |\n\nAkhir\n"},
        {"<w:tbl><w:tr><w:tc>" P(R("Satu")) P(R("Dua")) "</w:tc></w:tr></w:tbl>", "Satu\n\nDua\n"},
        {"<w:tbl><w:tr><w:tc>" P(R("a")) "<w:tbl><w:tr><w:tc>" P(R("b")) "</w:tc><w:tc>" P(
             R("c")) "</w:tc></w:tr></w:tbl></w:tc><w:tc>" P(R("d")) "</w:tc></w:tr></w:tbl>",
         "| a<br>b<br>c | d |\n| --- | --- |\n"},
        /* signs of Markdown are letters of the document */
        {P(R("5 * 3 _dan_ a_b `x` &lt;b&gt; &amp;amp; [a](b)")),
         "5 \\* 3 \\_dan\\_ a_b \\`x\\` \\<b> \\&amp; [a\\](b)\n"},
        {P(R("# bukan judul")) P(R("---")) P(R("#BanggaMelayani")),
         "\\# bukan judul\n\n\\---\n\n#BanggaMelayani\n"},
        {P(R("[Nama Bupati] hadir")), "[Nama Bupati] hadir\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_docx(rows[i].paragraphs, rows[i].expected);
}

static void expect_odt(const char *text, const char *expected) {
    static const char look[] =
        "<style:style style:name=\"T1\"><style:text-properties fo:font-weight=\"bold\"/></style:style>"
        "<style:style style:name=\"T2\"><style:text-properties fo:font-style=\"italic\"/></style:style>"
        "<style:style style:name=\"P1\" style:parent-style-name=\"Title\"/><style:style style:name=\"Title\"/>"
        "<text:list-style style:name=\"L1\"><text:list-level-style-number text:level=\"1\" style:num-format=\"1\"/>"
        "<text:list-level-style-bullet text:level=\"2\"/></text:list-style>";
    struct str body = {0}, bytes = {0};
    odt_body(&body, look, text);
    const struct document_part parts[] = {{"mimetype", SLICE("application/vnd.oasis.opendocument.text")},
                                          {"content.xml", str_slice(&body)}};
    document_bytes(test_folder, parts, 2, &bytes);
    expect(IMPORT_ZIP, str_slice(&bytes), expected);
    str_free(&body);
    str_free(&bytes);
}

static void odt_documents_keep_their_paragraphs(void **state) {
    (void)state;
    static const struct {
        const char *text, *expected;
    } rows[] = {
        {"<text:p>Satu\n  baris.</text:p><text:p/><text:p>Dua.</text:p>", "Satu baris.\n\nDua.\n"},
        {"<text:h text:outline-level=\"2\">Latar</text:h><text:p text:style-name=\"P1\">Judul</text:p>",
         "## Latar\n\n# Judul\n"},
        {"<text:p>a <text:span text:style-name=\"T1\">b <text:span text:style-name=\"T2\">c</text:span></text:span> d</text:p>",
         "a **b *c*** d\n"},
        {"<text:p>a<text:s text:c=\"2\"/>b<text:tab/>c<text:line-break/>d</text:p>", "a  b c\\\nd\n"},
        {"<text:list text:style-name=\"L1\"><text:list-item><text:p>satu</text:p><text:list><text:list-item><text:p>dalam</text:p>"
         "</text:list-item></text:list></text:list-item><text:list-item><text:p>dua</text:p><text:p>lanjut</text:p></text:list-item>"
         "</text:list>",
         "1. satu\n    - dalam\n2. dua\n\nlanjut\n"},
        {"<text:tracked-changes><text:changed-region><text:deletion><text:p>dihapus</text:p></text:deletion></text:changed-region>"
         "</text:tracked-changes><text:p>Harga <text:change-start/>turun<text:change-end/>.</text:p>",
         "Harga turun.\n"},
        {"<text:p>Isi<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Kaki.</text:p></text:note-body>"
         "</text:note> lagi.</text:p>",
         "Isi[^1] lagi.\n\n[^1]: Kaki.\n"},
        {"<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p>"
         "</table:table-cell></table:table-row></table:table>",
         "| a | b |\n| --- | --- |\n"},
        {"<text:p>Muka<draw:frame><draw:text-box><text:p>Kotak</text:p></draw:text-box></draw:frame></text:p>",
         "Muka\n\nKotak\n"},
        {"<text:p><text:a xlink:href=\"https://a.id\">sini</text:a></text:p>", "[sini](<https://a.id>)\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect_odt(rows[i].text, rows[i].expected);
}

static void pages_keep_their_paragraphs(void **state) {
    (void)state;
    static const struct {
        const char *html, *expected;
    } rows[] = {
        {"<p>Satu.<p>Dua &ldquo;tiga&rdquo;&nbsp;&amp; empat.", "Satu.\n\nDua “tiga”\xC2\xA0& empat.\n"},
        {"<head><title>t</title><style>p{}</style></head><nav><ul><li>Beranda</ul></nav><h2>Judul</h2><div>Isi</div>"
         "<script>if (a<b) x('</p>')</script>",
         "## Judul\n\nIsi\n"},
        {"<ul><li><p>a</p><li>b<ol><li>c</ol></ul>d", "- a\n- b\n    1. c\n\nd\n"},
        {"<table><tr><td>a<td>b<tr><td>c</table>", "| a | b |\n| --- | --- |\n| c |  |\n"},
        {"<b>tebal </b>x<br>y <a href=\"https://a.id/?x=1\">z</a>",
         "**tebal** x\\\ny [z](<https://a.id/?x=1>)\n"},
        {"<div title=\"header\"><p>KOP DINAS</div><p>Isi</p><div title=\"footer\"><p>Halaman 1</div>",
         "Isi\n"},
        {"<p>Harga turun<a class=\"sdfootnoteanc\" href=\"#n1sym\"><sup>1</sup></a> pekan ini.</p>"
         "<div id=\"n1\"><p><a href=\"#n1anc\">1</a>Data dinas.</p></div>",
         "Harga turun[^1] pekan ini.\n\n[^1]: Data dinas.\n"},
        {"<p>Harga <b>turun</b><a href=\"#_ftn1\"><span>[12]</span></a>.<p><a href=\"#_ftnref1\">[12]</a> Data.",
         "Harga **turun**[^12].\n\n[^12]: Data.\n"},
        {"<table><tr><td><a href=\"#a\">1</a><td>Judul</table>", "| [^1] | Judul |\n| --- | --- |\n"},
        {"<p>Lihat <a href=\"#bab\"><b>bab</b> ini</a> dan <a href=\"#x\">2026a</a>.",
         "Lihat **bab** ini dan 2026a.\n"},
        {"5 < 6 dan a<b", "5 < 6 dan a\\<b\n"},
        {"<p title=\"a > b\">x</p><!-- y <p> --><nav>z", "x\n\nz\n"},
        {"<table><tr><td>tidak ditutup<td>dua", "| tidak ditutup | dua |\n| --- | --- |\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        expect(IMPORT_HTML, slice_of(rows[i].html), rows[i].expected);
    assert_int_equal(import_recognise("berita.HTML", SLICE("<p>x")), IMPORT_HTML);
    assert_int_equal(import_recognise("-", SLICE("\n<!DOCTYPE html><p>x")), IMPORT_HTML);
    assert_int_equal(import_recognise("berita.md", SLICE("<p>x")), IMPORT_NONE);
}

static const char chat[] = "27/11/26 10.14 - Pesan dan panggilan terenkripsi secara end-to-end.\n"
                           "27/11/26 10.15 - Humas Kota: *KOTA BARU* - Harga _turun_ 2*3.\n"
                           "\n"
                           "Paragraf kedua.\n"
                           "27/11/26 10.16 - +62 812: Siap\n";

static void chats_become_their_messages(void **state) {
    (void)state;
    assert_int_equal(import_recognise("chat.txt", slice_of(chat)), IMPORT_WHATSAPP);
    expect(IMPORT_WHATSAPP, slice_of(chat),
           "<!-- 27/11/26 10.15 Humas Kota -->\n\n**KOTA BARU** - Harga *turun* 2\\*3.\n\nParagraf kedua.\n\n"
           "<!-- 27/11/26 10.16 +62 812 -->\n\nSiap\n");
    static const char phone[] =
        "\xE2\x80\x8E[27/11/26, 10.15.02] Ani: Halo\r\n[27/11/26, 10.15.09] Budi: --> Ya\r\n";
    assert_int_equal(import_recognise("-", slice_of(phone)), IMPORT_WHATSAPP);
    expect(IMPORT_WHATSAPP, slice_of(phone),
           "<!-- 27/11/26, 10.15.02 Ani -->\n\nHalo\n\n<!-- 27/11/26, 10.15.09 Budi -->\n\n--> Ya\n");
    assert_int_equal(
        import_recognise("a.txt", SLICE("27/11/26 10.15 - Ani: satu baris\nSelanjutnya berita.\n")),
        IMPORT_NONE);
    assert_int_equal(
        import_recognise("a.md", SLICE("Berita\n27/11/26 10.15 - Ani: x\n27/11/26 10.15 - Ani: y\n")),
        IMPORT_NONE);
}

/* As a word document of this body. */
static void expect_docx_refusal(struct slice body, const char *words) {
    struct str bytes = {0};
    const struct document_part parts[] = {{"word/document.xml", body}};
    document_bytes(test_folder, parts, 1, &bytes);
    expect_refusal(IMPORT_ZIP, str_slice(&bytes), words);
    str_free(&bytes);
}

static void what_cannot_be_read_is_said_in_a_sentence(void **state) {
    (void)state;
    struct str bytes = {0}, body = {0};
    docx_body(&body, P(R("x")));
    expect_docx_refusal(SLICE("<w:document><w:p>"),
                        "bagian word/document.xml tidak dapat dibaca mulai baris 1");
    expect_docx_refusal(SLICE("<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"), "rusak");
    expect_docx_refusal(SLICE(""), "rusak");
    expect_refusal(IMPORT_ZIP, SLICE("PK\3\4 bukan zip"), "rusak atau tidak lengkap");
    assert_int_equal(import_recognise("surat.docx", SLICE("teks")), IMPORT_ZIP);
    assert_int_equal(import_recognise("surat.docx", SLICE("%PDF-1.5\n")), IMPORT_NONE);
    assert_int_equal(import_recognise("a/~$rat.docx", SLICE("\25Humas")), IMPORT_LOCK);
    expect_refusal(IMPORT_LOCK, SLICE("\25Humas"), "Word sedang membuka");
    assert_int_equal(import_recognise("surat.docx", SLICE("{\\rtf1 x}")), IMPORT_WORD);
    expect_refusal(IMPORT_ZIP, SLICE("teks"), "rusak atau tidak lengkap");
    expect_refusal(IMPORT_OLE, SLICE("\xD0\xCF"), "rusak atau tidak lengkap");
    const struct document_part other[] = {{"gambar.png", SLICE("x")}};
    document_bytes(test_folder, other, 1, &bytes);
    expect_refusal(IMPORT_ZIP, str_slice(&bytes), "bukan dokumen .docx atau .odt");
    /* cut short, and with a wrong byte inside */
    str_clear(&bytes);
    const struct document_part parts[] = {{"word/document.xml", str_slice(&body)}};
    document_bytes(test_folder, parts, 1, &bytes);
    expect_refusal(IMPORT_ZIP, slice_range(str_slice(&bytes), 0, bytes.len - 30), "rusak");
    bytes.data[70] ^= 0x55;
    expect_refusal(IMPORT_ZIP, str_slice(&bytes), "rusak");
    str_free(&bytes);
    str_free(&body);
}

/* n blanks in a document of one paragraph. */
static void blank_body(struct str *body, size_t n) {
    struct str blanks = {0};
    str_append_text(&blanks, "<w:p>");
    str_append_repeated(&blanks, ' ', n);
    str_append_text(&blanks, R("x") "</w:p>");
    docx_body(body, str_text(&blanks));
    str_free(&blanks);
}

static void archives_that_grow_out_of_all_proportion_are_refused(void **state) {
    (void)state;
    struct str body = {0};
    blank_body(&body, PACKAGE_RATIO_FROM / 2); /* small enough to be whatever it is */
    struct str bytes = {0}, out = {0};
    const struct document_part parts[] = {{"word/document.xml", str_slice(&body)}};
    document_bytes(test_folder, parts, 1, &bytes);
    expect(IMPORT_ZIP, str_slice(&bytes), "x\n");
    str_clear(&body);
    blank_body(&body, 4 * PACKAGE_RATIO_FROM);
    expect_docx_refusal(str_slice(&body), "tidak wajar");
    str_free(&body);
    str_free(&bytes);
    str_free(&out);
}

static void archives_of_too_many_parts_are_refused(void **state) {
    (void)state;
    static struct document_part parts[PACKAGE_ENTRIES + 1];
    static char names[PACKAGE_ENTRIES + 1][16];
    struct str body = {0}, bytes = {0};
    docx_body(&body, P(R("x")));
    for (size_t i = 0; i <= PACKAGE_ENTRIES; i++) {
        snprintf(names[i], sizeof names[i], "p%zu", i);
        parts[i] = (struct document_part){names[i], SLICE("x")};
    }
    parts[0] = (struct document_part){"word/document.xml", str_slice(&body)};
    document_bytes(test_folder, parts, PACKAGE_ENTRIES, &bytes);
    expect(IMPORT_ZIP, str_slice(&bytes), "x\n");
    str_clear(&bytes);
    document_bytes(test_folder, parts, PACKAGE_ENTRIES + 1, &bytes);
    expect_refusal(IMPORT_ZIP, str_slice(&bytes), "tidak wajar");
    str_free(&body);
    str_free(&bytes);
}

/* Through the program: checked under its own name, mended beside it, never over it. */
static void the_program_reads_documents_and_leaves_them_alone(void **state) {
    (void)state;
    struct str body = {0}, path = {0}, arguments = {0}, out = {0}, bytes = {0}, after = {0};
    docx_body(&body, P(R("Kegiatan ini ini dibuka wali kota.")));
    str_printf(&path, "%s/surat.docx", test_folder);
    const struct document_part parts[] = {{"word/document.xml", str_slice(&body)}};
    document_write(str_text(&path), parts, 1);
    file_read(str_text(&path), 1 << 20, &bytes, NULL);
    str_printf(&arguments, "check --fail-on warning -f gnu '%s'", test_folder);
    assert_int_equal(program_run(str_text(&arguments), "", &out), 1);
    assert_non_null(strstr(str_text(&out), "surat.docx:1:"));
    file_make(test_folder, "surat.md", SLICE("sudah ada\n"));
    str_clear(&arguments);
    str_printf(&arguments, "fix '%s'", str_text(&path));
    assert_int_equal(program_run(str_text(&arguments), "", &out), 0);
    assert_non_null(strstr(str_text(&out), "surat-2.md"));
    file_read(str_text(&path), 1 << 20, &after, NULL);
    assert_true(slice_equal(str_slice(&bytes), str_slice(&after)));
    str_clear(&after);
    str_clear(&path);
    str_printf(&path, "%s/surat-2.md", test_folder);
    assert_true(file_read(str_text(&path), 1 << 20, &after, NULL));
    assert_string_equal(str_text(&after), "Kegiatan ini dibuka wali kota.\n");
    str_free(&body);
    str_free(&path);
    str_free(&arguments);
    str_free(&out);
    str_free(&bytes);
    str_free(&after);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(word_documents_keep_their_paragraphs),
        cmocka_unit_test(odt_documents_keep_their_paragraphs),
        cmocka_unit_test(pages_keep_their_paragraphs),
        cmocka_unit_test(chats_become_their_messages),
        cmocka_unit_test(what_cannot_be_read_is_said_in_a_sentence),
        cmocka_unit_test(archives_that_grow_out_of_all_proportion_are_refused),
        cmocka_unit_test(archives_of_too_many_parts_are_refused),
        cmocka_unit_test(the_program_reads_documents_and_leaves_them_alone),
    };
    return cmocka_run_group_tests(tests, folder_enter, folder_leave);
}
