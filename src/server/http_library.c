#include "server/http_library.h"

bool http_library_open(struct http_library *library) {
    static const char *const names[] = {HTTP_FUNCTIONS(LIBRARY_NAME) NULL};
    return library_open(&library->handle, HTTP_LIBRARY, library, names);
}

void http_library_close(struct http_library *library) {
    library_close(&library->handle);
}
