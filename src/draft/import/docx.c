#include "draft/import/docx_styles.h"
#include "draft/import/readers.h"

/*
 * word/document.xml (ECMA-376 part 1, 17): paragraphs w:p of runs w:r of texts w:t. Deleted and moved-away
 * text (w:del, w:moveFrom) is skipped, inserted text kept; a paragraph whose mark was deleted goes on in the
 * next one.
 */
struct look {
    struct docx_style style; /* of the paragraph */
    int list, level;         /* what it says itself; -1: nothing */
    bool joins;              /* its end was deleted */
};

enum { BOXES = 16 /* text boxes within each other */ };

/* A sign that stands in the text, and the id of the note that it is for. */
struct note {
    bool at_end; /* an endnote */
    long id;
    size_t number;
};

struct docx {
    struct sheet sheet;
    struct docx_styles styles;
    struct look looks[BOXES];
    size_t boxes;
    size_t skipped;      /* elements open from one on that is left out */
    unsigned run, unrun; /* looks that the run switches on, and off */
    unsigned run_style;
    bool marked; /* a note has a mark of its own, which follows in the run: the sign stands for it */
    bool hidden, in_run_properties, in_mark, in_text, in_link;
    struct str target;
    VEC(struct note) notes;
    bool at_end; /* endnotes are read, not footnotes */
};

static struct look *look_of(struct docx *d) {
    return &d->looks[d->boxes];
}

static int value_of(const char *const *attributes) {
    const char *value = xml_attribute(attributes, "val");
    long n = value ? strtol(value, NULL, 10) : 0;
    return n < 0 || n > 1000000 ? 0 : (int)n;
}

static void end_paragraph(struct docx *d) {
    struct look *look = look_of(d);
    struct sheet_paragraph paragraph = {.kind = SHEET_TEXT};
    if (look->joins) return; /* the next one begins after these words */
    int list = look->list >= 0 ? look->list : look->style.list;
    bool blank = !vec_last(&d->sheet.frames)->words.len;
    if (look->style.heading)
        paragraph = (struct sheet_paragraph){.kind = SHEET_HEADING, .level = look->style.heading};
    else if (list && !blank && docx_list_sign(&d->styles, list, look->level, paragraph.number))
        paragraph.kind = SHEET_ITEM, paragraph.level = look->level;
    sheet_paragraph(&d->sheet, &paragraph);
}

static void paragraph_property(struct docx *d, const char *name, const char *const *attributes) {
    struct look *look = look_of(d);
    if (xml_is(name, "pStyle"))
        look->style = docx_style_of(&d->styles, xml_attribute(attributes, "val"));
    else if (xml_is(name, "numId"))
        look->list = value_of(attributes);
    else if (xml_is(name, "ilvl"))
        look->level = value_of(attributes);
    else if (xml_is(name, "outlineLvl") && value_of(attributes) < DOCX_LEVELS)
        look->style.heading = value_of(attributes) + 1;
}

static void run_property(struct docx *d, const char *name, const char *const *attributes) {
    static const struct {
        const char *name;
        unsigned look;
    } looks[] = {{"b", LOOK_BOLD}, {"i", LOOK_ITALIC}, {"strike", LOOK_STRUCK}, {"dstrike", LOOK_STRUCK}};
    if (xml_is(name, "vanish")) d->hidden = docx_is_on(attributes);
    if (xml_is(name, "rStyle"))
        d->run_style = docx_style_of(&d->styles, xml_attribute(attributes, "val")).looks;
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (xml_is(name, looks[i].name)) *(docx_is_on(attributes) ? &d->run : &d->unrun) |= looks[i].look;
}

static void put(struct docx *d, struct slice text) {
    unsigned looks = (d->run | d->run_style | look_of(d)->style.looks) & ~d->unrun;
    if (look_of(d)->style.heading) looks &= ~(unsigned)LOOK_BOLD;
    if (!d->hidden && !d->marked) sheet_text(&d->sheet, text, looks);
}

static long id_of(const char *const *attributes) {
    const char *id = xml_attribute(attributes, "id");
    return id ? strtol(id, NULL, 10) : 0;
}

static void note_reference(struct docx *d, bool at_end, const char *const *attributes) {
    struct note note = {at_end, id_of(attributes), sheet_note_sign(&d->sheet)};
    vec_push(&d->notes, note);
    d->marked = xml_attribute(attributes, "customMarkFollows") != NULL;
}

static void begin_box(struct docx *d) {
    sheet_box_begin(&d->sheet);
    if (d->boxes + 1 < BOXES) d->boxes++;
    *look_of(d) = (struct look){.list = -1};
}

static void begin_link(struct docx *d, const char *const *attributes) {
    const char *target = docx_target(&d->styles, xml_attribute(attributes, "id"));
    str_clear(&d->target);
    d->in_link = target && !d->in_link;
    if (!d->in_link) return;
    str_append_text(&d->target, target);
    sheet_link_begin(&d->sheet);
}

/* Signs inside a run that are no text. */
static void sign(struct docx *d, const char *name, const char *const *attributes) {
    const char *type = xml_attribute(attributes, "type");
    if (xml_is(name, "tab") || xml_is(name, "ptab"))
        put(d, SLICE(" "));
    else if (xml_is(name, "cr") || (xml_is(name, "br") && !(type && xml_is(type, "page"))))
        sheet_break(&d->sheet);
    else if (xml_is(name, "noBreakHyphen"))
        put(d, SLICE("-"));
    else if (xml_is(name, "footnoteReference"))
        note_reference(d, false, attributes);
    else if (xml_is(name, "endnoteReference"))
        note_reference(d, true, attributes);
}

static bool is_left_out(const char *name) {
    static const char *const names[] = {"del",       "moveFrom",  "sdtPr",     "sectPr",      ":Fallback",
                                        "pPrChange", "rPrChange", "instrText", "delInstrText"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (xml_is(name, names[i])) return true;
    return false;
}

static void on_start(void *self, const char *name, const char *const *attributes) {
    struct docx *d = self;
    if (d->in_mark && xml_is(name, "del")) look_of(d)->joins = true;
    if (d->skipped || is_left_out(name)) {
        d->skipped++;
    } else if (xml_is(name, "p")) {
        *look_of(d) = (struct look){.list = -1};
    } else if (xml_is(name, "pPr")) {
        d->in_mark = true;
    } else if (xml_is(name, "r")) {
        d->run = d->unrun = d->run_style = 0;
        d->hidden = d->marked = false;
    } else if (xml_is(name, "rPr")) {
        d->in_run_properties = !d->in_mark;
    } else if (d->in_run_properties) {
        run_property(d, name, attributes);
    } else if (d->in_mark) {
        paragraph_property(d, name, attributes);
    } else if (xml_is(name, "t") || xml_is(name, ":t")) {
        d->in_text = true;
    } else if (xml_is(name, "txbxContent")) {
        begin_box(d);
    } else if (xml_is(name, "hyperlink")) {
        begin_link(d, attributes);
    } else if (xml_is(name, "tbl")) {
        sheet_table_begin(&d->sheet);
    } else if (xml_is(name, "tr")) {
        sheet_row(&d->sheet);
    } else if (xml_is(name, "tc")) {
        sheet_cell_begin(&d->sheet);
    } else {
        sign(d, name, attributes);
    }
}

static void on_end(void *self, const char *name) {
    struct docx *d = self;
    if (d->skipped) {
        d->skipped--;
    } else if (xml_is(name, "p")) {
        end_paragraph(d);
    } else if (xml_is(name, "pPr")) {
        d->in_mark = false;
    } else if (xml_is(name, "rPr")) {
        d->in_run_properties = false;
    } else if (xml_is(name, "t") || xml_is(name, ":t")) {
        d->in_text = false;
    } else if (xml_is(name, "txbxContent")) {
        sheet_box_end(&d->sheet);
        if (d->boxes) d->boxes--;
    } else if (xml_is(name, "hyperlink") && d->in_link) {
        sheet_link_end(&d->sheet, str_text(&d->target));
        d->in_link = false;
    } else if (xml_is(name, "tbl")) {
        sheet_table_end(&d->sheet);
    } else if (xml_is(name, "tc")) {
        sheet_cell_end(&d->sheet);
    }
}

static void on_text(void *self, struct slice text) {
    struct docx *d = self;
    if (d->in_text && !d->skipped) put(d, text);
}

/* The notes stand in a part of their own, each with the id that its sign has. */
static size_t number_of_note(const struct docx *d, long id) {
    vec_each(const struct note, note, &d->notes)
        if (note->at_end == d->at_end && note->id == id) return note->number;
    return 0;
}

static bool is_note(const struct docx *d, const char *name) {
    return xml_is(name, d->at_end ? "endnote" : "footnote");
}

static void note_start(void *self, const char *name, const char *const *attributes) {
    struct docx *d = self;
    if (d->skipped || !is_note(d, name)) {
        on_start(self, name, attributes);
        return;
    }
    size_t number = number_of_note(d, id_of(attributes));
    if (number)
        sheet_note_begin(&d->sheet, number);
    else
        d->skipped++; /* the lines that divide notes from the text */
}

static void note_end(void *self, const char *name) {
    struct docx *d = self;
    if (!d->skipped && is_note(d, name))
        sheet_note_end(&d->sheet);
    else
        on_end(self, name);
}

static bool read_notes(struct docx *d, struct package *archive, bool at_end, struct error *e) {
    const struct xml_reader reader = {
        .space = DOCX_SPACE, .start = note_start, .end = note_end, .text = on_text, .self = d};
    const char *part = at_end ? "word/endnotes.xml" : "word/footnotes.xml";
    d->at_end = at_end;
    return !package_has(archive, part) || xml_read_part(&reader, archive, part, e);
}

bool docx_read(struct package *archive, struct str *out, struct error *e) {
    struct docx d = {0};
    const struct xml_reader reader = {
        .space = DOCX_SPACE, .start = on_start, .end = on_end, .text = on_text, .self = &d};
    sheet_begin(&d.sheet, out);
    bool ok = docx_styles_read(&d.styles, archive, e) && xml_read_part(&reader, archive, DOCX_BODY, e) &&
              read_notes(&d, archive, false, e) && read_notes(&d, archive, true, e);
    sheet_end(&d.sheet);
    docx_styles_free(&d.styles);
    str_free(&d.target);
    vec_free(&d.notes);
    return ok;
}
