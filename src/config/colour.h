#ifndef SUNTING_CONFIG_COLOUR_H
#define SUNTING_CONFIG_COLOUR_H

#include "base/str.h"

/* Colours as 0xRRGGBB, and what a terminal with few of them can show. */

#define COLOUR_NONE UINT32_MAX

/* Reads "#rrggbb", or the name of one of the sixteen: hitam, merah, ..., putih-terang. */
bool colour_parse(struct slice text, uint32_t *rgb);
/* The index of the nearest colour among the first count (8, 16, or 256) of xterm's; of 256 only the fixed 240
 * count, since users change the first sixteen. */
int colour_nearest(uint32_t rgb, int count);
/* What xterm shows for an index. */
uint32_t colour_of_index(int index);
/* The contrast of two colours as WCAG 2 defines it: from 1 to 21; text wants 4.5. */
double colour_contrast(uint32_t a, uint32_t b);

#endif
