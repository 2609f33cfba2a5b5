/* draft/front_edit: what becomes of the lines. */
#include "draft/front/front_edit.h"
#include "draft/front/front_list.h"
#include "draft/front/front_title.h"
#include "texts.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static void apply(struct text *text, struct draft_edit *made) {
    text_apply(text, &made->edit);
    draft_edit_free(made);
}

static void test_setting_a_key(void **state) {
    (void)state;
    static const struct {
        const char *before, *key, *value, *after;
        enum yaml_meaning meaning;
    } cases[] = {
        {"title: A # x\nb: 1\n", "title", "B", "title: B # x\nb: 1\n", YAML_TEXT},
        {"title: \"A\"\n", "title", "B", "title: \"B\"\n", YAML_TEXT},
        {"title: 'A'\n", "title", "It's", "title: 'It''s'\n", YAML_TEXT},
        {"title: A\n", "title", "Padang: Kota", "title: \"Padang: Kota\"\n", YAML_TEXT},
        {"title: A\n", "title", "Satu #dua", "title: \"Satu #dua\"\n", YAML_TEXT},
        {"title: A\n", "title", "12:30", "title: \"12:30\"\n", YAML_TEXT},
        {"title: A\n", "title", "Pukul 12:30", "title: Pukul 12:30\n", YAML_TEXT},
        {"title: A\n", "title", "yes", "title: \"yes\"\n", YAML_TEXT},
        {"title: A\n", "title", "2024", "title: \"2024\"\n", YAML_TEXT},
        {"title: A\n", "title", "", "title: \"\"\n", YAML_TEXT},
        {"title: A\n", "title", "- B", "title: \"- B\"\n", YAML_TEXT},
        {"title: A\n", "title", "satu\ndua", "title: \"satu\\ndua\"\n", YAML_TEXT},
        {"draft: true\n", "draft", "false", "draft: false\n", YAML_BOOLEAN},
        {"weight: 3\n", "weight", "4", "weight: 4\n", YAML_NUMBER},
        {"date: 2024-01-02\n", "date", "2024-12-13", "date: 2024-12-13\n", YAML_DATE},
        {"title: A\n", "title", "2025-03-11", "title: \"2025-03-11\"\n", YAML_TEXT},
        {"title: 2024\n", "title", "2025", "title: \"2025\"\n", YAML_TEXT},
        {"title: 2024-01-02\n", "title", "2025-03-11", "title: \"2025-03-11\"\n", YAML_TEXT},
        {"title:\nb: 1\n", "title", "B", "title: B\nb: 1\n", YAML_TEXT},
        {"title: # isi\nb: 1\n", "title", "B", "title: B # isi\nb: 1\n", YAML_TEXT},
        {"title: |\n  satu\n  dua\n\nb: 1\n", "title", "B", "title: |\n  B\n\nb: 1\n", YAML_TEXT},
        {"d: |- # dua\n    satu\n    dua\nb: 1\n", "d", "satu\n\n  tiga",
         "d: |- # dua\n    satu\n\n      tiga\nb: 1\n", YAML_TEXT},
        {"d: |2\n    satu\nb: 1\n", "d", "  satu\ndua", "d: |2\n    satu\n  dua\nb: 1\n", YAML_TEXT},
        {"d: >\n  satu\n  lanjut.\n\n  dua.\nb: 1\n", "d", "satu lanjut.\ntiga.",
         "d: >\n  satu lanjut.\n\n  tiga.\nb: 1\n", YAML_TEXT},
        {"d: >-\n  a\n", "d", "a\n\nb", "d: >-\n  a\n\n\n  b\n", YAML_TEXT},
        {"d: >\n  a\n", "d", "Bupati membuka pameran kerajinan di pendapa kota bersama para camat dan lurah.",
         "d: >\n  Bupati membuka pameran kerajinan di pendapa kota bersama\n  para camat dan lurah.\n",
         YAML_TEXT},
        {"d: |\n  a\n", "d", "", "d: \"\"\n", YAML_TEXT},
        {"d: |\n  a\n", "d", " a\nb", "d: \" a\\nb\"\n", YAML_TEXT},
        {"a: &x 1\nb: *x\n<<: {c: 1}\n", "d", "B", "a: &x 1\nb: *x\n<<: {c: 1}\nd: B\n", YAML_TEXT},
        {"title: satu\n  dua\nb: 1\n", "title", "B", "title: B\nb: 1\n", YAML_TEXT},
        {"title:\n  satu\nb: 1\n", "title", "B", "title: B\nb: 1\n", YAML_TEXT},
        {"tags: # semua\n- a\n- b\nb: 1\n", "tags", "B", "tags: B # semua\nb: 1\n", YAML_TEXT},
        {"a: 1\n# akhir\n", "b", "2024-12-13", "a: 1\n# akhir\nb: 2024-12-13\n", YAML_DATE},
        {"  a: 1\n", "b", "x", "  a: 1\n  b: x\n", YAML_TEXT},
        {"", "b", "x", "b: x\n", YAML_TEXT},
        {"{a: 1}\n", "b", "x, y", "{a: 1, b: \"x, y\"}\n", YAML_TEXT},
        {"{a: 1, c: 2}\n", "a", "x", "{a: x, c: 2}\n", YAML_TEXT},
        {"{a: 1, }\n", "b", "x", "{a: 1, b: x, }\n", YAML_TEXT},
        {"{a: }\n", "b", "x", "{a: , b: x }\n", YAML_TEXT},
        {"{}\n", "b", "x", "{b: x}\n", YAML_TEXT},
        {"\"title\" : A\n", "title", "B", "\"title\" : B\n", YAML_TEXT},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str before = {0}, after = {0};
        str_printf(&before, "---\n%s---\nIsi.\n", cases[i].before);
        str_printf(&after, "---\n%s---\nIsi.\n", cases[i].after);
        struct text *text = text_with(str_slice(&before));
        struct front_matter front;
        struct draft_edit made;
        front_matter_parse(&front, text, LANG_EN);
        if (!front_edit_set(&made, text, &front, cases[i].key, slice_of(cases[i].value), cases[i].meaning))
            fail_msg("case %zu: refused", i);
        apply(text, &made);
        expect_text(text, str_slice(&after), cases[i].before);
        front_matter_free(&front);
        front_matter_parse(&front, text, LANG_EN);
        const struct front_key *key = front_matter_key(&front, cases[i].key);
        assert_non_null(key);
        expect_slice(front_key_text(key), slice_of(cases[i].value), cases[i].before);
        front_matter_free(&front);
        text_free(text);
        str_free(&before);
        str_free(&after);
    }
}

static void test_setting_a_list(void **state) {
    (void)state;
    static const struct {
        const char *before;
        const char *values; /* separated by | */
        const char *after;
    } cases[] = {
        {"tags: [a, b] # x\n", "a|c", "tags: [a, c] # x\n"},
        {"tags: ['a', 'b']\n", "a|c, d", "tags: ['a', 'c, d']\n"},
        {"tags: [\"Padang, Sumbar\", 'rapat'] # dua\n", "Padang, Sumbar|rapat|kota",
         "tags: [\"Padang, Sumbar\", 'rapat', 'kota'] # dua\n"},
        {"tags: [a, \"b\", c]\n", "x|b|z", "tags: [x, \"b\", z]\n"},
        {"tags: [a, 'b', c]\n", "a|'b|c", "tags: [a, '''b', c]\n"},
        {"tags: [a, 'b', c]\n", "b|c", "tags: ['b', c]\n"},
        {"tags: [a, 'b', c]\n", "a|b", "tags: [a, 'b']\n"},
        {"tags: [a, 'b']\n", "c|a|b", "tags: [c, a, 'b']\n"},
        {"tags: [a, 'b']\n", "b|a", "tags: ['b', a]\n"},
        {"tags: [\n  a,\n  b # dua\n]\n", "a|b|c", "tags: [\n  a,\n  b, c # dua\n]\n"},
        {"tags: [2024, yes]\n", "2024|yes|2025", "tags: [2024, yes, \"2025\"]\n"},
        {"tags:\n  - a # satu\n  - 'b' # dua\nb: 1\n", "b|a", "tags:\n  - 'b' # dua\n  - a # satu\nb: 1\n"},
        {"tags: a\n", "a|b", "tags: [a, b]\n"},
        {"tags:\n", "a|b", "tags: [a, b]\n"},
        {"b: 1\n", "a|x: y", "b: 1\ntags: [a, \"x: y\"]\n"},
        {"tags:\n  - a # satu\n  - b # dua\nb: 1\n", "a|c|b",
         "tags:\n  - a # satu\n  - c\n  - b # dua\nb: 1\n"},
        {"tags:\n- a\n- b\n", "a|b|c", "tags:\n- a\n- b\n- c\n"},
        {"tags:\n- a\n- b\n- c\n", "a|c", "tags:\n- a\n- c\n"},
        {"tags:\n- a\n- b\n", "p|q|r", "tags:\n- p\n- q\n- r\n"},
        {"tags:\n- a\n- b\n", "a|b", "tags:\n- a\n- b\n"},
        {"tags:\n- [a]\n- b\nb: 1\n", "a|b", "tags: [a, b]\nb: 1\n"},
        {"tags:\n- a\n- b\nb: 1\n", "", "tags: []\nb: 1\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str before = {0}, after = {0};
        str_printf(&before, "---\n%s---\n", cases[i].before);
        str_printf(&after, "---\n%s---\n", cases[i].after);
        VEC(struct slice) values = {0};
        for (struct slice rest = slice_of(cases[i].values); rest.len;)
            vec_push(&values, slice_cut(&rest, '|'));
        struct text *text = text_with(str_slice(&before));
        struct front_matter front;
        struct draft_edit made;
        front_matter_parse(&front, text, LANG_EN);
        assert_true(front_edit_set_list(&made, text, &front, "tags", values.items, values.count));
        apply(text, &made);
        expect_text(text, str_slice(&after), cases[i].before);
        front_matter_free(&front);
        text_free(text);
        vec_free(&values);
        str_free(&before);
        str_free(&after);
    }
}

static void test_adding_a_front_matter(void **state) {
    (void)state;
    static const struct {
        const char *body, *title;
    } cases[] = {
        {"# Wali Kota: Warga Siaga #\n\nIsi.\n", "Wali Kota: Warga Siaga"},
        {"Warga Ikut Latihan\n\nIsi.\n", "Warga Ikut Latihan"},
        /* A lead makes no title, with or without its place. */
        {"PADANG - Pemerintah kota mengajak seluruh warga di pesisir mengikuti latihan evakuasi, besok.\n",
         ""},
        {"PADANG, HUMAS (12/3) \xE2\x80\x93 Pemerintah kota mengajak seluruh warga\n\nIsi.\n", ""},
        {"Pemerintah kota mengajak seluruh warga\nmengikuti latihan.\n", ""},
        {"\xE2\x80\x9CKami siap melayani warga,\xE2\x80\x9D kata Sari.\n", ""},
        {"HUT RI ke-80 - Warga Gelar Lomba\n\nIsi.\n", "HUT RI ke-80 - Warga Gelar Lomba"},
        {"**Panen *Raya* di Desa Sari**\n\nIsi.\n", "Panen Raya di Desa Sari"},
        {"![Foto](a.jpg)\n\n[Panen Raya](http://x.id/a_(b)) di Desa\n\nIsi.\n", "Panen Raya di Desa"},
        {"<p align=\"center\">\n\n{{< gambar a.jpg >}}\n\n***\n\nPanen <b>Raya</b>\n\nIsi.\n", "Panen Raya"},
        {"<!-- catatan\nlanjut -->\n\nPanen Raya\n\nIsi.\n", "Panen Raya"},
        {"Panen Raya\n==========\nIsi.\n", "Panen Raya"},
        {"## Panen `Raya` {#panen}\nIsi.\n", "Panen Raya"},
        {"Judul: Panen Raya\n\nIsi.\n", "Panen Raya"},
        {"Apa Kabar nama_berkas 3\\*4?\n\nIsi.\n", "Apa Kabar nama_berkas 3*4?"},
        {"> kutipan\n\n- satu\n\nPanen Raya\n\nIsi.\n", "Panen Raya"},
        {"\n\n", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text *text = text_with(slice_of(cases[i].body));
        struct str title = {0}, after = {0};
        front_title_suggest(text, &title);
        expect_slice(str_slice(&title), slice_of(cases[i].title), cases[i].body);
        struct draft_edit made;
        front_edit_add(&made, text, str_slice(&title), SLICE("2026-11-23"), SLICE("draf"));
        apply(text, &made);
        struct front_matter front;
        front_matter_parse(&front, text, LANG_EN);
        assert_false(front.broken);
        assert_int_equal(front.lines, 5);
        expect_slice(str_slice(&front_matter_key(&front, "title")->value), str_slice(&title), "title");
        text_copy(text, front.end + 4, text_length(text), &after);
        assert_true(slice_ends(str_slice(&after), slice_of(cases[i].body)));
        assert_int_equal(str_text(&after)[0], '\n');
        front_matter_free(&front);
        str_free(&title);
        str_free(&after);
        text_free(text);
    }
}

/* What a draft without a headline is called after. */
static void test_first_words(void **state) {
    (void)state;
    static const struct {
        const char *body, *words;
    } cases[] = {
        {"PADANG, HUMAS (12/3) \xE2\x80\x93 Pemerintah kota mengajak warga.\n",
         "Pemerintah kota mengajak warga."},
        {"\n\nJAYA - Bupati meninjau pasar.\n", "Bupati meninjau pasar."},
        {"---\ntags: pasar\n---\n\nBupati meninjau pasar - lagi.\n", "Bupati meninjau pasar - lagi."},
        {"JAYA -\nBupati meninjau pasar.\n", "JAYA -"},
        {"\n", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text *text = text_with(slice_of(cases[i].body));
        struct str words = {0};
        front_title_words(text, &words);
        expect_slice(str_slice(&words), slice_of(cases[i].words), cases[i].body);
        str_free(&words);
        text_free(text);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_first_words),
        cmocka_unit_test(test_setting_a_key),
        cmocka_unit_test(test_setting_a_list),
        cmocka_unit_test(test_adding_a_front_matter),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
