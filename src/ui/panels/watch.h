#ifndef SUNTING_UI_PANELS_WATCH_H
#define SUNTING_UI_PANELS_WATCH_H

#include "ui/panels/desk.h"

struct classview;

/* The trainer's screen: where everybody is, who needs help first. Runs until it is left. */
void watch_run(struct desk *desk, struct classview *view);

#endif
