#ifndef SUNTING_UI_PANELS_VERSIONS_H
#define SUNTING_UI_PANELS_VERSIONS_H

#include "ui/panels/desk.h"

/* The versions that stood on the disk before the last saves, and work that was set aside: to look at,
 * compare, and restore. */
void versions_show(struct desk *desk);

#endif
