/* config/theme: the themes that come with the program can be read by everyone, and broken ones are refused.
 */
#include "base/paths.h"
#include "config/colour.h"
#include "config/theme_files.h"
#include "config/theme_look.h"
#include "program.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include <cmocka.h>

static const char *const names[] = {
#define STYLE(id, name) name,
#include "config/styles.def"
#undef STYLE
};

static const int depths[] = {1 << 24, 256, 16, 8};
enum { DEPTHS = sizeof depths / sizeof *depths };
/* The linux console and putty show none of these beside a colour. */
enum { LOST = LOOK_UNDERLINE | LOOK_REVERSE | LOOK_DIM };

static const struct {
    const char *path;
    double least; /* contrast */
} themes[] = {{"themes/terang.yaml", 4.5},
              {"themes/gelap.yaml", 4.5},
              {"themes/kontras.yaml", 7},
              {"themes/aman-warna.yaml", 4.5}};
enum { THEMES = sizeof themes / sizeof *themes };

static void load(struct theme *theme, const char *path) {
    struct error e = {0};
    if (!theme_load(theme, path, &e)) fail_msg("%s", str_text(&e.text));
    error_free(&e);
}

static uint32_t rgb_of(uint32_t number, int colours) {
    return colours > 256 ? number : colour_of_index((int)number);
}

static void themes_can_be_read(void **state) {
    (void)state;
    for (size_t t = 0; t < THEMES; t++) {
        struct theme theme = {0};
        load(&theme, themes[t].path);
        for (size_t i = 0; i < STYLE_COUNT; i++)
            for (size_t d = 0; d < DEPTHS; d++) {
                struct theme_look look = theme_look(&theme, (enum style_id)i, depths[d], LOST);
                double contrast =
                    colour_contrast(rgb_of(look.front, depths[d]), rgb_of(look.back, depths[d]));
                /* Few colours allow no more than a hundred and twenty pairs. */
                double least = depths[d] < 256 ? 4.5 : themes[t].least;
                assert_true(look.coloured);
                if (contrast < least)
                    fail_msg("%s: %s has contrast %.2f with %d colours", themes[t].path, names[i], contrast,
                             depths[d]);
            }
        theme_free(&theme);
    }
}

static bool differ(struct theme_look a, struct theme_look b, unsigned lost) {
    return a.front != b.front || a.back != b.back || (a.look & ~lost) != (b.look & ~lost);
}

/* Every kind of finding is told from the text and from each other kind, the selection and a match too, even
 * where colours and bold are all there is. */
static void kinds_differ_at_every_depth(void **state) {
    (void)state;
    static const enum style_id marks[] = {STYLE_TEXT,  STYLE_DUPLICATE,  STYLE_SOURCE, STYLE_SPELLING,
                                          STYLE_FACT,  STYLE_TYPOGRAPHY, STYLE_MANNER, STYLE_METADATA,
                                          STYLE_MATCH, STYLE_SELECTION};
    enum { MARKS = sizeof marks / sizeof *marks };
    for (size_t t = 0; t < THEMES; t++) {
        struct theme theme = {0};
        load(&theme, themes[t].path);
        for (size_t d = 0; d < DEPTHS; d++)
            for (size_t i = 0; i < MARKS; i++)
                for (size_t k = 0; k < i; k++) {
                    unsigned lost = depths[d] <= 16 ? LOST : 0;
                    if (!differ(theme_look(&theme, marks[i], depths[d], lost),
                                theme_look(&theme, marks[k], depths[d], lost), lost))
                        fail_msg("%s: %s and %s look alike with %d colours", themes[t].path, names[marks[i]],
                                 names[marks[k]], depths[d]);
                }
        theme_free(&theme);
    }
}

/* Title and status stand on another ground than the text, so that they look like bars. */
static void bars_are_bars(void **state) {
    (void)state;
    static const enum style_id bars[] = {STYLE_TITLE, STYLE_STATUS, STYLE_NOTICE, STYLE_ALARM};
    for (size_t t = 0; t < THEMES; t++) {
        struct theme theme = {0};
        load(&theme, themes[t].path);
        for (size_t d = 0; d < DEPTHS; d++)
            for (size_t i = 0; i < sizeof bars / sizeof *bars; i++)
                if (theme_look(&theme, bars[i], depths[d], LOST).back ==
                    theme_look(&theme, STYLE_TEXT, depths[d], LOST).back)
                    fail_msg("%s: %s is no bar with %d colours", themes[t].path, names[bars[i]], depths[d]);
        theme_free(&theme);
    }
    for (size_t i = 0; i < sizeof bars / sizeof *bars; i++)
        assert_true(style_mono(bars[i]) & LOOK_REVERSE);
}

/* What somebody sees who lacks the cones for red (protan) or green (deutan): Vienot, Brettel and Mollon,
 * "Digital video colourmaps for checking the legibility of displays by dichromats", 1999. */
static uint32_t seen_without(uint32_t rgb, bool red) {
    double c[3];
    for (int i = 0; i < 3; i++)
        c[i] = pow((double)(rgb >> (16 - 8 * i) & 255) / 255, 2.2);
    double mixed = red ? 0.11238 * c[0] + 0.88762 * c[1] : 0.29275 * c[0] + 0.70725 * c[1];
    double blue = red ? 0.00401 * c[0] - 0.00401 * c[1] + c[2] : -0.02234 * c[0] + 0.02234 * c[1] + c[2];
    uint32_t m = (uint32_t)(255 * pow(mixed, 1 / 2.2) + 0.5);
    uint32_t b = blue <= 0 ? 0 : blue >= 1 ? 255 : (uint32_t)(255 * pow(blue, 1 / 2.2) + 0.5);
    return m << 16 | m << 8 | b;
}

static int apart(uint32_t a, uint32_t b) {
    int most = 0;
    for (int shift = 0; shift <= 16; shift += 8) {
        int by = abs((int)(a >> shift & 255) - (int)(b >> shift & 255));
        if (by > most) most = by;
    }
    return most;
}

/* In the theme for them no two kinds differ in red against green alone: by 32 of 255 at least, or by how the
 * letters are drawn. */
static void nobody_needs_red_and_green(void **state) {
    (void)state;
    struct theme theme = {0};
    load(&theme, "themes/aman-warna.yaml");
    for (int i = STYLE_DUPLICATE; i < STYLE_COUNT; i++)
        for (int k = STYLE_DUPLICATE; k < i; k++)
            for (int red = 0; red < 2; red++) {
                const struct style *a = &theme.styles[SECTION_ALL][i], *b = &theme.styles[SECTION_ALL][k];
                if (a->look == b->look &&
                    apart(seen_without(a->foreground, red), seen_without(b->foreground, red)) < 32 &&
                    apart(seen_without(a->background, red), seen_without(b->background, red)) < 32)
                    fail_msg("%s and %s", names[i], names[k]);
            }
    theme_free(&theme);
}

/* A theme of a user that knows nothing of few colours still shows bars and marks. */
static void few_colours_fall_back(void **state) {
    (void)state;
    struct theme theme = {0};
    assert_true(theme_parse(&theme,
                            SLICE("gaya: {teks: {huruf: \"#d0d0d0\", latar: \"#121212\"}, "
                                  "judul: {huruf: \"#e0e0e0\", latar: \"#202020\", tampil: []}, "
                                  "ejaan: {huruf: \"#101010\", latar: \"#121212\", tampil: []}}"),
                            "tema.yaml", NULL));
    struct theme_look title = theme_look(&theme, STYLE_TITLE, 8, 0);
    assert_int_equal(title.look, LOOK_REVERSE); /* as the text in eight colours, so as without any */
    struct theme_look spelling = theme_look(&theme, STYLE_SPELLING, 256, 0);
    assert_int_equal(spelling.look, LOOK_UNDERLINE); /* nobody could read it */
    assert_int_equal(spelling.front, theme_look(&theme, STYLE_TEXT, 256, 0).front);
    theme_free(&theme);
}

/* A file in themes/ beside config.yaml is one more theme, and comes before one of the same name. */
static void users_have_themes_of_their_own(void **state) {
    (void)state;
    static const char *const files[] = {"malam.yaml", "gelap.yaml", "catatan.txt"};
    struct theme_names found = {0};
    struct str path = {0};
    char *home = folder_make();
    str_printf(&path, "%s/sunting/themes", home);
    setenv("XDG_CONFIG_HOME", home, 1);
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct str file = {0};
        str_printf(&file, "%s/%s", str_text(&path), files[i]);
        path_make_folders(str_text(&file));
        file_make(str_text(&path), files[i], SLICE("nama: milik\n"));
        str_free(&file);
    }
    theme_names_list(&found, "themes");
    assert_int_equal(found.list.count, 6);
    assert_string_equal(found.list.items[1].name, "gelap");
    assert_true(found.list.items[1].own);
    assert_string_equal(found.list.items[3].name, "malam");
    assert_false(found.list.items[2].own);
    theme_path(&path, "themes", "gelap");
    assert_true(slice_starts(str_slice(&path), slice_of(home)));
    theme_path(&path, "themes", "terang");
    assert_string_equal(str_text(&path), "themes/terang.yaml");
    unsetenv("XDG_CONFIG_HOME");
    theme_names_free(&found);
    str_free(&path);
    folder_remove(home);
}

static void a_theme_may_have_no_colour(void **state) {
    (void)state;
    struct theme theme = {0};
    load(&theme, "themes/tanpa-warna.yaml");
    for (size_t d = 0; d < DEPTHS; d++)
        assert_false(theme_look(&theme, STYLE_TITLE, depths[d], 0).coloured);
    assert_int_equal(theme_look(&theme, STYLE_TITLE, 256, 0).look, LOOK_REVERSE);
    theme_free(&theme);
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

/* As the eye weighs the parts: green most. */
static long far(uint32_t rgb, int index) {
    static const long weights[] = {3, 4, 2};
    uint32_t other = colour_of_index(index);
    long sum = 0;
    for (int k = 0; k < 3; k++) {
        long by = (long)(rgb >> (16 - 8 * k) & 255) - (long)(other >> (16 - 8 * k) & 255);
        sum += weights[k] * by * by;
    }
    return sum;
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
    assert_true(colour_parse(SLICE("kuning-terang"), &rgb));
    assert_int_equal(rgb, 0xFFFF00);
    assert_false(colour_parse(SLICE("-terang"), &rgb));
    for (rgb = 0; rgb <= 0xFFFFFF; rgb += 4099) { /* the first of the 240 that nothing is nearer than */
        int nearest = colour_nearest(rgb, 256);
        for (int i = 16; i < 256; i++)
            assert_true(i < nearest ? far(rgb, i) > far(rgb, nearest) : far(rgb, i) >= far(rgb, nearest));
    }
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
        "gaya: {teks: {huruf: kelabu}}",
        "gaya: {teks: {huruf: \"#12345\"}}",
        "gaya: {teks: {tampil: [kedip]}}",
        "gaya: {teks: {}, teks: {}}",
        "nama: &a x\ngaya: *a",
        "nama: !!str x",
        "gaya: {teks: {huruf: ",
        "lain: 1",
        "nama: a\n---\nnama: b",
        "warna: mungkin",
        "gaya-8: {ejaan: {huruf: putih}}",
        "gaya-16: {ejaan: {huruf: putih, latar: kelabu}}",
    };
    for (size_t i = 0; i < sizeof broken / sizeof *broken; i++) {
        struct theme theme = {0};
        struct error e = {0};
        theme_default(&theme);
        if (theme_parse(&theme, slice_of(broken[i]), "tema.yaml", &e)) fail_msg("accepted: %s", broken[i]);
        assert_true(e.text.len > 0);
        assert_int_equal(theme.styles[SECTION_ALL][STYLE_TEXT].background, 0xFFFFFF); /* untouched */
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
        cmocka_unit_test(themes_can_be_read),
        cmocka_unit_test(theme_follows_the_terminal),
        cmocka_unit_test(kinds_differ_without_colour),
        cmocka_unit_test(kinds_differ_at_every_depth),
        cmocka_unit_test(bars_are_bars),
        cmocka_unit_test(nobody_needs_red_and_green),
        cmocka_unit_test(few_colours_fall_back),
        cmocka_unit_test(users_have_themes_of_their_own),
        cmocka_unit_test(a_theme_may_have_no_colour),
        cmocka_unit_test(colours_are_mapped),
        cmocka_unit_test(broken_themes_are_refused),
        cmocka_unit_test(deep_nesting_is_refused_at_once),
    };
    return cmocka_run_group_tests_name("theme", tests, NULL, NULL);
}
