#include "draft/import/odt_styles.h"
#include "draft/import/readers.h"

/*
 * content.xml (OASIS OpenDocument 1.2): text:p and text:h with text:span inside. What was deleted stands in
 * text:tracked-changes, apart from the text, and is skipped with it.
 */
enum { DEPTH = 64 /* spans and lists within each other */ };

struct odt {
    struct sheet sheet;
    struct odt_styles styles;
    unsigned looks[DEPTH]; /* of the paragraph, then of each span inside it */
    size_t spans;
    const struct odt_list *lists[DEPTH];
    int counts[DEPTH]; /* items so far */
    size_t depth;      /* of lists */
    bool item_begun;   /* its first paragraph is still to come */
    int heading;       /* of the paragraph; 0: it is none */
    size_t paragraphs; /* open within each other */
    size_t skipped;
    bool blank; /* the last sign was a blank: more of them are one */
    struct str target;
    bool in_link;
};

static int number_of(const char *const *attributes, const char *name, int otherwise) {
    const char *value = xml_attribute(attributes, name);
    long n = value ? strtol(value, NULL, 10) : otherwise;
    return n < 0 || n > 10000 ? otherwise : (int)n;
}

static void begin_paragraph(struct odt *o, bool heading, const char *const *attributes) {
    struct odt_style style = odt_style_of(&o->styles, xml_attribute(attributes, "style-name"));
    o->heading = heading ? number_of(attributes, "outline-level", 1) : style.title ? 1 : 0;
    o->looks[0] = o->heading ? 0 : style.looks;
    o->spans = 0;
    o->blank = true;
    o->paragraphs++;
}

static void end_paragraph(struct odt *o) {
    struct sheet_paragraph paragraph = {.kind = SHEET_TEXT};
    if (o->heading) {
        paragraph = (struct sheet_paragraph){.kind = SHEET_HEADING, .level = o->heading};
    } else if (o->depth && o->item_begun && vec_last(&o->sheet.frames)->words.len) {
        size_t level = o->depth - 1;
        const struct odt_list *list = o->lists[level];
        if (odt_list_sign(list, level, ++o->counts[level], paragraph.number))
            paragraph.kind = SHEET_ITEM, paragraph.level = (int)level;
    }
    o->item_begun = false;
    sheet_paragraph(&o->sheet, &paragraph);
    if (o->paragraphs) o->paragraphs--;
}

static void put(struct odt *o, struct slice text) {
    sheet_text(&o->sheet, text, o->looks[o->spans]);
}

static void begin_list(struct odt *o, const char *const *attributes) {
    const struct odt_list *list = odt_list_of(&o->styles, xml_attribute(attributes, "style-name"));
    if (o->depth + 1 >= DEPTH) return;
    if (!list && o->depth) list = o->lists[o->depth - 1];
    o->lists[o->depth] = list;
    o->counts[o->depth++] = 0;
}

static void begin_span(struct odt *o, const char *const *attributes) {
    unsigned outer = o->looks[o->spans];
    struct odt_style style = odt_style_of(&o->styles, xml_attribute(attributes, "style-name"));
    if (o->spans + 1 < DEPTH) o->spans++;
    o->looks[o->spans] =
        o->heading ? style.looks & ~(unsigned)LOOK_BOLD : (outer & ~style.unlooks) | style.looks;
}

static void begin_link(struct odt *o, const char *const *attributes) {
    const char *target = xml_attribute(attributes, "href");
    o->in_link = target && *target && *target != '#' && !o->in_link;
    if (!o->in_link) return;
    str_clear(&o->target);
    str_append_text(&o->target, target);
    sheet_link_begin(&o->sheet);
}

static void begin_note(struct odt *o) {
    sheet_note_begin(&o->sheet, sheet_note_sign(&o->sheet));
}

/* Blanks that XML would swallow, tabs and line ends have elements of their own. */
static void sign(struct odt *o, const char *name, const char *const *attributes) {
    if (xml_is(name, "s")) {
        for (int n = number_of(attributes, "c", 1); n > 0; n--)
            put(o, SLICE(" "));
    } else if (xml_is(name, "tab")) {
        put(o, SLICE(" "));
    } else if (xml_is(name, "line-break")) {
        sheet_break(&o->sheet);
        o->blank = true;
    }
}

static bool is_left_out(const char *name) {
    static const char *const names[] = {"tracked-changes",  "note-citation",  "annotation",
                                        "sequence-decls",   "forms",          "scripts",
                                        "automatic-styles", "font-face-decls"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (xml_is(name, names[i])) return true;
    return xml_is(name, ":title") || xml_is(name, ":desc") || xml_is(name, ":math");
}

static void on_start(void *self, const char *name, const char *const *attributes) {
    struct odt *o = self;
    if (o->skipped || is_left_out(name))
        o->skipped++;
    else if (xml_is(name, "p") || xml_is(name, "h"))
        begin_paragraph(o, name[0] == 'h', attributes);
    else if (xml_is(name, "span"))
        begin_span(o, attributes);
    else if (xml_is(name, "list"))
        begin_list(o, attributes);
    else if (xml_is(name, "list-item"))
        o->item_begun = true;
    else if (xml_is(name, "a"))
        begin_link(o, attributes);
    else if (xml_is(name, "note-body"))
        begin_note(o);
    else if (xml_is(name, "text-box"))
        sheet_box_begin(&o->sheet);
    else if (xml_is(name, "table"))
        sheet_table_begin(&o->sheet);
    else if (xml_is(name, "table-row"))
        sheet_row(&o->sheet);
    else if (xml_is(name, "table-cell") || xml_is(name, "covered-table-cell"))
        sheet_cell_begin(&o->sheet);
    else
        sign(o, name, attributes);
}

static void on_end(void *self, const char *name) {
    struct odt *o = self;
    if (o->skipped)
        o->skipped--;
    else if (xml_is(name, "p") || xml_is(name, "h"))
        end_paragraph(o);
    else if (xml_is(name, "span"))
        o->spans -= o->spans > 0;
    else if (xml_is(name, "list"))
        o->depth -= o->depth > 0;
    else if (xml_is(name, "note-body"))
        sheet_note_end(&o->sheet);
    else if (xml_is(name, "text-box"))
        sheet_box_end(&o->sheet);
    else if (xml_is(name, "table"))
        sheet_table_end(&o->sheet);
    else if (xml_is(name, "table-cell") || xml_is(name, "covered-table-cell"))
        sheet_cell_end(&o->sheet);
    else if (xml_is(name, "a") && o->in_link) {
        sheet_link_end(&o->sheet, str_text(&o->target));
        o->in_link = false;
    }
}

static void on_text(void *self, struct slice text) {
    struct odt *o = self;
    if (o->skipped || !o->paragraphs) return;
    for (size_t at = 0; at < text.len; at++) {
        bool blank = strchr(" \t\r\n", text.data[at]) != NULL;
        if (!(blank && o->blank)) put(o, blank ? SLICE(" ") : slice_range(text, at, at + 1));
        o->blank = blank;
    }
}

bool odt_read(struct package *archive, struct str *out, struct error *e) {
    struct odt o = {0};
    const struct xml_reader reader = {
        .space = ODT_SPACE, .start = on_start, .end = on_end, .text = on_text, .self = &o};
    sheet_begin(&o.sheet, out);
    bool ok = odt_styles_read(&o.styles, archive, e) && xml_read_part(&reader, archive, ODT_BODY, e);
    sheet_end(&o.sheet);
    odt_styles_free(&o.styles);
    str_free(&o.target);
    return ok;
}
