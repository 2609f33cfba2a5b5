#include "export/export.h"
#include "export/leaves.h"
#include "export/messages.h"
#include "export/pack.h"
#include "report/xml_text.h"

/*
 * A .docx (ECMA-376): the parts that Word and LibreOffice ask for and no others. Headings are those of Word's
 * own styles, so that its outline knows them.
 */
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define WORD "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define PART "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char types[] = XML
    "<Types xmlns=\"" PACKAGE "content-types\"><Default Extension=\"rels\" "
    "ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" "
    "ContentType=\"application/xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"" PART
    "document.main+xml\"/><Override PartName=\"/word/styles.xml\" ContentType=\"" PART
    "styles+xml\"/><Override PartName=\"/word/numbering.xml\" ContentType=\"" PART
    "numbering+xml\"/></Types>";
static const char relations[] =
    XML "<Relationships xmlns=\"" PACKAGE "relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE
        "/officeDocument\" Target=\"word/document.xml\"/></Relationships>";

struct docx_writer {
    struct str body, links;
    size_t link_count;
    const char *link; /* that is open */
};

static void append_styles(struct str *out) {
    str_append_text(out, XML
                    "<w:styles " WORD "><w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"id-ID\"/></w:rPr>"
                    "</w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after=\"160\"/></w:pPr></w:pPrDefault>"
                    "</w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\">"
                    "<w:name w:val=\"Normal\"/></w:style>");
    for (int level = 1; level <= 6; level++)
        str_printf(
            out,
            "<w:style w:type=\"paragraph\" w:styleId=\"Heading%1$d\"><w:name w:val=\"heading %1$d\"/>"
            "<w:basedOn w:val=\"Normal\"/><w:next w:val=\"Normal\"/><w:pPr><w:keepNext/><w:outlineLvl w:val=\"%2$d\"/>"
            "</w:pPr><w:rPr><w:b/><w:sz w:val=\"%3$d\"/></w:rPr></w:style>",
            level, level - 1, 34 - 2 * level);
    str_append_text(
        out, "<w:style w:type=\"paragraph\" w:styleId=\"Quote\"><w:name w:val=\"Quote\"/>"
             "<w:basedOn w:val=\"Normal\"/><w:pPr><w:ind w:left=\"567\"/></w:pPr></w:style></w:styles>");
}

/* Kind 0 has bullets, kind 1 numbers; list n + 1 is the numbered list n, which begins anew. */
static void append_numbering(struct str *out, const struct leaves *leaves) {
    enum { LEVELS = 9, INDENT = 360 /* twentieths of a point */ };
    str_append_text(out, XML "<w:numbering " WORD ">");
    for (int kind = 0; kind < 2; kind++) {
        str_printf(out, "<w:abstractNum w:abstractNumId=\"%d\"><w:multiLevelType w:val=\"multilevel\"/>",
                   kind);
        for (int level = 0; level < LEVELS; level++)
            str_printf(
                out,
                "<w:lvl w:ilvl=\"%d\"><w:start w:val=\"1\"/><w:numFmt w:val=\"%s\"/><w:lvlText w:val=\"%s%.0d%s\"/>"
                "<w:pPr><w:ind w:left=\"%d\" w:hanging=\"%d\"/></w:pPr></w:lvl>",
                level, kind ? "decimal" : "bullet", kind ? "%" : "•", kind ? level + 1 : 0, kind ? "." : "",
                (level + 1) * INDENT, INDENT);
        str_append_text(out, "</w:abstractNum>");
    }
    str_append_text(out, "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>");
    for (size_t list = 1; list <= leaves->lists; list++) {
        const struct leaf *first = NULL;
        for (size_t i = 0; i < leaves->list.count && !first; i++)
            if (leaves->list.items[i].list == list) first = &leaves->list.items[i];
        str_printf(out, "<w:num w:numId=\"%zu\"><w:abstractNumId w:val=\"1\"/>", list + 1);
        if (first && first->level < LEVELS)
            str_printf(out, "<w:lvlOverride w:ilvl=\"%d\"><w:startOverride w:val=\"%ld\"/></w:lvlOverride>",
                       first->level, strtol(first->number, NULL, 10));
        str_append_text(out, "</w:num>");
    }
    str_append_text(out, "</w:numbering>");
}

static void end_link(struct docx_writer *d) {
    if (d->link) str_append_text(&d->body, "</w:hyperlink>");
    d->link = NULL;
}

static void begin_link(struct docx_writer *d, const char *link) {
    d->link = link;
    if (!link) return;
    str_printf(&d->links,
               "<Relationship Id=\"rLink%zu\" Type=\"" OFFICE
               "/hyperlink\" TargetMode=\"External\" Target=\"",
               ++d->link_count);
    xml_append(&d->links, slice_of(link));
    str_append_text(&d->links, "\"/>");
    str_printf(&d->body, "<w:hyperlink r:id=\"rLink%zu\">", d->link_count);
}

static void append_run(struct docx_writer *d, const struct leaf *leaf, const struct leaf_run *run) {
    struct slice rest = slice_range(str_slice(&leaf->words), run->start, run->end);
    if (run->link != d->link) {
        end_link(d);
        begin_link(d, run->link);
    }
    str_append_text(&d->body, "<w:r><w:rPr>");
    if (run->looks & LEAF_BOLD) str_append_text(&d->body, "<w:b/>");
    if (run->looks & LEAF_ITALIC) str_append_text(&d->body, "<w:i/>");
    if (run->looks & LEAF_STRUCK) str_append_text(&d->body, "<w:strike/>");
    str_append_text(&d->body, "</w:rPr>");
    for (bool first = true; first || rest.len; first = false) {
        bool ends = slice_find_byte(rest, '\n', 0) != SIZE_MAX;
        str_append_text(&d->body, "<w:t xml:space=\"preserve\">");
        xml_append(&d->body, slice_cut(&rest, '\n'));
        str_append_text(&d->body, ends ? "</w:t><w:br/>" : "</w:t>");
    }
    str_append_text(&d->body, "</w:r>");
}

static void append_properties(struct docx_writer *d, const struct leaf *leaf) {
    str_append_text(&d->body, "<w:pPr>");
    if (leaf->kind == LEAF_HEADING) str_printf(&d->body, "<w:pStyle w:val=\"Heading%d\"/>", leaf->level);
    if (leaf->kind == LEAF_QUOTE) str_append_text(&d->body, "<w:pStyle w:val=\"Quote\"/>");
    if (leaf->kind == LEAF_ITEM)
        str_printf(&d->body, "<w:numPr><w:ilvl w:val=\"%d\"/><w:numId w:val=\"%zu\"/></w:numPr>",
                   leaf->level < 9 ? leaf->level : 8, leaf->list + 1);
    str_append_text(&d->body, "</w:pPr>");
}

static void append_row(struct docx_writer *d, const struct leaf *leaf) {
    str_append_text(&d->body, "<w:tr>");
    vec_each(const struct leaf_run, run, &leaf->runs) {
        if (run->cell && run != leaf->runs.items) str_append_text(&d->body, "</w:p></w:tc>");
        if (run->cell) str_append_text(&d->body, "<w:tc><w:tcPr/><w:p>");
        append_run(d, leaf, run);
        end_link(d);
    }
    str_append_text(&d->body, "</w:p></w:tc></w:tr>");
}

static void append_leaf(struct docx_writer *d, const struct leaf *leaf) {
    str_append_text(&d->body, "<w:p>");
    append_properties(d, leaf);
    vec_each(const struct leaf_run, run, &leaf->runs)
        append_run(d, leaf, run);
    end_link(d);
    str_append_text(&d->body, "</w:p>");
}

static void append_leaves(struct docx_writer *d, const struct leaves *leaves) {
    bool in_table = false;
    vec_each(const struct leaf, leaf, &leaves->list) {
        bool row = leaf->kind == LEAF_ROW && leaf->runs.count;
        if (in_table && (!row || leaf->first)) str_append_text(&d->body, "</w:tbl><w:p/>");
        if (row && (!in_table || leaf->first))
            str_append_text(
                &d->body,
                "<w:tbl><w:tblPr><w:tblBorders><w:top w:val=\"single\"/><w:left w:val=\"single\"/>"
                "<w:bottom w:val=\"single\"/><w:right w:val=\"single\"/><w:insideH w:val=\"single\"/>"
                "<w:insideV w:val=\"single\"/></w:tblBorders></w:tblPr><w:tblGrid/>");
        in_table = row;
        (row ? append_row : append_leaf)(d, leaf);
    }
    if (in_table) str_append_text(&d->body, "</w:tbl><w:p/>");
}

static void append_title(struct docx_writer *d, const struct manuscript *m) {
    if (!m->title.len) return;
    str_append_text(&d->body, "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>");
    xml_append(&d->body, str_slice(&m->title));
    str_append_text(&d->body, "</w:t></w:r></w:p>");
}

static bool write(const struct manuscript *m, enum lang lang, struct str *out, struct error *e) {
    struct docx_writer d = {0};
    struct leaves leaves = {0};
    struct str styles = {0}, numbering = {0};
    (void)lang;
    leaves_read(&leaves, str_slice(&m->body));
    append_styles(&styles);
    append_numbering(&numbering, &leaves);
    str_append_text(&d.body, XML "<w:document " WORD " xmlns:r=\"" OFFICE "\"><w:body>");
    str_append_text(&d.links, XML "<Relationships xmlns=\"" PACKAGE
                                  "relationships\"><Relationship Id=\"rId1\" Type=\"" OFFICE
                                  "/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId2\" Type=\"" OFFICE
                                  "/numbering\" Target=\"numbering.xml\"/>");
    append_title(&d, m);
    append_leaves(&d, &leaves);
    str_append_text(&d.body, "<w:sectPr/></w:body></w:document>");
    str_append_text(&d.links, "</Relationships>");
    const struct pack_part parts[] = {
        {"[Content_Types].xml", slice_of(types)},      {"_rels/.rels", slice_of(relations)},
        {"word/document.xml", str_slice(&d.body)},     {"word/styles.xml", str_slice(&styles)},
        {"word/numbering.xml", str_slice(&numbering)}, {"word/_rels/document.xml.rels", str_slice(&d.links)}};
    bool ok = pack_write(parts, sizeof parts / sizeof *parts, out) || error_set(e, EXPORT_PACK);
    leaves_free(&leaves);
    str_free(&styles);
    str_free(&numbering);
    str_free(&d.body);
    str_free(&d.links);
    return ok;
}

const struct export_form export_docx = {.name = "docx", .ending = ".docx", .write = write};
