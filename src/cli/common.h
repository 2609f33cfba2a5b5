#ifndef SUNTING_CLI_COMMON_H
#define SUNTING_CLI_COMMON_H

#include "cli/option.h"

/* The options that every command takes. */
struct common {
    bool help, version;
    size_t lang; /* enum lang, or LANG_UNSET */
    const char *config;
    const char *archive;    /* NULL: that of config.yaml */
    const char *restricted; /* folder; NULL: not restricted */
};

enum { LANG_UNSET = LANG_EN + 1 };

extern const struct option_row common_options[];

#endif
