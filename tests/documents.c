#include "documents.h"

#include "base/file.h"

#include <minizip/zip.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static void require(bool so) {
    if (so) return;
    fprintf(stderr, "documents: the archive cannot be written\n");
    abort();
}

void document_write(const char *path, const struct document_part *parts, size_t count) {
    enum { LEVEL = 6 };
    zipFile zip = zipOpen64(path, APPEND_STATUS_CREATE);
    require(zip != NULL);
    for (size_t i = 0; i < count; i++) {
        require(zipOpenNewFileInZip64(zip, parts[i].name, NULL, NULL, 0, NULL, 0, NULL, Z_DEFLATED, LEVEL,
                                      0) == ZIP_OK);
        require(zipWriteInFileInZip(zip, parts[i].content.data, (unsigned)parts[i].content.len) == ZIP_OK);
        require(zipCloseFileInZip(zip) == ZIP_OK);
    }
    require(zipClose(zip, NULL) == ZIP_OK);
}

void document_bytes(const char *folder, const struct document_part *parts, size_t count, struct str *out) {
    struct str path = {0};
    str_printf(&path, "%s/document-%ld.zip", folder, (long)getpid());
    document_write(str_text(&path), parts, count);
    require(file_read(str_text(&path), SIZE_MAX / 2, out, NULL));
    unlink(str_text(&path));
    str_free(&path);
}

void docx_body(struct str *out, const char *paragraphs) {
    str_printf(out,
               "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document "
               "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" "
               "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" "
               "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" "
               "xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:body>%s<w:sectPr/></w:body></w:document>",
               paragraphs);
}

void odt_body(struct str *out, const char *styles, const char *text) {
    str_printf(
        out,
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content "
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
        "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
        "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
        "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
        "xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" "
        "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
        "xmlns:xlink=\"http://www.w3.org/1999/xlink\"><office:automatic-styles>%s</office:automatic-styles>"
        "<office:body><office:text>%s</office:text></office:body></office:document-content>",
        styles, text);
}
