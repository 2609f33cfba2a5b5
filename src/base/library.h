#ifndef SUNTING_BASE_LIBRARY_H
#define SUNTING_BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

/*
 * A library of the system that is loaded when it is first wanted: what few runs call would otherwise cost
 * every start the time to bring it and its own libraries together with the program.
 *
 *     #define TREE_FUNCTIONS(one) one(tree_new) one(tree_free)
 *     struct tree_library {
 *         TREE_FUNCTIONS(LIBRARY_MEMBER) void *handle;
 *     };
 *     static const char *const names[] = {TREE_FUNCTIONS(LIBRARY_NAME) NULL};
 *     if (library_open(&library->handle, "libtree.so.1", library, names)) library->tree_new();
 */
#define LIBRARY_MEMBER(name) __typeof__(&name) name;
#define LIBRARY_NAME(name) #name,

/* Loads the library with this file name, and sets the pointers that *functions begins with to those of these
 * names (after the last: NULL), in their order. False, and *handle is NULL: it is not installed, or lacks
 * one of them. */
bool library_open(void **handle, const char *file, void *functions, const char *const *names);
/* Gives it back; nothing of it may be called any more. */
void library_close(void **handle);
/* Loads it for good, so that it can be opened where no file can be read any more (restrict.h). */
void library_keep(const char *file);

#endif
