#ifndef SUNTING_UI_PANELS_COMPLETE_H
#define SUNTING_UI_PANELS_COMPLETE_H

#include "ui/panels/prompt.h"

/* Asks for the name of a file, with this text to begin with. Tab completes it as far as all agree that begin
 * so, and tells them; "~/rapat.md" leads home. True: Enter; *path is replaced by the path that is meant. */
bool complete_ask(struct desk *desk, message_id label, struct slice text, struct str *path);

#endif
