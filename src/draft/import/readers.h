#ifndef SUNTING_DRAFT_IMPORT_READERS_H
#define SUNTING_DRAFT_IMPORT_READERS_H

#include "draft/import/package.h"

/* One file each: appends what the document says, as Markdown. False with a sentence in e. */
bool docx_read(struct package *archive, struct str *out, struct error *e);
bool odt_read(struct package *archive, struct str *out, struct error *e);
void html_read(struct slice html, struct str *out);
void whatsapp_read(struct slice chat, struct str *out);

bool whatsapp_is_chat(struct slice text);
#define DOCX_BODY "word/document.xml"
#define ODT_BODY "content.xml"

#endif
