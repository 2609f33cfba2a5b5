#include "draft/import/docx_styles.h"

#include <stdio.h>

struct docx_reading {
    struct docx_styles *styles;
    bool in_style, in_list;
    int level; /* in numbering.xml; -1: none */
};

static char *copy_of(const char *text) {
    return slice_copy(slice_of(text ? text : ""));
}

static int number_of(const char *text) {
    long n = text ? strtol(text, NULL, 10) : 0;
    return n < 0 ? 0 : n > 1000000 ? 1000000 : (int)n;
}

bool docx_is_on(const char *const *attributes) {
    const char *value = xml_attribute(attributes, "val");
    return !value ||
           !(xml_is(value, "0") || xml_is(value, "false") || xml_is(value, "none") || xml_is(value, "off"));
}

/* "heading 1" in every language of Word; "Title". */
static int heading_of(const char *name) {
    struct slice s = slice_of(name);
    if (slice_equal_nocase(s, SLICE("title"))) return 1;
    if (s.len != strlen("heading 1") || !slice_equal_nocase(slice_range(s, 0, 8), SLICE("heading ")))
        return 0;
    return s.data[8] >= '1' && s.data[8] <= '9' ? s.data[8] - '0' : 0;
}

static void style_start(void *self, const char *name, const char *const *attributes) {
    struct docx_reading *r = self;
    const char *value = xml_attribute(attributes, "val");
    if (xml_is(name, "style")) {
        vec_add(&r->styles->styles)->id = copy_of(xml_attribute(attributes, "styleId"));
        r->in_style = true;
        return;
    }
    if (!r->in_style) return;
    struct docx_style *style = vec_last(&r->styles->styles);
    if (xml_is(name, "name") && value)
        style->heading = heading_of(value);
    else if (xml_is(name, "basedOn") && value && !style->based_on)
        style->based_on = copy_of(value);
    else if (xml_is(name, "outlineLvl") && value && !style->heading && number_of(value) < DOCX_LEVELS)
        style->heading = number_of(value) + 1;
    else if (xml_is(name, "numId"))
        style->list = number_of(value);
    else if (xml_is(name, "b") && docx_is_on(attributes))
        style->looks |= LOOK_BOLD;
    else if (xml_is(name, "i") && docx_is_on(attributes))
        style->looks |= LOOK_ITALIC;
    else if (xml_is(name, "strike") && docx_is_on(attributes))
        style->looks |= LOOK_STRUCK;
}

static void style_end(void *self, const char *name) {
    struct docx_reading *r = self;
    if (xml_is(name, "style")) r->in_style = false;
}

static char sign_of(const char *format) {
    if (xml_is(format, "bullet")) return '-';
    if (xml_is(format, "lowerLetter") || xml_is(format, "upperLetter")) return 'a';
    return xml_is(format, "none") ? 0 : '1';
}

static void list_start(void *self, const char *name, const char *const *attributes) {
    struct docx_reading *r = self;
    struct docx_styles *styles = r->styles;
    const char *value = xml_attribute(attributes, "val");
    if (xml_is(name, "abstractNum")) {
        vec_add(&styles->kinds)->abstract = number_of(xml_attribute(attributes, "abstractNumId"));
        for (size_t i = 0; i < DOCX_LEVELS; i++)
            vec_last(&styles->kinds)->start[i] = 1;
        r->level = -1;
    } else if (xml_is(name, "num")) {
        vec_add(&styles->lists)->number = number_of(xml_attribute(attributes, "numId"));
        r->in_list = true;
    } else if (xml_is(name, "abstractNumId") && r->in_list) {
        vec_last(&styles->lists)->abstract = number_of(value);
    } else if (xml_is(name, "lvlOverride") && r->in_list) {
        int level = number_of(xml_attribute(attributes, "ilvl"));
        r->level = level < DOCX_LEVELS ? level : -1;
    } else if (xml_is(name, "startOverride") && r->in_list && r->level >= 0) {
        vec_last(&styles->lists)->anew[r->level] = number_of(value) + 1;
    } else if (xml_is(name, "lvl") && !r->in_list && styles->kinds.count) {
        int level = number_of(xml_attribute(attributes, "ilvl"));
        r->level = level < DOCX_LEVELS ? level : -1;
    } else if (r->level >= 0 && !r->in_list && xml_is(name, "numFmt") && value) {
        vec_last(&styles->kinds)->signs[r->level] = sign_of(value);
    } else if (r->level >= 0 && !r->in_list && xml_is(name, "start")) {
        vec_last(&styles->kinds)->start[r->level] = number_of(value);
    }
}

static void list_end(void *self, const char *name) {
    struct docx_reading *r = self;
    if (xml_is(name, "num")) r->in_list = false;
    if (xml_is(name, "lvl") || xml_is(name, "lvlOverride")) r->level = -1;
}

static void target_start(void *self, const char *name, const char *const *attributes) {
    struct docx_reading *r = self;
    const char *id = xml_attribute(attributes, "Id"), *target = xml_attribute(attributes, "Target"),
               *mode = xml_attribute(attributes, "TargetMode");
    if (!xml_is(name, "Relationship") || !id || !target || !mode || !xml_is(mode, "External")) return;
    vec_push(&r->styles->owned, copy_of(target));
    *map_put(&r->styles->targets, slice_of(id)) = (uintptr_t)*vec_last(&r->styles->owned);
}

static void nothing_ends(void *self, const char *name) {
    (void)self;
    (void)name;
}

bool docx_styles_read(struct docx_styles *styles, struct package *archive, struct error *e) {
    struct docx_reading reading = {.styles = styles, .level = -1};
    const struct xml_reader readers[] = {
        {.space = DOCX_SPACE, .start = style_start, .end = style_end, .self = &reading},
        {.space = DOCX_SPACE, .start = list_start, .end = list_end, .self = &reading},
        {.space = "relationships", .start = target_start, .end = nothing_ends, .self = &reading}};
    static const char *const parts[] = {"word/styles.xml", "word/numbering.xml",
                                        "word/_rels/document.xml.rels"};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (package_has(archive, parts[i]) && !xml_read_part(&readers[i], archive, parts[i], e)) return false;
    vec_each(struct docx_kind, kind, &styles->kinds)
        memcpy(kind->next, kind->start, sizeof kind->next);
    return true;
}

static const struct docx_style *find_style(const struct docx_styles *styles, const char *id) {
    for (size_t i = 0; id && i < styles->styles.count; i++)
        if (xml_is(styles->styles.items[i].id, id)) return &styles->styles.items[i];
    return NULL;
}

struct docx_style docx_style_of(const struct docx_styles *styles, const char *id) {
    enum { BASES = 12 /* Word's own have three */ };
    struct docx_style sum = {0};
    const struct docx_style *style = find_style(styles, id);
    for (int i = 0; style && i < BASES; i++, style = find_style(styles, style->based_on)) {
        sum.looks |= style->looks;
        if (!sum.heading) sum.heading = style->heading;
        if (!sum.list) sum.list = style->list;
    }
    if (sum.heading) sum.looks = 0; /* a heading is bold anyway */
    return sum;
}

static struct docx_list *find_list(struct docx_styles *styles, int number) {
    vec_each(struct docx_list, list, &styles->lists)
        if (list->number == number) return list;
    return NULL;
}

static struct docx_kind *find_kind(struct docx_styles *styles, int abstract) {
    vec_each(struct docx_kind, kind, &styles->kinds)
        if (kind->abstract == abstract) return kind;
    return NULL;
}

/* Lists of one kind go on counting, but one that begins anew does so with its first item. */
static int next_number(struct docx_kind *kind, struct docx_list *list, int level) {
    if (list->anew[level]) kind->next[level] = list->anew[level] - 1;
    list->anew[level] = 0;
    for (int below = level + 1; below < DOCX_LEVELS; below++)
        kind->next[below] = kind->start[below];
    return kind->next[level]++;
}

bool docx_list_sign(struct docx_styles *styles, int number, int level, char sign[16]) {
    struct docx_list *list = find_list(styles, number);
    struct docx_kind *kind = list ? find_kind(styles, list->abstract) : NULL;
    if (level < 0 || level >= DOCX_LEVELS) level = 0;
    if (!kind || !kind->signs[level]) return false;
    int n = next_number(kind, list, level);
    if (kind->signs[level] == '-')
        snprintf(sign, 16, "-");
    else if (kind->signs[level] == 'a' && n >= 1 && n <= 26)
        snprintf(sign, 16, "%c.", 'a' + n - 1);
    else
        snprintf(sign, 16, "%d.", n);
    return true;
}

const char *docx_target(const struct docx_styles *styles, const char *id) {
    const uintptr_t *target = id ? map_get(&styles->targets, slice_of(id)) : NULL;
    return target ? (const char *)*target : NULL;
}

void docx_styles_free(struct docx_styles *styles) {
    vec_each(struct docx_style, style, &styles->styles) {
        free(style->id);
        free(style->based_on);
    }
    vec_each(char *, one, &styles->owned)
        free(*one);
    vec_free(&styles->styles);
    vec_free(&styles->lists);
    vec_free(&styles->kinds);
    vec_free(&styles->owned);
    map_free(&styles->targets);
}
