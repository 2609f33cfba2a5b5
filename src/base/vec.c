#include "base/vec.h"

void *vec_grow(void *items, size_t *capacity, size_t need, size_t size) {
    if (items && need <= *capacity) return items;
    size_t grown = *capacity + *capacity / 2;
    *capacity = need > grown ? need : grown;
    if (*capacity < 4) *capacity = 4;
    return memory_resize(items, *capacity, size);
}
