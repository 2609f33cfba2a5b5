#include "server/http_library.h"

#include <dlfcn.h>
#include <string.h>

bool http_library_open(struct http_library *library) {
    memset(library, 0, sizeof *library);
    library->handle = dlopen(HTTP_LIBRARY, RTLD_NOW | RTLD_LOCAL);
    if (!library->handle) return false;
    bool whole = true;
    void *found;
/* A pointer to an object becomes one to a function byte by byte: C knows no conversion, POSIX says it is one.
 */
#define HTTP_FUNCTION(name)                                                                                  \
    found = dlsym(library->handle, #name);                                                                   \
    whole = whole && found;                                                                                  \
    memcpy(&library->name, &found, sizeof found);
    HTTP_FUNCTIONS(HTTP_FUNCTION)
#undef HTTP_FUNCTION
    if (!whole) http_library_close(library);
    return whole;
}

void http_library_close(struct http_library *library) {
    if (library->handle) dlclose(library->handle);
    library->handle = NULL;
}
