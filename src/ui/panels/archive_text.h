#ifndef SUNTING_UI_PANELS_ARCHIVE_TEXT_H
#define SUNTING_UI_PANELS_ARCHIVE_TEXT_H

#include "ui/panels/desk.h"

/* What the archive holds, to be read beside the draft; nothing of it can be changed here. */

/* Appends the sentence as the archive has it; nothing when it cannot be read now. */
void archive_sentence(struct archive *archive, const struct archived *archived, struct str *out);
/* Appends "Judul (9 September 2024)". */
void archive_append_title(struct str *out, enum lang lang, const struct archived *archived);
/* The whole text that the finding names first. */
void archive_show_text(struct desk *desk, const struct finding *finding);
/* The persons of the draft, each with the latest office that the archive gives, and its date. */
void archive_people(struct desk *desk);

#endif
