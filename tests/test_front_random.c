/* draft/front_edit: a key is set in front matters made at random, and nothing else changes. */
#include "draft/front/front_edit.h"
#include "draft/front/front_list.h"
#include "texts.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>

#include <cmocka.h>

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
                     : front_edit_set(&made, text, &front, name, str_slice(&value), YAML_TEXT));

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
    expect_slice(str_slice(&kept_after), str_slice(&kept), str_text(&after));
    key = front_matter_key(&front, name);
    assert_non_null(key);
    if (list) {
        assert_int_equal(key->items.count, count);
        for (size_t i = 0; i < count; i++)
            expect_slice(str_slice(&key->items.items[i].value), values[i], str_text(&after));
    } else {
        bool ends = slice_ends(str_slice(&value), SLICE("\n"));
        expect_slice(ends ? str_slice(&key->value) : front_key_text(key), str_slice(&value),
                     str_text(&after));
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
        cmocka_unit_test(test_random_sets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
