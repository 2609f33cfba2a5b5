#ifndef SUNTING_CONFIG_THEME_H
#define SUNTING_CONFIG_THEME_H

#include "base/message.h"

/*
 * How the screen looks: a YAML file that gives each style its colours and attributes.
 *
 *     nama: terang
 *     gaya:
 *       ejaan: {huruf: "#a00000", latar: "#ffffff", tampil: [garis-bawah]}
 *     gaya-8:
 *       ejaan: {huruf: putih, latar: merah}
 *
 * gaya-16 and gaya-8 are for terminals of so few colours; there a style needs both colours, and one that is
 * missing is taken from the section before. A style that is missing in gaya looks as it
 * would without colour, in the colours of the text. `warna: tidak` is a theme without any colour. Data only,
 * within the limits of draft/front/yaml_limits.h.
 */
enum style_id {
#define STYLE(id, name) STYLE_##id,
#include "config/styles.def"
#undef STYLE
    STYLE_COUNT
};

enum style_attribute { LOOK_BOLD = 1, LOOK_UNDERLINE = 2, LOOK_REVERSE = 4, LOOK_DIM = 8, LOOK_ITALIC = 16 };

struct style {
    uint32_t foreground, background; /* 0xRRGGBB */
    unsigned look;                   /* enum style_attribute, with colour */
};

/* The sections, from that for the most colours to that for the fewest. */
enum theme_section { SECTION_ALL, SECTION_16, SECTION_8, SECTION_COUNT };

struct theme {
    struct str name;
    bool plain; /* no colour at all */
    struct style styles[SECTION_COUNT][STYLE_COUNT];
    bool given[SECTION_COUNT][STYLE_COUNT];
};

/* Black on white; used when no file can be read. */
void theme_default(struct theme *theme);
/* The name of the theme that suits a terminal which says "text;background" of its colours, as some do in
 * COLORFGBG; NULL: it says nothing. */
const char *theme_for(const char *colours);
/* Reads a theme over the default one. False with a sentence that names the line. */
bool theme_load(struct theme *theme, const char *path, struct error *e);
bool theme_parse(struct theme *theme, struct slice yaml, const char *path, struct error *e);
void theme_free(struct theme *theme);
/* What tells a style apart without any colour. */
unsigned style_mono(enum style_id id);

#endif
