#include "config/theme_look.h"

#include "config/colour.h"

/* Below this contrast letters are guessed, not read; the themes that come with the program keep to 4.5
 * (tests/test_theme.c), those of users may be anything. */
static const double CONTRAST_LEAST = 2;

enum { COLOURS_LEAST = 8, COLOURS_FEW = 16, COLOURS_INDEXED = 256 };

static const struct style *row_of(const struct theme *theme, enum style_id id, int colours) {
    size_t section = colours >= COLOURS_INDEXED ? SECTION_ALL
                     : colours >= COLOURS_FEW   ? SECTION_16
                                                : SECTION_8;
    if (section == SECTION_16 && !theme->given[SECTION_16][id]) section = SECTION_8;
    if (section == SECTION_8 && !theme->given[SECTION_8][id]) section = SECTION_ALL;
    return &theme->styles[section][id];
}

static uint32_t number_of(uint32_t rgb, int colours) {
    if (colours > COLOURS_INDEXED) return rgb;
    return (uint32_t)colour_nearest(rgb, colours >= COLOURS_INDEXED ? COLOURS_INDEXED
                                         : colours >= COLOURS_FEW   ? COLOURS_FEW
                                                                    : COLOURS_LEAST);
}

static uint32_t rgb_of(uint32_t number, int colours) {
    return colours > COLOURS_INDEXED ? number : colour_of_index((int)number);
}

struct theme_look theme_look(const struct theme *theme, enum style_id id, int colours, unsigned lost) {
    struct theme_look plain = {.look = style_mono(id)};
    if (theme->plain || colours < COLOURS_LEAST) return plain;
    const struct style *style = row_of(theme, id, colours), *text = row_of(theme, STYLE_TEXT, colours);
    struct theme_look as_text = {true, number_of(text->foreground, colours),
                                 number_of(text->background, colours), style_mono(id)};
    struct theme_look own = {true, number_of(style->foreground, colours),
                             number_of(style->background, colours), style->look};
    bool missing = !theme->given[SECTION_ALL][id] && style == &theme->styles[SECTION_ALL][id];
    if (missing) return as_text;
    bool same = own.front == as_text.front && own.back == as_text.back && !(own.look & ~lost);
    if (same && style_mono(id)) return as_text;
    double contrast = colour_contrast(rgb_of(own.front, colours), rgb_of(own.back, colours));
    return contrast < CONTRAST_LEAST && id != STYLE_TEXT ? as_text : own;
}
