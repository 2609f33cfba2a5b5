#ifndef SUNTING_UI_FOLDERS_H
#define SUNTING_UI_FOLDERS_H

#include "base/str.h"

/* Makes the folders above path that are missing, for the user alone. */
void folders_make(struct str *path);

#endif
