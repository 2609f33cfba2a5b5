#ifndef SUNTING_DRAFT_SAVE_H
#define SUNTING_DRAFT_SAVE_H

#include "base/replace.h"
#include "draft/draft.h"

/*
 * Saving: base/replace.h for the file, a backup copy of the version before, and the form that the file had:
 * CRLF and byte order mark come back, other encodings become UTF-8.
 */
enum save_over {
    SAVE_EXPECTED, /* only over the version that was loaded; the usual way */
    SAVE_RECREATE, /* and where the file is gone: the user was asked */
    SAVE_OVER      /* over whatever stands there: the user was asked */
};

struct save_options {
    enum save_over over;
    size_t backups;               /* copies of earlier versions to keep; 0: none but of what others wrote */
    void (*ready)(void *context); /* NULL; or what is to be done before the file changes */
    void *context;
};

/*
 * Saves draft->text in draft->path. A draft that is as it was loaded, as its file is, is not written at all,
 * unless over says otherwise. When the new content stands in the file, draft->disk is that version, also
 * where the result is REPLACE_FAILED because the disk could not confirm it. A backup that failed is told in
 * draft->notices and does not keep the draft from being saved.
 */
enum replaced draft_save(struct draft *draft, const struct save_options *options, struct error *e);
/* Saves it as path, which becomes the draft's own when that succeeds. REPLACE_CHANGED: there is such a file
 * already; ask, and use SAVE_OVER. */
enum replaced draft_save_as(struct draft *draft, const char *path, const struct save_options *options,
                            struct error *e);

/* True when the text differs from what was loaded or last saved. Looks at every line. */
bool draft_is_changed(const struct draft *draft);
/* Appends the bytes of the file that saving would write. */
void draft_bytes(const struct draft *draft, struct str *out);
/* When a session was cut off while it wrote path in place: the path of the rescue copy, which is whole. */
bool draft_rescue_find(const char *path, struct str *out);

#endif
