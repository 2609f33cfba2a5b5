#include "config/colour.h"

#include "base/hex.h"

#include <math.h>
#include <stdlib.h>

/* The sixteen, in the order of their numbers: the bright ones after the others. */
static const char *const names[] = {"hitam", "merah", "hijau", "kuning", "biru", "ungu", "toska", "putih"};
enum { NAMES = sizeof names / sizeof *names };

static bool parse_name(struct slice text, uint32_t *rgb) {
    bool bright = slice_ends(text, SLICE("-terang"));
    if (bright) text.len -= strlen("-terang");
    for (int i = 0; i < NAMES; i++)
        if (slice_equal_text(text, names[i])) {
            *rgb = colour_of_index(bright ? i + NAMES : i);
            return true;
        }
    return false;
}

bool colour_parse(struct slice text, uint32_t *rgb) {
    if (parse_name(text, rgb)) return true;
    if (text.len != 7 || text.data[0] != '#') return false;
    uint32_t value = 0;
    for (size_t i = 1; i < 7; i++) {
        int digit = hex_digit(text.data[i]);
        if (digit < 0) return false;
        value = value << 4 | (uint32_t)digit;
    }
    *rgb = value;
    return true;
}

/* Of 256: after the sixteen the cube, red before green before blue, then the greys. */
enum { CUBE = 16, LEVELS = 6, GREYS = CUBE + LEVELS * LEVELS * LEVELS };
static const uint32_t levels[LEVELS] = {0x00, 0x5F, 0x87, 0xAF, 0xD7, 0xFF};

uint32_t colour_of_index(int index) {
    static const uint32_t named[16] = {0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD,
                                       0x00CDCD, 0xE5E5E5, 0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00,
                                       0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF};
    if (index < 16) return named[index];
    if (index >= GREYS) return 0x010101u * (uint32_t)(8 + 10 * (index - GREYS));
    index -= CUBE;
    return levels[index / LEVELS / LEVELS] << 16 | levels[index / LEVELS % LEVELS] << 8 |
           levels[index % LEVELS];
}

/* Weighted, since the eye tells greens apart best; cheap and near enough. */
static long distance(uint32_t a, uint32_t b) {
    long red = (long)(a >> 16) - (long)(b >> 16);
    long green = (long)(a >> 8 & 255) - (long)(b >> 8 & 255);
    long blue = (long)(a & 255) - (long)(b & 255);
    return 3 * red * red + 4 * green * green + 2 * blue * blue;
}

static int nearest_level(uint32_t part) {
    int best = 0;
    for (int i = 1; i < LEVELS; i++)
        if (labs((long)part - (long)levels[i]) < labs((long)part - (long)levels[best])) best = i;
    return best;
}

/* Each part of a colour adds to the distance by itself: the nearest of the cube has the nearest of each. */
static int nearest_of_cube(uint32_t rgb) {
    int red = nearest_level(rgb >> 16), green = nearest_level(rgb >> 8 & 255),
        blue = nearest_level(rgb & 255);
    return CUBE + (red * LEVELS + green) * LEVELS + blue;
}

int colour_nearest(uint32_t rgb, int count) {
    bool fixed = count > CUBE;
    int best = fixed ? nearest_of_cube(rgb) : 0;
    for (int i = fixed ? GREYS : 1; i < count; i++)
        if (distance(rgb, colour_of_index(i)) < distance(rgb, colour_of_index(best))) best = i;
    return best;
}

static double luminance(uint32_t rgb) {
    static const double weights[3] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double c = (double)(rgb >> (16 - 8 * i) & 255) / 255;
        sum += weights[i] * (c <= 0.03928 ? c / 12.92 : pow((c + 0.055) / 1.055, 2.4));
    }
    return sum;
}

double colour_contrast(uint32_t a, uint32_t b) {
    double x = luminance(a), y = luminance(b);
    return x > y ? (x + 0.05) / (y + 0.05) : (y + 0.05) / (x + 0.05);
}
