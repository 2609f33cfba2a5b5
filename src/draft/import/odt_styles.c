#include "draft/import/odt_styles.h"

#include <stdio.h>

struct odt_reading {
    struct odt_styles *styles;
    bool in_style;
};

static void look(struct odt_style *style, unsigned look, bool on) {
    *(on ? &style->looks : &style->unlooks) |= look;
}

static void text_properties(struct odt_style *style, const char *const *attributes) {
    const char *weight = xml_attribute(attributes, "font-weight"),
               *slant = xml_attribute(attributes, "font-style"),
               *through = xml_attribute(attributes, "text-line-through-style");
    if (weight) look(style, LOOK_BOLD, strcmp(weight, "bold") == 0 || strtol(weight, NULL, 10) >= 600);
    if (slant) look(style, LOOK_ITALIC, !xml_is(slant, "normal"));
    if (through) look(style, LOOK_STRUCK, !xml_is(through, "none"));
}

static void list_level(struct odt_list *list, char sign, const char *const *attributes) {
    const char *level = xml_attribute(attributes, "level"), *format = xml_attribute(attributes, "num-format");
    long n = level ? strtol(level, NULL, 10) : 1;
    if (n < 1 || n > ODT_LEVELS) return;
    if (sign == '1') sign = !format || !*format ? 0 : *format == 'a' || *format == 'A' ? 'a' : '1';
    list->signs[n - 1] = sign;
}

static void on_start(void *self, const char *name, const char *const *attributes) {
    struct odt_reading *r = self;
    const char *own = xml_attribute(attributes, "name"),
               *parent = xml_attribute(attributes, "parent-style-name");
    if (xml_is(name, "style") && own) {
        struct odt_style *style = vec_add(&r->styles->styles);
        style->name = slice_copy(slice_of(own));
        style->title = xml_is(own, "Title");
        if (parent) style->parent = slice_copy(slice_of(parent));
        r->in_style = true;
    } else if (xml_is(name, "list-style") && own) {
        vec_add(&r->styles->lists)->name = slice_copy(slice_of(own));
    } else if (xml_is(name, "text-properties") && r->in_style) {
        text_properties(vec_last(&r->styles->styles), attributes);
    } else if (r->styles->lists.count && xml_is(name, "list-level-style-number")) {
        list_level(vec_last(&r->styles->lists), '1', attributes);
    } else if (r->styles->lists.count && xml_is(name, "list-level-style-bullet")) {
        list_level(vec_last(&r->styles->lists), '-', attributes);
    }
}

static void on_end(void *self, const char *name) {
    struct odt_reading *r = self;
    if (xml_is(name, "style")) r->in_style = false;
}

bool odt_styles_read(struct odt_styles *styles, struct package *archive, struct error *e) {
    struct odt_reading reading = {.styles = styles};
    const struct xml_reader reader = {.space = ODT_SPACE, .start = on_start, .end = on_end, .self = &reading};
    return xml_read_part(&reader, archive, "content.xml", e) &&
           (!package_has(archive, "styles.xml") || xml_read_part(&reader, archive, "styles.xml", e));
}

static const struct odt_style *find(const struct odt_styles *styles, const char *name) {
    for (size_t i = 0; name && i < styles->styles.count; i++)
        if (xml_is(styles->styles.items[i].name, name)) return &styles->styles.items[i];
    return NULL;
}

struct odt_style odt_style_of(const struct odt_styles *styles, const char *name) {
    enum { PARENTS = 12 /* those of LibreOffice have four */ };
    struct odt_style sum = {0};
    const struct odt_style *style = find(styles, name);
    for (int i = 0; style && i < PARENTS; i++, style = find(styles, style->parent)) {
        sum.looks |= style->looks & ~sum.unlooks;
        sum.unlooks |= style->unlooks & ~sum.looks;
        sum.title |= style->title;
    }
    return sum;
}

const struct odt_list *odt_list_of(const struct odt_styles *styles, const char *name) {
    for (size_t i = 0; name && i < styles->lists.count; i++)
        if (xml_is(styles->lists.items[i].name, name)) return &styles->lists.items[i];
    return NULL;
}

bool odt_list_sign(const struct odt_list *list, size_t level, int n, char sign[16]) {
    char kind = !list ? '-' : level < ODT_LEVELS ? list->signs[level] : '-';
    if (kind == '-')
        snprintf(sign, 16, "-");
    else if (kind == 'a' && n <= 26)
        snprintf(sign, 16, "%c.", 'a' + n - 1);
    else if (kind)
        snprintf(sign, 16, "%d.", n);
    return kind != 0;
}

void odt_styles_free(struct odt_styles *styles) {
    vec_each(struct odt_style, style, &styles->styles) {
        free(style->name);
        free(style->parent);
    }
    vec_each(struct odt_list, list, &styles->lists)
        free(list->name);
    vec_free(&styles->styles);
    vec_free(&styles->lists);
}
