/* All functions of libraries that the program loads when it wants them, so that the linker names the files of
 * those libraries: see the Makefile. */
#include "archive/sqlite_library.h"
#include "language/spelling/hunspell_library.h"

#include <stdio.h>

#define LOADED(name) printf("%p\n", (void *)(size_t)&name);

int main(void) {
    HUNSPELL_FUNCTIONS(LOADED)
    SQLITE_FUNCTIONS(LOADED)
    return 0;
}
