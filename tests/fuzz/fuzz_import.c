/* Any bytes as a document of another program: reading never crashes or hangs; what is refused is refused with
 * a sentence, what is read is text. The first byte says what the rest is: an archive, a part of one, a page,
 * a chat, what antiword says of an old document. */
#include "documents.h"
#include "draft/import/doc_book.h"
#include "draft/import/import.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define require(condition) ((condition) ? (void)0 : (fprintf(stderr, "not so: %s\n", #condition), abort()))

static void read_as(enum import_kind kind, struct slice bytes) {
    struct str out = {0};
    struct error e = {0};
    bool ok = import_read(kind, "surat", bytes, &out, &e);
    require(ok || e.text.len);
    require(!ok || !out.len || out.data[out.len - 1] == '\n');
    str_free(&out);
    error_free(&e);
}

static void read_part(const char *name, struct slice bytes) {
    const char *folder = access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "/tmp";
    struct str archive = {0}, body = {0};
    docx_body(&body, "<w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr></w:p>");
    const struct document_part parts[] = {{name, bytes}, {"word/document.xml", str_slice(&body)}};
    bool is_body = strcmp(name, "word/document.xml") == 0 || strcmp(name, "content.xml") == 0;
    document_bytes(folder, parts, is_body ? 1 : 2, &archive);
    read_as(IMPORT_ZIP, str_slice(&archive));
    str_free(&archive);
    str_free(&body);
}

/* What antiword may have written: DocBook, a byte 0, plain text. */
static void read_old(struct slice bytes) {
    struct str out = {0};
    struct error e = {0};
    struct slice book = slice_cut(&bytes, 0);
    bool ok = doc_book_read(book, bytes, "surat", &out, &e);
    require(ok || e.text.len);
    str_free(&out);
    error_free(&e);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
    static const char *const parts[] = {"word/document.xml", "content.xml", "word/styles.xml",
                                        "word/numbering.xml"};
    if (!size) return 0;
    struct slice rest = {(const char *)data + 1, size - 1};
    switch (data[0] % 8) {
    case 0:
        read_as(IMPORT_ZIP, rest);
        break;
    case 1:
        read_as(IMPORT_HTML, rest);
        break;
    case 2:
        read_as(IMPORT_WHATSAPP, rest);
        break;
    case 3:
        import_recognise("-", rest);
        read_old(rest);
        break;
    default:
        read_part(parts[data[0] % 4], rest);
    }
    return 0;
}
