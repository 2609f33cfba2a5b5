#ifndef SUNTING_BASE_MEMORY_H
#define SUNTING_BASE_MEMORY_H

#include <stddef.h>

/*
 * Allocation that never returns NULL.
 *
 * When the system has no memory left, the program cannot go on, but it must not lose a word: the journal is
 * already on disk (draft/journal/journal.h), so the exhausted handler restores the terminal, says where the
 * text is, and exits. Every block is released with free().
 */

/* Returns n uninitialised bytes; n may be 0. */
__attribute__((returns_nonnull, malloc)) void *memory_alloc(size_t n);

/* Returns count * size zeroed bytes; an overflow of the product counts as exhaustion. */
__attribute__((returns_nonnull, malloc)) void *memory_zero(size_t count, size_t size);

/* Resizes block (may be NULL) to count * size bytes. */
__attribute__((returns_nonnull)) void *memory_resize(void *block, size_t count, size_t size);

/* Called once, before the process exits with status 2, when an allocation fails. The one process-wide setting
 * of the project: an allocation has no caller to report to. */
void memory_on_exhausted(void (*handler)(void *), void *context);

#endif
