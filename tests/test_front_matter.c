#include "draft/front_edit.h"
#include "draft/yaml_quote.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdlib.h>

#include <cmocka.h>

static struct text *text_with(struct slice s) {
    return text_from(slice_copy(s), s.len);
}

static void assert_slice(struct slice got, struct slice expected, const char *name) {
    if (!slice_equal(got, expected))
        fail_msg("%s: got <%.*s>, expected <%.*s>", name, SLICE_ARG(got), SLICE_ARG(expected));
}

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
        assert_slice(str_slice(&key->value), slice_of(expected[i].value), key->name);
        assert_slice(slice_range(source, key->start, key->end), slice_of(expected[i].span), key->name);
        assert_int_equal(source.data[key->colon - 1], ':');
    }
    assert_slice(str_slice(&front.keys.items[2].items.items[1].value), SLICE("b c"), "item");
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
        {" ---\ntitle: A\n---\n", 0},
        {"\n---\ntitle: A\n---\n", 0},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text *text = text_with(slice_of(cases[i].text));
        if (front_matter_lines(text, NULL) != cases[i].lines)
            fail_msg("case %zu: %zu lines", i, front_matter_lines(text, NULL));
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
        {"---\na: &x 1\n---\n", 2, "anchor"},
        {"---\na: 1\nb: *x\n---\n", 3, "anchor"},
        {"---\na: 1\nb: !!str 2\n---\n", 3, "anchor"},
        {"---\na: 1\n<<: {b: 1}\n---\n", 3, "anchor"},
        {"---\na: 1\nb: 2\na: 3\n---\n", 4, "\"a\""},
        {"---\na: {b: 1, b: 2}\n---\n", 2, "\"b\""},
        {"---\na: 1\n[b]: 2\n---\n", 3, "must be a word"},
        {"---\na: 1\nb: \x01\n---\n", 3, "character"},
        {"---\na: 1\nb: \xFF\n---\n", 3, "character"},
        {"---\na: 1\n...\nb: 1\n---\n", 4, "no pair"},
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

static void test_size_has_a_limit(void **state) {
    (void)state;
    struct str s = {0};
    str_append_text(&s, "---\ntitle: A\n");
    while (s.len < FRONT_MATTER_LIMIT + 100)
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

static void apply(struct text *text, struct draft_edit *made) {
    text_apply(text, &made->edit);
    draft_edit_free(made);
}

static void assert_whole(const struct text *text, struct slice expected, const char *name) {
    struct str got = {0};
    text_copy(text, 0, text_length(text), &got);
    assert_slice(str_slice(&got), expected, name);
    str_free(&got);
}

static void test_setting_a_key(void **state) {
    (void)state;
    static const struct {
        const char *before, *key, *value, *after;
    } cases[] = {
        {"title: A # x\nb: 1\n", "title", "B", "title: B # x\nb: 1\n"},
        {"title: \"A\"\n", "title", "B", "title: \"B\"\n"},
        {"title: 'A'\n", "title", "It's", "title: 'It''s'\n"},
        {"title: A\n", "title", "Padang: Kota", "title: \"Padang: Kota\"\n"},
        {"title: A\n", "title", "Satu #dua", "title: \"Satu #dua\"\n"},
        {"title: A\n", "title", "12:30", "title: \"12:30\"\n"},
        {"title: A\n", "title", "Pukul 12:30", "title: Pukul 12:30\n"},
        {"title: A\n", "title", "yes", "title: \"yes\"\n"},
        {"title: A\n", "title", "2024", "title: \"2024\"\n"},
        {"title: A\n", "title", "", "title: \"\"\n"},
        {"title: A\n", "title", "- B", "title: \"- B\"\n"},
        {"title: A\n", "title", "satu\ndua", "title: \"satu\\ndua\"\n"},
        {"draft: true\n", "draft", "false", "draft: false\n"},
        {"weight: 3\n", "weight", "4", "weight: 4\n"},
        {"date: 2024-01-02\n", "date", "2024-12-13", "date: 2024-12-13\n"},
        {"title:\nb: 1\n", "title", "B", "title: B\nb: 1\n"},
        {"title: # isi\nb: 1\n", "title", "B", "title: B # isi\nb: 1\n"},
        {"title: |\n  satu\n  dua\n\nb: 1\n", "title", "B", "title: B\n\nb: 1\n"},
        {"title: satu\n  dua\nb: 1\n", "title", "B", "title: B\nb: 1\n"},
        {"title:\n  satu\nb: 1\n", "title", "B", "title: B\nb: 1\n"},
        {"tags: # semua\n- a\n- b\nb: 1\n", "tags", "B", "tags: B # semua\nb: 1\n"},
        {"a: 1\n# akhir\n", "b", "2024-12-13", "a: 1\n# akhir\nb: 2024-12-13\n"},
        {"  a: 1\n", "b", "x", "  a: 1\n  b: x\n"},
        {"", "b", "x", "b: x\n"},
        {"{a: 1}\n", "b", "x, y", "{a: 1, b: \"x, y\"}\n"},
        {"{a: 1, c: 2}\n", "a", "x", "{a: x, c: 2}\n"},
        {"{a: 1, }\n", "b", "x", "{a: 1, b: x, }\n"},
        {"{a: }\n", "b", "x", "{a: , b: x }\n"},
        {"{}\n", "b", "x", "{b: x}\n"},
        {"\"title\" : A\n", "title", "B", "\"title\" : B\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct str before = {0}, after = {0};
        str_printf(&before, "---\n%s---\nIsi.\n", cases[i].before);
        str_printf(&after, "---\n%s---\nIsi.\n", cases[i].after);
        struct text *text = text_with(str_slice(&before));
        struct front_matter front;
        struct draft_edit made;
        front_matter_parse(&front, text, LANG_EN);
        if (!front_edit_set(&made, text, &front, cases[i].key, slice_of(cases[i].value)))
            fail_msg("case %zu: refused", i);
        apply(text, &made);
        assert_whole(text, str_slice(&after), cases[i].before);
        front_matter_free(&front);
        front_matter_parse(&front, text, LANG_EN);
        const struct front_key *key = front_matter_key(&front, cases[i].key);
        assert_non_null(key);
        assert_slice(str_slice(&key->value), slice_of(cases[i].value), cases[i].before);
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
        assert_whole(text, str_slice(&after), cases[i].before);
        front_matter_free(&front);
        text_free(text);
        vec_free(&values);
        str_free(&before);
        str_free(&after);
    }
}

static void test_removing_a_key(void **state) {
    (void)state;
    struct text *text =
        text_with(SLICE("---\n# x\na: 1 # satu\ntags:\n- a\n- b\nb: |\n  x\n  y\n\nc:\n---\nIsi\n"));
    static const char *const names[] = {"tags", "b", "c", "a"};
    for (size_t i = 0; i < 4; i++) {
        struct front_matter front;
        struct draft_edit made;
        front_matter_parse(&front, text, LANG_EN);
        assert_false(front_edit_remove(&made, text, &front, "tidak"));
        assert_true(front_edit_remove(&made, text, &front, names[i]));
        apply(text, &made);
        front_matter_free(&front);
    }
    assert_whole(text, SLICE("---\n# x\n\n---\nIsi\n"), "removed");
    text_free(text);
}

static void test_adding_a_front_matter(void **state) {
    (void)state;
    static const struct {
        const char *body, *title;
    } cases[] = {
        {"# Wali Kota: Warga Siaga #\n\nIsi.\n", "Wali Kota: Warga Siaga"},
        {"Warga Ikut Latihan\n\nIsi.\n", "Warga Ikut Latihan"},
        {"PADANG - Pemerintah kota mengajak seluruh warga di pesisir mengikuti latihan evakuasi, besok.\n",
         "PADANG - Pemerintah kota mengajak seluruh warga di pesisir mengikuti"},
        {"\n\n", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct text *text = text_with(slice_of(cases[i].body));
        struct str title = {0}, after = {0};
        front_title_suggest(text, &title);
        assert_slice(str_slice(&title), slice_of(cases[i].title), "title");
        struct draft_edit made;
        front_edit_add(&made, text, str_slice(&title), SLICE("2026-11-23"), SLICE("draf"));
        apply(text, &made);
        struct front_matter front;
        front_matter_parse(&front, text, LANG_EN);
        assert_false(front.broken);
        assert_int_equal(front.lines, 5);
        assert_slice(str_slice(&front_matter_key(&front, "title")->value), str_slice(&title), "title");
        text_copy(text, front.end + 4, text_length(text), &after);
        assert_true(slice_ends(str_slice(&after), slice_of(cases[i].body)));
        assert_int_equal(str_text(&after)[0], '\n');
        front_matter_free(&front);
        str_free(&title);
        str_free(&after);
        text_free(text);
    }
}

/* A small generator that is the same in every run. */
static uint32_t random_below(uint64_t *seed, uint32_t n) {
    *seed = *seed * 6364136223846793005u + 1442695040888963407u;
    return (uint32_t)(*seed >> 33) % n;
}

static struct slice random_value(uint64_t *seed) {
    static const struct slice values[] = {
        SLICE("Warga"),
        SLICE("2024-12-13"),
        SLICE("a: b"),
        SLICE(" awal"),
        SLICE("akhir "),
        SLICE("#x"),
        SLICE("x #y"),
        SLICE("'"),
        SLICE("\""),
        SLICE("\\n"),
        SLICE("\n"),
        SLICE("a\tb"),
        SLICE("yes"),
        SLICE("~"),
        SLICE("1_000"),
        SLICE("0x1F"),
        SLICE("---"),
        SLICE("..."),
        SLICE("- a"),
        SLICE("? a"),
        SLICE("[a"),
        SLICE("a]"),
        SLICE("{a}"),
        SLICE("a,b"),
        SLICE("&a"),
        SLICE("*a"),
        SLICE("!a"),
        SLICE("|"),
        SLICE(">"),
        SLICE("%a"),
        SLICE("@a"),
        SLICE("`a"),
        SLICE("a:"),
        SLICE(":a"),
        SLICE("a:b"),
        SLICE("\xE2\x80\x9Ckutip\xE2\x80\x9D"),
        SLICE("\xC2\x85"),
        SLICE("\xE2\x80\xA8"),
        SLICE("\xEF\xBB\xBF"),
        SLICE("\xF0\x9F\x98\x80"),
        SLICE("\x01\x7F"),
        SLICE("="),
        SLICE("<<"),
        SLICE("a  b"),
        SLICE(""),
        SLICE("2024-12-13 a: b"),
        SLICE("-1"),
        SLICE("\r"),
    };
    return values[random_below(seed, sizeof values / sizeof *values)];
}

static void append_random_entry(struct str *out, uint64_t *seed, const char *name, const char *newline) {
    static const char *const forms[] = {
        "%s: nilai biasa~",
        "%s: \"dikutip: ya\" # komentar~",
        "%s: 'tunggal'~",
        "%s:~",
        "%s: # kosong~",
        "%s: |~  baris~  lagi~~",
        "%s: >-~    lipat~    lagi~",
        "%s: [a, 'b', \"c\"]~",
        "%s: {x: 1, y: [2]}~",
        "%s:~- satu~- dua # ya~",
        "%s:~    - satu~    -   dua~",
        "%s:~  x: 1~  y:~    - z~",
        "%s: panjang~  dua~",
        "%s:~  # di antara~  nilai~",
        "%s : renggang   ~",
        "%s: 12~",
        "%s: true~",
        "# komentar~%s: a~~",
    };
    struct str form = {0};
    for (const char *c = forms[random_below(seed, sizeof forms / sizeof *forms)]; *c; c++) {
        if (*c == '~')
            str_append_text(&form, newline);
        else if (c[0] == '%' && c[1] == 's')
            str_append_text(&form, name), c++;
        else
            str_append_byte(&form, *c);
    }
    str_append(out, str_slice(&form));
    str_free(&form);
}

/* Values of all keys as one string, for comparing two front matters; those of the key named except left out.
 */
static void describe(const struct front_matter *front, const struct text *text, const char *except,
                     struct str *out) {
    for (size_t i = 0; i < front->keys.count; i++) {
        const struct front_key *key = &front->keys.items[i];
        if (strcmp(key->name, except) == 0) continue;
        str_printf(out, "%s=%d", key->name, key->kind);
        text_copy(text, key->start, key->end, out);
        str_append_byte(out, ';');
    }
}

static void check_random_set(uint64_t seed) {
    static const char *const names[] = {"title", "date", "tags", "judul_baru", "x-y", "status"};
    struct str source = {0}, after = {0}, kept = {0}, kept_after = {0};
    const char *newline = random_below(&seed, 4) ? "\n" : "\r\n";
    str_printf(&source, "---%s", newline);
    for (size_t i = 0; i < 5; i++)
        if (random_below(&seed, 4)) append_random_entry(&source, &seed, names[i], newline);
    str_printf(&source, "---%sIsi: tetap\r\n---\n", newline);
    struct text *text = text_with(str_slice(&source));
    struct front_matter front;
    front_matter_parse(&front, text, LANG_EN);
    if (front.broken) fail_msg("generated: %s: %s", str_text(&front.problem), str_text(&source));

    const char *name = names[random_below(&seed, 6)];
    struct str value = {0};
    for (uint32_t i = random_below(&seed, 3) + 1; i--;)
        str_append(&value, random_value(&seed));
    bool list = random_below(&seed, 3) == 0;
    struct slice values[] = {str_slice(&value), SLICE("a"), SLICE("satu"), SLICE("x: y")};
    size_t count = random_below(&seed, 4) + 1;
    struct draft_edit made;
    assert_true(list ? front_edit_set_list(&made, text, &front, name, values, count)
                     : front_edit_set(&made, text, &front, name, str_slice(&value)));

    /* Nothing outside the value, its colon's space included, may change. */
    const struct front_key *key = front_matter_key(&front, name);
    if (key && (made.edit.offset < key->colon || made.edit.offset > key->end ||
                made.edit.offset + made.edit.removed.len > text_length(text)))
        fail_msg("edit outside the value: %s", str_text(&source));
    describe(&front, text, name, &kept);
    text_apply(text, &made.edit);
    text_copy(text, 0, text_length(text), &after);
    front_matter_free(&front);
    front_matter_parse(&front, text, LANG_EN);
    if (front.broken)
        fail_msg("%s\n<%s>\n<%s>", str_text(&front.problem), str_text(&source), str_text(&after));
    describe(&front, text, name, &kept_after);
    assert_slice(str_slice(&kept_after), str_slice(&kept), str_text(&after));
    key = front_matter_key(&front, name);
    assert_non_null(key);
    if (list) {
        assert_int_equal(key->items.count, count);
        for (size_t i = 0; i < count; i++)
            assert_slice(str_slice(&key->items.items[i].value), values[i], str_text(&after));
    } else {
        assert_slice(str_slice(&key->value), str_slice(&value), str_text(&after));
    }
    /* Comments stay, but those of items that went. */
    if (!list && strstr(str_text(&source), "# komentar"))
        assert_non_null(strstr(str_text(&after), "# komentar"));
    draft_edit_free(&made);
    front_matter_free(&front);
    text_free(text);
    str_free(&source);
    str_free(&after);
    str_free(&kept);
    str_free(&kept_after);
    str_free(&value);
}

static void test_random_sets(void **state) {
    (void)state;
    for (uint64_t seed = 0; seed < 4000; seed++)
        check_random_set(seed * 7919 + 1);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_keys_are_read),
        cmocka_unit_test(test_beginnings),
        cmocka_unit_test(test_problems_name_their_line),
        cmocka_unit_test(test_size_has_a_limit),
        cmocka_unit_test(test_setting_a_key),
        cmocka_unit_test(test_setting_a_list),
        cmocka_unit_test(test_removing_a_key),
        cmocka_unit_test(test_adding_a_front_matter),
        cmocka_unit_test(test_random_sets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
