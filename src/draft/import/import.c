#include "draft/import/import.h"

#include "base/paths.h"
#include "draft/import/doc.h"
#include "draft/import/messages.h"
#include "draft/import/readers.h"

static bool ends_in(const char *name, const char *const *endings) {
    struct slice s = slice_of(name);
    for (; *endings; endings++) {
        struct slice ending = slice_of(*endings);
        if (s.len > ending.len && slice_equal_nocase(slice_range(s, s.len - ending.len, s.len), ending))
            return true;
    }
    return false;
}

static const char *const archives[] = {".docx", ".odt", NULL};
static const char *const old_documents[] = {".doc", NULL};

static bool has_name(const char *path) {
    return ends_in(path, archives) || ends_in(path, old_documents);
}

/* ~$lis.docx: what Word keeps beside a document while it is open. */
static bool is_lock(const char *path) {
    return has_name(path) && slice_starts(slice_of(path_name(path)), SLICE("~$"));
}

bool import_has_name(const char *name) {
    return has_name(name) && !is_lock(name);
}

bool import_can_read(const char *name) {
    return import_has_name(name) && (!ends_in(name, old_documents) || doc_can_read(&doc_antiword));
}

static bool begins_as_html(struct slice bytes) {
    static const char *const beginnings[] = {"<!doctype html", "<html", NULL};
    struct slice s = slice_trim(bytes);
    for (size_t i = 0; beginnings[i]; i++) {
        struct slice begin = slice_of(beginnings[i]);
        if (s.len >= begin.len && slice_equal_nocase(slice_range(s, 0, begin.len), begin)) return true;
    }
    return false;
}

#define ZIP_BEGINNING "PK\3\4"
#define OLE_BEGINNING "\xD0\xCF\x11\xE0"

bool import_is_foreign(struct slice bytes) {
    return slice_starts(bytes, SLICE(ZIP_BEGINNING)) || slice_starts(bytes, SLICE(OLE_BEGINNING)) ||
           slice_starts(bytes, SLICE("%PDF-")) || slice_starts(bytes, SLICE("{\\rtf"));
}

/* What else Word saves, mostly called .doc: RTF; the XML of Word 2003; a page in one file. */
static bool is_other_word(const char *path, struct slice bytes) {
    enum { BEGINNING = 1024 };
    struct slice begin = slice_range(bytes, 0, bytes.len < BEGINNING ? bytes.len : BEGINNING);
    if (slice_starts(begin, SLICE("{\\rtf"))) return true;
    if (slice_find(begin, SLICE("<?mso-application progid=\"Word.Document\""), 0) != SIZE_MAX) return true;
    return ends_in(path, old_documents) && slice_starts(begin, SLICE("MIME-Version:"));
}

enum import_kind import_recognise(const char *path, struct slice bytes) {
    static const char *const pages[] = {".html", ".htm", NULL};
    if (slice_starts(bytes, SLICE(ZIP_BEGINNING))) return IMPORT_ZIP;
    if (slice_starts(bytes, SLICE(OLE_BEGINNING))) return IMPORT_OLE;
    bool any = strcmp(path, "-") == 0 || ends_in(path, old_documents); /* sites give out pages as .doc */
    if (ends_in(path, pages) || (any && begins_as_html(bytes))) return IMPORT_HTML;
    if (is_other_word(path, bytes)) return IMPORT_WORD;
    if (import_is_foreign(bytes)) return IMPORT_NONE; /* a PDF, whatever its name */
    if (is_lock(path)) return IMPORT_LOCK;
    if (ends_in(path, archives)) return IMPORT_ZIP; /* and a broken one */
    return whatsapp_is_chat(bytes) ? IMPORT_WHATSAPP : IMPORT_NONE;
}

static bool read_zip(const char *path, struct slice bytes, struct str *out, struct error *e) {
    struct package *archive = package_open(bytes, path, e);
    if (!archive) return false;
    bool ok = package_has(archive, DOCX_BODY)  ? docx_read(archive, out, e)
              : package_has(archive, ODT_BODY) ? odt_read(archive, out, e)
                                               : error_set(e, IMPORT_UNKNOWN, path);
    package_close(archive);
    return ok;
}

bool import_read(enum import_kind kind, const char *path, struct slice text, struct str *out,
                 struct error *e) {
    switch (kind) {
    case IMPORT_NONE:
        str_append(out, text);
        return true;
    case IMPORT_ZIP:
        return read_zip(path, text, out, e);
    case IMPORT_LOCK:
        return error_set(e, IMPORT_LOCK_OF_WORD, path);
    case IMPORT_OLE:
        return doc_read(&doc_antiword, path, text, out, e);
    case IMPORT_WORD:
        return error_set(e, IMPORT_OTHER_WORD, path);
    case IMPORT_HTML:
        html_read(text, out);
        return true;
    case IMPORT_WHATSAPP:
        whatsapp_read(text, out);
        return true;
    }
    return false;
}
