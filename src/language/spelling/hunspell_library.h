#ifndef SUNTING_LANGUAGE_SPELLING_HUNSPELL_LIBRARY_H
#define SUNTING_LANGUAGE_SPELLING_HUNSPELL_LIBRARY_H

#include "base/library.h"

#include <hunspell.h>

/*
 * hunspell, loaded when a word needs it: with libstdc++, which it brings, it would cost each start of the
 * program 1.2 ms of 3.5, and what was prepared decides nearly every word.
 */
#define HUNSPELL_FUNCTIONS(one)                                                                              \
    one(Hunspell_create) one(Hunspell_destroy) one(Hunspell_get_dic_encoding) one(Hunspell_spell)            \
        one(Hunspell_stem) one(Hunspell_free_list)

/* The Makefile says which one the linker would take. */
#ifndef HUNSPELL_LIBRARY
#define HUNSPELL_LIBRARY "libhunspell-1.7.so.0"
#endif

struct hunspell_library {
    HUNSPELL_FUNCTIONS(LIBRARY_MEMBER) void *handle;
};

#endif
