#include "export/export.h"
#include "report/xml_text.h"

#include <md4c-html.h>

static void take(const MD_CHAR *bytes, MD_SIZE size, void *out) {
    str_append(out, (struct slice){bytes, size});
}

/* A whole page, of whose body a CMS takes what it wants; the title is its only heading of the first level
 * when the draft has none. */
static bool write(const struct manuscript *m, enum lang lang, struct str *out, struct error *e) {
    (void)e;
    (void)lang;
    str_append_text(out, "<!DOCTYPE html>\n<html lang=\"id\">\n<head>\n<meta charset=\"utf-8\">\n<title>");
    xml_append(out, m->title.len ? str_slice(&m->title) : SLICE("Naskah"));
    str_append_text(out, "</title>\n</head>\n<body>\n<article>\n");
    if (m->title.len) {
        str_append_text(out, "<h1>");
        xml_append(out, str_slice(&m->title));
        str_append_text(out, "</h1>\n");
    }
    md_html(str_text(&m->body), (MD_SIZE)m->body.len, take, out, MD_DIALECT_GITHUB, 0);
    str_append_text(out, "</article>\n</body>\n</html>\n");
    return true;
}

const struct export_form export_html = {.name = "html", .write = write};
