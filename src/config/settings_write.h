#ifndef SUNTING_CONFIG_SETTINGS_WRITE_H
#define SUNTING_CONFIG_SETTINGS_WRITE_H

#include "base/message.h"

/* Sets one value in the user's config.yaml, as the menu does. All other bytes stay as they are: comments,
 * order, quoting. The file and its folder are made when there are none. value: one that YAML reads as it is
 * (letters, digits, '-', '_', '.', '=', '/', single spaces), or empty. False with a sentence in e when the
 * file cannot be read or written, or has a form that only hands should change; then nothing was written. */
bool settings_write(const char *path, const char *key, struct slice value, struct error *e);

#endif
