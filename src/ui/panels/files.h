#ifndef SUNTING_UI_PANELS_FILES_H
#define SUNTING_UI_PANELS_FILES_H

#include "ui/panels/desk.h"

/* Choosing a draft from the folders, for those who do not know paths by heart; or by its name. Replaces what
 * path holds; false: changed their mind. */
bool files_choose(struct desk *desk, struct str *path);

#endif
