#ifndef SUNTING_BASE_VEC_H
#define SUNTING_BASE_VEC_H

#include "base/memory.h"

#include <stdlib.h>
#include <string.h>

/*
 * Growing arrays of any type. A vector owns its storage; what the items point to belongs to whoever says so.
 * Zero-initialised is empty. Pushing or reserving may move the items.
 *
 *     VEC(struct token) tokens = {0};
 *     vec_push(&tokens, (struct token){.start = 1});
 *     vec_free(&tokens);
 */
#define VEC(type)                                                                                            \
    struct {                                                                                                 \
        type *items;                                                                                         \
        size_t count, capacity;                                                                              \
    }

/* Makes room for n more items. */
#define vec_reserve(v, n)                                                                                    \
    __extension__({                                                                                          \
        size_t need_ = (v)->count + (n);                                                                     \
        if (!(v)->items || need_ > (v)->capacity)                                                            \
            (v)->items = vec_grow((v)->items, &(v)->capacity, need_, sizeof *(v)->items);                    \
    })

#define vec_push(v, ...) (vec_reserve(v, 1), (v)->items[(v)->count++] = (__VA_ARGS__))

/* Appends a zeroed item and returns its address. */
#define vec_add(v)                                                                                           \
    (vec_reserve(v, 1), memset(&(v)->items[(v)->count], 0, sizeof *(v)->items), &(v)->items[(v)->count++])

#define vec_last(v) (&(v)->items[(v)->count - 1])

/* Removes n items at index at, keeping the order. */
#define vec_remove(v, at, n)                                                                                 \
    (vec_move((v)->items + (at), (v)->items + (at) + (n), ((v)->count - (at) - (n)) * sizeof *(v)->items),   \
     (v)->count -= (n))

/* Opens a gap of n zeroed items at index at. */
#define vec_open(v, at, n)                                                                                   \
    (vec_reserve(v, n),                                                                                      \
     vec_move((v)->items + (at) + (n), (v)->items + (at), ((v)->count - (at)) * sizeof *(v)->items),         \
     memset((v)->items + (at), 0, (n) * sizeof *(v)->items), (v)->count += (n))

#define vec_clear(v) ((void)((v)->count = 0))

#define vec_free(v) (free((v)->items), (v)->items = NULL, (v)->count = (v)->capacity = 0)

#define vec_each(type, item, v) for (type *item = (v)->items; item && item < (v)->items + (v)->count; item++)

/* How many items fulfil the condition on item, when all that do stand before those that do not. By halving:
 * vec_before(const struct person, p, &people, p->first_at <= at). */
#define vec_before(type, item, v, condition)                                                                 \
    __extension__({                                                                                          \
        size_t low_ = 0, high_ = (v)->count;                                                                 \
        while (low_ < high_) {                                                                               \
            size_t middle_ = low_ + (high_ - low_) / 2;                                                      \
            type *item = &(v)->items[middle_];                                                               \
            if (condition)                                                                                   \
                low_ = middle_ + 1;                                                                          \
            else                                                                                             \
                high_ = middle_;                                                                             \
        }                                                                                                    \
        low_;                                                                                                \
    })

/* memmove() that allows NULL when there is nothing to move. */
static inline void vec_move(void *to, const void *from, size_t bytes) {
    if (bytes) memmove(to, from, bytes);
}

/* Implementation of vec_reserve: returns items with room for need of size bytes each, more than capacity. */
__attribute__((returns_nonnull)) void *vec_grow(void *items, size_t *capacity, size_t need, size_t size);

#endif
