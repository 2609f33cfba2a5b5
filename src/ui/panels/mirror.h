#ifndef SUNTING_UI_PANELS_MIRROR_H
#define SUNTING_UI_PANELS_MIRROR_H

#include "ui/panels/desk.h"

struct classview;
struct roster_person;

/* The screen of a participant, to be looked at, until a key. */
void mirror_run(struct desk *desk, struct classview *view, const struct roster_person *who, struct error *e);

#endif
