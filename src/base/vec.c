#include "base/vec.h"

enum { LEAST = 8, DOUBLED = 1024 /* items: of more, half of them again, so that little stays unused */ };

void *vec_grow(void *items, size_t *capacity, size_t need, size_t size) {
    size_t grown = *capacity < DOUBLED ? 2 * *capacity : *capacity + *capacity / 2;
    if (grown < LEAST) grown = LEAST;
    *capacity = need > grown ? need : grown;
    return memory_resize(items, *capacity, size);
}
