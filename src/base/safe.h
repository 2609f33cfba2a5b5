#ifndef SUNTING_BASE_SAFE_H
#define SUNTING_BASE_SAFE_H

#include "base/str.h"

/*
 * The one function through which text from outside (drafts, names, YAML, suggestions) reaches a terminal.
 * Control characters, escape sequences, bidi controls, zero-width and unassigned code points and invalid
 * bytes become visible placeholders, so nothing in a draft can steer the terminal or hide from the reader.
 */

/* True for a rune that is drawn as it is, U+200D inside a cluster included. */
bool rune_is_safe(uint32_t rune);
/* Appends s, with placeholders; newline and tab become a space. */
void safe_append(struct str *out, struct slice s);
/* The same for lines: line ends stay, as "\n". */
void safe_append_lines(struct str *out, struct slice s);
/* The placeholder for a rune that is not safe, one column wide: "␛" for ESC and so on, "·" for the rest. */
uint32_t safe_placeholder(uint32_t rune);

#endif
