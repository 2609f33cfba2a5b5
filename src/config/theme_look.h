#ifndef SUNTING_CONFIG_THEME_LOOK_H
#define SUNTING_CONFIG_THEME_LOOK_H

#include "config/theme.h"

/*
 * How a style of a theme comes out on a terminal: a pure function of the theme and of what the terminal can.
 */
struct theme_look {
    bool coloured;        /* else the terminal's own colours */
    uint32_t front, back; /* numbers of colours; 0xRRGGBB on a terminal of more than 256 */
    unsigned look;        /* enum style_attribute */
};

/* colours: that the terminal has. lost: attributes that it cannot show together with a colour. What comes out
 * too much like the text, or cannot be read, looks as it would without any colour. */
struct theme_look theme_look(const struct theme *theme, enum style_id id, int colours, unsigned lost);

#endif
