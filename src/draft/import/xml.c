#include "draft/import/xml.h"

#include "base/memory.h"
#include "draft/import/messages.h"

#include <expat.h>
#include <stdlib.h>

enum { SEPARATOR = '|' };

struct run {
    const struct xml_reader *reader;
    XML_Parser parser;
    size_t depth;
    struct str name;
};

static const char *local(const char *name) {
    const char *bar = strrchr(name, SEPARATOR);
    return bar ? bar + 1 : name;
}

static const char *name_of(struct run *run, const char *name) {
    const char *own = local(name);
    struct slice space = {name, (size_t)(own - name)};
    if (slice_find(space, slice_of(run->reader->space), 0) != SIZE_MAX) return own;
    str_clear(&run->name);
    str_printf(&run->name, ":%s", own);
    return str_text(&run->name);
}

static void on_start(void *self, const char *name, const char **attributes) {
    struct run *run = self;
    if (++run->depth > XML_DEPTH)
        XML_StopParser(run->parser, XML_FALSE);
    else
        run->reader->start(run->reader->self, name_of(run, name), attributes);
}

static void on_end(void *self, const char *name) {
    struct run *run = self;
    run->depth--;
    run->reader->end(run->reader->self, name_of(run, name));
}

static void on_text(void *self, const char *text, int len) {
    struct run *run = self;
    if (run->reader->text) run->reader->text(run->reader->self, (struct slice){text, (size_t)len});
}

static void on_doctype(void *self, const char *name, const char *system, const char *public, int internal) {
    struct run *run = self;
    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    XML_StopParser(run->parser, XML_FALSE);
}

static void *take(size_t n) {
    return memory_alloc(n);
}

static void *retake(void *block, size_t n) {
    return memory_resize(block, 1, n);
}

bool xml_read(const struct xml_reader *reader, struct slice xml, const char *path, const char *part,
              struct error *e) {
    enum { PIECE = 1 << 20 };
    static const XML_Memory_Handling_Suite memory = {take, retake, free};
    const char separator[] = {SEPARATOR, 0};
    struct run run = {.reader = reader, .parser = XML_ParserCreate_MM(NULL, &memory, separator)};
    XML_SetUserData(run.parser, &run);
    XML_SetElementHandler(run.parser, on_start, on_end);
    XML_SetCharacterDataHandler(run.parser, on_text);
    XML_SetStartDoctypeDeclHandler(run.parser, on_doctype);
    bool ok = true;
    for (size_t at = 0; ok && (at < xml.len || !at); at += PIECE) {
        size_t n = xml.len - at < PIECE ? xml.len - at : PIECE;
        ok = XML_Parse(run.parser, xml.data + at, (int)n, at + n >= xml.len) == XML_STATUS_OK;
    }
    if (!ok) error_set(e, IMPORT_XML, path, part, (size_t)XML_GetCurrentLineNumber(run.parser));
    XML_ParserFree(run.parser);
    str_free(&run.name);
    return ok;
}

bool xml_read_part(const struct xml_reader *reader, struct package *archive, const char *part,
                   struct error *e) {
    struct str xml = {0};
    bool ok = package_read(archive, part, &xml, e) &&
              xml_read(reader, str_slice(&xml), package_path(archive), part, e);
    str_free(&xml);
    return ok;
}

const char *xml_attribute(const char *const *attributes, const char *name) {
    for (; *attributes; attributes += 2)
        if (strcmp(local(attributes[0]), name) == 0) return attributes[1];
    return NULL;
}

bool xml_is(const char *name, const char *other) {
    return strcmp(name, other) == 0;
}
