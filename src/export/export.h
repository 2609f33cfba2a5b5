#ifndef SUNTING_EXPORT_EXPORT_H
#define SUNTING_EXPORT_EXPORT_H

#include "base/message.h"
#include "export/manuscript.h"

/* The forms in which a draft goes out. */
struct export_form {
    const char *name;
    const char *ending; /* of a file that is no text and needs one; NULL: goes to standard output */
    /* Appends it. False with a sentence in e when it cannot be made. */
    bool (*write)(const struct manuscript *manuscript, enum lang lang, struct str *out, struct error *e);
};

extern const struct export_form export_html, export_text, export_whatsapp, export_social, export_docx;
/* Ended by NULL. */
extern const struct export_form *const export_forms[];

#endif
