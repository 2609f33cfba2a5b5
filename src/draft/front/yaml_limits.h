#ifndef SUNTING_DRAFT_FRONT_YAML_LIMITS_H
#define SUNTING_DRAFT_FRONT_YAML_LIMITS_H

#include "base/str.h"

/*
 * What YAML from anywhere may not have, in front matter and settings alike.
 */
enum {
    YAML_BYTES = 256 << 10,
    YAML_DEPTH = 16 /* mappings and sequences within each other */
};

/* Anchors, aliases and tags can make a small file huge, or say what it is not. */
struct yaml_event_s;
bool yaml_has_reference(const struct yaml_event_s *event);

/* What libyaml, which says in English what its grammar missed, could not read, as a writer would call it. */
enum yaml_trouble {
    YAML_TROUBLE_SIGN,    /* a character that no YAML may hold */
    YAML_TROUBLE_QUOTE,   /* a quotation mark never closes */
    YAML_TROUBLE_BRACKET, /* nor does a bracket, or a comma is missing in it */
    YAML_TROUBLE_TAB,
    YAML_TROUBLE_COLON, /* in a value that needs quotation marks */
    YAML_TROUBLE_START, /* a value begins with a sign that needs them */
    YAML_TROUBLE_KEY    /* no "key: value" */
};
struct yaml_parser_s;
/* Where in the YAML. */
struct yaml_place {
    size_t line, column; /* from 0; columns are code points */
};
enum yaml_trouble yaml_trouble_of(const struct yaml_parser_s *parser, struct slice yaml,
                                  struct yaml_place *place);

#endif
