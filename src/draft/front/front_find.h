#ifndef SUNTING_DRAFT_FRONT_FRONT_FIND_H
#define SUNTING_DRAFT_FRONT_FRONT_FIND_H

#include "text/text.h"

/*
 * Where a text has its front matter, and in which form. What is written in TOML and JSON, as Hugo, Hexo and
 * Eleventy take it, is known for what it is, and kept out of; so is one that no site would find.
 */
enum front_form { FRONT_NONE, FRONT_YAML, FRONT_TOML, FRONT_JSON };

struct front_place {
    enum front_form form;
    size_t top;     /* the line that opens it, from 0 */
    size_t lines;   /* from the first of the text up to the one that closes it; 0: there is none */
    bool closed;    /* else it counts up to its first empty line */
    bool opened;    /* else the line "---" above it is missing */
    bool misplaced; /* after empty lines or blanks */
};

/* A "---" at the top that no "key:" follows is none, but a line drawn by the writer. */
struct front_place front_place_find(const struct text *text);
/* Its lines alone. */
size_t front_matter_lines(const struct text *text);
/* The lines that come before the body: its own, and one empty line after it. */
size_t front_matter_hidden(const struct text *text);
/* What closes this form: "---", "+++", "}". */
const char *front_form_border(enum front_form form);
/* What its readers call this form: "YAML", "TOML", "JSON". */
const char *front_form_name(enum front_form form);

#endif
