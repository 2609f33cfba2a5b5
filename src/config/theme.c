#include "config/theme.h"

#include "base/file.h"
#include "base/messages.h"
#include "config/colour.h"
#include "config/messages.h"
#include "draft/front/yaml_limits.h"

#include <yaml.h>

static const char *const names[STYLE_COUNT] = {
#define STYLE(id, name) name,
#include "config/styles.def"
#undef STYLE
};

static const struct {
    const char *name;
    unsigned look;
} looks[] = {
    {"tebal", LOOK_BOLD}, {"garis-bawah", LOOK_UNDERLINE}, {"balik", LOOK_REVERSE},
    {"redup", LOOK_DIM},  {"miring", LOOK_ITALIC},
};

unsigned style_mono(enum style_id id) {
    static const unsigned looks_of[STYLE_COUNT] = {
        [STYLE_TITLE] = LOOK_REVERSE,
        [STYLE_STATUS] = LOOK_REVERSE,
        [STYLE_HINT_KEY] = LOOK_REVERSE,
        [STYLE_MARGIN] = LOOK_BOLD,
        [STYLE_FAINT] = LOOK_DIM,
        [STYLE_SELECTION] = LOOK_REVERSE,
        [STYLE_MATCH] = LOOK_REVERSE | LOOK_BOLD,
        [STYLE_PANEL_TITLE] = LOOK_BOLD,
        [STYLE_PANEL_FAINT] = LOOK_DIM,
        [STYLE_PANEL_CHOSEN] = LOOK_REVERSE,
        [STYLE_NOTICE] = LOOK_BOLD | LOOK_REVERSE,
        [STYLE_ALARM] = LOOK_BOLD | LOOK_UNDERLINE | LOOK_REVERSE,
        [STYLE_HEADING] = LOOK_BOLD | LOOK_ITALIC,
        [STYLE_STRONG] = LOOK_BOLD | LOOK_ITALIC,
        [STYLE_EMPHASIS] = LOOK_ITALIC,
        [STYLE_MARKUP] = LOOK_DIM,
        [STYLE_DUPLICATE] = LOOK_BOLD,
        [STYLE_SOURCE] = LOOK_BOLD | LOOK_UNDERLINE,
        [STYLE_SPELLING] = LOOK_UNDERLINE,
        [STYLE_FACT] = LOOK_BOLD | LOOK_REVERSE,
        [STYLE_TYPOGRAPHY] = LOOK_REVERSE,
        [STYLE_MANNER] = LOOK_DIM | LOOK_UNDERLINE,
        [STYLE_ARCHIVE] = LOOK_BOLD | LOOK_DIM,
        [STYLE_METADATA] = LOOK_DIM | LOOK_REVERSE,
    };
    return looks_of[id];
}

/* 7 and 15 are the two whites; all other colours are dark, or unknown. */
const char *theme_for(const char *colours) {
    const char *background = colours ? strrchr(colours, ';') : NULL;
    bool light = background && (strcmp(background, ";7") == 0 || strcmp(background, ";15") == 0);
    return light ? "terang" : "gelap";
}

void theme_default(struct theme *theme) {
    str_clear(&theme->name);
    for (size_t i = 0; i < STYLE_COUNT; i++)
        theme->styles[SECTION_ALL][i] = (struct style){0x000000, 0xFFFFFF, style_mono((enum style_id)i)};
}

void theme_free(struct theme *theme) {
    str_free(&theme->name);
}

/* The file as events. */
struct theme_reader {
    yaml_parser_t parser;
    yaml_event_t event; /* the current one */
    bool have;
    int depth;
    const char *path;
    struct error *e;
};

static size_t line_of(const struct theme_reader *r) {
    return r->event.start_mark.line + 1;
}

static bool refuse(struct theme_reader *r) {
    return error_set(r->e, THEME_BROKEN, r->path, line_of(r));
}

static struct slice scalar(const struct theme_reader *r) {
    return (struct slice){(const char *)r->event.data.scalar.value, r->event.data.scalar.length};
}

/* Goes on to the next event. */
static bool advance(struct theme_reader *r) {
    if (r->have) yaml_event_delete(&r->event);
    r->have = false;
    if (!yaml_parser_parse(&r->parser, &r->event))
        return error_set(r->e, THEME_BROKEN, r->path, r->parser.problem_mark.line + 1);
    r->have = true;
    if (yaml_has_reference(&r->event)) return refuse(r);
    switch (r->event.type) {
    case YAML_MAPPING_START_EVENT:
    case YAML_SEQUENCE_START_EVENT:
        return ++r->depth <= YAML_DEPTH || refuse(r);
    case YAML_MAPPING_END_EVENT:
    case YAML_SEQUENCE_END_EVENT:
        r->depth--;
        return true;
    default:
        return true;
    }
}

static bool expect(struct theme_reader *r, yaml_event_type_t type) {
    return advance(r) && (r->event.type == type || refuse(r));
}

static bool read_colour(struct theme_reader *r, uint32_t *rgb) {
    return expect(r, YAML_SCALAR_EVENT) && (colour_parse(scalar(r), rgb) || refuse(r));
}

static bool read_looks(struct theme_reader *r, unsigned *look) {
    *look = 0;
    if (!expect(r, YAML_SEQUENCE_START_EVENT)) return false;
    while (advance(r)) {
        if (r->event.type == YAML_SEQUENCE_END_EVENT) return true;
        if (r->event.type != YAML_SCALAR_EVENT) return refuse(r);
        unsigned found = 0;
        for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
            if (slice_equal_text(scalar(r), looks[i].name)) found = looks[i].look;
        if (!found) return refuse(r);
        *look |= found;
    }
    return false;
}

static bool read_style(struct theme_reader *r, struct style *style) {
    if (!expect(r, YAML_MAPPING_START_EVENT)) return false;
    while (advance(r)) {
        if (r->event.type == YAML_MAPPING_END_EVENT) return true;
        if (r->event.type != YAML_SCALAR_EVENT) return refuse(r);
        bool ok;
        if (slice_equal_text(scalar(r), "huruf"))
            ok = read_colour(r, &style->foreground);
        else if (slice_equal_text(scalar(r), "latar"))
            ok = read_colour(r, &style->background);
        else
            ok = slice_equal_text(scalar(r), "tampil") ? read_looks(r, &style->look) : refuse(r);
        if (!ok) return false;
    }
    return false;
}

/* The colours of a terminal with few are called by their names, and none may be missing. */
static bool read_styles(struct theme_reader *r, struct theme *theme, enum theme_section section) {
    bool *seen = theme->given[section];
    if (!expect(r, YAML_MAPPING_START_EVENT)) return false;
    while (advance(r)) {
        if (r->event.type == YAML_MAPPING_END_EVENT) return true;
        if (r->event.type != YAML_SCALAR_EVENT) return refuse(r);
        size_t id = 0;
        while (id < STYLE_COUNT && !slice_equal_text(scalar(r), names[id]))
            id++;
        if (id == STYLE_COUNT || seen[id]) return refuse(r);
        seen[id] = true;
        struct style *style = &theme->styles[section][id];
        if (section != SECTION_ALL) *style = (struct style){COLOUR_NONE, COLOUR_NONE, 0};
        if (!read_style(r, style)) return false;
        if (style->foreground == COLOUR_NONE || style->background == COLOUR_NONE) return refuse(r);
    }
    return false;
}

static bool read_name(struct theme_reader *r, struct theme *theme) {
    str_clear(&theme->name);
    if (!expect(r, YAML_SCALAR_EVENT)) return false;
    str_append(&theme->name, scalar(r));
    return true;
}

static bool read_plain(struct theme_reader *r, struct theme *theme) {
    if (!expect(r, YAML_SCALAR_EVENT)) return false;
    theme->plain = slice_equal_text(scalar(r), "tidak");
    return theme->plain || slice_equal_text(scalar(r), "ya") || refuse(r);
}

static bool read_part(struct theme_reader *r, struct theme *theme) {
    static const char *const sections[SECTION_COUNT] = {"gaya", "gaya-16", "gaya-8"};
    for (size_t i = 0; i < SECTION_COUNT; i++)
        if (slice_equal_text(scalar(r), sections[i])) return read_styles(r, theme, (enum theme_section)i);
    if (slice_equal_text(scalar(r), "nama")) return read_name(r, theme);
    if (slice_equal_text(scalar(r), "warna")) return read_plain(r, theme);
    return refuse(r);
}

static bool read_document(struct theme_reader *r, struct theme *theme) {
    if (!expect(r, YAML_STREAM_START_EVENT) || !expect(r, YAML_DOCUMENT_START_EVENT) ||
        !expect(r, YAML_MAPPING_START_EVENT))
        return false;
    while (advance(r)) {
        if (r->event.type == YAML_MAPPING_END_EVENT)
            return expect(r, YAML_DOCUMENT_END_EVENT) && expect(r, YAML_STREAM_END_EVENT);
        if (r->event.type != YAML_SCALAR_EVENT || !read_part(r, theme)) return refuse(r);
    }
    return false;
}

bool theme_parse(struct theme *theme, struct slice yaml, const char *path, struct error *e) {
    if (yaml.len > YAML_BYTES) return error_set(e, FILE_TOO_LARGE, path, (size_t)1);
    struct theme_reader r = {.path = path, .e = e};
    if (!yaml_parser_initialize(&r.parser)) return error_set(e, THEME_BROKEN, path, (size_t)1);
    yaml_parser_set_encoding(&r.parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&r.parser, (const unsigned char *)yaml.data, yaml.len);
    struct theme read = {0};
    theme_default(&read);
    bool ok = read_document(&r, &read);
    if (r.have) yaml_event_delete(&r.event);
    yaml_parser_delete(&r.parser);
    if (ok) {
        theme_free(theme);
        *theme = read;
    } else {
        theme_free(&read);
    }
    return ok;
}

bool theme_load(struct theme *theme, const char *path, struct error *e) {
    struct str bytes = {0};
    bool ok = file_read(path, YAML_BYTES, &bytes, e) && theme_parse(theme, str_slice(&bytes), path, e);
    str_free(&bytes);
    return ok;
}
