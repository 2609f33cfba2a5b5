#include "base/library.h"

#include <dlfcn.h>
#include <string.h>

/* A library stays once it is loaded: what it keeps in its own variables until the process ends (SQLite: its
 * mutexes) would be lost with it, and the next draft loads it again. */
enum { HOW = RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE };

bool library_open(void **handle, const char *file, void *functions, const char *const *names) {
    *handle = dlopen(file, HOW);
    bool whole = *handle;
    for (char *at = functions; whole && *names; names++, at += sizeof(void *)) {
        void *found = dlsym(*handle, *names);
        whole = found;
        memcpy(at, &found, sizeof found); /* C knows no conversion to a function; POSIX says it is one */
    }
    if (!whole) library_close(handle);
    return whole;
}

void library_close(void **handle) {
    if (*handle) dlclose(*handle);
    *handle = NULL;
}

void library_keep(const char *file) {
    dlopen(file, HOW);
}
