#ifndef SUNTING_UI_PANELS_VERSIONS_H
#define SUNTING_UI_PANELS_VERSIONS_H

#include "ui/panels/desk.h"

/* The versions that stood on the disk before the last saves, and work that was set aside: to look at,
 * compare, and restore. kept: how many of the former are kept, for what is said when there are none. */
void versions_show(struct desk *desk, size_t kept);

#endif
