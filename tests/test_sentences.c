/* language/sentence/token.c, sentence.c and check/block.c: what is a word, a sentence, a paragraph. */
#include "check/block.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Where sentences end is written with | in the text itself. */
static const char *const sentences[] = {
    "Lomba dibuka pk. 08.15 dan ditutup siang.| Warga pulang.",
    "Pj. Wali Kota membuka acara itu.| Drs. H. Amran, M.Si. hadir mewakili Kab. Agam.",
    "Kepala Dinas H. Rudi Irawan, S.Sos. M.Si. diwakili Lina, S.E. M.M. di sana.| Ia hadir.",
    "Hadir Hj. Nurhayati, S.Sos., M.Si. dan dr. Rudi.| Mereka tiba pukul 10.30 WIB.",
    "Hadir PLT. Bupati Agam dan DR. Rudi.| HJ. Nurhayati pulang.",
    "Perda No. 4 Tahun 2021 mengatur hal itu.| Jl. Sudirman ditutup.",
    "Peraturan No. XI B berlaku.| Jumlahnya banyak hal.| Anggarannya Rp1.500.000,00 per orang.",
    "Pertumbuhan 5,2 persen.| Pada 2023 hanya 4.75 persen.",
    "Kopi, teh, dll. dijual di sana.| Ada sayur, buah, dll.| Semua segar.",
    "Kami hadir di sini.|Padang aman hari ini.",
    "Acara ditutup wali kota di Padang.|(rel/tsa)",
    "Warga pulang dengan tertib.|(ben)",
    "Warga pulang.| (hm.ys)",
    "Hal itu disampaikan wali kota.| selanjutnya peserta pulang.",
    "\"Kami siap. Semua sudah ada. Tinggal jalan,\" ujar Rina.| Ia lalu pergi.",
    "\"Kami siap,\" ujar Rina.| \"Semua sudah ada.\"| Ia pergi.",
    "\"Apa benar?\" tanya Rina.| Budi diam.",
    "“Kami siap.” — Bupati Agam",
    "Rina berkata, \"Kami siap.\"| Budi diam.",
    "“Kami siap. Semua ada.”| Budi diam.",
    "Nilainya naik (dari Rp1 juta. Itu pun kecil) tahun ini.| Kini turun.",
    "1. Pembukaan oleh camat.| 2. Doa.",
    "Ia menunggu ... dan pergi.| Ia kembali...| Lalu tidur.",
    "Buah itu kaya vitamin C.| Warga suka.",
    "Realisasi naik pada kuartal I.| Dengan begitu, target tercapai.",
    "Ia ditempatkan di Komisi V.| Rapat dibuka I. Made Suarta.",
    "Kata R. A. Kartini ditulis ulang.| W.R. Supratman juga.",
    "Lihat www.padang.go.id/berita.html.| Surel: humas@padang.go.id.| Selesai!",
    "Dikutip dari Padangkita.com, acara itu ramai.| Benarkah?| Ya!",
    "PT Semen Padang Tbk. menyerahkan bantuan.| Bantuan diterima Ahmad, S.H.| Ia senang.",
    "Acara dimulai!!!| Semua berdiri?!| Ya.",
    "Padang, pasbana — Wali kota datang.| JAKARTA: Menteri pulang.",
    "**Acara selesai.**| Peserta pulang.",
    "Peserta: a. Rina; b. Budi.| Selesai.",
    "Acara s.d. 8 November, a.n. bupati.| Selesai.",
    "Kami siap.| Semua ada,\" ujar Rina.| Ia pulang.",
};

static void sentences_end(void **state) {
    (void)state;
    struct language *language = language_new("dictionaries", LANG_ID);
    for (size_t i = 0; i < sizeof sentences / sizeof *sentences; i++) {
        struct str plain = {0}, got = {0};
        for (const char *c = sentences[i]; *c; c++)
            if (*c != '|') str_append_byte(&plain, *c);
        struct analysis analysis;
        analysis_make(&analysis, language, str_slice(&plain));
        size_t at = 0;
        for (size_t k = 0; k < analysis.sentences.count; k++) {
            const struct sentence *s = &analysis.sentences.items[k];
            str_append(&got, slice_range(str_slice(&plain), at, s->end));
            if (k + 1 < analysis.sentences.count) str_append_byte(&got, '|');
            at = s->end;
        }
        str_append(&got, slice_range(str_slice(&plain), at, plain.len));
        assert_string_equal(str_text(&got), sentences[i]);
        analysis_free(&analysis);
        str_free(&plain);
        str_free(&got);
    }
    assert_string_equal(language_problem(language), "");
    language_free(language);
}

/* A sentence of thousands of words is cut; each token stays in one sentence. */
static void endless_sentences_are_cut(void **state) {
    (void)state;
    struct language *language = language_new("dictionaries", LANG_ID);
    struct str bytes = {0};
    for (size_t i = 0; i < 1000; i++)
        str_append(&bytes, SLICE("warga, "));
    struct analysis analysis;
    analysis_make(&analysis, language, str_slice(&bytes));
    assert_int_equal(analysis.tokens.count, 2000);
    assert_true(analysis.sentences.count > 2);
    size_t token = 0;
    for (size_t i = 0; i < analysis.sentences.count; i++) {
        assert_int_equal(analysis.sentences.items[i].first_token, token);
        assert_true(analysis.sentences.items[i].tokens <= 500);
        token += analysis.sentences.items[i].tokens;
    }
    assert_int_equal(token, 2000);
    analysis_free(&analysis);
    str_free(&bytes);
    language_free(language);
}

/* Tokens are shown as kind letter and text: w n p s o. */
static void assert_tokens(const char *text, const char *expected) {
    struct analysis analysis = {.text = slice_of(text)};
    struct str got = {0};
    markup_find(&analysis.markup, analysis.text, NULL, NULL);
    tokens_find(&analysis);
    for (size_t i = 0; i < analysis.tokens.count; i++) {
        const struct token *t = &analysis.tokens.items[i];
        str_printf(&got, "%s%c:%.*s", i ? " " : "", "wnpso"[t->kind], SLICE_ARG(token_text(&analysis, t)));
    }
    assert_string_equal(str_text(&got), expected);
    str_free(&got);
    analysis_free(&analysis);
}

static void tokens_are_whole(void **state) {
    (void)state;
    assert_tokens("Rp1.500.000,00 atau Rp 2,5 miliar", "w:Rp n:1.500.000,00 w:atau w:Rp n:2,5 w:miliar");
    assert_tokens("ASN-nya Jum'at Covid-19 17-an ke-80", "w:ASN-nya w:Jum'at w:Covid-19 w:17-an w:ke-80");
    assert_tokens("S.Sos., M.Si a.n. camat", "w:S.Sos p:. p:, w:M.Si w:a.n p:. w:camat");
    assert_tokens("sini.Padang H.Agus ASN.Ia", "w:sini p:. w:Padang w:H p:. w:Agus w:ASN p:. w:Ia");
    assert_tokens("Kompas.com padang.go.id", "w:Kompas.com o:padang.go.id");
    assert_tokens("(13/12/2024) 67%", "p:( n:13/12/2024 p:) n:67 s:%");
    assert_tokens("@pemko_padang #Bimtek24, a@b.id.", "o:@pemko_padang o:#Bimtek24 p:, o:a@b.id p:.");
    assert_tokens("[laman](https://x.id/a) <b>x</b> `kode` &nbsp; &ldquo;a",
                  "w:laman w:x o:`kode` p:&ldquo; w:a");
    assert_tokens("**a** _b_ a*b c_d \\*e", "w:a w:b w:a p:* w:b o:c_d p:* w:e");
    assert_tokens("kemer\u00ADdekaan laporan.docx", "w:kemer\u00ADdekaan o:laporan.docx");
    assert_tokens("Ma&rsquo;ruf k\uFEFFami ber&shy;dua caf&eacute;",
                  "w:Ma&rsquo;ruf w:k\uFEFFami w:ber&shy;dua w:caf&eacute;");
    assert_tokens("Ma''ruf ''jalan'' itu", "w:Ma''ruf p:' p:' w:jalan p:' p:' w:itu");
    assert_tokens("a&#97;b a&#zz;b", "w:a&#97;b w:a s:& o:#zz p:; w:b");
    assert_tokens("AT&T ada&nbsp;a &rsquo;a a&rsquo; a\u200B b&amp;c",
                  "w:AT s:& w:T w:ada w:a p:&rsquo; w:a w:a p:&rsquo; w:a w:b o:&amp; w:c");
    assert_tokens("ya... <a", "w:ya p:... s:< w:a");
}

/* Number of blocks that are not blank, each checked against the kinds expected. */
static void assert_blocks(const char *draft, const char *kinds) {
    struct language *language = language_new("dictionaries", LANG_ID);
    struct text *text = text_with(slice_of(draft));
    struct str got = {0};
    for (size_t line = 0; line < text_line_count(text);) {
        struct block *block = block_new(text, line, text_line_count(text), language);
        if (block->kind != BLOCK_BLANK) str_append_byte(&got, "bfphltco"[block->kind]);
        line += block->lines;
        block_free(block);
    }
    assert_string_equal(str_text(&got), kinds);
    str_free(&got);
    text_free(text);
    language_free(language);
}

static void paragraphs_are_found(void **state) {
    (void)state;
    /* broken by hand: before a capital and a number as well, and after a full stop once it is proved */
    assert_blocks("Pemerintah Kabupaten Agam menggelar rapat kerja bersama seluruh camat di\n"
                  "Aula Bupati untuk membahas penanganan bencana dan penyaluran bantuan bagi\n"
                  "1.200 warga di tiga kecamatan yang terdampak banjir bandang pekan lalu.\n"
                  "Bantuan itu dikirim mulai Senin pagi.\n",
                  "p");
    /* one paragraph a line */
    assert_blocks("Rapat itu dihadiri seluruh camat dan wali nagari di Kabupaten Agam.\n"
                  "Bantuan dikirim mulai Senin pagi dengan dua truk milik pemerintah.\n"
                  "Warga menyambut baik bantuan tersebut.\n",
                  "ppp");
    /* a title above its paragraph, a signature below */
    assert_blocks("Bupati Agam Serahkan Bantuan bagi Warga Terdampak Banjir Bandang\n"
                  "Lubuk Basung, Humas - Bupati menyerahkan bantuan kepada warga.\n"
                  "Kepala Bagian Humas\n"
                  "Rina Marlina\n",
                  "pppp");
    assert_blocks("# Judul\n\n#tagar dan isi\n- butir\n2. butir\n---\n```\nkode\n```\n<!-- x\ny -->\nIsi\n",
                  "hpllocop");
    assert_blocks("---\ntitle: x\n---\n\nIsi\n", "fp");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences_end),
        cmocka_unit_test(endless_sentences_are_cut),
        cmocka_unit_test(tokens_are_whole),
        cmocka_unit_test(paragraphs_are_found),
    };
    return cmocka_run_group_tests_name("sentences", tests, NULL, NULL);
}
