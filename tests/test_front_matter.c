/* draft/front_matter: reading. */
#include "draft/front/front_matter.h"
#include "texts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

static void test_keys_are_read(void **state) {
    (void)state;
    struct slice source = SLICE("---\n"
                                "# dibuat oleh humas\n"
                                "title: \"Padang: \\\"Kota\\\" \xC3\xA9\"  # judul\n"
                                "date: 2024-12-13\n"
                                "tags: [a, 'b c']\n"
                                "author:\n"
                                "  - Sari\n"
                                "  - Budi # kedua\n"
                                "\n"
                                "sunting:\n"
                                "  except: [style]\n"
                                "description: |\n"
                                "  satu\n"
                                "  dua\n"
                                "\n"
                                "empty:\n"
                                "last: 'it''s'\n"
                                "---\n"
                                "\nIsi.\n");
    struct text *text = text_with(source);
    struct front_matter front;
    front_matter_parse(&front, text, LANG_EN);
    assert_false(front.broken);
    assert_int_equal(front.lines, 18);
    static const struct {
        const char *name, *value, *span;
        enum front_kind kind;
        size_t line, items;
    } expected[] = {
        {"title", "Padang: \"Kota\" \xC3\xA9", "\"Padang: \\\"Kota\\\" \xC3\xA9\"", FRONT_SCALAR, 2, 0},
        {"date", "2024-12-13", "2024-12-13", FRONT_SCALAR, 3, 0},
        {"tags", "", "[a, 'b c']", FRONT_SEQUENCE, 4, 2},
        {"author", "", "- Sari\n  - Budi", FRONT_SEQUENCE, 5, 2},
        {"sunting", "", "except: [style]", FRONT_MAPPING, 9, 0},
        {"description", "satu\ndua\n", "|\n  satu\n  dua", FRONT_SCALAR, 11, 0},
        {"empty", "", "", FRONT_SCALAR, 15, 0},
        {"last", "it's", "'it''s'", FRONT_SCALAR, 16, 0},
    };
    assert_int_equal(front.keys.count, sizeof expected / sizeof *expected);
    for (size_t i = 0; i < front.keys.count; i++) {
        const struct front_key *key = &front.keys.items[i];
        assert_string_equal(key->name, expected[i].name);
        assert_int_equal(key->kind, expected[i].kind);
        assert_int_equal(key->line, expected[i].line);
        assert_int_equal(key->items.count, expected[i].items);
        expect_slice(str_slice(&key->value), slice_of(expected[i].value), key->name);
        expect_slice(slice_range(source, key->start, key->end), slice_of(expected[i].span), key->name);
        assert_int_equal(source.data[key->colon - 1], ':');
    }
    expect_slice(str_slice(&front.keys.items[2].items.items[1].value), SLICE("b c"), "item");
    assert_true(front_key_is_null(front_matter_key(&front, "empty")));
    assert_null(front_matter_key(&front, "except"));
    front_matter_free(&front);
    text_free(text);
}

/* How many lines are front matter. */
static void test_beginnings(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t lines;
    } cases[] = {
        {"", 0},
        {"Isi.\n", 0},
        {"---\ntitle: A\n---\nIsi.\n", 3},
        {"---  \r\ntitle: A\r\n---\r\nIsi.\n", 3},
        {"---\n\n# catatan\ntitle: A\n---\n", 5},
        {"---\n---\nIsi.\n", 2},
        {"---\n- satu\n- dua\n---\n", 4},
        {"---\n{\"title\": \"A\"}\n---\n", 3},
        {"---\ntitle A\ndate: 2024\n---\n", 4},
        {"---\ntitle: A\ndate: B\n\nIsi yang panjang.\n", 3}, /* never closed */
        {"---\ntitle: A", 2},
        {"---", 0},
        {"---\nWali kota membuka acara itu.\n\nWarga hadir.\n---\n", 0}, /* lines drawn by a writer */
        {"---\n\nPadang, 12 Mei: acara dibuka.\n", 0},
        {"----\ntitle: A\n---\n", 0},
        {" ---\ntitle: A\n---\nIsi.\n", 3}, /* misplaced, and told so */
        {"\n \n---\ntitle: A\ntags:\n- a\n---\nIsi.\n", 7},
        {"\n---\nWali kota membuka acara itu.\n---\n", 0},
        {"\n---\n\ntitle: A\n---\n", 0},
        {"---\nJudul berita: Panen Raya\nNama penulis: Ratna\n---\nIsi.\n", 4},
        {"---\ntitle: A\n...\nIsi.\n---\n", 3},
        {"---\ntitle: A\n\nIsi.\n\n...\n", 2}, /* the dots are the writer's */
        {"---\nWali kota membuka acara itu.\n...\n", 0},
        {"---\n<<: {a: 1}\nb: 1\n---\n", 4},
        {"title: A\ndate: 2024-01-02\n---\nIsi.\n", 3}, /* never opened */
        {"Catatan: rapat dibuka.\n---\nIsi.\n", 0},     /* a heading */
        {"+++\ntitle = \"A\"\n\n[params]\nx = 1\n+++\nIsi.\n", 6},
        {"+++\ntitle = \"A\"\n\nIsi.\n", 2},
        {"+++\nWali kota membuka acara itu.\n+++\n", 0},
        {"\n+++\ntitle = 1\n+++\nIsi.\n", 4},
        {"{\n  \"title\": \"A } B\",\n  \"x\": {\"y\": [1]}\n}\n\nIsi.\n", 4},
        {"{\"title\": \"A \\\" }\"}\nIsi.\n", 1},
        {"{{< youtube abc >}}\n\nIsi.\n", 0},
        {"{% include x %}\nIsi.\n", 0},
        {"{\n\"title\": \"A\",\n\nIsi.\n", 2},
        {"---json\n{\"title\": \"A\"}\n---\nIsi.\n", 3},
        {";;;\n\"title\": \"A\"\n;;;\nIsi.\n", 3},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text *text = text_with(slice_of(cases[i].text));
        if (front_matter_lines(text) != cases[i].lines)
            fail_msg("case %zu: %zu lines", i, front_matter_lines(text));
        text_free(text);
    }
}

/* What cannot be read, the line that is named (from 1), and a word of the sentence. */
static void test_problems_name_their_line(void **state) {
    (void)state;
    static const struct {
        const char *text;
        size_t line;
        const char *word;
    } cases[] = {
        {"---\ntitle: A\n\nIsi\n", 1, "never closed"},
        {"---\ntitle: Padang: Kota\n---\n", 2, "colon"},
        {"---\ntitle: \"Padang\ndate: 1\n---\n", 2, "quotation mark"},
        {"---\na: 1\ntags: [a, b\ndate: 1\n---\n", 3, "bracket"},
        {"---\na: 1\n\tb: 2\n---\n", 3, "tab"},
        {"---\na: 1\nb: @x\n---\n", 3, "quotation marks"},
        {"---\na: 1\ntitle A\nb: 2\n---\n", 3, "no pair"},
        {"---\n- a\n- b\n---\n", 2, "no pair"},
        {"+++\ntitle = 1\n\nIsi.\n", 1, "+++"},
        {"{\n\"a\": 1\n\nIsi.\n", 1, "}"},
        {"title: A\ndate: B\n---\nIsi.\n", 1, "never opened"},
        {"---\na: 1\nb: *x\n---\n", 3, "anchor"},
        {"---\na: 1\nb: *x\nc: &x 1\n---\n", 3, "anchor"},
        {"---\na: 1\nb: !baik 2\n---\n", 3, "tag"},
        {"---\na: 1\nb: 2\na: 3\n---\n", 4, "\"a\""},
        {"---\na: {b: 1, b: 2}\n---\n", 2, "\"b\""},
        {"---\na: 1\n[b]: 2\n---\n", 3, "must be a word"},
        {"---\na: 1\nb: \x01\n---\n", 3, "character"},
        {"---\na: 1\nb: \xFF\n---\n", 3, "character"},
        {"---\na: 1\n--- x\nb: 1\n---\n", 3, "no pair"},
        {"---\na: [[[[[[[[[[[[[[[[[[[[[[\n---\n", 2, "deep"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text *text = text_with(slice_of(cases[i].text));
        struct front_matter front;
        front_matter_parse(&front, text, LANG_EN);
        if (!front.broken) fail_msg("case %zu is read", i);
        if (front.problem_line + 1 != cases[i].line || !strstr(str_text(&front.problem), cases[i].word))
            fail_msg("case %zu: line %zu: %s", i, front.problem_line + 1, str_text(&front.problem));
        assert_int_equal(front.keys.count, 0);
        front_matter_free(&front);
        text_free(text);
    }
}

/* Anchors, aliases, merge keys and the tags of YAML itself are read as they stand. */
static void test_references(void **state) {
    (void)state;
    struct text *text =
        text_with(SLICE("---\nbase: &dasar {layout: post}\n<<: *dasar\ntitle: &judul Rapat Kerja\n"
                        "seo: *judul\ntags: [a, *judul]\nnomor: !!str 12\ndate: 2024-01-02\n---\n"));
    struct front_matter front;
    front_matter_parse(&front, text, LANG_EN);
    assert_false(front.broken);
    assert_int_equal(front.keys.count, 7);
    static const struct {
        const char *name, *value;
        enum front_kind kind;
        bool referenced;
    } expected[] = {
        {"base", "", FRONT_MAPPING, true},
        {"<<", "", FRONT_ALIAS, true},
        {"title", "Rapat Kerja", FRONT_SCALAR, true},
        {"seo", "", FRONT_ALIAS, true},
        {"tags", "", FRONT_SEQUENCE, true},
        {"nomor", "12", FRONT_SCALAR, true},
        {"date", "2024-01-02", FRONT_SCALAR, false},
    };
    for (size_t i = 0; i < front.keys.count; i++) {
        const struct front_key *key = &front.keys.items[i];
        assert_string_equal(key->name, expected[i].name);
        expect_slice(str_slice(&key->value), slice_of(expected[i].value), key->name);
        assert_int_equal(key->kind, expected[i].kind);
        assert_int_equal(key->referenced, expected[i].referenced);
    }
    assert_false(front_matter_key(&front, "tags")->only_scalars);
    front_matter_free(&front);
    text_free(text);
}

static void test_size_has_a_limit(void **state) {
    (void)state;
    struct str s = {0};
    str_append_text(&s, "---\ntitle: A\n");
    while (s.len < YAML_BYTES + 100)
        str_append_text(&s, "# komentar yang panjang sekali\n");
    str_append_text(&s, "---\n");
    struct text *text = text_with(str_slice(&s));
    struct front_matter front;
    front_matter_parse(&front, text, LANG_EN);
    assert_true(front.broken);
    assert_non_null(strstr(str_text(&front.problem), "too large"));
    front_matter_free(&front);
    text_free(text);
    str_free(&s);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_are_read),
        cmocka_unit_test(test_beginnings),
        cmocka_unit_test(test_problems_name_their_line),
        cmocka_unit_test(test_references),
        cmocka_unit_test(test_size_has_a_limit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
