#ifndef SUNTING_TESTS_COMPLETIONS_H
#define SUNTING_TESTS_COMPLETIONS_H

#include "base/str.h"

/* What shells complete, made from the tables of commands and options by `make man`. */
struct completion {
    const char *path;
    void (*append)(struct str *out);
};
enum { COMPLETIONS = 3 };
extern const struct completion completions[COMPLETIONS];

#endif
