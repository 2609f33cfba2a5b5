/* config/theme: the themes that come with the program can be read by everyone, and broken ones are refused.
 */
#include "config/colour.h"
#include "config/theme.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

/* Relative luminance and contrast ratio of WCAG 2. */
static double luminance(uint32_t rgb) {
    static const double weights[3] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double c = (double)(rgb >> (16 - 8 * i) & 255) / 255;
        sum += weights[i] * (c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(uint32_t a, uint32_t b) {
    double x = luminance(a), y = luminance(b);
    return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}

static const char *const names[] = {
#define STYLE(id, name) name,
#include "config/styles.def"
#undef STYLE
};

static void check_contrast(const char *path) {
    struct theme theme = {0};
    struct error e = {0};
    if (!theme_load(&theme, path, &e)) fail_msg("%s", str_text(&e.text));
    for (size_t i = 0; i < STYLE_COUNT; i++) {
        const struct style *style = &theme.styles[i];
        uint32_t front = colour_of_index(colour_nearest(style->foreground, 256));
        uint32_t back = colour_of_index(colour_nearest(style->background, 256));
        if (contrast(style->foreground, style->background) < 4.5 || contrast(front, back) < 4.5)
            fail_msg("%s: %s has contrast %.2f, %.2f in 256 colours", path, names[i],
                     contrast(style->foreground, style->background), contrast(front, back));
    }
    theme_free(&theme);
    error_free(&e);
}

static void themes_can_be_read(void **state) {
    (void)state;
    check_contrast("themes/terang.yaml");
    check_contrast("themes/gelap.yaml");
}

static void theme_follows_the_terminal(void **state) {
    (void)state;
    static const struct {
        const char *colours, *theme;
    } cases[] = {{NULL, "gelap"},    {"", "gelap"},      {"15;0", "gelap"},          {"0;15", "terang"},
                 {"0;7", "terang"},  {"7;8", "gelap"},   {"0;default;15", "terang"}, {"15;default", "gelap"},
                 {"0;157", "gelap"}, {";;;15", "terang"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        assert_string_equal(theme_for(cases[i].colours), cases[i].theme);
}

/* Without colour each kind of finding differs from the text and from each other. */
static void kinds_differ_without_colour(void **state) {
    (void)state;
    for (size_t i = STYLE_DUPLICATE; i < STYLE_COUNT; i++) {
        assert_int_not_equal(style_mono((enum style_id)i), 0);
        for (size_t k = STYLE_DUPLICATE; k < i; k++)
            assert_int_not_equal(style_mono((enum style_id)i), style_mono((enum style_id)k));
    }
}

static void colours_are_mapped(void **state) {
    (void)state;
    uint32_t rgb;
    assert_true(colour_parse(SLICE("#A0b1C2"), &rgb));
    assert_int_equal(rgb, 0xA0B1C2);
    assert_false(colour_parse(SLICE("#A0b1C"), &rgb));
    assert_false(colour_parse(SLICE("A0b1C22"), &rgb));
    for (int i = 16; i < 256; i++)
        assert_int_equal(colour_of_index(colour_nearest(colour_of_index(i), 256)), colour_of_index(i));
    assert_int_equal(colour_nearest(0xFFFFFF, 8), 7);
    assert_int_equal(colour_nearest(0x000000, 8), 0);
    assert_int_equal(colour_nearest(0xFF0000, 16), 9);
}

static void broken_themes_are_refused(void **state) {
    (void)state;
    static const char *const broken[] = {
        "",
        "nama",
        "- a",
        "gaya: x",
        "gaya: {tidakada: {}}",
        "gaya: {teks: {huruf: merah}}",
        "gaya: {teks: {huruf: \"#12345\"}}",
        "gaya: {teks: {tampil: [kedip]}}",
        "gaya: {teks: {}, teks: {}}",
        "nama: &a x\ngaya: *a",
        "nama: !!str x",
        "gaya: {teks: {huruf: ",
        "lain: 1",
        "nama: a\n---\nnama: b",
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct theme theme = {0};
        struct error e = {0};
        theme_default(&theme);
        if (theme_parse(&theme, slice_of(broken[i]), "tema.yaml", &e)) fail_msg("accepted: %s", broken[i]);
        assert_true(e.text.len > 0);
        assert_int_equal(theme.styles[STYLE_TEXT].background, 0xFFFFFF); /* untouched */
        theme_free(&theme);
        error_free(&e);
    }
}

static void deep_nesting_is_refused_at_once(void **state) {
    (void)state;
    struct str bomb = {0};
    struct theme theme = {0};
    str_append_text(&bomb, "gaya: ");
    for (int i = 0; i < 100000; i++)
        str_append_byte(&bomb, '[');
    assert_false(theme_parse(&theme, str_slice(&bomb), "tema.yaml", NULL));
    str_free(&bomb);
    theme_free(&theme);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(themes_can_be_read),          cmocka_unit_test(theme_follows_the_terminal),
        cmocka_unit_test(kinds_differ_without_colour), cmocka_unit_test(colours_are_mapped),
        cmocka_unit_test(broken_themes_are_refused),   cmocka_unit_test(deep_nesting_is_refused_at_once),
    };
    return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
