#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

static struct {
    void (*handler)(void *);
    void *context;
} exhausted;

void memory_on_exhausted(void (*handler)(void *), void *context) {
    exhausted.handler = handler;
    exhausted.context = context;
}

static _Noreturn void give_up(void) {
    static const char text[] = "sunting: memori habis / out of memory\n";
    if (exhausted.handler) exhausted.handler(exhausted.context);
    if (write(STDERR_FILENO, text, sizeof text - 1) < 0) _exit(2);
    _exit(2);
}

void *memory_alloc(size_t n) {
    void *block = malloc(n ? n : 1);
    if (!block) give_up();
    return block;
}

void *memory_zero(size_t count, size_t size) {
    void *block = calloc(count ? count : 1, size ? size : 1);
    if (!block) give_up();
    return block;
}

void *memory_resize(void *block, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size) give_up();
    size_t n = count * size;
    void *resized = realloc(block, n ? n : 1);
    if (!resized) give_up();
    return resized;
}
